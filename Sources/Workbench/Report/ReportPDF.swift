import Foundation

/// Prints a report with the Chromium of this machine: a tagged PDF with vector maps.
public enum ReportPDF {
    /// How long Chromium may take before it is stopped.
    static let patience = Duration.seconds(60)

    /// The Chromium that would be used, as a path; nil when there is none.
    public static var browser: String? {
        OutsideProgram.find(
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            else: [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ])
    }

    /// The PDF of `html`, on A4.
    ///
    /// - Parameter html: a file that needs nothing else, such as ``Report/html``.
    /// - Throws: ``WorkbenchError/noBrowser`` or ``WorkbenchError/printingFailed(detail:)``.
    public static func make(html: String) async throws -> [UInt8] {
        guard let browser else { throw WorkbenchError.noBrowser }
        return try await OutsideProgram.withFolder { folder in
            let page = folder.appendingPathComponent("rapport.html")
            let file = folder.appendingPathComponent("rapport.pdf")
            try Data(html.utf8).write(to: page)
            var arguments = [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
                "--no-pdf-header-footer", "--user-data-dir=\(folder.appendingPathComponent("profiel").path)",
                "--print-to-pdf=\(file.path)", page.absoluteString,
            ]
            // Chromium refuses its sandbox to the superuser, as in a container; the page is our own and has no scripts.
            if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
            try await OutsideProgram.run(browser, arguments, patience: patience) {
                .printingFailed(detail: $0)
            }
            guard let bytes = try? Data(contentsOf: file), bytes.starts(with: Array("%PDF".utf8)) else {
                throw WorkbenchError.printingFailed(detail: "no file was written")
            }
            return Array(bytes)
        }
    }
}

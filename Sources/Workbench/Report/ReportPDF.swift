import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Prints a report with the Chromium of this machine: a tagged PDF with vector maps.
public enum ReportPDF {
    /// How long Chromium may take before it is stopped.
    static let patience = Duration.seconds(60)

    /// The Chromium that would be used, as a path; nil when there is none.
    public static var browser: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
            String.init)
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        let places =
            names.flatMap { name in folders.map { $0 + "/" + name } } + [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
            ]
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The PDF of `html`, on A4.
    ///
    /// - Parameter html: a file that needs nothing else, such as ``Report/html``.
    /// - Throws: ``WorkbenchError/noBrowser`` or ``WorkbenchError/printingFailed(detail:)``.
    public static func make(html: String) async throws -> [UInt8] {
        guard let browser else { throw WorkbenchError.noBrowser }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mengpaneel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("rapport.html")
        let file = folder.appendingPathComponent("rapport.pdf")
        try Data(html.utf8).write(to: page)
        var arguments = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
            "--no-pdf-header-footer",
            "--user-data-dir=\(folder.appendingPathComponent("profiel").path)", "--print-to-pdf=\(file.path)",
            page.absoluteString,
        ]
        // Chromium refuses its sandbox to the superuser, as in a container; the page is our own and has no scripts.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
        try await print(with: browser, arguments)
        guard let bytes = try? Data(contentsOf: file), bytes.starts(with: Array("%PDF".utf8)) else {
            throw WorkbenchError.printingFailed(detail: "no file was written")
        }
        return Array(bytes)
    }

    private static func print(with browser: String, _ arguments: [String]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let outcome = try await run(
                    .path(FilePath(browser)), arguments: Arguments(arguments), output: .discarded,
                    error: .discarded)
                guard outcome.terminationStatus.isSuccess else {
                    throw WorkbenchError.printingFailed(detail: "\(outcome.terminationStatus)")
                }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw WorkbenchError.printingFailed(
                    detail: "it took more than \(patience.components.seconds) seconds")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

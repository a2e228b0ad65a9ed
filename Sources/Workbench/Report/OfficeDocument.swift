import Bilingual
import Figures
import Foundation

/// Writes a report for word processors, by Pandoc.
public enum OfficeDocument {
    /// The forms that are written.
    public enum Form: String, Sendable, CaseIterable {
        /// OpenDocument, of LibreOffice.
        case odt
        /// Of Word.
        case docx

        /// What a browser is told that it gets.
        public var type: String {
            switch self {
            case .odt: "application/vnd.oasis.opendocument.text"
            case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
        }
    }

    /// How long Pandoc may take before it is stopped.
    static let patience = Duration.seconds(60)

    /// The Pandoc that would be used, as a path; nil when there is none.
    public static var converter: String? { OutsideProgram.find(["pandoc"]) }

    /// The file, with title, language and table of contents. The same report gives the same bytes with the same Pandoc.
    ///
    /// - Throws: ``WorkbenchError/noConverter`` or ``WorkbenchError/convertingFailed(detail:)``.
    public static func make(_ verslag: Verslag, as form: Form) async throws -> [UInt8] {
        guard let converter else { throw WorkbenchError.noConverter }
        return try await OutsideProgram.withFolder { folder in
            try pictures(of: verslag, into: folder)
            let markup = VerslagMarkup(verslag: verslag, pictures: .files, level: 1)
            let page = Markup.element("html", ["lang": .text(verslag.language.rawValue)]) {
                Markup.element("body") {
                    for line in verslag.lines { Markup.element("p") { line } }
                    Markup.element("p") { verslag.lead }
                    markup.parts
                }
            }
            try Data(page.render().utf8).write(to: folder.appendingPathComponent("verslag.html"))
            let file = folder.appendingPathComponent("verslag.\(form.rawValue)")
            var arguments = [
                "--from=html", "--to=\(form.rawValue)", "--standalone",
                "--metadata=title:\(verslag.title)", "--metadata=lang:\(verslag.language.rawValue)",
                "--output=\(file.path)",
            ]
            if verslag.parts.count > 1 {
                let title = VerslagMarkup.contentsTitle[verslag.language]
                arguments += ["--toc", "--toc-depth=1", "--metadata=toc-title:\(title)"]
            }
            // The moment that Pandoc writes into the file is that of the session, so that it can be made again.
            try await OutsideProgram.run(
                converter, arguments + ["verslag.html"],
                environment: ["SOURCE_DATE_EPOCH": "\(max(verslag.moment, 315_619_200))"],
                folder: folder.path, patience: patience
            ) { .convertingFailed(detail: $0) }
            guard let bytes = try? Data(contentsOf: file), bytes.starts(with: Array("PK".utf8)) else {
                throw WorkbenchError.convertingFailed(detail: "no file was written")
            }
            return ZipMoment.cleared(Array(bytes))
        }
    }

    /// Every picture as a file, under the name that the text gives it.
    private static func pictures(of verslag: Verslag, into folder: URL) throws {
        func write(_ name: String, _ markup: Markup) throws {
            try Data(standing(markup.render()).utf8).write(to: folder.appendingPathComponent(name + ".svg"))
        }
        for block in verslag.parts.flatMap(\.blocks) {
            switch block {
            case .picture(let id, let svg, _): try write(id, svg)
            case .table(let table):
                for case .bar(let counts) in table.rows.joined() {
                    try write(VerslagBar.name(counts), VerslagBar.svg(counts))
                }
            default: break
            }
        }
    }

    /// A picture that fills its place on a page gets a size of its own: the width and height of its view box.
    private static func standing(_ svg: String) -> String {
        guard let box = svg.firstMatch(of: #/viewBox="[0-9.]+ [0-9.]+ ([0-9.]+) ([0-9.]+)"/#) else {
            return svg
        }
        return svg.replacing(
            "width=\"100%\"", with: "width=\"\(box.output.1)\" height=\"\(box.output.2)\"", maxReplacements: 1
        )
    }
}

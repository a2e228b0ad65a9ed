import ArgumentParser
import Bilingual
import Foundation
import Workbench
import WorkingGroup

extension SessionCommand {
    /// `mengpaneel session report`.
    struct Report: AsyncParsableCommand {
        /// What is written.
        enum Part: String, ExpressibleByArgument, CaseIterable {
            /// The whole report.
            case verslag
            /// The sheet of the chair, one side of A4.
            case samenvatting
            /// Slides for residents.
            case bewoner = "dias-bewoner"
            /// Slides for aldermen.
            case bestuurder = "dias-bestuurder"
            /// Slides for practitioners.
            case uitvoering = "dias-uitvoering"
            /// Slides for researchers.
            case onderzoek = "dias-onderzoek"

            var reader: VerslagSlides.Reader? {
                VerslagSlides.Reader(rawValue: rawValue.replacing("dias-", with: ""))
            }
        }

        static let configuration = CommandConfiguration(
            commandName: "report",
            abstract:
                "Write the report of a session: as a page, PDF, ODT or DOCX; the sheet of the chair; slides.",
            discussion: """
                The name of the file says the form: .html, .pdf (by the Chromium of this machine), .odt or .docx (by Pandoc).
                Slides are written as .html or .pdf, one set for each kind of reader. The report holds what the group thinks
                and what is known beside it; it recommends nothing.

                EXAMPLES
                  mengpaneel session report stad.mengpaneel --output verslag.html
                  mengpaneel session report stad.mengpaneel --output verslag.docx --language en
                  mengpaneel session report stad.mengpaneel --part samenvatting --output blad.pdf
                  mengpaneel session report stad.mengpaneel --part dias-bestuurder --output dias.pdf
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(name: [.short, .long], help: "The file to write: .html, .pdf, .odt or .docx.")
        var output: String

        @Option(help: "What to write.")
        var part = Part.verslag

        @OptionGroup var choice: MunicipalityChoice

        @Option(help: "The language: nl or en.")
        var language = Language.dutch

        @Option(help: "The seed of the tests against chance.")
        var seed: UInt64 = 1

        private var ending: String { (output as NSString).pathExtension.lowercased() }

        func validate() throws {
            let endings = part.reader == nil ? ["html", "pdf", "odt", "docx"] : ["html", "pdf"]
            guard endings.contains(ending) else {
                let names = endings.map { "." + $0 }
                throw ValidationError(
                    "--output: '\(output)' does not end in \(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])."
                )
            }
        }

        func run() async throws {
            let source = try SessionReports.source(
                project, code: code, municipality: choice.municipality, seed: seed)
            let bytes = try await made(source)
            try WholeFile.write(Data(bytes), to: output)
            Terminal.say("\(output): \(bytes.count >> 10) kB")
        }

        private func made(_ source: VerslagSource) async throws -> [UInt8] {
            if let form = OfficeDocument.Form(rawValue: ending) {
                let document = VerslagDocument(source, language: language)
                let verslag = part == .verslag ? Verslag(source, language: language) : document.sheet
                return try await OfficeDocument.make(verslag, as: form)
            }
            let html = page(source)
            return ending == "pdf" ? try await ReportPDF.make(html: html) : Array(html.utf8)
        }

        private func page(_ source: VerslagSource) -> String {
            if let reader = part.reader { return VerslagSlides(source, for: reader, language: language).html }
            let document = VerslagDocument(source, language: language)
            return part == .verslag ? document.html : document.summary
        }
    }
}

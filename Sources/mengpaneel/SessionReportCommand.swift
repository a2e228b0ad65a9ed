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
        }

        static let configuration = CommandConfiguration(
            commandName: "report",
            abstract: "Write the report of a session.",
            discussion: """
                EXAMPLES
                  mengpaneel session report stad.mengpaneel --output verslag.html
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(name: [.short, .long], help: "The file to write.")
        var output: String

        @Option(help: "What to write.")
        var part = Part.verslag

        @OptionGroup var choice: MunicipalityChoice

        @Option(help: "The language: nl or en.")
        var language = Language.dutch

        @Option(help: "The seed of the tests against chance.")
        var seed: UInt64 = 1

        func run() async throws {
            let source = try SessionReports.source(
                project, code: code, municipality: choice.municipality, seed: seed)
            let document = VerslagDocument(source, language: language)
            let html = part == .verslag ? document.html : document.summary
            try WholeFile.write(Data(html.utf8), to: output)
            Terminal.say("\(output): \(html.utf8.count >> 10) kB")
        }
    }
}

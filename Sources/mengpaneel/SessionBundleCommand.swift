import ArgumentParser
import Bilingual
import Foundation

extension SessionCommand {
    /// `mengpaneel session bundle`.
    struct Bundle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle",
            abstract:
                "Put a session with its data, report, sheets and tables in a folder that can be opened and checked again.",
            discussion: """
                The project in the folder holds this session only. Seat codes are replaced by numbers drawn at random and
                the key of the chair is left out, so that nobody who kept a code can be found or get in. It does hold what
                each number voted: with few people that can point at a person, so give the folder only to who may see it.

                EXAMPLES
                  mengpaneel session bundle stad.mengpaneel --output archief/
                  mengpaneel session check archief/
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(help: "The folder to write; it must be new or empty.")
        var output: String

        @OptionGroup var choice: MunicipalityChoice

        @Option(help: "The language of the report: nl or en.")
        var language = Language.dutch

        @Option(help: "The seed of the tests against chance.")
        var seed: UInt64 = 1

        func run() async throws {
            let manifest = try SessionBundle.write(
                project: project, code: code, municipality: choice.municipality, language: language,
                seed: seed,
                to: output)
            Terminal.say("\(output): \(manifest.files.count) files and \(SessionBundle.list)")
        }
    }

    /// `mengpaneel session check`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Make every file of a bundle again from its project and compare.",
            discussion: """
                EXAMPLES
                  mengpaneel session check archief/
                """)

        @Argument(help: "The folder that `session bundle` wrote.")
        var folder: String

        func run() async throws {
            let found = try SessionBundle.complaints(folder)
            Terminal.write(Data("\(found.agreeing) of \(found.of) files agree\n".utf8))
            guard found.complaints.isEmpty else {
                throw UserError(lines: found.complaints)
            }
        }
    }
}

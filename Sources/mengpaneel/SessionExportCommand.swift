import ArgumentParser
import Bilingual
import Foundation
import Perspectives
import ProjectFile
import Workbench
import WorkingGroup

extension SessionCommand {
    /// `mengpaneel session export`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write what came of a session, and on request its votes, as CSV.",
            discussion: """
                Statements with their counts in each round, bottlenecks, alternatives, tasks, questions, norms, knowledge
                and claims, a file each; counts of fewer than four people are empty. --votes also writes the votes without
                names: one a line for each round, and in a folder polis/ as Polis exports them. With few people votes can
                point at a person, so think before you share them.

                EXAMPLES
                  mengpaneel session export stad.mengpaneel --output map/
                  mengpaneel session export stad.mengpaneel --output map/ --votes
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(help: "The folder to write to.")
        var output: String

        @Flag(help: "Also write the votes: votes-1.csv, votes-2.csv and polis/.")
        var votes = false

        @OptionGroup var choice: MunicipalityChoice

        @Option(help: "The language of words that the program adds: nl or en.")
        var language = Language.dutch

        @Option(help: "The seed of the tests against chance.")
        var seed: UInt64 = 1

        func run() async throws {
            let source = try SessionReports.source(
                project, code: code, municipality: choice.municipality, seed: seed)
            if let round = source.state.votingRound {
                Terminal.say(
                    "\(source.code): round \(round) is still open, so its votes since it was last closed are not counted; "
                        + "close it on the chair's page and export again")
            }
            let files = SessionReports.tables(of: source, language: language, votes: votes)
            try WholeFile.write(files.map { ($0.name, Data($0.text.utf8)) }, into: output)
        }
    }
}

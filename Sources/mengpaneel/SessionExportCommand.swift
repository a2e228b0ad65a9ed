import ArgumentParser
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
            abstract: "Write the counts of a session, and on request its votes, as CSV.",
            discussion: """
                statements.csv holds every statement with its counts in each round. --votes also writes the votes without
                names in the form of Polis; with few people votes can point at a person, so think before you share them.

                EXAMPLES
                  mengpaneel session export stad.mengpaneel --output map/
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(help: "The folder to write to.")
        var output: String

        @Flag(help: "Also write the votes, one a line, as votes-1.csv and votes-2.csv.")
        var votes = false

        func run() async throws {
            let file = try ProjectFile.open(project)
            let session = try SessionRooms.session(code, in: file)
            let state = try SessionRooms.log(of: session, in: file).state
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            let rounds = state.votes.keys.sorted()
            try write("statements.csv", statements(state, rounds).commaSeparated)
            guard votes else { return }
            for round in rounds {
                guard let table = state.voteTable(round) else { continue }
                try write("votes-\(round).csv", VoteText.text(table))
            }
        }

        private func write(_ name: String, _ text: String) throws {
            try WholeFile.write(Data(text.utf8), to: (output as NSString).appendingPathComponent(name))
        }

        private func statements(_ state: SessionState, _ rounds: [Int]) -> DataTable {
            let byRound = rounds.map { round in
                Dictionary(
                    uniqueKeysWithValues: (state.voteTable(round)?.summaries() ?? []).map {
                        ($0.statement, $0)
                    })
            }
            return DataTable(
                columns: ["statement", "moderated", "text"]
                    + rounds.flatMap { ["agree_\($0)", "disagree_\($0)", "pass_\($0)"] },
                rows: state.statements.map { one in
                    [.integer(one.number), .integer(Int(one.moderation.rawValue)), .text(one.text)]
                        + byRound.flatMap { summaries -> [Cell] in
                            // Of fewer than four people nothing is told.
                            guard let summary = summaries[one.number], summary.agree.of >= SmallCells.least
                            else { return Array(repeating: .missing(""), count: 3) }
                            return [summary.agree, summary.disagree, summary.pass].map { .integer($0.count) }
                        }
                })
        }
    }
}

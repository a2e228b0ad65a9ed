import ArgumentParser
import Bilingual
import Foundation
import Perspectives
import WorkingGroup

/// `mengpaneel opinions votes.csv`: what people share, what divides them, and whether groups may be spoken of.
struct OpinionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opinions",
        abstract: "What votes on statements share, what divides them, and what may be claimed.",
        discussion: """
            The file has a line for each vote: participant, statement and vote (1 agree, 0 pass, -1 disagree), as this
            program and Polis export them. A line or groups are spoken of only where they beat shuffled votes and do not
            hang on one person; otherwise the outcome says so, with the values. --mode polis computes what Polis' library
            computes, to the digit, and tests nothing.

            EXAMPLES
              mengpaneel opinions votes.csv
              mengpaneel opinions votes.csv --statements statements.csv --format json
              mengpaneel opinions before.csv --later after.csv
              mengpaneel opinions export/votes.csv --mode polis --format json
            """)

    @Argument(help: "Votes: CSV, or CSV packed by gzip.")
    var votes: String

    @Option(help: "The statements: CSV with statement, text and moderated (1, 0, -1).")
    var statements: String?

    @Option(help: "Votes of a later round by the same people: shows what changed.")
    var later: String?

    @Option(help: "tested: nothing is claimed before it is tested; polis: the rules of Polis.")
    var mode = OpinionOptions.Mode.tested

    @Option(help: "How often votes are shuffled to see what chance gives; 0 tests nothing.")
    var shuffles = 200

    @Option(help: "At most so many people are left out one by one.")
    var leaveOut = 60

    @Option(help: "Who voted on fewer statements is in no group.")
    var fewestVotes = 7

    @Option(help: "The level of the intervals.")
    var level = 0.95

    @Option(help: "The seed; the same seed gives the same bytes on any number of threads.")
    var seed: UInt64 = 1

    @Option(help: "Threads [default: the number of cores].")
    var threads: Int?

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of the outcome: nl or en [default: that of your settings].")
    var language: Language?

    func run() async throws {
        let file = try await VotesFile(votes, statements: statements)
        if let later {
            let after = try await VotesFile(later, statements: nil)
            return OpinionTables(texts: file.texts, language: spoken).changes(
                file.table.changes(to: after.table)
            ).write(
                as: format)
        }
        var options = OpinionOptions(
            mode: mode, seed: seed, shuffles: mode == .polis ? 0 : shuffles, leaveOut: leaveOut,
            fewestVotes: fewestVotes, level: level,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        if options.shuffles > 0, file.table.voteCount > Self.mostTested {
            options.shuffles = 0
            Terminal.say(
                "\(votes): \(file.table.voteCount) votes are too many to shuffle; line and groups are not tested and not claimed."
            )
        }
        let opinions: Opinions
        do {
            opinions = try Opinions(file.table, options: options)
        } catch {
            throw UserError("\(error.description).")
        }
        switch format {
        case .json:
            let text = OpinionDocument(opinions: opinions, file: file).json.text() + "\n"
            Terminal.write(Data(text.utf8))
        case .csv: tables(file).statements(opinions).write(as: .csv)
        case .table:
            tables(file).statements(opinions).write(as: .table)
            let lines = ["", PerspectiveWords(opinions: opinions, language: spoken).text]
            Terminal.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        }
    }

    /// Above this a shuffle takes so long that two hundred of them take minutes.
    private static let mostTested = 1_000_000

    private var spoken: Language { language ?? Terminal.language }

    private func tables(_ file: VotesFile) -> OpinionTables {
        OpinionTables(texts: file.texts, language: spoken)
    }
}

internal import Harness

@testable import CommandLineReaders
@testable import Perspectives

extension FuzzTarget {
    /// Votes and statements in the form of Polis, and Q sorts.
    static let votes = FuzzTarget("votes") { input in
        var input = input
        switch input.choice(3) {
        case 0:
            guard let table = refusable({ try VoteText.builder(input.bytes).table() }) else { return }
            let again = refusable { try VoteText.builder(Array(VoteText.text(table).utf8)).table() }
            promise(again == table, "votes that were written are read as they were")
            let cast = refusable { try VoteText.castVotes(input.bytes) }
            promise(
                (cast?.count ?? 0) >= table.votes.count, "no vote counts that was not cast")
        case 1:
            let file = Scratch("statements.csv")
            file.write(input.bytes)
            _ = refusable { try VotesFile.statements(file.path) }
        default:
            let file = Scratch("sorts.csv")
            file.write(input.bytes)
            guard let sorts = refusable({ try QSorts(PlainTable(path: file.path)) }),
                sorts.names.count <= 12, sorts.statements.count <= 60
            else { return }
            for extraction in QOptions.Extraction.allCases {
                for correlation in QOptions.Correlation.allCases {
                    _ = refusable {
                        try QAnalysis(
                            sorts,
                            options: QOptions(factors: 2, correlation: correlation, extraction: extraction))
                    }
                }
            }
        }
    }
}

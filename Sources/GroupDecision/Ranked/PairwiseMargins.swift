/// Who beats whom and by how many voters.
///
/// margin(a, b) is the number of people who rank a above b minus those who rank b above a. Equal places count
/// for neither side.
public struct PairwiseMargins: Sendable, Equatable {
    /// Margins of row over column, voters; antisymmetric with zeros on the diagonal.
    public let margins: [[Int]]
    /// How many people rank the row above the column.
    public let preferring: [[Int]]

    /// The margins of a profile.
    public init(_ profile: RankedProfile) {
        let all = 0..<profile.candidateCount
        var preferring = all.map { _ in [Int](repeating: 0, count: profile.candidateCount) }
        for (ballot, ranks) in zip(profile.ballots, profile.ranks) {
            for a in all {
                for b in all where ranks[a] < ranks[b] { preferring[a][b] += ballot.count }
            }
        }
        self.preferring = preferring
        margins = all.map { a in all.map { b in preferring[a][b] - preferring[b][a] } }
    }

    /// All candidates.
    public var candidates: [Int] { Array(margins.indices) }

    /// The margin of a over b, voters.
    public subscript(a: Int, b: Int) -> Int { margins[a][b] }

    /// The candidate that beats every other one, nil if there is none.
    public var condorcetWinner: Int? {
        candidates.first { a in candidates.allSatisfy { $0 == a || self[a, $0] > 0 } }
    }

    /// Wins minus losses against the other candidates (Copeland 1951).
    public var copelandScores: [Double] {
        candidates.map { a in Double(candidates.reduce(0) { $0 + self[a, $1].signum() }) }
    }

    /// Wins plus ties against the other candidates (Llull's score).
    public var llullScores: [Double] {
        candidates.map { a in Double(candidates.filter { $0 != a && self[a, $0] >= 0 }.count) }
    }

    /// The largest margin by which anyone beats each candidate, 0 if nobody does (Simpson 1969; Kramer 1977).
    public var largestDefeats: [Int] {
        candidates.map { a in candidates.reduce(0) { max($0, self[$1, a]) } }
    }

    /// The strength of the strongest path from row to column: a path is as strong as its weakest majority.
    ///
    /// 0 where no path of majorities exists (Schulze 2011, Social Choice and Welfare 36:267).
    public var strongestPaths: [[Int]] { strongestPaths(among: candidates) }

    func strongestPaths(among candidates: [Int]) -> [[Int]] {
        var paths = margins.map { row in row.map { max(0, $0) } }
        for middle in candidates {
            for from in candidates where paths[from][middle] > 0 {
                for to in candidates where to != from {
                    paths[from][to] = max(paths[from][to], min(paths[from][middle], paths[middle][to]))
                }
            }
        }
        return paths
    }
}

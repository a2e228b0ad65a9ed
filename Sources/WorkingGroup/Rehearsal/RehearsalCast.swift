internal import Foundation
public import Perspectives
internal import Stochastics

/// Who takes part in a rehearsal, on which statements, and who votes what in which order.
public struct RehearsalCast: Sendable {
    /// A statement that is put to the voters.
    public struct Line: Sendable, Hashable {
        /// Its text.
        public let text: String
        /// The claims it bears on.
        public let claims: [String]

        /// A line.
        public init(text: String, claims: [String]) {
            self.text = text
            self.claims = claims
        }
    }

    /// The statements, in order of number.
    public let lines: [Line]
    /// Every vote as it is cast: voters from 0, statements from 1; a changed mind is a second vote.
    public let votes: [CastVote]
    /// How many voters.
    public let voters: Int
    /// Where each voter stands on what divides the group most, about -1 ... 1.
    public let leanings: [Double]
    /// The seed of all that is made up.
    public let seed: UInt64
    /// Whether the votes were cast by people, on other statements or at another time.
    public let isReplay: Bool

    /// At most so many statements are put to the voters.
    public static let mostStatements = 40

    /// Made-up voters on the statements that every session can begin with.
    ///
    /// Each voter leans towards or against the policy theory, some strongly; a vote follows from that leaning, from how
    /// well the statement goes down, and from chance.
    public init(voters: Int, lines: [(line: Line, isForClaim: Bool)], seed: UInt64) {
        self.voters = voters
        self.seed = seed
        self.lines = lines.map(\.line)
        isReplay = false
        let leanings = (0..<voters).map { voter in
            var stream = RandomStream(seed: seed, entity: UInt32(voter), purpose: .rehearsalLeaning)
            let side = voter % 2 == 0 ? 1.0 : -1.0
            return side * 0.6 + 0.5 * StandardNormal.quantile(stream.openUnit())
        }
        self.leanings = leanings
        let appeal = lines.indices.map { place in
            var stream = RandomStream(
                seed: seed, entity: UInt32(place), time: 1, purpose: .rehearsalLeaning)
            return 0.9 * StandardNormal.quantile(stream.openUnit())
        }
        votes = (0..<voters).flatMap { voter in
            var stream = RandomStream(seed: seed, entity: UInt32(voter), purpose: .rehearsalAnswer)
            return lines.indices.map { place in
                let pull = 1.6 * leanings[voter] * (lines[place].isForClaim ? 1 : -1) + appeal[place]
                let passes = stream.unit() < 0.1
                let agrees = stream.unit() < 1 / (1 + exp(-pull))
                return CastVote(
                    participant: voter, statement: place + 1,
                    vote: passes ? .pass : agrees ? .agree : .disagree)
            }
        }
    }

    /// Votes that people cast elsewhere: those who voted most, on the statements with most votes, in the order in which
    /// they were cast.
    ///
    /// - Parameters:
    ///   - cast: every vote in its order.
    ///   - moderation: which statements were taken out.
    ///   - voters: at most so many people.
    ///   - most: at most so many statements.
    ///   - line: the line for a statement of the file, by its number there and its place among the chosen ones.
    public init(
        _ cast: [CastVote], moderation: [Int: Moderation], voters: Int, most: Int = mostStatements,
        seed: UInt64, line: (_ statement: Int, _ place: Int) -> Line
    ) {
        let kept = cast.filter { moderation[$0.statement] != .rejected }
        var pairs: [Int: Set<Int>] = [:]
        for vote in kept { pairs[vote.statement, default: []].insert(vote.participant) }
        let chosen = pairs.keys.sorted { (pairs[$1]?.count ?? 0, $0) < (pairs[$0]?.count ?? 0, $1) }
            .prefix(most).sorted()
        var counts: [Int: Int] = [:]
        for statement in chosen {
            for person in pairs[statement] ?? [] { counts[person, default: 0] += 1 }
        }
        let people = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(voters)
        let seat = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
        let number = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0 + 1) })
        votes = kept.compactMap { vote in
            guard let seat = seat[vote.participant], let number = number[vote.statement] else { return nil }
            return CastVote(participant: seat, statement: number, vote: vote.vote)
        }
        lines = chosen.enumerated().map { line($1, $0) }
        self.voters = people.count
        self.seed = seed
        isReplay = true
        leanings = Self.leanings(votes, voters: people.count, statements: chosen.count)
    }

    /// Where voters stand on the statements that divide them most, turned so that these point the same way.
    private static func leanings(_ votes: [CastVote], voters: Int, statements: Int) -> [Double] {
        var cells = Array(repeating: Array(repeating: 0.0, count: statements), count: voters)
        for vote in votes { cells[vote.participant][vote.statement - 1] = Double(vote.vote.rawValue) }
        let division = (0..<statements).map { place in
            let column = cells.map { $0[place] }
            return Double(min(column.count { $0 > 0 }, column.count { $0 < 0 }))
        }
        let most = (0..<statements).sorted { (division[$1], $0) < (division[$0], $1) }.prefix(5)
        guard let first = most.first else { return Array(repeating: 0, count: voters) }
        return cells.map { row in
            most.reduce(0.0) { sum, place in
                let together = cells.reduce(0.0) { $0 + $1[first] * $1[place] }
                return sum + (together < 0 ? -row[place] : row[place])
            } / Double(most.count)
        }
    }
}

/// One way to rank the candidates and how many people ranked them so.
public struct RankedBallot: Sendable, Equatable, Hashable {
    /// Candidates from best to worst; candidates in the same tier are ranked equally. Candidates count from
    /// 0.
    public let tiers: [[Int]]
    /// How many people gave this ballot, at least 1.
    public let count: Int

    /// A weak order.
    /// - Parameters:
    ///   - tiers: the tiers from best to worst; candidates left out share the last place.
    ///   - count: people with this ballot.
    public init(tiers: [[Int]], count: Int = 1) {
        self.tiers = tiers
        self.count = count
    }

    /// A strict order from best to worst; candidates left out share the last place.
    public init(order: [Int], count: Int = 1) {
        self.init(tiers: order.map { [$0] }, count: count)
    }
}

/// The ranked ballots of a group over the same candidates.
public struct RankedProfile: Sendable, Equatable {
    /// How many candidates there are, 1 to 64; they count from 0.
    public let candidateCount: Int
    /// The ballots as they were given.
    public let ballots: [RankedBallot]
    /// How many people voted.
    public let voterCount: Int
    /// The most people; sums over pairs of candidates then stay exact.
    public static let mostVoters = 1_000_000_000
    /// The tier of each candidate on each ballot, 0 best.
    let ranks: [[Int]]

    /// A profile of weak orders.
    /// - Throws: ``GroupDecisionError`` if there is no ballot or candidate, a ballot names an unknown
    ///   candidate or one candidate twice, a count is below 1 or there are more than ``mostVoters`` people.
    public init(candidateCount: Int, ballots: [RankedBallot]) throws {
        guard candidateCount >= 1 else { throw GroupDecisionError.empty(what: "candidates") }
        guard candidateCount <= 64 else {
            throw GroupDecisionError.outOfRange(
                what: "the number of candidates", found: "\(candidateCount)", expected: "at most 64")
        }
        guard !ballots.isEmpty else { throw GroupDecisionError.empty(what: "ballots") }
        self.candidateCount = candidateCount
        self.ballots = ballots
        ranks = try ballots.indices.map {
            try Self.ranks(of: ballots[$0], number: $0, candidateCount: candidateCount)
        }
        // Each count was looked at above, so the sum of a list that fits in memory fits in 64 bits.
        let voters = ballots.reduce(0) { $0 + $1.count }
        guard voters <= Self.mostVoters else {
            throw GroupDecisionError.outOfRange(
                what: "the number of people", found: "\(voters)", expected: "at most \(Self.mostVoters)")
        }
        voterCount = voters
    }

    /// A profile of strict orders, one list per ballot from best to worst.
    /// - Parameter counts: people per ballot; one each if left out.
    /// - Throws: as ``init(candidateCount:ballots:)``, and if the counts have another length than the orders.
    public init(candidateCount: Int, orders: [[Int]], counts: [Int]? = nil) throws {
        let counts = counts ?? orders.map { _ in 1 }
        guard counts.count == orders.count else {
            throw GroupDecisionError.wrongLength(
                what: "the list of counts", found: counts.count, expected: orders.count)
        }
        try self.init(
            candidateCount: candidateCount,
            ballots: zip(orders, counts).map { RankedBallot(order: $0, count: $1) })
    }

    private static func ranks(of ballot: RankedBallot, number: Int, candidateCount: Int) throws -> [Int] {
        guard (1...mostVoters).contains(ballot.count) else {
            throw GroupDecisionError.outOfRange(
                what: "the count of ballot \(number)", found: "\(ballot.count)",
                expected: "1 to \(mostVoters)")
        }
        var ranks = [Int](repeating: Int.max, count: candidateCount)
        for (tier, candidates) in ballot.tiers.enumerated() {
            for candidate in candidates {
                guard ranks.indices.contains(candidate) else {
                    throw GroupDecisionError.unknownCandidate(
                        ballot: number, candidate: candidate, candidateCount: candidateCount)
                }
                guard ranks[candidate] == Int.max else {
                    throw GroupDecisionError.repeatedCandidate(ballot: number, candidate: candidate)
                }
                ranks[candidate] = tier
            }
        }
        return ranks.map { min($0, ballot.tiers.count) }
    }
}

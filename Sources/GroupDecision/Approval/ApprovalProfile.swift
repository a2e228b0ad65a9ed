/// Which candidates or projects each person approves of.
public struct ApprovalProfile: Sendable, Equatable {
    /// How many candidates there are, 1 to 64; they count from 0.
    public let candidateCount: Int
    /// Approved candidates per person in rising order; may be empty.
    public let approvals: [[Int]]
    /// Approved candidates per person as bit sets.
    let sets: [UInt64]
    /// The people who approve of each candidate.
    let supporters: [[Int]]

    /// Approvals of a group.
    /// - Throws: ``GroupDecisionError`` if there is nobody, no candidate, more than 64 candidates, or a
    ///   ballot names an unknown candidate or one candidate twice.
    public init(candidateCount: Int, approvals: [[Int]]) throws {
        guard candidateCount >= 1 else { throw GroupDecisionError.empty(what: "candidates") }
        guard candidateCount <= 64 else {
            throw GroupDecisionError.outOfRange(
                what: "the number of candidates", found: "\(candidateCount)", expected: "at most 64")
        }
        guard !approvals.isEmpty else { throw GroupDecisionError.empty(what: "ballots") }
        for (ballot, approved) in approvals.enumerated() {
            if let stray = approved.first(where: { !(0..<candidateCount).contains($0) }) {
                throw GroupDecisionError.unknownCandidate(
                    ballot: ballot, candidate: stray, candidateCount: candidateCount)
            }
            if let twice = approved.first(where: { name in approved.filter { $0 == name }.count > 1 }) {
                throw GroupDecisionError.repeatedCandidate(ballot: ballot, candidate: twice)
            }
        }
        self.candidateCount = candidateCount
        self.approvals = approvals.map { $0.sorted() }
        let sets = approvals.map { bitSet($0) }
        self.sets = sets
        supporters = (0..<candidateCount).map { candidate in
            sets.indices.filter { sets[$0] & 1 << UInt64(candidate) != 0 }
        }
    }

    /// How many people voted.
    public var voterCount: Int { approvals.count }

    /// How many people approve of each candidate.
    public var approvalCounts: [Int] { supporters.map(\.count) }

    /// How many members of a committee each person approves of.
    public func representation(by committee: [Int]) -> [Int] {
        let seats = bitSet(committee)
        return sets.map { ($0 & seats).nonzeroBitCount }
    }
}

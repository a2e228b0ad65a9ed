internal import Foundation
internal import Stochastics

/// A share of votes with its interval (Wilson 1927). The people in the room are not a sample of anybody; the interval says
/// how much the share would move with other people of the same kind.
public struct VoteShare: Sendable, Hashable {
    /// Votes so.
    public let count: Int
    /// All votes.
    public let of: Int
    /// The lower end, 0 ... 1.
    public let low: Double
    /// The upper end, 0 ... 1.
    public let high: Double

    /// The share, 0 ... 1; `nil` without votes.
    public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

    /// - Parameter level: of the interval.
    public init(_ count: Int, of all: Int, level: Double = 0.95) {
        self.count = count
        of = all
        guard all > 0 else {
            (low, high) = (0, 1)
            return
        }
        let z = StandardNormal.quantile(0.5 + level / 2)
        let n = Double(all)
        let share = Double(count) / n
        let middle = share + z * z / (2 * n)
        let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        low = count == 0 ? 0 : max(0, (middle - reach) / scale)
        high = count == all ? 1 : min(1, (middle + reach) / scale)
    }
}

/// How people voted on one statement, and what may be said of it.
public struct StatementSummary: Sendable, Hashable {
    /// What the votes say.
    public enum Reading: String, Sendable, Hashable, CaseIterable {
        /// More than half agree, also with other people of the same kind.
        case sharedAgreement
        /// More than half disagree, also with other people of the same kind.
        case sharedDisagreement
        /// Those with an opinion stand on both sides, and neither side is surely larger.
        case disputed
        /// No answer is given more often than passing.
        case unsure
        /// One side is larger, but not surely more than half of all.
        case leaning
        /// There are no votes.
        case noVotes
    }

    /// The statement.
    public let statement: Int
    /// Those who agree, of all votes.
    public let agree: VoteShare
    /// Those who disagree, of all votes.
    public let disagree: VoteShare
    /// Those who passed, of all votes.
    public let pass: VoteShare
    /// What may be said.
    public let reading: Reading

    /// How evenly those with an opinion stand on both sides, 0 (one side) to 1 (half and half); `nil` where nobody has
    /// an opinion.
    public var division: Double? {
        let sides = agree.count + disagree.count
        return sides > 0 ? 1 - abs(Double(agree.count - disagree.count)) / Double(sides) : nil
    }

    init(_ statement: Int, agrees: Int, disagrees: Int, answers: Int, level: Double) {
        self.statement = statement
        agree = VoteShare(agrees, of: answers, level: level)
        disagree = VoteShare(disagrees, of: answers, level: level)
        pass = VoteShare(answers - agrees - disagrees, of: answers, level: level)
        reading = Self.reading(agree, disagree, pass, level)
    }

    private static func reading(
        _ agree: VoteShare, _ disagree: VoteShare, _ pass: VoteShare, _ level: Double
    ) -> Reading {
        if agree.of == 0 { return .noVotes }
        if agree.low > 0.5 { return .sharedAgreement }
        if disagree.low > 0.5 { return .sharedDisagreement }
        if pass.count >= max(agree.count, disagree.count) { return .unsure }
        let side = VoteShare(agree.count, of: agree.count + disagree.count, level: level)
        return side.low <= 0.5 && side.high >= 0.5 && min(agree.count, disagree.count) > 0
            ? .disputed : .leaning
    }
}

extension VoteTable {
    /// Every statement with its counts and what may be said of it, in the order of the table.
    /// - Parameter level: of the intervals, between 0 and 1.
    public func summaries(level: Double = 0.95) -> [StatementSummary] {
        let counts = counts()
        return statements.indices.map {
            StatementSummary(
                statements[$0], agrees: counts.agrees[$0], disagrees: counts.disagrees[$0],
                answers: counts.answers[$0], level: level)
        }
    }
}

internal import Foundation

/// A statement that people agree on across all votes.
public struct ConsensusStatement: Sendable, Equatable {
    /// The place of the statement in the table.
    public let statement: Int
    /// People who voted so.
    public let successes: Int
    /// People who voted on it.
    public let trials: Int
    /// (successes + 1) / (trials + 2).
    public let probability: Double
    /// z against one half.
    public let test: Double
}

/// What people share: over everybody, and over every group.
public struct Consensus: Sendable, Equatable {
    /// Statements that people agree with, at most five, the surest first.
    public let agree: [ConsensusStatement]
    /// Statements that people disagree with, at most five.
    public let disagree: [ConsensusStatement]

    /// - Parameters:
    ///   - all: the votes of everybody, in a group or not.
    ///   - counts: per statement whether it takes part.
    ///   - critical: the z above which agreement is sure.
    init(_ all: StatementCounts, counts: [Bool], critical: Double, limit: Int = 5) {
        func list(_ hits: [Int]) -> [ConsensusStatement] {
            let found = counts.indices.filter { counts[$0] }.map { place in
                ConsensusStatement(
                    statement: place, successes: hits[place], trials: all.answers[place],
                    probability: Double(hits[place] + 1) / Double(all.answers[place] + 2),
                    test: GroupStatistics.test(hits[place], all.answers[place]))
            }.filter { $0.probability > 0.5 && $0.test > critical }
            return Array(
                found.stablySorted { $0.probability * $0.test > $1.probability * $1.test }.prefix(limit))
        }
        agree = list(all.agrees)
        disagree = list(all.disagrees)
    }

    /// Per statement the product over groups of the chance of agreeing: near 1 only where every group agrees.
    static func acrossGroups(_ probabilities: [[Double]]) -> [Double] {
        guard let first = probabilities.first else { return [] }
        return probabilities.dropFirst().reduce(first) { zip($0, $1).map(*) }
    }
}

/// How much it is worth to show a statement to the next person (Polis): new and telling statements more often.
enum RoutingPriority {
    /// The priority of a statement about the person.
    static let meta = 49.0

    /// - Parameters:
    ///   - votes: of the people in groups.
    ///   - extremity: see ``OpinionSpace/extremity``.
    static func values(_ votes: StatementCounts, extremity: [Double], isMeta: [Bool]) -> [Double] {
        extremity.indices.map { place in
            guard !isMeta[place] else { return meta }
            let answers = Double(votes.answers[place])
            let passes = answers - Double(votes.agrees[place] + votes.disagrees[place])
            let importance =
                (1 - (passes + 1) / (answers + 2)) * (extremity[place] + 1)
                * Double(votes.agrees[place] + 1) / (answers + 2)
            let value = importance * (1 + 8 * exp2(-answers / 5))
            return value * value
        }
    }
}

internal import Foundation

/// Per statement how a group of people voted, beside everybody else who is in a group (Small and others 2021).
public struct GroupStatistics: Sendable, Equatable {
    /// Agrees in the group.
    public let agrees: [Int]
    /// Disagrees in the group.
    public let disagrees: [Int]
    /// Answers in the group, passes included.
    public let answers: [Int]
    /// The chance of agreeing, with one agree and one other answer added: (agrees + 1) / (answers + 2).
    public let agreeProbability: [Double]
    /// The same for disagreeing.
    public let disagreeProbability: [Double]
    /// z of the agrees against one half.
    public let agreeTest: [Double]
    /// z of the disagrees against one half.
    public let disagreeTest: [Double]
    /// The chance of agreeing over that of the others.
    public let agreeRatio: [Double]
    /// The chance of disagreeing over that of the others.
    public let disagreeRatio: [Double]
    /// z of the agrees against the others.
    public let agreeRatioTest: [Double]
    /// z of the disagrees against the others.
    public let disagreeRatioTest: [Double]

    init(_ group: StatementCounts, others: StatementCounts) {
        agrees = group.agrees
        disagrees = group.disagrees
        answers = group.answers
        let statements = group.answers.indices
        func probability(_ hits: [Int], _ all: [Int]) -> [Double] {
            statements.map { Double(hits[$0] + 1) / Double(all[$0] + 2) }
        }
        agreeProbability = probability(group.agrees, group.answers)
        disagreeProbability = probability(group.disagrees, group.answers)
        agreeTest = statements.map { Self.test(group.agrees[$0], group.answers[$0]) }
        disagreeTest = statements.map { Self.test(group.disagrees[$0], group.answers[$0]) }
        agreeRatio = zip(agreeProbability, probability(others.agrees, others.answers)).map { $0 / $1 }
        disagreeRatio = zip(disagreeProbability, probability(others.disagrees, others.answers)).map {
            $0 / $1
        }
        agreeRatioTest = statements.map {
            Self.test(group.agrees[$0], group.answers[$0], others.agrees[$0], others.answers[$0])
        }
        disagreeRatioTest = statements.map {
            Self.test(group.disagrees[$0], group.answers[$0], others.disagrees[$0], others.answers[$0])
        }
    }

    /// z of a share against one half, one success and one trial added.
    static func test(_ hits: Int, _ all: Int) -> Double {
        let trials = Double(all + 1)
        return 2 * trials.squareRoot() * (Double(hits + 1) / trials - 0.5)
    }

    /// z of two shares against each other, one success and one trial added to both; 0 where all are successes.
    static func test(_ hits: Int, _ all: Int, _ otherHits: Int, _ others: Int) -> Double {
        let (s1, s2, n1, n2) = (
            Double(hits + 1), Double(otherHits + 1), Double(all + 1), Double(others + 1)
        )
        let pooled = (s1 + s2) / (n1 + n2)
        guard pooled != 1 else { return 0 }
        return (s1 / n1 - s2 / n2) / (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
    }
}

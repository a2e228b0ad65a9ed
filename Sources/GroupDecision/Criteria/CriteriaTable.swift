/// Whether more of a criterion is better or worse.
public enum CriterionDirection: Int, Sendable, CaseIterable, Hashable {
    /// More is better.
    case benefit = 1
    /// Less is better.
    case cost = -1
}

/// Alternatives judged on several criteria.
public struct CriteriaTable: Sendable, Equatable {
    /// One row per alternative (at least 2), one value per criterion; each criterion in its own unit.
    public let values: [[Double]]
    /// Importance per criterion, 0 or more, summing to 1.
    public let weights: [Double]
    /// Direction per criterion.
    public let directions: [CriterionDirection]

    /// A table.
    /// - Parameter weights: importance per criterion, summing to 1 within 1e-6; equal if left out.
    /// - Throws: ``GroupDecisionError`` for fewer than two alternatives, rows of unequal length, numbers that
    ///   are not finite, or weights that are negative or do not sum to 1.
    public init(values: [[Double]], weights: [Double]? = nil, directions: [CriterionDirection]) throws {
        guard values.count >= 2 else {
            throw GroupDecisionError.outOfRange(
                what: "the number of alternatives", found: "\(values.count)", expected: "at least 2")
        }
        guard !directions.isEmpty else { throw GroupDecisionError.empty(what: "criteria") }
        for (row, line) in values.enumerated() {
            guard line.count == directions.count else {
                throw GroupDecisionError.wrongLength(
                    what: "row \(row) of the criteria table", found: line.count, expected: directions.count)
            }
            if let stray = line.first(where: { !$0.isFinite }) {
                throw GroupDecisionError.outOfRange(
                    what: "a value in row \(row)", found: "\(stray)", expected: "a finite number")
            }
        }
        let weights = weights ?? directions.map { _ in 1 / Double(directions.count) }
        guard weights.count == directions.count else {
            throw GroupDecisionError.wrongLength(
                what: "the list of weights", found: weights.count, expected: directions.count)
        }
        let sum = weights.reduce(0, +)
        guard weights.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 1e-6 else {
            throw GroupDecisionError.outOfRange(
                what: "the sum of the weights", found: "\(sum)", expected: "1, with none below 0")
        }
        self.values = values
        self.weights = weights
        self.directions = directions
    }

    /// How many alternatives there are.
    public var alternativeCount: Int { values.count }

    /// The values of one criterion over the alternatives.
    public func column(_ criterion: Int) -> [Double] { values.map { $0[criterion] } }
}

/// What one method shows about alternatives on several criteria.
public struct CriteriaView: Sendable, Equatable {
    /// One number per alternative, in the method's own unit.
    public let scores: [Double]
    /// Whether a higher score is better.
    public let higherIsBetter: Bool

    /// Alternatives with the best score, in rising order; scores within 1e-12 count as equal.
    public var tied: [Int] {
        let signed = scores.map { higherIsBetter ? $0 : -$0 }
        let best = signed.max() ?? 0
        return signed.indices.filter { signed[$0] >= best - 1e-12 }
    }

    /// Distance in score from the tied alternatives to the next one; nil if all are tied.
    public var gap: Double? {
        let signed = scores.map { higherIsBetter ? $0 : -$0 }
        let outside = signed.indices.filter { !tied.contains($0) }.map { signed[$0] }.max()
        return outside.flatMap { next in signed.max().map { $0 - next } }
    }
}

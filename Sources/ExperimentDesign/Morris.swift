internal import Foundation
internal import Stochastics

/// Screening by elementary effects (Morris 1991; Campolongo, Cariboni and Saltelli 2007).
public struct MorrisResult: Sendable, Hashable {
    /// The effects of one factor over its whole range, in the unit of the outcome.
    public struct Effect: Sendable, Hashable {
        /// The factor.
        public let factor: String
        /// The mean effect: its sign tells the direction.
        public let mean: Double
        /// The mean size of the effect with a bootstrap interval: how much the factor matters.
        public let meanSize: Interval
        /// The spread of the effects: how much it works together with others, or not in a straight line.
        public let spread: Double
    }

    /// The effects in the order of the factors.
    public let effects: [Effect]

    /// The effects from the outcomes of a Morris design.
    ///
    /// - Parameters:
    ///   - design: made by ``Design/morris(_:trajectories:levels:seed:)``, or its rows from a file.
    ///   - outcomes: one for each row.
    ///   - draws: bootstrap draws over trajectories.
    /// - Throws: ``DesignError``.
    public init(
        _ design: Design, outcomes: [Double], draws: Int = 1000, level: Double = 0.95, seed: UInt64 = 1
    ) throws(DesignError) {
        let k = design.factors.count
        guard outcomes.count == design.rows.count else {
            throw DesignError(
                "\(outcomes.count) outcomes for \(design.rows.count) rows; give one for each row.")
        }
        guard outcomes.count.isMultiple(of: k + 1), !outcomes.isEmpty else {
            throw DesignError(
                "\(outcomes.count) rows are no trajectories of \(k + 1) rows each (\(k) factors).")
        }
        let trajectories = outcomes.count / (k + 1)
        var found: [[Double]] = Array(repeating: [], count: k)
        for trajectory in 0..<trajectories {
            for step in 0..<k {
                let row = trajectory * (k + 1) + step
                let (one, other) = (design.rows[row], design.rows[row + 1])
                let changed = one.indices.filter { one[$0] != other[$0] }
                guard changed.count == 1, let factor = changed.first else {
                    throw DesignError(
                        "rows \(row + 1) and \(row + 2) differ in \(changed.count) factors; in a trajectory exactly one changes."
                    )
                }
                let range = design.factors[factor].upper - design.factors[factor].lower
                found[factor].append(
                    (outcomes[row + 1] - outcomes[row]) / ((other[factor] - one[factor]) / range))
            }
        }
        effects = design.factors.enumerated().map { index, factor in
            Self.effect(factor.name, found[index], draws, level, seed, UInt32(index))
        }
    }

    private static func effect(
        _ name: String, _ values: [Double], _ draws: Int, _ level: Double, _ seed: UInt64, _ entity: UInt32
    ) -> Effect {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let size = values.reduce(0) { $0 + abs($1) } / count
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        var random = RandomStream(seed: seed, entity: entity, purpose: .designBootstrap)
        let again = (0..<draws).map { _ in
            values.indices.reduce(0) { sum, _ in
                sum + abs(values[Int(random.integer(below: UInt32(values.count)))])
            } / count
        }
        return Effect(
            factor: name, mean: mean, meanSize: Interval(size, draws: again, level: level),
            spread: values.count > 1 ? (square / (count - 1)).squareRoot() : 0)
    }
}

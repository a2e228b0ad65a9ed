internal import Stochastics

/// What is wished of an objective.
public enum Wish: String, Sendable, Hashable, CaseIterable {
    /// More is wished.
    case more
    /// Less is wished.
    case less
}

/// Alternatives on several objectives at once: which of them no other beats on everything. Never an order, never a winner.
public struct ParetoFront: Sendable, Hashable {
    /// For each alternative, in the order given, whether no other is at least as good on all objectives and better on one.
    public let isOnFront: [Bool]

    /// Compares alternatives.
    ///
    /// - Parameters:
    ///   - values: one row for each alternative, one number for each objective.
    ///   - wishes: what is wished of each objective.
    ///   - tolerance: how much better an alternative must be on one objective to beat another, one for each; nil for
    ///     none. It must be at least as good on all others without slack: with slack there too, alternatives could beat
    ///     each other in a circle and leave the front empty.
    /// - Throws: ``DesignError``.
    public init(_ values: [[Double]], wishes: [Wish], tolerance: [Double]? = nil) throws(DesignError) {
        guard values.allSatisfy({ $0.count == wishes.count && $0.allSatisfy(\.isFinite) }) else {
            throw DesignError(
                "every alternative needs one number for each of the \(wishes.count) objectives.")
        }
        let slack = tolerance ?? wishes.map { _ in 0 }
        guard slack.count == wishes.count, slack.allSatisfy({ $0 >= 0 }) else {
            throw DesignError(
                "\(slack.count) tolerances for \(wishes.count) objectives; give one for each, 0 or more.")
        }
        func gain(_ one: [Double], _ other: [Double], _ objective: Int) -> Double {
            wishes[objective] == .more ? one[objective] - other[objective] : other[objective] - one[objective]
        }
        isOnFront = values.indices.map { index in
            !values.indices.contains { other in
                other != index
                    && wishes.indices.allSatisfy { gain(values[other], values[index], $0) >= 0 }
                    && wishes.indices.contains { gain(values[other], values[index], $0) > slack[$0] }
            }
        }
    }
}

/// How much alternatives can disappoint over scenarios (Savage 1951; Lempert and others 2006).
public struct Regret: Sendable, Hashable {
    /// For each alternative the largest regret: the distance to the best alternative of the same scenario.
    public let largest: [Double]
    /// For each alternative the 90% quantile of regret.
    public let ninetieth: [Double]
    /// For each alternative the share of scenarios in which it meets the aspiration; nil without one.
    public let satisfying: [Double]?

    /// Compares alternatives on one objective.
    ///
    /// - Parameters:
    ///   - values: one row for each alternative, one number for each scenario.
    ///   - wish: what is wished.
    ///   - aspiration: what is enough; nil where nobody said so.
    /// - Throws: ``DesignError``.
    public init(_ values: [[Double]], wish: Wish, aspiration: Double? = nil) throws(DesignError) {
        guard let count = values.first?.count, count > 0,
            values.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) })
        else {
            throw DesignError(
                "every alternative needs one number for each scenario, and there must be scenarios.")
        }
        let best = (0..<count).map { scenario -> Double in
            let column = values.map { $0[scenario] }
            return (wish == .more ? column.max() : column.min()) ?? 0
        }
        let regrets = values.map { row in zip(row, best).map { abs($0 - $1) }.sorted() }
        largest = regrets.map { $0.last ?? 0 }
        ninetieth = regrets.map { $0.quantileOfSorted(0.9) ?? 0 }
        satisfying = aspiration.map { limit in
            values.map { row in
                Double(row.count { wish == .more ? $0 >= limit : $0 <= limit }) / Double(count)
            }
        }
    }
}

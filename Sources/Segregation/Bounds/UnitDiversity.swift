internal import Foundation

/// A concave function V of the share p of a group in a unit. Measures that compare Σ t V(p) with the whole
/// table follow.
enum UnitDiversity: Sendable {
    /// -p ln p - (1-p) ln (1-p).
    case entropy
    /// p (1-p).
    case interaction
    /// √(p (1-p)).
    case root
    /// -p².
    case meeting
    /// -K of a bound of the Gini coefficient.
    case cumulative(CumulativeShape)

    /// V itself.
    func callAsFunction(_ p: Double) -> Double {
        switch self {
        case .entropy: p > 0 && p < 1 ? -p * log(p) - (1 - p) * log1p(-p) : 0
        case .interaction: p * (1 - p)
        case .root: max(0, p * (1 - p)).squareRoot()
        case .meeting: -p * p
        case .cumulative(let shape): -shape(p)
        }
    }

    /// dV/dp, infinite at 0 and 1 for entropy and root.
    func slope(_ p: Double) -> Double {
        switch self {
        case .entropy: log1p(-p) - log(p)
        case .interaction: 1 - 2 * p
        case .root: (1 - 2 * p) / (2 * (p * (1 - p)).squareRoot())
        case .meeting: -2 * p
        case .cumulative(let shape): shape.slope(p)
        }
    }

    /// The derivative of t V(x/t) when members move in and the rest stays.
    func memberSlope(_ p: Double) -> Double { self(p) + (1 - p) * slope(p) }

    /// The derivative of t V(x/t) when others move in and the members stay.
    func restSlope(_ p: Double) -> Double { self(p) - p * slope(p) }

    /// Where a function that falls with p over 0 to 1 passes a number; 0 or 1 where it never does.
    static func crossing(
        of number: Double, _ falling: (Double) -> Double, within range: ClosedRange<Double> = 0...1
    ) -> Double {
        var low = range.lowerBound
        var high = range.upperBound
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high, high - low > 1e-16 else { return middle }
            if falling(middle) > number { low = middle } else { high = middle }
        }
    }
}

/// A measure of a group against the rest as a question of level: it is at least v when Σ t (κ(P) - V(p)) is
/// at least 0, with V concave and κ falling in v. κ is concave in P, and for the Gini coefficient convex.
struct LevelForm: Sendable {
    enum Scale: Sendable {
        /// 1 - Σ t V(p) / (T V(P)): H, η² and the square root index.
        case relative
        /// V(P) - Σ t V(p) / T: M.
        case difference
        /// -Σ t V(p) / X: isolation.
        case perMember
        /// (C - Σ t V(p) / T) / (P (1-P)), for bounds of the Gini coefficient.
        case perPair(constant: Double)
    }

    let diversity: UnitDiversity
    let scale: Scale

    /// κ at composition P for level v.
    func kappa(_ share: Double, level: Double) -> Double {
        switch scale {
        case .relative: (1 - level) * diversity(share)
        case .difference: diversity(share) - level
        case .perMember: -level * share
        case .perPair(let constant): constant - level * share * (1 - share)
        }
    }

    /// dκ/dP.
    func kappaSlope(_ share: Double, level: Double) -> Double {
        switch scale {
        case .relative: (1 - level) * diversity.slope(share)
        case .difference: diversity.slope(share)
        case .perMember: -level
        case .perPair: -level * (1 - 2 * share)
        }
    }

    /// Whether κ is convex in P.
    var isConvex: Bool {
        if case .perPair = scale { true } else { false }
    }

    /// The measure of a table.
    func value(_ members: [Double], _ persons: [Double]) -> Double {
        if isConvex { return GiniTable(members, persons).gini }
        var sum = 0.0
        for (x, t) in zip(members, persons) where t > 0 { sum += t * diversity(min(1, x / t)) }
        let all = persons.reduce(0, +)
        let share = members.reduce(0, +) / all
        switch scale {
        case .relative: return 1 - sum / all / diversity(share)
        case .difference: return diversity(share) - sum / all
        default: return -sum / all / share
        }
    }
}

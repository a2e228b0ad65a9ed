internal import Foundation

/// A concave function V of the shares of several groups, the same as a function W = T V of counts that grows
/// in proportion.
enum GroupDiversity: Sendable {
    /// -Σ p ln p.
    case entropy
    /// 1 - Σ p².
    case interaction

    /// W of the counts of one unit or of the whole.
    func callAsFunction(_ counts: some Collection<Double>) -> Double {
        let total = counts.reduce(0, +)
        guard total > 0 else { return 0 }
        switch self {
        case .entropy: return counts.reduce(0) { $1 > 0 ? $0 - $1 * log($1 / total) : $0 }
        case .interaction: return total - counts.reduce(0) { $0 + $1 * $1 } / total
        }
    }

    /// The derivatives of W by the counts, where the shares are these: W is at most Σ x times these, whatever
    /// the counts.
    func tangent(_ shares: [Double]) -> [Double] {
        switch self {
        case .entropy: return shares.map { -log(max($0, 1e-300)) }
        case .interaction:
            let squares = shares.reduce(0) { $0 + $1 * $1 }
            return shares.map { 1 + squares - 2 * $0 }
        }
    }

    /// The largest Σ α x that is at most W for all counts whose shares lie in these ranges, as both functions
    /// are sums of concave functions of one share, which lie above their chords.
    func chords(_ ranges: [ClosedRange<Double>]) -> [Double] {
        var slopes: [Double] = []
        var intercepts = 0.0
        for range in ranges {
            let (low, high) = (range.lowerBound, range.upperBound)
            let slope = high > low ? (part(high) - part(low)) / (high - low) : 0
            slopes.append(slope)
            intercepts += part(low) - slope * low
        }
        return slopes.map { $0 + intercepts }
    }

    /// What one share adds to V.
    private func part(_ share: Double) -> Double {
        switch self {
        case .entropy: share > 0 ? -share * log(share) : 0
        case .interaction: share * (1 - share)
        }
    }

    /// The second derivative of -W along a direction.
    func curvature(_ counts: [Double], total: Double, along direction: [Double]) -> Double {
        let sum = direction.reduce(0, +)
        switch self {
        case .entropy:
            var curvature = -sum * sum / total
            for (count, step) in zip(counts, direction) where step != 0 { curvature += step * step / count }
            return curvature
        case .interaction:
            return zip(counts, direction).reduce(0) { curvature, pair in
                let turn = pair.1 - pair.0 / total * sum
                return curvature + 2 * turn * turn / total
            }
        }
    }
}

internal import Foundation

/// What is believed of the parameters after the data: a weighted sample.
public struct CalibrationPosterior: Sendable, Hashable {
    /// One set of parameters, the run it gave and its weight.
    public struct Draw: Sendable, Hashable {
        /// The parameters in their own units.
        public let parameters: [Double]
        /// What one run with them gave for each target.
        public let simulated: [Double]
        /// The weight; all weights add up to 1.
        public let weight: Double
    }

    /// One generation on the way.
    public struct Generation: Sendable, Hashable {
        /// By how much the uncertainty of the targets was widened: 1 is as stated.
        public let tolerance: Double
        /// The effective sample size.
        public let effectiveSize: Double
    }

    /// The sample; draws whose weights together are below a millionth are dropped.
    public let draws: [Draw]
    /// The generations, first to last.
    public let generations: [Generation]

    /// The tolerance of the sample. Above 1 it is wider than the data call for: give more generations.
    public var tolerance: Double { generations.last?.tolerance ?? .infinity }

    /// The number of equally weighted draws that would tell as much: 1 / sum of squared weights (Kish 1965).
    public var effectiveSize: Double {
        let squares = draws.reduce(0) { $0 + $1.weight * $1.weight }
        return squares > 0 ? 1 / squares : 0
    }

    /// The weighted mean of parameter `place`.
    public func mean(ofParameter place: Int) -> Double {
        draws.reduce(0) { $0 + $1.weight * $1.parameters[place] }
    }

    /// The weighted standard deviation of parameter `place`.
    public func deviation(ofParameter place: Int) -> Double {
        let mean = mean(ofParameter: place)
        return draws.reduce(0) {
            $0 + $1.weight * ($1.parameters[place] - mean) * ($1.parameters[place] - mean)
        }.squareRoot()
    }

    /// The weighted quantiles of parameter `place` at `probabilities` (0...1), straight lines between the middles of
    /// the draws' steps.
    public func quantiles(ofParameter place: Int, at probabilities: [Double]) -> [Double] {
        Self.quantiles(draws.map { ($0.parameters[place], $0.weight) }, at: probabilities)
    }

    /// The weighted quantiles of what one run gives for target `place`.
    public func quantiles(ofTarget place: Int, at probabilities: [Double]) -> [Double] {
        Self.quantiles(draws.map { ($0.simulated[place], $0.weight) }, at: probabilities)
    }

    /// The weighted rank correlation of two parameters (Spearman), -1...1; nil where one does not vary. Near -1 or 1
    /// the data tell a combination of the two and not each: a ridge, also a curved one.
    public func rankCorrelation(_ first: Int, _ second: Int) -> Double? {
        let weights = draws.map(\.weight)
        let pairs = zip(
            Self.ranks(draws.map { $0.parameters[first] }, weights),
            Self.ranks(draws.map { $0.parameters[second] }, weights)
        ).map { [$0, $1] }
        let (_, covariance) = SymmetricMatrix.moments(pairs, weights: weights)
        guard pairs.count > 1, covariance[0][0] > 1e-12, covariance[1][1] > 1e-12 else { return nil }
        return min(1, max(-1, covariance[0][1] / (covariance[0][0] * covariance[1][1]).squareRoot()))
    }

    private static func ranks(_ values: [Double], _ weights: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = Array(repeating: 0.0, count: values.count)
        var below = 0.0
        var start = 0
        while start < order.count {
            var end = start
            var tied = 0.0
            while end < order.count, values[order[end]] == values[order[start]] {
                tied += weights[order[end]]
                end += 1
            }
            for place in start..<end { ranks[order[place]] = below + tied / 2 }
            below += tied
            start = end
        }
        return ranks
    }

    private static func quantiles(_ pairs: [(value: Double, weight: Double)], at probabilities: [Double])
        -> [Double]
    {
        let sorted = pairs.filter { $0.weight > 0 }.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
        var below = 0.0
        let middles = sorted.map { pair -> Double in
            below += pair.weight
            return below - pair.weight / 2
        }
        return probabilities.map { probability in
            guard let first = sorted.first, let last = sorted.last else { return .nan }
            let wanted = probability * below
            guard let upper = middles.firstIndex(where: { $0 >= wanted }) else { return last.value }
            guard upper > 0 else { return first.value }
            let part = (wanted - middles[upper - 1]) / (middles[upper] - middles[upper - 1])
            return sorted[upper - 1].value + part * (sorted[upper].value - sorted[upper - 1].value)
        }
    }
}

internal import Foundation

/// The likelihood of effects that were seen with a chance that depends on p.
struct SelectionLikelihood {
    let effects: [Double]
    let variances: [Double]
    let function: SelectionFunction
    /// One-sided p, small for high effects.
    private let pValues: [Double]
    /// For step functions, the step each p falls in.
    private let places: [Int]
    private let cutPoints: [Double]
    private static let nodes = Quadrature.legendre(16)

    /// - Parameter effects: turned so that high ones have small p.
    init(effects: [Double], variances: [Double], function: SelectionFunction) {
        self.effects = effects
        self.variances = variances
        self.function = function
        let p = zip(effects, variances).map { NormalDistribution.upper($0 / $1.squareRoot()) }
        pValues = p
        let cuts = function.stepWeights(function.neutral)?.cuts ?? []
        places = p.map { value in cuts.firstIndex { value <= $0 } ?? max(0, cuts.count - 1) }
        // An effect counts as below a cut where it is above this many standard errors.
        cutPoints = cuts.dropLast().map { NormalDistribution.upperQuantile($0) }
    }

    /// The number of effects in each step.
    var stepCounts: [Int] {
        let steps = function.stepWeights(function.neutral)?.cuts.count ?? 0
        return (0..<steps).map { step in places.count { $0 == step } }
    }

    func logLikelihood(mean: Double, tau2: Double, delta: [Double]) -> Double {
        let steps = function.stepWeights(delta)
        var sum = 0.0
        for i in effects.indices {
            let variance = variances[i] + tau2
            let deviation = effects[i] - mean
            sum -= 0.5 * (log(2 * .pi * variance) + deviation * deviation / variance)
            if let steps {
                let spread = variance.squareRoot()
                let error = variances[i].squareRoot()
                var total = 0.0
                var above = 0.0
                for (step, weight) in steps.weights.enumerated() {
                    let upTo =
                        step < cutPoints.count
                        ? NormalDistribution.upper((cutPoints[step] * error - mean) / spread) : 1
                    total += weight * (upTo - above)
                    above = upTo
                }
                sum += log(steps.weights[places[i]]) - log(total)
            } else {
                sum += function.logWeight(pValues[i], delta)
                sum -= log(expected(variances[i].squareRoot(), mean, variance.squareRoot(), delta))
            }
        }
        return sum
    }

    /// The mean chance to be seen over all outcomes of one study: ∫ w(p(y)) φ(y) dy in panels that follow
    /// the bell of the outcomes and the turn of w.
    private func expected(_ error: Double, _ mean: Double, _ spread: Double, _ delta: [Double]) -> Double {
        let low = mean - 8.3 * spread
        let high = mean + 8.3 * spread
        var edges = [low, mean - 3 * spread, mean, mean + 3 * spread, high]
        for kink in [-4.264890793922602, -2, 0, 2, 4.264890793922602] {
            let place = kink * error
            if place > low, place < high { edges.append(place) }
        }
        edges.sort()
        var total = 0.0
        for (left, right) in zip(edges, edges.dropFirst()) where right > left {
            let centre = (left + right) / 2
            let half = (right - left) / 2
            var panel = 0.0
            for node in Self.nodes {
                let y = centre + half * node.point
                let z = (y - mean) / spread
                let p = NormalDistribution.upper(y / error)
                panel += node.weight * exp(function.logWeight(p, delta) - z * z / 2)
            }
            total += half * panel
        }
        return total * 0.398942280401432677939946059934 / spread
    }
}

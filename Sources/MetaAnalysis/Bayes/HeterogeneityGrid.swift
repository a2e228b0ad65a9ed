internal import Foundation

/// The posterior of τ on points of a Gauss-Legendre rule, with the normal posterior of the mean at each.
struct HeterogeneityGrid {
    struct Point {
        var tau: Double
        /// Density times the width the point stands for; adds up to 1.
        var weight: Double
        /// Mean and variance of the mean effect given τ.
        var mean: Double
        var variance: Double
    }

    let points: [Point]
    /// ln of the integral of likelihood and priors.
    let logEvidence: Double
    private let edges: [Double]
    private let panels: [Double]
    private let logHeight: (Double) -> Double
    private let top: Double

    private static let rule = Quadrature.legendre(12)

    init(_ effects: EffectSet, _ prior: HeterogeneityPrior, _ effectPrior: EffectPrior)
        throws(MetaAnalysisError)
    {
        let y = effects.effects
        let v = effects.variances
        func conditional(_ tau: Double) -> (mean: Double, variance: Double, logHeight: Double) {
            var precision = 0.0
            var weighted = 0.0
            var logs = 0.0
            for i in y.indices {
                let total = v[i] + tau * tau
                precision += 1 / total
                weighted += y[i] / total
                logs += log(2 * .pi * total)
            }
            if case .normal(let mean, let deviation) = effectPrior {
                let extra = 1 / (deviation * deviation)
                precision += extra
                weighted += mean * extra
                logs += log(2 * .pi * deviation * deviation)
            }
            let mean = weighted / precision
            var quadratic = 0.0
            for i in y.indices { quadratic += (y[i] - mean) * (y[i] - mean) / (v[i] + tau * tau) }
            if case .normal(let prior, let deviation) = effectPrior {
                quadratic += (prior - mean) * (prior - mean) / (deviation * deviation)
            }
            let height = -0.5 * (logs + quadratic) + 0.5 * log(2 * .pi / precision)
            return (mean, 1 / precision, height + prior.logDensity(tau, variances: v))
        }
        // The unit of τ: the spread of the effects or, if smaller, a typical error.
        let centre = y.reduce(0, +) / Double(y.count)
        let spread = (y.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(y.count)).squareRoot()
        let unit = max(spread, (v.reduce(0, +) / Double(v.count)).squareRoot())
        // Panels that double in width, so that the long tails of improper priors are covered.
        var edges = [0.0]
        for step in 1...24 { edges.append(unit * 0.125 * Double(step)) }
        while edges[edges.count - 1] < unit * 1e5 { edges.append(edges[edges.count - 1] * 1.35) }
        var raw: [(tau: Double, width: Double, mean: Double, variance: Double, log: Double)] = []
        for (low, high) in zip(edges, edges.dropFirst()) {
            for node in Self.rule {
                let tau = (low + high) / 2 + (high - low) / 2 * node.point
                let here = conditional(tau)
                raw.append((tau, node.weight * (high - low) / 2, here.mean, here.variance, here.logHeight))
            }
        }
        let top = raw.reduce(-Double.infinity) { max($0, $1.log) }
        guard top.isFinite else { throw .notConverged("the posterior of τ") }
        let masses = raw.map { $0.width * exp($0.log - top) }
        let total = masses.reduce(0, +)
        logEvidence = top + log(total)
        self.top = top + log(total)
        let perPanel = Self.rule.count
        panels = (0..<(edges.count - 1)).map { panel in
            masses[(panel * perPanel)..<((panel + 1) * perPanel)].reduce(0, +) / total
        }
        self.edges = edges
        logHeight = { conditional($0).logHeight }
        points = zip(raw, masses).compactMap { point, mass in
            mass / total > 1e-15
                ? Point(tau: point.tau, weight: mass / total, mean: point.mean, variance: point.variance)
                : nil
        }
    }

    private func density(_ tau: Double) -> Double { exp(logHeight(tau) - top) }

    private func lower(_ tau: Double) -> Double {
        var sum = 0.0
        for (panel, mass) in panels.enumerated() {
            if tau >= edges[panel + 1] {
                sum += mass
            } else {
                let half = (tau - edges[panel]) / 2
                guard half > 0 else { break }
                sum +=
                    half
                    * Self.rule.reduce(0) { $0 + $1.weight * density(edges[panel] + half * (1 + $1.point)) }
                break
            }
        }
        return sum
    }

    private func quantile(_ p: Double) -> Double {
        if p <= 0 { return 0 }
        return RootFinding.brent(from: 0, to: edges[edges.count - 1], absoluteTolerance: edges[1] * 1e-9) {
            lower($0) - p
        } ?? 0
    }

    /// τ in a few numbers.
    func summary(level: Double, tail: PosteriorTail) throws(MetaAnalysisError) -> PosteriorSummary {
        let mean = points.reduce(0) { $0 + $1.weight * $1.tau }
        let square = points.reduce(0) { $0 + $1.weight * ($1.tau - mean) * ($1.tau - mean) }
        let mode = Minimisation.brent(from: 0, to: quantile(0.95)) { -density($0) }
        let start = Minimisation.brent(from: 0, to: (1 - level) * (1 - 1e-6), tolerance: 1e-8) {
            quantile($0 + level) - quantile($0)
        }
        return PosteriorSummary(
            mode: mode, median: quantile(0.5), mean: tail.mean(mean),
            deviation: tail.deviation(square.squareRoot()),
            interval: ConfidenceInterval(lower: quantile(start), upper: quantile(start + level), level: level)
        )
    }
}

internal import Foundation

/// The equal-effects mean with an interval that allows for heterogeneity and is robust to missing small
/// studies (Henmi and Copas 2010).
public struct HenmiCopasInterval: Sendable, Equatable {
    /// The mean with weights 1/v.
    public let estimate: Double
    /// Its standard error under random effects.
    public let standardError: Double
    /// The interval.
    public let interval: ConfidenceInterval
    /// τ² by DerSimonian and Laird.
    public let tau2: Double
}

extension EffectSet {
    /// Henmi and Copas' interval.
    /// - Throws: fewer than two studies, or a level out of range.
    public func henmiCopas(level: Double = 0.95) throws(MetaAnalysisError) -> HenmiCopasInterval {
        guard count >= 2 else { throw .tooFewStudies(found: count, needed: 2, purpose: "pooling") }
        try PoolingOptions.check(level: level)
        let w = variances.map { 1 / $0 }
        func moment(_ power: Int) -> Double { w.reduce(0) { $0 + pow($1, Double(power)) } }
        let w1 = moment(1)
        let w2 = moment(2) / w1
        let w3 = moment(3) / w1
        let w4 = moment(4) / w1
        let df = Double(count - 1)
        let model = LinearModel(effects: effects, variances: variances)
        let mean = WeightedFit(model, weights: w).coefficients[0]
        let tau2 = HeterogeneitySolution(model, by: .derSimonianLaird).tau2
        let ratio = 1 + tau2 * w2
        let skew = w3 - w2 * w2
        // Mean and variance of Q given the standardised estimate r, matched by a gamma distribution.
        func meanOfQ(_ r: Double) -> Double {
            df + tau2 * (w1 - w2) + tau2 * tau2 * (r * r / (ratio * ratio) - 1 / ratio) * skew
        }
        func varianceOfQ(_ r: Double) -> Double {
            let square = r * r
            let gap = square / (ratio * ratio) - 1 / ratio
            let inverse = 1 / (ratio * ratio)
            let first = 2 * df + 4 * tau2 * (w1 - w2)
            let second = 2 * tau2 * tau2 * (w1 * w2 - 2 * w3 + w2 * w2)
            let third = 4 * tau2 * tau2 * gap * skew
            let fourth = 4 * pow(tau2, 3) * gap * (w4 - 2 * w2 * w3 + w2 * w2 * w2)
            let fifth = 2 * pow(tau2, 4) * (inverse - 2 * square / pow(ratio, 3)) * skew * skew
            return first + second + third + fourth + fifth
        }
        let spread = ratio.squareRoot()
        func excess(_ x: Double) -> Double {
            let tail = Quadrature.adaptive(from: x, to: x + 12, tolerance: 1e-10) { r in
                let scaled = spread * r
                let mean = meanOfQ(scaled)
                let variance = varianceOfQ(scaled)
                let f = r / x
                let limit = (w1 / w2 - 1) * (f * f - 1) + df
                return IncompleteGamma.lower(mean * mean / variance, limit * mean / variance)
                    * NormalDistribution.density(r)
            }
            return tail - (1 - level) / 2
        }
        guard let root = RootFinding.brent(from: 1e-3, to: 12, absoluteTolerance: 1e-10, excess) else {
            throw .notConverged("the interval of Henmi and Copas")
        }
        let error = (ratio / w1).squareRoot()
        let half = spread * root * error
        return HenmiCopasInterval(
            estimate: mean, standardError: error,
            interval: ConfidenceInterval(lower: mean - half, upper: mean + half, level: level), tau2: tau2)
    }
}

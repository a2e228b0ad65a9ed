internal import Foundation

/// τ² by one of the estimators, with the standard error that belongs to it. All roots are exact to the last
/// digits.
struct HeterogeneitySolution: Sendable, Equatable {
    /// τ² ≥ 0.
    var tau2: Double
    /// The standard error of τ².
    var standardError: Double

    /// - Parameter weights: weights of one's own for the generalised Q; 1/v if `nil`.
    init(_ model: LinearModel, by estimator: HeterogeneityEstimator, weights: [Double]? = nil) {
        let v = model.variances
        let df = model.degreesOfFreedom
        switch estimator {
        case .derSimonianLaird:
            let fit = WeightedFit(model, weights: v.map { 1 / $0 })
            let trace = fit.traceOfProjection
            tau2 = max(0, (fit.quadratic - df) / trace)
            standardError =
                ((2 * df + 4 * tau2 * trace + 2 * tau2 * tau2 * fit.traceOfSquare).squareRoot()) / trace
        case .generalisedQ:
            let fit = WeightedFit(model, weights: weights ?? v.map { 1 / $0 })
            let trace = fit.traceOfProjection
            tau2 = max(0, (fit.quadratic - fit.trace(times: v)) / trace)
            standardError = Self.momentError(fit, v, tau2).squareRoot() / trace
        case .hedges:
            let fit = WeightedFit(model, weights: [Double](repeating: 1, count: model.count))
            tau2 = max(0, (fit.quadratic - fit.trace(times: v)) / df)
            standardError = Self.momentError(fit, v, tau2).squareRoot() / df
        case .hunterSchmidt, .hunterSchmidtCorrected:
            let fit = WeightedFit(model, weights: v.map { 1 / $0 })
            let k = Double(model.count)
            let factor = estimator == .hunterSchmidt ? 1 : k / df
            tau2 = max(0, (factor * fit.quadratic - k) / fit.sumOfWeights)
            standardError =
                factor
                * (2 * df + 4 * tau2 * fit.traceOfProjection + 2 * tau2 * tau2 * fit.traceOfSquare)
                .squareRoot() / fit.sumOfWeights
        case .sidikJonkman:
            let spread = model.effects.reduce(0) { $0 + ($1 - model.centre) * ($1 - model.centre) }
            let rough = spread / Double(model.count)
            guard rough > 0 else {
                // All effects are the same: the first guess is 0 and so is the estimate.
                tau2 = 0
                standardError = 0
                return
            }
            let fit = WeightedFit(model, weights: v.map { 1 / ($0 + rough) })
            tau2 = rough * fit.quadratic / df
            standardError = rough * Self.momentError(fit, v, tau2).squareRoot() / df
        case .maximumLikelihood:
            let root = model.likelihoodRoot(restricted: false)
            tau2 = root
            let weights = v.map { 1 / ($0 + root) }
            standardError = (2 / weights.reduce(0) { $0 + $1 * $1 }).squareRoot()
        case .restrictedMaximumLikelihood:
            let root = model.likelihoodRoot(restricted: true)
            tau2 = root
            standardError =
                (2 / WeightedFit(model, weights: v.map { 1 / ($0 + root) }).traceOfSquare).squareRoot()
        case .empiricalBayes, .pauleMandel, .pauleMandelMedian:
            let target =
                estimator == .pauleMandelMedian ? ChiSquaredDistribution.quantile(0.5, df: df) : df
            let root = model.generalisedQRoot(target) ?? 0
            tau2 = root
            let sum = v.reduce(0) { $0 + 1 / ($1 + root) }
            standardError = (2 * Double(model.count * model.count) / df).squareRoot() / sum
        }
    }

    /// 2 tr PVPV + 4τ² tr PVP + 2τ⁴ tr PP.
    private static func momentError(_ fit: WeightedFit, _ v: [Double], _ tau2: Double) -> Double {
        2 * fit.traceSquare(times: v) + 4 * tau2 * fit.traceSandwich(v) + 2 * tau2 * tau2 * fit.traceOfSquare
    }
}

extension LinearModel {
    /// The τ² at which the generalised Q equals a target; `nil` where it lies below the target at τ² = 0
    /// already.
    func generalisedQRoot(_ target: Double) -> Double? {
        func difference(_ tau2: Double) -> Double { profile(tau2).quadratic - target }
        let atZero = difference(0)
        guard atZero > 0 else { return atZero == 0 ? 0 : nil }
        let step = max(variances.reduce(0, +) / Double(count), .leastNormalMagnitude)
        guard let end = RootFinding.firstNonPositive(above: 0, step: step, difference) else { return nil }
        return RootFinding.brent(
            from: 0, to: end.point, valueAtFirst: atZero, valueAtSecond: end.value, difference)
    }

    /// The τ² with the greatest (restricted) likelihood: every change of sign of its slope on a grid is
    /// made exact, and the likelihoods of all maxima and of 0 are compared where there is more than one.
    func likelihoodRoot(restricted: Bool) -> Double {
        func slope(_ tau2: Double) -> Double {
            let profile = profile(tau2)
            return profile.squared - (restricted ? profile.traceOfProjection : profile.sumOfWeights)
        }
        let spread = effects.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / max(degreesOfFreedom, 1)
        let step = max(spread, variances.reduce(0, +) / Double(count))
        guard let end = RootFinding.firstNonPositive(above: 0, step: 1.5 * step, slope) else { return 0 }
        let points = 14
        var candidates: [Double] = []
        var previous = (point: 0.0, value: slope(0))
        if previous.value <= 0 { candidates.append(0) }
        for index in 0...points {
            let point =
                index == points ? end.point : end.point * exp2(-14 * Double(points - index) / Double(points))
            let value = index == points ? end.value : slope(point)
            if previous.value > 0, value <= 0,
                let root = RootFinding.brent(
                    from: previous.point, to: point, valueAtFirst: previous.value, valueAtSecond: value, slope
                )
            {
                candidates.append(root)
            }
            previous = (point, value)
        }
        guard candidates.count > 1 else { return candidates.first ?? 0 }
        let heights = candidates.map { logLikelihood($0, restricted: restricted) }
        let best = heights.indices.max { heights[$0] < heights[$1] } ?? 0
        return candidates[best]
    }
}

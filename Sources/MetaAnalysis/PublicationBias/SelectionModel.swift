internal import Foundation

/// A random-effects model by maximum likelihood in which studies may be unseen for their p.
///
/// With fewer than some fifteen studies such models often run to a bound or have no clear maximum; read
/// them as a sensitivity analysis, beside the plain result.
public struct SelectionModel: Sendable, Equatable {
    /// The function.
    public let function: SelectionFunction
    /// Whether high effects have small p (or low ones).
    public let favoursPositive: Bool
    /// The mean effect with the selection taken out; undefined error where the likelihood is flat.
    public let estimate: Double
    /// Its standard error.
    public let standardError: Defined<Double>
    /// τ² with the selection taken out.
    public let tau2: Double
    /// The parameters of the function; for steps the chance per step, 1 for the first.
    public let delta: [Double]
    /// Their standard errors; `nil` for fixed ones and where the likelihood is flat or at a bound.
    public let deltaErrors: [Double?]
    /// The log-likelihood.
    public let logLikelihood: Double
    /// The comparison with the model without selection.
    public let test: LikelihoodRatio
    /// Whether a parameter ended at its bound.
    public let isAtBound: Bool
    /// What a reader should know.
    public let warnings: [PoolingWarning]

    /// The interval of the mean effect.
    /// - Throws: a level out of range.
    public func interval(level: Double = 0.95) throws(MetaAnalysisError) -> Defined<ConfidenceInterval> {
        try PoolingOptions.check(level: level)
        switch standardError {
        case .value(let error):
            let half = NormalDistribution.quantile((1 + level) / 2) * error
            return .value(ConfidenceInterval(lower: estimate - half, upper: estimate + half, level: level))
        case .undefined(let reason): return .undefined(reason)
        }
    }
}

extension EffectSet {
    /// Fits a selection model.
    /// - Parameters:
    ///   - function: how the chance to be seen depends on the one-sided p.
    ///   - favouringPositive: whether p is small for high effects; by the sign of the pooled effect if left
    ///     out.
    /// - Throws: fewer than three studies, steps out of order, a step without any study, no maximum.
    public func selectionModel(
        _ function: SelectionFunction = .threeParameter, favouringPositive: Bool? = nil
    ) throws(MetaAnalysisError) -> SelectionModel {
        try function.check()
        let needed = 2 + function.parameters + 1
        guard count >= needed else {
            throw .tooFewStudies(found: count, needed: needed, purpose: "this selection model")
        }
        let model = LinearModel(effects: effects, variances: variances)
        let plain = ModelFit(model, .randomEffects(.maximumLikelihood), .normal)
        let positive = favouringPositive ?? (plain.estimates[0] >= 0)
        let sign = positive ? 1.0 : -1.0
        let likelihood = SelectionLikelihood(
            effects: effects.map { sign * $0 }, variances: variances, function: function)
        if case .steps = function, let empty = likelihood.stepCounts.firstIndex(of: 0) {
            throw .contradiction(
                "step \(empty + 1) holds no study, so its chance cannot be estimated; choose other steps")
        }
        return try SelectionSearch(
            likelihood: likelihood, mean: sign * plain.estimates[0], tau2: plain.heterogeneity.tau2,
            plain: plain.logLikelihood
        ).solution(sign: sign, warnings: count < 10 ? [.fewStudies(count)] : [])
    }
}

/// The search for the maximum of a ``SelectionLikelihood``: mean as it is, τ² and δ by their logarithms.
private struct SelectionSearch {
    let likelihood: SelectionLikelihood
    let mean: Double
    let tau2: Double
    let plain: Double

    private static let lowest = -18.0
    private static let highest = 6.0

    private func unpack(_ point: [Double]) -> (mean: Double, tau2: Double, delta: [Double]) {
        (
            point[0], point[1] <= Self.lowest ? 0 : exp(min(point[1], 10)),
            point.dropFirst(2).map { $0 <= Self.lowest ? 0 : exp(min($0, Self.highest)) }
        )
    }

    private func cost(_ point: [Double]) -> Double {
        let parts = unpack(point)
        let value = -likelihood.logLikelihood(mean: parts.mean, tau2: parts.tau2, delta: parts.delta)
        return value.isFinite ? value : 1e10
    }

    func solution(sign: Double, warnings: [PoolingWarning]) throws(MetaAnalysisError) -> SelectionModel {
        let function = likelihood.function
        let typical = likelihood.variances.reduce(0, +) / Double(likelihood.variances.count)
        let logTau2 = log(max(tau2, typical * 0.05))
        var best: (point: [Double], value: Double) = ([], .infinity)
        let starts = function.parameters == 0 ? [0.0] : [log(0.5), log(1.5)]
        for start in starts {
            let from = [mean, logTau2] + [Double](repeating: start, count: function.parameters)
            let steps =
                [typical.squareRoot() * 0.5, 0.5] + [Double](repeating: 0.7, count: function.parameters)
            let found = Minimisation.quasiNewton(from: from, scales: steps, cost)
            if found.value < best.value { best = found }
        }
        guard best.value < 1e9 else { throw .notConverged("the selection model") }
        var (mean, tau2, delta) = unpack(best.point)
        var height = -best.value
        // Bounds: τ² = 0, and δ = 0 for functions that are neutral there.
        let free = function.neutral.first == 0 ? height <= plain + 1e-7 : false
        if free {
            mean = self.mean
            tau2 = self.tau2
            delta = function.neutral
            height = plain
        }
        let atZero = likelihood.logLikelihood(mean: mean, tau2: 0, delta: delta)
        if atZero >= height { tau2 = 0; height = atZero }
        let atBound = tau2 == 0 || free || delta.contains { $0 > 300 || $0 < 1e-7 }
        let errors = standardErrors(mean, tau2, delta)
        let isSteps = function.stepWeights(function.neutral) != nil
        let weights = function.stepWeights(delta)?.weights ?? delta
        var deltaErrors: [Double?]
        if case .fixedSteps = function {
            deltaErrors = weights.map { _ in nil }
        } else {
            let own = (errors ?? []).dropFirst().map { Optional($0) }
            let filled = own.count == delta.count ? Array(own) : delta.map { _ in nil }
            deltaErrors = isSteps ? [nil] + filled : filled
        }
        let degrees = Double(function.parameters)
        return SelectionModel(
            function: function, favoursPositive: sign > 0, estimate: sign * mean,
            standardError: errors?.first.map { .value($0) } ?? .undefined(.flatLikelihood), tau2: tau2,
            delta: weights,
            deltaErrors: deltaErrors, logLikelihood: height,
            test: LikelihoodRatio(statistic: max(0, 2 * (height - plain)), degreesOfFreedom: degrees),
            isAtBound: atBound, warnings: warnings)
    }

    /// Standard errors of the mean and of δ from the curvature; parameters at a bound are held. `nil` where
    /// it is flat.
    private func standardErrors(_ mean: Double, _ tau2: Double, _ delta: [Double]) -> [Double]? {
        let hold = delta.contains(0)
        let typical = likelihood.variances.reduce(0, +) / Double(likelihood.variances.count)
        var point = [mean]
        var scales = [typical.squareRoot()]
        if tau2 > 0 {
            point.append(tau2)
            scales.append(tau2)
        }
        let start = point.count
        if !hold {
            point += delta
            scales += delta
        }
        let hessian = Derivatives.hessian(at: point, scales: scales) { place in
            -likelihood.logLikelihood(
                mean: place[0], tau2: tau2 > 0 ? place[1] : 0,
                delta: hold ? delta : Array(place.dropFirst(start)))
        }
        guard let inverse = Cholesky(hessian)?.inverse else { return nil }
        let variances = [inverse[0, 0]] + (start..<point.count).map { inverse[$0, $0] }
        guard variances.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        return variances.map { $0.squareRoot() }
    }
}

internal import Foundation

/// A fitted ``LinearModel``: coefficients with their covariance under the chosen inference, and
/// heterogeneity.
struct ModelFit: Sendable, Equatable {
    let model: LinearModel
    let poolingModel: PoolingModel
    let inference: CoefficientInference
    let userWeights: [Double]?
    let heterogeneity: Heterogeneity
    /// Coefficients on the user's scale.
    let estimates: [Double]
    /// Their covariance before any factor of Knapp and Hartung.
    let plainCovariance: Matrix
    /// The weighted mean square of residuals, before a floor.
    let meanSquare: Double
    /// The factor that was applied to the covariance.
    let varianceFactor: Double
    /// Weights that pool the effects.
    let weights: [Double]
    let residuals: [Double]
    private let fit: WeightedFit

    init(
        _ model: LinearModel, _ poolingModel: PoolingModel, _ inference: CoefficientInference,
        userWeights: [Double]? = nil, tau2: Double? = nil
    ) {
        self.model = model
        self.poolingModel = poolingModel
        self.inference = inference
        self.userWeights = userWeights
        let v = model.variances
        let df = model.degreesOfFreedom
        let plain = WeightedFit(model, weights: v.map { 1 / $0 })
        let q = plain.quadratic
        let typical = df / plain.traceOfProjection
        let fit: WeightedFit
        switch poolingModel {
        case .equalEffects:
            heterogeneity = Heterogeneity(
                tau2: 0, standardError: nil, i2: q > 0 ? max(0, 100 * (q - df) / q) : 0, h2: q / df, q: q,
                degreesOfFreedom: df, typicalVariance: typical)
            fit = plain
        case .randomEffects(let estimator):
            var solution = HeterogeneitySolution(model, by: estimator, weights: userWeights)
            if let tau2 { solution.tau2 = tau2 }
            var found = Heterogeneity(
                tau2: solution.tau2, standardError: solution.standardError, i2: 0, h2: 1, q: q,
                degreesOfFreedom: df, typicalVariance: typical)
            found.i2 = found.i2(at: solution.tau2)
            found.h2 = found.h2(at: solution.tau2)
            heterogeneity = found
            fit =
                estimator == .generalisedQ
                ? WeightedFit(model, weights: userWeights ?? v.map { 1 / $0 })
                : WeightedFit(model, weights: v.map { 1 / ($0 + solution.tau2) })
        }
        estimates = fit.coefficients
        weights = fit.weights
        residuals = fit.residuals
        self.fit = fit
        let tau2 = heterogeneity.tau2
        if case .randomEffects(.generalisedQ) = poolingModel {
            let spread = v.map { $0 + tau2 }
            let middle = WeightedFit.moment(model, weights, power: 2, times: spread)
            let bread = model.backToTerms * fit.inverse
            plainCovariance = bread * middle * bread.transposed
            // The mean square in the metric of the actual variances.
            meanSquare = zip(residuals, spread).reduce(0) { $0 + $1.0 * $1.0 / $1.1 } / df
        } else {
            plainCovariance = fit.covariance
            meanSquare = fit.quadratic / df
        }
        switch inference {
        case .knappHartung(let neverNarrower):
            varianceFactor = neverNarrower ? max(1, meanSquare) : meanSquare
        default: varianceFactor = 1
        }
    }

    /// The diagonal of X(X′WX)⁻¹X′W.
    var leverages: [Double] { fit.leverages }

    var covariance: Matrix { varianceFactor * plainCovariance }

    /// Degrees of freedom of t; `nil` for the normal distribution.
    var degreesOfFreedom: Double? { inference == .normal ? nil : model.degreesOfFreedom }

    func coefficients(level: Double) -> [Coefficient] {
        let covariance = covariance
        return model.terms.enumerated().map { place, term in
            Coefficient(
                term: term, estimate: estimates[place], standardError: covariance[place, place].squareRoot(),
                degreesOfFreedom: degreesOfFreedom, level: level)
        }
    }

    /// The value and its prediction interval at a row of the design.
    func prediction(
        at row: [Double], method: PredictionMethod, level: Double
    ) -> (
        value: Double, standardError: Double, confidence: ConfidenceInterval,
        interval: Defined<ConfidenceInterval>
    ) {
        let value = zip(row, estimates).reduce(0) { $0 + $1.0 * $1.1 }
        let adjusted = covariance.quadraticForm(row)
        let mean = Coefficient(
            term: "", estimate: value, standardError: adjusted.squareRoot(),
            degreesOfFreedom: degreesOfFreedom,
            level: level)
        guard poolingModel != .equalEffects else {
            return (value, mean.standardError, mean.interval, .undefined(.equalEffects))
        }
        let df = method == .asInference ? degreesOfFreedom : model.degreesOfFreedom - 1
        if let df, df < 1 {
            return (value, mean.standardError, mean.interval, .undefined(.tooFewStudies(model.count)))
        }
        let variance = method == .higgins ? plainCovariance.quadraticForm(row) : adjusted
        let half =
            Coefficient.criticalValue(df, level: level) * (variance + heterogeneity.tau2).squareRoot()
        return (
            value, mean.standardError, mean.interval,
            .value(ConfidenceInterval(lower: value - half, upper: value + half, level: level))
        )
    }

    func heterogeneityInterval(
        _ method: HeterogeneityIntervalMethod, level: Double
    ) -> Defined<HeterogeneityInterval> {
        let ends: Defined<ConfidenceInterval>
        switch method {
        case .qProfile: ends = model.qProfile(level: level)
        case .profileLikelihood:
            guard case .randomEffects(let estimator) = poolingModel, estimator.isLikelihood else {
                return .undefined(.notLikelihood)
            }
            ends = model.profileLikelihood(
                around: heterogeneity.tau2, restricted: estimator == .restrictedMaximumLikelihood,
                level: level)
        }
        switch ends {
        case .value(let interval): return .value(HeterogeneityInterval(method, interval, heterogeneity))
        case .undefined(let reason): return .undefined(reason)
        }
    }

    /// ln of the likelihood the estimator works with: restricted for all but ML and equal effects.
    var logLikelihood: Double {
        let restricted = poolingModel != .equalEffects && poolingModel != .randomEffects(.maximumLikelihood)
        return model.logLikelihood(heterogeneity.tau2, restricted: restricted)
    }
}

extension LinearModel {
    func qProfile(level: Double) -> Defined<ConfidenceInterval> {
        let tail = (1 - level) / 2
        let high = ChiSquaredDistribution.quantile(1 - tail, df: degreesOfFreedom)
        let low = ChiSquaredDistribution.quantile(tail, df: degreesOfFreedom)
        guard let upper = generalisedQRoot(low) else { return .undefined(.effectsTooAlike) }
        return .value(ConfidenceInterval(lower: generalisedQRoot(high) ?? 0, upper: upper, level: level))
    }

    func profileLikelihood(
        around tau2: Double, restricted: Bool, level: Double
    ) -> Defined<ConfidenceInterval> {
        let drop = ChiSquaredDistribution.quantile(level, df: 1) / 2
        let limit = logLikelihood(tau2, restricted: restricted) - drop
        func above(_ value: Double) -> Double { logLikelihood(value, restricted: restricted) - limit }
        let step = max(tau2, variances.reduce(0, +) / Double(count))
        guard let end = RootFinding.firstNonPositive(above: tau2, step: step, above),
            let upper = RootFinding.brent(
                from: tau2, to: end.point, valueAtFirst: drop, valueAtSecond: end.value, above)
        else { return .undefined(.effectsTooAlike) }
        let lower =
            above(0) >= 0
            ? 0 : RootFinding.brent(from: 0, to: tau2, valueAtSecond: drop, above) ?? 0
        return .value(ConfidenceInterval(lower: lower, upper: upper, level: level))
    }
}

internal import Foundation

/// What one study does to a model: distances between the fits with and without it (Viechtbauer and Cheung
/// 2010).
public struct InfluenceRow: Sendable, Equatable {
    /// The study.
    public let study: String
    /// The residual against the fit without the study, in its standard errors.
    public let studentisedResidual: Double
    /// The residual against the fit with the study, in its standard errors.
    public let standardisedResidual: Double
    /// DFFITS: by how many standard errors the study moves its own fitted value.
    public let fittedChange: Double
    /// Cook's distance: how far all coefficients move together.
    public let cooksDistance: Double
    /// The determinant of the covariance without the study over that with it; below 1 where the study adds
    /// spread.
    public let covarianceRatio: Double
    /// τ² without the study.
    public let tau2Without: Double
    /// Q without the study.
    public let qWithout: Double
    /// The leverage, 0 … 1; adds up to the number of coefficients.
    public let leverage: Double
    /// The weight of the study, in percent.
    public let weight: Double
    /// DFBETAS: by how many standard errors each coefficient moves.
    public let coefficientChanges: [Double]
    /// The squared residual over the total variance, the horizontal axis of Baujat's plot (2002).
    public let contributionToQ: Double
    /// The squared change of the fitted value over its variance without the study, the vertical axis.
    public let influenceOnResult: Double
    /// Whether any of DFFITS, Cook's distance, leverage and DFBETAS passes its usual limit. A reason to
    /// look at the study, not to leave it out.
    public let isInfluential: Bool
}

extension ModelFit {
    /// One row per study; a study whose absence breaks the model is left out of the list.
    func influence(studies: [String]) -> [InfluenceRow] {
        let k = model.count
        let p = model.parameters
        let limit = 3 * (Double(p) / Double(k - p)).squareRoot()
        let tau2 = heterogeneity.tau2
        let total = weights.reduce(0, +)
        let leverages = leverages
        let determinant = logDeterminant(covariance)
        let scales = covariance.diagonal.map { $0.squareRoot() }
        let scaled = Self.scaled(covariance, scales)
        let inverse = Cholesky(scaled)?.inverse
        return (0..<k).compactMap { study in
            guard let rest = model.omitting(study), rest.count > p else { return nil }
            var others = userWeights
            others?.remove(at: study)
            let without = ModelFit(rest, poolingModel, inference, userWeights: others)
            let row = model.row(study)
            let v = model.variances[study]
            let fitted = zip(row, estimates).reduce(0) { $0 + $1.0 * $1.1 }
            let fittedWithout = zip(row, without.estimates).reduce(0) { $0 + $1.0 * $1.1 }
            let tau2Without = without.heterogeneity.tau2
            let spreadWithout = without.covariance.quadraticForm(row)
            let spread = v + tau2Without
            let changes = zip(estimates, without.estimates).map { $0 - $1 }
            let z = zip(changes, scales).map { $0 / $1 }
            let cook = inverse.map { $0.quadraticForm(z) } ?? .nan
            // The covariance with all studies under the τ² without this one.
            let mixed = WeightedFit(model, weights: model.variances.map { 1 / ($0 + tau2Without) }).covariance
            let factor = without.varianceFactor
            let dfbetas = zip(changes, mixed.diagonal).map { $0 / (factor * $1).squareRoot() }
            let dffits = (fitted - fittedWithout) / (factor * leverages[study] * spread).squareRoot()
            let residual = model.effects[study] - fitted
            let ownSpread = max(0, v + tau2 - covariance.quadraticForm(row))
            return InfluenceRow(
                study: studies[study],
                studentisedResidual: (model.effects[study] - fittedWithout)
                    / (spread + spreadWithout).squareRoot(),
                standardisedResidual: residual / ownSpread.squareRoot(), fittedChange: dffits,
                cooksDistance: cook,
                covarianceRatio: exp(logDeterminant(without.covariance) - determinant),
                tau2Without: tau2Without,
                qWithout: without.heterogeneity.q, leverage: leverages[study],
                weight: 100 * weights[study] / total, coefficientChanges: dfbetas,
                contributionToQ: residual * residual / (v + tau2),
                influenceOnResult: (fitted - fittedWithout) * (fitted - fittedWithout) / spreadWithout,
                isInfluential: abs(dffits) > limit || ChiSquaredDistribution.lower(cook, df: Double(p)) > 0.5
                    || leverages[study] > 3 * Double(p) / Double(k) || dfbetas.contains { abs($0) > 1 })
        }
    }

    private static func scaled(_ matrix: Matrix, _ scales: [Double]) -> Matrix {
        var result = matrix
        for i in scales.indices { for j in scales.indices { result[i, j] /= scales[i] * scales[j] } }
        return result
    }

    private func logDeterminant(_ matrix: Matrix) -> Double {
        let scales = matrix.diagonal.map { $0.squareRoot() }
        let logs = scales.reduce(0) { $0 + log($1) }
        return 2 * logs + (Cholesky(Self.scaled(matrix, scales))?.logDeterminant ?? .nan)
    }
}

extension PooledEffect {
    /// What each study does to the pooled effect.
    /// - Throws: fewer than three studies.
    /// - Complexity: k fits of O(k) per step.
    public func influence() throws(MetaAnalysisError) -> [InfluenceRow] {
        guard count >= 3 else {
            throw .tooFewStudies(found: count, needed: 3, purpose: "measures of influence")
        }
        return fit.influence(studies: effects.studies)
    }

    /// The true effect of each study, drawn towards the mean by how imprecise it is (best linear unbiased
    /// prediction).
    public func trueEffects() -> [TrueEffect] {
        let tau2 = heterogeneity.tau2
        let spread = fit.covariance[0, 0]
        let critical = Coefficient.criticalValue(fit.degreesOfFreedom, level: options.level)
        return effects.studies.indices.map { place in
            let v = effects.variances[place]
            let trust = tau2 / (tau2 + v)
            let value = trust * effects.effects[place] + (1 - trust) * estimate
            let error = (trust * v + (1 - trust) * (1 - trust) * spread).squareRoot()
            return TrueEffect(
                study: effects.studies[place], value: value, standardError: error,
                interval: ConfidenceInterval(
                    lower: value - critical * error, upper: value + critical * error, level: options.level))
        }
    }
}

extension MetaRegression {
    /// What each study does to the regression; a study that alone holds up a coefficient is left out of the
    /// list.
    public func influence() -> [InfluenceRow] { fit.influence(studies: effects.studies) }
}

/// The predicted true effect of one study.
public struct TrueEffect: Sendable, Equatable {
    /// The study.
    public let study: String
    /// The prediction.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// Its interval.
    public let interval: ConfidenceInterval
}

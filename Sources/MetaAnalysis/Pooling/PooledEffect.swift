internal import Foundation

/// The pooled effect of a set of studies.
public struct PooledEffect: Sendable, Equatable {
    /// What was pooled.
    public let effects: EffectSet
    /// The choices it was made with.
    public let options: PoolingOptions
    /// The pooled effect with its test and interval.
    public let effect: Coefficient
    /// How much studies differ.
    public let heterogeneity: Heterogeneity
    /// Where the true effect of a new study is expected, by ``PoolingOptions/prediction``; undefined for
    /// too few studies and under equal effects.
    public let prediction: Defined<ConfidenceInterval>
    /// The share of each study in the pooled effect; adds up to 1.
    public let shares: [Double]
    /// What other estimators of τ² give, in the order of ``HeterogeneityEstimator``.
    public let estimators: [EstimatorRow]
    /// What a reader should know.
    public let warnings: [PoolingWarning]
    let fit: ModelFit

    /// The number of studies.
    public var count: Int { effects.count }

    /// The estimate.
    public var estimate: Double { effect.estimate }

    /// The weighted mean square of residuals that Knapp and Hartung multiply variances with, before any
    /// floor.
    public var meanSquare: Double { fit.meanSquare }

    /// The log-likelihood and criteria of the model; restricted unless ML or equal effects.
    public var likelihood: LikelihoodSummary { LikelihoodSummary(fit) }

    /// An interval of τ², τ, I² and H². Complexity: about 40 passes over the studies.
    public func heterogeneityInterval(_ method: HeterogeneityIntervalMethod) -> Defined<HeterogeneityInterval>
    {
        fit.heterogeneityInterval(method, level: options.level)
    }

    /// The prediction interval by another method.
    public func prediction(_ method: PredictionMethod) -> Defined<ConfidenceInterval> {
        fit.prediction(at: [1], method: method, level: options.level).interval
    }

    init(_ effects: EffectSet, _ options: PoolingOptions) throws(MetaAnalysisError) {
        try options.check(studies: effects.studies)
        guard effects.count >= 2 else {
            throw .tooFewStudies(found: effects.count, needed: 2, purpose: "pooling")
        }
        let model = LinearModel(effects: effects.effects, variances: effects.variances)
        let fit = ModelFit(model, options.model, options.inference, userWeights: options.weights)
        self.effects = effects
        self.options = options
        self.fit = fit
        effect = fit.coefficients(level: options.level)[0]
        heterogeneity = fit.heterogeneity
        prediction = fit.prediction(at: [1], method: options.prediction, level: options.level).interval
        let total = fit.weights.reduce(0, +)
        shares = fit.weights.map { $0 / total }
        estimators = EstimatorRow.all(model, options)
        warnings = PoolingWarning.about(
            fit, studies: effects.studies, estimators: estimators, prediction: prediction)
    }
}

extension EffectSet {
    /// Pools the effects; by default random effects by REML, Knapp and Hartung's interval that is never
    /// narrower than the plain one, and a prediction interval with k − 2 degrees of freedom.
    ///
    /// - Throws: fewer than two studies, or an option out of range.
    /// - Complexity: O(k) per step, some 150 passes with the table of estimators.
    public func pooled(_ options: PoolingOptions = PoolingOptions()) throws(MetaAnalysisError) -> PooledEffect
    {
        try PooledEffect(self, options)
    }
}

/// One line of the table of estimators.
public struct EstimatorRow: Sendable, Equatable {
    /// The estimator.
    public let estimator: HeterogeneityEstimator
    /// τ² and its standard error.
    public let tau2: Double
    /// The standard error of τ².
    public let standardError: Double
    /// I² in percent.
    public let i2: Double
    /// The pooled effect with this τ² under the chosen inference.
    public let effect: Coefficient

    static func all(_ model: LinearModel, _ options: PoolingOptions) -> [EstimatorRow] {
        HeterogeneityEstimator.allCases.map { estimator in
            let fit = ModelFit(
                model, .randomEffects(estimator), options.inference,
                userWeights: estimator == .generalisedQ ? options.weights : nil)
            return EstimatorRow(
                estimator: estimator, tau2: fit.heterogeneity.tau2,
                standardError: fit.heterogeneity.standardError ?? 0, i2: fit.heterogeneity.i2,
                effect: fit.coefficients(level: options.level)[0])
        }
    }
}

/// The likelihood of a model with its criteria; smaller criteria are better.
public struct LikelihoodSummary: Sendable, Equatable {
    /// ln L, restricted where the model is fitted by REML or moments.
    public let logLikelihood: Double
    /// −2 ln L, for ML against the model that fits every study.
    public let deviance: Double
    /// Akaike's criterion.
    public let aic: Double
    /// Schwarz's criterion.
    public let bic: Double
    /// Akaike's criterion for small samples.
    public let aicc: Double

    init(_ fit: ModelFit) {
        let isFull =
            fit.poolingModel == .equalEffects || fit.poolingModel == .randomEffects(.maximumLikelihood)
        let parameters = Double(fit.model.parameters + (fit.poolingModel == .equalEffects ? 0 : 1))
        let size = isFull ? Double(fit.model.count) : fit.model.degreesOfFreedom
        logLikelihood = fit.logLikelihood
        var saturated = 0.0
        if isFull {
            saturated = -0.5 * fit.model.variances.reduce(0) { $0 + log(2 * .pi * $1) }
        }
        deviance = -2 * (logLikelihood - saturated)
        aic = -2 * logLikelihood + 2 * parameters
        bic = -2 * logLikelihood + parameters * log(size)
        let room = max(size, parameters + 2)
        aicc = -2 * logLikelihood + 2 * parameters * room / (room - parameters - 1)
    }
}

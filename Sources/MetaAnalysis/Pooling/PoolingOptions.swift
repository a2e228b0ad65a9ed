/// What is assumed about the true effects.
public enum PoolingModel: Sendable, Hashable {
    /// All studies estimate one effect (fixed or common effect).
    case equalEffects
    /// True effects differ with variance τ².
    case randomEffects(HeterogeneityEstimator)

    /// The abbreviation: EE, or that of the estimator.
    public var symbol: String {
        switch self {
        case .equalEffects: "EE"
        case .randomEffects(let estimator): estimator.rawValue
        }
    }
}

/// How tests and intervals of coefficients are made.
public enum CoefficientInference: Sendable, Hashable {
    /// Normal distribution.
    case normal
    /// t with k − p degrees of freedom, standard errors as they are.
    case student
    /// Knapp and Hartung (2003): variances times the weighted mean square of residuals, t with k − p degrees.
    ///
    /// With `neverNarrower` that factor is at least 1, so homogeneous studies do not give a narrower
    /// interval than the plain one.
    case knappHartung(neverNarrower: Bool)
}

/// Which prediction interval is made for the true effect of a new study.
public enum PredictionMethod: String, Sendable, Hashable, CaseIterable {
    /// t with k − p − 1 degrees of freedom and the plain standard error (Higgins, Thompson and
    /// Spiegelhalter 2009); k − 2 for a pooled effect. The default.
    case higgins
    /// t with k − p − 1 degrees of freedom and the standard error of the chosen inference (Partlett and
    /// Riley 2017).
    case partlettRiley
    /// The distribution and standard error of the chosen inference: normal, or t with k − p degrees of
    /// freedom.
    case asInference

    /// The name in English.
    public var english: String {
        switch self {
        case .higgins: "t with k − 2 degrees of freedom (Higgins et al. 2009)"
        case .partlettRiley:
            "t with k − 2 degrees of freedom and the adjusted standard error (Partlett and Riley 2017)"
        case .asInference: "the distribution of the confidence interval"
        }
    }

    /// The name in Dutch.
    public var dutch: String {
        switch self {
        case .higgins: "t met k − 2 vrijheidsgraden (Higgins e.a. 2009)"
        case .partlettRiley:
            "t met k − 2 vrijheidsgraden en de aangepaste standaardfout (Partlett en Riley 2017)"
        case .asInference: "de verdeling van het betrouwbaarheidsinterval"
        }
    }
}

/// Choices for pooling and regression. The defaults suit few and different studies.
public struct PoolingOptions: Sendable, Hashable {
    /// The model; random effects by REML if left alone.
    public var model: PoolingModel = .randomEffects(.restrictedMaximumLikelihood)
    /// Tests and intervals; Knapp and Hartung, never narrower than plain, if left alone.
    public var inference: CoefficientInference = .knappHartung(neverNarrower: true)
    /// The prediction interval.
    public var prediction: PredictionMethod = .higgins
    /// The level of intervals, between 0 and 1.
    public var level = 0.95
    /// Weights of one's own for ``HeterogeneityEstimator/generalisedQ``, one per study; 1/v if left out.
    public var weights: [Double]?

    /// The defaults.
    public init() {}

    /// Chosen model and inference, the rest by default.
    public init(
        _ model: PoolingModel, inference: CoefficientInference = .knappHartung(neverNarrower: true),
        prediction: PredictionMethod = .higgins, level: Double = 0.95
    ) {
        self.model = model
        self.inference = inference
        self.prediction = prediction
        self.level = level
    }

    func check(studies: [String]) throws(MetaAnalysisError) {
        try Self.check(level: level)
        guard let weights else { return }
        guard case .randomEffects(.generalisedQ) = model else {
            throw .contradiction("weights of one's own go with the estimator GENQ only; leave them out")
        }
        guard weights.count == studies.count else {
            throw .count(what: "weight", found: weights.count, expected: studies.count)
        }
        for (study, weight) in zip(studies, weights) where !(weight.isFinite && weight > 0) {
            throw .studyData(study: study, problem: "weight is \(weight); it must be above 0")
        }
    }

    static func check(level: Double) throws(MetaAnalysisError) {
        guard level > 0, level < 1 else {
            throw .parameter(name: "level", found: level, expected: "between 0 and 1, for instance 0.95")
        }
    }
}

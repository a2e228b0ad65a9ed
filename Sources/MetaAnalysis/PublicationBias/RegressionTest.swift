internal import Foundation

/// What a test for small-study effects looks at.
public enum FunnelPredictor: String, Sendable, Hashable, CaseIterable {
    /// The standard error (Egger et al. 1997).
    case standardError = "sei"
    /// The variance.
    case variance = "vi"
    /// The number of persons.
    case sampleSize = "ni"
    /// One over the number of persons.
    case inverseSampleSize = "ninv"
    /// The root of the number of persons.
    case rootSampleSize = "sqrtni"
    /// One over the root of the number of persons.
    case inverseRootSampleSize = "sqrtninv"

    /// Whether the predictor goes to 0 in an endlessly large study, so that the constant is the effect there.
    public var vanishesInLargeStudies: Bool { self != .sampleSize && self != .rootSampleSize }

    func values(_ effects: EffectSet) throws(MetaAnalysisError) -> [Double] {
        switch self {
        case .standardError: return effects.standardErrors
        case .variance: return effects.variances
        default:
            guard let sizes = effects.sampleSizes else {
                throw .needs(
                    "the number of persons of every study; choose the standard error as predictor instead")
            }
            switch self {
            case .sampleSize: return sizes
            case .inverseSampleSize: return sizes.map { 1 / $0 }
            case .rootSampleSize: return sizes.map { $0.squareRoot() }
            default: return sizes.map { 1 / $0.squareRoot() }
            }
        }
    }
}

/// Which regression stands behind the test.
public enum FunnelModel: Sendable, Hashable {
    /// Weighted regression with weights 1/v and dispersion, tested by t with k − 2 degrees of freedom: the
    /// classical test of Egger.
    case multiplicative
    /// The random-effects model with the predictor as moderator.
    case mixedEffects(PoolingOptions)
}

/// Whether small studies show other effects than large ones.
public struct RegressionTest: Sendable, Equatable {
    /// What was looked at.
    public let predictor: FunnelPredictor
    /// The coefficient of the predictor; its test is the test for asymmetry.
    public let slope: Coefficient
    /// The effect in an endlessly precise study; `nil` where the predictor does not vanish there.
    public let limit: Coefficient?
    /// What a reader should know.
    public let warnings: [PoolingWarning]
}

extension EffectSet {
    /// Egger's test and its relatives.
    ///
    /// Asymmetry has more causes than missing studies: other populations, other quality, chance.
    /// - Throws: fewer than three studies, equal predictors, missing sample sizes.
    public func regressionTest(
        _ predictor: FunnelPredictor = .standardError, model: FunnelModel = .multiplicative,
        level: Double = 0.95
    ) throws(MetaAnalysisError) -> RegressionTest {
        let values = try predictor.values(self)
        let coefficients: [Coefficient]
        switch model {
        case .multiplicative:
            coefficients = try dispersionRegression(values, name: predictor.rawValue, level: level)
        case .mixedEffects(let options):
            coefficients = try regression(on: [.number(predictor.rawValue, values)], options).coefficients
        }
        return RegressionTest(
            predictor: predictor, slope: coefficients[1],
            limit: predictor.vanishesInLargeStudies ? coefficients[0] : nil,
            warnings: count < 10 ? [.fewStudies(count)] : [])
    }

    /// Weighted least squares with weights 1/v and the dispersion estimated, t with k − 2 degrees of freedom.
    func dispersionRegression(
        _ predictor: [Double], name: String, level: Double
    ) throws(MetaAnalysisError) -> [Coefficient] {
        try PoolingOptions.check(level: level)
        let model = try LinearModel(
            effects: effects, variances: variances, terms: ["intercept", name],
            design: [[Double](repeating: 1, count: count), predictor])
        return ModelFit(model, .equalEffects, .knappHartung(neverNarrower: false)).coefficients(level: level)
    }

    /// Kendall's correlation between standardised effects and variances (Begg and Mazumdar 1994): exact
    /// below 50 studies without ties.
    /// - Throws: fewer than three studies.
    public func rankCorrelationTest() throws(MetaAnalysisError) -> Defined<RankCorrelationTest> {
        guard count >= 3 else {
            throw .tooFewStudies(found: count, needed: 3, purpose: "the rank correlation test")
        }
        let sum = variances.reduce(0) { $0 + 1 / $1 }
        let mean = zip(effects, variances).reduce(0) { $0 + $1.0 / $1.1 } / sum
        let deviates = zip(effects, variances).map { ($0 - mean) / ($1 - 1 / sum).squareRoot() }
        guard let found = KendallDistribution.test(deviates, variances) else {
            return .undefined(.noVariation)
        }
        return .value(RankCorrelationTest(correlation: found.correlation, pValue: found.pValue))
    }
}

/// Begg and Mazumdar's test.
public struct RankCorrelationTest: Sendable, Equatable {
    /// Kendall's τ.
    public let correlation: Double
    /// The two-sided probability.
    public let pValue: Double
}

/// The effect in an endlessly precise study, by the standard error (PET) or the variance (PEESE)
/// (Stanley and Doucouliagos 2014).
public struct PrecisionEffectTest: Sendable, Equatable {
    /// Constant and slope on the standard error.
    public let pet: [Coefficient]
    /// Constant and slope on the variance.
    public let peese: [Coefficient]
    /// Whether the conditional rule takes PEESE: where the constant of PET differs from 0 with two-sided p
    /// below 0.10.
    public let choosesPEESE: Bool
    /// The estimate that the rule chooses. A sensitivity analysis, not a corrected truth.
    public var chosen: Coefficient { choosesPEESE ? peese[0] : pet[0] }
    /// What a reader should know.
    public let warnings: [PoolingWarning]
}

extension EffectSet {
    /// PET, PEESE and the conditional rule between them.
    /// - Throws: fewer than three studies, or equal standard errors.
    public func precisionEffectTest(level: Double = 0.95) throws(MetaAnalysisError) -> PrecisionEffectTest {
        let pet = try dispersionRegression(standardErrors, name: "standard error", level: level)
        let peese = try dispersionRegression(variances, name: "variance", level: level)
        return PrecisionEffectTest(
            pet: pet, peese: peese, choosesPEESE: pet[0].pValue < 0.1,
            warnings: count < 10 ? [.fewStudies(count)] : [])
    }
}

/// How much true effects differ between studies.
public struct Heterogeneity: Sendable, Equatable {
    /// τ², the variance of true effects; 0 under equal effects.
    public var tau2: Double
    /// Its standard error; `nil` under equal effects.
    public var standardError: Double?
    /// I² in percent: τ² as a share of τ² and the typical sampling variance (Higgins and Thompson 2002).
    /// Under equal effects (Q − df)/Q.
    public var i2: Double
    /// H², 1 where there is no heterogeneity; τ² over the typical sampling variance plus 1.
    public var h2: Double
    /// Cochran's Q with weights 1/v.
    public var q: Double
    /// The degrees of freedom of Q, k − p.
    public var degreesOfFreedom: Double
    /// The sampling variance of a typical study, (k − p)/tr P.
    public var typicalVariance: Double

    /// τ, the standard deviation of true effects, in the unit of the effect.
    public var tau: Double { tau2.squareRoot() }

    /// The probability of a Q at least as large when all studies share one effect.
    public var pValue: Double { ChiSquaredDistribution.upper(q, df: degreesOfFreedom) }

    /// I² in percent for another τ².
    func i2(at tau2: Double) -> Double { 100 * tau2 / (typicalVariance + tau2) }

    /// H² for another τ².
    func h2(at tau2: Double) -> Double { tau2 / typicalVariance + 1 }
}

/// How the ends of an interval of τ² are found.
public enum HeterogeneityIntervalMethod: String, Sendable, Hashable, CaseIterable {
    /// The values at which the generalised Q meets quantiles of χ² (Viechtbauer 2007).
    case qProfile
    /// The values at which the (restricted) likelihood drops by half a quantile of χ²₁ (Hardy and Thompson
    /// 1996).
    case profileLikelihood
}

/// An interval of τ² and of what follows from it.
public struct HeterogeneityInterval: Sendable, Equatable {
    /// How it was found.
    public var method: HeterogeneityIntervalMethod
    /// τ².
    public var tau2: ConfidenceInterval
    /// τ.
    public var tau: ConfidenceInterval
    /// I² in percent.
    public var i2: ConfidenceInterval
    /// H².
    public var h2: ConfidenceInterval

    init(
        _ method: HeterogeneityIntervalMethod, _ interval: ConfidenceInterval, _ heterogeneity: Heterogeneity
    ) {
        func map(_ function: (Double) -> Double) -> ConfidenceInterval {
            ConfidenceInterval(
                lower: function(interval.lower), upper: function(interval.upper), level: interval.level)
        }
        self.method = method
        tau2 = interval
        tau = map { $0.squareRoot() }
        i2 = map(heterogeneity.i2(at:))
        h2 = map(heterogeneity.h2(at:))
    }
}

/// Why a result is undefined.
public enum UndefinedReason: Sendable, Hashable {
    /// Q is so small that no τ² ≥ 0 is in keeping with it.
    case effectsTooAlike
    /// The likelihood method asks for an estimate by likelihood.
    case notLikelihood
    /// Too few degrees of freedom are left.
    case tooFewStudies(Int)
    /// All studies share one effect by assumption, so there is no new effect to predict.
    case equalEffects
    /// The likelihood has no clear maximum.
    case flatLikelihood
    /// The tail of the posterior is so long that there is no mean or variance.
    case longTail
    /// All values are the same.
    case noVariation
    /// The formula leads to the root of a negative number.
    case negativeVariance

    /// The reason in English, to follow "undefined, because".
    public var english: String {
        switch self {
        case .effectsTooAlike: "the effects are more alike than chance would make them"
        case .notLikelihood: "τ² was not estimated by likelihood"
        case .tooFewStudies(let k): "\(k) studies leave no degrees of freedom"
        case .equalEffects: "all studies are taken to share one effect"
        case .flatLikelihood: "the likelihood has no clear maximum"
        case .longTail: "with so few studies and this prior the posterior has too long a tail"
        case .noVariation: "all values are the same"
        case .negativeVariance: "the formula gives a negative variance for so few studies"
        }
    }

    /// The reason in Dutch, to follow "niet te berekenen, want".
    public var dutch: String {
        switch self {
        case .effectsTooAlike: "de effecten lijken meer op elkaar dan toeval zou geven"
        case .notLikelihood: "τ² is niet met aannemelijkheid geschat"
        case .tooFewStudies(let k): "\(k) studies laten geen vrijheidsgraden over"
        case .equalEffects: "alle studies hebben volgens de aanname één effect"
        case .flatLikelihood: "de aannemelijkheid heeft geen duidelijk maximum"
        case .longTail: "met zo weinig studies en deze verdeling vooraf loopt de uitkomst te ver uit"
        case .noVariation: "alle waarden zijn gelijk"
        case .negativeVariance: "de formule geeft bij zo weinig studies een negatieve variantie"
        }
    }
}

/// A result, or the reason why there is none.
public enum Defined<Value: Sendable & Equatable>: Sendable, Equatable {
    /// The result.
    case value(Value)
    /// Undefined, because.
    case undefined(UndefinedReason)

    /// The result, or `nil`.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }

    /// The reason, or `nil`.
    public var reason: UndefinedReason? {
        if case .undefined(let reason) = self { reason } else { nil }
    }
}

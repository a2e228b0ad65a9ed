/// The scale an effect is measured on. The raw value is the usual abbreviation (as in metafor).
public enum EffectMetric: String, Sendable, Hashable, CaseIterable {
    /// Difference of two means, in the unit of the outcome.
    case meanDifference = "MD"
    /// Hedges' g: difference of means in pooled standard deviations, corrected for small samples.
    case standardisedMeanDifference = "SMD"
    /// The same with the standard deviations averaged rather than pooled (Bonett 2009).
    case standardisedMeanDifferenceUnequal = "SMDH"
    /// Glass's Δ: difference of means in standard deviations of the second group.
    case standardisedMeanDifferenceControl = "SMD1"
    /// Logarithm of the ratio of two means.
    case logRatioOfMeans = "ROM"
    /// Logarithm of the ratio of two coefficients of variation.
    case logRatioOfVariation = "CVR"
    /// Logarithm of the ratio of two standard deviations.
    case logRatioOfDeviations = "VR"
    /// Change of one group's mean, in the unit of the outcome.
    case meanChange = "MC"
    /// Change in standard deviations of the change.
    case standardisedMeanChange = "SMCC"
    /// Change in standard deviations of the first measurement.
    case standardisedMeanChangeRaw = "SMCR"
    /// Logarithm of the ratio of two risks.
    case logRiskRatio = "RR"
    /// Logarithm of the ratio of two odds.
    case logOddsRatio = "OR"
    /// Difference of two risks.
    case riskDifference = "RD"
    /// Peto's logarithm of the odds ratio.
    case petoLogOddsRatio = "PETO"
    /// Difference of two risks after the arcsine of the root.
    case arcsineDifference = "AS"
    /// φ, the correlation in a fourfold table.
    case phi = "PHI"
    /// Yule's Q.
    case yuleQ = "YUQ"
    /// Yule's Y.
    case yuleY = "YUY"
    /// Tetrachoric correlation.
    case tetrachoric = "RTET"
    /// Difference of two probits.
    case probitDifference = "PBIT"
    /// Log odds ratio turned into a standardised difference by the normal distribution (Cox).
    case oddsRatioToCox = "OR2DN"
    /// Log odds ratio turned into a standardised difference by the logistic distribution.
    case oddsRatioToLogistic = "OR2DL"
    /// Correlation.
    case correlation = "COR"
    /// Correlation, corrected for its small bias (Olkin and Pratt 1958).
    case unbiasedCorrelation = "UCOR"
    /// Fisher's z of a correlation.
    case fisherZ = "ZCOR"
    /// Partial correlation.
    case partialCorrelation = "PCOR"
    /// Fisher's z of a partial correlation.
    case partialFisherZ = "ZPCOR"
    /// A share.
    case proportion = "PR"
    /// Logarithm of a share.
    case logProportion = "PLN"
    /// Logit of a share.
    case logitProportion = "PLO"
    /// Arcsine of the root of a share.
    case arcsineProportion = "PAS"
    /// Freeman and Tukey's double arcsine of a share.
    case doubleArcsineProportion = "PFT"
    /// Logarithm of the ratio of two rates.
    case logRateRatio = "IRR"
    /// Difference of two rates.
    case rateDifference = "IRD"
    /// Regression coefficient in standard deviations of both variables.
    case standardisedCoefficient = "BETA"
    /// An effect on a scale of the user's own, told apart by the outcome.
    case other = "GEN"

    /// Whether effects are logarithms, so that readers want them raised to a power of e.
    public var isLogarithm: Bool {
        switch self {
        case .logRatioOfMeans, .logRatioOfVariation, .logRatioOfDeviations, .logRiskRatio, .logOddsRatio,
            .petoLogOddsRatio, .logProportion, .logRateRatio:
            true
        default: false
        }
    }

    /// The effect on the scale people read: ratios, correlations and shares; other metrics stay as they are.
    public func backTransformed(_ value: Double) -> Double {
        switch self {
        case .fisherZ, .partialFisherZ: EffectConversion.correlation(fisherZ: value)
        case .logitProportion: EffectConversion.share(logit: value)
        case .arcsineProportion: EffectConversion.share(arcsine: value)
        default: isLogarithm ? EffectConversion.ratio(logarithm: value) : value
        }
    }

    /// The name in English.
    public var english: String { names.english }
    /// The name in Dutch.
    public var dutch: String { names.dutch }

    private var names: (english: String, dutch: String) {
        switch self {
        case .meanDifference: ("difference of means", "verschil van gemiddelden")
        case .standardisedMeanDifference:
            ("standardised mean difference (g)", "gestandaardiseerd verschil (g)")
        case .standardisedMeanDifferenceUnequal:
            (
                "standardised mean difference, unequal variances",
                "gestandaardiseerd verschil, ongelijke varianties"
            )
        case .standardisedMeanDifferenceControl:
            (
                "standardised mean difference by the control group",
                "gestandaardiseerd verschil naar controlegroep"
            )
        case .logRatioOfMeans: ("log ratio of means", "log verhouding van gemiddelden")
        case .logRatioOfVariation:
            ("log ratio of coefficients of variation", "log verhouding van variatiecoëfficiënten")
        case .logRatioOfDeviations:
            ("log ratio of standard deviations", "log verhouding van standaardafwijkingen")
        case .meanChange: ("mean change", "gemiddelde verandering")
        case .standardisedMeanChange:
            (
                "standardised mean change by its own spread",
                "gestandaardiseerde verandering naar eigen spreiding"
            )
        case .standardisedMeanChangeRaw:
            (
                "standardised mean change by the first spread",
                "gestandaardiseerde verandering naar beginspreiding"
            )
        case .logRiskRatio: ("log risk ratio", "log risicoverhouding")
        case .logOddsRatio: ("log odds ratio", "log kansverhouding")
        case .riskDifference: ("risk difference", "risicoverschil")
        case .petoLogOddsRatio: ("log odds ratio after Peto", "log kansverhouding volgens Peto")
        case .arcsineDifference: ("arcsine risk difference", "risicoverschil na boogsinus")
        case .phi: ("phi coefficient", "phi-coëfficiënt")
        case .yuleQ: ("Yule's Q", "Q van Yule")
        case .yuleY: ("Yule's Y", "Y van Yule")
        case .tetrachoric: ("tetrachoric correlation", "tetrachorische correlatie")
        case .probitDifference: ("difference of probits", "verschil van probits")
        case .oddsRatioToCox:
            ("standardised difference from odds (Cox)", "gestandaardiseerd verschil uit kansen (Cox)")
        case .oddsRatioToLogistic:
            (
                "standardised difference from odds (logistic)",
                "gestandaardiseerd verschil uit kansen (logistisch)"
            )
        case .correlation: ("correlation", "correlatie")
        case .unbiasedCorrelation: ("correlation, bias corrected", "correlatie, zuiver gemaakt")
        case .fisherZ: ("Fisher's z", "z van Fisher")
        case .partialCorrelation: ("partial correlation", "partiële correlatie")
        case .partialFisherZ:
            ("Fisher's z of a partial correlation", "z van Fisher van een partiële correlatie")
        case .proportion: ("share", "aandeel")
        case .logProportion: ("log share", "log aandeel")
        case .logitProportion: ("logit of a share", "logit van een aandeel")
        case .arcsineProportion: ("arcsine of a share", "boogsinus van een aandeel")
        case .doubleArcsineProportion: ("double arcsine of a share", "dubbele boogsinus van een aandeel")
        case .logRateRatio: ("log rate ratio", "log verhouding van tempo's")
        case .rateDifference: ("rate difference", "verschil van tempo's")
        case .standardisedCoefficient:
            ("standardised regression coefficient", "gestandaardiseerde regressiecoëfficiënt")
        case .other: ("effect as given", "effect zoals opgegeven")
        }
    }
}

/// What a number estimates: a metric of an outcome. Only equal estimands are pooled.
public struct Estimand: Sendable, Hashable {
    /// The scale.
    public var metric: EffectMetric
    /// The outcome and, where it matters, the contrast ("adult earnings, offered a voucher"); empty when
    /// not told.
    public var outcome: String

    /// An estimand.
    public init(_ metric: EffectMetric, of outcome: String = "") {
        self.metric = metric
        self.outcome = outcome
    }

    /// Metric and outcome in one line.
    public var english: String { outcome.isEmpty ? metric.english : "\(metric.english) of \(outcome)" }
    /// The same in Dutch.
    public var dutch: String { outcome.isEmpty ? metric.dutch : "\(metric.dutch) van \(outcome)" }
}

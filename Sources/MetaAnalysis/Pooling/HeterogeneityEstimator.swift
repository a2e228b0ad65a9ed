/// How τ², the variance of true effects between studies, is estimated. The raw value is the usual
/// abbreviation.
public enum HeterogeneityEstimator: String, Sendable, Hashable, CaseIterable {
    /// DerSimonian and Laird (1986), moments of Q.
    case derSimonianLaird = "DL"
    /// Hedges and Olkin (1985), moments of the unweighted variance.
    case hedges = "HE"
    /// Hunter and Schmidt (1990).
    case hunterSchmidt = "HS"
    /// Hunter and Schmidt with the correction for k (Brannick et al. 2019).
    case hunterSchmidtCorrected = "HSk"
    /// Sidik and Jonkman (2005).
    case sidikJonkman = "SJ"
    /// Maximum likelihood.
    case maximumLikelihood = "ML"
    /// Restricted maximum likelihood (Viechtbauer 2005); the default.
    case restrictedMaximumLikelihood = "REML"
    /// Empirical Bayes (Morris 1983); the same root as Paule and Mandel.
    case empiricalBayes = "EB"
    /// Paule and Mandel (1982).
    case pauleMandel = "PM"
    /// Paule and Mandel at the median of χ² (Viechtbauer 2021).
    case pauleMandelMedian = "PMM"
    /// Moments of a Q with weights of the user's own, which also pool the effects (DerSimonian and Kacker
    /// 2007).
    case generalisedQ = "GENQ"

    /// The default, ``restrictedMaximumLikelihood``.
    public static let reml = HeterogeneityEstimator.restrictedMaximumLikelihood

    /// The name in English.
    public var english: String { names.english }
    /// The name in Dutch.
    public var dutch: String { names.dutch }

    /// Whether the estimate maximises a likelihood.
    public var isLikelihood: Bool { self == .maximumLikelihood || self == .restrictedMaximumLikelihood }

    private var names: (english: String, dutch: String) {
        switch self {
        case .derSimonianLaird: ("DerSimonian and Laird", "DerSimonian en Laird")
        case .hedges: ("Hedges", "Hedges")
        case .hunterSchmidt: ("Hunter and Schmidt", "Hunter en Schmidt")
        case .hunterSchmidtCorrected: ("Hunter and Schmidt, corrected", "Hunter en Schmidt, gecorrigeerd")
        case .sidikJonkman: ("Sidik and Jonkman", "Sidik en Jonkman")
        case .maximumLikelihood: ("maximum likelihood", "grootste aannemelijkheid")
        case .restrictedMaximumLikelihood:
            ("restricted maximum likelihood", "beperkte grootste aannemelijkheid")
        case .empiricalBayes: ("empirical Bayes", "empirisch Bayes")
        case .pauleMandel: ("Paule and Mandel", "Paule en Mandel")
        case .pauleMandelMedian: ("Paule and Mandel, median", "Paule en Mandel, mediaan")
        case .generalisedQ: ("generalised Q", "algemene Q")
        }
    }
}

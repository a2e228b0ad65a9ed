public import Bilingual

/// What a study looks at: the columns of the evidence map.
public enum OutcomeDomain: String, CodedTerm {
    /// Income and work.
    case incomeWork = "income_work"
    /// Education.
    case education
    /// Health and well-being.
    case health
    /// Safety and crime.
    case safety
    /// Satisfaction.
    case satisfaction
    /// Social contact and cohesion.
    case socialContactCohesion = "social_contact_cohesion"
    /// Language and integration.
    case languageIntegration = "language_integration"
    /// Displacement and moves.
    case displacementMoves = "displacement_moves"
    /// Liveability.
    case liveability
    /// Who lives in the area.
    case composition
    /// The housing market.
    case housingMarket = "housing_market"
    /// Policy itself.
    case policy

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .incomeWork: BilingualText(nl: "inkomen en werk", en: "income and work")
        case .education: BilingualText(nl: "onderwijs", en: "education")
        case .health: BilingualText(nl: "gezondheid", en: "health")
        case .safety: BilingualText(nl: "veiligheid", en: "safety")
        case .satisfaction: BilingualText(nl: "tevredenheid", en: "satisfaction")
        case .socialContactCohesion: BilingualText(nl: "contact en samenhang", en: "contact and cohesion")
        case .languageIntegration: BilingualText(nl: "taal en integratie", en: "language and integration")
        case .displacementMoves:
            BilingualText(nl: "verdringing en verhuizen", en: "displacement and moves")
        case .liveability: BilingualText(nl: "leefbaarheid", en: "liveability")
        case .composition: BilingualText(nl: "wie er woont", en: "who lives there")
        case .housingMarket: BilingualText(nl: "woningmarkt", en: "housing market")
        case .policy: BilingualText(nl: "beleid", en: "policy")
        }
    }
}

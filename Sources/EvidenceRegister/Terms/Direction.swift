public import Bilingual

/// Which way a study points: the effect of less concentration, more mixing or dispersal (for studies of
/// contact: of contact; for studies of diversity: of more diversity). A direction is no size.
public enum Direction: String, CodedTerm {
    /// Better.
    case better = "+"
    /// No effect shown.
    case noEffectShown = "0"
    /// Worse.
    case worse = "-"
    /// It differs by outcome or group.
    case mixed
    /// It cannot be told.
    case unclear
    /// The study does not test it.
    case notTested = "na"

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .better: BilingualText(nl: "beter", en: "better")
        case .noEffectShown: BilingualText(nl: "geen effect aangetoond", en: "no effect shown")
        case .worse: BilingualText(nl: "slechter", en: "worse")
        case .mixed: BilingualText(nl: "wisselend", en: "mixed")
        case .unclear: BilingualText(nl: "onduidelijk", en: "unclear")
        case .notTested: BilingualText(nl: "niet getoetst", en: "not tested")
        }
    }
}

/// How far the result may be off by the way the study was set up. A provisional reading from design and
/// abstract, not made with an instrument such as RoB 2 or ROBINS-I.
public enum RiskOfBias: String, CodedTerm {
    /// Low.
    case low
    /// Some.
    case some
    /// Serious.
    case serious
    /// Critical.
    case critical
    /// Does not apply, such as to an essay.
    case notApplicable = "na"

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .low: BilingualText(nl: "klein", en: "low")
        case .some: BilingualText(nl: "enig", en: "some")
        case .serious: BilingualText(nl: "groot", en: "serious")
        case .critical: BilingualText(nl: "zeer groot", en: "critical")
        case .notApplicable: BilingualText(nl: "niet van toepassing", en: "not applicable")
        }
    }
}

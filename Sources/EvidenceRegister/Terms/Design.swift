public import Bilingual

/// How a study was set up. The order is that of the register's manual and says nothing of merit.
public enum Design: String, CodedTerm {
    /// People or places were assigned by lot.
    case rct
    /// A lottery, rule or event assigned people as good as at random.
    case naturalExperiment = "natural_experiment"
    /// A comparison group was built afterwards.
    case quasiExperiment = "quasi_experiment"
    /// The same people or places were followed over time.
    case panel
    /// Measured at one moment.
    case crossSection = "cross_section"
    /// Counted and described.
    case descriptive
    /// Interviews, observation, diaries.
    case qualitative
    /// All studies on a question, searched by a protocol.
    case systematicReview = "systematic_review"
    /// Effects of studies brought together.
    case metaAnalysis = "meta_analysis"
    /// Literature told by its authors' choice.
    case narrativeReview = "narrative_review"
    /// Analysis of policy and its reasons.
    case policyAnalysis = "policy_analysis"

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .rct: BilingualText(nl: "experiment met loting", en: "randomised experiment")
        case .naturalExperiment: BilingualText(nl: "natuurlijk experiment", en: "natural experiment")
        case .quasiExperiment: BilingualText(nl: "quasi-experiment", en: "quasi-experiment")
        case .panel: BilingualText(nl: "in de tijd gevolgd", en: "panel")
        case .crossSection: BilingualText(nl: "op één moment gemeten", en: "cross-section")
        case .descriptive: BilingualText(nl: "beschrijvend", en: "descriptive")
        case .qualitative: BilingualText(nl: "kwalitatief", en: "qualitative")
        case .systematicReview: BilingualText(nl: "systematisch overzicht", en: "systematic review")
        case .metaAnalysis: BilingualText(nl: "meta-analyse", en: "meta-analysis")
        case .narrativeReview: BilingualText(nl: "verhalend overzicht", en: "narrative review")
        case .policyAnalysis: BilingualText(nl: "beleidsanalyse", en: "policy analysis")
        }
    }

    /// The class it falls in on the evidence map.
    public var designClass: DesignClass {
        switch self {
        case .rct, .naturalExperiment, .quasiExperiment, .systematicReview, .metaAnalysis: .causalOrSynthesis
        case .panel, .crossSection, .descriptive: .panelOrCrossSection
        case .qualitative: .qualitative
        case .narrativeReview, .policyAnalysis: .review
        }
    }
}

/// Four classes of design, and one for studies whose design nobody filled in yet.
public enum DesignClass: String, CodedTerm {
    /// Experiments, natural and quasi-experiments, systematic reviews and meta-analyses.
    case causalOrSynthesis
    /// Panels, cross-sections and descriptions.
    case panelOrCrossSection
    /// Qualitative studies.
    case qualitative
    /// Narrative reviews and policy analyses.
    case review
    /// Not filled in.
    case notClassed

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .causalOrSynthesis:
            BilingualText(nl: "oorzakelijk of samenvattend", en: "causal or synthesis")
        case .panelOrCrossSection:
            BilingualText(nl: "gevolgd, gemeten of beschreven", en: "panel, cross-section or descriptive")
        case .qualitative: BilingualText(nl: "kwalitatief", en: "qualitative")
        case .review:
            BilingualText(
                nl: "verhalend overzicht of beleidsanalyse", en: "narrative review or policy analysis")
        case .notClassed: BilingualText(nl: "nog niet ingedeeld", en: "not classed yet")
        }
    }
}

/// What kind of publication it is.
public enum StudyType: String, CodedTerm {
    /// Own data.
    case primary
    /// An evaluation of a policy.
    case policyEvaluation = "policy evaluation"
    /// A review of other studies.
    case review
    /// A meta-analysis.
    case metaAnalysis = "meta-analysis"
    /// A critique.
    case critique

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .primary: BilingualText(nl: "eigen onderzoek", en: "primary study")
        case .policyEvaluation: BilingualText(nl: "evaluatie van beleid", en: "policy evaluation")
        case .review: BilingualText(nl: "overzicht", en: "review")
        case .metaAnalysis: BilingualText(nl: "meta-analyse", en: "meta-analysis")
        case .critique: BilingualText(nl: "kritiek", en: "critique")
        }
    }
}

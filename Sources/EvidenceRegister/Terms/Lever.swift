public import Bilingual

/// A measure that steers who lives where or who meets whom: the rows of the evidence map.
public enum Lever: String, CodedTerm {
    /// Demolition and rebuilding, and the moves it forces.
    case demolishRebuild
    /// Sale of social rented homes.
    case sale
    /// Allocation of homes by income or other traits.
    case selectiveAllocation
    /// Help or a voucher to find a home elsewhere.
    case helpToMove
    /// Placement of refugees over places.
    case refugeePlacement
    /// Groups mixed within a complex or a street.
    case fineGrainedMix
    /// Facilities.
    case facilities
    /// Programmes that bring people together.
    case contactProgrammes
    /// None of these: a study of where people live, or of policy in general.
    case exposureOnly

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .demolishRebuild: BilingualText(nl: "sloop en nieuwbouw", en: "demolition and rebuilding")
        case .sale: BilingualText(nl: "verkoop van huurwoningen", en: "sale of rented homes")
        case .selectiveAllocation: BilingualText(nl: "selectief toewijzen", en: "selective allocation")
        case .helpToMove: BilingualText(nl: "hulp bij verhuizen", en: "help to move")
        case .refugeePlacement: BilingualText(nl: "vluchtelingen plaatsen", en: "refugee placement")
        case .fineGrainedMix: BilingualText(nl: "menging in een complex", en: "mix within a complex")
        case .facilities: BilingualText(nl: "voorzieningen", en: "facilities")
        case .contactProgrammes: BilingualText(nl: "programma's voor contact", en: "contact programmes")
        case .exposureOnly:
            BilingualText(
                nl: "geen van deze maatregelen: alleen blootstelling",
                en: "none of these measures: exposure only")
        }
    }
}

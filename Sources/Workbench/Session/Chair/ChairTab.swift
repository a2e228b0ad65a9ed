import Bilingual

/// The parts of the chair's console, one at a time: the word in the address and the name on the tab.
enum ChairTab: String, CaseIterable {
    case programme = "programma"
    case statements = "stellingen"
    case outcome = "uitkomst"
    case bottlenecks = "knelpunten"
    case alternatives = "alternatieven"
    case plans = "plannen"
    case norms = "normen"
    case registers = "registers"
    case closing = "slot"

    var name: BilingualText {
        switch self {
        case .programme: BilingualText(nl: "Programma", en: "Programme")
        case .statements: BilingualText(nl: "Stellingen", en: "Statements")
        case .outcome: BilingualText(nl: "Uitkomst", en: "Outcome")
        case .bottlenecks: BilingualText(nl: "Knelpunten", en: "Bottlenecks")
        case .alternatives: BilingualText(nl: "Alternatieven", en: "Alternatives")
        case .plans: BilingualText(nl: "Plannen", en: "Plans")
        case .norms: BilingualText(nl: "Normen en kennis", en: "Norms and knowledge")
        case .registers: BilingualText(nl: "Vragen en registers", en: "Questions and registers")
        case .closing: BilingualText(nl: "Logboek en slot", en: "Log and closing")
        }
    }
}

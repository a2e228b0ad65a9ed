import Bilingual
import Neighbourhoods
import PolicyTheory

/// Texts on areas, scales and facilities of the page on spread.
extension Strings.Spread {
    static let notApplicable = BilingualText(nl: "niet van toepassing", en: "does not apply")
    static let jump = BilingualText(nl: "Op deze pagina", en: "On this page")
    static let bias = BilingualText(
        nl: "Gemiddelde van de trekkingen min de waarde", en: "Mean of the draws less the value")
    static let scale = BilingualText(nl: "Schaal", en: "Scale")
    static let parameter = BilingualText(nl: "Hoe gemeten", en: "How measured")
    static let code = BilingualText(nl: "Code", en: "Code")
    static let group = BilingualText(nl: "Groep", en: "Group")
    static let part = BilingualText(nl: "Deel", en: "Part")
    static let size = BilingualText(nl: "Deel van de gemeente", en: "Share of the municipality")
    static let expectedDeparture = BilingualText(nl: "L door toeval", en: "L by chance")
    static let contribution = BilingualText(
        nl: "Deel van de ongelijke spreiding (grootte × L ÷ M)",
        en: "Share of the unevenness (size × L ÷ M)")
    static let variety = BilingualText(
        nl: "Verscheidenheid (0 één groep, 1 alle groepen even groot)",
        en: "Variety (0 one group, 1 all groups the same size)")
    static let expectedVariety = BilingualText(
        nl: "Verscheidenheid door toeval", en: "Variety by chance")
    static let region = BilingualText(
        nl: "Alle gemeenten in dit project samen", en: "All municipalities of this project together")

    static func parameters(_ draws: Int, _ seed: UInt64) -> BilingualText {
        BilingualText(
            nl: "\(draws) trekkingen van gebieden, startgetal \(seed)",
            en: "\(draws) draws of areas, seed \(seed)")
    }

    /// How far the draws lie from the value, in words.
    static func biasText(_ bias: Double, _ language: Language) -> String {
        let size = NumberText(language).decimal(abs(bias), decimals: 3)
        guard abs(bias) >= 0.0005 else {
            return BilingualText(
                nl: "De trekkingen liggen gemiddeld gelijk met de maat.",
                en: "The draws lie at the measure on average.")[language]
        }
        return BilingualText(
            nl: "De trekkingen liggen gemiddeld \(size) \(bias < 0 ? "lager" : "hoger") dan de maat.",
            en: "The draws lie \(size) \(bias < 0 ? "below" : "above") the measure on average.")[language]
    }

    /// How varied areas are beside the whole municipality and beside chance.
    static func varietyFinding(_ whole: SpreadWhole, _ level: AreaLevel, _ language: Language) -> String {
        let number = { (value: Double) in NumberText(language).decimal(value, decimals: 2) }
        let chance = whole.expectedVariety.map { expected in
            BilingualText(
                nl: " Woonde alles door elkaar, dan was het \(number(expected)).",
                en: " If all lived at random, it would be \(number(expected)).")[language]
        }
        return BilingualText(
            nl:
                "Verscheidenheid (0 één groep, 1 alle groepen even groot): gemiddeld \(number(whole.meanVariety)) in een \(level.one.nl), \(number(whole.variety)) in de hele gemeente.",
            en:
                "Variety (0 one group, 1 all groups the same size): \(number(whole.meanVariety)) in a \(level.one.en) on average, \(number(whole.variety)) in the whole municipality."
        )[language] + (chance ?? "")
    }

    static func regionAreas(_ towns: Int, _ left: Int, _ areas: Int, _ level: AreaLevel) -> BilingualText {
        BilingualText(
            nl: "\(towns) gemeenten, \(areas) \(level.many.nl)."
                + (left > 0
                    ? " \(left) gemeenten doen niet mee: andere groepen, ander jaar of andere versie." : ""),
            en: "\(towns) municipalities, \(areas) \(level.many.en)."
                + (left > 0 ? " \(left) municipalities are left out: other groups, year or version." : ""))
    }

    // MARK: Facilities

    static let exposureTitle = BilingualText(
        nl: "Voorzieningen: hoe dichtbij, voor wie?", en: "Facilities: how near, for whom?")
    static let exposureNote = BilingualText(
        nl:
            "Een huishouden telt met de gemiddelde afstand van zijn gebied. Woonde iedereen door elkaar, dan was de afstand voor elke groep die van alle huishoudens. Er is geen grens tussen dichtbij en ver: die kiest de groep zelf. Wie wel en geen voorziening binnen bereik heeft, is niet per huishouden bekend; daarom staat hier geen D of H.",
        en:
            "A household counts with the mean distance of its area. If all lived at random, every group would find the distance of all households. There is no line between near and far: the group chooses that. Who has a facility within reach is not known by household; so there is no D or H here."
    )
    static let facility = BilingualText(nl: "Voorziening", en: "Facility")
    static let others = BilingualText(nl: "Andere huishoudens (km)", en: "Other households (km)")
    static let everyone = BilingualText(
        nl: "Alle huishoudens, ook door toeval (km)", en: "All households, also by chance (km)")

    /// For how many facilities one of both lives surely nearer.
    static func exposureFinding(_ exposure: FacilityExposure, _ group: String) -> BilingualText {
        let nearer = exposure.rows.count { ($0.uncertainty.upper ?? 1) < 0 }
        let farther = exposure.rows.count { ($0.uncertainty.lower ?? -1) > 0 }
        let open = exposure.rows.count - nearer - farther
        return BilingualText(
            nl:
                "Van \(exposure.rows.count) voorzieningen wonen huishoudens in ‘\(group)’ bij \(nearer) zeker dichterbij dan andere, en bij \(farther) zeker verder weg. Bij \(open) is dat niet zeker.",
            en:
                "Of \(exposure.rows.count) facilities, households in ‘\(group)’ surely live nearer than others to \(nearer), and surely farther from \(farther). For \(open) that is not sure."
        )
    }
}

import Bilingual

extension Strings {
    enum Map {
        static func title(_ municipality: String) -> BilingualText {
            BilingualText(nl: "\(municipality) in kaart", en: "\(municipality) mapped")
        }

        static let showWhole = BilingualText(
            nl: "Toon de hele gemeente, ook de gebieden ver weg",
            en: "Show the whole municipality, with the areas far away")
        static let showCore = BilingualText(nl: "Zoom in op de kern", en: "Zoom in on the core")
        static let allMeasures = BilingualText(nl: "Meer maten", en: "More measures")
        static let choose = BilingualText(nl: "Wat wilt u zien?", en: "What do you want to see?")
        static let indicator = BilingualText(nl: "Kenmerk", en: "Indicator")
        static let compare = BilingualText(nl: "Vergelijk met", en: "Compare with")
        static let compareNone = BilingualText(nl: "Niets: de cijfers zelf", en: "Nothing: the figures")
        static let compareMunicipality = BilingualText(
            nl: "De gemeente als geheel", en: "The municipality as a whole")
        static let compareNation = BilingualText(nl: "Nederland", en: "The Netherlands")
        static let compareYear = BilingualText(nl: "Het jaar", en: "The year")
        static let area = BilingualText(nl: "Gebied", en: "Area")
        static let areaNone = BilingualText(nl: "Geen gebied gekozen", en: "No area chosen")
        static let level = BilingualText(nl: "Schaal", en: "Scale")
        static let openProfile = BilingualText(nl: "Open het profiel", en: "Open the profile")
        static let evenness = BilingualText(nl: "Hoe gelijk verdeeld?", en: "How evenly spread?")
        static let chooseArea = BilingualText(
            nl: "Kies een gebied in de lijst of klik er een aan op de kaart.",
            en: "Choose an area from the list or click one on the map.")
        static let noShapes = BilingualText(
            nl:
                "Dit project heeft nog geen grenzen van gebieden. Daarom is er geen kaart. Importeer een grenzenbestand, of kies een gebied in de tabel.",
            en:
                "This project has no area boundaries yet, so there is no map. Import a boundary file, or choose an area from the table."
        )
        static let noIndicators = BilingualText(
            nl: "Dit project heeft nog geen cijfers over gebieden.",
            en: "This project has no figures on areas yet.")
        static let keyboard = BilingualText(
            nl:
                "Met het toetsenbord: Tab naar de kaart, pijltjes naar een gebied ernaast, Enter opent het profiel.",
            en: "By keyboard: Tab to the map, arrow keys to an area next to it, Enter opens the profile.")
        static let zoomIn = BilingualText(nl: "Inzoomen", en: "Zoom in")
        static let zoomOut = BilingualText(nl: "Uitzoomen", en: "Zoom out")
        static let zoomHome = BilingualText(nl: "Hele gemeente", en: "Whole municipality")
        static let register = BilingualText(
            nl: "De bron geeft geen marge bij dit cijfer.",
            en: "The source gives no margin with this figure.")

        static func subtitle(_ meaning: String, per level: BilingualText, _ years: BilingualText)
            -> BilingualText
        {
            BilingualText(
                nl: "\(meaning), per \(level.nl), \(years.nl).",
                en: "\(meaning), by \(level.en), \(years.en).")
        }

        static func years(_ year: Int, _ comparison: PageState.Comparison) -> BilingualText {
            switch comparison {
            case .none: BilingualText(same: "\(year)")
            case .year(let other):
                BilingualText(nl: "verschil \(year) min \(other)", en: "difference \(year) minus \(other)")
            case .municipality:
                BilingualText(
                    nl: "\(year), verschil met de gemeente", en: "\(year), difference with the municipality")
            case .nation:
                BilingualText(
                    nl: "\(year), verschil met Nederland", en: "\(year), difference with the Netherlands")
            }
        }

        static func seenMap(_ level: BilingualText) -> BilingualText {
            BilingualText(
                nl:
                    "Hoe donkerder, hoe hoger het cijfer. Gestreept: geheim of geen cijfer. Klik op een \(level.nl) voor het profiel.",
                en:
                    "The darker, the higher the figure. Hatched: withheld or no figure. Click a \(level.en) for its profile."
            )
        }

        static let seenDifference = BilingualText(
            nl: "Blauw: hoger. Oker: lager. Grijs: ongeveer gelijk of binnen de ruis.",
            en: "Blue: higher. Ochre: lower. Grey: about equal or within the noise.")
        static let notSaid = BilingualText(
            nl: "De kaart toont gebieden, geen mensen. Een verschil zegt niet waar het door komt.",
            en: "The map shows areas, not people. A difference does not tell its cause.")
        static let evennessNote = BilingualText(
            nl:
                "Tussen de streepjes: 95%-marge. Bij D betekent 0 dat iedereen gelijk verdeeld woont, en 1 helemaal gescheiden. Kleine gebieden tellen licht mee.",
            en:
                "The range is the 95% margin. For D, 0 means that all live evenly spread and 1 wholly apart. Small areas weigh little."
        )
        static let notSaidCount = BilingualText(
            nl: "Dit zijn aantallen. Een groot gebied heeft vanzelf een groter aantal.",
            en: "These are numbers. A large area has a larger number by itself.")
    }
}

import Bilingual

extension Strings {
    enum Profile {
        static let stock = BilingualText(nl: "Woningvoorraad", en: "Housing stock")
        static let stockHint = BilingualText(
            nl: "Balk: dit gebied. Streep: de gemeente. Rondje: Nederland. Aandeel van alle woningen.",
            en: "Bar: this area. Line: the municipality. Ring: the Netherlands. Share of all homes.")
        static let trends = BilingualText(nl: "Verloop", en: "Trends")
        static let trendsHint = BilingualText(
            nl: "Dit gebied door de jaren heen. Elk plaatje heeft een eigen schaal.",
            en: "This area through the years. Each picture has its own scale.")
        static let liveability = BilingualText(
            nl: "Leefbaarheid: verschil met de gemeente", en: "Liveability: difference with the municipality")
        static let liveabilityHint = BilingualText(
            nl: "Rechts van de lijn: hoger dan de gemeente. Links: lager.",
            en: "Right of the line: higher than the municipality. Left: lower.")
        static let liveabilityCaution = BilingualText(
            nl:
                "Dit is een schatting om te signaleren. Hij zegt niet waardoor het komt en is geen knop om aan te draaien. Kijk ook ter plekke.",
            en:
                "This is an estimate that signals. It does not tell the cause and is no dial to turn. Look on the spot as well."
        )
        static let difference = BilingualText(nl: "Verschil", en: "Difference")
        static let facilities = BilingualText(nl: "Voorzieningen naar functie", en: "Facilities by function")
        static let facility = BilingualText(nl: "Voorziening", en: "Facility")
        static let function = BilingualText(nl: "Functie", en: "Function")
        static let strong = BilingualText(nl: "Relatief sterk", en: "Relatively strong")
        static let weak = BilingualText(nl: "Relatief zwak", en: "Relatively weak")
        static let strongHint = BilingualText(
            nl:
                "Vergeleken met de gemeente. Met ± erbij valt het verschil buiten de marge. Zonder ± geeft de bron geen marge: een klein verschil kan dan toeval zijn. Van elk onderwerp staan de eerste cijfers open; de volgorde zegt niets.",
            en:
                "Compared with the municipality. With ± the difference lies beyond the margin. Without ± the source gives no margin: a small difference can be chance. Of each subject the first figures stand open; the order tells nothing."
        )
        static let noneStrong = BilingualText(
            nl: "Geen van de cijfers wijkt aan deze kant af van de gemeente.",
            en: "None of the figures differs from the municipality on this side.")
        static let trust = BilingualText(nl: "Kan ik dit vertrouwen?", en: "Can I trust this?")
        static let complete = BilingualText(nl: "Kenmerken met een cijfer", en: "Indicators with a figure")
        static let suppressed = BilingualText(
            nl: "Geheim gehouden door de bron", en: "Withheld by the source")
        static let small = BilingualText(
            nl: "Door ons verborgen (kleine groep)", en: "Hidden by us (small group)")
        static let missing = BilingualText(nl: "Geen cijfer", en: "No figure")
        static let withMargin = BilingualText(nl: "Kenmerken met een marge", en: "Indicators with a margin")
        static let oldest = BilingualText(
            nl: "Oudste cijfer op deze pagina", en: "Oldest figure on this page")
        static let allSources = BilingualText(nl: "Alle bronnen bekijken", en: "See all sources")
        static let onMap = BilingualText(nl: "Toon op de kaart", en: "Show on the map")
        static let neighbours = BilingualText(nl: "Hiernaast", en: "Next door")
        static let choose = BilingualText(nl: "Kies een gebied", en: "Choose an area")
        static let list = BilingualText(
            nl: "Op naam, per wijk. De volgorde zegt niets over de gebieden.",
            en: "By name, per district. The order says nothing about the areas.")
        static let noDistrict = BilingualText(nl: "Zonder wijk", en: "Without a district")

        static func inDistrict(_ level: BilingualText, _ name: String) -> BilingualText {
            BilingualText(
                nl: "\(level.nl.capitalisedFirst) in \(name)", en: "\(level.en.capitalisedFirst) in \(name)")
        }

        static func households(_ count: String) -> BilingualText {
            BilingualText(nl: "\(count) huishoudens", en: "\(count) households")
        }

        static func more(_ count: Int) -> BilingualText {
            BilingualText(
                nl: count == 1 ? "Nog 1 cijfer" : "Nog \(count) cijfers",
                en: count == 1 ? "1 more figure" : "\(count) more figures")
        }

        static func of(_ known: Int, _ all: Int) -> BilingualText {
            BilingualText(nl: "\(known) van \(all)", en: "\(known) of \(all)")
        }
    }
}

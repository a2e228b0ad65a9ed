import Bilingual
import Neighbourhoods

/// Texts on surroundings and on change of the page on spread.
extension Strings.Spread {
    // MARK: Surroundings

    static let profileTitle = BilingualText(nl: "Van dichtbij naar ver", en: "From near to far")
    static let surroundings = BilingualText(nl: "Omgeving", en: "Surroundings")
    static let reach = BilingualText(nl: "Gemiddeld bereik (m)", en: "Mean reach (m)")
    static let ownArea = BilingualText(nl: "het gebied zelf", en: "the area itself")
    static let noProfile = BilingualText(
        nl: "Geen beeld van dichtbij naar ver", en: "No view from near to far")
    static let profileSeen = BilingualText(
        nl:
            "Hoe lager de lijn, hoe gelijker groepen verdeeld zijn over omgevingen van die grootte. De streepjes zijn de 95%-marge. Een stap die nog binnen het gebied zelf valt, geeft hetzelfde cijfer.",
        en:
            "The lower the line, the more evenly groups are spread over surroundings of that size. Upright lines are the 95% margin. A step that still lies within the area itself gives the same figure."
    )

    static func profileSubtitle(_ level: AreaLevel, _ year: Int) -> BilingualText {
        BilingualText(
            nl:
                "Ongelijke spreiding (D: 0 gelijk, 1 gescheiden) als elke \(level.one.nl) zijn omgeving meetelt, \(year).",
            en:
                "Uneven spread (D: 0 even, 1 apart) when every \(level.one.en) counts its surroundings, \(year)."
        )
    }

    static func profileNotSaid(_ level: AreaLevel) -> BilingualText {
        BilingualText(
            nl:
                "Elke \(level.one.nl) is één punt, in het midden. Hoe mensen binnen de \(level.one.nl) verspreid wonen is niet bekend. Wie net over de gemeentegrens woont, telt niet mee.",
            en:
                "Every \(level.one.en) is one point, in its middle. How people are spread within it is not known. Those who live just over the border of the municipality do not count."
        )
    }

    static func shapes(_ title: String, _ year: Int) -> BilingualText {
        BilingualText(nl: "Grenzen: \(title), \(year).", en: "Boundaries: \(title), \(year).")
    }

    // MARK: Change

    static let changeTitle = BilingualText(nl: "Waardoor veranderde het?", en: "Why did it change?")
    static let changeFrom = BilingualText(nl: "Verandering: van jaar", en: "Change: from year")
    static let changeTo = BilingualText(nl: "Verandering: tot jaar", en: "Change: to year")
    static let firstYear = BilingualText(nl: "eerste jaar", en: "first year")
    static let lastYear = BilingualText(nl: "laatste jaar", en: "last year")
    static let noChange = BilingualText(nl: "Geen verandering te splitsen", en: "No change to split")
    static let partOfChange = BilingualText(nl: "Deel van de verandering", en: "Part of the change")
    static let moreEven = BilingualText(nl: "maakt gelijker", en: "makes more even")
    static let lessEven = BilingualText(nl: "maakt ongelijker", en: "makes less even")
    static let notSure = BilingualText(nl: "kan ook geen verschil zijn", en: "may as well be no difference")
    static let marginOfPart = BilingualText(nl: "95%-marge", en: "95% margin")
    static let nats = BilingualText(nl: "M (nats)", en: "M (nats)")
    static let difference = BilingualText(nl: "Verschil", en: "Difference")
    static let correctedDifference = BilingualText(
        nl: "Verschil zonder toeval in beide jaren", en: "Difference without chance in both years")
    static let endMargin = BilingualText(
        nl: "zie de marge van het verschil", en: "see the margin of the difference")
    static let bySize = BilingualText(
        nl: "Waarvan doordat gebieden groter of kleiner werden",
        en: "Of which because areas became larger or smaller")
    static let whichAreas = BilingualText(
        nl: "Welke gebieden? Kaart en tabel", en: "Which areas? Map and table")
    static let changeSeen = BilingualText(
        nl:
            "De delen zijn samen de hele verandering. Elk deel is het gemiddelde over alle volgordes waarin groottes en spreiding kunnen veranderen (Shapley).",
        en:
            "The parts add up to the whole change. Each is the mean over all orders in which sizes and spread can change (Shapley)."
    )
    static let changeMapNotSaid = BilingualText(
        nl:
            "Een gebied kan meer bijdragen doordat het zelf veranderde, of doordat de gemeente eromheen veranderde. Geen oordeel over het gebied. Geen marge: dit cijfer beschrijft één gebied.",
        en:
            "An area can add more because it changed itself, or because the municipality around it did. It is no judgement of the area. No margin: this figure describes one area."
    )

    static func unevenness(_ year: Int) -> BilingualText {
        BilingualText(nl: "Ongelijke spreiding in \(year)", en: "Unevenness in \(year)")
    }

    static func ofFirst(_ year: Int) -> BilingualText {
        BilingualText(nl: "In % van M in \(year)", en: "In % of M in \(year)")
    }

    static func contributionIn(_ year: Int) -> BilingualText {
        BilingualText(nl: "Bijdrage in \(year)", en: "Contribution in \(year)")
    }

    static func changeSubtitle(_ from: Int, _ to: Int) -> BilingualText {
        BilingualText(
            nl:
                "De verandering van M, de ongelijke spreiding van alle groepen, van \(from) tot \(to), in % van M in \(from).",
            en:
                "The change of M, the uneven spread of all groups, from \(from) to \(to), in % of M in \(from)."
        )
    }

    static func changeNotSaid(_ many: BilingualText) -> BilingualText {
        BilingualText(
            nl:
                "Oorzaak is hier een rekenkundig deel, geen beleid of gedrag. Beide jaren zijn van dezelfde versie van de bron; \(many.nl) met dezelfde code gelden als dezelfde, ook als hun grens wat verschoof.",
            en:
                "A cause here is an arithmetical part, no policy or behaviour. Both years are of the same version of the source; \(many.en) with the same code count as the same, even if their border moved a little."
        )
    }

    static func changeMapFinding(_ more: Int, _ all: Int, _ level: AreaLevel, _ from: Int, _ to: Int)
        -> BilingualText
    {
        BilingualText(
            nl: "\(more) van de \(all) \(level.many.nl) droegen in \(to) meer bij dan in \(from)",
            en: "\(more) of \(all) \(level.many.en) added more in \(to) than in \(from)")
    }

    static func changeMapSubtitle(_ from: Int) -> BilingualText {
        BilingualText(
            nl: "Verschil in bijdrage aan de ongelijke spreiding, in % van M in \(from).",
            en: "Difference in contribution to the unevenness, in % of M in \(from).")
    }

    static func changeMapSeen(_ level: AreaLevel) -> BilingualText {
        BilingualText(
            nl:
                "Blauw: droeg meer bij dan eerst. Oker: minder. De tabel staat op volgorde van de code van de \(level.one.nl).",
            en: "Blue: added more than before. Ochre: less. The table is in the order of the codes.")
    }
}

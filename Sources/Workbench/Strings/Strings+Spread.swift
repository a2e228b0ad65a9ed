import Bilingual
import Neighbourhoods
import PolicyTheory

extension Strings {
    enum Spread {
        static let title = BilingualText(nl: "Hoe gelijk verdeeld?", en: "How divided?")
        static let lead = BilingualText(
            nl:
                "Wonen groepen gelijk verdeeld over de gemeente, of apart? Deze maten zeggen hoe het is, niet hoe het moet zijn.",
            en:
                "Do groups live evenly spread over the municipality, or apart? These measures say how it is, not how it should be."
        )
        static let choices = BilingualText(nl: "Waar rekenen we mee?", en: "What is counted?")
        static let how = BilingualText(nl: "Zo leest u de maten", en: "How to read the measures")
        static let reading = [
            BilingualText(
                nl:
                    "De marge zegt hoeveel de maat afhangt van welke gebieden in de gemeente liggen (95%).",
                en: "The margin says how far the measure hangs on which areas the municipality has (95%)."),
            BilingualText(
                nl:
                    "“Door toeval” is wat de maat zou zijn als iedereen willekeurig woonde, met even grote groepen en gebieden. Dat is precies uitgerekend. Daarvoor zijn aantallen afgerond op hele huishoudens of woningen.",
                en:
                    "“By chance” is what the measure would be if all lived at random, with groups and areas of the same size. It is an exact sum. For it, counts are rounded to whole households or homes."
            ),
            BilingualText(
                nl:
                    "“Zonder toeval” is de maat met dat toeval eraf: 0 is niet meer dan toeval. De marge erachter is op dezelfde manier verbeterd.",
                en:
                    "“Without chance” is the measure with that chance taken out: 0 is no more than chance. The margin behind it is corrected in the same way."
            ),
            BilingualText(
                nl:
                    "Voor de marge trekken we steeds opnieuw gebieden en nemen het midden van de uitkomsten (percentielen). Hoeveel de maat daarbij gemiddeld hoger of lager uitkomt, staat erbij.",
                en:
                    "For the margin we draw areas again and again and take the middle of the outcomes (percentiles). How much higher or lower the measure comes out on average is told beside it."
            ),
            BilingualText(
                nl:
                    "De maten hangen af van de grootte van de gebieden. Vergelijk ze niet met een andere gemeente of schaal.",
                en:
                    "The measures hang on the size of the areas. Do not compare them with another municipality or scale."
            ),
        ]
        static let summary = BilingualText(nl: "De maten bij elkaar", en: "The measures together")
        static let symbol = BilingualText(nl: "Maat", en: "Measure")
        static let noChance = BilingualText(
            nl: "hiervoor is geen exacte som bekend", en: "no exact sum is known for this")
        static let notCorrected = BilingualText(
            nl: "geen: deze maat is ook bij gelijke spreiding niet 0",
            en: "none: this measure is not 0 either when groups are evenly spread")
        static let whoLivesWithWhom = BilingualText(
            nl: "Wie woont bij wie? In beide richtingen", en: "Who lives with whom? In both directions")
        static let table = BilingualText(nl: "Alle getallen in een tabel", en: "All numbers in a table")
        static let download = BilingualText(
            nl: "Download de getallen (CSV)", en: "Download the numbers (CSV)")
        static let scales = BilingualText(
            nl: "Tussen wijken of binnen wijken?", en: "Between or within districts?")
        static let scaleColumns = [
            BilingualText(nl: "Deel", en: "Part"), BilingualText(same: "M"), BilingualText(same: "H"),
            BilingualText(nl: "Aandeel", en: "Share"),
        ]
        static let scalesNote = BilingualText(
            nl:
                "De delen zijn samen de hele maat (M en H). Geen marge: dit splitst één uitkomst en schat niets nieuws.",
            en:
                "The parts add up to the whole measure (M and H). No margin: this splits one outcome and estimates nothing new."
        )
        static let departure = BilingualText(
            nl: "Verschil met de gemeente (L)", en: "Departure from the municipality (L)")
        static let localNotSaid = BilingualText(
            nl:
                "Anders is niet beter of slechter. Geen marge: dit cijfer beschrijft één gebied. In een klein gebied is een verschil eerder toeval.",
            en:
                "Different is not better or worse. No margin: this figure describes one area. In a small area a difference is sooner chance."
        )
        static let trendHint = BilingualText(
            nl: "Dezelfde maat in alle jaren van dezelfde versie van de bron, met 95%-marge.",
            en: "The same measure in all years of the same version of the source, with the 95% margin.")
        static let oneYear = BilingualText(
            nl: "Geen verloop: er is maar één jaar van deze versie van de bron.",
            en: "No trend: there is one year only of this version of the source.")
        static let none = BilingualText(
            nl: "Er zijn geen cijfers over inkomens of woningen op deze schaal.",
            en: "There are no figures on incomes or homes at this scale.")

        static func part(_ part: SpreadReport.Part) -> BilingualText {
            guard let within = part.within else {
                return BilingualText(
                    nl: "Tussen \(part.between.many.nl)", en: "Between \(part.between.many.en)")
            }
            return BilingualText(
                nl: "Tussen \(part.between.many.nl), binnen \(within.many.nl)",
                en: "Between \(part.between.many.en), within \(within.many.en)")
        }

        /// Where the unevenness arises, largest areas first.
        static func scalesFinding(_ parts: [SpreadReport.Part], _ language: Language) -> String {
            let list = parts.map { part -> String in
                let share = NumberText(language).percent(part.share)
                let name = Self.part(part)[language]
                return "\(share) \(name.prefix(1).lowercased() + name.dropFirst())"
            }
            let text = list.joined(separator: BilingualText(nl: "; ", en: "; ")[language])
            return BilingualText(
                nl: "Zo ontstaat de ongelijke spreiding: \(text).",
                en: "How the uneven spread arises: \(text).")[
                    language]
        }

        static func areas(_ used: Int, _ left: Int, _ level: AreaLevel) -> BilingualText {
            left == 0
                ? BilingualText(nl: "\(used) \(level.many.nl).", en: "\(used) \(level.many.en).")
                : BilingualText(
                    nl:
                        "\(used) \(level.many.nl); \(left) niet meegeteld: geen cijfer of te weinig bewoners.",
                    en: "\(used) \(level.many.en); \(left) left out: no figure or too few residents.")
        }

        static func localSubtitle(_ subject: BilingualText, _ level: AreaLevel, _ year: Int) -> BilingualText
        {
            BilingualText(
                nl: "\(subject.nl): hoe ver elke \(level.one.nl) afwijkt van de hele gemeente, \(year).",
                en:
                    "\(subject.en): how far each \(level.one.en) departs from the whole municipality, \(year)."
            )
        }

        static func localFinding(
            _ subject: BilingualText, _ above: Int, _ all: Int, _ level: AreaLevel
        ) -> BilingualText {
            BilingualText(
                nl:
                    "\(subject.nl): \(above) van de \(all) \(level.many.nl) wijken meer dan gemiddeld af van de gemeente",
                en:
                    "\(subject.en): \(above) of \(all) \(level.many.en) depart more than average from the municipality"
            )
        }

        static func localSeen(_ level: AreaLevel) -> BilingualText {
            BilingualText(
                nl:
                    "0 is precies dezelfde samenstelling als de gemeente. Hoe donkerder, hoe anders; naar welke kant zegt de kleur niet. Gestreept: geheim of geen cijfer.",
                en:
                    "0 is the very make-up of the municipality. The darker, the more different; the colour does not tell which way. Hatched: withheld or no figure."
            )
        }
    }
}

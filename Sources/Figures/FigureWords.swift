import Bilingual

/// The few words that figures add themselves, in the reader's language.
struct FigureWords {
    let language: Language
    var noun = AreaNoun.neighbourhood

    private func pick(_ nl: String, _ en: String) -> String { BilingualText(nl: nl, en: en)[language] }

    var seen: String { pick("Wat ziet u?", "What do you see?") }
    var notSaid: String { pick("Wat zegt het niet?", "What does it not say?") }
    var source: String { pick("Bron:", "Source:") }
    var bearsOn: String { pick("Gaat over:", "Bears on:") }
    var table: String { pick("Alle getallen in een tabel", "All numbers in a table") }
    var download: String { pick("Download de getallen (CSV)", "Download the numbers (CSV)") }
    var noFigure: String { pick("geheim of geen cijfer", "withheld or no figure") }
    var withinNoise: String { pick("binnen de ruis", "within the noise") }
    var municipality: String { pick("gemeente", "municipality") }
    var national: String { pick("Nederland", "Netherlands") }
    var area: String { noun.one[language] }
    var lower: String { pick("Ondergrens", "Lower end") }
    var upper: String { pick("Bovengrens", "Upper end") }
    var year: String { pick("Jaar", "Year") }
    var part: String { pick("Onderdeel", "Part") }
    var topic: String { pick("Kenmerk", "Topic") }
    var noInterval: String { pick("geen marge", "no margin") }
    var margin: String { pick("onzekerheidsmarge", "margin of uncertainty") }
    var outcome: String { pick("Uitkomst", "Outcome") }

    /// The first letter as a capital, for a column title.
    func title(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// "84 buurten" counts the areas of a map or plot.
    func areas(_ count: Int) -> String {
        "\(NumberText(language).count(count)) \((count == 1 ? noun.one : noun.many)[language])"
    }
}

extension FigureFrame {
    /// The words of a figure in this frame.
    var words: FigureWords { FigureWords(language: language, noun: areaNoun) }
}

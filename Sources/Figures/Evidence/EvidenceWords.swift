import Bilingual

/// The words that the figures on evidence add themselves.
struct EvidenceWords {
    let language: Language

    func pick(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    var study: String { pick("Studie", "Study") }
    var tag: String { pick("Jaar, land", "Year, country") }
    var group: String { pick("Groep", "Group") }
    var lower: String { pick("Ondergrens", "Lower end") }
    var upper: String { pick("Bovengrens", "Upper end") }
    var weight: String { pick("Gewicht", "Weight") }
    var method: String { pick("Methode", "Method") }
    var noStudies: String { pick("Geen studies om te tekenen.", "No studies to draw.") }
    var noEstimate: String { pick("geen schatting", "no estimate") }
    var noInterval: String { pick("geen interval", "no interval") }
    var noWeight: String { pick("gewicht onbekend", "weight unknown") }
    var unbounded: String { pick("onbegrensd", "unbounded") }
    var noSummary: String { pick("k = 1: geen samenvatting", "k = 1: no summary") }
    var overall: String { pick("Samengenomen", "Overall") }
    var noEffect: String { pick("geen effect", "no effect") }
    var estimate: String { pick("schatting", "estimate") }
    var mean: String { pick("Gemiddelde", "Mean") }
    var gap: String { pick("leemte", "gap") }
    var papers: String { pick("Publicaties", "Papers") }
    var trials: String { pick("Onafhankelijke studies", "Independent trials") }
    var standardError: String { pick("Standaardfout", "Standard error") }
    var count: String { pick("Aantal", "Number") }
    var influential: String { pick("Opvallend", "Influential") }
    var yes: String { pick("ja", "yes") }
    var no: String { pick("nee", "no") }

    /// "12 studies".
    func studies(_ count: Int) -> String {
        let noun = count == 1 ? pick("studie", "study") : pick("studies", "studies")
        return "\(NumberText(language).count(count)) \(noun)"
    }

    /// "Blad 2 van 9".
    func page(_ page: Int, of pages: Int) -> String {
        pick("Blad \(page) van \(pages)", "Sheet \(page) of \(pages)")
    }

    /// What could not be drawn, for the end of a sentence; empty when all was.
    func notDrawn(_ count: Int) -> String {
        count == 0
            ? ""
            : pick(
                "; \(studies(count)) niet getekend, wel in de tabel",
                "; \(studies(count)) not drawn, only in the table")
    }

    /// A plain number with `decimals`; what is none becomes a dash.
    func number(_ value: Double, _ decimals: Int = 2) -> String {
        value.isInfinite ? (value < 0 ? "−∞" : "∞") : NumberText(language).decimal(value, decimals: decimals)
    }

    /// A p value: `0,032`, and below a thousandth `< 0,001`.
    func probability(_ value: Double) -> String {
        value < 0.001 ? "< \(number(0.001, 3))" : "= \(number(value, 3))"
    }
}

extension FigureTable.Cell {
    /// A number, or in words why there is none.
    static func known(_ value: Double?, _ format: ValueFormat, else reason: String) -> FigureTable.Cell {
        guard let value, value.isFinite else { return .missing(reason) }
        return .number(value, format)
    }
}

import Bilingual
import Figures
import HousingMarket

/// The card of a lever: what it is, what the model does with it and what not, who decides, on what ground, what it
/// costs and may bring along, and what happened elsewhere.
struct LeverCardBlock {
    let card: LeverCard
    let language: Language

    var markup: Markup {
        .fragment([
            .element("p") { card.summary[language] },
            .element("dl", ["class": "mp-lever-card"]) {
                term(Words.changes, card.changes[language])
                term(Words.missing, missing[language])
                term(Words.decider, card.decider[language])
                term(Words.ground, card.legalBasis[language], note: Self.asOf[language])
                term(Words.pace, card.leadTime[language])
                term(Words.cost, cost)
                if let revenue = card.revenue { term(Words.revenue, revenue[language]) }
                term(Words.sideEffects, card.sideEffectNote[language], note: sideEffects)
                term(Words.treatment, risk[language], note: card.distinction?[language])
                precedents
            },
        ])
    }

    private func term(_ name: BilingualText, _ text: String, note: String? = nil) -> Markup {
        .fragment([
            .element("dt") { name[language] },
            .element("dd") {
                text.capitalisedFirst
                if let note { Markup.element("span", ["class": "mp-hint mp-line"]) { note } }
            },
        ])
    }

    /// The newest page that the facts of the cards rest on.
    static let asOf = BilingualText(
        nl: "Stand van 30 januari 2026. Vraag na of dit nog zo is.",
        en: "As of 30 January 2026. Check whether it still holds.")

    private var missing: BilingualText {
        switch card.effect {
        case .full: Words.nothingMissing
        case .partly(let reason): reason
        case .none(let reason): reason
        }
    }

    private var sideEffects: String? {
        card.sideEffects.isEmpty ? nil : card.sideEffects.map { $0.name[language] }.joined(separator: ", ")
    }

    private var risk: BilingualText {
        switch card.distinctionRisk {
        case .none: Words.noRisk
        case .indirect: Words.indirectRisk
        case .high: Words.highRisk
        }
    }

    private var cost: String {
        guard let cost = card.cost else { return Words.noPrice[language] }
        let numbers = NumberText(language)
        let (low, high) = (min(abs(cost.low), abs(cost.high)), max(abs(cost.low), abs(cost.high)))
        let amount = low == high ? numbers.decimal(low) : numbers.interval(low, high, decimals: 0)
        let kind = cost.high < 0 ? Words.brings : Words.about
        return
            "\(kind[language]) € \(amount) \(cost.unit[language]), \(Words.price[language]) \(cost.year) (\(cost.source[language]))"
    }

    private var precedents: Markup {
        guard !card.precedents.isEmpty else {
            return term(Words.precedents, Words.noPrecedents[language])
        }
        return .fragment([
            .element("dt") { Words.precedents[language] },
            .element("dd") {
                Markup.element("ul", ["class": "mp-links"]) {
                    for one in card.precedents {
                        Markup.element("li") {
                            let years = one.years.contains(where: \.isNumber) ? one.years + ": " : ""
                            "\(years)\(one.text[language]) (\(one.source))"
                        }
                    }
                }
            },
        ])
    }

    private enum Words {
        static let changes = BilingualText(nl: "Verandert in het model", en: "Changes in the model")
        static let missing = BilingualText(nl: "Wat niet in het model zit", en: "What is not in the model")
        static let nothingMissing = BilingualText(
            nl: "Niets: wat dit met woningen en toewijzingen doet, zit in het model.",
            en: "Nothing: what this does to homes and lettings is in the model.")
        static let decider = BilingualText(nl: "Wie beslist", en: "Who decides")
        static let ground = BilingualText(nl: "Grondslag in de wet", en: "Legal basis")
        static let pace = BilingualText(nl: "Hoe snel", en: "How fast")
        static let cost = BilingualText(nl: "Wat het kost", en: "What it costs")
        static let noPrice = BilingualText(
            nl: "geen prijs met bron gevonden; vraag het na", en: "no sourced price found; ask")
        static let about = BilingualText(nl: "ongeveer", en: "about")
        static let brings = BilingualText(nl: "brengt op: ongeveer", en: "brings in about")
        static let price = BilingualText(nl: "prijs van", en: "price of")
        static let revenue = BilingualText(
            nl: "Wat het opbrengt of aan huur scheelt", en: "What it brings in or misses in rent")
        static let sideEffects = BilingualText(nl: "Let op", en: "Mind")
        static let treatment = BilingualText(nl: "Gelijke behandeling", en: "Equal treatment")
        static let noRisk = BilingualText(
            nl: "In de bronnen is geen risico gezien.", en: "No risk was seen in the sources.")
        static let indirectRisk = BilingualText(
            nl: "Risico op indirect onderscheid.", en: "Risk of indirect distinction.")
        static let highRisk = BilingualText(
            nl: "Groot risico op verboden onderscheid.", en: "High risk of unlawful distinction.")
        static let precedents = BilingualText(nl: "Eerder gedaan", en: "Done before")
        static let noPrecedents = BilingualText(
            nl: "geen geval met bron gevonden", en: "no sourced case found")
    }
}

public import Bilingual
internal import Figures
public import Neighbourhoods
public import WorkingGroup

/// Questions about one's own municipality whose true answer the imported data give, for the poll at the start and the end.
public enum LocalKnowledge {
    private static let shares: [(variable: Variable.ID, nl: String, en: String)] = [
        (
            "tenure.socialRent", "Hoeveel procent van de woningen is hier sociale huur?",
            "What percentage of homes here is social rent?"
        ),
        (
            "income.lowest40",
            "Hoeveel procent van de huishoudens hoort hier bij de laagste 40% inkomens van Nederland?",
            "What percentage of households here belongs to the lowest 40% of incomes in the Netherlands?"
        ),
        (
            "households.onePerson", "Hoeveel procent van de huishoudens bestaat hier uit één persoon?",
            "What percentage of households here is one person?"
        ),
        (
            "tenure.ownerOccupied", "Hoeveel procent van de woningen is hier koop?",
            "What percentage of homes here is owner-occupied?"
        ),
    ]

    /// At most five questions: shares of the whole municipality, and how far the neighbourhoods lie apart on the first that
    /// is known; and where there are any, one that asks how people stand on mixing. A figure that is missing is not asked.
    public static func facts(of dataset: Dataset, language: Language) -> [Rehearsal.Fact] {
        var facts: [Rehearsal.Fact] = []
        for one in shares {
            guard let series = dataset.series(one.variable, at: .municipality),
                let share = share(one.variable, in: dataset)
            else { continue }
            facts.append(
                Rehearsal.Fact(
                    text: BilingualText(nl: one.nl, en: one.en)[language], unit: "%", truth: percent(share),
                    source: source(series, dataset, margin: margin(series, dataset), language)))
        }
        if let spread = spread(in: dataset, language: language) { facts.append(spread) }
        return facts.isEmpty ? [] : facts.prefix(5) + [stance(language)]
    }

    /// What shows a shift of the group besides what it learned.
    private static func stance(_ language: Language) -> Rehearsal.Fact {
        Rehearsal.Fact(
            text: BilingualText(
                nl:
                    "Wat vindt u ervan als een gemeente stuurt op menging van inkomens? Van 0 (heel slecht) tot 10 (heel goed).",
                en:
                    "What do you think of a municipality that steers on mixing incomes? From 0 (very bad) to 10 (very good)."
            )[
                language], unit: "", truth: nil,
            source: BilingualText(nl: "een mening", en: "an opinion")[language])
    }

    /// A share of 0 ... 1 of the municipality, as its source gives it.
    private static func share(_ variable: Variable.ID, in dataset: Dataset) -> Double? {
        VariableCatalogue.variable(variable)?.unit == .share ? dataset.municipalValue(variable).number : nil
    }

    private static func margin(_ series: Series, _ dataset: Dataset) -> Double? {
        guard let place = dataset.index(of: dataset.municipality.code, at: .municipality) else { return nil }
        return series.margins?[place].number
    }

    /// How far the neighbourhoods with the highest and the lowest share of low incomes lie apart, without naming any.
    private static func spread(in dataset: Dataset, language: Language) -> Rehearsal.Fact? {
        guard let series = dataset.series("income.lowest40", at: .neighbourhood) else { return nil }
        let known = series.values.numbers.filter { !$0.isNaN }
        guard known.count >= 5, let low = known.min(), let high = known.max() else { return nil }
        let text = BilingualText(
            nl:
                "Hoeveel procentpunten liggen de buurt met de meeste en die met de minste lage inkomens uit elkaar?",
            en: "How many percentage points lie between the areas with most and with fewest low incomes?")
        return Rehearsal.Fact(
            text: text[language], unit: BilingualText(nl: "procentpunt", en: "percentage points")[language],
            truth: percent(high - low), source: source(series, dataset, language))
    }

    private static func percent(_ share: Double) -> Double { (share * 1000).rounded() / 10 }

    /// Source and year, with the margin that the source gives or the words that it gives none.
    private static func source(
        _ series: Series, _ dataset: Dataset, margin: Double? = nil, _ language: Language
    ) -> String {
        let name = dataset.source(series.source)?.title ?? ""
        let margin =
            margin.map { half in
                let text = NumberText(language).decimal(percent(half), decimals: 1)
                return BilingualText(
                    nl: "95%-interval: ± \(text) procentpunt", en: "95% interval: ± \(text) percentage points"
                )
            }
            ?? BilingualText(
                nl: "geen interval: de bron geeft er geen", en: "no interval: the source gives none")
        return [name, "\(series.year)", margin[language]].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

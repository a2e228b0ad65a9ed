import Bilingual
import Figures
import PolicyTheory

/// How evenly groups are spread over the areas: the segregation measures with their margins.
struct EvennessCard {
    let scene: Scene

    private var language: Language { scene.language }

    var markup: Markup {
        let summary = scene.evenness
        guard !summary.rows.isEmpty || !summary.notes.isEmpty else { return .empty }
        // Evenness first: one line a subject. Who meets whom takes two lines each and unfolds.
        let first = summary.rows.filter { $0.symbol == "D" }
        let rest = summary.rows.filter { $0.symbol != "D" }
        return .element("section", ["class": "mp-card mp-evenness"]) {
            Markup.element("h2") { Strings.Map.evenness[language] }
            LowIncomeSwitch(scene: scene, route: .map).markup
            Markup.element("dl", ["class": "mp-facts"]) { for row in first { measure(row) } }
            if !rest.isEmpty {
                Markup.element("details") {
                    Markup.element("summary") { Strings.Map.allMeasures[language] }
                    Markup.element("dl", ["class": "mp-facts"]) { for row in rest { measure(row) } }
                }
            }
            for note in summary.notes { Markup.element("p", ["class": "mp-note"]) { note[language] } }
            Markup.element("p", ["class": "mp-note"]) { Strings.Map.evennessNote[language] }
            scene.evennessProvenance.markup(language)
            if !summary.rows.isEmpty {
                Markup.element("p") {
                    Markup.element("a", ["href": .text(scene.csvHref(.evenness)), "download": .flag(true)]) {
                        BilingualText(nl: "Download (CSV)", en: "Download (CSV)")[language]
                    }
                }
            }
        }
    }

    private func measure(_ row: SegregationSummary.Row) -> Markup {
        let figure = row.figure
        return .fragment([
            .element("dt") { figure.label[language] },
            .element("dd") {
                Markup.element("strong") { figure.unit.text(figure.value, language) }
                Markup.element("span", ["class": "mp-range"]) {
                    switch figure.uncertainty {
                    case .interval(let lower, let upper):
                        scene.numbers.interval(lower, upper, decimals: 2)
                    case .none(let reason): reason[language]
                    }
                }
                CorrectedNote(figure: figure, language: language).markup
            },
        ])
    }
}

import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// How evenly incomes, tenures and types of home are spread over the municipality.
struct SpreadPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .spread, title: Strings.Spread.title[language],
            main: .fragment([
                .element("h1") { "\(Strings.Spread.title[language]) \(scene.dataset.municipality.name)" },
                introduction, summary,
                scene.spread.isEmpty
                    ? .element("p", ["class": "mp-card"]) { Strings.Spread.none[language] }
                    : .fragment(scene.spread.map { SpreadSection(scene: scene, report: $0).markup }),
            ]))
    }

    private var introduction: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("p") { Strings.Spread.lead[language] }
            ChoiceForm(scene: scene, route: .spread).markup(
                fields: [.town(scene), .level(scene), .lowIncome(scene)].compactMap(\.self))
            Markup.element("details") {
                Markup.element("summary") { Strings.Spread.how[language] }
                Markup.element("ul") {
                    for text in Strings.Spread.reading { Markup.element("li") { text[language] } }
                }
            }
        }
    }

    private var summary: Markup {
        guard let table = scene.evennessTable() else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Spread.summary[language] }
            OpenTable.markup(table)
            for note in scene.evenness.notes { Markup.element("p", ["class": "mp-note"]) { note[language] } }
            CSVLink(href: scene.csvHref(.evenness), language: language).markup
        }
    }
}

/// One subject: all groups at once, each group against the others, the scales, the areas and the years.
struct SpreadSection {
    let scene: Scene
    let report: SpreadReport
    private var language: Language { scene.language }
    private var words: SpreadWords { SpreadWords(report: report, language: language) }

    var markup: Markup {
        .element("section", ["id": .text("verdeling-" + report.subject.word)]) {
            Markup.element("h2") { "\(report.subject.name[language]), \(report.year)" }
            Markup.element("div", ["class": "mp-columns mp-profile"]) {
                Markup.element("div", ["class": "mp-column"]) {
                    measures
                    scales
                    trend
                }
                Markup.element("div", ["class": "mp-column"]) { map }
            }
        }
    }

    // MARK: Measures

    private var measures: Markup {
        let first: Set<SpreadReport.Measure> = [.entropy, .dissimilarity]
        return .element("section", ["class": "mp-card"]) {
            Markup.element("p", ["class": "mp-note"]) {
                Strings.Spread.areas(
                    report.local.areas.count - report.areasLeftOut, report.areasLeftOut, report.level)[
                        language]
            }
            Markup.element("div", ["class": "mp-tiles"]) {
                for row in report.rows where first.contains(row.measure) { tile(row) }
            }
            Markup.element("details") {
                Markup.element("summary") { Strings.Spread.whoLivesWithWhom[language] }
                Markup.element("div", ["class": "mp-tiles"]) {
                    for row in report.rows where !first.contains(row.measure) { tile(row) }
                }
            }
            if let table = scene.table(.spread(report.subject, .measures)) {
                Markup.element("details", ["class": "mp-numbers"]) {
                    Markup.element("summary") { Strings.Spread.table[language] }
                    OpenTable.markup(table)
                    CSVLink(href: scene.csvHref(.spread(report.subject, .measures)), language: language)
                        .markup
                }
            }
            Note.markup(Strings.source[language] + ":", scene.sources(report.data))
        }
    }

    private func tile(_ row: SpreadReport.Row) -> Markup {
        .element("div", ["class": "mp-measure"]) {
            Markup.element("h3") { words.title(row) }
            Markup.element("p", ["class": "mp-key"]) {
                "\(row.measure.symbol) = \(scene.numbers.decimal(row.value, decimals: 2))"
            }
            Markup.element("p") { words.sentence(row) }
            Markup.element("p", ["class": "mp-note"]) { margin(row) + " " + chance(row) }
        }
    }

    private func margin(_ row: SpreadReport.Row) -> String {
        if let lower = row.uncertainty.lower, let upper = row.uncertainty.upper {
            return BilingualText(nl: "Marge: ", en: "Margin: ")[language]
                + scene.numbers.interval(lower, upper, decimals: 2) + "."
        }
        let reason = row.uncertainty.reason?[language] ?? Strings.noMargin[language]
        return BilingualText(nl: "Geen marge: ", en: "No margin: ")[language] + reason + "."
    }

    private func chance(_ row: SpreadReport.Row) -> String {
        guard let expected = row.expectedByChance else { return Strings.Spread.noChance[language].asSentence }
        var text =
            "\(Strings.Spread.byChance[language]): \(scene.numbers.decimal(expected, decimals: 3))."
        if let corrected = row.corrected {
            text +=
                " \(Strings.Spread.withoutChance[language]): \(scene.numbers.decimal(corrected, decimals: 2))."
        }
        return text
    }

    // MARK: Scales, years, areas

    private var scales: Markup {
        guard let table = scene.spreadParts(report), let first = report.parts.first else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h3") { Strings.Spread.scales[language] }
            Markup.element("p") {
                Strings.Spread.scalesFinding(scene.numbers.percent(first.share))[language]
            }
            OpenTable.markup(table)
            Markup.element("p", ["class": "mp-note"]) { Strings.Spread.scalesNote[language] }
            CSVLink(href: scene.csvHref(.spread(report.subject, .scales)), language: language).markup
        }
    }

    private var trend: Markup {
        .element("section", ["class": "mp-card"]) {
            scene.spreadTrend(report)?.html(.full, heading: 3)
                ?? Markup.element("p", ["class": "mp-note"]) { Strings.Spread.oneYear[language] }
        }
    }

    private var map: Markup {
        let figure = scene.spreadMap(report)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("div", ["class": "mp-map-frame", "data-map": .flag(true)]) {
                figure.html(.full, heading: 3)
                Markup.element(
                    "p", ["class": "mp-readout", "aria-live": "polite", "data-readout": .flag(true)]
                ) { "" }
            }
            if scene.outlines(near: report.year) == nil {
                Markup.element("p", ["class": "mp-note"]) { Strings.Map.noShapes[language] }
            }
        }
    }
}

/// The way to the numbers as a file.
struct CSVLink {
    let href: String
    let language: Language

    var markup: Markup {
        .element("p") {
            Markup.element("a", ["href": .text(href), "download": .flag(true)]) {
                Strings.Spread.download[language]
            }
        }
    }
}

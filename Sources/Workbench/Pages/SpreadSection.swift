import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// One subject: all groups at once, each group against the others, the scales, the surroundings, the areas, the years
/// and what changed between them.
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
                    change
                    profile
                }
                Markup.element("div", ["class": "mp-column"]) {
                    map
                    scales
                    region
                    trend
                }
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
            scene.provenance(of: report.data).markup(language)
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
            let bias = row.bias.map { " " + Strings.Spread.biasText($0, language) } ?? ""
            return BilingualText(nl: "Marge: ", en: "Margin: ")[language]
                + scene.numbers.interval(lower, upper, decimals: 2) + "." + bias
        }
        let reason = row.uncertainty.reason?[language] ?? Strings.noMargin[language]
        return BilingualText(nl: "Geen marge: ", en: "No margin: ")[language] + reason + "."
    }

    private func chance(_ row: SpreadReport.Row) -> String {
        guard let chance = row.chance else { return Strings.Spread.noChance[language].asSentence }
        let expected = scene.numbers.decimal(chance.expected, decimals: 3)
        let text = BilingualText(
            nl: "Door toeval alleen: \(expected).", en: "By chance alone: \(expected).")[language]
        guard let corrected = chance.corrected else { return text }
        let value = scene.numbers.decimal(corrected.value, decimals: 2)
        let ends = corrected.uncertainty.lower.flatMap { lower in
            corrected.uncertainty.upper.map { " (\(scene.numbers.interval(lower, $0, decimals: 2)))" }
        }
        return text + " " + Strings.Claims.corrected[language] + ": \(value)\(ends ?? "")."
    }

    // MARK: Scales and surroundings

    private var scales: Markup {
        guard let table = scene.spreadParts(report) else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h3") { Strings.Spread.scales[language] }
            Markup.element("p") { Strings.Spread.scalesFinding(report.parts, language) }
            OpenTable.markup(table)
            Markup.element("p", ["class": "mp-note"]) { Strings.Spread.scalesNote[language] }
            scene.provenance(of: report.data).markup(language)
            CSVLink(href: scene.csvHref(.spread(report.subject, .scales)), language: language).markup
        }
    }

    private var region: Markup {
        guard let found = scene.spreadRegion(report.subject) else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h3") { Strings.Spread.region[language] }
            switch found {
            case .none(let reason): Markup.element("p", ["class": "mp-note"]) { reason[language].asSentence }
            case .found(let region):
                Markup.element("p") { Strings.Spread.scalesFinding(region.parts, language) }
                OpenTable.markup(scene.regionTable(report, region))
                Markup.element("p", ["class": "mp-note"]) {
                    Strings.Spread.regionAreas(
                        region.municipalities.count, region.leftOut.count, region.areas, report.level)[
                            language]
                        + " " + Strings.Spread.scalesNote[language]
                }
                scene.provenance(of: region.data).markup(language)
                CSVLink(href: scene.csvHref(.spread(report.subject, .region)), language: language).markup
            }
        }
    }

    private var profile: Markup {
        .element("section", ["class": "mp-card"]) {
            switch report.profile {
            case .found(let profile): scene.profileFigure(report, profile).html(.full, heading: 3)
            case .none(let reason):
                absence(Strings.Spread.profileTitle, Strings.Spread.noProfile, reason)
            }
        }
    }

    private func absence(_ title: BilingualText, _ lead: BilingualText, _ reason: BilingualText) -> Markup {
        .fragment([
            .element("h3") { title[language] },
            .element("p", ["class": "mp-note"]) { "\(lead[language]): \(reason[language])." },
        ])
    }

    // MARK: Years

    private var trend: Markup {
        .element("section", ["class": "mp-card"]) {
            scene.spreadTrend(report)?.html(.full, heading: 3)
                ?? Markup.element("p", ["class": "mp-note"]) { Strings.Spread.oneYear[language] }
        }
    }

    private var change: Markup {
        .element("section", ["class": "mp-card"]) {
            switch scene.spreadChange(report.subject) {
            case .found(let change):
                scene.changeFigure(report, change).html(.full, heading: 3)
                Markup.element("details") {
                    Markup.element("summary") { Strings.Spread.whichAreas[language] }
                    scene.changeMap(report, change).html(.full, heading: 4)
                }
            case .none(let reason):
                absence(Strings.Spread.changeTitle, Strings.Spread.noChange, reason)
            }
        }
    }

    // MARK: Areas

    private var map: Markup {
        let figure = scene.spreadMap(report)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("div", ["class": "mp-map-frame", "data-map": .flag(true)]) {
                figure.html(.full, heading: 3)
                Markup.element(
                    "p", ["class": "mp-readout", "aria-live": "polite", "data-readout": .flag(true)]
                ) { "" }
            }
            Markup.element("p") { Strings.Spread.varietyFinding(report.whole, report.level, language) }
            if scene.outlines(near: report.year) == nil {
                Markup.element("p", ["class": "mp-note"]) { Strings.Map.noShapes[language] }
            }
        }
    }
}

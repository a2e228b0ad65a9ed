import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// The form with which a group sets one threshold, and what it means here once it is set.
struct NormForm {
    let scene: Scene
    let kind: NormKind
    private var language: Language { scene.language }
    private var norm: PageState.GroupNorm? { scene.state.groupNorms.first { $0.norm == kind } }
    private var valueKey: String { PageState.Key.norm + kind.rawValue }
    private var authorKey: String { PageState.Key.author + kind.rawValue }

    var markup: Markup {
        .element("div", ["class": "mp-norm"]) {
            Markup.element("h3") { kind.title[language] }
            Markup.element("p") { kind.meaning[language] }
            form
            if norm != nil {
                Markup.element("p") {
                    Markup.element(
                        "a",
                        [
                            "href": .text(
                                scene.href(.questions) { $0.groupNorms.removeAll { $0.norm == kind } })
                        ]
                    ) { Strings.Questions.clear[language] }
                }
            }
            for text in consequences { Markup.element("p") { text } }
        }
    }

    private var form: Markup {
        let middle = (kind.range.lowerBound + kind.range.upperBound) / 2
        let value = norm?.hundredths ?? middle
        let slider = "schuif-\(kind.rawValue)"
        let field = "wie-\(kind.rawValue)"
        let unit = kind == .concentration || kind == .sufficiency ? "%" : ""
        return .element(
            "form",
            [
                "class": "mp-form", "method": "get", "action": .text(Route.questions.path),
                "data-auto": .flag(true),
            ]
        ) {
            for item in scene.state.items where item.name != valueKey && item.name != authorKey {
                Markup.element(
                    "input", ["type": "hidden", "name": .text(item.name), "value": .text(item.value)])
            }
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": .text(slider)]) { Strings.Questions.value[language] }
                Markup.element(
                    "input",
                    [
                        "type": "range", "id": .text(slider), "name": .text(valueKey),
                        "min": .integer(kind.range.lowerBound), "max": .integer(kind.range.upperBound),
                        "value": .integer(value), "data-unit": .text(unit),
                    ])
                Markup.element("output", ["for": .text(slider)]) { scene.numbers.count(value) + unit }
                Markup.element("span", ["class": "mp-hint"]) {
                    norm == nil ? " " + Strings.Questions.middle[language] : ""
                }
            }
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": .text(field)]) { Strings.Questions.author[language] }
                Markup.element(
                    "input",
                    [
                        "type": "text", "id": .text(field), "name": .text(authorKey), "required": .flag(true),
                        "maxlength": .integer(PageState.GroupNorm.longestAuthor), "autocomplete": "off",
                        "value": .text(norm?.author ?? ""), "aria-describedby": .text(field + "-uitleg"),
                    ])
                Markup.element("span", ["class": "mp-hint", "id": .text(field + "-uitleg")]) {
                    Strings.Questions.authorHint[language]
                }
            }
            Markup.element("button", ["class": "mp-button", "type": "submit"]) {
                Strings.Questions.set[language]
                Markup.element("span", ["class": "mp-hidden"]) { ": " + kind.title[language] }
            }
        }
    }

    /// What the threshold says here, counted.
    private var consequences: [String] {
        guard let norm else { return [] }
        switch kind {
        case .concentration:
            let shares = shown(scene.lowIncome.variable).map(\.value)
            let above = shares.count { $0 > norm.value }
            return [
                Strings.Questions.above(above, shares.count, scene.level.many)[language],
                Strings.Questions.onCards[language],
            ]
        case .oneSidedStock, .limitedFacilities: return [Strings.Questions.onCards[language]]
        case .sufficiency:
            let shares = shown("satisfaction.neighbourhood")
            guard !shares.isEmpty else { return [Strings.Questions.noSatisfaction[language]] }
            let noise = shares.count { abs($0.value - norm.value) <= $0.margin }
            let enough = shares.count { $0.value - norm.value > $0.margin }
            return [Strings.Questions.enough(enough, shares.count, noise, scene.level.many)[language]]
        }
    }

    private func shown(_ variable: Variable.ID) -> [(value: Double, margin: Double)] {
        guard let series = scene.dataset.series(variable, at: scene.level) else { return [] }
        return scene.areas.enumerated().compactMap { index, area in
            scene.dataset.shown(variable, of: area.code, at: scene.level, year: series.year).number.map {
                ($0, series.margins?[index].number ?? 0)
            }
        }
    }
}

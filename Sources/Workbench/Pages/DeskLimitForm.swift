import Bilingual
import Figures
import HousingMarket

/// The limits of the open package: which there are, and the form that sets them.
struct DeskLimitForm {
    /// What was filled in and refused, so that nothing has to be filled in again.
    struct Typed {
        var texts: [String: String]?
        var refused: DeskLimit?
    }

    let scene: Scene
    let limits: PackageLimits
    let typed: Typed
    private var language: Language { scene.language }

    var markup: Markup {
        .fragment([
            .element("h2", ["id": "grenzen"]) { Strings.Desk.limits[language] },
            limits == PackageLimits()
                ? .element("p", ["class": "mp-note"]) { Strings.Desk.noLimits[language] }
                : .element("ul", ["class": "mp-links"]) {
                    for limit in DeskLimit.allCases where limit.value(in: limits) != nil {
                        Markup.element("li") { limit.sentence(limits)[language] }
                    }
                },
            .element("details", ["class": "mp-numbers", "open": .flag(typed.texts != nil)]) {
                Markup.element("summary") { Strings.Desk.setLimits[language] }
                form
            },
        ])
    }

    private var form: Markup {
        .element("form", ["class": "mp-form", "method": "get", "action": .text(Route.desk.path)]) {
            for item in scene.state.items where item.name != PageState.Key.before {
                Markup.element(
                    "input", ["type": "hidden", "name": .text(item.name), "value": .text(item.value)])
            }
            Markup.element(
                "input",
                ["type": "hidden", "name": .text(DeskEdit.Key.action), "value": .text(DeskEdit.limits)])
            Markup.element("p", ["class": "mp-note"]) { Strings.Desk.limitsHint[language] }
            for limit in DeskLimit.allCases { field(limit) }
            Markup.element("button", ["class": "mp-button", "type": "submit"]) {
                Strings.Desk.setLimitsButton[language]
            }
        }
    }

    private func field(_ limit: DeskLimit) -> Markup {
        let id = "grens-\(limit.rawValue)"
        return .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { limit.label[language] }
            Markup.element(
                "input",
                [
                    "id": .text(id), "name": .text(limit.field), "type": "text", "autocomplete": "off",
                    "inputmode": limit.isWhole ? "numeric" : "decimal",
                    "value": .text(typed.texts?[limit.field] ?? limit.text(in: limits, language)),
                    "aria-invalid": typed.refused == limit ? "true" : .absent,
                    "aria-describedby": .text("\(id)-uitleg"),
                ])
            Markup.element("span", ["class": "mp-hint", "id": .text("\(id)-uitleg")]) {
                limit.hint[language]
            }
        }
    }
}

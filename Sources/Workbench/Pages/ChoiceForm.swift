import Bilingual
import Figures

/// A form that shows the same page with other choices: a plain GET, so that it works without scripts.
struct ChoiceForm {
    let scene: Scene
    let route: Route

    /// One choice in a list.
    struct Option {
        var value: String
        var label: String
        var isChosen: Bool
    }

    /// Choices under one heading.
    struct Group {
        var label: String
        var options: [Option]
    }

    /// One list of choices.
    struct Field {
        var key: String
        var label: String
        var options: [Option] = []
        var groups: [Group] = []
        var hint: String?
    }

    /// The form. Choices of the page that have no field in it are carried along unseen.
    func markup(fields: [Field], extra: Markup = .empty) -> Markup {
        let shown = Set(fields.map(\.key))
        return .element(
            "form",
            ["class": "mp-form", "method": "get", "action": .text(route.path), "data-auto": .flag(true)]
        ) {
            for item in scene.state.items where !shown.contains(item.name) {
                Markup.element(
                    "input", ["type": "hidden", "name": .text(item.name), "value": .text(item.value)])
            }
            for field in fields { markup(field) }
            extra
            Markup.element("button", ["class": "mp-button", "type": "submit", "data-submit": .flag(true)]) {
                Strings.apply[scene.language]
            }
        }
    }

    private func markup(_ field: Field) -> Markup {
        let id = "keuze-" + field.key
        return .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { field.label }
            Markup.element("select", ["id": .text(id), "name": .text(field.key)]) {
                for option in field.options { markup(option) }
                for group in field.groups {
                    Markup.element("optgroup", ["label": .text(group.label)]) {
                        for option in group.options { markup(option) }
                    }
                }
            }
            if let hint = field.hint { Markup.element("span", ["class": "mp-hint"]) { hint } }
        }
    }

    private func markup(_ option: Option) -> Markup {
        .element("option", ["value": .text(option.value), "selected": .flag(option.isChosen)]) {
            option.label
        }
    }
}

/// A remark with a bold lead.
enum Note {
    static func markup(_ lead: String, _ text: String) -> Markup {
        text.isEmpty
            ? .empty
            : .element("p") {
                Markup.element("strong") { lead }
                " " + text
            }
    }
}

import Bilingual
import Figures
import PolicyTheory

/// A field of a form on the chair's console.
enum ChairField {
    /// One line of text.
    case line(String, BilingualText, most: Int = 300, isNeeded: Bool = true, value: String = "")
    /// Several lines of text.
    case lines(
        String, BilingualText, rows: Int = 3, most: Int = 2000, isNeeded: Bool = true, value: String = "")
    /// A whole number.
    case number(String, BilingualText, ClosedRange<Int>, isNeeded: Bool = true, value: Int? = nil)
    /// A number with a comma or a point.
    case decimal(String, BilingualText, isNeeded: Bool = false, value: String = "")
    /// One of a list, by value and name.
    case choice(String, BilingualText, [(value: String, name: String)], value: String = "")
    /// A day, as `2027-03-01`.
    case day(String, BilingualText, value: String = "")
    /// Yes or no.
    case check(String, BilingualText, isOn: Bool = false, isNeeded: Bool = false)
    /// The claims and arrows of the policy theory that it bears on, and the seven questions where it may answer one.
    case claims(Set<String> = [], withQuestions: Bool = false)
}

/// Forms and buttons of the chair's console. Every form says in its address where it stands and in a hidden field
/// to which place of the page the answer goes back.
struct ChairForms {
    /// Where forms are sent to.
    let action: String
    let language: Language
    /// What was sent with a form that was refused: nobody types it twice.
    let sent: [String: String]

    /// A form with one button.
    /// - Parameters:
    ///   - about: what the button is about, for who hears it without the text around it.
    ///   - place: the part of the page to go back to.
    func button(
        _ label: BilingualText, _ event: String, _ fields: [(String, String)] = [], about: String? = nil,
        place: String, isPrimary: Bool = false, isPressed: Bool? = nil
    ) -> Markup {
        .element("form", ["method": "post", "action": .text(action), "class": "mp-zaal-knop"]) {
            hidden([("doe", event), ("anker", place)] + fields)
            Markup.element(
                "button",
                [
                    "type": "submit", "class": isPrimary ? "mp-button" : "mp-button mp-quiet",
                    "aria-pressed": isPressed.map { $0 ? "true" : "false" } ?? .absent,
                ]
            ) {
                label[language]
                about.map { about in Markup.element("span", ["class": "mp-hidden"]) { " \(about)" } }
            }
        }
    }

    /// A form with fields.
    /// - Parameters:
    ///   - id: its name on the page; fields are named after it.
    ///   - hidden: what goes along unseen.
    func form(
        _ id: String, _ event: String, submit: BilingualText, hidden fields: [(String, String)] = [],
        place: String, _ visible: [ChairField]
    ) -> Markup {
        .element(
            "form",
            ["method": "post", "action": .text(action), "id": .text(id), "class": "mp-zaal-formulier"]
        ) {
            hidden([("doe", event), ("anker", place), ("formulier", id)] + fields)
            visible.map { field($0, of: id) }
            Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) { submit[language] }
        }
    }

    /// A form behind a line that opens it; open when it was just refused.
    func folded(_ summary: BilingualText, about: String? = nil, id: String, _ content: Markup) -> Markup {
        .element("details", ["id": .text("open-\(id)"), "open": .flag(sent["formulier"] == id)]) {
            Markup.element("summary") {
                summary[language]
                about.map { about in Markup.element("span", ["class": "mp-hidden"]) { " \(about)" } }
            }
            content
        }
    }

    private func hidden(_ fields: [(String, String)]) -> Markup {
        .fragment(
            fields.map { name, value in
                .element("input", ["type": "hidden", "name": .text(name), "value": .text(value)])
            })
    }

    private func field(_ field: ChairField, of form: String) -> Markup {
        let typed = sent["formulier"] == form ? sent : [:]
        func row(_ name: String, _ label: BilingualText, _ input: (MarkupAttributes) -> Markup) -> Markup {
            let id = "\(form)-\(name)"
            return .element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": .text(id)]) { label[language] }
                input(["id": .text(id), "name": .text(name), "data-bewaar": .flag(typed[name] != nil)])
            }
        }
        switch field {
        case .line(let name, let label, let most, let isNeeded, let value):
            return row(name, label) {
                .element(
                    "input",
                    $0.adding([
                        "type": "text", "maxlength": .integer(most), "required": .flag(isNeeded),
                        "value": .text(typed[name] ?? value), "autocomplete": "off",
                    ]))
            }
        case .lines(let name, let label, let rows, let most, let isNeeded, let value):
            return row(name, label) {
                .element(
                    "textarea",
                    $0.adding([
                        "rows": .integer(rows), "maxlength": .integer(most), "required": .flag(isNeeded),
                    ])
                ) { typed[name] ?? value }
            }
        case .number(let name, let label, let range, let isNeeded, let value):
            return row(name, label) {
                .element(
                    "input",
                    $0.adding([
                        "type": "number", "min": .integer(range.lowerBound),
                        "max": .integer(range.upperBound), "required": .flag(isNeeded),
                        "value": .text(typed[name] ?? value.map { "\($0)" } ?? ""),
                    ]))
            }
        case .day(let name, let label, let value):
            return row(name, label) {
                .element(
                    "input",
                    $0.adding([
                        "type": "date", "min": "2000-01-01", "max": "2100-12-31",
                        "value": .text(typed[name] ?? value),
                    ]))
            }
        case .decimal(let name, let label, let isNeeded, let value):
            return row(name, label) {
                .element(
                    "input",
                    $0.adding([
                        "type": "text", "inputmode": "decimal", "required": .flag(isNeeded),
                        "value": .text(typed[name] ?? value), "autocomplete": "off",
                    ]))
            }
        case .choice(let name, let label, let choices, let value):
            return row(name, label) { attributes in
                .element("select", attributes) {
                    for one in choices {
                        Markup.element(
                            "option",
                            [
                                "value": .text(one.value),
                                "selected": .flag(one.value == typed[name] ?? value),
                            ]
                        ) { one.name }
                    }
                }
            }
        case .check(let name, let label, let isOn, let isNeeded):
            return box(
                name, label[language], of: form, isOn: typed.isEmpty ? isOn : typed[name] != nil,
                isNeeded: isNeeded)
        case .claims(let chosen, let withQuestions):
            return targets(chosen, withQuestions: withQuestions, typed: typed, of: form)
        }
    }

    /// What something can bear on; the arrows are many and fold away.
    private func targets(
        _ chosen: Set<String>, withQuestions: Bool, typed: [String: String], of form: String
    ) -> Markup {
        func boxes(_ targets: [(id: String, name: String)]) -> Markup {
            .fragment(
                targets.map { target in
                    box(
                        target.id, "\(target.id) \(target.name)", of: form,
                        isOn: typed.isEmpty ? chosen.contains(target.id) : typed[target.id] != nil)
                })
        }
        let edges = TheoryGraph.seed.edges
        return .element("fieldset", ["class": "mp-zaal-claims"]) {
            Markup.element("legend") { SessionStrings.Chair.claims[language] }
            boxes(Claim.allCases.map { ($0.rawValue, $0.title[language]) })
            if withQuestions { boxes(Question.allCases.map { ($0.rawValue, $0.text[language]) }) }
            Markup.element(
                "details",
                ["open": .flag(edges.contains { typed[$0.code] != nil || chosen.contains($0.code) })]
            ) {
                Markup.element("summary") { SessionStrings.Chair.arrows[language] }
                boxes(edges.map { ($0.code, $0.name[language]) })
            }
        }
    }

    private func box(_ name: String, _ label: String, of form: String, isOn: Bool, isNeeded: Bool = false)
        -> Markup
    {
        .element("p", ["class": "mp-zaal-vink"]) {
            Markup.element(
                "input",
                [
                    "type": "checkbox", "id": .text("\(form)-\(name)"), "name": .text(name), "value": "1",
                    "checked": .flag(isOn), "required": .flag(isNeeded),
                ])
            Markup.element("label", ["for": .text("\(form)-\(name)")]) { label }
        }
    }
}

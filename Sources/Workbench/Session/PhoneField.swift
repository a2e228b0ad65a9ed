import Figures

/// The fields of the forms of a phone, each with its label, and large enough for a thumb.
enum PhoneField {
    /// A form that the script may keep and send by itself while the network is gone.
    /// - Parameters:
    ///   - action: the word in the field "doe".
    ///   - id: of the form, once on the page.
    ///   - isEmptied: whether the form is empty again after sending, as one for texts is; a choice stays as it is.
    static func form(
        _ action: String, id: String, to path: String, button: String, isPrimary: Bool = false,
        isEmptied: Bool = false, hidden: [(String, String)] = [], describedBy: String? = nil,
        @MarkupBuilder _ content: () -> Markup
    ) -> Markup {
        .element(
            "form",
            [
                "method": "post", "action": .text(path), "id": .text(id),
                "data-zend": isEmptied ? "leeg" : "blijft",
            ]
        ) {
            for (name, value) in [("doe", action)] + hidden {
                Markup.element("input", ["type": "hidden", "name": .text(name), "value": .text(value)])
            }
            content()
            Markup.element(
                "button",
                [
                    "type": "submit", "id": .text("\(id)-knop"), "aria-describedby": .optional(describedBy),
                    "class": isPrimary ? "mp-button" : "mp-button mp-quiet",
                ]
            ) { button }
        }
    }

    /// A text of several lines.
    static func text(
        _ name: String, id: String, label: String, most: Int, value: String = "", isRequired: Bool = true,
        hint: String = ""
    ) -> Markup {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { label }
            Markup.element(
                "textarea",
                [
                    "id": .text(id), "name": .text(name), "maxlength": .integer(most), "rows": 3,
                    "required": .flag(isRequired),
                    "aria-describedby": hint.isEmpty ? .absent : .text("\(id)-uitleg"),
                ]
            ) { value }
            if !hint.isEmpty {
                Markup.element("span", ["class": "mp-hint", "id": .text("\(id)-uitleg")]) { hint }
            }
        }
    }

    /// A text of one line.
    static func line(_ name: String, id: String, label: String, most: Int, isRequired: Bool = true) -> Markup
    {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { label }
            Markup.element(
                "input",
                [
                    "id": .text(id), "name": .text(name), "type": "text", "maxlength": .integer(most),
                    "autocomplete": "off", "required": .flag(isRequired),
                ])
        }
    }

    /// One of several words.
    static func choice(_ name: String, id: String, label: String, _ options: [(String, String)]) -> Markup {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { label }
            Markup.element("select", ["id": .text(id), "name": .text(name)]) {
                for (value, text) in options {
                    Markup.element("option", ["value": .text(value)]) { text }
                }
            }
        }
    }

    /// A number, any with `low` and `high` left out.
    static func number(
        _ name: String, id: String, label: String, value: Double?, low: Double? = nil, high: Double? = nil
    ) -> Markup {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(id)]) { label }
            Markup.element(
                "input",
                [
                    "id": .text(id), "name": .text(name), "type": "number", "inputmode": "decimal",
                    "step": "any", "min": plain(low), "max": plain(high), "value": plain(value),
                    "required": .flag(true), "autocomplete": "off",
                ])
        }
    }

    /// A number as a form field of the browser holds it, with a decimal point.
    static func plain(_ value: Double?) -> MarkupValue {
        guard let value else { return .absent }
        return .text(value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)")
    }

    /// A box to tick, with its label as large as the line.
    static func tick(
        _ name: String, id: String, value: Int, isTicked: Bool, price: Double? = nil,
        @MarkupBuilder _ label: () -> Markup
    ) -> Markup {
        .element("li", ["class": "mp-vink"]) {
            Markup.element(
                "input",
                [
                    "type": "checkbox", "id": .text(id), "name": .text(name), "value": .integer(value),
                    "checked": .flag(isTicked), "data-prijs": plain(price),
                ])
            Markup.element("label", ["for": .text(id)]) { label() }
        }
    }
}

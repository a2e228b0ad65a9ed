import Bilingual
import Figures
import WorkingGroup

/// Giving numbers: norms and knowledge items.
extension PhonePage {
    /// The norms that the chair asked for; where none was asked, those for which somebody gave a value before.
    private var offeredNorms: [AskedNorm] {
        guard state.askedNorms.isEmpty else { return state.askedNorms }
        return state.norms.keys.sorted().map { AskedNorm(norm: $0, unit: "", low: 0, high: 100) }
    }

    func norms(_ seat: String) -> Markup {
        let offered = offeredNorms
        guard !offered.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Norms.title[language] }
            Markup.element("p", ["class": "mp-note"]) { SessionStrings.Norms.lead[language] }
            for (place, one) in offered.enumerated() { norm(one, place, seat) }
        }
    }

    private func norm(_ one: AskedNorm, _ place: Int, _ seat: String) -> Markup {
        let own = state.norms[one.norm]?[seat]
        let id = "norm\(place)"
        return .fragment([
            .element("h3", ["id": .text("\(id)-naam")]) { NormNames.title(one.norm)[language] },
            .element("p", ["class": "mp-note"]) { NormNames.meaning(one.norm)[language] },
            PhoneField.form(
                "norm", id: "f-\(id)", to: path, button: SessionStrings.Phone.keep[language],
                hidden: [("norm", one.norm)]
            ) {
                PhoneField.number(
                    "waarde", id: id,
                    label:
                        "\(SessionStrings.Norms.value[language]), \(SessionStrings.Norms.range(number(one.low), number(one.high), one.unit)[language])",
                    value: own, low: one.low, high: one.high)
                // Without a script a slider would be a second answer; the script shows it and ties it to the number.
                Markup.element("p", ["class": "mp-field", "data-schuif": .text(id), "hidden": .flag(true)]) {
                    Markup.element("label", ["for": .text("\(id)-schuif")]) {
                        SessionStrings.Norms.slider[language]
                    }
                    Markup.element(
                        "input",
                        [
                            "type": "range", "id": .text("\(id)-schuif"), "min": PhoneField.plain(one.low),
                            "max": PhoneField.plain(one.high),
                            "step": PhoneField.plain(Self.step(one.high - one.low)),
                            "value": PhoneField.plain(own ?? (one.low + one.high) / 2),
                        ])
                }
            },
            own.map { value in
                .element("p", ["class": "mp-note"]) {
                    SessionStrings.Norms.own(number(value), one.unit)[language]
                }
            } ?? .empty,
        ])
    }

    /// A hundred steps or so over a range, each a round number.
    private static func step(_ width: Double) -> Double {
        var step = 1e-6
        while step * 150 < width { step *= 10 }
        return step
    }

    func polls(_ seat: String, atEnd: Bool) -> Markup {
        guard !state.pollItems.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") {
                (atEnd ? SessionStrings.Polls.after : SessionStrings.Polls.before)[language]
            }
            Markup.element("p", ["class": "mp-note"]) { SessionStrings.Polls.lead[language] }
            for item in state.pollItems { poll(item, seat, atEnd) }
        }
    }

    private func poll(_ item: PollItem, _ seat: String, _ atEnd: Bool) -> Markup {
        let answers = state.pollAnswers[item.number]?[seat]
        let own = atEnd ? answers?.after : answers?.before
        let id = "peil\(item.number)"
        return PhoneField.form(
            "peil", id: "f-\(id)", to: path, button: SessionStrings.Phone.keep[language],
            hidden: [("nummer", "\(item.number)"), ("moment", atEnd ? "eind" : "begin")]
        ) {
            Markup.element("h3") { item.text }
            if let own {
                Markup.element("p", ["class": "mp-note"]) {
                    SessionStrings.Polls.own(number(own.value), item.unit)[language]
                }
            }
            PhoneField.number(
                "waarde", id: id,
                label: SessionStrings.Polls.answer[language] + (item.unit.isEmpty ? "" : " (\(item.unit))"),
                value: own?.value)
            Markup.element("fieldset", ["class": "mp-zeker"]) {
                Markup.element("legend") { SessionStrings.Polls.sure[language] }
                for (level, name) in SessionStrings.Polls.levels {
                    Markup.element("p", ["class": "mp-vink"]) {
                        Markup.element(
                            "input",
                            [
                                "type": "radio", "id": .text("\(id)-\(level)"), "name": "zeker",
                                "value": .integer(level), "required": .flag(true),
                                "checked": .flag(own?.confidence == level),
                            ])
                        Markup.element("label", ["for": .text("\(id)-\(level)")]) { name[language] }
                    }
                }
            }
        }
    }

    /// The true answers, once nobody can change theirs any more.
    var truths: Markup {
        let known = state.pollItems.filter { $0.truth != nil }
        guard !known.isEmpty else { return .empty }
        return .element("ul", ["class": "mp-stellingen"]) {
            for item in known {
                Markup.element("li", ["class": "mp-card"]) {
                    Markup.element("p", ["class": "mp-stelling"]) { item.text }
                    Markup.element("p") {
                        SessionStrings.Polls.truth(number(item.truth ?? 0), item.unit, item.source)[language]
                    }
                }
            }
        }
    }
}

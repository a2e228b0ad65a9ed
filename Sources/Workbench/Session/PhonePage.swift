import Figures
import Perspectives
import WorkingGroup

/// What a participant sees: joining, then the statements of the round, and afterwards what came of it.
struct PhonePage {
    let state: SessionState
    let request: SessionRequest

    private var path: String { "/s/\(request.code)" }

    var document: String {
        SessionPage.document(title: state.title, code: request.code, role: "telefoon", part: content)
    }

    var part: String { content.render() }

    private var seat: String? { request.seat.flatMap { state.seats[$0]?.isTaken == true ? $0 : nil } }

    private var content: Markup {
        .fragment([
            .element("h1", ["class": "mp-zaal-titel"]) { state.title },
            notice,
            state.isClosed ? closed : seat.map(inside) ?? joining,
        ])
    }

    private var notice: Markup {
        request.fields["fout"].map { text in
            .element("p", ["class": "mp-notice", "role": "alert"]) { text }
        } ?? .empty
    }

    private var joining: Markup {
        .element("form", ["method": "post", "action": .text(path), "class": "mp-card"]) {
            Markup.element("input", ["type": "hidden", "name": "doe", "value": "meedoen"])
            Markup.element("p") {
                "U doet mee zonder naam. Wij bewaren uw stemmen bij een toevallige code en geen adres van uw telefoon."
            }
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": "soort"]) { "Hoe kent u het onderwerp? (mag leeg)" }
                Markup.element("select", ["id": "soort", "name": "soort"]) {
                    for (value, name) in Self.kinds {
                        Markup.element("option", ["value": .text(value)]) { name }
                    }
                }
            }
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": "plaats"]) { "Code van uw plaats, als u die kreeg" }
                Markup.element(
                    "input", ["id": "plaats", "name": "plaats", "type": "text", "autocomplete": "off"])
            }
            Markup.element("button", ["type": "submit", "class": "mp-button"]) { "Doe mee" }
        }
    }

    private static let kinds = [
        ("", "zeg ik liever niet"), ("uitvoerend", "uit de uitvoering"), ("beleid", "uit het beleid"),
        ("wetenschap", "uit de wetenschap"), ("bewoner", "als bewoner"),
    ]

    private func inside(_ seat: String) -> Markup {
        .fragment([
            step, statements(seat), results, waiting(seat), writing, mergers(seat),
        ])
    }

    private var step: Markup {
        guard let running = state.running, let step = state.steps.first(where: { $0.number == running.step })
        else {
            return .element("p", ["class": "mp-note"]) { "U doet mee. De voorzitter begint zo." }
        }
        return .element("p", ["class": "mp-note"]) { "Nu: \(step.title). \(step.purpose)" }
    }

    private func statements(_ seat: String) -> Markup {
        guard let round = state.votingRound else { return .empty }
        let own = state.votes[round]?[.seat(seat)] ?? [:]
        let votable = state.statements.filter(\.isVotable)
        return .fragment([
            .element("p", ["class": "mp-note", "id": "voortgang"]) {
                "\(own.count) van \(votable.count) beantwoord"
            },
            .element("ol", ["class": "mp-stellingen"]) {
                for one in votable { statement(one, own[one.number]) }
            },
        ])
    }

    private func statement(_ one: Statement, _ vote: Vote?) -> Markup {
        .element("li", ["class": "mp-card", "data-stelling": .integer(one.number)]) {
            Markup.element("p", ["class": "mp-stelling", "id": .text("s\(one.number)")]) { one.text }
            Markup.element("form", ["method": "post", "action": .text(path), "data-stem": .flag(true)]) {
                Markup.element("input", ["type": "hidden", "name": "doe", "value": "stem"])
                Markup.element(
                    "input", ["type": "hidden", "name": "stelling", "value": .integer(one.number)])
                for (value, label, style) in Self.choices {
                    Markup.element(
                        "button",
                        [
                            "type": "submit", "name": "stem", "value": .integer(Int(value.rawValue)),
                            "class": .text("mp-stem \(style)"),
                            "aria-pressed": vote == value ? "true" : "false",
                            "aria-describedby": .text("s\(one.number)"),
                        ]
                    ) { label }
                }
            }
        }
    }

    private static let choices: [(Vote, String, String)] = [
        (.agree, "✓ Eens", "mp-stem-eens"), (.disagree, "✗ Oneens", "mp-stem-oneens"),
        (.pass, "– Weet niet / pas", "mp-stem-pas"),
    ]

    /// What the group may see.
    private var results: Markup {
        guard state.votingRound == nil, let round = state.shownRounds.max(),
            let table = state.voteTable(round)
        else {
            return .empty
        }
        let texts = Dictionary(uniqueKeysWithValues: state.statements.map { ($0.number, $0.text) })
        return .fragment([
            .element("h2") { "Uitslag van ronde \(round)" },
            .element("ul", ["class": "mp-stellingen"]) {
                for one in table.summaries() {
                    Markup.element("li", ["class": "mp-card"]) {
                        Markup.element("p", ["class": "mp-stelling"]) { texts[one.statement] ?? "" }
                        SessionPage.bar(one)
                    }
                }
            },
        ])
    }

    /// What this seat wrote and the chair has not looked at, or has taken out.
    private func waiting(_ seat: String) -> Markup {
        .fragment(
            state.statements.filter { $0.author == seat && $0.moderation != .accepted }.map { one in
                .element("p", ["class": "mp-note"]) {
                    one.moderation == .rejected
                        ? "Niet toegelaten: “\(one.text)” (\(one.reason))"
                        : "Wacht op de voorzitter: “\(one.text)”"
                }
            })
    }

    private var writing: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { "Mist u een standpunt?" }
            Markup.element("form", ["method": "post", "action": .text(path)]) {
                Markup.element("input", ["type": "hidden", "name": "doe", "value": "schrijf"])
                Markup.element("p", ["class": "mp-field"]) {
                    Markup.element("label", ["for": "tekst"]) { "Eén gedachte, hooguit 140 tekens" }
                    Markup.element(
                        "textarea",
                        [
                            "id": "tekst", "name": "tekst", "maxlength": 140, "rows": 3,
                            "required": .flag(true),
                        ])
                }
                Markup.element("p", ["class": "mp-note"]) {
                    "Uw naam is niet zichtbaar. De voorzitter keurt goed."
                }
                Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) { "Inbrengen" }
            }
            Markup.element("form", ["method": "post", "action": .text(path)]) {
                Markup.element("input", ["type": "hidden", "name": "doe", "value": "vraag"])
                Markup.element("p", ["class": "mp-field"]) {
                    Markup.element("label", ["for": "vraag"]) { "Of stel een vraag" }
                    Markup.element(
                        "input",
                        [
                            "id": "vraag", "name": "tekst", "type": "text", "maxlength": 300,
                            "required": .flag(true),
                        ])
                }
                Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) {
                    "Vraag stellen"
                }
            }
        }
    }

    /// The chair wants to take a statement of this seat together with another.
    private func mergers(_ seat: String) -> Markup {
        .fragment(
            state.statements.filter { $0.author == seat && $0.merge?.isAccepted == false }.map { one in
                .element("section", ["class": "mp-card"]) {
                    Markup.element("p") {
                        "De voorzitter wil uw stelling “\(one.text)” samen nemen met “\(state.statements[(one.merge?.into ?? 1) - 1].text)”."
                    }
                    SessionPage.button(
                        "Dat is goed", to: path, [("doe", "instemmen"), ("stelling", "\(one.number)")])
                }
            })
    }

    private var closed: Markup {
        .fragment([
            .element("p") { "De bijeenkomst is gesloten. Dank voor het meedoen." },
            results,
        ])
    }
}

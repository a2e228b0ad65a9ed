import Figures
import Perspectives
import WorkingGroup

/// The chair's console: run sheet with clock, statements with their votes, what waits for a decision, and the projector.
struct ChairPage {
    let state: SessionState
    let code: String
    let connected: Int
    let canUndo: Bool
    let notice: String?

    private var path: String { "/s/\(code)/voorzitter" }
    private var round: Int { state.votingRound ?? state.votes.keys.max() ?? 1 }

    var document: String {
        SessionPage.document(title: state.title, code: code, role: "voorzitter", part: content)
    }
    var part: String { content.render() }

    private var content: Markup {
        .fragment([
            .element("h1", ["class": "mp-zaal-titel"]) { state.title },
            notice.map { text in .element("p", ["class": "mp-notice", "role": "alert"]) { text } } ?? .empty,
            .element("div", ["class": "mp-zaal-vakken"]) {
                Markup.element("section", ["class": "mp-card"]) { runSheet }
                Markup.element("section", ["class": "mp-card"]) { statements }
                Markup.element("section", ["class": "mp-card"]) { side }
            },
        ])
    }

    private var runSheet: Markup {
        .fragment([
            .element("h2") { "Draaiboek" },
            .element("ol", ["class": "mp-draaiboek"]) {
                for step in state.steps {
                    Markup.element(
                        "li", ["aria-current": state.running?.step == step.number ? "step" : .absent]
                    ) {
                        "\(step.title), \(step.minutes) min "
                        SessionPage.button(
                            "Begin", to: path, [("doe", "stap"), ("nummer", "\(step.number)")])
                    }
                }
            },
            clock,
            canUndo ? SessionPage.button("Maak het laatste ongedaan", to: path, [("doe", "terug")]) : .empty,
            state.isClosed
                ? .element("p") { "De bijeenkomst is gesloten." }
                : SessionPage.button("Sluit de bijeenkomst", to: path, [("doe", "sluiten")]),
        ])
    }

    private var clock: Markup {
        guard let running = state.running, let step = state.steps.first(where: { $0.number == running.step })
        else {
            return .empty
        }
        let end = running.began + Int64(step.minutes + running.added) * 60_000
        return .fragment([
            .element("p", ["class": "mp-klok", "data-einde": .text("\(end)")]) {
                "\(step.minutes + running.added) min"
            },
            SessionPage.button("5 minuten erbij", to: path, [("doe", "tijd"), ("minuten", "5")]),
        ])
    }

    private var statements: Markup {
        let progress = state.progress(round)
        let summaries = Dictionary(
            uniqueKeysWithValues: (state.voteTable(round)?.summaries() ?? []).map { ($0.statement, $0) })
        return .fragment([
            .element("h2") {
                "Stellingen: \(progress.some) van \(state.seated) stemden, \(progress.all) klaar"
            },
            voting,
            .element("ul", ["class": "mp-stellingen"]) {
                for one in state.statements where one.isVotable {
                    Markup.element("li") {
                        Markup.element("p", ["class": "mp-stelling"]) { "\(one.number). \(one.text)" }
                        summaries[one.number].map { SessionPage.bar($0) } ?? .empty
                        SessionPage.button(
                            "Op het scherm", to: path,
                            [("doe", "scherm"), ("beeld", "stelling"), ("nummer", "\(one.number)")])
                    }
                }
            },
            waiting, adding,
        ])
    }

    private var voting: Markup {
        .element("div", ["class": "mp-zaal-knoppen"]) {
            if state.votingRound == nil {
                for number in 1...2 {
                    SessionPage.button(
                        "Open ronde \(number)", to: path, [("doe", "stemmen"), ("nummer", "\(number)")],
                        isPrimary: number == 1)
                }
            } else {
                SessionPage.button("Sluit het stemmen", to: path, [("doe", "dicht")], isPrimary: true)
            }
            for number in state.votes.keys.sorted() where !state.shownRounds.contains(number) {
                SessionPage.button(
                    "Toon uitslag van ronde \(number)", to: path, [("doe", "toon"), ("nummer", "\(number)")])
            }
        }
    }

    private var waiting: Markup {
        let waiting = state.statements.filter { $0.moderation == .unseen }
        guard !waiting.isEmpty else { return .empty }
        return .fragment([
            .element("h2") { "Wacht op goedkeuring (\(waiting.count))" },
            .element("ul", ["class": "mp-stellingen"]) {
                for one in waiting {
                    Markup.element("li") {
                        Markup.element("p", ["class": "mp-stelling"]) { "“\(one.text)”" }
                        SessionPage.button(
                            "Toelaten", to: path, [("doe", "toelaten"), ("nummer", "\(one.number)")])
                        Markup.element(
                            "form", ["method": "post", "action": .text(path), "class": "mp-zaal-knop"]
                        ) {
                            Markup.element("input", ["type": "hidden", "name": "doe", "value": "afwijzen"])
                            Markup.element(
                                "input", ["type": "hidden", "name": "nummer", "value": .integer(one.number)])
                            Markup.element("label", ["for": .text("reden\(one.number)")]) { "Reden" }
                            Markup.element(
                                "input",
                                [
                                    "id": .text("reden\(one.number)"), "name": "tekst", "type": "text",
                                    "required": .flag(true),
                                ])
                            Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) {
                                "Afwijzen"
                            }
                        }
                    }
                }
            },
        ])
    }

    private var adding: Markup {
        .element("form", ["method": "post", "action": .text(path)]) {
            Markup.element("input", ["type": "hidden", "name": "doe", "value": "stelling"])
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": "nieuw"]) { "Nieuwe stelling (hooguit 140 tekens)" }
                Markup.element(
                    "input",
                    [
                        "id": "nieuw", "name": "tekst", "type": "text", "maxlength": 140,
                        "required": .flag(true),
                    ])
            }
            Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) { "Voeg toe" }
        }
    }

    private static let screens = [
        ("wacht", "Wachten"), ("code", "Meedoen"), ("stap", "Stap en klok"), ("uitslag", "Uitslag"),
        ("zwart", "Zwart"),
    ]

    private var side: Markup {
        .fragment([
            .element("h2") { "Scherm" },
            .element("div", ["class": "mp-zaal-knoppen"]) {
                for (value, name) in Self.screens {
                    SessionPage.button(name, to: path, [("doe", "scherm"), ("beeld", value)])
                }
            },
            .element("h2") { "Verbinding" },
            .element("p") {
                "\(SessionPage.seated(state.seated)). \(connected) schermen en telefoons luisteren."
            },
            paper, questions,
        ])
    }

    /// What the room wants to know.
    private var questions: Markup {
        guard !state.questions.isEmpty else { return .empty }
        return .fragment([
            .element("h2") { "Vragen (\(state.questions.count))" },
            .element("ol") { for one in state.questions { Markup.element("li") { one.text } } },
        ])
    }

    /// Votes on paper.
    private var paper: Markup {
        guard state.votingRound != nil else { return .empty }
        return .element("details") {
            Markup.element("summary") { "Stem van papier" }
            Markup.element("form", ["method": "post", "action": .text(path)]) {
                Markup.element("input", ["type": "hidden", "name": "doe", "value": "papier"])
                for (name, label) in [("biljet", "Nummer van het biljet"), ("nummer", "Stelling")] {
                    Markup.element("p", ["class": "mp-field"]) {
                        Markup.element("label", ["for": .text("papier-\(name)")]) { label }
                        Markup.element(
                            "input",
                            [
                                "id": .text("papier-\(name)"), "name": .text(name), "type": "number",
                                "min": 1, "required": .flag(true),
                            ])
                    }
                }
                Markup.element("p", ["class": "mp-field"]) {
                    Markup.element("label", ["for": "papier-stem"]) { "Stem" }
                    Markup.element("select", ["id": "papier-stem", "name": "stem"]) {
                        Markup.element("option", ["value": 1]) { "eens" }
                        Markup.element("option", ["value": -1]) { "oneens" }
                        Markup.element("option", ["value": 0]) { "pas" }
                    }
                }
                Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) { "Voer in" }
            }
        }
    }
}

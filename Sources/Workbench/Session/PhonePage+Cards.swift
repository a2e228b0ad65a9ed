import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// Voting: one statement at a time, or all in one list. All cards are there from the start, so that a slow network holds
/// nobody up; without a script the server says which one is seen.
extension PhonePage {
    /// Where a browser without a script goes after a form: to the next card, or back to the list.
    static func address(after request: SessionRequest) -> String {
        let path = "/s/\(request.code)"
        guard request.fields["doe"] == "stem", let statement = request.number("stelling") else { return path }
        if request.fields["weergave"] == "lijst" { return "\(path)?weergave=lijst" }
        return request.fields["stem"] == "weg" ? path : "\(path)?na=\(statement)"
    }

    private var isList: Bool { request.fields["weergave"] == "lijst" }

    func cards(_ seat: String) -> Markup {
        guard let round = state.votingRound else {
            return .element("p", ["class": "mp-note"]) { SessionStrings.Cards.closed[language] }
        }
        let own = state.votes[round]?[.seat(seat)] ?? [:]
        let order = CardOrder.order(state.statements.filter(\.isVotable).map(\.number), seat: seat)
        let current = isList ? nil : self.current(order, own)
        let done = order.count { own[$0] != nil }
        return .element(
            "section",
            [
                "class": "mp-kaarten", "aria-labelledby": "kaarten-titel", "id": "kaarten",
                "data-wijze": isList ? "lijst" : "kaart",
            ]
        ) {
            Markup.element("h2", ["id": "kaarten-titel", "class": "mp-hidden"]) {
                SessionStrings.Cards.title[language]
            }
            Markup.element(
                "p",
                [
                    "class": "mp-note", "id": "voortgang",
                    // The script fills in the number.
                    "data-tekst": .text(SessionStrings.Cards.progress("#", order.count)[language]),
                ]
            ) { SessionStrings.Cards.progress("\(done)", order.count)[language] }
            Markup.element(
                "progress",
                [
                    "id": "voortgangsbalk", "class": "mp-voortgang", "max": .integer(order.count),
                    "value": .integer(done), "aria-labelledby": "voortgang",
                ])
            Markup.element("ol", ["class": "mp-stellingen"]) {
                for (place, number) in order.enumerated() {
                    card(
                        number, own[number], isShown: isList || number == current,
                        back: place > 0 ? order[place - 1] : nil, next: order[(place + 1) % order.count])
                }
            }
            Markup.element(
                "div", ["class": "mp-card", "id": "klaar", "hidden": .flag(isList || current != nil)]
            ) {
                Markup.element("p", ["id": "klaar-tekst", "tabindex": -1]) {
                    SessionStrings.Cards.done[language]
                }
                Markup.element("p") {
                    Markup.element("a", ["href": .text("\(path)?weergave=lijst")]) {
                        SessionStrings.Cards.look[language]
                    }
                }
            }
            Markup.element("p") {
                Markup.element(
                    "a",
                    ["class": "mp-tik", "href": .text(isList ? path : "\(path)?weergave=lijst")]
                ) { (isList ? SessionStrings.Cards.single : SessionStrings.Cards.list)[language] }
            }
        }
    }

    /// The card that was asked for; otherwise the first without an answer after the last one; nil when all have one.
    private func current(_ order: [Int], _ own: [Int: Vote]) -> Int? {
        if let asked = request.number("kaart"), order.contains(asked) { return asked }
        let start = request.number("na").flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return (order[start...] + order[..<start]).first { own[$0] == nil }
    }

    private func card(_ number: Int, _ vote: Vote?, isShown: Bool, back: Int?, next: Int) -> Markup {
        let one = state.statements[number - 1]
        return .element(
            "li",
            [
                "class": "mp-card", "data-stelling": .integer(number), "hidden": .flag(!isShown),
            ]
        ) {
            Markup.element("p", ["class": "mp-note"]) {
                SessionStrings.Cards.source(number, one.source)[language]
            }
            Markup.element("p", ["class": "mp-stelling", "id": .text("s\(number)"), "tabindex": -1]) {
                one.text
            }
            Markup.element("form", ["method": "post", "action": .text(path), "data-stem": .flag(true)]) {
                for (name, value) in [("doe", "stem"), ("stelling", "\(number)")]
                    + (isList ? [("weergave", "lijst")] : [])
                {
                    Markup.element("input", ["type": "hidden", "name": .text(name), "value": .text(value)])
                }
                for choice in Self.choices {
                    Markup.element(
                        "button",
                        [
                            "type": "submit", "name": "stem", "value": .integer(Int(choice.vote.rawValue)),
                            "class": .text("mp-stem \(choice.style)"),
                            "id": .text("k\(number)-\(choice.style)"),
                            "aria-pressed": vote == choice.vote ? "true" : "false",
                            "aria-describedby": .text("s\(number)"),
                        ]
                    ) { choice.label[language] }
                }
            }
            if !isList { turning(back, next) }
        }
    }

    private func turning(_ back: Int?, _ next: Int) -> Markup {
        .element("p", ["class": "mp-bladeren"]) {
            if let back {
                Markup.element(
                    "a",
                    ["class": "mp-tik", "href": .text("\(path)?kaart=\(back)"), "data-kaart": .integer(back)]
                ) { SessionStrings.Cards.back[language] }
            }
            Markup.element(
                "a",
                ["class": "mp-tik", "href": .text("\(path)?kaart=\(next)"), "data-kaart": .integer(next)]
            ) { SessionStrings.Cards.skip[language] }
        }
    }

    static let choices: [(vote: Vote, label: BilingualText, style: String)] = [
        (.agree, SessionStrings.Cards.agree, "mp-stem-eens"),
        (.disagree, SessionStrings.Cards.disagree, "mp-stem-oneens"),
        (.pass, SessionStrings.Cards.pass, "mp-stem-pas"),
    ]

    /// What the group may see.
    var results: Markup {
        guard state.votingRound == nil, let round = state.shownRounds.max(),
            let table = state.voteTable(round)
        else {
            return .empty
        }
        let texts = Dictionary(uniqueKeysWithValues: state.statements.map { ($0.number, $0.text) })
        return .fragment([
            .element("h2") { SessionStrings.Cards.results(round)[language] },
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
}

import Figures
import Perspectives
import WorkingGroup

/// What the projector shows: one thing at a time, large; no person and no small group can be told from it.
struct ScreenPage {
    let state: SessionState
    let code: String
    /// Where phones find this server.
    let host: String

    var document: String {
        SessionPage.document(title: state.title, code: code, role: "scherm", part: content)
    }
    var part: String { content.render() }

    private var content: Markup {
        switch state.screen {
        case .black: .element("div", ["class": "mp-zaal-zwart"])
        case .waiting: .fragment([title, .element("p", ["class": "mp-zaal-groot"]) { "We beginnen zo." }])
        case .joining: .fragment([title, joining])
        case .step: .fragment([title, step])
        case .statement(let number): statement(number)
        case .results: .fragment([title, results])
        case .perspectives, .bottlenecks, .alternatives, .norms, .pollItem, .tasks: .fragment([title])
        }
    }

    private var title: Markup { .element("h1", ["class": "mp-zaal-titel"]) { state.title } }

    private var joining: Markup {
        .element("div", ["class": "mp-zaal-groot"]) {
            Markup.element("p") { "Doe mee op uw telefoon:" }
            Markup.element("p") { Markup.element("strong") { "\(host)/s/\(code)" } }
            Markup.element("p", ["class": "mp-note"]) { SessionPage.seated(state.seated) }
        }
    }

    private var step: Markup {
        guard let running = state.running, let step = state.steps.first(where: { $0.number == running.step })
        else {
            return .element("p", ["class": "mp-zaal-groot"]) { "We beginnen zo." }
        }
        let end = running.began + Int64(step.minutes + running.added) * 60_000
        return .element("div", ["class": "mp-zaal-groot"]) {
            Markup.element("h2") { step.title }
            Markup.element("p") { step.purpose }
            Markup.element("p", ["class": "mp-klok", "data-einde": .text("\(end)")]) {
                "\(step.minutes + running.added) minuten"
            }
        }
    }

    private func statement(_ number: Int) -> Markup {
        guard state.statements.indices.contains(number - 1) else { return .empty }
        let one = state.statements[number - 1]
        return .fragment([
            .element("h1", ["class": "mp-zaal-stelling"]) { "“\(one.text)”" },
            summary(number).map { SessionPage.bar($0) }
                ?? .element("p", ["class": "mp-note"]) { "De uitslag is nog niet zichtbaar." },
        ])
    }

    private func summary(_ number: Int) -> StatementSummary? {
        guard let round = state.shownRounds.max() else { return nil }
        return state.voteTable(round)?.summaries().first { $0.statement == number }
    }

    private var results: Markup {
        guard let round = state.shownRounds.max(), let table = state.voteTable(round) else {
            return .element("p", ["class": "mp-zaal-groot"]) { "De uitslag is nog niet zichtbaar." }
        }
        let texts = Dictionary(uniqueKeysWithValues: state.statements.map { ($0.number, $0.text) })
        return .element("ul", ["class": "mp-zaal-uitslag"]) {
            for one in table.summaries() {
                Markup.element("li") {
                    Markup.element("p", ["class": "mp-stelling"]) { texts[one.statement] ?? "" }
                    SessionPage.bar(one)
                    if one.agree.of >= SmallCells.least {
                        Markup.element("p", ["class": "mp-note"]) { SessionPage.reading(one) }
                    }
                }
            }
        }
    }
}

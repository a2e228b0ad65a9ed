import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// What the projector shows: one thing at a time, large; no person and no small group can be told from it. Long lists
/// come in pages that the chair turns.
struct ScreenPage {
    let state: SessionState
    let code: String
    /// Where phones find this server.
    let address: ServerAddress
    var language = Language.dutch
    /// What was found of closed rounds.
    var findings: SessionFindings?
    /// The time of the session, milliseconds since 1970.
    var now: Int64 = 0
    /// Whether the key Z makes it black.
    var hasKeys = true

    typealias Words = SessionStrings.Screen

    /// The most lines of a list that can be read at once.
    static let most = 6

    var document: String {
        SessionPage.document(
            title: state.title, code: code, role: "scherm", language: language, part: content)
    }
    var part: String { content.render() }

    /// What may be told now.
    var told: SessionState { state.told }

    /// How many pages the present screen has.
    var pageCount: Int { max(1, pages.count) }

    private var content: Markup {
        .fragment([
            hasKeys ? .element("div", ["id": "toetsen", "hidden": .flag(true)]) : .empty,
            state.screen == .black ? .element("div", ["class": "mp-zaal-zwart"]) : .fragment([title, shown]),
        ])
    }

    private var title: Markup { .element("p", ["class": "mp-zaal-titel"]) { state.title } }

    private var shown: Markup {
        let pages = pages
        let page = min(state.screenPage, max(1, pages.count))
        return .fragment([
            pages.indices.contains(page - 1) ? pages[page - 1] : .empty,
            pages.count > 1
                ? .element("p", ["class": "mp-zaal-bladzijde"]) {
                    Words.page(page, of: pages.count)[language]
                }
                : .empty,
        ])
    }

    /// The present screen, page by page.
    private var pages: [Markup] {
        switch state.screen {
        case .black: []
        case .waiting: [heading(Words.soon[language])]
        case .joining: [joining]
        case .step: [step]
        case .statement(let number): [statement(number)]
        case .results: results
        case .perspectives: perspectives
        case .bottlenecks(let counts): bottlenecks(counts: counts)
        case .alternatives(let counts): alternatives(counts: counts)
        case .norms: norms
        case .pollItem(let number, let answers): [pollItem(number, answers: answers)]
        case .tasks: plans
        }
    }

    func heading(_ text: String) -> Markup { .element("h1", ["class": "mp-zaal-groot"]) { text } }
    func note(_ text: String) -> Markup { .element("p", ["class": "mp-note"]) { text } }

    /// A list in pages, each under the same heading.
    func paged(_ title: String, _ lines: [Markup], style: String = "mp-zaal-regels", intro: Markup = .empty)
        -> [Markup]
    {
        guard !lines.isEmpty else { return [.fragment([heading(title), note(Words.nothing[language])])] }
        return stride(from: 0, to: lines.count, by: Self.most).map { start in
            .fragment([
                heading(title), intro,
                .element("ul", ["class": .text(style)]) {
                    lines[start..<min(start + Self.most, lines.count)].map { line in
                        Markup.element("li") { line }
                    }
                },
            ])
        }
    }

    private var joining: Markup {
        let address = JoinAddress(address: address, code: code)
        return .element("div", ["class": "mp-zaal-meedoen"]) {
            Markup.element("div") {
                heading(Words.joinTitle[language])
                Markup.element("p") { Words.scan[language] }
                Markup.element("p", ["class": "mp-zaal-adres"]) {
                    Markup.element("strong") { address.text }
                }
                Markup.element("p") { Words.codeWord[language] }
                Markup.element("p", ["class": "mp-zaal-code"]) { code }
                note(SessionPage.seated(state.seated, language))
                if address.isThisComputerOnly { note(Words.onlyHere[language]) }
            }
            address.drawing(title: Words.qrTitle[language])
        }
    }

    private var step: Markup {
        guard let running = state.running, let step = state.steps.first(where: { $0.number == running.step })
        else { return heading(Words.soon[language]) }
        return .fragment([
            heading(step.title), .element("p", ["class": "mp-zaal-doel"]) { step.purpose },
            SessionPage.clock(running, minutes: step.minutes, now: now, language),
        ])
    }

    /// The last round that may be seen.
    var visible: SessionFindings.Round? {
        state.visibleRound.flatMap { number in findings?.rounds.first { $0.number == number } }
    }

    func text(_ number: Int) -> String {
        state.statements.indices.contains(number - 1) ? state.statements[number - 1].text : ""
    }

    private func statement(_ number: Int) -> Markup {
        .fragment([
            .element("h1", ["class": "mp-zaal-stelling"]) { "“\(text(number))”" },
            visible?.summary(number).map { SessionPage.bar($0, language) }
                ?? note(Words.notVisible[language]),
        ])
    }

    private var results: [Markup] {
        guard let visible else {
            return [.fragment([heading(Words.results[language]), note(Words.notVisible[language])])]
        }
        return paged(
            Words.results[language],
            visible.opinions.statements.filter { $0.agree.of > 0 }.map(summaryLine),
            style: "mp-zaal-uitslag")
    }

    /// A statement beside its counts.
    func summaryLine(_ one: StatementSummary) -> Markup {
        .fragment([
            .element("p", ["class": "mp-zaal-tekst"]) { text(one.statement) },
            .element("div") {
                SessionPage.bar(one, language)
            },
        ])
    }
}

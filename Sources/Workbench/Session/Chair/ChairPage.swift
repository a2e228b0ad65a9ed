import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// The chair's console: run sheet with clock on one side, the projector on the other, and between them one tab at a time.
struct ChairPage {
    let state: SessionState
    let code: String
    var tab = ChairTab.statements
    var language = Language.dutch
    /// Where phones find this server, such as `http://mengpaneel.local:8080`.
    var address = ServerAddress(host: "")
    var connected = 0
    /// The time of the session, milliseconds since 1970.
    var now: Int64 = 0
    /// How many entries there were before anything of the page was read.
    var seen: Int?
    /// What was found of closed rounds; `nil` where nothing was asked.
    var findings: SessionFindings?
    /// The entries of the session, for the log and for what can be taken back.
    var entries: [SessionEntry] = []
    /// The numbers of the entries that can be taken back, the latest first.
    var undoable: [Int] = []
    /// What the local data offer for targets and estates; `nil` where there are none.
    var figures: LocalFigures?
    /// Why the last form was refused.
    var notice: String?
    /// What was sent with it.
    var sent: [String: String] = [:]

    typealias Words = SessionStrings.Chair

    var path: String { "/s/\(code)/voorzitter" }
    /// What may be told now.
    var told: SessionState { state.told }
    var forms: ChairForms {
        ChairForms(action: "\(path)?vak=\(tab.rawValue)", language: language, sent: sent)
    }

    var document: String {
        SessionPage.document(
            title: state.title, code: code, role: "voorzitter", language: language, part: content,
            seen: seen)
    }
    var part: String { content.render() }

    private var content: Markup {
        .fragment([
            header, alert, tabs,
            .element("div", ["class": "mp-zaal-vakken"]) {
                Markup.element("div", ["class": "mp-zaal-midden"]) { middle }
                Markup.element("div", ["class": "mp-zaal-links"]) { runSheet }
                Markup.element("div", ["class": "mp-zaal-rechts"]) { remote }
            },
        ])
    }

    private var header: Markup {
        .element("header", ["class": "mp-zaal-kop", "id": "kop", "data-deel": .flag(true)]) {
            Markup.element("h1", ["class": "mp-zaal-titel"]) { state.title }
            Markup.element("p") {
                Markup.element(
                    "a",
                    [
                        "href": .text("\(path)?vak=\(tab.rawValue)&taal=\(language.other.rawValue)"),
                        "lang": .text(language.other.rawValue), "hreflang": .text(language.other.rawValue),
                    ]
                ) { language == .dutch ? "English" : "Nederlands" }
            }
            // On a narrow page the clock and the projector stand below the tab.
            Markup.element("p", ["class": "mp-zaal-sprong"]) {
                for (place, name) in [("draaiboek", Words.runSheet), ("scherm", Words.screen)] {
                    Markup.element("a", ["href": .text("#\(place)")]) { "↓ \(name[language])" }
                }
            }
            undoLast
        }
    }

    private var undoLast: Markup? {
        guard let last = undoable.first, entries.indices.contains(last - 1) else { return nil }
        let name = SessionStrings.name(of: entries[last - 1].event, in: state)[language]
        return .element("div", ["class": "mp-zaal-terug"]) {
            forms.button(Words.undoLast, "terug", [("nummer", "\(last)")], about: name, place: "kop")
            Markup.element("span", ["class": "mp-note", "aria-hidden": "true"]) { name }
        }
    }

    private var alert: Markup {
        guard let notice else { return .empty }
        return .element("p", ["class": "mp-notice", "role": "alert", "id": "bezwaar"]) { notice }
    }

    private var tabs: Markup {
        .element(
            "nav",
            [
                "class": "mp-zaal-tabs", "aria-label": .text(Words.parts[language]), "id": "tabs",
                "data-deel": .flag(true),
            ]
        ) {
            Markup.element("ul") {
                for one in ChairTab.allCases {
                    Markup.element("li") {
                        Markup.element(
                            "a",
                            [
                                "href": .text("\(path)?vak=\(one.rawValue)"),
                                "aria-current": one == tab ? "page" : .absent,
                            ]
                        ) {
                            one.name[language]
                            badge(one).map { text in
                                Markup.element("span", ["class": "mp-zaal-tel"]) { " \(text)" }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What asks for the chair's attention on another tab.
    private func badge(_ tab: ChairTab) -> String? {
        switch tab {
        case .statements:
            let waiting = state.statements.count { $0.moderation == .unseen }
            return waiting > 0 ? Words.waitingBadge(waiting)[language] : nil
        case .registers:
            let open = state.questions.count { $0.status == .open }
            return open > 0 ? Words.openBadge(open)[language] : nil
        default: return nil
        }
    }

    private var middle: Markup {
        switch tab {
        case .programme: programme
        case .statements: statements
        case .outcome: outcome
        case .bottlenecks: bottlenecks
        case .alternatives: alternatives
        case .plans: plans
        case .norms: norms
        case .registers: registers
        case .closing: closing
        }
    }

    /// A part of the page with a heading, that is made new by itself when there is news.
    func section(_ id: String, _ title: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
        .element(
            "section",
            [
                "class": "mp-card", "id": .text(id), "data-deel": .flag(true), "tabindex": -1,
                "aria-labelledby": .text("\(id)-kop"),
            ]
        ) {
            Markup.element("h2", ["id": .text("\(id)-kop")]) { title }
            content()
        }
    }

    func note(_ text: String) -> Markup { .element("p", ["class": "mp-note"]) { text } }
}

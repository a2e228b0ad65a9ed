import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// The shell of the pages of a live session: no menu, one script.
enum SessionPage {
    /// A whole document.
    /// - Parameters:
    ///   - role: which page it is, for the script: "telefoon", "voorzitter" or "scherm".
    ///   - part: what the script asks again when there is news.
    static func document(title: String, code: String, role: String, part: Markup) -> String {
        let page = Markup.element("html", ["lang": "nl"]) {
            Markup.element("head") {
                Markup.element("meta", ["charset": "utf-8"])
                Markup.element(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                Markup.element("title") { "\(title) – Mengpaneel" }
                Markup.element("link", ["rel": "stylesheet", "href": .text(Asset.style.address)])
                Markup.element(
                    "link", ["rel": "icon", "type": "image/svg+xml", "href": .text(Asset.icon.address)])
                Markup.element("script", ["type": "module", "src": .text(Asset.room.address)])
            }
            Markup.element(
                "body",
                [
                    "class": .text("mp-zaal mp-zaal-\(role)"), "data-code": .text(code),
                    "data-rol": .text(role),
                ]
            ) {
                Markup.element(
                    "p",
                    [
                        "class": "mp-zaal-verbinding", "id": "verbinding", "role": "status",
                        "hidden": .flag(true),
                    ])
                Markup.element("main", ["id": "deel"]) { part }
            }
        }
        return "<!DOCTYPE html>\n" + page.render()
    }

    /// For who opens the chair's page without its key.
    static var refused: String {
        document(
            title: "Geen toegang", code: "", role: "telefoon",
            part: .fragment([
                .element("h1") { "Deze bladzijde is van de voorzitter" },
                .element("p") {
                    "Open de link die de voorzitter bij het begin kreeg. In die link staat een sleutel."
                },
            ]))
    }

    /// A form that posts fields and shows one button.
    static func button(
        _ label: String, to path: String, _ fields: [(String, String)], isPrimary: Bool = false
    ) -> Markup {
        .element("form", ["method": "post", "action": .text(path), "class": "mp-zaal-knop"]) {
            for (name, value) in fields {
                Markup.element("input", ["type": "hidden", "name": .text(name), "value": .text(value)])
            }
            Markup.element(
                "button", ["type": "submit", "class": isPrimary ? "mp-button" : "mp-button mp-quiet"]
            ) { label }
        }
    }

    /// How people voted, as a bar with the counts in words; nothing of fewer than four people.
    static func bar(_ one: StatementSummary) -> Markup { VoteBar(summary: one, language: .dutch).markup }

    /// How many take part, in words.
    static func seated(_ count: Int) -> String { count == 1 ? "1 doet mee" : "\(count) doen mee" }

    /// What may be said of a statement.
    static func reading(_ one: StatementSummary) -> String {
        switch one.reading {
        case .sharedAgreement: "gedeeld: eens"
        case .sharedDisagreement: "gedeeld: oneens"
        case .disputed: "verdeeld"
        case .unsure: "onzeker"
        case .leaning: "neigt naar een kant"
        case .noVotes: "geen stemmen"
        }
    }
}

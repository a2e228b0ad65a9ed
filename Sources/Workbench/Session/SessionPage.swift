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
    ///   - hasScript: whether the page keeps itself up to date.
    ///   - seen: the news that the page already shows, as ``SessionPulse`` has it; what happened before the script listens
    ///     is not missed then.
    static func document(
        title: String, code: String, role: String, language: Language = .dutch, part: Markup,
        seen: Int? = nil,
        hasScript: Bool = true
    ) -> String {
        let page = Markup.element("html", ["lang": .text(language.rawValue)]) {
            Markup.element("head") {
                Markup.element("meta", ["charset": "utf-8"])
                Markup.element(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                Markup.element("title") { "\(title) – Mengpaneel" }
                Markup.element("link", ["rel": "stylesheet", "href": .text(Asset.style.address)])
                Markup.element(
                    "link", ["rel": "icon", "type": "image/svg+xml", "href": .text(Asset.icon.address)])
                hasScript
                    ? Markup.element("script", ["type": "module", "src": .text(Asset.room.address)]) : .empty
            }
            Markup.element(
                "body",
                [
                    "class": .text("mp-zaal mp-zaal-\(role)"), "data-code": .text(code),
                    "data-rol": .text(role), "data-gezien": .text(seen.map { "\($0)" } ?? ""),
                ]
            ) {
                Markup.element(
                    "p",
                    [
                        "class": "mp-zaal-verbinding", "id": "verbinding", "role": "status",
                        "hidden": .flag(true),
                    ])
                // What a screen reader is told besides, such as that the time is nearly up.
                Markup.element("p", ["class": "mp-hidden", "id": "melding", "role": "status"])
                Markup.element("main", ["id": "deel"]) { part }
            }
        }
        return "<!DOCTYPE html>\n" + page.render()
    }

    /// For who opens the chair's page without its key.
    static func refused(_ language: Language) -> String {
        document(
            title: SessionStrings.refusedTitle[language], code: "", role: "telefoon", language: language,
            part: .fragment([
                .element("h1") { SessionStrings.refusedHeading[language] },
                .element("p") { SessionStrings.refusedText[language] },
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

    /// The time that a step has left. Without a script: until when; with it a clock that counts, with words when the time is
    /// nearly up and when it is over.
    /// - Parameter now: the time of the session. The page counts on from what is left now, by a clock of its own that nobody
    ///   sets: that of a phone or projector need not be right.
    static func clock(_ running: RunningStep, minutes: Int, now: Int64, _ language: Language) -> Markup {
        let whole = minutes + running.added
        let end = Int(running.began) + whole * 60_000
        return .fragment([
            .element(
                "p",
                [
                    "class": "mp-klok", "data-einde": .integer(end), "data-rest": .integer(end - Int(now)),
                    "data-bijna": .text(SessionStrings.nearlyOver[language]),
                    "data-om": .text(SessionStrings.timeIsUp[language]),
                ]
            ) { SessionStrings.minutes(whole)[language] },
            .element("p", ["class": "mp-klok-woord"]),
        ])
    }

    /// How people voted, as a bar with the counts in words; nothing of fewer than four people.
    static func bar(_ one: StatementSummary, _ language: Language = .dutch) -> Markup {
        VoteBar(summary: one, language: language).markup
    }

    /// How many take part, in words.
    static func seated(_ count: Int, _ language: Language = .dutch) -> String {
        SessionStrings.seated(count)[language]
    }

    /// What may be said of a statement.
    static func reading(_ one: StatementSummary, _ language: Language = .dutch) -> String {
        SessionStrings.reading(one.reading)[language]
    }
}

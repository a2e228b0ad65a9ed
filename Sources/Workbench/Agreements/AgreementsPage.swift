import Bilingual
import Figures
import WorkingGroup

/// What all working groups of a project agreed, for everybody to read: only of sessions that are closed.
struct AgreementsPage {
    let scene: Scene
    /// The sessions that are closed.
    let sources: [VerslagSource]
    /// The titles of those that are not.
    var open: [String] = []
    private var language: Language { scene.language }
    private typealias Texts = Strings.Agreements

    var page: Page {
        Page(
            route: .agreements, title: Texts.menu[language],
            main: .fragment([
                .element("h1") { Texts.title[language] },
                .element("p") { (sources.isEmpty ? Texts.none : Texts.lead)[language] },
                open.isEmpty
                    ? .empty
                    : .element("p", ["class": "mp-note"]) {
                        Texts.open(open.joined(separator: ", "))[language]
                    },
                .fragment(sources.map(session)),
            ]))
    }

    private func session(_ source: VerslagSource) -> Markup {
        .element("section") {
            Markup.element("h2") { source.state.title }
            Markup.element("p", ["class": "mp-note"]) {
                Texts.closed(MomentText.day(source.closed, language))[language]
            }
            AgreementsBlocks(
                source: source, language: language, figures: LocalFigures(scene.studio), level: 3
            ).markup
            Markup.element("p") {
                Markup.element("a", ["href": .text("/s/\(source.code)/voorzitter/afspraken")]) {
                    Texts.edit[language]
                    Markup.element("span", ["class": "mp-hidden"]) { " \(source.state.title)" }
                }
            }
        }
    }
}

/// The same for the chair of one session, with forms: whoever holds the chair's link keeps it up. It needs no script.
struct ChairAgreementsPage {
    let source: VerslagSource
    let language: Language
    var figures: LocalFigures?
    /// Until when the session is kept; milliseconds since 1970.
    var keptUntil: Int64?
    /// Why the last form was refused.
    var notice: String?
    /// What was sent with it.
    var sent: [String: String] = [:]
    private typealias Texts = Strings.Agreements

    static func path(_ code: String) -> String { "/s/\(code)/voorzitter/afspraken" }
    private var path: String { Self.path(source.code) }

    var document: String {
        SessionPage.document(
            title: "\(Texts.menu[language]): \(source.state.title)", code: source.code, role: "voorzitter",
            language: language, part: content, hasScript: false)
    }

    private var blocks: AgreementsBlocks {
        AgreementsBlocks(
            source: source, language: language, figures: figures,
            forms: ChairForms(action: path, language: language, sent: sent))
    }

    private var content: Markup {
        .fragment([
            .element("header", ["class": "mp-zaal-kop", "id": "kop"]) {
                Markup.element("h1", ["class": "mp-zaal-titel"]) {
                    "\(Texts.menu[language]): \(source.state.title)"
                }
                Markup.element("p") {
                    Markup.element(
                        "a",
                        [
                            "href": .text("\(path)?taal=\(language.other.rawValue)"),
                            "lang": .text(language.other.rawValue),
                            "hreflang": .text(language.other.rawValue),
                        ]
                    ) { language == .dutch ? "English" : "Nederlands" }
                }
            },
            notice.map { text in
                .element("p", ["class": "mp-notice", "role": "alert", "id": "bezwaar"]) { text }
            } ?? .empty,
            .element("p") { Texts.editLead[language] },
            .element("ul", ["class": "mp-links"]) {
                for (href, name) in [
                    ("/s/\(source.code)/voorzitter", Texts.backToChair),
                    (Route.agreements.path, Texts.readPage), ("\(path)/tasks.csv", Texts.allTasks),
                ] {
                    Markup.element("li") { Markup.element("a", ["href": .text(href)]) { name[language] } }
                }
            }, sheets, blocks.markup, blocks.since, kept,
        ])
    }

    private var sheets: Markup {
        .element("section", ["class": "mp-card", "aria-labelledby": "bladen-kop", "id": "bladen"]) {
            Markup.element("h2", ["id": "bladen-kop"]) { Texts.sheets[language] }
            let sheets = ActorSheet.all(source, language: language)
            if sheets.isEmpty {
                Markup.element("p", ["class": "mp-note"]) { Texts.sheetsNone[language] }
            }
            Markup.element("ul", ["class": "mp-links"]) {
                for sheet in sheets {
                    Markup.element("li") {
                        sheet.name.capitalisedFirst + ": "
                        for (place, (ending, name)) in files.enumerated() {
                            place == 0 ? "" : ", "
                            Markup.element("a", ["href": .text("\(path)/\(sheet.file).\(ending)")]) {
                                name
                                Markup.element("span", ["class": "mp-hidden"]) { " \(sheet.name)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private var files: [(String, String)] {
        [
            ("html", Texts.sheetPage[language]), ("pdf", "PDF"), ("odt", "ODT"), ("docx", "DOCX"),
            ("ics", Texts.calendar[language]),
        ]
    }

    @MarkupBuilder private var kept: Markup {
        if let keptUntil {
            Markup.element("p", ["class": "mp-note"]) {
                Texts.kept(MomentText.day(keptUntil, language))[language]
            }
        }
    }
}

import Bilingual
import Figures
import Foundation
import WorkingGroup

/// The log of moderation, what can be taken back, closing, and afterwards the report.
extension ChairPage {
    private static let mostShown = 12

    var closing: Markup {
        .fragment([
            report,
            section("moderatie", Words.moderation[language]) { moderation },
            section("terug", Words.undoTitle[language]) {
                note(Words.undoWhy[language])
                if undoable.isEmpty { note(Words.none[language]) }
                Markup.element("ol", ["class": "mp-zaal-lijst"]) {
                    for number in undoable.prefix(Self.mostShown) where entries.indices.contains(number - 1) {
                        let name = SessionStrings.name(of: entries[number - 1].event, in: state)[language]
                        Markup.element("li") {
                            Markup.element("div", ["class": "mp-zaal-rij"]) {
                                Markup.element("span") { "\(time(entries[number - 1])) \(name)" }
                                forms.button(
                                    Words.undo, "terug", [("nummer", "\(number)")], about: name,
                                    place: "terug")
                            }
                        }
                    }
                }
            },
            section("sluiten", Words.closeTitle[language]) {
                if state.isClosed {
                    Markup.element("p") { Words.isClosed[language] }
                } else {
                    Markup.element("p") { Words.closeWhy[language] }
                    forms.form(
                        "slot", "sluiten", submit: Words.close, place: "verslag",
                        [.check("zeker", Words.closeSure, isNeeded: true)])
                }
            },
        ])
    }

    private var report: Markup {
        guard state.isClosed else { return .empty }
        let links: [(String, BilingualText)] = [
            ("verslag", Words.wholeReport), ("samenvatting", Words.summary), ("verslag.pdf", Words.asPDF),
            ("verslag.odt", Words.asODT), ("verslag.docx", Words.asDOCX),
            ("afspraken", Strings.Agreements.menu),
        ]
        return section("verslag", Words.report[language]) {
            Markup.element("ul", ["class": "mp-links"]) {
                for (file, name) in links {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text("\(path)/\(file)")]) { name[language] }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var moderation: Markup {
        let decisions = entries.filter { entry in
            switch entry.event {
            case .statementModerated, .statementEdited, .mergeProposed, .mergeAccepted: true
            default: false
            }
        }
        if decisions.isEmpty { note(Words.none[language]) }
        Markup.element("ol", ["class": "mp-zaal-lijst"]) {
            for entry in decisions {
                Markup.element("li") {
                    "\(time(entry)) \(SessionStrings.name(of: entry.event, in: state)[language])"
                }
            }
        }
    }

    /// The hour and minute on the clock of the server.
    private func time(_ entry: SessionEntry) -> String {
        let date = Date(timeIntervalSince1970: Double(entry.time) / 1000)
        let parts = Calendar(identifier: .gregorian).dateComponents([.hour, .minute], from: date)
        let minute = parts.minute ?? 0
        return "\(parts.hour ?? 0):\(minute < 10 ? "0" : "")\(minute)"
    }
}

import Bilingual
import Figures
import Perspectives
import PolicyTheory
import WorkingGroup

/// What a participant writes: statements, questions and entries for the report.
extension PhonePage {
    var writing: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Writing.title[language] }
            PhoneField.form(
                "schrijf", id: "f-schrijf", to: path, button: SessionStrings.Phone.send[language],
                isEmptied: true
            ) {
                PhoneField.text(
                    "tekst", id: "tekst", label: SessionStrings.Writing.statement[language],
                    most: SessionState.longestStatement, hint: SessionStrings.Writing.statementHint[language])
            }
        }
    }

    var question: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Writing.questionTitle[language] }
            PhoneField.form(
                "vraag", id: "f-vraag", to: path, button: SessionStrings.Writing.ask[language],
                isEmptied: true
            ) {
                PhoneField.text(
                    "tekst", id: "vraag", label: SessionStrings.Writing.question[language],
                    most: SessionActions.Longest.question)
                PhoneField.choice(
                    "thema", id: "thema", label: SessionStrings.Writing.theme[language],
                    [("", SessionStrings.Writing.noTheme[language])]
                        + PolicyTheory.Question.allCases.enumerated().map {
                            ("\($0 + 1)", $1.text[language])
                        })
            }
        }
    }

    /// The question that something is about, or none.
    func about(_ id: String) -> Markup {
        PhoneField.choice(
            "over", id: id, label: SessionStrings.Writing.theme[language],
            [("", SessionStrings.Writing.noTheme[language])]
                + PolicyTheory.Question.allCases.map { ($0.rawValue, $0.text[language]) })
    }

    /// Anything for the report, with its kind.
    var notes: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Writing.noteTitle[language] }
            PhoneField.form(
                "noteer", id: "f-noteer", to: path, button: SessionStrings.Phone.send[language],
                isEmptied: true
            ) {
                PhoneField.choice(
                    "soort", id: "noteer-soort", label: SessionStrings.Writing.noteKind[language],
                    SessionStrings.Writing.kinds.map { ($0.0, $0.1[language]) })
                about("noteer-over")
                PhoneField.text(
                    "tekst", id: "noteer", label: SessionStrings.Writing.noteText[language],
                    most: SessionActions.Longest.note, hint: SessionStrings.Writing.noteHint[language])
            }
        }
    }

    /// One kind of entry, asked for by itself.
    func note(_ kind: String, _ title: BilingualText) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { title[language] }
            PhoneField.form(
                "noteer", id: "f-\(kind)", to: path, button: SessionStrings.Phone.send[language],
                isEmptied: true, hidden: [("soort", kind)]
            ) {
                about("\(kind)-over")
                PhoneField.text(
                    "tekst", id: kind, label: SessionStrings.Writing.noteText[language],
                    most: SessionActions.Longest.note, hint: SessionStrings.Writing.noteHint[language])
            }
        }
    }

    /// What this seat wrote and the chair has not looked at, or has taken out.
    func waiting(_ seat: String) -> Markup {
        .fragment(
            state.statements.filter { $0.author == seat && $0.moderation != .accepted }.map { one in
                .element("p", ["class": "mp-note"]) {
                    (one.moderation == .rejected
                        ? SessionStrings.Writing.rejected(one.text, one.reason)
                        : SessionStrings.Writing.waiting(one.text))[language]
                    if one.moderation == .unseen, let other = state.alike(one) {
                        " " + SessionStrings.Writing.alike(other.number, other.text)[language]
                    }
                }
            })
    }

    /// The chair wants to take a statement of this seat together with another.
    func mergers(_ seat: String) -> Markup {
        .fragment(
            state.statements.filter { $0.author == seat && $0.merge?.isAccepted == false }.map { one in
                .element("section", ["class": "mp-card"]) {
                    Markup.element("p") {
                        SessionStrings.Writing.merge(
                            one.text, state.statements[(one.merge?.into ?? 1) - 1].text)[language]
                    }
                    PhoneField.form(
                        "instemmen", id: "f-instemmen-\(one.number)", to: path,
                        button: SessionStrings.Writing.agree[language],
                        hidden: [("stelling", "\(one.number)")]
                    ) { Markup.empty }
                }
            })
    }
}

import Bilingual
import Figures
import WorkingGroup

/// Questions with who takes them further, and the registers.
extension ChairPage {
    var registers: Markup {
        .fragment([
            section("vragen", Words.questions(state.questions.count)[language]) {
                if state.questions.isEmpty { note(Words.none[language]) }
                Markup.element("ol", ["class": "mp-zaal-lijst"]) { state.questions.map(question) }
                if !state.isClosed {
                    forms.folded(
                        Words.newQuestion, id: "vraag",
                        forms.form(
                            "vraag", "vraag", submit: Words.add, place: "vragen",
                            [
                                .line("tekst", Words.questionText),
                                .number("thema", Words.theme, 1...7, isNeeded: false),
                            ]))
                }
            },
            .fragment(Register.allCases.map(register)),
            section("register-vak", Words.newNote[language]) {
                forms.form(
                    "register", "register", submit: Words.add, place: "register-vak",
                    [
                        .choice(
                            "soort", Words.register,
                            Register.allCases.map { ($0.rawValue, $0.name[language]) }),
                        .lines("tekst", Words.text), .claims(withQuestions: true),
                    ])
            },
        ])
    }

    private func question(_ one: Question) -> Markup {
        .element("li") {
            Markup.element("p", ["class": "mp-stelling"]) { one.text }
            note(
                [
                    one.theme.map { Words.themeIs($0)[language] } ?? "", one.status.name[language],
                    one.owner.isEmpty ? "" : Words.ownedBy(one.owner)[language],
                ].filter { !$0.isEmpty }.joined(separator: " · "))
            if !one.answer.isEmpty { Markup.element("p") { one.answer } }
            forms.folded(
                Words.settle, about: one.text, id: "antwoord-\(one.number)",
                forms.form(
                    "antwoord-\(one.number)", "antwoord", submit: Words.save,
                    hidden: [("nummer", "\(one.number)")], place: "vragen",
                    [
                        .choice(
                            "stand", Words.status,
                            QuestionStatus.allCases.map { ($0.rawValue, $0.name[language]) },
                            value: one.status.rawValue),
                        .line("wie", Words.owner, isNeeded: false, value: one.owner),
                        .lines("tekst", Words.answer, isNeeded: false, value: one.answer),
                    ]))
        }
    }

    private func register(_ register: Register) -> Markup {
        let notes = state.notes.filter { $0.register == register }
        guard !notes.isEmpty else { return .empty }
        return section("register-\(register.rawValue)", "\(register.name[language]) (\(notes.count))") {
            Markup.element("ul", ["class": "mp-zaal-lijst"]) {
                for one in notes {
                    Markup.element("li") {
                        one.text
                        if !one.claims.isEmpty {
                            Markup.element("span", ["class": "mp-note"]) {
                                " (\(one.claims.joined(separator: ", ")))"
                            }
                        }
                    }
                }
            }
        }
    }
}

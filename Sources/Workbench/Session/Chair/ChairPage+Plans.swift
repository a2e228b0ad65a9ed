import Bilingual
import Figures
import WorkingGroup

/// From ambition to target, to a lever on a place, to a first task.
extension ChairPage {
    var plans: Markup {
        .fragment([
            section("ambities", Words.ambitions[language]) {
                if state.ambitions.isEmpty { note(Words.none[language]) }
                Markup.element("ol", ["class": "mp-zaal-lijst"]) {
                    for one in state.ambitions {
                        Markup.element("li") {
                            Markup.element("p", ["class": "mp-stelling"]) { one.text }
                            targets(of: one)
                        }
                    }
                }
                forms.form(
                    "ambitie", "ambitie", submit: Words.add, place: "ambities",
                    [.line("tekst", Words.newAmbition)])
            },
            targetForms,
            section("taken", Words.tasks[language]) {
                if state.tasks.isEmpty { note(Words.none[language]) }
                Markup.element("ol", ["class": "mp-zaal-lijst"]) { state.tasks.map(task) }
                if !state.isClosed { taskForm }
            },
        ])
    }

    private func targets(of ambition: Ambition) -> Markup {
        .element("ul") {
            for target in state.targets where target.ambition == ambition.number {
                Markup.element("li") {
                    "\(Words.target(target.number)[language]): \(target.text) (\(target.year))"
                    Markup.element("ul") {
                        for choice in state.leverChoices where choice.target == target.number {
                            Markup.element("li") { "\(leverName(choice.lever)): \(choice.place)" }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var targetForms: Markup {
        if !state.ambitions.isEmpty {
            section("doel-vak", Words.newTarget[language]) {
                forms.form(
                    "doel", "doel", submit: Words.add, place: "ambities",
                    [
                        .choice(
                            "nummer", Words.ambition,
                            state.ambitions.map { ("\($0.number)", "\($0.number). \($0.text)") }),
                        .line("tekst", Words.targetText), .number("jaar", Words.year, 2000...2100),
                    ])
            }
        }
        if !state.targets.isEmpty {
            section("knop-vak", Words.newLever[language]) {
                forms.form(
                    "knop", "knop", submit: Words.add, place: "ambities",
                    [
                        .choice("nummer", Words.targetWord, targetChoices),
                        .choice("knop", Words.lever, levers(withNone: false)),
                        .line("plaats", Words.place),
                    ])
            }
        }
    }

    private var targetChoices: [(value: String, name: String)] {
        state.targets.map { ("\($0.number)", "\($0.number). \($0.text)") }
    }

    private func task(_ one: AgreedTask) -> Markup {
        .element("li") {
            Markup.element("p", ["class": "mp-stelling"]) { one.text }
            note(
                ([one.actor, one.place, one.date].filter { !$0.isEmpty }
                    + [one.target.map { Words.forTarget($0)[language] }].compactMap(\.self)
                    + [one.isDone.map { ($0 ? Words.done : Words.notDone)[language] }].compactMap(\.self))
                    .joined(separator: " · "))
            Markup.element("div", ["class": "mp-zaal-knoppen"]) {
                for (name, isDone) in [(Words.done, true), (Words.notDone, false)] {
                    forms.button(
                        name, "gedaan", [("nummer", "\(one.number)"), ("klaar", isDone ? "1" : "0")],
                        about: one.text, place: "taken", isPressed: one.isDone == isDone)
                }
            }
        }
    }

    private var taskForm: Markup {
        forms.form(
            "taak", "taak", submit: Words.add, place: "taken",
            [
                .line("tekst", Words.newTask), .line("wie", Words.who),
                .line("plaats", Words.place, isNeeded: false), .line("datum", Words.when, isNeeded: false),
                .choice("doel", Words.targetWord, [("", Words.noTarget[language])] + targetChoices),
            ])
    }
}

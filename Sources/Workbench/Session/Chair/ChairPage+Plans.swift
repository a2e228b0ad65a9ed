import Bilingual
import Figures
import HousingMarket
import Neighbourhoods
import WorkingGroup

/// From ambition to target, to a lever on a place, to a first task.
extension ChairPage {
    private var words: ChainWords { ChainWords(language: language) }

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
                Markup.element("p") {
                    Markup.element("a", ["href": .text("\(path)/afspraken")]) {
                        Strings.Agreements.keepUp[language]
                    }
                }
                if !state.isClosed {
                    TaskForms(state: state, forms: forms).new("taak", place: "taken")
                }
            },
        ])
    }

    private func targets(of ambition: Ambition) -> Markup {
        .element("ul") {
            for target in state.targets where target.ambition == ambition.number {
                Markup.element("li") {
                    "\(Words.target(target.number)[language]): \(target.text) (\(target.year))"
                    words.measure(target).map(note)
                    Markup.element("ul") {
                        for choice in state.leverChoices where choice.target == target.number {
                            Markup.element("li") { words.lever(choice) }
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
                    leverFields + estateFields + alternativeField)
            }
            measureForm
        }
    }

    private var leverFields: [ChairField] {
        [
            .choice("nummer", Words.targetWord, targetChoices),
            .choice("knop", Words.lever, levers(withNone: false)), .line("plaats", Words.place),
        ]
    }

    /// Which homes: by neighbourhood, kind and period.
    private var estateFields: [ChairField] {
        guard let figures else { return [] }
        let none = [(value: "", name: Strings.Agreements.unknown[language])]
        return [
            .choice(
                "buurt", Strings.Agreements.estateArea,
                none + figures.neighbourhoods.map { ($0.code.rawValue, $0.name) }),
            .choice(
                "soort", Strings.Agreements.dwellings,
                none + DwellingType.allCases.map { ("\($0)", words.name($0)) }),
            .choice(
                "periode", Strings.Agreements.period,
                none + BuildingPeriod.allCases.map { ("\($0)", words.name(ofPeriod: "\($0)")) }),
        ]
    }

    private var alternativeField: [ChairField] {
        guard !state.alternatives.isEmpty else { return [] }
        return [
            .choice(
                "alternatief", Strings.Agreements.alternative,
                [("", Strings.Agreements.unknown[language])]
                    + state.alternatives.map { ("\($0.number)", $0.name) })
        ]
    }

    /// What a target is measured by, from the local data.
    private var measureForm: Markup {
        section("meet-vak", Strings.Agreements.measureTitle[language]) {
            if let figures {
                note(Strings.Agreements.measureWhy[language])
                forms.form(
                    "meet", "meet", submit: Words.add, place: "ambities",
                    [
                        .choice("nummer", Words.targetWord, targetChoices),
                        .choice(
                            "maat", Strings.Agreements.indicator,
                            figures.indicators.map { ($0.id.rawValue, $0.name[language]) }),
                        .choice(
                            "gebied", Strings.Agreements.area,
                            figures.areas.map { ($0.code.rawValue, $0.name) }),
                        .decimal("naar", Strings.Agreements.toValue, isNeeded: true),
                    ])
            } else {
                note(Strings.Agreements.noFigures[language])
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
                ([one.actor, one.place, one.when(language)].filter { !$0.isEmpty }
                    + [one.target.map { Words.forTarget($0)[language] }].compactMap(\.self)
                    + (one.status == .agreed ? [] : [words.status(one)])).joined(separator: " · "))
        }
    }
}

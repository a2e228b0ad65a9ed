import Bilingual
import Figures
import WorkingGroup

/// The programme: steps, introductions, who chairs, who is absent, and seats.
extension ChairPage {
    var programme: Markup {
        .fragment([
            section("stappen", Words.editSteps[language]) {
                Markup.element("ol", ["class": "mp-zaal-lijst"]) {
                    for (place, step) in state.steps.enumerated() {
                        Markup.element("li", ["id": .text("stap-\(step.number)")]) { edit(step, place) }
                    }
                }
                forms.folded(
                    Words.addStep, id: "stap-nieuw",
                    forms.form(
                        "stap-nieuw", "stap-nieuw", submit: Words.add, place: "stappen", stepFields(nil)))
            },
            section("inleiders", Words.introductions[language]) {
                note(Words.consent[language])
                for number in 1...2 { introduction(number) }
            },
            section("voorzitter-naam", Words.chair[language]) {
                if let chair = state.chair {
                    Markup.element("p") {
                        "\(chair.name)\(Self.list(chair.affiliations)). \(chair.interests)"
                    }
                }
                forms.form(
                    "voorzitter", "voorzitter", submit: Words.save, place: "voorzitter-naam",
                    [
                        .line("naam", Words.name, value: state.chair?.name ?? ""),
                        .line(
                            "werk", Words.affiliations, isNeeded: false,
                            value: state.chair?.affiliations.joined(separator: "; ") ?? ""),
                        .line(
                            "belang", Words.interests, isNeeded: false, value: state.chair?.interests ?? ""),
                        .check("akkoord", Words.consentGiven, isOn: state.chair != nil, isNeeded: true),
                    ])
            },
            section("afwezig", Words.absent[language]) {
                note(Words.absentWhy[language])
                if !state.absent.isEmpty {
                    Markup.element("ul") { state.absent.map { one in Markup.element("li") { one } } }
                }
                forms.form(
                    "afwezig-nieuw", "afwezig", submit: Words.add, place: "afwezig",
                    [.line("tekst", Words.party)])
            },
            section("plaatsen", Words.seats[language]) { seats },
        ])
    }

    private static func list(_ parts: [String]) -> String {
        parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }

    private func stepFields(_ step: RunStep?) -> [ChairField] {
        [
            .line("titel", Words.stepTitle, most: 100, value: step?.title ?? ""),
            .line("waarvoor", Words.stepPurpose, isNeeded: false, value: step?.purpose ?? ""),
            .number("minuten", Words.minutes, 1...240, value: step?.minutes ?? 10),
            .choice(
                "soort", Words.stepKind,
                RunStep.Kind.allCases.map { ($0.rawValue, SessionStrings.name(of: $0)[language]) },
                value: (step?.kind ?? .other).rawValue),
        ]
    }

    private func edit(_ step: RunStep, _ place: Int) -> Markup {
        let anchor = "stap-\(step.number)"
        func move(_ label: BilingualText, to target: Int) -> Markup {
            forms.button(
                label, "stap-naar", [("nummer", "\(step.number)"), ("plaats", "\(target)")],
                about: step.title, place: anchor)
        }
        return .fragment([
            .element("p", ["class": "mp-zaal-regel"]) {
                Markup.element("strong") { step.title }
                ", \(step.minutes) min"
            },
            .element("div", ["class": "mp-zaal-acties"]) {
                if place > 0 { move(Words.up, to: place - 1) }
                if place + 1 < state.steps.count { move(Words.down, to: place + 1) }
                if state.running?.step != step.number {
                    forms.button(
                        Words.remove, "stap-weg", [("nummer", "\(step.number)")], about: step.title,
                        place: "stappen")
                }
                forms.folded(
                    Words.change, about: step.title, id: "stap-\(step.number)-anders",
                    forms.form(
                        "stap-\(step.number)-anders", "stap-anders", submit: Words.save,
                        hidden: [("nummer", "\(step.number)")], place: anchor, stepFields(step)))
            },
        ])
    }

    private func introduction(_ number: Int) -> Markup {
        let one = state.introductions[number]
        return .fragment([
            .element("h3") { Words.introduction(number)[language] },
            .element("p") {
                one.map { "\($0.speaker)\(Self.list($0.affiliations)): \($0.title)" }
                    ?? Words.notPlanned[language]
            },
            forms.folded(
                one == nil ? Words.plan : Words.change, about: Words.introduction(number)[language],
                id: "inleiding-\(number)",
                forms.form(
                    "inleiding-\(number)", "inleiding", submit: Words.save, hidden: [("nummer", "\(number)")],
                    place: "inleiders",
                    [
                        .line("naam", Words.speaker, value: one?.speaker ?? ""),
                        .line(
                            "werk", Words.affiliations, isNeeded: false,
                            value: one?.affiliations.joined(separator: "; ") ?? ""),
                        .line("titel", Words.subject, isNeeded: false, value: one?.title ?? ""),
                        .check("praktijk", Words.fromPractice, isOn: one?.isPractitioner ?? false),
                        .check("akkoord", Words.consentGiven, isOn: one != nil, isNeeded: true),
                    ])),
        ])
    }

    @MarkupBuilder private var seats: Markup {
        let free = state.seats.filter { !$0.value.wasTaken }.keys.sorted()
        note(Words.seatsWhy[language])
        if !free.isEmpty {
            Markup.element("ul", ["class": "mp-zaal-codes"]) {
                free.map { code in Markup.element("li") { Markup.element("code") { code } } }
            }
        }
        forms.button(Words.openSeat, "plaats", place: "plaatsen")
    }
}

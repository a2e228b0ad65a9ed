import Bilingual
import Figures
import WorkingGroup

/// Beside every tab: the run sheet with its clock, and what the projector shows.
extension ChairPage {
    var runSheet: Markup {
        section("draaiboek", Words.runSheet[language]) {
            clock
            Markup.element("ol", ["class": "mp-draaiboek"]) {
                for step in state.steps {
                    Markup.element(
                        "li", ["aria-current": state.running?.step == step.number ? "step" : .absent]
                    ) {
                        Markup.element("div", ["class": "mp-zaal-rij"]) {
                            Markup.element("span") { step.title }
                            Markup.element("span", ["class": "mp-note"]) { "\(step.minutes) min" }
                            if !state.isClosed, state.running?.step != step.number {
                                forms.button(
                                    Words.begin, "stap", [("nummer", "\(step.number)")], about: step.title,
                                    place: "draaiboek")
                            }
                        }
                    }
                }
            }
            if state.steps.isEmpty { note(Words.noSteps[language]) }
            note(Words.total(state.steps.reduce(0) { $0 + $1.minutes })[language])
        }
    }

    private var clock: Markup {
        guard let running = state.running,
            let place = state.steps.firstIndex(where: { $0.number == running.step })
        else { return note(state.isClosed ? Words.isClosed[language] : Words.notBegun[language]) }
        let step = state.steps[place]
        let next = state.steps.indices.contains(place + 1) ? state.steps[place + 1] : nil
        return .fragment([
            .element("p", ["class": "mp-zaal-nu"]) { Words.now(step.title)[language] },
            SessionPage.clock(running, minutes: step.minutes, now: now, language),
            .element("div", ["class": "mp-zaal-knoppen"]) {
                if let next {
                    forms.button(
                        Words.nextStep, "stap", [("nummer", "\(next.number)")], about: next.title,
                        place: "draaiboek", isPrimary: true)
                }
                forms.button(Words.minutesMore, "tijd", [("minuten", "5")], place: "draaiboek")
                forms.button(Words.minutesLess, "tijd", [("minuten", "-1")], place: "draaiboek")
            },
        ])
    }

    private typealias ScreenButton = (value: String, name: BilingualText, screen: RoomScreen)

    private static let screens: [ScreenButton] = [
        ("wacht", Words.Screens.waiting, .waiting), ("code", Words.Screens.joining, .joining),
        ("stap", Words.Screens.step, .step), ("uitslag", Words.Screens.results, .results),
        ("perspectief", Words.Screens.perspectives, .perspectives),
        ("knelpunten", Words.Screens.bottlenecks, .bottlenecks(counts: false)),
        ("knelpunten-telling", Words.Screens.bottleneckCounts, .bottlenecks(counts: true)),
        ("alternatieven", Words.Screens.alternatives, .alternatives(counts: false)),
        ("alternatieven-telling", Words.Screens.alternativeCounts, .alternatives(counts: true)),
        ("normen", Words.Screens.norms, .norms), ("taken", Words.Screens.tasks, .tasks),
    ]

    var remote: Markup {
        .fragment([
            section("scherm", Words.screen[language]) {
                Markup.element("p") { Words.shows(SessionStrings.name(of: state.screen)[language])[language] }
                paging
                Markup.element("div", ["class": "mp-zaal-knoppen"]) {
                    if state.screen == .black {
                        forms.button(Words.screenBack, "beeld-terug", place: "scherm", isPrimary: true)
                    } else {
                        screenButton(("zwart", Words.Screens.black, .black))
                    }
                }
                Markup.element("div", ["class": "mp-zaal-knoppen"]) { Self.screens.map(screenButton) }
                Markup.element("p") {
                    Markup.element(
                        "a", ["href": .text("/s/\(code)/scherm"), "target": "_blank", "rel": "noopener"]
                    ) { Words.openScreen[language] }
                }
                note(Words.blankKey[language])
            },
            section("verbinding-vak", Words.connection[language]) {
                Markup.element("p") { "\(SessionPage.seated(state.seated, language)). \(listening)" }
                Markup.element("p") {
                    Words.joinAt[language] + " "
                    Markup.element("strong") { join.text }
                }
                if join.isThisComputerOnly {
                    note(SessionStrings.Screen.onlyHere[language])
                }
            },
        ])
    }

    private var join: JoinAddress { JoinAddress(address: address, code: code) }

    private var listening: String { Words.listening(connected)[language] }

    private func screenButton(_ one: ScreenButton) -> Markup {
        forms.button(
            one.name, "scherm", [("beeld", one.value)], place: "scherm",
            isPressed: state.screen == one.screen)
    }

    /// Turning the pages of a long list.
    @MarkupBuilder private var paging: Markup {
        let pages = ScreenPage(
            state: state, code: code, address: address, language: language, findings: findings
        )
        .pageCount
        if pages > 1 {
            let page = min(state.screenPage, pages)
            Markup.element("p") { SessionStrings.Screen.page(page, of: pages)[language] }
            Markup.element("div", ["class": "mp-zaal-knoppen"]) {
                if page > 1 {
                    forms.button(
                        Words.previousPage, "bladzijde", [("nummer", "\(page - 1)")], place: "scherm")
                }
                if page < pages {
                    forms.button(Words.nextPage, "bladzijde", [("nummer", "\(page + 1)")], place: "scherm")
                }
            }
        }
    }
}

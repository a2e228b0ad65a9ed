import Bilingual
import HousingMarket
import WorkingGroup

/// One link of the chain with its lines, from the top to the end.
struct ChainRow {
    /// What it is: target, lever, choice, model, residents.
    let label: String
    /// What is said of it; what is missing stands among the lines.
    let lines: [String]
    /// Whether nothing is known of it.
    var isMissing = false
}

extension ChainWords {
    /// The links above the tasks. Each is there for every ambition: where nothing is known it says so.
    func rows(_ link: ActionChain.Link, figures: LocalFigures? = nil) -> [ChainRow] {
        [targets(link, figures), levers(link), choices(link)] + model(link)
    }

    private func row(_ label: String, _ lines: [String], or missing: [ActionChain.Gap]) -> ChainRow {
        let gaps = missing.map { $0.text[language] }
        return ChainRow(label: label, lines: lines + gaps, isMissing: lines.isEmpty)
    }

    private func targets(_ link: ActionChain.Link, _ figures: LocalFigures?) -> ChainRow {
        row(
            say("Doel hier", "Local target"),
            link.goals.map { goal in
                let target = goal.target
                return [
                    "\(target.number). \(target.text) (\(target.year)).", measure(target),
                    newer(target, figures),
                ].compactMap(\.self).joined(separator: " ")
            },
            or: link.gaps.filter {
                switch $0 {
                case .noTarget, .noMeasure, .noFigure: true
                default: false
                }
            })
    }

    private func levers(_ link: ActionChain.Link) -> ChainRow {
        let label = say("Maatregel op een plek", "Lever on a place")
        guard !link.goals.isEmpty else {
            return ChainRow(
                label: label, lines: [say("Nog geen: er is geen doel.", "None yet: there is no target.")],
                isMissing: true)
        }
        return row(
            label, link.goals.flatMap(\.levers).map(lever),
            or: link.gaps.filter {
                switch $0 {
                case .noLever, .noEstate, .noAlternative: true
                default: false
                }
            })
    }

    private func choices(_ link: ActionChain.Link) -> ChainRow {
        ChainRow(
            label: say("Wat de groep koos", "What the group chose"),
            lines: link.choices.isEmpty
                ? [
                    say(
                        "Niet bekend: de maatregelen horen bij geen alternatief waaruit de groep koos.",
                        "Not known: the levers belong to no alternative that the group chose from.")
                ] : link.choices.map(choice), isMissing: link.choices.isEmpty)
    }

    /// The areas, and right under them who lives there now.
    private func model(_ link: ActionChain.Link) -> [ChainRow] {
        let area = say("Wat het model zegt: gebied", "What the model says: areas")
        let people = say("Wie er nu wonen", "Who live there now")
        let run = link.choices.filter { !$0.runs.isEmpty }
        let gaps = link.choices.filter(\.runs.isEmpty).map {
            ActionChain.Gap.noRun(alternative: $0.alternative.name).text[language]
        }
        guard !run.isEmpty else {
            let why =
                gaps.isEmpty
                ? [
                    say(
                        "Niet doorgerekend: er hangt geen alternatief aan.",
                        "Not simulated: no alternative hangs on it.")
                ] : gaps
            return [
                ChainRow(label: area, lines: why, isMissing: true),
                ChainRow(
                    label: people,
                    lines: [
                        say(
                            "Niet bekend wat dit voor hen betekent: vraag het hun, en reken het door.",
                            "Not known what it means for them: ask them, and simulate it.")
                    ], isMissing: true),
            ]
        }
        func text(_ one: ActionChain.Choice, _ body: (ActionRun) -> String) -> [String] {
            one.runs.suffix(1).map { "\(one.alternative.name): \(body($0))" }
        }
        let sources = run.flatMap(\.runs).suffix(1).map(source)
        return [
            ChainRow(label: area, lines: run.flatMap { text($0, self.area) } + gaps + sources),
            ChainRow(
                label: people, lines: run.flatMap { text($0, residents) } + [residentsSource]),
        ]
    }

    /// What the cards say of the levers: who decides, on what ground, how fast, what to mind, and dated norms.
    func card(_ kind: LeverKind) -> [String] {
        let card = kind.card
        var lines = [
            say("Beslist: ", "Decides: ") + card.decider[language],
            say("Grondslag: ", "Legal basis: ") + card.legalBasis[language],
            say("Hoe snel: ", "How fast: ") + card.leadTime[language],
            say("Let op: ", "Mind: ") + card.sideEffectNote[language].withoutStop,
        ]
        if let risk = card.distinction {
            lines.append(say("Gelijke behandeling: ", "Equal treatment: ") + risk[language].withoutStop)
        }
        return lines + LeverNorms.lines(kind, language)
    }
}

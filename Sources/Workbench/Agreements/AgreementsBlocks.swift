import Bilingual
import Figures
import WorkingGroup

/// The chain of one session as parts of a page: to read, or with forms to keep it up.
struct AgreementsBlocks {
    let source: VerslagSource
    let language: Language
    var figures: LocalFigures?
    /// The forms of the chair; `nil` for who only reads.
    var forms: ChairForms?
    /// The level of the titles of ambitions.
    var level = 2
    private var words: ChainWords { ChainWords(language: language) }
    private typealias Texts = Strings.Agreements
    private var chain: ActionChain { source.chainNow }
    private var taskForms: TaskForms? { forms.map { TaskForms(state: source.now, forms: $0) } }

    /// All parts, in order.
    var markup: Markup {
        let chain = chain
        return .fragment([
            chain.isEmpty ? .element("p") { Texts.nothing[language] } : .empty,
            .fragment(chain.links.map(link)), loose(chain), chain.isEmpty ? .empty : dissent(chain),
        ])
    }

    private func title(_ text: String, id: String, below: Int = 0) -> Markup {
        .element(level + below == 2 ? "h2" : level + below == 3 ? "h3" : "h4", ["id": .text(id)]) { text }
    }

    private func section(_ id: String, _ title: String, @MarkupBuilder _ content: () -> Markup) -> Markup {
        let id = "\(id)-\(source.code)"
        return .element(
            "section",
            [
                "class": "mp-card mp-keten", "id": .text(id), "aria-labelledby": .text("\(id)-kop"),
                "tabindex": -1,
            ]
        ) {
            self.title(title, id: "\(id)-kop")
            content()
        }
    }

    private func link(_ link: ActionChain.Link) -> Markup {
        let number = link.ambition.number
        let id = "ambitie-\(number)"
        return section(id, "\(Texts.ambitionWord[language]) \(number): \(link.ambition.text)") {
            Markup.element("dl", ["class": "mp-schakels"]) {
                words.rows(link, figures: figures).map { row in
                    Markup.fragment([
                        .element("dt") { row.label },
                        .element("dd", ["class": row.isMissing ? "mp-missing" : .absent]) {
                            row.lines.map { line in Markup.element("p") { line } }
                        },
                    ])
                }
            }
            title(Texts.tasks[language], id: "\(id)-taken-\(source.code)", below: 1)
            tasks(link.tasks, place: "\(id)-\(source.code)")
            taskGaps(link)
            new(ambition: number, isFull: isFull(link), place: "\(id)-\(source.code)")
        }
    }

    private func isFull(_ link: ActionChain.Link) -> Bool {
        link.tasks.count { $0.status != .dropped } >= SessionState.mostTasks
    }

    /// What the tasks themselves lack.
    @MarkupBuilder private func taskGaps(_ link: ActionChain.Link) -> Markup {
        let gaps = link.gaps.filter {
            switch $0 {
            case .noTask, .noPlace, .noDay: true
            default: false
            }
        }
        if !gaps.isEmpty {
            Markup.element("p", ["class": "mp-note"]) {
                Texts.missing[language] + ": " + gaps.map { $0.text[language] }.joined(separator: " ")
            }
        }
    }

    @MarkupBuilder private func new(ambition: Int?, isFull: Bool, place: String) -> Markup {
        if let forms, let taskForms {
            let id = "taak-nieuw-\(ambition ?? 0)"
            if isFull {
                Markup.element("p", ["class": "mp-note"]) { Texts.full[language] }
            } else {
                forms.folded(
                    Texts.newTask, about: ambition.map { "\(Texts.ambitionWord[language]) \($0)" }, id: id,
                    taskForms.new(id, ambition: ambition, place: place))
            }
        }
    }

    private func tasks(_ tasks: [AgreedTask], place: String) -> Markup {
        .element("ul", ["class": "mp-taken"]) { tasks.map { task($0, place: place) } }
    }

    private func task(_ task: AgreedTask, place: String) -> Markup {
        .element("li", ["id": .text("taak-\(source.code)-\(task.number)")]) {
            Markup.element("p", ["class": "mp-taak"]) {
                Markup.element("strong") { "\(task.number). \(task.text)" }
            }
            Markup.element("p") { "\(task.actor.capitalisedFirst) · \(words.whereAndWhen(task))" }
            Markup.element("p", ["class": .text("mp-stand mp-stand-\(task.status.rawValue)")]) {
                words.status(task).capitalisedFirst
            }
            if let first = source.now.tasks.first(where: { $0.number == task.waitsFor }) {
                Markup.element("p", ["class": "mp-note"]) {
                    "\(Texts.waits[language]): \(words.brief(first)), \(words.status(first))"
                }
            }
            if let forms, let taskForms {
                Markup.element("div", ["class": "mp-zaal-acties"]) {
                    forms.folded(
                        Texts.stand, about: "\(task.number)", id: "stand-\(task.number)",
                        taskForms.stand(task, place: place))
                    forms.folded(
                        Texts.change, about: "\(task.number)", id: "taak-\(task.number)",
                        taskForms.change(task, place: place))
                }
            }
        }
    }

    @MarkupBuilder private func loose(_ chain: ActionChain) -> Markup {
        if !chain.loose.isEmpty || forms != nil {
            section("los", Texts.loose[language]) {
                tasks(chain.loose, place: "los-\(source.code)")
                new(ambition: nil, isFull: false, place: "los-\(source.code)")
            }
        }
    }

    private func dissent(_ chain: ActionChain) -> Markup {
        let voices = chain.dissent + chain.objections
        return section("tegen", Texts.dissent[language]) {
            if voices.isEmpty {
                Markup.element("p", ["class": "mp-note"]) { Texts.dissentNone[language] }
            } else {
                Markup.element("p", ["class": "mp-note"]) { Texts.dissentWhy[language] }
                Markup.element("ul") { voices.map { text in Markup.element("li") { text } } }
            }
        }
    }

    /// What was kept up since closing, each with a button that takes it back.
    var since: Markup {
        section("sinds", Texts.since[language]) {
            if source.since.isEmpty {
                Markup.element("p", ["class": "mp-note"]) { Texts.sinceNone[language] }
            } else {
                Markup.element("ol", ["class": "mp-zaal-lijst"]) { source.since.reversed().map(change) }
            }
        }
    }

    private func change(_ change: LaterChange) -> Markup {
        let name = SessionStrings.name(of: change.entry.event, in: source.now)[language]
        let moment =
            MomentText.day(change.entry.time, language) + ", " + MomentText.clock(change.entry.time)
        return .element("li") {
            Markup.element("div", ["class": "mp-zaal-rij"]) {
                Markup.element("span") {
                    "\(moment): \(name)" + (change.isUndone ? " (\(Texts.undone[language]))" : "")
                }
                if let forms, !change.isUndone {
                    forms.button(
                        Texts.undo, "terug", [("nummer", "\(change.number)")], about: name,
                        place: "sinds-\(source.code)")
                }
            }
        }
    }
}

import Bilingual
import WorkingGroup

/// From ambition to everyday practice: norms, what was learned, who does what, what stays open.
extension VerslagWriter {
    /// What the group brought up besides statements.
    var contributionsPart: Verslag.Part {
        let kinds: [(WorkingGroup.Register, String)] = [
            (.motivation, say("Motieven van gemeenten", "Motivations of municipalities")),
            (.development, say("Ontwikkelingen", "Developments")),
            (.practiceCase, say("Gevallen uit de praktijk", "Cases from practice")),
        ]
        let blocks = kinds.flatMap { kind, title -> [Verslag.Block] in
            let texts = notes(kind)
            return texts.isEmpty ? [] : [.heading(title), .list(texts)]
        }
        return Verslag.Part(
            "inbreng", say("Motieven, ontwikkelingen en praktijk", "Motivations, developments and practice"),
            or: say(
                "De groep legde geen motieven, ontwikkelingen of praktijkgevallen vast.",
                "The group recorded no motivations, developments or cases from practice."), blocks)
    }

    var normsPart: Verslag.Part {
        var blocks: [Verslag.Block] = []
        if !findings.norms.isEmpty {
            blocks = [
                .text(
                    say(
                        "Het beleid noemt grenzen zonder getal. Hier staat waar de groep ze legt: het midden, en waartussen de middelste helft van de mensen ligt.",
                        "The policy names limits without a number. Here stands where the group puts them: the middle, and between which values the middle half of people lies."
                    )),
                .table(
                    .init(
                        caption: say("Waar de groep de grenzen legt", "Where the group puts the limits"),
                        columns: [
                            (say("Grens", "Limit"), 40), (say("Midden", "Middle"), 20),
                            (say("Middelste helft", "Middle half"), 25), (say("Mensen", "People"), 15),
                        ],
                        rows: findings.norms.map { norm, spread in
                            [.text(title(ofNorm: norm))] + cells(spread)
                        })), .note(smallCellNote),
            ]
        }
        return Verslag.Part(
            "grenzen", say("Waar legt de groep de grens?", "Where does the group draw the line?"),
            or: say("De groep legde geen grenzen vast.", "The group set no limits."), blocks)
    }

    private func cells(_ spread: Spread) -> [Verslag.Cell] {
        guard let middle = spread.median, let low = spread.lowerQuartile, let high = spread.upperQuartile
        else { return [.missing(notShown), .missing(notShown), .missing(notShown)] }
        return [
            .number(plain(middle)), .number(plain(low) + say(" tot ", " to ") + plain(high)),
            .number("\(spread.people)"),
        ]
    }

    var knowledgePart: Verslag.Part {
        let rows: [[Verslag.Cell]] = findings.knowledge.map { gain in
            let item = state.pollItems[gain.item - 1]
            let unit = item.unit.isEmpty ? "" : " (\(item.unit))"
            func middle(_ spread: Spread) -> Verslag.Cell {
                spread.median.map { .number("\(plain($0)) (n = \(spread.people))") } ?? .missing(notShown)
            }
            func count(_ value: Int?) -> Verslag.Cell { value.map { .number("\($0)") } ?? .missing(notShown) }
            return [
                .text(item.text + unit),
                item.truth.map { .number(plain($0)) }
                    ?? .missing(say("geen of niet bekend", "none or not known")),
                middle(gain.before), middle(gain.after), count(gain.nearer), count(gain.farther),
                .text(item.source),
            ]
        }
        let blocks: [Verslag.Block] =
            rows.isEmpty
            ? []
            : [
                .table(
                    .init(
                        caption: say(
                            "Kennisvragen aan het begin en aan het eind",
                            "Knowledge questions at the start and at the end"),
                        columns: [
                            (say("Vraag", "Question"), 30), (say("Antwoord", "Answer"), 14),
                            (say("Midden vooraf", "Middle before"), 12),
                            (say("Midden achteraf", "Middle after"), 12),
                            (say("Dichterbij", "Nearer"), 10), (say("Verder weg", "Farther"), 10),
                            (say("Bron", "Source"), 12),
                        ], rows: rows)), .note(smallCellNote),
            ]
        return Verslag.Part(
            "kennis", say("Wat heeft de groep geleerd?", "What did the group learn?"),
            or: say("Er zijn geen kennisvragen gesteld.", "No knowledge questions were asked."), blocks)
    }

    // MARK: Who does what

    /// What the outcome means for each party: its tasks, and the bottlenecks that it can remove.
    var practicePart: Verslag.Part {
        var actors: [(name: String, tasks: [AgreedTask], bottlenecks: [Bottleneck])] = []
        func place(_ name: String) -> Int {
            let key = name.lowercased()
            if let found = actors.firstIndex(where: { $0.name.lowercased() == key }) { return found }
            actors.append((name, [], []))
            return actors.count - 1
        }
        for task in state.tasks {
            for name in ActorNames.list(task.actor) { actors[place(name)].tasks.append(task) }
        }
        for one in state.bottlenecks {
            for name in ActorNames.list(one.remover) { actors[place(name)].bottlenecks.append(one) }
        }
        let picked = Set(findings.bottlenecks?.proportional.first ?? [])
        let blocks = actors.sorted { $0.name.lowercased() < $1.name.lowercased() }.flatMap {
            actor -> [Verslag.Block] in
            let tasks = actor.tasks.map { say("Taak: ", "Task: ") + taskLine($0) }
            let removable = actor.bottlenecks.map { one in
                say("Kan weghalen: ", "Can remove: ") + one.text.asSentence
                    + (picked.contains(one.number)
                        ? say(" Door de groep gekozen.", " Picked by the group.") : "")
            }
            return [.heading(actor.name.capitalisedFirst), .list(tasks + removable)]
        }
        return Verslag.Part(
            "praktijk", say("Wat betekent dit voor wie?", "What does this mean for whom?"),
            or: say(
                "Er zijn geen taken of knelpunten aan een partij gekoppeld.",
                "No tasks or bottlenecks were linked to a party."), blocks)
    }

    /// A task in one line: what, where and when.
    func taskLine(_ task: AgreedTask) -> String {
        let place = task.place.isEmpty ? "" : say(" Waar: \(task.place).", " Where: \(task.place).")
        let when = task.when(language)
        let date =
            when.isEmpty
            ? say(" Nog geen datum.", " No date yet.") : say(" Wanneer: \(when).", " When: \(when).")
        return task.text.asSentence + place + date + statusText(task)
    }

    /// How a task stands, where it is not simply agreed.
    func statusText(_ task: AgreedTask) -> String {
        guard task.status != .agreed else { return "" }
        let reason = task.reason.isEmpty ? "" : ": \(task.reason.withoutStop)"
        return say(" Stand: ", " Status: ") + task.status.name[language] + reason + "."
    }

    var dissentPart: Verslag.Part {
        let kinds: [(WorkingGroup.Register, String)] = [
            (.dissent, say("Afwijkende meningen", "Dissenting opinions")),
            (.objection, say("Bezwaren tegen de gang van zaken", "Objections to the proceedings")),
        ]
        let blocks = kinds.flatMap { kind, title -> [Verslag.Block] in
            let texts = notes(kind)
            return texts.isEmpty ? [] : [.heading(title)] + texts.map { .quote($0) }
        }
        return Verslag.Part(
            "afwijkend", say("Wie het er niet mee eens is", "Those who do not agree"),
            or: say(
                "Er zijn geen afwijkende meningen of bezwaren opgeschreven. Dat wil niet zeggen dat iedereen het eens was.",
                "No dissent or objections were written down. That does not mean that everybody agreed."),
            blocks)
    }

    var questionsPart: Verslag.Part {
        let blocks: [Verslag.Block] =
            state.questions.isEmpty
            ? []
            : [
                .table(
                    .init(
                        caption: say("Vragen van de groep", "Questions of the group"),
                        columns: [
                            (say("Vraag", "Question"), 40), (say("Stand", "Status"), 18),
                            (say("Wie gaat verder", "Who goes on"), 17), (say("Antwoord", "Answer"), 25),
                        ],
                        rows: state.questions.map { one in
                            [
                                .text("\(one.number). \(one.text)"), .text(one.status.name[language]),
                                one.owner.isEmpty
                                    ? .missing(say("nog niemand", "nobody yet")) : .text(one.owner),
                                one.answer.isEmpty
                                    ? .missing(say("nog geen", "none yet")) : .text(one.answer),
                            ]
                        }))
            ]
        return Verslag.Part(
            "vragen", say("Vragen", "Questions"),
            or: say("De groep stelde geen vragen.", "The group raised no questions."), blocks)
    }

    var openQuestions: [WorkingGroup.Question] { state.questions.filter { $0.status == .open } }

    /// What, who, where, when.
    func taskTable(_ tasks: [AgreedTask]) -> Verslag.Table {
        func cell(_ text: String) -> Verslag.Cell {
            text.isEmpty ? .missing(say("niet afgesproken", "not agreed")) : .text(text)
        }
        return Verslag.Table(
            caption: say("Wie doet wat, waar en wanneer", "Who does what, where and when"),
            columns: [
                (say("Wat", "What"), 42), (say("Wie", "Who"), 20), (say("Waar", "Where"), 20),
                (say("Wanneer", "When"), 18),
            ],
            rows: tasks.map {
                [
                    .text("\($0.number). \($0.text)"), cell($0.actor), cell($0.place),
                    cell($0.when(language)),
                ]
            })
    }
}

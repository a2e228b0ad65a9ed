import Bilingual
import Figures
import HousingMarket
import Perspectives
import WorkingGroup

/// Bottlenecks and alternatives: what was found pressing, what would be taken, and what other rules make of it.
extension VerslagWriter {
    /// Numbers of one list in words, with the lists that a rule cannot tell apart.
    private func lists(_ lists: [[Int]]) -> String {
        guard let first = lists.first else { return say("niet berekend", "not computed") }
        let text = first.isEmpty ? say("niets", "nothing") : listed(first.map(String.init))
        guard lists.count > 1 else { return text }
        return say(
            "\(text) (gelijkspel: nog \(lists.count - 1) lijst(en) even goed)",
            "\(text) (tie: \(lists.count - 1) more list(s) as good)")
    }

    var bottlenecksPart: Verslag.Part {
        let title = say("Knelpunten", "Bottlenecks")
        guard !state.bottlenecks.isEmpty else {
            return Verslag.Part(
                "knelpunten", title,
                or: say("De groep noemde geen knelpunten.", "The group named no bottlenecks."),
                [])
        }
        let choice = findings.bottlenecks
        let picked = Set(choice?.proportional.first ?? [])
        let table = Verslag.Table(
            caption: say(
                "Alle knelpunten, in de volgorde waarin ze genoemd werden",
                "All bottlenecks, in the order in which they were named"),
            columns: [
                (say("Knelpunt", "Bottleneck"), 38), (say("Soort", "Kind"), 13),
                (say("Wie kan het weghalen", "Who can remove it"), 16), (say("Maatregel", "Measure"), 15),
                (say("Vinden het dringend", "Find it pressing"), 10), (say("Gekozen", "Picked"), 8),
            ],
            rows: state.bottlenecks.enumerated().map { place, one in
                [
                    .text("\(one.number). \(one.text)"), .text(one.type.name[language]),
                    one.remover.isEmpty
                        ? .missing(say("niet genoemd", "not named")) : .text(one.remover),
                    one.lever.map { .text(lever($0)) } ?? .missing("–"),
                    choice?.approvals.map {
                        .number(
                            say(
                                "\($0[place]) van \(choice?.people ?? 0)",
                                "\($0[place]) of \(choice?.people ?? 0)"))
                    } ?? .missing(notShown),
                    .text(picked.contains(one.number) ? say("ja", "yes") : say("nee", "no")),
                ]
            })
        return Verslag.Part(id: "knelpunten", title: title, blocks: [.table(table)] + rules(choice))
    }

    private func rules(_ choice: BottleneckChoice?) -> [Verslag.Block] {
        guard let choice else {
            return [
                .text(
                    say(
                        "Niemand gaf aan welke knelpunten het dringendst zijn; er is dus niets gekozen.",
                        "Nobody said which bottlenecks are most pressing; so nothing was picked."))
            ]
        }
        guard choice.approvals != nil else {
            return [
                .text(
                    say(
                        "Minder dan \(SmallCells.least) mensen kozen. Wat zij kozen, is niet getoond.",
                        "Fewer than \(SmallCells.least) people chose. What they chose is not shown."))
            ]
        }
        var blocks: [Verslag.Block] = [
            .text(
                say(
                    "Regel: kies \(BottleneckChoice.seats) knelpunten zo dat elke kijk op de zaak meetelt, ook die van een kleinere groep (Thiele). Met deze lijst heeft \(choice.served ?? 0) van de \(choice.people) mensen ten minste één eigen punt erbij.",
                    "Rule: pick \(BottleneckChoice.seats) bottlenecks so that every view counts, also that of a smaller group (Thiele). With this list \(choice.served ?? 0) of \(choice.people) people have at least one of their own."
                )),
            .table(
                .init(
                    caption: say("Wat drie regels kiezen", "What three rules pick"),
                    columns: [(say("Regel", "Rule"), 60), (say("Kiest knelpunt", "Picks bottleneck"), 40)],
                    rows: [
                        [
                            .text(say("Elke kijk telt mee (Thiele)", "Every view counts (Thiele)")),
                            .text(lists(choice.proportional)),
                        ],
                        [
                            .text(say("Meeste stemmen", "Most approvals")),
                            .text(lists(choice.mostApproved)),
                        ],
                        [
                            .text(
                                say(
                                    "Ieder een gelijk deel (equal shares)",
                                    "An equal share for each (equal shares)")),
                            .text(lists(choice.equalShares)),
                        ],
                    ])),
        ]
        blocks.append(
            .text(
                choice.rulesDiffer
                    ? say(
                        "De regels kiezen niet hetzelfde. Wat gekozen wordt, hangt dus af van de regel.",
                        "The rules do not pick the same. What is picked depends on the rule.")
                    : say("De drie regels kiezen hetzelfde.", "The three rules pick the same.")))
        return blocks
    }

    // MARK: Alternatives

    var alternativesPart: Verslag.Part {
        let title = say("Alternatieven", "Alternatives")
        guard let choice = findings.alternatives else {
            return Verslag.Part(
                "alternatieven", title,
                or: say("De groep schetste geen alternatieven.", "The group sketched no alternatives."), [])
        }
        var blocks: [Verslag.Block] = [
            .text(
                state.budget.map {
                    say(
                        "Het budget van de oefening: \(millions($0)).",
                        "The budget of the exercise: \(millions($0)).")
                }
                    ?? say("Er is geen budget gegeven.", "No budget was given.")),
            .table(alternativeTable(choice)),
            .note(
                say(
                    "De marge zegt: met andere mensen van dezelfde soort zou het aantal in 95 van de 100 keer daarbinnen liggen. Er is geen winnaar: dit is een oefening, geen besluit.",
                    "The margin says: with other people of the same kind the count would lie inside it 95 times out of 100. There is no winner: this is an exercise, no decision."
                )),
        ]
        if !choice.withoutPrice.isEmpty {
            blocks.append(
                .note(
                    say(
                        "Van \(listed(choice.withoutPrice.map(alternative))) is de prijs niet bekend; die telde in de oefening als 0.",
                        "The price of \(listed(choice.withoutPrice.map(alternative))) is not known; in the exercise it counted as 0."
                    )))
        }
        blocks += mostTaken(choice)
        blocks += reasons(choice)
        blocks += bundles(choice)
        blocks += effects
        return Verslag.Part(id: "alternatieven", title: title, blocks: blocks)
    }

    /// An alternative by its number, as its name.
    func alternative(_ number: Int) -> String {
        state.alternatives.indices.contains(number - 1) ? state.alternatives[number - 1].name : "\(number)"
    }

    func alternativeTable(_ choice: AlternativeChoices) -> Verslag.Table {
        func cells(_ share: VoteShare?) -> [Verslag.Cell] {
            guard let share else { return [.missing(notShown), .missing(notShown)] }
            return [.number(count(share)), .number(margin(share))]
        }
        let rows: [[Verslag.Cell]] = choice.choices.map { one in
            let known = state.alternatives[one.alternative - 1]
            return [
                .text("\(one.alternative). \(known.name)"),
                known.price == nil ? .missing(millions(nil)) : .number(millions(known.price)),
            ] + cells(one.takers)
        }
        return Verslag.Table(
            caption: say(
                "Wat mensen binnen het budget zouden doen", "What people would do within the budget"),
            columns: [
                (say("Alternatief", "Alternative"), 46), (say("Prijs", "Price"), 18),
                (say("Zouden dit doen", "Would do this"), 18), (say("Marge (95%)", "Margin (95%)"), 18),
            ],
            rows: [
                [.text(say("Niets extra's doen", "Doing nothing more")), .number("€ 0")]
                    + cells(choice.nothing)
            ]
                + rows)
    }

    /// The two that most people would take, each with who loses by it: those who want something else and, by the model, those
    /// who must move. A count, and no advice.
    private func mostTaken(_ choice: AlternativeChoices) -> [Verslag.Block] {
        let counts = choice.choices.compactMap { $0.takers?.count }.filter { $0 > 0 }.sorted(by: >)
        guard let least = counts.prefix(2).last else { return [] }
        let found = choice.choices.filter { ($0.takers?.count ?? 0) >= least }
            .sorted { ($1.takers?.count ?? 0, $0.alternative) < ($0.takers?.count ?? 0, $1.alternative) }
        return [
            .heading(
                say("Het vaakst gekozen, en wie erbij verliest", "Chosen most often, and who loses by it")),
            .note(
                say(
                    "Een telling is geen advies. Wat even vaak gekozen is, staat er allemaal.",
                    "A count is no advice. What was chosen equally often is all here.")),
            .list(
                found.map { one -> [Verslag.Inline] in
                    [
                        .strong("\(one.alternative). \(alternative(one.alternative))"),
                        .text(losing(one, choice)),
                    ]
                }),
        ]
    }

    /// How many would not do it, what those who chose something else said, and who must move.
    private func losing(_ one: AlternativeChoices.Choice, _ choice: AlternativeChoices) -> String {
        var text = ""
        if let takers = one.takers {
            text += say(
                ": \(count(takers)) zouden dit doen, \(takers.of - takers.count) niet.",
                ": \(count(takers)) would do this, \(takers.of - takers.count) would not.")
        }
        let others = Set(choice.choices.flatMap(\.reasons)).subtracting(one.reasons).sorted()
        if !others.isEmpty {
            text +=
                say(" Wie iets anders koos, zei: ", " Those who chose something else said: ")
                + others.prefix(3).map { "‘\($0.withoutStop)’" }.joined(separator: "; ") + "."
        }
        let told = (arm(of: state.alternatives[one.alternative - 1])?.changes ?? []).filter {
            [.forcedMoves, .returns].contains($0.measure)
        }
        return text
            + (told.isEmpty
                ? say(
                    " Wie moet verhuizen, is niet doorgerekend.", " Who must move was not computed.")
                : say(" Volgens het model: ", " By the model: ")
                    + told.map { "\($0.measure.name[language].lowercased()) \(changeText($0))" }
                    .joined(separator: ", ") + ".")
    }

    /// The reasons for each alternative, those that few would take included.
    private func reasons(_ choice: AlternativeChoices) -> [Verslag.Block] {
        var blocks: [Verslag.Block] = [.heading(say("Redenen, zonder namen", "Reasons, without names"))]
        let losers = Set(choice.losers.map(\.alternative))
        for one in choice.choices {
            let minority =
                losers.contains(one.alternative)
                ? say(" (minder dan de helft zou dit doen)", " (fewer than half would do this)") : ""
            blocks.append(.text([.strong("\(one.alternative). \(alternative(one.alternative))\(minority)")]))
            blocks.append(
                one.reasons.isEmpty
                    ? .text(
                        one.takers == nil
                            ? say("Redenen zijn niet getoond.", "Reasons are not shown.")
                            : say("Hier gaf niemand een reden.", "Nobody gave a reason here."))
                    : .list(one.reasons))
        }
        return blocks
    }

    private func bundles(_ choice: AlternativeChoices) -> [Verslag.Block] {
        guard !choice.bundles.isEmpty else {
            return [
                .text(
                    say(
                        "Regels om keuzes op te tellen zijn niet toegepast: dat vraagt een budget, alle prijzen en ten minste \(SmallCells.least) mensen.",
                        "Rules to add up choices were not applied: that takes a budget, all prices and at least \(SmallCells.least) people."
                    ))
            ]
        }
        func name(_ rule: AlternativeChoices.Bundle.Rule) -> String {
            switch rule {
            case .greedy: say("Meeste kiezers per euro eerst", "Most takers for each euro first")
            case .equalShares:
                say("Ieder een gelijk deel van het budget", "An equal share of the budget for each")
            case .maximum: say("Zo veel mogelijk keuzes samen", "As many choices as possible together")
            }
        }
        func text(_ list: [Int]) -> String {
            list.isEmpty ? say("niets", "nothing") : listed(list.map(alternative))
        }
        return [
            .heading(say("Wat drie regels ervan maken", "What three rules make of it")),
            .table(
                .init(
                    caption: say(
                        "Drie manieren om de keuzes op te tellen; geen ervan is ‘de’ uitkomst",
                        "Three ways to add up the choices; none of them is ‘the’ outcome"),
                    columns: [(say("Regel", "Rule"), 45), (say("Pakket", "Package"), 55)],
                    rows: choice.bundles.map { bundle in
                        [
                            .text(name(bundle.rule)),
                            .text(
                                bundle.lists.map(text).joined(
                                    separator: say("; of even goed: ", "; or as good: "))),
                        ]
                    })),
        ]
    }

    /// What the model says of the alternatives that were run, with band and version.
    private var effects: [Verslag.Block] {
        let title = Verslag.Block.heading(say("Wat het model zegt", "What the model says"))
        let found = source.simulated
        let without = state.alternatives.filter { one in
            !found.contains { $0.alternative.number == one.number }
        }
        var blocks: [Verslag.Block] = [title]
        for simulated in found {
            let (one, run, arm) = (simulated.alternative, simulated.run, simulated.arm)
            blocks.append(
                .table(
                    .init(
                        caption: say(
                            "\(one.name): verschil met niets doen in \(run.horizon) (\(run.runs) simulaties, zaadgetal \(run.seed), model \(run.program))",
                            "\(one.name): difference with doing nothing in \(run.horizon) (\(run.runs) runs, seed \(run.seed), model \(run.program))"
                        ),
                        columns: [
                            (say("Maat", "Measure"), 60),
                            (say("Verschil (90% van de simulaties)", "Difference (90% of runs)"), 40),
                        ],
                        rows: arm.changes.map {
                            [.text($0.measure.name[language]), .number(changeText($0))]
                        })))
        }
        if !without.isEmpty {
            blocks.append(
                .text(
                    say(
                        "Niet doorgerekend: \(listed(without.map(\.name))).",
                        "Not run: \(listed(without.map(\.name))).")))
        }
        return blocks
    }

    /// The arm of a run for an alternative, for slides.
    func arm(of one: Alternative) -> VerslagRun.Arm? {
        source.simulated.first { $0.alternative.number == one.number }?.arm
    }
}

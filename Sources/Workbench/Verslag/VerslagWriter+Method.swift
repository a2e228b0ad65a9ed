import Bilingual
import EvidenceRegister
import Neighbourhoods
import Perspectives
import PolicyTheory
import WorkingGroup

/// How it was done, and everything in full: the method note and the annexes.
extension VerslagWriter {
    var methodPart: Verslag.Part {
        var blocks: [Verslag.Block] = [.heading(say("Stemmen", "Votes"))]
        if findings.rounds.isEmpty { blocks.append(.text(say("Er is niet gestemd.", "Nobody voted."))) }
        for round in findings.rounds {
            let people = round.table.participants.count
            let all = people * round.table.statements.count
            blocks.append(
                .text(
                    say(
                        "Ronde \(round.number): \(voters(round)), \(round.table.statements.count) stellingen, \(round.table.voteCount) stemmen; \(all - round.table.voteCount) van de \(all) mogelijke stemmen ontbreken.",
                        "Round \(round.number): \(voters(round)), \(round.table.statements.count) statements, \(round.table.voteCount) votes; \(all - round.table.voteCount) of \(all) possible votes are missing."
                    )))
        }
        blocks += [.heading(say("Rekenregels", "Rules of calculation")), .list(formulas)]
        blocks += [.heading(say("Om na te rekenen", "To compute it again")), .table(traces)]
        blocks.append(
            .note(
                say(
                    "Wie het stembestand heeft (session export --votes), krijgt met ‘mengpaneel opinions’ en hetzelfde zaadgetal dezelfde uitkomst.",
                    "Whoever has the file of votes (session export --votes) gets the same outcome from ‘mengpaneel opinions’ with the same seed."
                )))
        blocks += dataNote
        return Verslag.Part(
            id: "methode", title: say("Methode en gegevens", "Method and data"), blocks: blocks)
    }

    /// Each rule in words, with where it comes from.
    private var formulas: [String] {
        [
            say(
                "Gedeeld: meer dan de helft stemt gelijk, en de ondergrens van het 95%-interval van dat aandeel ligt boven de helft (Wilson 1927). Verdeeld: aan beide kanten staan mensen en geen kant is zeker groter. Onzeker: ‘geen mening’ is het meest gekozen antwoord.",
                "Shared: more than half vote alike, and the lower end of the 95% interval of that share lies above one half (Wilson 1927). Disputed: there are people on both sides and neither is surely larger. Unsure: passing is the most frequent answer."
            ),
            say(
                "Lijn: de richting waarin de stemmen het meest verschillen (hoofdcomponenten; Pearson 1901; Small e.a. 2021), getoetst tegen \(shuffles) keer geschudde stemmen (Horn 1965). Zij wordt getoond als zij boven 95% daarvan ligt.",
                "Line: the direction in which votes differ most (principal components; Pearson 1901; Small et al. 2021), tested against votes shuffled \(shuffles) times (Horn 1965). It is shown where it lies above 95% of those."
            ),
            say(
                "Groepen: k-means in het vlak van twee assen, gekozen op silhouet (Rousseeuw 1987). Zij worden getoond als er ten minste \(OpinionOptions.fewestPeople) mensen stemden, het silhouet boven 95% van de geschudde stemmen ligt, zij zonder één persoon hetzelfde blijven (gecorrigeerde Rand-index ten minste 0,8; Hubert & Arabie 1985) en de kleinste groep ten minste drie mensen heeft.",
                "Groups: k-means in the plane of two axes, chosen by silhouette (Rousseeuw 1987). They are shown where at least \(OpinionOptions.fewestPeople) people voted, the silhouette lies above 95% of shuffled votes, they stay the same without one person (adjusted Rand index at least 0.8; Hubert & Arabie 1985) and the smallest group has at least three people."
            ),
            say(
                "Verandering tussen rondes: dezelfde mensen, exacte tekentoets; interval voor paren (Newcombe 1998).",
                "Change between rounds: the same people, exact sign test; interval for pairs (Newcombe 1998)."
            ),
            say(
                "Knelpunten: evenredige goedkeuringsstem (Thiele 1895): de som van 1 + 1/2 + 1/3 … over gekozen punten die iemand dringend vindt, zo groot mogelijk. Ernaast: meeste stemmen, en gelijke delen (Peters & Skowron 2020).",
                "Bottlenecks: proportional approval voting (Thiele 1895): the sum of 1 + 1/2 + 1/3 … over picked ones that a person finds pressing, as large as possible. Beside it: most approvals, and equal shares (Peters & Skowron 2020)."
            ),
            say(
                "Alternatieven: aantallen met het interval van Wilson; pakketten binnen het budget volgens drie regels, waaronder gelijke delen (Peters, Pierczyński & Skowron 2021).",
                "Alternatives: counts with the interval of Wilson; packages within the budget by three rules, equal shares among them (Peters, Pierczyński & Skowron 2021)."
            ),
            say(
                "Grenzen en kennisvragen: mediaan en kwartielen (type 7; Hyndman & Fan 1996).",
                "Limits and knowledge questions: median and quartiles (type 7; Hyndman & Fan 1996)."),
            say(
                "Van minder dan \(SmallCells.least) mensen wordt niets geteld getoond; valt één soort weg, dan nog een, zodat niets uit het totaal volgt.",
                "Of fewer than \(SmallCells.least) people no count is shown; where one kind is left out another is too, so that nothing follows from the total."
            ),
        ]
    }

    private var shuffles: Int { findings.last?.opinions.options.shuffles ?? OpinionOptions().shuffles }

    /// Versions, seed and checksums.
    private var traces: Verslag.Table {
        var rows: [[Verslag.Cell]] = [
            [.text(say("Programma", "Program")), .text(source.program)],
            [.text(say("Zaadgetal", "Seed")), .text("\(source.seed)")],
            [
                .text(say("Bijeenkomst", "Session")),
                .text(
                    "\(source.code), \(say("\(source.entries.count) gebeurtenissen", "\(source.entries.count) events"))"
                ),
            ],
            [.text(say("SHA-256 van de gebeurtenissen", "SHA-256 of the events")), .text(source.logHash)],
        ]
        for round in findings.rounds {
            rows.append([
                .text(
                    say(
                        "SHA-256 van de stemmen, ronde \(round.number)",
                        "SHA-256 of the votes, round \(round.number)")),
                .text(source.voteHash(round)),
            ])
        }
        if findings.rounds.count > 1, let last = findings.last {
            rows.append([
                .text(say("SHA-256 van ieders laatste stemmen", "SHA-256 of everybody's last votes")),
                .text(source.voteHash(last)),
            ])
        }
        for run in source.runs {
            rows.append([
                .text(say("Simulatie", "Simulation")),
                .text(
                    "\(run.title): \(run.program), \(say("zaadgetal", "seed")) \(run.seed), \(run.runs)×, \(run.horizon)"
                ),
            ])
        }
        return Verslag.Table(
            caption: say("Versies en controlegetallen", "Versions and checksums"),
            columns: [(say("Wat", "What"), 30), (say("Waarde", "Value"), 70)], rows: rows)
    }

    private var dataNote: [Verslag.Block] {
        guard let scene else { return [] }
        let texts = scene.dataset.sources.map { one in
            "\(scene.title(of: one.id)). \(say("Licentie", "Licence")): \(one.licence)."
                + (one.isSynthetic ? " \(Strings.synthetic[language])." : "")
        }
        return [
            .heading(say("Gegevens", "Data")),
            .text(
                say(
                    "Wat als laag inkomen telt: \(scene.lowIncome.name.nl).",
                    "What counts as a low income: \(scene.lowIncome.name.en).")), .list(texts),
        ]
    }

    // MARK: Annexes

    var statementsAnnex: Verslag.Part {
        let rounds = findings.rounds
        let rows: [[Verslag.Cell]] = state.statements.map { one in
            [.text("\(one.number). \(one.text)"), .text(origin(one))]
                + rounds.flatMap { round -> [Verslag.Cell] in
                    guard let summary = round.summary(one.number) else { return [.missing("–")] }
                    guard summary.agree.of >= SmallCells.least else { return [.missing(notShown)] }
                    return [
                        .number("\(summary.agree.count) · \(summary.pass.count) · \(summary.disagree.count)")
                    ]
                }
        }
        let blocks: [Verslag.Block] =
            rows.isEmpty
            ? []
            : [
                .text(
                    say(
                        "Stemmen staan als eens · geen mening · oneens.",
                        "Votes stand as agree · pass · disagree.")),
                .table(
                    .init(
                        caption: say(
                            "Alle stellingen, in de volgorde waarin zij kwamen",
                            "All statements, in the order in which they came"),
                        columns: [
                            (say("Stelling", "Statement"), 56),
                            (say("Herkomst en besluit", "Origin and decision"), 24),
                        ]
                            + rounds.map { (say("Ronde \($0.number)", "Round \($0.number)"), 10) },
                        rows: rows)), .note(smallCellNote),
            ]
        return Verslag.Part(
            "stellingen", say("Alle stellingen", "All statements"),
            or: say("Er waren geen stellingen.", "There were no statements."), blocks)
    }

    private func origin(_ one: Statement) -> String {
        let from =
            switch one.source {
            case .prepared:
                say("vooraf", "prepared")
                    + (SeedStatement.of(one.text).map { ", " + SessionStrings.leaning($0)[language] } ?? "")
            case .introduction(let number): say("inleiding \(number)", "introduction \(number)")
            case .participant: say("uit de zaal", "from the room")
            }
        if let merge = one.merge, merge.isAccepted {
            return from + say("; samengevoegd met \(merge.into)", "; taken together with \(merge.into)")
        }
        switch one.moderation {
        case .accepted: return from
        case .unseen: return from + say("; niet voorgelegd", "; not put to the vote")
        case .rejected: return from + say("; afgewezen: \(one.reason)", "; rejected: \(one.reason)")
        }
    }

    var runSheetAnnex: Verslag.Part {
        let started = StepTimes(source.entries, closed: source.closed)
        let rows: [[Verslag.Cell]] = state.steps.map { step in
            let times = started.times[step.number]
            return [
                .text(step.title), .number("\(step.minutes)"),
                times.map { .number(MomentText.clock($0.began)) }
                    ?? .missing(say("niet gehouden", "not held")),
                times.map { .number("\(Int((Double($0.milliseconds) / 60_000).rounded()))") }
                    ?? .missing("–"),
            ]
        }
        return Verslag.Part(
            "draaiboek", say("Draaiboek", "Run sheet"),
            or: say("Er was geen draaiboek.", "There was no run sheet."),
            rows.isEmpty
                ? []
                : [
                    .table(
                        .init(
                            caption: say("Onderdelen, gepland en werkelijk", "Steps, planned and real"),
                            columns: [
                                (say("Onderdeel", "Step"), 46), (say("Gepland (min)", "Planned (min)"), 18),
                                (say("Begon om", "Began at"), 18), (say("Duurde (min)", "Took (min)"), 18),
                            ], rows: rows))
                ])
    }

    /// The studies that the report speaks of, and the papers behind its formulas.
    var literatureAnnex: Verslag.Part {
        var studies: [Study] = []
        for claim in Claim.allCases {
            let evidence = evidence(claim)
            for side in ClaimEvidence.Side.allCases {
                for case .study(let card) in evidence.shown(side)
                where !studies.contains(where: { $0.id == card.study.id }) {
                    studies.append(card.study)
                }
            }
        }
        let lines = studies.sorted { ($0.shortName(language), $0.id) < ($1.shortName(language), $1.id) }.map(
            reference)
        return Verslag.Part(
            id: "literatuur", title: say("Literatuur", "Literature"),
            blocks: [
                .heading(say("Onderzoek bij de beweringen", "Studies on the claims")),
                .text(
                    say(
                        "Het nummer is dat in het register van onderzoek van het programma.",
                        "The number is that in the program's register of studies.")),
                lines.isEmpty ? .text(say("Geen.", "None.")) : .list(lines),
                .heading(say("Bij de rekenregels", "On the rules of calculation")), .list(Self.methods),
            ])
    }

    private func reference(_ study: Study) -> [Verslag.Inline] {
        let year = study.year.map { " (\($0))" } ?? ""
        let journal = study.journal.isEmpty ? "" : " \(study.journal.asSentence)"
        var line: [Verslag.Inline] = [
            .anchor("bron-\(study.id)"), .strong("\(study.id) "),
            .text("\(study.authors)\(year). \(study.title.asSentence)\(journal)"),
        ]
        if let doi = study.doi {
            line += [.text(" "), .link("doi.org/\(doi)", href: "https://doi.org/\(doi)")]
        }
        return line
    }

    private static let methods = [
        "Horn, J.L. (1965). A rationale and test for the number of factors in factor analysis. Psychometrika 30.",
        "Hubert, L., Arabie, P. (1985). Comparing partitions. Journal of Classification 2.",
        "Hyndman, R.J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50.",
        "Newcombe, R.G. (1998). Improved confidence intervals for the difference between binomial proportions based on paired data. Statistics in Medicine 17.",
        "Pearson, K. (1901). On lines and planes of closest fit to systems of points in space. Philosophical Magazine 2.",
        "Peters, D., Pierczyński, G., Skowron, P. (2021). Proportional participatory budgeting with additive utilities. NeurIPS 34.",
        "Peters, D., Skowron, P. (2020). Proportionality and the limits of welfarism. EC '20.",
        "Rousseeuw, P.J. (1987). Silhouettes: a graphical aid to the interpretation and validation of cluster analysis. Journal of Computational and Applied Mathematics 20.",
        "Small, C. e.a. (2021). Polis: scaling deliberation by mapping high dimensional opinion spaces. Recerca 26.",
        "Thiele, T.N. (1895). Om Flerfoldsvalg. Oversigt over det Kongelige Danske Videnskabernes Selskabs Forhandlinger.",
        "Wilson, E.B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22.",
    ]
}

/// When each step really began and how long it took, from the entries that still stand.
struct StepTimes {
    private(set) var times: [Int: (began: Int64, milliseconds: Int64)] = [:]

    init(_ entries: [SessionEntry], closed: Int64) {
        let undone = Set(
            entries.compactMap { if case .undone(let number) = $0.event { number } else { nil } })
        var running: (step: Int, began: Int64)?
        func finish(_ moment: Int64) {
            guard let one = running else { return }
            let before = times[one.step]
            // In a file of an earlier version the clock may have been put back meanwhile.
            let spent = max(0, moment - one.began)
            times[one.step] = (before?.began ?? one.began, (before?.milliseconds ?? 0) + spent)
        }
        for (place, entry) in entries.enumerated() where !undone.contains(place + 1) {
            guard case .stepStarted(let step) = entry.event else { continue }
            finish(entry.time)
            running = (step, entry.time)
        }
        finish(closed)
    }
}

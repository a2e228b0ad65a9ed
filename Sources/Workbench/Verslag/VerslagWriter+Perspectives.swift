import Bilingual
import Perspectives
import WorkingGroup

/// What the group thinks, statement by statement, and whether people lie on a line or in groups.
extension VerslagWriter {
    /// The statements of a round with one of these readings, that may be told. Shared ones by how many share them, others
    /// by how evenly people are divided; equal ones by number.
    func ranked(_ round: SessionFindings.Round, _ readings: Set<StatementSummary.Reading>)
        -> [StatementSummary]
    {
        func weight(_ one: StatementSummary) -> Double {
            switch one.reading {
            case .sharedAgreement: one.agree.value ?? 0
            case .sharedDisagreement: one.disagree.value ?? 0
            case .unsure: one.pass.value ?? 0
            case .disputed, .leaning, .noVotes: one.division ?? 0
            }
        }
        return round.opinions.statements.filter {
            readings.contains($0.reading) && $0.agree.of >= SmallCells.least
        }
        .sorted { (weight($1), $0.statement) < (weight($0), $1.statement) }
    }

    var perspectivesPart: Verslag.Part {
        guard let round = findings.last else {
            return Verslag.Part(
                "perspectieven", say("Wat vindt deze groep?", "What does this group think?"),
                or: say("Er is niet gestemd.", "Nobody voted."), [])
        }
        var blocks: [Verslag.Block] = [
            .text(
                say(
                    "\(voters(round)) stemden op \(round.opinions.statements.count) stellingen"
                        + (findings.rounds.count > 1
                            ? ". Er waren twee rondes: van ieder telt de laatste stem op elke stelling."
                            : "."),
                    "\(voters(round)) voted on \(round.opinions.statements.count) statements"
                        + (findings.rounds.count > 1
                            ? ". There were two rounds: of everybody the last vote on each statement counts."
                            : "."))),
            .note(
                say(
                    "De aantallen gelden voor deze zaal. Het is geen steekproef van bewoners of van de gemeente.",
                    "The counts hold for this room. They are no sample of residents or of the municipality.")),
        ]
        blocks.append(
            .note(
                say(
                    "In elke balk staat links (donker) eens, in het midden (grijs) geen mening en rechts (okergeel) oneens.",
                    "In each bar agree stands on the left (dark), pass in the middle (grey) and disagree on the right (ochre)."
                )))
        blocks += group(
            round, [.sharedAgreement, .sharedDisagreement],
            say("Waar de groep het over eens is", "What the group agrees on"),
            say(
                "Over geen enkele stelling is de groep het duidelijk eens.",
                "There is no statement that the group clearly agrees on."))
        blocks += group(
            round, [.disputed], say("Waar de groep verdeeld over is", "What divides the group"),
            say("Geen enkele stelling verdeelt de groep.", "No statement divides the group."))
        blocks += group(
            round, [.leaning], say("Wat naar een kant neigt", "What leans to one side"),
            say("Geen enkele stelling neigt naar een kant.", "No statement leans to one side."))
        blocks += group(
            round, [.unsure], say("Waar de groep onzeker over is", "What the group is unsure of"),
            say("Over geen enkele stelling is de groep onzeker.", "The group is unsure of no statement."))
        let hidden = round.opinions.statements.count { $0.agree.of < SmallCells.least && $0.agree.of > 0 }
        if hidden > 0 {
            blocks.append(
                .note(
                    say(
                        "Op \(hidden) stelling(en) stemden minder dan \(SmallCells.least) mensen; die staan hier niet.",
                        "Fewer than \(SmallCells.least) people voted on \(hidden) statement(s); those are not here."
                    )))
        }
        blocks += lineAndGroups(round)
        blocks += changes
        return Verslag.Part(
            id: "perspectieven", title: say("Wat vindt deze groep?", "What does this group think?"),
            blocks: blocks)
    }

    func voters(_ round: SessionFindings.Round) -> String {
        let count = round.table.participants.count
        return count == 1 ? say("1 mens", "1 person") : say("\(count) mensen", "\(count) people")
    }

    private func group(
        _ round: SessionFindings.Round, _ readings: Set<StatementSummary.Reading>, _ title: String,
        _ nothing: String
    ) -> [Verslag.Block] {
        let found = ranked(round, readings)
        guard !found.isEmpty else { return [.heading(title), .text(nothing)] }
        return [.heading(title), .table(table(found, caption: title))]
    }

    /// Statements with their bar and counts.
    func table(_ found: [StatementSummary], caption: String) -> Verslag.Table {
        Verslag.Table(
            caption: caption,
            columns: [
                (say("Stelling", "Statement"), 50), (say("Verdeling", "Division"), 20),
                (say("Eens", "Agree"), 10), (say("Geen mening", "Pass"), 10),
                (say("Oneens", "Disagree"), 10),
            ],
            rows: found.map { one in
                [
                    .text("\(one.statement). \(statement(one.statement))"),
                    .bar([one.agree.count, one.pass.count, one.disagree.count]),
                    .number(count(one.agree)), .number("\(one.pass.count)"),
                    .number("\(one.disagree.count)"),
                ]
            })
    }

    // MARK: Lines and groups

    /// The sentence on groups for a summary: what may be claimed, without the test values.
    func mainDivision(_ round: SessionFindings.Round) -> String {
        guard let claims = round.opinions.claims else { return say("Niet getoetst.", "Not tested.") }
        let groups = round.opinions.chosen.map { round.opinions.groupings[$0].k } ?? 0
        if claims.showsGroups {
            return say(
                "De stemmen vormen \(groups) groepen die de toetsen doorstaan.",
                "The votes form \(groups) groups that pass the tests.")
        }
        if claims.showsLine {
            return say(
                "Er zijn geen losse groepen. Mensen liggen wel op één lijn tussen twee uitersten.",
                "There are no separate groups. People do lie on one line between two ends.")
        }
        return say(
            "Er zijn geen losse groepen aan te tonen, en ook geen lijn tussen twee uitersten.",
            "No separate groups can be shown, and no line between two ends either.")
    }

    private func lineAndGroups(_ round: SessionFindings.Round) -> [Verslag.Block] {
        let words = PerspectiveWords(opinions: round.opinions, language: language)
        var blocks: [Verslag.Block] = [
            .heading(say("Zijn er groepen?", "Are there groups?")), .text(mainDivision(round)),
            .note(words.text.replacing("\n", with: " ")),
        ]
        guard let claims = round.opinions.claims else { return blocks }
        if claims.showsLine { blocks.append(.table(ends(round))) }
        if claims.showsGroups { blocks += groups(round) }
        return blocks
    }

    /// The statements that carry the line most, with the end at which people agree with them.
    private func ends(_ round: SessionFindings.Round) -> Verslag.Table {
        let loadings = round.opinions.space.axes[0]
        let order = loadings.indices.filter { loadings[$0] != 0 }.sorted {
            (abs(loadings[$1]), $0) < (abs(loadings[$0]), $1)
        }
        func side(_ isPositive: Bool) -> [String] {
            order.filter { (loadings[$0] > 0) == isPositive }.prefix(4).map {
                let number = round.table.statements[$0]
                return "\(number). \(statement(number))"
            }
        }
        let (one, other) = (side(true), side(false))
        return Verslag.Table(
            caption: say(
                "De lijn: wie aan het ene uiteinde staat, is het vaker eens met de stellingen links; aan het andere uiteinde met die rechts",
                "The line: those at one end agree more often with the statements on the left; at the other end with those on the right"
            ),
            columns: [
                (say("Het ene uiteinde", "One end"), 50), (say("Het andere uiteinde", "The other end"), 50),
            ],
            rows: (0..<max(one.count, other.count)).map { place in
                [one, other].map { side in
                    side.indices.contains(place) ? .text(side[place]) : .missing("–")
                }
            })
    }

    /// Each group by the statements that tell it apart. A group of fewer than four people has no counts.
    private func groups(_ round: SessionFindings.Round) -> [Verslag.Block] {
        guard let chosen = round.opinions.chosen else { return [] }
        let sizes = round.opinions.groupings[chosen].sizes
        return sizes.indices.flatMap { group -> [Verslag.Block] in
            let isTold = sizes[group] >= SmallCells.least
            let letter = ["A", "B", "C", "D", "E"][min(group, 4)]
            let size = isTold ? say("\(sizes[group]) mensen", "\(sizes[group]) people") : notShown
            return [
                .heading(say("Groep \(letter): \(size)", "Group \(letter): \(size)")),
                .table(
                    .init(
                        caption: say(
                            "Waarin groep \(letter) zich onderscheidt", "What tells group \(letter) apart"),
                        columns: [
                            (say("Stelling", "Statement"), 60), (say("Deze groep", "This group"), 15),
                            (say("Hoeveel", "How many"), 25),
                        ],
                        rows: round.opinions.representative[group].map { one in
                            let number = round.table.statements[one.statement]
                            return [
                                .text("\(number). \(statement(number))"),
                                .text(one.isAgree ? say("eens", "agrees") : say("oneens", "disagrees")),
                                isTold && one.trials >= SmallCells.least
                                    ? .number(
                                        say(
                                            "\(one.successes) van \(one.trials)",
                                            "\(one.successes) of \(one.trials)"))
                                    : .missing(notShown),
                            ]
                        })),
            ]
        }
    }

    // MARK: Change

    private var changes: [Verslag.Block] {
        guard findings.rounds.count > 1 else {
            return [
                .heading(say("Veranderd tijdens de avond?", "Changed during the evening?")),
                .text(
                    say(
                        "Er is één keer gestemd; verandering is niet gemeten.",
                        "There was one round of votes; change was not measured.")),
            ]
        }
        let told = findings.changes.filter { $0.people >= SmallCells.least }
        let moved = told.filter { $0.up + $0.down > 0 }
        var blocks: [Verslag.Block] = [
            .heading(say("Veranderd tijdens de avond?", "Changed during the evening?"))
        ]
        guard !moved.isEmpty else {
            return blocks + [
                .text(
                    say("Niemand stemde de tweede keer anders.", "Nobody voted differently the second time."))
            ]
        }
        blocks.append(
            .table(
                .init(
                    caption: say(
                        "Stellingen waarop mensen van mening veranderden",
                        "Statements on which people changed their mind"),
                    columns: [
                        (say("Stelling", "Statement"), 55), (say("Stemden twee keer", "Voted twice"), 15),
                        (say("Meer eens", "More agree"), 10), (say("Meer oneens", "More disagree"), 10),
                        (say("p", "p"), 10),
                    ],
                    rows: moved.map { one in
                        [
                            .text("\(one.statement). \(statement(one.statement))"), .number("\(one.people)"),
                            .number("\(one.up)"), .number("\(one.down)"),
                            .number(numbers.decimal(one.pValue, decimals: 2)),
                        ]
                    })))
        return blocks + [
            .note(
                say(
                    "p: de kans op zo'n scheve verschuiving als beide kanten even waarschijnlijk zijn.",
                    "p: the chance of so uneven a shift if both sides are as likely."))
        ]
    }
}

import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// The six claims, each with the four answers side by side: local figures, studies, the model and the group. Where they
/// contradict each other it is said, and nothing is weighed.
extension VerslagWriter {
    func finding(_ claim: Claim) -> ClaimFinding? { scene?.findings.first { $0.claim == claim } }

    /// The verdict of the local figures in one word, with its sign.
    func verdict(_ claim: Claim) -> String {
        guard let finding = finding(claim) else { return say("– geen cijfers", "– no figures") }
        return "\(ClaimCard.sign(finding.verdict)) \(finding.verdict.name[language])"
    }

    func evidence(_ claim: Claim) -> ClaimEvidence { ClaimEvidence(for: claim, in: source.register) }

    /// `3 voor, 4 tegen`.
    func studyCounts(_ claim: Claim) -> String {
        let evidence = evidence(claim)
        return say(
            "\(evidence.supporting.count) voor, \(evidence.against.count) tegen of geen effect",
            "\(evidence.supporting.count) for, \(evidence.against.count) against or no effect")
    }

    /// How the group stands on the statements that are linked to a claim, in a few words.
    func groupWords(_ claim: Claim) -> String {
        let linked = findings.statements(on: claim.rawValue, in: state)
        guard !linked.isEmpty else { return say("geen stelling", "no statement") }
        var counts: [StatementSummary.Reading: Int] = [:]
        for one in linked { counts[one.1.reading, default: 0] += 1 }
        return StatementSummary.Reading.allCases.compactMap { reading in
            counts[reading].map { "\($0) \(name(reading))" }
        }.joined(separator: ", ")
    }

    var claimsPart: Verslag.Part {
        var blocks: [Verslag.Block] = [
            .text(
                say(
                    "Het beleid gaat uit van zes beweringen. Het zijn geen feiten. Bij elke bewering staan vier antwoorden naast elkaar: de cijfers van deze gemeente, onderzoek, het model en de groep.",
                    "The policy rests on six claims. They are no facts. With each claim four answers stand side by side: the figures of this municipality, studies, the model and the group."
                )), .table(claimTable),
            .note(IndependentCount.caution[language]),
        ]
        for claim in Claim.allCases { blocks += part(claim) }
        return Verslag.Part(
            id: "beweringen", title: say("De zes beweringen", "The six claims"), blocks: blocks)
    }

    /// All claims in one table.
    var claimTable: Verslag.Table {
        Verslag.Table(
            caption: say("Zes beweringen, vier antwoorden", "Six claims, four answers"),
            columns: [
                (say("Bewering", "Claim"), 28), (say("Cijfers hier", "Figures here"), 18),
                (say("Onderzoek", "Studies"), 22), (say("Model", "Model"), 14),
                (say("Stellingen van de groep", "Statements of the group"), 18),
            ],
            rows: Claim.allCases.map { claim in
                [
                    .link("\(claim.rawValue) \(claim.title[language])", href: "#\(claim.rawValue)"),
                    .text(verdict(claim)), .text(studyCounts(claim)),
                    .text(
                        modelRuns(claim).isEmpty
                            ? say("geen antwoord", "no answer") : say("zie hieronder", "see below")),
                    .text(groupWords(claim)),
                ]
            })
    }

    private func part(_ claim: Claim) -> [Verslag.Block] {
        var blocks: [Verslag.Block] = [
            .heading("\(claim.rawValue) \(claim.title[language])", id: claim.rawValue),
            .quote(claim.text[language]),
        ]
        blocks.append(
            .text([
                .strong(say("Cijfers hier: ", "Figures here: ") + verdict(claim) + ". "),
                .text(
                    finding(claim)?.reason[language]
                        ?? say(
                            "Het project bevat geen gemeente, dus is niets getoetst.",
                            "The project holds no municipality, so nothing was tested.")),
            ]))
        if let finding = finding(claim), !finding.headlines.isEmpty {
            blocks.append(.table(figures(finding)))
            for (place, figure) in (scene?.claimFigures(claim) ?? []).enumerated() {
                blocks.append(
                    .picture(
                        id: "\(claim.rawValue)-\(place + 1)", svg: figure.picture, words: figure.sentence))
            }
        }
        if claim.isCausal { blocks.append(.note(Strings.Claims.causal[language])) }
        blocks += studies(claim)
        blocks.append(model(claim))
        blocks += group(claim)
        let clashes = contradictions(claim)
        blocks.append(
            .text([
                .strong(say("Waar dit botst: ", "Where this clashes: ")),
                .text(
                    clashes.isEmpty
                        ? say(
                            "De antwoorden die er zijn, spreken elkaar niet tegen.",
                            "The answers that are there do not contradict each other.")
                        : clashes.joined(separator: " ")),
            ]))
        return blocks
    }

    private func figures(_ finding: ClaimFinding) -> Verslag.Table {
        Verslag.Table(
            caption: say("Cijfers bij \(finding.claim.rawValue)", "Figures for \(finding.claim.rawValue)"),
            columns: [
                (Strings.Claims.figure[language], 60), (Strings.Claims.value[language], 25),
                (Strings.year[language], 15),
            ],
            rows: finding.headlines.map { figure in
                [
                    .text(figure.label[language]), .number(figure.text(language)),
                    .number(String(figure.year)),
                ]
            })
    }

    // MARK: Studies

    /// Both sides with the same number of places; the empty ones in words.
    private func studies(_ claim: Claim) -> [Verslag.Block] {
        let evidence = evidence(claim)
        var blocks: [Verslag.Block] = [
            .text([.strong(say("Onderzoek: ", "Studies: ")), .text(evidence.summary[language])])
        ]
        let columns = ClaimEvidence.Side.allCases.map { ($0.name[language].capitalisedFirst, 50) }
        let sides = ClaimEvidence.Side.allCases.map { evidence.shown($0) }
        blocks.append(
            .table(
                .init(
                    caption: say(
                        "Onderzoek voor en tegen \(claim.rawValue)",
                        "Studies for and against \(claim.rawValue)"),
                    columns: columns,
                    rows: (0..<evidence.places).map { place in sides.map { cell($0[place]) } })))
        let more = ClaimEvidence.Side.allCases.map { evidence.notShown($0) }
        if more.contains(where: { $0 > 0 }) {
            blocks.append(
                .note(
                    say(
                        "Niet getoond, wel in het register: \(more[0]) voor, \(more[1]) tegen of geen effect.",
                        "Not shown, but in the register: \(more[0]) for, \(more[1]) against or no effect.")))
        }
        return blocks
    }

    private func cell(_ place: EvidencePlace) -> Verslag.Cell {
        switch place {
        case .noneFound(let text): .missing(text[language])
        case .study(let card):
            .link(
                [
                    card.study.shortName(language), card.study.countryNames(language),
                    card.study.design?.name[language], card.stance.name[language],
                ].compactMap(\.self).joined(separator: " · "), href: "#bron-\(card.study.id)")
        }
    }

    // MARK: The model

    /// The runs that say something of a claim: the model knows homes and moves, and so speaks of mixing only.
    func modelRuns(_ claim: Claim) -> [VerslagRun] {
        claim == .mixing ? source.runs.filter { !$0.arms.isEmpty } : []
    }

    private func model(_ claim: Claim) -> Verslag.Block {
        let runs = modelRuns(claim)
        guard !runs.isEmpty else {
            return .text([
                .strong(say("Model: ", "Model: ")),
                .text(
                    claim == .mixing
                        ? say(
                            "In dit project is geen pakket doorgerekend.",
                            "No package was run in this project.")
                        : say(
                            "Het model rekent met woningen en verhuizingen en zegt hier niets over.",
                            "The model works with homes and moves and says nothing about this.")),
            ])
        }
        let sentences = runs.flatMap { run in
            run.arms.map { arm in
                let mixing = arm.changes.first { $0.measure == .mixingNeighbourhood }
                return "\(arm.name) (\(run.horizon)): "
                    + (mixing.map(changeText) ?? say("geen uitkomst", "no outcome"))
            }
        }
        return .text([
            .strong(say("Model: ", "Model: ")),
            .text(
                say(
                    "verschil met niets doen in de scheiding van inkomens tussen buurten (lager is meer menging). ",
                    "difference with doing nothing in the separation of incomes between neighbourhoods (lower is more mixing). "
                ) + sentences.joined(separator: "; ") + "."),
        ])
    }

    /// A change with its band of nine in ten runs.
    func changeText(_ change: VerslagRun.Change) -> String {
        let format = DeskTables.format(change.measure.unit, isSigned: true)
        let ends = [change.band.low, change.band.high].map { format.text($0, language) }
        return "\(format.text(change.band.middle, language)) (\(ends[0])\(say(" tot ", " to "))\(ends[1]))"
    }

    // MARK: The group

    private func group(_ claim: Claim) -> [Verslag.Block] {
        let linked = findings.statements(on: claim.rawValue, in: state)
        guard !linked.isEmpty else {
            return [
                .text([
                    .strong(say("De groep: ", "The group: ")),
                    .text(
                        say(
                            "Er is geen stelling aan deze bewering gekoppeld waarop genoeg mensen stemden.",
                            "No statement with enough votes was linked to this claim.")),
                ])
            ]
        }
        return [
            .text([
                .strong(say("De groep: ", "The group: ")),
                .text(
                    say(
                        "Een stelling kan voor of tegen de bewering geschreven zijn; lees de tekst.",
                        "A statement can be written for or against the claim; read its text.")),
            ]),
            .list(
                linked.map { one, summary in
                    "\(one.number). \(one.text.asSentence) \(counts(summary).capitalisedFirst) (\(name(summary.reading)))."
                }),
        ]
    }

    /// Where the four answers contradict each other, one sentence each.
    func contradictions(_ claim: Claim) -> [String] {
        let evidence = evidence(claim)
        let linked = findings.statements(on: claim.rawValue, in: state)
        var found: [String] = []
        let verdict = finding(claim)?.verdict
        if verdict == .supports, !evidence.against.isEmpty {
            found.append(
                say(
                    "De cijfers hier steunen de bewering, maar \(studies(evidence.against.count)) \(evidence.against.count == 1 ? "spreekt" : "spreken") haar tegen of \(evidence.against.count == 1 ? "vindt" : "vinden") geen effect.",
                    "The figures here support the claim, but \(studies(evidence.against.count)) contradict it or show no effect."
                ))
        }
        if verdict == .contradicts, !evidence.supporting.isEmpty {
            found.append(
                say(
                    "De cijfers hier spreken de bewering tegen, maar \(studies(evidence.supporting.count)) \(evidence.supporting.count == 1 ? "steunt" : "steunen") haar.",
                    "The figures here contradict the claim, but \(studies(evidence.supporting.count)) support it."
                ))
        }
        if !evidence.supporting.isEmpty, !evidence.against.isEmpty {
            found.append(
                say(
                    "Onderzoek staat aan beide kanten.", "Studies stand on both sides."))
        }
        if evidence.supporting.isEmpty, !evidence.against.isEmpty {
            found.append(
                say(
                    "Het onderzoek dat is gevonden, steunt de bewering niet.",
                    "The studies that were found do not support the claim."))
        }
        if verdict == .contradicts {
            found.append(
                say(
                    "De cijfers hier wijzen een andere kant op dan de bewering.",
                    "The figures here point another way than the claim."))
        }
        let disputed = linked.filter { $0.1.reading == .disputed }
        if !disputed.isEmpty {
            found.append(
                say(
                    "De groep is zelf verdeeld over \(statements(disputed.map(\.0.number))).",
                    "The group itself is divided on \(statements(disputed.map(\.0.number)))."))
        }
        let shared = linked.filter { [.sharedAgreement, .sharedDisagreement].contains($0.1.reading) }
        if !shared.isEmpty, verdict == .undecided || verdict == .notTestable || verdict == nil {
            found.append(
                say(
                    "De groep heeft een duidelijke mening over \(statements(shared.map(\.0.number))), maar de cijfers hier beslissen niets.",
                    "The group has a clear opinion on \(statements(shared.map(\.0.number))), but the figures here decide nothing."
                ))
        }
        return found
    }

    private func studies(_ count: Int) -> String {
        count == 1 ? say("1 onderzoek", "1 study") : say("\(count) onderzoeken", "\(count) studies")
    }

    private func statements(_ numbers: [Int]) -> String {
        (numbers.count == 1 ? say("stelling ", "statement ") : say("stellingen ", "statements "))
            + listed(numbers.map(String.init))
    }
}

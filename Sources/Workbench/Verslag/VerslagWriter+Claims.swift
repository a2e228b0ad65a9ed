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
                    .text(Strings.Theory.model(answers(.claim(claim)).model)[language]),
                    .text(groupWords(claim)),
                ]
            })
    }

    /// What the four say of a claim or arrow: the same answers as on the pages, with all that this group said.
    func answers(_ target: TheoryTarget) -> SpineAnswers {
        let voice = GroupVoice(code: source.code, report: state, findings: findings)
        let local: SpineAnswers.Local? =
            switch target {
            case .claim(let claim): finding(claim).map { .init($0) }
            case .edge(let id): scene?.edgeFindings.first { $0.id == id }.map { .init($0) }
            }
        return SpineAnswers(
            target, local: local, register: source.register,
            outcomes: source.runs.flatMap(\.arms).map(\.outcome), voices: [voice])
    }

    private func part(_ claim: Claim) -> [Verslag.Block] {
        let answers = answers(.claim(claim))
        var blocks: [Verslag.Block] = [
            .heading("\(claim.rawValue) \(claim.title[language])", id: claim.rawValue),
            .quote(claim.text[language]),
        ]
        blocks.append(
            .text([
                .strong(say("Cijfers hier: ", "Figures here: ") + verdict(claim) + ". "),
                .text(
                    answers.local?.reason[language]
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
            blocks.append(provenance(finding))
        }
        if claim.isCausal { blocks.append(.note(Strings.Claims.causal[language])) }
        blocks += studies(answers) + model(answers) + group(answers)
        blocks.append(contradictions(answers))
        return blocks
    }

    /// Where the figures come from and which arrows they bear on.
    private func provenance(_ finding: ClaimFinding) -> Verslag.Block {
        let sources = scene?.provenance(of: finding.data).sources.map(\.text) ?? []
        var line: [Verslag.Inline] = [
            .strong(say("Bron: ", "Source: ")), .text(sources.joined(separator: " ") + " "),
            .strong(say("Gaat over: ", "Bears on: ")),
        ]
        for (place, edge) in TheoryGraph.seed.edges(stating: finding.claim).enumerated() {
            if place > 0 { line.append(.text(" · ")) }
            line.append(.link(edge.code, href: "#\(edge.code)"))
        }
        return .text(line)
    }

    // MARK: Arrows

    /// The arrows of the policy theory with what the four say, in the order of the text.
    var arrowsPart: Verslag.Part {
        var blocks: [Verslag.Block] = [
            .text(
                say(
                    "Zo denkt het beleid dat het werkt. Een pijl is een veronderstelling, geen feit. Bij elke pijl staan dezelfde vier antwoorden.",
                    "This is how the policy thinks it works. An arrow is an assumption, not a fact. With each arrow stand the same four answers."
                ))
        ]
        for edge in TheoryGraph.seed.edges {
            let answers = answers(.edge(edge.id))
            blocks.append(.heading("\(edge.code) \(edge.name[language])", id: edge.code))
            blocks.append(.quote(edge.text[language]))
            blocks.append(
                .text([
                    .strong(say("Cijfers hier: ", "Figures here: ")),
                    .text(
                        answers.local.map {
                            "\(ClaimCard.sign($0.verdict)) \($0.verdict.name[language]). \($0.reason[language])"
                        } ?? Strings.Spine.noData[language]),
                ]))
            blocks.append(
                .text([.strong(say("Onderzoek: ", "Studies: ")), .text(answers.evidence.summary[language])]))
            // What a claim says of its runs and statements is not said again under each of its arrows.
            if edge.claim == nil { blocks += model(answers) + group(answers) }
            blocks.append(contradictions(answers))
        }
        return Verslag.Part(id: "pijlen", title: say("De pijlen", "The arrows"), blocks: blocks)
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
    private func studies(_ answers: SpineAnswers) -> [Verslag.Block] {
        let (evidence, name) = (answers.evidence, answers.target.name)
        var blocks: [Verslag.Block] = [
            .text([.strong(say("Onderzoek: ", "Studies: ")), .text(evidence.summary[language])])
        ]
        blocks += answers.pooled.map { one -> Verslag.Block in
            .text([.strong(Strings.Evidence.pooled[language] + ": "), .text(one.text(language))])
        }
        if answers.pooled.isEmpty { blocks.append(.note(Strings.Evidence.noPooled[language])) }
        let columns = ClaimEvidence.Side.allCases.map { ($0.name[language].capitalisedFirst, 50) }
        let sides = ClaimEvidence.Side.allCases.map { evidence.shown($0) }
        blocks.append(
            .table(
                .init(
                    caption: say(
                        "Onderzoek voor en tegen \(name)", "Studies for and against \(name)"),
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

    private func model(_ answers: SpineAnswers) -> [Verslag.Block] {
        let lead = Verslag.Inline.strong(say("Model: ", "Model: "))
        switch answers.model {
        case .notComputed: return [.text([lead, .text(Strings.Spine.notInModel[language])])]
        case .noRuns:
            return [
                .text([
                    lead,
                    .text(
                        say(
                            "In dit project is geen pakket doorgerekend.",
                            "No package was run in this project.")),
                ])
            ]
        case .outcomes(let measures, let isEnd):
            let words = Strings.Spine.self
            return [
                .text([
                    lead,
                    .text(words.modelLead[language] + (isEnd ? "" : " " + words.onlyTheStart[language])),
                ]),
                .table(
                    .init(
                        caption: say(
                            "Wat pakketten in het model veranderen (\(answers.target.name))",
                            "What packages change in the model (\(answers.target.name))"),
                        columns: [
                            (say("Pakket", "Package"), 30), (words.outcome[language], 34),
                            (words.difference[language], 16), (words.range[language], 20),
                        ],
                        rows: answers.outcomes.flatMap { outcome in
                            SpineAnswers.rows(of: outcome, measures).map { row in
                                [
                                    .text(outcome.title[language]), .text(row.name[language]),
                                    .number(row.middle(language)), .number(row.range(language)),
                                ]
                            }
                        })),
            ]
        }
    }

    /// A change with its band of nine in ten runs.
    func changeText(_ change: VerslagRun.Change) -> String {
        let format = DeskTables.format(change.measure.unit, isSigned: true)
        let ends = [change.band.low, change.band.high].map { format.text($0, language) }
        return "\(format.text(change.band.middle, language)) (\(ends[0])\(say(" tot ", " to "))\(ends[1]))"
    }

    // MARK: The group

    private func group(_ answers: SpineAnswers) -> [Verslag.Block] {
        let lead = Verslag.Inline.strong(say("De groep: ", "The group: "))
        guard let voice = answers.voices.first else { return [] }
        let linked = voice.statements(on: answers.target)
        let dissent = voice.notes(on: answers.target, .dissent)
        let votes: [Verslag.Block] =
            linked.isEmpty
            ? [
                .text([
                    lead,
                    .text(
                        say(
                            "Er is hier geen stelling aan gekoppeld waarop genoeg mensen stemden.",
                            "No statement with enough votes was linked to this.")),
                ])
            ]
            : [
                .text([
                    lead,
                    .text(
                        say(
                            "Een stelling kan voor of tegen geschreven zijn; lees de tekst.",
                            "A statement can be written for or against; read its text.")),
                ]),
                .list(
                    linked.map { one, summary in
                        "\(one.number). \(one.text.asSentence) \(counts(summary).capitalisedFirst) (\(name(summary.reading)))."
                    }),
            ]
        return votes + [
            .text([
                .strong(Strings.Spine.dissent[language] + ": "),
                .text(
                    dissent.isEmpty
                        ? Strings.Spine.noDissent[language]
                        : dissent.map(\.asSentence).joined(separator: " ")),
            ])
        ]
    }

    // MARK: Where they differ

    private func contradictions(_ answers: SpineAnswers) -> Verslag.Block {
        let found = answers.contradictions
        return .text([
            .strong(say("Waar dit botst: ", "Where this clashes: ")),
            .text(
                found.isEmpty
                    ? Strings.Spine.noneDiffer[language]
                    : found.map { "\($0.name(language).capitalisedFirst): \($0.sentence[language])" }
                        .joined(separator: " ")),
        ])
    }

    /// Where the four answers to a claim contradict each other, one sentence each.
    func contradictions(_ claim: Claim) -> [String] {
        answers(.claim(claim)).contradictions.map { $0.sentence[language] }
    }
}

import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Neighbourhoods
import Perspectives
import PolicyTheory
import WorkingGroup

/// What model and group say of a claim, beside the local data and the studies, and where the four differ.
struct SpineBlocks {
    let scene: Scene
    let claim: Claim
    private var language: Language { scene.language }
    private var words: Strings.Spine.Type { Strings.Spine.self }

    // MARK: Model

    /// The outcomes that bear on a claim; none where the model has no such thing.
    static func measures(for claim: Claim) -> [OutcomeMeasure] {
        switch claim {
        case .residence: [.lowShareScope, .socialShareScope, .isolationLow]
        case .facilities: [.facilitiesLow, .facilitiesHigh]
        case .mixing: [.mixingNeighbourhood, .mixingDistrict, .dissimilarityLow, .lowCountElsewhere]
        case .crime, .dissatisfaction, .wishToMove: []
        }
    }

    var model: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.model[language] }
            modelBody
        }
    }

    /// Without a frame, for a card that has one.
    var modelBody: Markup {
        let measures = Self.measures(for: claim)
        if measures.isEmpty { return note(words.notInModel) }
        let outcomes = scene.outcomes
        if outcomes.isEmpty { return note(words.noRuns) }
        return .fragment([
            note(words.modelLead),
            .fragment(
                outcomes.map { outcome in
                    OpenTable.markup(
                        FigureTable(
                            caption: title(outcome),
                            columns: [words.outcome, words.difference, words.range].map { $0[language] },
                            rows: measures.compactMap { row(outcome, $0) } + displaced(outcome),
                            language: language))
                }),
        ])
    }

    private func title(_ outcome: ModelOutcome) -> String {
        outcome.package + (outcome.isTwin ? words.twin[language] : "")
            + " (\(outcome.year), \(outcome.runs) runs)"
    }

    private func row(_ outcome: ModelOutcome, _ measure: OutcomeMeasure) -> [FigureTable.Cell]? {
        outcome.differences[measure].map {
            cells(measure.name[language], $0, DeskTables.format(measure.unit, isSigned: true))
        }
    }

    /// What happens to the people who live there now always stands beside what happens to the areas.
    private func displaced(_ outcome: ModelOutcome) -> [[FigureTable.Cell]] {
        outcome.displaced.map {
            [cells(words.displaced[language], $0, DeskTables.format(.count, isSigned: false))]
        } ?? []
    }

    private func cells(_ name: String, _ band: Band, _ format: ValueFormat) -> [FigureTable.Cell] {
        [
            .text(name), .text(format.text(band.middle, language)),
            .text("\(format.text(band.low, language)) – \(format.text(band.high, language))"),
        ]
    }

    private func note(_ text: BilingualText) -> Markup {
        .element("p", ["class": "mp-note"]) { text[language] }
    }

    // MARK: Group

    var group: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.group[language] }
            groupBody
        }
    }

    /// Without a frame, for a card that has one.
    var groupBody: Markup {
        guard !scene.voices.isEmpty else { return note(words.noGroup) }
        return .fragment(scene.voices.map(voice))
    }

    /// How one group voted on the statements about the claim.
    func statements(_ voice: GroupVoice) -> Markup {
        let statements = voice.statements(on: claim)
        if statements.isEmpty { return note(words.noStatements) }
        return .element("ul", ["class": "mp-stellingen"]) {
            for (statement, summary) in statements {
                Markup.element("li") {
                    Markup.element("p", ["class": "mp-stelling"]) { "\(statement.number). \(statement.text)" }
                    VoteBar(summary: summary, language: language).markup
                    Markup.element("p", ["class": "mp-note"]) { summary.reading.name[language] }
                }
            }
        }
    }

    private func voice(_ voice: GroupVoice) -> Markup {
        let dissent = voice.notes(on: claim, .dissent)
        return .fragment([
            .element("h3") { voice.state.title }, statements(voice),
            .fragment(
                dissent.map { text in
                    .element("p") {
                        Markup.element("strong") { words.dissent[language] + ": " }
                        text
                    }
                }),
        ])
    }

    // MARK: Differences

    var differences: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.differ[language] }
            differencesBody
        }
    }

    /// Without a frame, for a card that has one.
    var differencesBody: Markup {
        let sentences =
            scene.finding(claim).map { finding in
                Contradictions(
                    claim: claim, verdict: finding.verdict,
                    evidence: ClaimEvidence(for: claim, in: scene.register),
                    outcomes: scene.outcomes, voices: scene.voices
                ).sentences
            } ?? []
        if sentences.isEmpty { return note(words.noneDiffer) }
        return .element("ul") { for one in sentences { Markup.element("li") { one[language] } } }
    }
}

extension Scene {
    /// What simulations say of packages in the municipality on the page.
    var outcomes: [ModelOutcome] { studio.outcomes.filter { $0.municipality == town.code.rawValue } }
}

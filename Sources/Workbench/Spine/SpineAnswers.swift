import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Neighbourhoods
import PolicyTheory

/// What local data, model, studies and groups answer to one claim or arrow. Pages and reports are both written from
/// this value, so that they cannot say different things.
struct SpineAnswers {
    /// The claim or arrow.
    let target: TheoryTarget
    /// What the local data say; nil without a municipality.
    let local: Local?
    /// What studies say, for and against.
    let evidence: ClaimEvidence
    /// What studies say together, where numbers may be brought together; mostly nothing.
    let pooled: [PooledAnswer]
    /// What kept simulations say of packages in this municipality.
    let outcomes: [ModelOutcome]
    /// What working groups have said.
    let voices: [GroupVoice]

    /// What the local data say of a claim or arrow, in the same form for both.
    struct Local {
        let verdict: Verdict
        let reason: BilingualText
        let figures: [LocalFigure]
        let data: [DataUse]
        let caveats: [BilingualText]

    }

    init(
        _ target: TheoryTarget, local: Local?, register: EvidenceRegister.Register,
        outcomes: [ModelOutcome], voices: [GroupVoice], places: Int = 6
    ) {
        self.target = target
        self.local = local
        evidence = ClaimEvidence(on: target, in: register, limit: places)
        pooled = PooledAnswer.all(on: target, in: register)
        self.outcomes = outcomes
        self.voices = voices
    }

    // MARK: Model

    /// What the model says of a claim or arrow.
    enum Model {
        /// It computes nothing of it.
        case notComputed
        /// It would, but no package was simulated and kept.
        case noRuns
        /// What packages did; `isEnd` when that is the end of the arrow, and not only its start.
        case outcomes([OutcomeMeasure], isEnd: Bool)
    }

    /// What the model computes of the arrow: its end, else its start; of a claim the same over its arrows.
    static func measures(of target: TheoryTarget) -> (measures: [OutcomeMeasure], isEnd: Bool) {
        let edges =
            switch target {
            case .claim(let claim): TheoryGraph.seed.edges(stating: claim)
            case .edge: [target.edge].compactMap(\.self)
            }
        func unique(_ concepts: [Concept]) -> [OutcomeMeasure] {
            concepts.flatMap(\.outcomes).reduce(into: []) { known, measure in
                if !known.contains(measure) { known.append(measure) }
            }
        }
        let ends = unique(edges.map(\.to))
        return ends.isEmpty ? (unique(edges.map(\.from)), false) : (ends, true)
    }

    var model: Model {
        let (measures, isEnd) = Self.measures(of: target)
        if measures.isEmpty { return .notComputed }
        return outcomes.isEmpty ? .noRuns : .outcomes(measures, isEnd: isEnd)
    }

    /// One line of what a package did: the outcome, the middle, and nine in ten runs.
    struct ModelRow: Hashable {
        let name: BilingualText
        let band: Band
        let unit: OutcomeMeasure.Unit
        let isDifference: Bool

        func middle(_ language: Language) -> String { text(band.middle, language) }

        func range(_ language: Language) -> String {
            BilingualText(
                nl: "\(text(band.low, language)) tot \(text(band.high, language))",
                en: "\(text(band.low, language)) to \(text(band.high, language))")[language]
        }

        private func text(_ value: Double, _ language: Language) -> String {
            DeskTables.format(unit, isSigned: isDifference).text(value, language)
        }
    }

    /// What a package did to what the claim or arrow is about. What happens to the people who live there now always
    /// stands beside what happens to the areas.
    static func rows(of outcome: ModelOutcome, _ measures: [OutcomeMeasure]) -> [ModelRow] {
        measures.compactMap { measure in
            outcome.differences[measure].map {
                ModelRow(name: measure.name, band: $0, unit: measure.unit, isDifference: true)
            }
        }
            + [outcome.displaced].compactMap(\.self).map {
                ModelRow(name: Strings.Spine.displaced, band: $0, unit: .count, isDifference: false)
            }
    }

    // MARK: Where they differ

    /// Where the four do not say the same.
    var contradictions: [Contradiction] { Contradictions(self).all }
}

extension SpineAnswers.Local {
    init(_ finding: ClaimFinding) {
        self.init(
            verdict: finding.verdict, reason: finding.reason, figures: finding.headlines, data: finding.data,
            caveats: finding.caveats)
    }

    init(_ finding: EdgeFinding) {
        self.init(
            verdict: finding.verdict, reason: finding.reason, figures: finding.figures, data: finding.data,
            caveats: finding.caveats)
    }
}

extension ClaimEvidence {
    /// The evidence for and against a claim or arrow.
    init(on target: TheoryTarget, in register: EvidenceRegister.Register, limit: Int) {
        switch target {
        case .claim(let claim): self.init(for: claim, in: register, limit: limit)
        case .edge(let id): self.init(forEdge: id, in: register, limit: limit)
        }
    }
}

extension Scene {
    /// What simulations say of packages in the municipality on the page.
    var outcomes: [ModelOutcome] { studio.outcomes.filter { $0.municipality == town.code.rawValue } }

    /// What the local data say of the arrows.
    var edgeFindings: [EdgeFinding] {
        let settings = claimSettings
        let findings = findings
        return studio.memory.edges(.init(town: town.code, settings: settings)) {
            EdgeBoard.evaluate(dataset: dataset, findings: findings, settings: settings)
        }
    }

    /// The four answers to a claim or arrow.
    func answers(_ target: TheoryTarget, places: Int = 6) -> SpineAnswers {
        let local: SpineAnswers.Local? =
            switch target {
            case .claim(let claim): finding(claim).map { .init($0) }
            case .edge(let id): edgeFindings.first { $0.id == id }.map { .init($0) }
            }
        return SpineAnswers(
            target, local: local, register: register, outcomes: outcomes, voices: voices, places: places)
    }
}

public import Bilingual
public import Neighbourhoods

/// What the local data say of one arrow.
public struct EdgeFinding: Sendable, Hashable, Identifiable {
    /// The arrow.
    public let edge: TheoryEdge
    /// What the data say.
    public let verdict: Verdict
    /// Why, with the computed figures in it.
    public let reason: BilingualText
    /// The figures, the first one being what the verdict follows from; empty when not testable.
    public let figures: [LocalFigure]
    /// The series that were used.
    public let data: [DataUse]
    /// What a reader must know before leaning on it.
    public let caveats: [BilingualText]

    /// The arrow is the identity.
    public var id: TheoryEdge.ID { edge.id }
}

/// Holds every arrow of the policy theory against the data of one municipality.
public enum EdgeBoard {
    /// The findings on all arrows of ``TheoryGraph/seed``, in order; one that cannot be tested says why.
    ///
    /// - Parameters:
    ///   - findings: what ``ClaimBoard`` made of the same data and settings; an arrow that a claim states is tested
    ///     with it.
    /// - Complexity: draws x areas x figures, for the arrows that no claim states.
    public static func evaluate(dataset: Dataset, findings: [ClaimFinding], settings: ClaimSettings)
        -> [EdgeFinding]
    {
        let context = ClaimContext(dataset, settings: settings)
        return TheoryGraph.seed.edges.map { edge in
            guard let claim = edge.claim else { return AssociationTest(edge: edge).finding(in: context) }
            guard let finding = findings.first(where: { $0.claim == claim }) else {
                return .notTestable(edge, StatedArrow.noFinding)
            }
            return StatedArrow(edge: edge).finding(finding)
        }
    }
}

extension EdgeFinding {
    static func notTestable(
        _ edge: TheoryEdge, _ reason: BilingualText, data: [DataUse] = [], caveats: [BilingualText] = []
    ) -> EdgeFinding {
        EdgeFinding(
            edge: edge, verdict: .notTestable, reason: reason, figures: [], data: data, caveats: caveats)
    }
}

/// What the test of a claim says of one of the arrows that the claim states.
struct StatedArrow {
    let edge: TheoryEdge

    func finding(_ finding: ClaimFinding) -> EdgeFinding {
        switch edge.from {
        case .physicalInterventions, .socialFacilities: return .notTestable(edge, Self.notInData)
        default: break
        }
        // C5 has two ends: each arrow takes the figures of its own.
        guard finding.claim == .facilities else {
            return EdgeFinding(
                edge: edge, verdict: finding.verdict, reason: finding.reason,
                figures: finding.headlines + finding.others, data: finding.data, caveats: finding.caveats)
        }
        let own = Set(edge.to.indicators.map(\.rawValue))
        let figures = (finding.headlines + finding.others).filter { figure in
            own.contains { figure.id.hasPrefix("C5.\($0).") }
        }
        let data = finding.data.filter { use in
            guard let variable = use.variable else { return true }
            let isOther = ![edge.from, edge.to, .lowIncomeConcentration].contains {
                $0.indicators.contains(variable)
            }
            return !isOther
        }
        guard let first = figures.first, let verdict = first.verdict else {
            return .notTestable(
                edge,
                FindingTexts.untestable(lacking: edge.to.name.lowercased, brought: ImportHint.wellbeing.by),
                data: data, caveats: finding.caveats)
        }
        return EdgeFinding(
            edge: edge, verdict: verdict,
            reason: .joined([first.sentence, FindingTexts.conclusion(verdict, from: [first])]),
            figures: figures, data: data, caveats: finding.caveats)
    }

    static let noFinding = BilingualText(
        nl: "Hier niet te toetsen: de bewering is niet getoetst.",
        en: "Not testable here: the claim was not tested.")
    private static let notInData = BilingualText(
        nl: "Geen gegevens: welke maatregelen zijn genomen, staat niet in cijfers van buurten.",
        en: "No data: which measures were taken is not in figures of areas.")
}

extension BilingualText {
    /// The same texts without a capital.
    var lowercased: BilingualText { BilingualText(nl: nl.lowercased(), en: en.lowercased()) }
}

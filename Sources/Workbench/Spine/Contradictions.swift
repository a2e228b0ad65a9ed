import Bilingual
import EvidenceRegister
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// Where data, model, studies and group do not say the same of a claim. They are listed, not smoothed away: none of the
/// four is taken for the right one.
struct Contradictions {
    let claim: Claim
    let verdict: Verdict
    let evidence: ClaimEvidence
    let outcomes: [ModelOutcome]
    let voices: [GroupVoice]

    /// One sentence for each pair that differs; empty where nothing does.
    var sentences: [BilingualText] {
        studiesAmongEachOther + dataAndStudies + voices.flatMap(dataAndGroup) + voices.flatMap(withinGroup)
            + model
    }

    private var against: Int { evidence.cards(.against).count }
    private var support: Int { evidence.cards(.supporting).count }

    private var studiesAmongEachOther: [BilingualText] {
        guard support > 0, against > 0 else { return [] }
        return [
            BilingualText(
                nl: "Studies spreken elkaar tegen: \(support) ervoor, \(against) ertegen of zonder effect.",
                en:
                    "Studies contradict each other: \(support) for it, \(against) against it or without effect."
            )
        ]
    }

    private var dataAndStudies: [BilingualText] {
        switch verdict {
        case .supports where against > support:
            [
                BilingualText(
                    nl: "De cijfers van hier steunen de bewering; de meeste studies doen dat niet.",
                    en: "The local figures support the claim; most studies do not.")
            ]
        case .contradicts where support > against:
            [
                BilingualText(
                    nl: "De cijfers van hier spreken de bewering tegen; de meeste studies steunen haar.",
                    en: "The local figures contradict the claim; most studies support it.")
            ]
        default: []
        }
    }

    private func dataAndGroup(_ voice: GroupVoice) -> [BilingualText] {
        switch (verdict, voice.stand(on: claim)) {
        case (.supports, .leansAgainst):
            [
                BilingualText(
                    nl:
                        "De cijfers van hier steunen de bewering; de groep “\(voice.state.title)” neigt ertegen.",
                    en:
                        "The local figures support the claim; the group “\(voice.state.title)” leans against it."
                )
            ]
        case (.contradicts, .leansFor):
            [
                BilingualText(
                    nl:
                        "De cijfers van hier spreken de bewering tegen; de groep “\(voice.state.title)” neigt ervoor.",
                    en:
                        "The local figures contradict the claim; the group “\(voice.state.title)” leans towards it."
                )
            ]
        default: []
        }
    }

    private func withinGroup(_ voice: GroupVoice) -> [BilingualText] {
        let disputed = voice.statements(on: claim).filter { $0.1.reading == .disputed }.map(\.0.number)
        guard !disputed.isEmpty else { return [] }
        let list = disputed.map(String.init).joined(separator: ", ")
        return [
            BilingualText(
                nl: "De groep “\(voice.state.title)” is verdeeld over stelling \(list).",
                en: "The group “\(voice.state.title)” is divided on statement \(list).")
        ]
    }

    /// A package that mixes areas may still drive people out: both stand in one sentence.
    private var model: [BilingualText] {
        guard claim == .mixing else { return [] }
        return outcomes.compactMap { outcome in
            guard let mixing = outcome.differences[.mixingNeighbourhood], let displaced = outcome.displaced,
                mixing.high < 0, displaced.low > 0
            else { return nil }
            return BilingualText(
                nl:
                    "Pakket “\(outcome.package)” mengt buurten in het model, en daarvoor moeten \(Int(displaced.low)) tot \(Int(displaced.high)) huishoudens van nu weg die niet terugkomen.",
                en:
                    "Package “\(outcome.package)” mixes areas in the model, and for it \(Int(displaced.low)) to \(Int(displaced.high)) present households must leave who do not return."
            )
        }
    }
}

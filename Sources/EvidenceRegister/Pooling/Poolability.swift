public import Bilingual

/// Whether numbers of the register may be brought together in one pooled effect, and if not, what is missing.
public struct Poolability: Sendable, Hashable {
    /// What may be done.
    public enum Verdict: String, Sendable, Hashable {
        /// Nothing may be pooled.
        case refused
        /// There are two or more independent numbers with an uncertainty for one outcome, measure and unit.
        /// Whether they estimate the same thing is for people to judge: a pooled effect is shown with that
        /// remark and never without it.
        case peopleMustJudge
    }

    /// What one number lacks.
    public enum Gap: Sendable, Hashable {
        /// It has neither a standard error nor an interval.
        case noUncertainty
        /// The source gives no exact number.
        case noExactNumber
        /// No other trial has a number with an uncertainty for the same outcome, measure and unit.
        case noIndependentSecond

        /// The gap in words.
        public var text: BilingualText {
            switch self {
            case .noUncertainty:
                BilingualText(
                    nl: "geen standaardfout of marge gezien", en: "no standard error or interval seen")
            case .noExactNumber: BilingualText(nl: "geen precies getal", en: "no exact number")
            case .noIndependentSecond:
                BilingualText(
                    nl: "geen tweede, onafhankelijk onderzoek met dezelfde uitkomst, maat en eenheid",
                    en: "no second, independent study with the same outcome, measure and unit")
            }
        }
    }

    /// What one number lacks.
    public struct Missing: Sendable, Hashable {
        /// The number.
        public let effect: Effect
        /// What it lacks; never empty.
        public let gaps: [Gap]
    }

    /// The outcome it is about; nil for the whole register.
    public let domain: OutcomeDomain?
    /// What may be done.
    public let verdict: Verdict
    /// Why, in words.
    public let reason: BilingualText
    /// The numbers that cannot be pooled, and what each lacks.
    public let missing: [Missing]
    /// The sets that people may judge; empty when pooling is refused.
    public let sets: [[Effect]]
    /// Which outcomes could carry a pooled effect once the full texts have been read, and what stands in the
    /// way.
    public let candidates: [PoolingCandidate]
    /// The publications of those outcomes whose full text was not read, in order of the register.
    public let textsToRead: [Study]
}

extension Register {
    /// Whether numbers on `domain` (or on anything) may be pooled.
    public func poolability(of domain: OutcomeDomain? = nil) -> Poolability {
        let shown = effects.filter {
            (domain == nil || $0.outcomeDomain == domain) && study($0.study)?.shownFinding != nil
        }
        let usable = shown.filter { $0.hasUncertainty && $0.value.number != nil }
        let groups = Dictionary(grouping: usable) { Estimand($0) }
        let sets = groups.values.filter {
            units(of: $0.compactMap { self.study($0.study) }.uniqued()).count >= 2
        }
        .map { $0.sorted { $0.id < $1.id } }.sorted { ($0.first?.id ?? "") < ($1.first?.id ?? "") }
        let poolable = Set(sets.flatMap { $0.map(\.id) })
        let missing = shown.filter { !poolable.contains($0.id) }.map { effect in
            var gaps: [Poolability.Gap] = []
            if !effect.hasUncertainty { gaps.append(.noUncertainty) }
            if effect.value.number == nil { gaps.append(.noExactNumber) }
            if gaps.isEmpty { gaps.append(.noIndependentSecond) }
            return Poolability.Missing(effect: effect, gaps: gaps)
        }
        let candidates = poolingCandidates.filter { candidate in
            domain.map(candidate.domains.contains) ?? true
        }
        let named = Set(candidates.flatMap(\.studies))
        return Poolability(
            domain: domain, verdict: sets.isEmpty ? .refused : .peopleMustJudge,
            reason: Self.reason(
                shown: shown, usable: usable, sets: sets.count,
                from: count(usable.compactMap { self.study($0.study) }.uniqued()).text),
            missing: missing, sets: sets, candidates: candidates,
            textsToRead: studies.filter { named.contains($0.id) && $0.verification != .fullText })
    }

    private static func reason(shown: [Effect], usable: [Effect], sets: Int, from units: BilingualText)
        -> BilingualText
    {
        if sets > 0 {
            return BilingualText(
                nl:
                    "Bij \(sets) uitkomst(en) zijn er twee of meer onafhankelijke getallen met een marge. Mensen moeten "
                    + "beoordelen of zij hetzelfde meten.",
                en:
                    "For \(sets) outcome(s) there are two or more independent numbers with an uncertainty. People must "
                    + "judge whether they estimate the same thing.")
        }
        if shown.isEmpty {
            return BilingualText(
                nl: "Er is geen getal gezien; er valt niets samen te nemen.",
                en: "No number was seen; there is nothing to pool.")
        }
        let numbersNL = shown.count == 1 ? "Van het ene getal" : "Van de \(shown.count) getallen"
        let numbersEN = shown.count == 1 ? "Of the one number" : "Of the \(shown.count) numbers"
        if usable.isEmpty {
            return BilingualText(
                nl: "\(numbersNL) heeft er geen een marge. Zonder marge mag niets worden samengenomen.",
                en: "\(numbersEN) none has an uncertainty. Without it nothing may be pooled.")
        }
        return BilingualText(
            nl: "\(numbersNL) \(usable.count == 1 ? "heeft" : "hebben") er \(usable.count) een marge, uit "
                + "\(units.nl). Nergens zijn er twee onafhankelijke getallen met een marge voor dezelfde uitkomst; "
                + "daarom wordt niets samengenomen.",
            en: "\(numbersEN) \(usable.count) \(usable.count == 1 ? "has" : "have") an uncertainty, from "
                + "\(units.en). Nowhere are there two independent numbers with an uncertainty for the same outcome; "
                + "therefore nothing is pooled.")
    }
}

/// What a machine can see of the thing that a number estimates. The same words are needed, not enough.
private struct Estimand: Hashable {
    let domain: OutcomeDomain
    let outcome, measure, unit: String

    init(_ effect: Effect) {
        domain = effect.outcomeDomain
        outcome = NormalisedText.title(effect.outcome)
        measure = NormalisedText.title(effect.measure)
        unit = NormalisedText.title(effect.unit)
    }
}

public import Bilingual

/// A study that stands alone, or all publications that share one trial, programme or sample.
public struct EvidenceUnit: Sendable, Hashable, Identifiable {
    /// The identifier of the trial, or of the publication that stands alone.
    public let id: String
    /// The trial; nil for a publication that stands alone.
    public let trial: Trial?
    /// Its publications among those that were counted, in order of the register.
    public let papers: [Study]

    /// Which way it points: the direction of its publications where they agree, `mixed` where they do not,
    /// nil where none has a result to show. Publications that test nothing or are unclear do not disturb the
    /// others.
    public var direction: Direction? {
        let all = papers.compactMap { $0.shownFinding?.direction }
        let telling = all.filter { $0 != .notTested && $0 != .unclear }
        let counted = telling.isEmpty ? all : telling
        guard let first = counted.first else { return nil }
        if counted.allSatisfy({ $0 == first }) { return first }
        return telling.isEmpty ? .unclear : .mixed
    }
}

/// A count of independent studies, with the number of publications beside it. It is a count and says nothing
/// of size.
public struct IndependentCount: Sendable, Hashable {
    /// How many independent studies: a trial counts once, however many publications it has.
    public let trials: Int
    /// How many publications.
    public let papers: Int

    /// Makes a count.
    public init(trials: Int, papers: Int) {
        self.trials = trials
        self.papers = papers
    }

    /// Nothing.
    public static let none = IndependentCount(trials: 0, papers: 0)

    /// The count in words: `3 studies (10 papers)`.
    public var text: BilingualText {
        let base = BilingualText(
            nl: trials == 1 ? "1 onderzoek" : "\(trials) onderzoeken",
            en: trials == 1 ? "1 study" : "\(trials) studies")
        guard papers != trials else { return base }
        return BilingualText(nl: base.nl + " (\(papers) publicaties)", en: base.en + " (\(papers) papers)")
    }

    /// What must stand beside every count.
    public static let caution = BilingualText(
        nl: "Dit zijn aantallen, geen groottes van effecten.", en: "These are counts, not sizes of effects.")
}

extension Register {
    /// `studies` as independent units, in order of first appearance.
    public func units(of studies: [Study]) -> [EvidenceUnit] {
        let trialOf = trials.reduce(into: [String: Trial]()) { map, trial in
            for study in trial.studies { map[study] = trial }
        }
        var order: [String] = []
        var papers: [String: [Study]] = [:]
        var shared: [String: Trial] = [:]
        for study in studies {
            let trial = trialOf[study.id]
            // A trial may bear the same name as a study: the mark keeps them apart.
            let key = trial.map { "trial:" + $0.id } ?? study.id
            if papers[key] == nil { order.append(key) }
            papers[key, default: []].append(study)
            shared[key] = trial
        }
        return order.map { key in
            EvidenceUnit(
                id: shared[key]?.id ?? key, trial: shared[key], papers: papers[key] ?? [])
        }
    }

    /// How many independent studies and publications `studies` are.
    public func count(_ studies: [Study]) -> IndependentCount {
        IndependentCount(trials: units(of: studies).count, papers: studies.count)
    }
}

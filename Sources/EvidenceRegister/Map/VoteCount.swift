public import Bilingual

/// How many results on one outcome point which way. A count of votes, not a size, and no verdict: many small
/// or weak studies can outnumber one good one.
public struct VoteCount: Sendable, Hashable {
    /// The outcome.
    public let domain: OutcomeDomain
    /// The publications with a result to show.
    public let papers: [Direction: Int]
    /// The same by independent study; a trial whose publications differ counts once, as mixed.
    public let trials: [Direction: Int]

    /// How many publications have a result to show, whatever it is.
    public var paperTotal: Int { papers.values.reduce(0, +) }
    /// How many independent studies have a result to show.
    public var trialTotal: Int { trials.values.reduce(0, +) }

    /// What must stand beside it.
    public var caution: BilingualText { IndependentCount.caution }
}

extension Register {
    /// The count of votes on each outcome among the studies that `filter` keeps. Only results that may be
    /// shown count.
    public func voteCounts(filter: StudyFilter = StudyFilter()) -> [VoteCount] {
        let kept = studies(matching: filter)
        return OutcomeDomain.allCases.map { domain in
            let here = kept.filter { $0.outcomeDomains.contains(domain) && $0.shownFinding != nil }
            return VoteCount(
                domain: domain,
                papers: here.reduce(into: [:]) { counts, study in
                    if let direction = study.shownFinding?.direction { counts[direction, default: 0] += 1 }
                },
                trials: units(of: here).reduce(into: [:]) { counts, unit in
                    if let direction = unit.direction { counts[direction, default: 0] += 1 }
                })
        }
    }
}

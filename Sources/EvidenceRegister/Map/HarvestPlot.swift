public import Bilingual

/// A harvest plot: for each direction one bar per independent study, in groups by class of design. It lets
/// the reader see what was found by which kind of study where nothing can be pooled (Ogilvie et al. 2008).
public struct HarvestPlot: Sendable, Hashable {
    /// One independent study.
    public struct Bar: Sendable, Hashable, Identifiable {
        /// The trial, or the publication that stands alone.
        public let id: String
        /// The class of design. A trial has that of its first class in the fixed order.
        public let designClass: DesignClass
        /// The publications with a result.
        public let papers: [String]
        /// The risks of bias among them, in the fixed order.
        public let risksOfBias: [RiskOfBias]
    }

    /// The outcome.
    public let domain: OutcomeDomain
    /// The bars of each direction, by class of design and then in order of the register; never by result.
    public let bars: [Direction: [Bar]]

    /// What must stand beside it.
    public var caution: BilingualText { IndependentCount.caution }

    /// How many bars stand under `direction` in one class of design.
    public func count(_ direction: Direction, _ designClass: DesignClass) -> Int {
        bars[direction]?.count { $0.designClass == designClass } ?? 0
    }
}

extension Register {
    /// The harvest plot of one outcome among the studies that `filter` keeps.
    public func harvestPlot(of domain: OutcomeDomain, filter: StudyFilter = StudyFilter()) -> HarvestPlot {
        let here = studies(matching: filter).filter {
            $0.outcomeDomains.contains(domain) && $0.shownFinding?.direction != nil
        }
        var bars: [Direction: [HarvestPlot.Bar]] = [:]
        for unit in units(of: here) {
            guard let direction = unit.direction else { continue }
            let classes = Set(unit.papers.map(\.designClass))
            bars[direction, default: []].append(
                HarvestPlot.Bar(
                    id: unit.id,
                    designClass: DesignClass.allCases.first(where: classes.contains) ?? .notClassed,
                    papers: unit.papers.map(\.id),
                    risksOfBias: RiskOfBias.allCases.filter { risk in
                        unit.papers.contains { $0.riskOfBias == risk }
                    }))
        }
        return HarvestPlot(
            domain: domain,
            bars: bars.mapValues { bars in
                DesignClass.allCases.flatMap { designClass in bars.filter { $0.designClass == designClass } }
            })
    }
}

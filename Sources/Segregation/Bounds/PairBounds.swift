/// The bounds of all measures of one group against the rest.
struct PairBounds {
    let regions: PairRegions
    private let because: Set<CountUncertainty>
    private let isExact: Bool
    let start: (members: [Double], persons: [Double])
    private var known: [String: MeasureBounds] = [:]

    /// - Returns: `nil` when no table has both members and others.
    init?(_ ranges: CountRanges, group: Int) {
        self.init(PairRegions(ranges, group: group), ranges)
    }

    /// Two groups among themselves.
    init?(_ ranges: CountRanges, group: Int, other: Int) {
        self.init(PairRegions(ranges, group: group, other: other), ranges)
    }

    private init?(_ regions: PairRegions?, _ ranges: CountRanges) {
        guard let regions else { return nil }
        self.regions = regions
        because = ranges.because
        isExact = !ranges.statesGroupTotals
        var members: [Double] = []
        var persons: [Double] = []
        for unit in 0..<regions.unitCount {
            let corners = regions.corners[regions.starts[unit]..<regions.starts[unit + 1]]
            members.append(corners.reduce(0) { $0 + $1.members } / Double(corners.count))
            persons.append(corners.reduce(0) { $0 + $1.total } / Double(corners.count))
        }
        start = (members, persons)
    }

    /// Identifiers of the measures of a group that have bounds.
    static let identifiers = [
        "D-vs-rest", "Gini-vs-rest", "H-vs-rest", "Atkinson-vs-rest", "eta2", "Gorard-segregation", "minmax",
        "hutchens-sqrt-vs-rest", "isolation", "interaction-with-rest",
    ]

    /// Bounds of M of two groups, which is a measure of the table and has no identifier of its own per group.
    static let informationOfTwoGroups = "M"

    /// The bounds of a measure, worked out once.
    mutating func bounds(_ identifier: String) -> MeasureBounds? {
        if let bounds = known[identifier] { return bounds }
        let bounds: MeasureBounds?
        switch identifier {
        case "D-vs-rest": bounds = dissimilarity(isGorard: false)
        case "Gorard-segregation": bounds = dissimilarity(isGorard: true)
        case "minmax": bounds = self.bounds("D-vs-rest").map { mapped($0) { 2 * $0 / (1 + $0) } }
        case "Gini-vs-rest": bounds = gini()
        case "H-vs-rest": bounds = evenness(LevelForm(diversity: .entropy, scale: .relative), 0...1)
        case Self.informationOfTwoGroups:
            bounds = evenness(LevelForm(diversity: .entropy, scale: .difference), 0...0.6931471805599454)
        case "eta2": bounds = evenness(LevelForm(diversity: .interaction, scale: .relative), 0...1)
        case "hutchens-sqrt-vs-rest": bounds = evenness(LevelForm(diversity: .root, scale: .relative), 0...1)
        // With b = ½, 1 - A is the square of 1 - O.
        case "Atkinson-vs-rest":
            bounds = self.bounds("hutchens-sqrt-vs-rest").map { mapped($0) { 1 - (1 - $0) * (1 - $0) } }
        case "isolation": bounds = evenness(LevelForm(diversity: .meeting, scale: .perMember), 0...1)
        case "interaction-with-rest":
            bounds = self.bounds("isolation").map { mapped($0, falling: true) { 1 - $0 } }
        default: bounds = nil
        }
        known[identifier] = bounds
        return bounds
    }

    func made(
        _ lowest: (bound: Double, found: Double), _ highest: (bound: Double, found: Double)
    ) -> MeasureBounds {
        MeasureBounds(
            lowest: lowest.bound, highest: highest.bound, lowestFound: max(lowest.found, lowest.bound),
            highestFound: min(highest.found, highest.bound), because: because, isExact: isExact)
    }

    private func evenness(_ form: LevelForm, _ range: ClosedRange<Double>) -> MeasureBounds? {
        let first = form.value(start.members, start.persons)
        guard first.isFinite else { return nil }
        var lowest = BoundSearch(
            EvennessTest(regions, form: form, end: .lowest), shares: regions.shares, limit: range.lowerBound)
        var highest = BoundSearch(
            EvennessTest(regions, form: form, end: .highest), shares: regions.shares, limit: range.upperBound)
        return made(lowest.run(from: first), highest.run(from: first))
    }

    private func dissimilarity(isGorard: Bool) -> MeasureBounds? {
        let low = DissimilarityTest(regions, isGorard: isGorard, end: .lowest)
        let first = low.value(start.members, start.persons)
        guard first.isFinite else { return nil }
        var lowest = BoundSearch(low, shares: regions.shares, limit: 0)
        var highest = BoundSearch(
            DissimilarityTest(regions, isGorard: isGorard, end: .highest), shares: regions.shares, limit: 1)
        return made(lowest.run(from: first), highest.run(from: first))
    }

    private func mapped(
        _ bounds: MeasureBounds, falling: Bool = false, _ function: (Double) -> Double
    ) -> MeasureBounds {
        let ends = [bounds.lowest, bounds.lowestFound, bounds.highestFound, bounds.highest].map(function)
        let order = falling ? [3, 2, 1, 0] : [0, 1, 2, 3]
        return MeasureBounds(
            lowest: ends[order[0]], highest: ends[order[3]], lowestFound: ends[order[1]],
            highestFound: ends[order[2]], because: because, isExact: isExact)
    }
}

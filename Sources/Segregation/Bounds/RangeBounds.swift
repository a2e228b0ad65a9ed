/// The bounds of every measure over all tables in keeping with ranges, each worked out when asked for.
struct RangeBounds {
    private let ranges: CountRanges
    private var groups: [Int: PairBounds] = [:]
    private var pairs: [Int: PairBounds] = [:]
    private lazy var regions = MultigroupRegions(ranges)

    init(_ ranges: CountRanges) {
        self.ranges = ranges
    }

    private var isExact: Bool { !ranges.statesGroupTotals }

    /// The bounds of a measure of the whole table; `nil` where none can be given.
    mutating func bounds(ofTable identifier: String) -> MeasureBounds? {
        if ranges.groupCount == 2 {
            let twin = [
                "M": "M", "H": "H-vs-rest", "R-multi": "eta2", "P-multi": "eta2", "C-multi": "eta2",
                "divintseg-segregation": "eta2", "D-multi": "D-vs-rest", "Gini-multi": "Gini-vs-rest",
            ]
            return twin[identifier].flatMap { bounds($0, ofGroup: 0) }
        }
        switch identifier {
        case "D-multi": return weighted("D-vs-rest")
        case "Gini-multi": return weighted("Gini-vs-rest")
        case "H": return multigroup(.entropyIndex)
        case "M": return multigroup(.information)
        case "R-multi", "divintseg-segregation": return multigroup(.relativeDiversity)
        default: return nil
        }
    }

    private mutating func multigroup(_ measure: MultigroupBounds.Measure) -> MeasureBounds? {
        guard let regions else { return nil }
        return MultigroupBounds(regions, measure).bounds(ranges.because, isExact: isExact)
    }

    /// The bounds of a measure of a group.
    mutating func bounds(_ identifier: String, ofGroup group: Int) -> MeasureBounds? {
        if groups[group] == nil { groups[group] = PairBounds(ranges, group: group) }
        return groups[group]?.bounds(identifier)
    }

    /// The bounds of a measure of two groups.
    mutating func bounds(_ identifier: String, of group: Int, to other: Int) -> MeasureBounds? {
        switch identifier {
        case "exposure-matrix":
            return group == other
                ? bounds("isolation", ofGroup: group)
                : ExposureBounds(ranges, of: group, to: other).bounds()
        case "D-matrix" where group != other:
            let key = min(group, other) * ranges.groupCount + max(group, other)
            if pairs[key] == nil {
                pairs[key] = PairBounds(ranges, group: min(group, other), other: max(group, other))
            }
            return pairs[key]?.bounds("D-vs-rest")
        default: return nil
        }
    }

    /// Multigroup D is the mean of the groups' D against the rest with weights P(1-P)/I, and so is Gini. The
    /// weights lie in ranges too, so the bound puts as much weight as it can where the values are highest, or
    /// lowest.
    private mutating func weighted(_ identifier: String) -> MeasureBounds? {
        var bounds: [(bounds: MeasureBounds, weight: ClosedRange<Double>)] = []
        for group in 0..<ranges.groupCount where ranges.groupHighs[group] > 0 {
            guard let regions = PairRegions(ranges, group: group),
                let own = self.bounds(identifier, ofGroup: group)
            else { return nil }
            let (low, high) = (regions.shares.lowerBound, regions.shares.upperBound)
            let ends = [low * (1 - low), high * (1 - high)]
            let highest = low <= 0.5 && high >= 0.5 ? 0.25 : max(ends[0], ends[1])
            bounds.append((own, min(ends[0], ends[1])...highest))
        }
        /// The highest mean, or the lowest of negated values: a bound that is right for one choice of weights
        /// is found by bisection, as a mean is at least m when Σ w (value - m) is at least 0.
        func extreme(_ sign: Double, _ value: (MeasureBounds) -> Double) -> Double {
            var low = 0.0
            var high = 1.0
            while high - low > 1e-12 {
                let middle = (low + high) / 2
                let sum = bounds.reduce(0) { sum, item in
                    let gain = sign * (value(item.bounds) - middle)
                    return sum + gain * (gain > 0 ? item.weight.upperBound : item.weight.lowerBound)
                }
                if (sum >= 0) == (sign > 0) { low = middle } else { high = middle }
            }
            return sign > 0 ? high : low
        }
        guard !bounds.isEmpty else { return nil }
        // Values found group by group need not come from one table.
        let scalar: AspatialLayout.Scalar = identifier == "D-vs-rest" ? .dissimilarity : .gini
        let tables = [ranges.middle] + (regions?.pushed(from: ranges.middle) ?? [])
        let found = tables.compactMap { $0.value(scalar).number }
        let lowest = extreme(-1) { $0.lowest }
        let highest = extreme(1) { $0.highest }
        guard let low = found.min(), let high = found.max() else { return nil }
        return MeasureBounds(
            lowest: lowest, highest: highest, lowestFound: low, highestFound: high,
            because: ranges.because, isExact: isExact)
    }
}

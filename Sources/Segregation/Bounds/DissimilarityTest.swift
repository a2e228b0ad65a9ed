/// The level test for dissimilarity D and Gorard's index: D is at least v when Σ max(0, x - Pt) is at least v
/// P(1-P) T; Gorard's index has P in place of P(1-P).
///
/// For any multiplier s, Σ s (x - Pt) is 0 in a table with composition P and may be added. Highest value:
/// each term is convex in (x, t), so its highest point is a corner, and convex in P, so over an interval of P
/// it is highest at an end. Lowest value: max(0, z) is at least w z for any weight w in 0 to 1, which is
/// linear in P; -v P(1-P), convex, is at least its tangent; a lowest point over tables of functions linear in
/// P is concave in P, so over an interval it is lowest at an end. Weights are chosen at the middle of the
/// interval such that nothing is lost there.
struct DissimilarityTest: LevelTest {
    let end: BoundEnd
    private let isGorard: Bool
    private let regions: PairRegions
    private let slack: Double
    private(set) var trials: [Double] = []
    /// The best multiplier of the last search, from where the next one starts.
    private var start = -0.5

    init(_ regions: PairRegions, isGorard: Bool, end: BoundEnd) {
        self.regions = regions
        self.isGorard = isGorard
        self.end = end
        slack = 1e-13 * regions.corners.reduce(0) { $0 + $1.total }
    }

    private func price(_ share: Double, _ level: Double) -> Double {
        level * (isGorard ? share : share * (1 - share))
    }

    private func priceSlope(_ share: Double, _ level: Double) -> Double {
        level * (isGorard ? 1 : 1 - 2 * share)
    }

    mutating func excludes(_ interval: ClosedRange<Double>, level: Double) -> Bool {
        trials = []
        // A search that ran off leaves no place to start from; w + s lies in -1 to 1 or near.
        if abs(start) > 4 { start = -0.5 }
        var search = TangentSearch()
        let middle = (interval.lowerBound + interval.upperBound) / 2
        let excluded: Bool
        switch end {
        case .highest:
            excluded = search.finds(
                from: start, step: 0.02, convex: true, wanted: { [slack] in $0 < -slack },
                value: { multiplier in
                    self.start = multiplier
                    let first = self.highest(interval.lowerBound, multiplier, level, nil)
                    if interval.lowerBound == interval.upperBound { return first }
                    let last = self.highest(interval.upperBound, multiplier, level, nil)
                    return first.value >= last.value ? first : last
                })
        case .lowest:
            excluded = excludesBelow(interval, middle, level, &search)
        }
        if !excluded { addTrials(search, middle, level) }
        return excluded
    }

    /// Looks for a multiplier that excludes the middle of the interval, and for better ones while the ends
    /// are still open: the first that is good enough for the middle is seldom the best.
    private mutating func excludesBelow(
        _ interval: ClosedRange<Double>, _ middle: Double, _ level: Double, _ search: inout TangentSearch
    ) -> Bool {
        var target = slack
        for round in 0..<4 {
            var attempt = TangentSearch()
            var reached = -Double.infinity
            let isReached = attempt.finds(
                from: start, step: 0.02, convex: false, wanted: { [target] in $0 > target },
                value: {
                    let found = self.lowest(middle, $0, level, nil)
                    if found.value > reached {
                        reached = found.value
                        self.start = $0
                    }
                    return found
                })
            if round == 0, !isReached {
                search = attempt
                return false
            }
            if interval.lowerBound == interval.upperBound { return true }
            if reached > slack, excludesBelow(interval, middle, start, level) { return true }
            if !isReached { return false }
            target = 4 * reached
        }
        return false
    }

    private typealias Write = (_ unit: Int, _ members: Double, _ persons: Double) -> Void

    private func highest(
        _ share: Double, _ multiplier: Double, _ level: Double, _ write: Write?
    ) -> (value: Double, derivative: Double) {
        let price = price(share, level)
        var value = 0.0
        var derivative = 0.0
        regions.corners.withUnsafeBufferPointer { corners in
            for unit in 0..<regions.unitCount {
                var best = -Double.infinity
                var bestPlace = regions.starts[unit]
                for place in regions.starts[unit]..<regions.starts[unit + 1] {
                    let excess = corners[place].members - share * corners[place].total
                    let height = max(0, excess) + multiplier * excess - price * corners[place].total
                    if height > best {
                        best = height
                        bestPlace = place
                    }
                }
                value += best
                derivative += corners[bestPlace].members - share * corners[bestPlace].total
                write?(unit, corners[bestPlace].members, corners[bestPlace].total)
            }
        }
        return (value, derivative)
    }

    private func lowest(
        _ share: Double, _ multiplier: Double, _ level: Double, _ write: Write?
    ) -> (value: Double, derivative: Double) {
        let price = price(share, level)
        var value = 0.0
        var derivative = 0.0
        regions.corners.withUnsafeBufferPointer { corners in
            for unit in 0..<regions.unitCount {
                let first = regions.starts[unit]
                let next = regions.starts[unit + 1]
                var best = Double.infinity
                var bestExcess = 0.0
                var bestTotal = 0.0
                for place in first..<next {
                    let corner = corners[place]
                    let excess = corner.members - share * corner.total
                    let height = max(0, excess) + multiplier * excess - price * corner.total
                    if height < best { (best, bestExcess, bestTotal) = (height, excess, corner.total) }
                    // Where a side passes P the unit is as mixed as the whole.
                    let other = corners[place + 1 < next ? place + 1 : first]
                    let otherExcess = other.members - share * other.total
                    guard excess * otherExcess < 0 else { continue }
                    let total = (corner.total * otherExcess - other.total * excess) / (otherExcess - excess)
                    if -price * total < best { (best, bestExcess, bestTotal) = (-price * total, 0, total) }
                }
                value += best
                derivative += bestExcess
                write?(unit, bestExcess + share * bestTotal, bestTotal)
            }
        }
        return (value, derivative)
    }

    /// Whether both ends of the interval are above 0 with the weights of its middle.
    private func excludesBelow(
        _ interval: ClosedRange<Double>, _ middle: Double, _ multiplier: Double, _ level: Double
    ) -> Bool {
        let price = price(middle, level)
        let half = priceSlope(middle, level) * (interval.upperBound - middle)
        var first = 0.0
        var last = 0.0
        regions.corners.withUnsafeBufferPointer { all in
            for unit in 0..<regions.unitCount {
                let corners = UnsafeBufferPointer(
                    rebasing: all[regions.starts[unit]..<regions.starts[unit + 1]])
                let weight = weight(corners, middle, multiplier, price)
                var atFirst = Double.infinity
                var atLast = Double.infinity
                for corner in corners {
                    let (x, t) = (corner.members, corner.total)
                    atFirst = min(atFirst, weight * (x - interval.lowerBound * t) - (price - half) * t)
                    atLast = min(atLast, weight * (x - interval.upperBound * t) - (price + half) * t)
                }
                first += atFirst
                last += atLast
            }
        }
        return first > slack && last > slack
    }

    /// w + s for a unit: 1 or 0 for w where the unit lies on one side of P, else where the lowest corner is
    /// highest.
    private func weight(
        _ corners: UnsafeBufferPointer<PairRegions.Corner>, _ share: Double, _ multiplier: Double,
        _ price: Double
    ) -> Double {
        var lowest = Double.infinity
        var weight = multiplier
        var isBelow = false
        var isAbove = false
        for above in corners {
            let excess = above.members - share * above.total
            if excess > 0 { isAbove = true }
            if excess < 0 { isBelow = true }
            guard excess > 0 else { continue }
            for below in corners {
                let other = below.members - share * below.total
                guard other < 0 else { continue }
                let crossing = price * (above.total - below.total) / (excess - other)
                let height = crossing * excess - price * above.total
                if height < lowest {
                    lowest = height
                    weight = crossing
                }
            }
        }
        if !isBelow { return multiplier + (isAbove ? 1 : 0) }
        if !isAbove { return multiplier }
        return min(max(weight, multiplier), multiplier + 1)
    }

    private mutating func addTrials(_ search: TangentSearch, _ share: Double, _ level: Double) {
        var tables: [(members: [Double], persons: [Double])] = []
        for multiplier in [search.left, search.right] {
            guard let multiplier else { continue }
            var members = [Double](repeating: 0, count: regions.unitCount)
            var persons = members
            let write: Write = { unit, x, t in
                members[unit] = x
                persons[unit] = t
            }
            switch end {
            case .highest: _ = highest(share, multiplier, level, write)
            case .lowest: _ = lowest(share, multiplier, level, write)
            }
            tables.append((members, persons))
        }
        trials = TableMixture.values(tables, share: share) { members, persons in
            self.value(members, persons)
        }
    }

    /// The index of a table.
    func value(_ members: [Double], _ persons: [Double]) -> Double {
        let all = persons.reduce(0, +)
        let share = members.reduce(0, +) / all
        var excess = 0.0
        for (x, t) in zip(members, persons) { excess += max(0, x - share * t) }
        return excess / (all * share * (isGorard ? 1 : 1 - share))
    }
}

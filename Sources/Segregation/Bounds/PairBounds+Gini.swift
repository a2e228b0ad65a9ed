extension PairBounds {
    /// Bounds of the Gini coefficient by way of D and of the distance to one table.
    ///
    /// The segregation curve of a table is concave and leaves the diagonal by D at most, so D ≤ G ≤ D (2 - D). And G,
    /// half of ΣΣ |ξ η' - ξ' η| over the shares ξ = x/X and η = y/Y of the units, moves by no more than Σ|Δξ| + Σ|Δη|:
    /// for fixed signs it is ξᵀAη with Aη within -1 to 1. Both hold for every table, so the narrower pair does.
    mutating func gini() -> MeasureBounds? {
        guard let dissimilarity = bounds("D-vs-rest") else { return nil }
        let middle = GiniTable(start.members, start.persons)
        let moves = reach(of: { $0.members }) + reach(of: { $0.total - $0.members })
        let value = middle.gini
        guard value.isFinite else { return nil }
        let lowest = max(dissimilarity.lowest, value - moves)
        let highest = min(dissimilarity.highest * (2 - dissimilarity.highest), value + moves, 1)
        var found = [value]
        // Pushing every unit away from the share of the whole, or towards it, is where the extremes lie in practice.
        let share = start.members.reduce(0, +) / start.persons.reduce(0, +)
        for outward in [true, false] {
            var members = start.members
            var persons = start.persons
            for unit in 0..<regions.unitCount {
                let corners = regions.corners[regions.starts[unit]..<regions.starts[unit + 1]]
                let isAbove = start.members[unit] > share * start.persons[unit]
                let pushed = corners.max { first, second in
                    let order = first.members - share * first.total < second.members - share * second.total
                    return isAbove == outward ? order : !order && first.share != second.share
                }
                guard let pushed else { continue }
                // Towards the whole a unit stops where it is as mixed as the whole.
                let overshoots = !outward && (pushed.share > share) != isAbove
                if overshoots {
                    let before = start.members[unit] - share * start.persons[unit]
                    let after = pushed.members - share * pushed.total
                    let weight = before / (before - after)
                    members[unit] += weight * (pushed.members - members[unit])
                    persons[unit] += weight * (pushed.total - persons[unit])
                } else {
                    members[unit] = pushed.members
                    persons[unit] = pushed.total
                }
            }
            let gini = GiniTable(members, persons).gini
            if gini.isFinite { found.append(gini) }
        }
        return made(
            (lowest, found.min() ?? value), (highest, found.max() ?? value))
    }

    /// The largest Σ|Δξ| between the middle table and any other, bounded unit by unit: ξ lies between its low over the
    /// highest sum and its high over the lowest.
    private func reach(of part: (PairRegions.Corner) -> Double) -> Double {
        var lows: [Double] = []
        var highs: [Double] = []
        for unit in 0..<regions.unitCount {
            let parts = regions.corners[regions.starts[unit]..<regions.starts[unit + 1]].map(part)
            lows.append(parts.min() ?? 0)
            highs.append(parts.max() ?? 0)
        }
        let sum = zip(lows, highs).reduce(0) { $0 + ($1.0 + $1.1) / 2 }
        let middles = zip(start.members, start.persons).map { members, persons in
            part(PairRegions.Corner(members: members, total: persons, share: 0, side: .ray))
        }
        let middleSum = middles.reduce(0, +)
        guard middleSum > 0, sum > 0 else { return .infinity }
        let lowest = lows.reduce(0, +)
        let highest = highs.reduce(0, +)
        // The rise over the units that gain equals the fall over those that lose; the smaller of both bounds is halved
        // over the two.
        var rise = 0.0
        var fall = 0.0
        for unit in lows.indices {
            let share = middles[unit] / middleSum
            let others = lowest - lows[unit]
            let most = highs[unit] > 0 ? highs[unit] / (highs[unit] + others) : 0
            let least = lows[unit] > 0 ? lows[unit] / (lows[unit] + highest - highs[unit]) : 0
            rise += max(0, most - share)
            fall += max(0, share - least)
        }
        return 2 * min(rise, fall)
    }
}

/// A table of one group and the rest whose Gini coefficient is asked for.
private struct GiniTable {
    let members: [Double]
    let persons: [Double]

    init(_ members: [Double], _ persons: [Double]) {
        self.members = members
        self.persons = persons
    }

    var gini: Double {
        let counts = zip(members, persons).flatMap { [$0, max(0, $1 - $0)] }
        let allMembers = members.reduce(0, +)
        let rest = persons.reduce(0, +) - allMembers
        var sorter = ShareSorter(capacity: members.count)
        let sum = counts.withUnsafeBufferPointer {
            sorter.pairDifferences($0, group: 0, of: 2, unitTotals: zip(members, persons).map { max($0, $1) })
        }
        return sum / (allMembers * rest)
    }
}

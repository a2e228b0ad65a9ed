extension PairBounds {
    /// Bounds of the Gini coefficient by sums over units, see ``CumulativeShape``. The tangent is laid at the
    /// most uneven table that pushing units outwards gives, so the upper bound is off by the square of the
    /// distance from there to the true extreme; the lower bound by the square of the width within which F
    /// lies.
    mutating func gini() -> MeasureBounds? {
        let even = pushed(outwards: false)
        let uneven = pushed(outwards: true)
        let values = [start, even, uneven].map { GiniTable($0.members, $0.persons).gini }.filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return nil }
        let tangent = CumulativeShape(members: uneven.members, persons: uneven.persons)
        let chord = CumulativeShape(regions)
        var lowest = search(chord, .lowest)
        var highest = search(tangent, .highest)
        return made(lowest.run(from: low), highest.run(from: high))
    }

    private func search(_ shape: CumulativeShape, _ end: BoundEnd) -> BoundSearch<EvennessTest> {
        let form = LevelForm(diversity: .cumulative(shape), scale: .perPair(constant: shape.constant))
        return BoundSearch(
            EvennessTest(regions, form: form, end: end), shares: regions.shares, limit: end == .lowest ? 0 : 1
        )
    }

    /// The table in which every unit is pushed as far as it goes from the share of the whole, or towards it.
    private func pushed(outwards: Bool) -> (members: [Double], persons: [Double]) {
        let share = start.members.reduce(0, +) / start.persons.reduce(0, +)
        var (members, persons) = start
        for unit in 0..<regions.unitCount {
            let corners = regions.corners[regions.starts[unit]..<regions.starts[unit + 1]]
            let before = start.members[unit] - share * start.persons[unit]
            let upwards = (before > 0) == outwards
            let excess = corners.map { $0.members - share * $0.total }
            let target = upwards ? excess.max() : excess.min()
            guard let after = target, let place = excess.firstIndex(of: after) else { continue }
            let corner = corners[corners.startIndex + place]
            // Towards the whole a unit stops where it is as mixed as the whole.
            let part = !outwards && before * after < 0 ? before / (before - after) : 1
            members[unit] += part * (corner.members - members[unit])
            persons[unit] += part * (corner.total - persons[unit])
        }
        return (members, persons)
    }
}

/// A table of one group and the rest whose Gini coefficient is asked for.
struct GiniTable {
    private let members: [Double]
    private let persons: [Double]

    init(_ members: [Double], _ persons: [Double]) {
        self.members = members
        self.persons = persons
    }

    var gini: Double {
        let counts = zip(members, persons).flatMap { [$0, max(0, $1 - $0)] }
        let allMembers = members.reduce(0, +)
        let rest = persons.reduce(0, +) - allMembers
        var sorter = ShareSorter(capacity: members.count)
        let totals = zip(members, persons).map { max($0, $1) }
        let sum = counts.withUnsafeBufferPointer { counts in
            totals.withUnsafeBufferPointer {
                sorter.pairDifferences(counts, group: 0, of: 2, unitTotals: $0)
            }
        }
        return sum / (allMembers * rest)
    }
}

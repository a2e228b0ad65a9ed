/// The level test for measures of the form Σ t (κ(P) - V(p)), see ``LevelForm``.
///
/// Lowest value. In the cone of tables with P in an interval, T κ(P) is at least the sum over units of any
/// linear function l of (x, t) with l ≤ κ at both ends of the interval, because κ is concave. The lowest Σ (l
/// - t V) is a sum of lowest points unit by unit, so if it is above 0 no such table has a value of v or less.
/// Highest value. T κ(P) is at most any linear function that touches κ in the interval from above, and l - t
/// V is convex, so its highest point is a corner. Both hold for every slope of l; the best one is searched
/// for. For the Gini coefficient κ is convex and chord and tangent change places.
struct EvennessTest: LevelTest {
    let end: BoundEnd
    private let form: LevelForm
    private let regions: PairRegions
    private let cornerDiversity: [Double]
    private let slack: Double
    private(set) var trials: [Double] = []
    private var members: [Double]
    private var persons: [Double]

    init(_ regions: PairRegions, form: LevelForm, end: BoundEnd) {
        self.regions = regions
        self.form = form
        self.end = end
        cornerDiversity = regions.corners.map { $0.total * form.diversity($0.share) }
        slack = 1e-13 * regions.corners.reduce(0) { $0 + $1.total }
        members = [Double](repeating: 0, count: regions.unitCount)
        persons = members
    }

    mutating func excludes(_ interval: ClosedRange<Double>, level: Double) -> Bool {
        trials = []
        var search = TangentSearch()
        let middle = (interval.lowerBound + interval.upperBound) / 2
        let start = form.kappaSlope(min(max(middle, 1e-12), 1 - 1e-12), level: level)
        let excluded = search.finds(
            from: start, step: 0.01, convex: end == .highest,
            wanted: { [end, slack] in end == .highest ? $0 < -slack : $0 > slack },
            value: { slope in
                let line = self.line(slope, interval, level)
                let sums = self.extreme(slope: slope, intercept: line.intercept, nil)
                return (sums.value, sums.members - line.touches * sums.persons)
            })
        if !excluded { addTrials(search, interval, level) }
        return excluded
    }

    /// The linear function with this slope that bounds κ over the interval, and where the two touch.
    private func line(
        _ slope: Double, _ interval: ClosedRange<Double>, _ level: Double
    ) -> (intercept: Double, touches: Double) {
        // Concave functions lie above their chords and below their tangents, convex ones the other way round.
        if (end == .lowest) != form.isConvex {
            let first = form.kappa(interval.lowerBound, level: level) - slope * interval.lowerBound
            let last = form.kappa(interval.upperBound, level: level) - slope * interval.upperBound
            return (first <= last) == (end == .lowest)
                ? (first, interval.lowerBound) : (last, interval.upperBound)
        }
        let sign = form.isConvex ? -1.0 : 1
        let touches = UnitDiversity.crossing(
            of: sign * slope, { sign * form.kappaSlope($0, level: level) }, within: interval)
        return (form.kappa(touches, level: level) - slope * touches, touches)
    }

    /// The extreme of Σ (slope x + intercept t - t V) over all tables, and its table.
    private func extreme(
        slope: Double, intercept: Double,
        _ write: ((_ unit: Int, _ members: Double, _ persons: Double) -> Void)?
    ) -> (value: Double, members: Double, persons: Double) {
        let sides = SideMinima(form.diversity, slope: slope, intercept: intercept)
        let isLowest = end == .lowest
        var value = 0.0
        var allMembers = 0.0
        var allPersons = 0.0
        regions.corners.withUnsafeBufferPointer { corners in
            cornerDiversity.withUnsafeBufferPointer { diversity in
                regions.starts.withUnsafeBufferPointer { starts in
                    precondition(diversity.count == corners.count && starts.last == corners.count)
                    for unit in 0..<starts.count - 1 {
                        var best = isLowest ? Double.infinity : -.infinity
                        var bestMembers = 0.0
                        var bestPersons = 0.0
                        let first = starts[unit]
                        let next = starts[unit + 1]
                        for place in first..<next {
                            let corner = corners[place]
                            let height = slope * corner.members + intercept * corner.total - diversity[place]
                            if isLowest ? height < best : height > best {
                                best = height
                                bestMembers = corner.members
                                bestPersons = corner.total
                            }
                            guard isLowest, corner.side != .ray else { continue }
                            let other = corners[place + 1 < next ? place + 1 : first]
                            let low = min(corner.share, other.share)
                            let high = max(corner.share, other.share)
                            let side = sides[corner.side]
                            guard side.share > low, side.share < high else { continue }
                            let total: Double
                            switch corner.side {
                            case .members: total = corner.members / side.share
                            case .rest: total = (corner.total - corner.members) / (1 - side.share)
                            default: total = corner.total
                            }
                            if total * side.height < best {
                                best = total * side.height
                                bestMembers = total * side.share
                                bestPersons = total
                            }
                        }
                        value += best
                        allMembers += bestMembers
                        allPersons += bestPersons
                        write?(unit, bestMembers, bestPersons)
                    }
                }
            }
        }
        return (value, allMembers, allPersons)
    }

    /// Values of the tables at both sides of the best slope and, as regions are convex, of the mixture with
    /// this composition.
    private mutating func addTrials(_ search: TangentSearch, _ interval: ClosedRange<Double>, _ level: Double)
    {
        var tables: [(members: [Double], persons: [Double])] = []
        for slope in [search.left, search.right] {
            guard let slope else { continue }
            let line = line(slope, interval, level)
            var members = self.members
            var persons = self.persons
            _ = extreme(slope: slope, intercept: line.intercept) { unit, x, t in
                members[unit] = x
                persons[unit] = t
            }
            tables.append((members, persons))
        }
        trials = TableMixture.values(tables, share: interval.lowerBound) { members, persons in
            self.form.value(members, persons)
        }
    }
}

/// Where a linear function less t V is lowest along each kind of side; the same share in every unit.
struct SideMinima {
    private let rest: (share: Double, height: Double)
    private let members: (share: Double, height: Double)
    private let total: (share: Double, height: Double)

    init(_ diversity: UnitDiversity, slope: Double, intercept: Double) {
        func minimum(_ number: Double, _ falling: (Double) -> Double) -> (share: Double, height: Double) {
            let share = UnitDiversity.crossing(of: number, falling)
            return (share, slope * share + intercept - diversity(share))
        }
        rest = minimum(slope + intercept, diversity.memberSlope)
        // The derivative by others rises with p.
        members = minimum(-intercept) { -diversity.restSlope($0) }
        total = minimum(slope, diversity.slope)
    }

    subscript(_ side: PairRegions.Side) -> (share: Double, height: Double) {
        switch side {
        case .rest: rest
        case .members: members
        default: total
        }
    }
}

/// Tables between two tables.
enum TableMixture {
    /// The values of two tables and of the mixture of both in which the group has this share.
    static func values(
        _ tables: [(members: [Double], persons: [Double])], share: Double,
        _ value: ([Double], [Double]) -> Double
    ) -> [Double] {
        var values = tables.map { value($0.members, $0.persons) }
        guard tables.count == 2 else { return values }
        let excess = tables.map { $0.members.reduce(0, +) - share * $0.persons.reduce(0, +) }
        let weight = excess[1] / (excess[1] - excess[0])
        guard weight > 0, weight < 1 else { return values }
        func mix(_ first: [Double], _ second: [Double]) -> [Double] {
            zip(first, second).map { weight * $0 + (1 - weight) * $1 }
        }
        values.append(
            value(mix(tables[0].members, tables[1].members), mix(tables[0].persons, tables[1].persons)))
        return values
    }
}

/// For one group against the rest: what pairs (members x, persons t) every unit can have, as convex polygons.
///
/// The sides are of four kinds: x fixed, rest fixed, t fixed, or share x/t fixed. On each kind a convex
/// function that grows in proportion with the unit has its lowest point at the same share in every unit,
/// which is what makes the bounds fast.
struct PairRegions: Sendable {
    /// What stays the same along a side; on a ray, where the share does, lowest points are corners.
    enum Side: UInt8 { case ray, rest, members, total }

    struct Corner {
        var members: Double
        var total: Double
        /// The share of the group, 0 in an empty unit.
        var share: Double
        /// The side to the next corner.
        var side: Side
    }

    /// All corners, unit after unit.
    private(set) var corners: [Corner] = []
    /// Where the corners of each unit start, and the number of all corners.
    private(set) var starts: [Int] = [0]
    /// The composition P that tables can have, and that stated totals of groups leave.
    private(set) var shares: ClosedRange<Double>

    var unitCount: Int { starts.count - 1 }

    /// - Returns: `nil` when no table has both members and others.
    init?(_ ranges: CountRanges, group: Int) {
        shares = 0...1
        let groups = ranges.groupCount
        for row in 0..<ranges.unitCount {
            let cell = row * groups + group
            let total = ranges.totalLows[row]...ranges.totalHighs[row]
            if ranges.isByShare[row] {
                let low = ranges.shareLows[cell]
                let high = ranges.shareHighs[cell]
                append([
                    (low * total.lowerBound, total.lowerBound, .total),
                    (high * total.lowerBound, total.lowerBound, .ray),
                    (high * total.upperBound, total.upperBound, .total),
                    (low * total.upperBound, total.upperBound, .ray),
                ])
            } else {
                let cells = row * groups..<(row + 1) * groups
                let others = cells.filter { $0 != cell }
                let rest =
                    others.reduce(0) { $0 + ranges.lows[$1] }...others.reduce(0) { $0 + ranges.highs[$1] }
                append(
                    Self.clipped(members: ranges.lows[cell]...ranges.highs[cell], rest: rest, total: total))
            }
        }
        guard
            let possible = possibleShares(
                ranges, group: group, others: (0..<groups).filter { $0 != group })
        else { return nil }
        shares = possible
    }

    /// Two groups among themselves, leaving out everyone else.
    init?(_ ranges: CountRanges, group: Int, other: Int) {
        shares = 0...1
        let groups = ranges.groupCount
        for row in 0..<ranges.unitCount {
            let first = row * groups
            let (cell, otherCell) = (first + group, first + other)
            let rest = (first..<first + groups).filter { $0 != cell && $0 != otherCell }
            let total = ranges.totalLows[row]...ranges.totalHighs[row]
            if ranges.isByShare[row] {
                let low = 1 - rest.reduce(0) { $0 + ranges.shareHighs[$1] }
                let high = max(low, 1 - rest.reduce(0) { $0 + ranges.shareLows[$1] })
                let unit = Self.clipped(
                    members: ranges.shareLows[cell]...ranges.shareHighs[cell],
                    rest: ranges.shareLows[otherCell]...ranges.shareHighs[otherCell],
                    total: max(0, low)...max(0, high))
                append(
                    Self.hull(
                        unit.flatMap { point in
                            [total.lowerBound, total.upperBound].map {
                                (point.members * $0, point.total * $0)
                            }
                        }))
            } else {
                let low = total.lowerBound - rest.reduce(0) { $0 + ranges.highs[$1] }
                let high = max(low, total.upperBound - rest.reduce(0) { $0 + ranges.lows[$1] })
                append(
                    Self.clipped(
                        members: ranges.lows[cell]...ranges.highs[cell],
                        rest: ranges.lows[otherCell]...ranges.highs[otherCell],
                        total: max(0, low)...max(0, high)))
            }
        }
        guard let possible = possibleShares(ranges, group: group, others: [other]) else { return nil }
        shares = possible
    }

    /// The corners around points, anticlockwise, with the kind of side between them.
    private static func hull(
        _ points: [(members: Double, total: Double)]
    ) -> [(members: Double, total: Double, side: Side)] {
        let sorted = points.sorted { ($0.members, $0.total) < ($1.members, $1.total) }
        func chain(_ points: [(members: Double, total: Double)]) -> [(members: Double, total: Double)] {
            var kept: [(members: Double, total: Double)] = []
            for point in points {
                while kept.count > 1 {
                    let (a, b) = (kept[kept.count - 2], kept[kept.count - 1])
                    let turn =
                        (b.members - a.members) * (point.total - a.total)
                        - (b.total - a.total) * (point.members - a.members)
                    guard turn <= 1e-12 * max(1, point.total * point.total) else { break }
                    kept.removeLast()
                }
                kept.append(point)
            }
            return kept
        }
        let around = chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()
        let corners = around.isEmpty ? Array(sorted.prefix(1)) : Array(around)
        return corners.enumerated().map { place, point in
            let next = corners[(place + 1) % corners.count]
            let scale = 1e-9 * max(1, point.total, next.total)
            let rest = (point.total - point.members) - (next.total - next.members)
            let side: Side =
                abs(point.members - next.members) < scale
                ? .members
                : abs(rest) < scale ? .rest : abs(point.total - next.total) < scale ? .total : .ray
            return (point.members, point.total, side)
        }
    }

    private mutating func append(_ points: [(members: Double, total: Double, side: Side)]) {
        for (place, point) in points.enumerated() {
            let next = points[(place + 1) % points.count]
            // A side without length leaves nothing between its corners.
            if point.members == next.members, point.total == next.total, place + 1 < points.count { continue }
            corners.append(
                Corner(
                    members: point.members, total: point.total,
                    share: point.total > 0 ? min(1, max(0, point.members / point.total)) : 0,
                    side: point.side))
        }
        starts.append(corners.count)
    }

    /// The rectangle of members and rest, cut by the two ends of the total; anticlockwise from low members,
    /// low rest.
    private static func clipped(
        members: ClosedRange<Double>, rest: ClosedRange<Double>, total: ClosedRange<Double>
    ) -> [(members: Double, total: Double, side: Side)] {
        let (a, b) = (members.lowerBound, members.upperBound)
        let (c, d) = (rest.lowerBound, rest.upperBound)
        let (low, high) = (max(total.lowerBound, a + c), min(total.upperBound, b + d))
        var points: [(members: Double, total: Double, side: Side)] = []
        // Every corner of the rectangle is either kept or gives way to the side of a fixed total.
        if low > a + c {
            points.append((max(a, low - d), low, .total))
            points.append((min(b, low - c), low, low - c > b ? .members : .rest))
        } else {
            points.append((a, a + c, .rest))
        }
        if b + c >= low, b + c <= high { points.append((b, b + c, .members)) }
        if high < b + d {
            points.append((min(b, high - c), high, .total))
            points.append((max(a, high - d), high, high - d < a ? .members : .rest))
        } else {
            points.append((b, b + d, .rest))
        }
        if a + d >= low, a + d <= high { points.append((a, a + d, .members)) }
        return points
    }

    /// The lowest and highest X/T, by bisection: a table has a share above P if the sum of the units' highest
    /// x - Pt is above 0.
    private func possibleShares(
        _ ranges: CountRanges, group: Int, others columns: [Int]
    ) -> ClosedRange<Double>? {
        let others = columns.reduce(0) { $0 + ranges.groupLows[$1] }
        let otherHighs = columns.reduce(0) { $0 + ranges.groupHighs[$1] }
        let own = ranges.groupLows[group]...ranges.groupHighs[group]
        guard own.upperBound > 0, otherHighs > 0 else { return nil }
        var lowest = bisect { share in sum(share, lowest: true) <= 0 }
        var highest = 1 - bisect { rest in sum(1 - rest, lowest: false) >= 0 }
        // Published counts are of whole persons, and without one member, or one other, no measure is defined.
        if !ranges.because.contains(.statedRanges) {
            let one = 1 / max(1, sumOfTotals)
            lowest = max(lowest, min(one, highest))
            highest = min(highest, max(1 - one, lowest))
        }
        if ranges.statesGroupTotals {
            lowest = max(lowest, own.lowerBound / (own.lowerBound + otherHighs))
            highest = min(highest, own.upperBound / (own.upperBound + others))
        }
        return min(lowest, highest)...max(lowest, highest)
    }

    /// The most persons there can be.
    private var sumOfTotals: Double {
        (0..<unitCount).reduce(0) { sum, unit in
            sum + (corners[starts[unit]..<starts[unit + 1]].map(\.total).max() ?? 0)
        }
    }

    private func sum(_ share: Double, lowest: Bool) -> Double {
        var sum = 0.0
        for unit in 0..<unitCount {
            var best = lowest ? Double.infinity : -.infinity
            for place in starts[unit]..<starts[unit + 1] {
                let excess = corners[place].members - share * corners[place].total
                best = lowest ? min(best, excess) : max(best, excess)
            }
            sum += best
        }
        return sum
    }

    /// The last number before the first that holds, so that nothing possible is cut off.
    private func bisect(_ holds: (Double) -> Bool) -> Double {
        if holds(0) { return 0 }
        var low = 0.0
        var high = 1.0
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high, high - low > 1e-15 * high else { return low }
            if holds(middle) { high = middle } else { low = middle }
        }
    }
}

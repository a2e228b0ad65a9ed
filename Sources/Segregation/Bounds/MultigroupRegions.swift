/// What counts of several groups every unit can have, as the corners of a convex body.
struct MultigroupRegions: Sendable {
    let groupCount: Int
    /// All corners, unit after unit, one count per group.
    private(set) var corners: [Double] = []
    /// Where the corners of each unit start, and the number of all corners.
    private(set) var starts: [Int] = [0]
    /// The lowest and highest share of each group in the whole.
    let shares: [ClosedRange<Double>]

    var unitCount: Int { starts.count - 1 }

    /// More groups have too many corners.
    static let mostGroups = 6

    /// - Returns: `nil` for more than ``mostGroups`` groups, or when at most one group can have members.
    init?(_ ranges: CountRanges) {
        groupCount = ranges.groupCount
        guard (2...Self.mostGroups).contains(groupCount) else { return nil }
        var shares: [ClosedRange<Double>] = []
        for group in 0..<groupCount {
            if let regions = PairRegions(ranges, group: group) {
                shares.append(regions.shares)
            } else if ranges.groupHighs[group] > 0 {
                return nil
            } else {
                shares.append(0...0)
            }
        }
        self.shares = shares
        for row in 0..<ranges.unitCount {
            let cells = row * groupCount..<(row + 1) * groupCount
            let total = ranges.totalLows[row]...ranges.totalHighs[row]
            if ranges.isByShare[row] {
                let unit = Self.corners(
                    Array(ranges.shareLows[cells]), Array(ranges.shareHighs[cells]), total: 1...1)
                let totals =
                    total.lowerBound == total.upperBound
                    ? [total.upperBound] : [total.lowerBound, total.upperBound]
                for scale in totals { corners += unit.map { $0 * scale } }
            } else {
                corners += Self.corners(Array(ranges.lows[cells]), Array(ranges.highs[cells]), total: total)
            }
            starts.append(corners.count / groupCount)
        }
    }

    /// The corners of a box cut by a lowest and a highest sum: corners of the box that are left, and points
    /// of its edges with such a sum.
    private static func corners(
        _ lows: [Double], _ highs: [Double], total: ClosedRange<Double>
    ) -> [Double] {
        let groups = lows.count
        let slack = 1e-9 * max(1, total.upperBound)
        var points: [[Double]] = []
        func keep(_ point: [Double]) {
            let isNew = !points.contains { zip($0, point).allSatisfy { abs($0 - $1) <= slack } }
            if isNew { points.append(point) }
        }
        for choice in 0..<1 << groups {
            let point = (0..<groups).map { choice >> $0 & 1 == 0 ? lows[$0] : highs[$0] }
            let sum = point.reduce(0, +)
            if sum >= total.lowerBound - slack, sum <= total.upperBound + slack { keep(point) }
            for group in 0..<groups where choice >> group & 1 == 0 {
                let others = sum - point[group]
                for bound in Set([total.lowerBound, total.upperBound]).sorted() {
                    let rest = bound - others
                    guard rest > lows[group] + slack, rest < highs[group] - slack else { continue }
                    var cut = point
                    cut[group] = rest
                    keep(cut)
                }
            }
        }
        return points.flatMap { $0 }
    }

    /// The tables in which every unit is pushed to the corner farthest from the composition of a table, and
    /// nearest to it.
    func pushed(from table: ContingencyTable) -> [ContingencyTable] {
        let all = table.total
        guard all > 0 else { return [] }
        let composition = table.groupTotals.map { $0 / all }
        return [-1.0, 1].map { sign in
            var counts = table.counts
            for unit in 0..<unitCount {
                var best =
                    sign < 0 ? distance(counts[unit * groupCount..<(unit + 1) * groupCount], composition) : 0
                for corner in starts[unit]..<starts[unit + 1] {
                    let cells = corners[corner * groupCount..<(corner + 1) * groupCount]
                    let apart = distance(cells, composition)
                    guard sign * (apart - best) > 0 else { continue }
                    best = apart
                    counts.replaceSubrange(unit * groupCount..<(unit + 1) * groupCount, with: cells)
                }
            }
            return ContingencyTable(
                trustedGroups: table.groups, counts: counts, unitIdentifiers: table.unitIdentifiers)
        }
    }

    /// Σ |x - t P|.
    private func distance(_ counts: ArraySlice<Double>, _ composition: [Double]) -> Double {
        let total = counts.reduce(0, +)
        return zip(counts, composition).reduce(0) { $0 + abs($1.0 - total * $1.1) }
    }
}

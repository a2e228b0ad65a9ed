internal import Stochastics

extension ContingencyTable {
    /// The table with other sizes of units and groups and its own odds ratios, by iterative proportional fitting (Deming
    /// and Stephan 1940).
    ///
    /// For instance last year's pattern with this year's totals. Cells of 0 stay 0.
    /// - Parameters:
    ///   - unitTotals: the persons each unit is to have, in the order of the table.
    ///   - groupTotals: the persons each group is to have, in the order of the table; they add up to the same.
    ///   - tolerance: how far a margin may stay from its target, as a share of it.
    /// - Throws: targets of another number, below 0 or with another sum, and ``SegregationError/marginsOutOfReach(steps:)``
    ///   where cells of 0 keep the margins from being met.
    public func fitted(
        unitTotals: [Double], groupTotals: [Double], tolerance: Double = 1e-12
    ) throws(SegregationError) -> ContingencyTable {
        try Self.check(unitTotals, "unit total", expected: unitCount)
        try Self.check(groupTotals, "group total", expected: groupCount)
        guard tolerance > 0, tolerance < 1 else {
            throw .parameter(name: "tolerance", found: tolerance, expected: "between 0 and 1")
        }
        let sum = unitTotals.compensatedSum()
        guard abs(sum - groupTotals.compensatedSum()) <= 1e-9 * max(sum, 1e-300) else {
            throw .parameter(
                name: "sum of group totals", found: groupTotals.compensatedSum(),
                expected: "the sum of the unit totals, \(sum)")
        }
        var cells = counts
        for _ in 0..<Self.mostFittingSteps {
            scale(&cells, groups: groupTotals)
            scale(&cells, units: unitTotals)
            if isFitted(cells, unitTotals, groupTotals, tolerance) { return try replacingCounts(by: cells) }
        }
        throw .marginsOutOfReach(steps: Self.mostFittingSteps)
    }

    private static let mostFittingSteps = 20_000

    private static func check(
        _ targets: [Double], _ what: String, expected: Int
    ) throws(SegregationError) {
        guard targets.count == expected else {
            throw .placeCount(what: what, found: targets.count, expected: expected)
        }
        for (row, target) in targets.enumerated() where !(target >= 0 && target.isFinite) {
            throw .placeValue(what: what, row: row, found: target, expected: "0 or more")
        }
    }

    private func scale(_ cells: inout [Double], groups targets: [Double]) {
        var sums = [Double](repeating: 0, count: groupCount)
        for cell in cells.indices { sums[cell % groupCount] += cells[cell] }
        for cell in cells.indices where sums[cell % groupCount] > 0 {
            cells[cell] *= targets[cell % groupCount] / sums[cell % groupCount]
        }
    }

    private func scale(_ cells: inout [Double], units targets: [Double]) {
        for unit in 0..<unitCount {
            let row = unit * groupCount..<(unit + 1) * groupCount
            let sum = cells[row].reduce(0, +)
            guard sum > 0 else { continue }
            for cell in row { cells[cell] *= targets[unit] / sum }
        }
    }

    private func isFitted(
        _ cells: [Double], _ units: [Double], _ groups: [Double], _ tolerance: Double
    ) -> Bool {
        var sums = [Double](repeating: 0, count: groupCount)
        for unit in 0..<unitCount {
            var sum = 0.0
            for group in 0..<groupCount {
                sum += cells[unit * groupCount + group]
                sums[group] += cells[unit * groupCount + group]
            }
            guard abs(sum - units[unit]) <= tolerance * units[unit] else { return false }
        }
        return zip(sums, groups).allSatisfy { abs($0 - $1) <= tolerance * $1 }
    }
}

import Stochastics
import Testing

@testable import Segregation

/// Bounds of one group against the rest, against every table there is and against random tables.
@Suite struct PairBoundsTests {
    /// Small tables, of which every consistent one in whole persons can be listed.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func noConsistentTableLiesOutside(seed: UInt64) throws {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        let units = 3
        let rows = (0..<units).map { _ in
            (0..<2).map { _ in
                let low = Double(stream.integer(below: 9))
                return low...low + Double(stream.integer(below: 5))
            }
        }
        // Two tables in three also know the totals of their units.
        let totals: [ClosedRange<Double>?]? =
            seed % 3 == 0
            ? nil
            : rows.map { cells in
                let low = cells[0].lowerBound + cells[1].lowerBound
                let high = cells[0].upperBound + cells[1].upperBound
                let from = low + Double(stream.integer(below: UInt32(high - low + 1)))
                return from...(seed % 3 == 1 ? from : min(high, from + 2))
            }
        let ranges = try CountRanges(groups: [.low, .high], rows: rows, unitTotals: totals)
        var values: [String: ClosedRange<Double>] = [:]
        try forEachTable(rows, totals) { counts in
            let table = try twoGroups(counts)
            for identifier in PairBounds.identifiers + ["M"] {
                let row = try table.measure([identifier], options: .plain)
                guard let value = row.first?.estimate.value.number else { continue }
                let range = values[identifier] ?? value...value
                values[identifier] = min(range.lowerBound, value)...max(range.upperBound, value)
            }
        }
        var bounds = try #require(PairBounds(ranges, group: 0))
        for (identifier, range) in values {
            let given = bounds.bounds(identifier)
            let found = try #require(given, "\(identifier)")
            #expect(found.lowest <= range.lowerBound + 1e-9, "\(identifier) \(found) \(range)")
            #expect(found.highest >= range.upperBound - 1e-9, "\(identifier) \(found) \(range)")
            #expect(found.lowest <= found.lowestFound && found.highestFound <= found.highest)
            print(seed, identifier, range, found)
        }
    }

    private func forEachTable(
        _ rows: [[ClosedRange<Double>]], _ totals: [ClosedRange<Double>?]?, _ body: ([[Double]]) throws -> Void
    ) throws {
        func fill(_ row: Int, _ counts: [[Double]]) throws {
            guard row < rows.count else { return try body(counts) }
            for x in stride(from: rows[row][0].lowerBound, through: rows[row][0].upperBound, by: 1) {
                for y in stride(from: rows[row][1].lowerBound, through: rows[row][1].upperBound, by: 1) {
                    if let total = totals?[row], !total.contains(x + y) { continue }
                    try fill(row + 1, counts + [[x, y]])
                }
            }
        }
        try fill(0, [])
    }
}

extension MeasureOptions {
    /// Values only.
    static var plain: MeasureOptions {
        var options = MeasureOptions()
        options.draws = 0
        options.includesLocalMeasures = false
        return options
    }
}

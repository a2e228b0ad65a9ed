import Segregation
import Stochastics
import Testing

/// The exact expectation under no segregation against shuffling persons over units.
@Suite struct ChanceTests {
    @Test func exactExpectationsLieWithinTheErrorOfShuffling() throws {
        let table = try randomTable(units: 12, seed: 5, empty: [2])
        let report = try MeasureReport(of: table)
        let exact = report.rows.filter { $0.unit == nil && $0.estimate.expectedUnderNoSegregation != nil }
        #expect(exact.count > 30)
        var persons = (0..<3).flatMap { group in
            [Int](repeating: group, count: Int(table.groupTotals[group]))
        }
        let draws = 2000
        var sums = [Double](repeating: 0, count: exact.count)
        var squares = sums
        var stream = RandomStream(seed: 6, purpose: .permutation)
        for _ in 0..<draws {
            persons.shuffle(using: &stream)
            let values = try shuffled(table, persons).allAspatialMeasures(includingLocal: false)
            let byName = Dictionary(uniqueKeysWithValues: values.map { (key($0), $0.estimate.value.number) })
            for (place, row) in exact.enumerated() {
                let value = (byName[key(row)] ?? nil) ?? .nan
                sums[place] += value
                squares[place] += value * value
            }
        }
        for (place, row) in exact.enumerated() where row.identifier != "D-matrix" {
            let mean = sums[place] / Double(draws)
            let variance = max(0, squares[place] / Double(draws) - mean * mean)
            let expected = try #require(row.estimate.expectedUnderNoSegregation)
            #expect(
                abs(mean - expected) <= 5 * (variance / Double(draws)).squareRoot() + 1e-12,
                "\(row.identifier)")
        }
    }

    private func key(_ row: MeasureRow) -> String {
        "\(row.identifier) \(row.groups) \(row.parameters)"
    }

    private func shuffled(_ table: ContingencyTable, _ persons: [Int]) throws -> ContingencyTable {
        var counts = [Double](repeating: 0, count: table.counts.count)
        var next = 0
        for (unit, total) in table.unitTotals.enumerated() {
            for _ in 0..<Int(total) {
                counts[unit * 3 + persons[next]] += 1
                next += 1
            }
        }
        return try ContingencyTable(
            groups: table.groups, counts: counts, unitIdentifiers: table.unitIdentifiers)
    }

    /// With two groups the comparison of the pair is the comparison with the rest.
    @Test func theExpectationOfAPairIsTheExpectationAgainstTheRest() throws {
        let report = try MeasureReport(of: try twoGroups([[4, 10], [8, 6], [6, 5], [9, 21]]))
        let pair = report.row("D-matrix", .low, .high)?.estimate.expectedUnderNoSegregation
        let rest = report.row("D-vs-rest", .low)?.estimate.expectedUnderNoSegregation
        #expect(agree(pair, rest) && pair != nil)
    }

    @Test func anEvenTownOfSmallUnitsIsBelowChanceAndNotAbove() throws {
        let table = try twoGroups((0..<50).map { _ in [5, 5] })
        let row = try #require(try MeasureReport(of: table).row("D-vs-rest", .low))
        #expect(row.estimate.value == .defined(0))
        #expect((row.estimate.expectedUnderNoSegregation ?? 0) > 0.2)
        #expect(row.estimate.corrected == -1)
    }

    @Test func correctionsKeepFullSegregationAtOne() {
        #expect(ChanceCorrection.rescaled.correct(1, expected: 0.3) == 1)
        #expect(ChanceCorrection.rescaled.correct(0.3, expected: 0.3) == 0)
        #expect(ChanceCorrection.rescaled.correct(0, expected: 0.3) == -1)
        #expect(ChanceCorrection.subtracted.correct(0.5, expected: 0.25) == 0.25)
        #expect(ChanceCorrection.none.correct(0.5, expected: 0.25) == nil)
    }
}

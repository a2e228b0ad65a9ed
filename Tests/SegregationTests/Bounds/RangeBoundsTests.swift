import Stochastics
import Testing

@testable import Segregation

/// Bounds over ranges of counts, against every table there is and against random tables.
@Suite struct RangeBoundsTests {
    /// Small tables of two groups, of which every consistent one in whole persons can be listed.
    @Test(arguments: 1...9 as ClosedRange<UInt64>)
    func noConsistentTableOfTwoGroupsLiesOutside(seed: UInt64) throws {
        let case2 = try SmallRanges(units: 3, groups: 2, widest: 4, seed: seed)
        try check(case2, PairBounds.identifiers + ["M", "H", "D-multi", "Gini-multi", "R-multi", "D-matrix"])
    }

    /// Three groups, with a matrix of exposures.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func noConsistentTableOfThreeGroupsLiesOutside(seed: UInt64) throws {
        let case3 = try SmallRanges(units: 2, groups: 3, widest: 4, seed: seed + 100)
        try check(
            case3,
            [
                "M", "H", "R-multi", "D-multi", "Gini-multi", "D-matrix", "exposure-matrix", "H-vs-rest",
                "D-vs-rest",
            ])
    }

    private func check(_ small: SmallRanges, _ identifiers: [String]) throws {
        var seen: [NamedRange: ClosedRange<Double>] = [:]
        var tables = 0
        try small.forEachTable { table in
            tables += 1
            for row in try table.measure(identifiers, options: .plain) {
                guard let value = row.estimate.value.number else { continue }
                let key = NamedRange(row)
                let range = seen[key] ?? value...value
                seen[key] = min(range.lowerBound, value)...max(range.upperBound, value)
            }
        }
        #expect(tables > 0)
        var bounded = 0
        for row in try small.ranges.measure(identifiers, options: .plain) {
            guard let range = seen[NamedRange(row)] else { continue }
            guard let bounds = row.estimate.bounds else {
                // D of a group and itself is 0.
                #expect(row.identifier == "D-matrix" && row.groups[0] == row.groups[1])
                continue
            }
            bounded += 1
            #expect(bounds.lowest <= range.lowerBound + 1e-9, "\(row.identifier) \(bounds) \(range)")
            #expect(bounds.highest >= range.upperBound - 1e-9, "\(row.identifier) \(bounds) \(range)")
            #expect(bounds.lowest <= bounds.lowestFound + 1e-12 && bounds.lowestFound <= bounds.highestFound)
            #expect(bounds.highestFound <= bounds.highest + 1e-12)
            // The highest D, H, M, R and isolation of two groups are those of corners, which are whole
            // persons.
            let atCorner = ["D-vs-rest", "H-vs-rest", "eta2", "isolation", "hutchens-sqrt-vs-rest"]
            if bounds.kind == .sharp, atCorner.contains(row.identifier) {
                #expect(abs(bounds.highest - range.upperBound) < 1e-5, "\(row.identifier) \(bounds) \(range)")
            }
        }
        #expect(bounded > 0)
    }

    /// Larger tables: rounded to 5 with rounded totals, suppressed cells, and shares in per cent.
    @Test(arguments: [2, 3, 5], 1...2 as ClosedRange<UInt64>)
    func noDrawnTableLiesOutside(groups: Int, seed: UInt64) throws {
        let published = try Published(units: 25, groups: groups, seed: seed)
        for ranges in [try published.rounded(), try published.suppressed(), try published.percentages()] {
            let rows = try ranges.measure(options: .plain)
            #expect(rows.contains { $0.estimate.bounds != nil })
            for table in ranges.imputations(12, seed: seed) + [ranges.middle, published.truth] {
                let values = try table.measure(CountRanges.boundedMeasures, options: .plain)
                for (value, row) in zip(values, rows) {
                    guard let number = value.estimate.value.number, let bounds = row.estimate.bounds else {
                        continue
                    }
                    #expect(row.identifier == value.identifier && row.groups == value.groups)
                    #expect(bounds.lowest - 1e-9 <= number, "\(row.identifier) \(number) \(bounds)")
                    #expect(bounds.highest + 1e-9 >= number, "\(row.identifier) \(number) \(bounds)")
                }
            }
        }
    }

    /// In towns of the usual size the proof reaches what the search found.
    @Test func boundsOfTwoGroupsAreSharpInTownsOfUsualSize() throws {
        let published = try Published(units: 80, groups: 2, seed: 7)
        for ranges in [try published.rounded(), try published.suppressed(), try published.percentages()] {
            for row in try ranges.measure(
                ["D-vs-rest", "H-vs-rest", "eta2", "isolation", "interaction-with-rest", "M"], options: .plain
            ) {
                #expect(row.estimate.bounds?.kind == .sharp, "\(row.identifier) \(row.estimate)")
            }
            let gini = try ranges.measure(["Gini-vs-rest"], options: .plain)[0].estimate.bounds
            #expect((gini?.width ?? 1) < 0.16, "\(String(describing: gini))")
        }
    }

    /// A group that may have no member at all is bounded as far as it has one.
    @Test func aGroupThatMayBeAbsentIsBoundedWhereItIsNot() throws {
        let ranges = try CountRanges(
            groups: [.low, .high], published: [[nil, 40], [nil, 60], [0, 50]], suppressed: 0...2)
        var seen: [String: ClosedRange<Double>] = [:]
        for first in 0...2 {
            for second in 0...2 where first + second > 0 {
                let table = try twoGroups([[Double(first), 40], [Double(second), 60], [0, 50]])
                for row in try table.measure(["D-vs-rest", "isolation"], options: .plain)
                where row.groups == [.low] {
                    guard let value = row.estimate.value.number else { continue }
                    let range = seen[row.identifier] ?? value...value
                    seen[row.identifier] = min(range.lowerBound, value)...max(range.upperBound, value)
                }
            }
        }
        for row in try ranges.measure(["D-vs-rest", "isolation"], options: .plain) where row.groups == [.low]
        {
            let bounds = try #require(row.estimate.bounds)
            let range = try #require(seen[row.identifier])
            #expect(bounds.lowest <= range.lowerBound && range.upperBound <= bounds.highest)
            #expect(bounds.highest < 1)
        }
    }

    @Test func knownCountsLeaveNoRange() throws {
        let table = try randomTable(units: 12, seed: 4, empty: [2])
        let ranges = try CountRanges.rounded(table, to: 1)
        let values = try table.measure(CountRanges.boundedMeasures, options: .plain)
        for (row, value) in zip(try ranges.measure(options: .plain), values) {
            #expect(agree(row.estimate.value.number, value.estimate.value.number))
            guard let bounds = row.estimate.bounds, let number = value.estimate.value.number else { continue }
            #expect(
                bounds.width < 2e-4 && bounds.lowest <= number + 1e-12 && number <= bounds.highest + 1e-12)
            #expect(bounds.because.isEmpty)
        }
    }

    /// More known can only narrow bounds.
    @Test func totalsNarrowBounds() throws {
        let published = try Published(units: 20, groups: 2, seed: 9)
        let without = try CountRanges.rounded(published.table, to: 5)
        let within = try CountRanges.rounded(
            published.table, to: 5,
            groupTotals: published.truth.groupTotals.map { ($0 / 5).rounded() * 5 })
        for identifier in ["D-vs-rest", "H-vs-rest", "isolation"] {
            let wide = try #require(try without.measure([identifier], options: .plain)[0].estimate.bounds)
            let narrow = try #require(try within.measure([identifier], options: .plain)[0].estimate.bounds)
            #expect(wide.lowest <= narrow.lowest + 3e-7 && narrow.highest <= wide.highest + 3e-7)
            #expect(narrow.width < wide.width && narrow.kind == .outer)
            let value = try #require(
                try published.truth.measure([identifier], options: .plain)[0].estimate.value.number)
            #expect(narrow.lowest <= value && value <= narrow.highest)
        }
    }
}

/// The identifying part of a row.
struct NamedRange: Hashable {
    let identifier: String
    let groups: [Group]

    init(_ row: MeasureRow) {
        identifier = row.identifier
        groups = row.groups
    }
}

/// A few units with short ranges.
struct SmallRanges {
    let ranges: CountRanges
    private let rows: [[ClosedRange<Double>]]
    private let totals: [ClosedRange<Double>?]?

    /// Two tables in three also know the totals of their units.
    init(units: Int, groups: Int, widest: UInt32, seed: UInt64) throws {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        rows = (0..<units).map { _ in
            (0..<groups).map { _ in
                let low = Double(stream.integer(below: 9))
                return low...low + Double(stream.integer(below: widest))
            }
        }
        totals =
            seed % 3 == 0
            ? nil
            : rows.map { cells in
                let low = cells.reduce(0) { $0 + $1.lowerBound }
                let high = cells.reduce(0) { $0 + $1.upperBound }
                let from = low + Double(stream.integer(below: UInt32(high - low + 1)))
                return from...(seed % 3 == 1 ? from : min(high, from + 2))
            }
        ranges = try CountRanges(
            groups: (0..<groups).map { Group(rawValue: "g\($0)") }, rows: rows, unitTotals: totals)
    }

    /// Every table of whole persons in keeping with the ranges.
    func forEachTable(_ body: (ContingencyTable) throws -> Void) throws {
        let cells = rows.flatMap { $0 }
        let groups = ranges.groupCount
        func fill(_ counts: [Double]) throws {
            if !counts.isEmpty, counts.count % groups == 0 {
                let unit = counts.count / groups - 1
                if let total = totals?[unit], !total.contains(counts.suffix(groups).reduce(0, +)) { return }
            }
            guard counts.count < cells.count else {
                return try body(
                    ContingencyTable(
                        groups: ranges.groups, counts: counts, unitIdentifiers: ranges.unitIdentifiers))
            }
            let range = cells[counts.count]
            for count in stride(from: range.lowerBound, through: range.upperBound, by: 1) {
                try fill(counts + [count])
            }
        }
        try fill([])
    }
}

/// A town and what an office publishes of it.
struct Published {
    let truth: ContingencyTable
    /// Rounded to 5.
    let table: ContingencyTable

    init(units: Int, groups: Int, seed: UInt64) throws {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        let rows = (0..<units).map { (unit: Int) -> [Double] in
            (0..<groups).map { (group: Int) -> Double in
                let end: UInt32 = group == 0 ? UInt32(3 + unit * 4) : 260
                return Double(stream.integer(below: end))
            }
        }
        let names = (0..<groups).map { Group(rawValue: "g\($0)") }
        truth = try ContingencyTable(groups: names, rows: rows)
        table = try ContingencyTable(
            groups: names, rows: rows.map { $0.map { ($0 / 5).rounded() * 5 } })
    }

    private var totals: [Double] { truth.unitTotals.map { ($0 / 5).rounded() * 5 } }

    func rounded() throws -> CountRanges {
        try CountRanges.rounded(table, to: 5, unitTotals: totals)
    }

    func suppressed() throws -> CountRanges {
        try CountRanges(
            groups: truth.groups,
            published: (0..<truth.unitCount).map { unit in
                zip(truth.counts(inUnit: unit), table.counts(inUnit: unit)).map { $0 < 10 ? nil : $1 }
            }, roundedTo: 5, suppressed: 0...9, unitTotals: totals)
    }

    func percentages() throws -> CountRanges {
        try CountRanges(
            groups: truth.groups,
            percentages: (0..<truth.unitCount).map { unit in
                let total = max(1, truth.counts(inUnit: unit).reduce(0, +))
                return truth.counts(inUnit: unit).map { (100 * $0 / total).rounded() }
            }, of: totals, totalsRoundedTo: 5)
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

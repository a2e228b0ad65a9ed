import Stochastics
import Testing

@testable import Segregation

@Suite struct CountRangesTests {
    @Test func aRoundedCountStandsForTheWholeCountsThatRoundToIt() throws {
        let ranges = try CountRanges.rounded(try twoGroups([[10, 0], [25, 5]]), to: 5)
        #expect(ranges.range(unit: 0, group: 0) == 8...12)
        #expect(ranges.range(unit: 0, group: 1) == 0...2)
        #expect(ranges.total(ofUnit: 0) == 8...14)
        #expect(ranges.total(ofGroup: 0) == 31...39)
        let tens = try CountRanges.rounded(try twoGroups([[10, 0]]), to: 10)
        #expect(tens.range(unit: 0, group: 0) == 5...15)
    }

    /// A cell that was withheld is missing and not 0, and the unit's total says what it can be.
    @Test func aSuppressedCellIsWhatTheTotalLeaves() throws {
        let ranges = try CountRanges(
            groups: [.low, .high], published: [[nil, 40], [20, 30]], suppressed: nil, unitTotals: [47, nil])
        #expect(ranges.range(unit: 0, group: 0) == 7...7)
        let stated = try CountRanges(
            groups: [.low, .high], published: [[nil, 40], [20, nil]], roundedTo: 5, suppressed: 0...4,
            unitTotals: [45, nil])
        // 38 to 42 others and 43 to 47 in all leave 1 to 4, and 39 to 42.
        #expect(stated.range(unit: 0, group: 0) == 1...4)
        #expect(stated.range(unit: 0, group: 1) == 39...42)
        #expect(stated.range(unit: 1, group: 1) == 0...4)
        #expect(stated.because == [.rounding, .suppression])
    }

    @Test func sharesOfATotalBecomeRanges() throws {
        let ranges = try CountRanges(
            groups: [.low, .high], percentages: [[20, 80], [nil, nil]], of: [100, 50], totalsRoundedTo: 5)
        #expect(agree(ranges.range(unit: 0, group: 0).lowerBound, 0.195 * 98))
        #expect(agree(ranges.range(unit: 0, group: 0).upperBound, 0.205 * 102))
        #expect(ranges.range(unit: 1, group: 0) == 0...52)
        // With one share fewer than groups the last group is the rest.
        let rest = try CountRanges(groups: [.low, .high], percentages: [[20.5]], of: [1000], decimals: 1)
        #expect(agree(rest.range(unit: 0, group: 1).lowerBound, 794.5))
    }

    @Test func whatCannotBeIsRefusedInOneLine() throws {
        let wrong: [() throws -> CountRanges] = [
            { try CountRanges.rounded(try twoGroups([[12, 0]]), to: 5) },
            { try CountRanges(groups: [.low, .high], published: [[nil, 3]], suppressed: nil) },
            {
                try CountRanges(
                    groups: [.low, .high], published: [[20, 30]], suppressed: nil, unitTotals: [40])
            },
            {
                try CountRanges(
                    groups: [.low, .high], published: [[nil, 30]], suppressed: 0...4, unitTotals: [60])
            },
            {
                try CountRanges(
                    groups: [.low, .high], published: [[2, 3]], suppressed: nil, unitTotals: [5, 6])
            },
            {
                try CountRanges(
                    groups: [.low, .high], published: [[2, 3]], suppressed: nil, groupTotals: [9, nil])
            },
            { try CountRanges(groups: [.low, .high], percentages: [[60, 60]], of: [100]) },
            { try CountRanges(groups: [.low, .high], percentages: [[120, 0]], of: [100]) },
            { try CountRanges(groups: [.low, .high], percentages: [[20, 80]], of: []) },
            { try CountRanges(groups: [.low, .high], rows: [[-1...2, 0...3]]) },
            { try CountRanges(groups: [.low, .high], published: [[1, -5]], suppressed: nil) },
            { try CountRanges(groups: [.low, .high], published: [[1]], suppressed: nil) },
            { try CountRanges(groups: [.low, .high], published: [[1, nil]], suppressed: -3...4) },
            { try CountRanges.rounded(try twoGroups([[10, 0]]), to: 0.5) },
        ]
        for make in wrong {
            let error = #expect(throws: SegregationError.self) { try make() }
            #expect(error.map { !$0.description.contains("\n") && $0.description.count > 20 } == true)
        }
        let ranges = try CountRanges.rounded(try twoGroups([[10, 20]]), to: 5)
        #expect(throws: SegregationError.unknownMeasure(identifier: "Q")) { try ranges.measure(["Q"]) }
        for identifier in ["LQ", "local-entropy", "SP-multi", "D-density-corrected-vs-rest"] {
            #expect(throws: SegregationError.self) { try ranges.measure([identifier]) }
        }
    }

    @Test func drawnTablesKeepToEverythingThatIsKnown() throws {
        let published = try Published(units: 30, groups: 3, seed: 3)
        let groupTotals = published.truth.groupTotals.map { Optional($0) }
        let withTotals = try CountRanges(
            groups: published.truth.groups,
            rows: (0..<30).map { unit in published.table.counts(inUnit: unit).map { max(0, $0 - 2)...$0 + 2 }
            },
            groupTotals: groupTotals.map { $0.map { $0...$0 } })
        for ranges in [
            try published.rounded(), try published.suppressed(), try published.percentages(), withTotals,
        ] {
            let tables = ranges.imputations(30, seed: 5)
            #expect(tables == ranges.imputations(30, seed: 5) && tables != ranges.imputations(30, seed: 6))
            for table in tables {
                for unit in 0..<30 {
                    for group in 0..<3 {
                        let range = ranges.range(unit: unit, group: group)
                        let count = table.counts[unit * 3 + group]
                        #expect(count >= range.lowerBound - 1e-9 && count <= range.upperBound + 1e-9)
                    }
                    let total = table.unitTotals[unit]
                    #expect(total >= ranges.total(ofUnit: unit).lowerBound - 1e-9)
                    #expect(total <= ranges.total(ofUnit: unit).upperBound + 1e-9)
                }
                if ranges == withTotals {
                    #expect(table.groupTotals == published.truth.groupTotals)
                    #expect(table.holdsWholeNumbers)
                }
            }
        }
    }

    /// Every combination that keeps to the ranges and the sum comes up equally often, by either way of
    /// drawing.
    @Test(arguments: [9.0...9, 3.0...6])
    func everyCombinationIsEquallyLikely(total: ClosedRange<Double>) throws {
        let box = try #require(WholeBox(lows: [1, 0, 2], highs: [3, 4, 5], total: total))
        var stream = RandomStream(seed: 2, purpose: .selfTest)
        var seen: [[Double]: Double] = [:]
        let draws = 40_000.0
        var counts = [0.0, 0, 0]
        for _ in 0..<Int(draws) {
            counts.withUnsafeMutableBufferPointer { box.draw(into: $0, using: &stream) }
            seen[counts, default: 0] += 1
        }
        var possible = 0
        for x in 1...3 {
            for y in 0...4 {
                for z in 2...5 where total.contains(Double(x + y + z)) {
                    possible += 1
                    #expect(seen[[Double(x), Double(y), Double(z)]] != nil)
                }
            }
        }
        #expect(seen.count == possible)
        let expected = draws / Double(possible)
        let chiSquared = seen.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        // Five standard deviations above the mean of the law.
        #expect(chiSquared < Double(possible) + 5 * (2 * Double(possible)).squareRoot())
    }

    /// The spread of draws of draws is what Rubin's rules add up: within plus between.
    @Test func intervalsHoldBothRoundingAndChance() throws {
        let published = try Published(units: 40, groups: 2, seed: 11)
        let ranges = try CountRanges.rounded(
            try ContingencyTable(
                groups: published.truth.groups,
                rows: (0..<40).map { published.truth.counts(inUnit: $0).map { ($0 / 10).rounded() * 10 } }),
            to: 10)
        var options = MeasureOptions()
        options.draws = 600
        options.includesLocalMeasures = false
        let row = try ranges.measure(["D-vs-rest"], options: options)[0]
        let bounds = try #require(row.estimate.bounds)
        let between = try #require(row.estimate.imputationError)
        let all = try #require(row.estimate.standardError)
        var within = 0.0
        for table in ranges.imputations(10) {
            let error = try #require(
                try table.measure(["D-vs-rest"], options: options)[0].estimate.standardError)
            within += error * error / 10
        }
        #expect(between > 0 && between < all)
        #expect(abs(all - (within + between * between).squareRoot()) < 0.1 * all)
        let value = try #require(row.estimate.value.number)
        #expect(bounds.lowest < value && value < bounds.highest)
        options.threads = 3
        #expect(try ranges.measure(["D-vs-rest"], options: options)[0] == row)
        let interval = try #require(row.estimate.interval)
        #expect(interval.lower < interval.upper && interval.draws == 600)
    }

    @Test func aChangeIsToldFromRounding() throws {
        let before = try CountRanges.rounded(
            try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]]), to: 5)
        let near = try CountRanges.rounded(
            try twoGroups([[10, 90], [20, 80], [60, 40], [90, 15]]), to: 5)
        let even = try CountRanges.rounded(
            try twoGroups([[45, 55], [40, 50], [50, 50], [55, 45]]), to: 5)
        for change in try before.change(to: near) { #expect(change.answer == .withinRanges) }
        for change in try before.change(to: even) {
            #expect(change.answer == .fell && change.difference.highest < 0)
            #expect(change.difference.kind == .sharp)
        }
        for change in try even.change(to: before) { #expect(change.answer == .rose) }
        #expect(throws: SegregationError.self) {
            try before.change(to: CountRanges.rounded(randomTable(units: 3), to: 1))
        }
        for answer in RangeAnswer.allCases { #expect(!answer.english.isEmpty && !answer.dutch.isEmpty) }
    }

    @Test func tablesWithoutMembersHaveNoBounds() throws {
        let empty = try CountRanges.rounded(try twoGroups([[0, 10], [0, 20]]), to: 1)
        for row in try empty.measure(["D-vs-rest", "isolation"], options: .plain) where row.groups == [.low] {
            #expect(row.estimate.bounds == nil && row.estimate.value == .undefined(.absentGroup("low")))
        }
    }
}

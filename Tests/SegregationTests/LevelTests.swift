import Foundation
import Segregation
import Stochastics
import Testing

/// Parts by level of nested areas, with intervals.
@Suite struct LevelTests {
    /// Six areas of five units: the likelihood of a balanced design has its maximum in closed form.
    @Test func variancesOfABalancedDesignAreThoseOfTheFormula() throws {
        var stream = RandomStream(seed: 2, purpose: .selfTest)
        let rows = (0..<30).map { unit -> [Double] in
            let share = 0.15 + 0.12 * Double(unit / 5)
            let size = 200 + Double(stream.integer(below: 200))
            let members = (size * (share + 0.2 * (stream.unit() - 0.5))).rounded()
            return [members, size - members]
        }
        let table = try twoGroups(rows)
        var options = MeasureOptions()
        options.draws = 0
        let areas = (0..<30).map { "a\($0 / 5)" }
        let found = try #require(
            try table.multilevelDissimilarity(
                of: .low, from: .rest, levels: [("area", areas)], options: options))
        let (own, rest) = (table.groupTotals[0], table.groupTotals[1])
        let values = rows.map { $0[0] / own - $0[1] / rest }
        let means = (0..<6).map { area in values[5 * area..<5 * area + 5].reduce(0, +) / 5 }
        let within =
            values.enumerated().reduce(0.0) { $0 + pow($1.element - means[$1.offset / 5], 2) } / (6 * 4)
        let between = means.reduce(0.0) { $0 + $1 * $1 } / 6 - within / 5
        #expect(found.isSettled && between > 0)
        #expect(agree(found.levels[0].variance / between, 1, within: 1e-8))
        #expect(agree(found.levels[1].variance / within, 1, within: 1e-8))
        // The effect of an area is its mean, drawn towards 0.
        let shrink = between / (between + within / 5)
        for (area, mean) in zip(found.levels[0].areas, means) {
            #expect(agree(area.effect, shrink * mean, within: 1e-6))
        }
        #expect(found.levels[0].areas.map(\.label) == (0..<6).map { "a\($0)" })
        let flat = zip(values, areas).map { value, area in
            abs(value - (found.levels[0].areas.first { $0.label == area }?.effect ?? .nan))
        }
        #expect(
            agree(found.levels[0].holdback, flat.reduce(0, +) / 2 / found.dissimilarity - 1, within: 1e-9))
    }

    @Test func theWholeIsTheDissimilarityAndSharesAddUpToOne() throws {
        let table = try randomTable(units: 48, seed: 4, empty: [3, 17])
        let levels = [("half", (0..<48).map { "h\($0 / 24)" }), ("part", (0..<48).map { "p\($0 / 6 % 4)" })]
        var options = MeasureOptions()
        options.draws = 0
        let found = try #require(
            try table.multilevelDissimilarity(of: .low, from: .rest, levels: levels, options: options))
        #expect(agree(found.dissimilarity, try table.dissimilarity(of: .low, from: .rest).number))
        #expect(agree(found.levels.map(\.varianceShare).reduce(0, +), 1))
        #expect(found.levels.map(\.name) == ["half", "part", "unit"])
        // Equal names in both halves are areas of their own.
        #expect(found.levels[1].areas.count == 8)
        #expect(found.levels.allSatisfy { $0.intervalAbsence == .notRequested })
    }

    /// Two towns with the same D: in one the halves differ, in the other neighbours do.
    @Test func theScaleAtWhichGroupsLiveApartIsFound() throws {
        func levels(_ isLow: (Int) -> Bool) throws -> MultilevelDissimilarity {
            let table = try twoGroups((0..<64).map { isLow($0) ? [90, 10] : [10, 90] })
            let labels = (0..<64).map { "d\($0 / 8)" }
            var options = MeasureOptions()
            options.draws = 40
            return try #require(
                try table.multilevelDissimilarity(
                    of: .low, from: .rest, levels: [("district", labels)], options: options))
        }
        let large = try levels { $0 < 32 }
        let small = try levels { $0 % 2 == 0 }
        #expect(agree(large.dissimilarity, small.dissimilarity))
        #expect(large.levels[0].varianceShare > 0.99 && small.levels[0].varianceShare < 0.05)
        #expect(large.levels[0].holdback < -0.9 && small.levels[1].holdback < -0.9)
        let interval = try #require(small.levels[1].varianceShareInterval)
        #expect(interval.lower > 0.9 && interval.upper <= 1)
    }

    @Test(arguments: Resampling.allCases) func threadsChangeNoLevels(resampling: Resampling) throws {
        let table = try randomTable(units: 24, seed: 5)
        let levels = [("part", (0..<24).map { "p\($0 / 6)" })]
        var options = MeasureOptions()
        options.draws = 20
        options.resampling = resampling
        let one = try table.multilevelDissimilarity(of: .low, from: .rest, levels: levels, options: options)
        let parts = try table.nestedSegregationEstimates(levels, options: options)
        options.threads = 3
        #expect(
            try table.multilevelDissimilarity(of: .low, from: .rest, levels: levels, options: options) == one)
        #expect(try table.nestedSegregationEstimates(levels, options: options) == parts)
        #expect(
            one?.levels.allSatisfy { $0.varianceShareInterval != nil && $0.holdbackInterval != nil } == true)
    }

    @Test func partsOfMutualInformationCarryIntervals() throws {
        let table = try randomTable(units: 40, seed: 6, empty: [2])
        let levels = [
            ("district", (0..<40).map { "d\($0 / 10)" }), ("quarter", (0..<40).map { "q\($0 / 5 % 2)" }),
        ]
        var options = MeasureOptions()
        options.draws = 300
        options.method = .percentile
        let found = try table.nestedSegregationEstimates(levels, options: options)
        let plain = try table.nestedSegregation(levels)
        #expect(found.map(\.part) == plain)
        // The drawn parts add up to the drawn M: their mean bias is the bias of M.
        let whole = try table.measure(["M"], options: options)[0].estimate
        #expect(agree(found.compactMap(\.bias).reduce(0, +), whole.bias, within: 1e-9))
        for estimate in found {
            let interval = try #require(estimate.mutualInformationInterval)
            let index = try #require(estimate.entropyIndexInterval)
            #expect(interval.lower <= interval.upper && index.upper <= 1)
        }
        // Units are smallest, so chance adds most there.
        #expect((found[2].bias ?? 0) > (found[0].bias ?? 0))
    }

    @Test func whatHasNoLevelsIsRefusedOrUndefined() throws {
        let table = try randomTable(units: 4)
        #expect(throws: SegregationError.self) {
            try table.multilevelDissimilarity(of: .low, from: .rest, levels: [])
        }
        #expect(throws: SegregationError.labelCount(level: "district", found: 1, expected: 4)) {
            try table.multilevelDissimilarity(of: .low, from: .rest, levels: [("district", ["a"])])
        }
        let absent = try twoGroups([[0, 3], [0, 2]])
        #expect(
            try absent.multilevelDissimilarity(of: .low, from: .rest, levels: [("d", ["a", "b"])]) == nil)
        let empty = try twoGroups([[0, 0], [0, 0]])
        #expect(try empty.nestedSegregationEstimates([("d", ["a", "b"])]).isEmpty)
        #expect(try empty.nestedSegregation([("d", ["a", "b"])]).isEmpty)
        let even = try twoGroups([[10, 20], [20, 40]])
        let found = try #require(
            try even.multilevelDissimilarity(of: .low, from: .rest, levels: [("d", ["a", "b"])]))
        #expect(found.dissimilarity == 0 && found.isSettled)
        #expect(found.levels.allSatisfy { $0.holdback == 0 && $0.varianceShare == 0 })
    }
}

import Foundation
import Segregation
import Stochastics
import Testing

/// Draws of measures of places: intervals, permutations and environments of several sizes.
@Suite struct SpatialIntervalTests {
    private let table: ContingencyTable
    private let geography: UnitGeography
    private let options: SpatialOptions

    /// Units of a few persons, so that some draw nobody; the largest is the centre.
    init() throws {
        var stream = RandomStream(seed: 8, run: 3, purpose: .selfTest)
        let rows = (0..<60).map { unit -> [Double] in
            if unit == 20 { return [90, 80, 70] }
            return (0..<3).map { _ in Double(stream.integer(below: unit % 4 == 0 ? 3 : 12)) }
        }
        table = try ContingencyTable(groups: [.low, .middle, .high], rows: rows)
        let x = (0..<60).map { Double($0 % 10) + 0.3 * stream.unit() }
        let y = (0..<60).map { Double($0 / 10) + 0.3 * stream.unit() }
        let areas = (0..<60).map { _ in 0.2 + stream.unit() }
        geography = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: x, y: y, areas: areas,
            perimeters: areas.map { 4 * $0.squareRoot() },
            contacts: (0..<59).map { UnitContact(first: $0, second: $0 + 1, length: Double(1 + $0 % 3)) },
            distanceUnit: 1)
        var options = SpatialOptions()
        options.centre = "21"
        options.environments = [EnvironmentKernel(decay: 2), EnvironmentKernel(decay: 0.5, reach: 1.7)]
        self.options = options
    }

    private func intervals(draws: Int, _ resampling: Resampling = .persons, threads: Int = 1)
        -> MeasureOptions
    {
        var options = MeasureOptions()
        options.draws = draws
        options.resampling = resampling
        options.threads = threads
        options.method = .percentile
        return options
    }

    /// With one draw both percentiles are its value, which must be that of the drawn table by itself.
    @Test func aDrawIsMeasuredAsItsTableWouldBe() throws {
        let settings = intervals(draws: 1)
        let sampler = MultinomialSampler(persons: Int(table.total), weights: table.counts)
        var stream = RandomStream(seed: settings.seed, run: 0, purpose: .personBootstrap)
        var counts = table.counts
        counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
        let drawn = try ContingencyTable(
            groups: table.groups, counts: counts, unitIdentifiers: table.unitIdentifiers)
        #expect(drawn.unitTotals.count { $0 > 0 } < table.unitTotals.count { $0 > 0 })
        // Asked for without DPxx, proximities of draws come from pairs of units looked at once.
        let once = ["SP-multi", "SP-White-isp", "ACL", "Pxy-matrix"]
        let rows =
            try table.spatialMeasures(geography: geography, options: options, intervals: settings)
            + table.spatialMeasures(once, geography: geography, options: options, intervals: settings)
            + table.distanceProfiles(geography: geography, thresholds: 40, intervals: settings)
        let expected =
            try drawn.spatialMeasures(geography: geography, options: options)
            + drawn.spatialMeasures(once, geography: geography, options: options)
            + drawn.distanceProfiles(geography: geography, thresholds: 40)
        #expect(rows.count == expected.count)
        for (row, other) in zip(rows, expected) where row.unit == nil {
            let interval = try #require(row.estimate.interval, "\(row.identifier)")
            #expect(interval.lower == interval.upper && interval.draws == 1)
            #expect(agree(interval.lower, other.estimate.value.number, within: 1e-11), "\(row.identifier)")
        }
    }

    @Test(arguments: Resampling.allCases)
    func threadsChangeNotOneBitOfAnInterval(resampling: Resampling) throws {
        let one = try table.spatialMeasures(
            geography: geography, options: options, intervals: intervals(draws: 23, resampling))
        let three = try table.spatialMeasures(
            geography: geography, options: options, intervals: intervals(draws: 23, resampling, threads: 3))
        #expect(one == three)
        for row in one {
            #expect((row.estimate.interval == nil) == (row.estimate.intervalAbsence != nil))
        }
    }

    @Test func unitsAreDrawnOnlyWhereTheirPlaceOnTheMapDoesNotCount() throws {
        let settings = intervals(draws: 30, .units)
        for row in try table.spatialMeasures(geography: geography, options: options, intervals: settings) {
            let definition = try #require(MeasureDefinition.named(row.identifier))
            if [.concentration, .centralisation].contains(definition.family) {
                let interval = try #require(row.estimate.interval, "\(row.identifier)")
                // The index of a group against itself is 0 in every draw.
                let same = row.groups.count == 2 && row.groups[0] == row.groups[1]
                #expect(same ? interval.lower == interval.upper : interval.lower < interval.upper)
            } else {
                #expect(row.estimate.intervalAbsence == .unitsKeepTheirPlace, "\(row.identifier)")
            }
        }
        let profiles = try table.distanceProfiles(geography: geography, thresholds: 20, intervals: settings)
        #expect(profiles[0].estimate.intervalAbsence == .unitsKeepTheirPlace)
    }

    @Test func withoutDrawsThereIsNoIntervalAndItSaysSo() throws {
        let plain = try table.spatialMeasures(geography: geography, options: options)
        #expect(plain.allSatisfy { $0.estimate.intervalAbsence == .notRequested })
        let none = try table.spatialMeasures(
            geography: geography, options: options, intervals: intervals(draws: 0))
        #expect(none == plain)
        let profiles = try table.distanceProfiles(
            geography: geography, thresholds: 20, intervals: intervals(draws: 0))
        #expect(profiles[0].estimate.intervalAbsence == .notRequested)
        let profile = try table.environmentProfile(geography: geography, reaches: [1, 3])
        #expect(profile.macroMicroRatio.intervalAbsence == .notRequested)
    }

    /// A plain town of large units: the basic interval holds the value and is as wide as the draws are
    /// spread.
    @Test func anIntervalHoldsTheValueOfAPlainTown() throws {
        let rows = (0..<49).map { unit -> [Double] in
            let low = Double(200 + 12 * (unit % 7))
            return [low, Double(300 - 5 * (unit / 7))]
        }
        let town = try twoGroups(rows)
        let places = try UnitGeography(
            unitIdentifiers: town.unitIdentifiers, x: (0..<49).map { Double($0 % 7) },
            y: (0..<49).map { Double($0 / 7) }, areas: (0..<49).map { 0.5 + Double($0 % 5) },
            distanceUnit: 1)
        var settings = intervals(draws: 200)
        settings.method = .basic
        let identifiers = ["SP-multi", "SP-one", "ACL", "Pxx", "delta", "ACO", "RO-spatial-R", "RCE-vs-rest"]
        for row in try town.spatialMeasures(identifiers, geography: places, intervals: settings)
        where row.estimate.intervalAbsence != .undefinedMeasure {
            let value = try #require(row.estimate.value.number)
            let interval = try #require(row.estimate.interval, "\(row.identifier)")
            let error = try #require(row.estimate.standardError)
            #expect(row.estimate.bias != nil && interval.draws == 200)
            #expect(interval.lower < value + 3 * error && interval.upper > value - 3 * error)
            #expect(interval.upper - interval.lower < 6 * error && interval.lower < interval.upper)
        }
    }

    /// Sixty samples of one town: the basic intervals of its clustering should hold the truth nearly always.
    @Test func intervalsOfClusteringCoverTheTruth() throws {
        let rows = (0..<64).map { unit -> [Double] in
            let low = Double(100 + 20 * (unit / 16))
            return [low, Double(300 - 30 * (unit / 16))]
        }
        let town = try twoGroups(rows)
        let places = try UnitGeography(
            unitIdentifiers: town.unitIdentifiers, x: (0..<64).map { Double($0 % 8) },
            y: (0..<64).map { Double($0 / 8) }, distanceUnit: 1)
        var spatial = SpatialOptions()
        spatial.selfDistance = .none
        func measured(_ table: ContingencyTable, _ settings: MeasureOptions?) throws -> Estimate {
            try table.spatialMeasures(
                ["SP-multi"], geography: places, options: spatial, intervals: settings)[0].estimate
        }
        let truth = try #require(try measured(town, nil).value.number)
        let sampler = MultinomialSampler(persons: 6000, weights: town.counts)
        var covered = 0
        for run in 0..<60 as Range<UInt32> {
            var stream = RandomStream(seed: 11, run: run, purpose: .selfTest)
            var counts = town.counts
            counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
            let sample = try ContingencyTable(
                groups: town.groups, counts: counts, unitIdentifiers: town.unitIdentifiers)
            var settings = intervals(draws: 200)
            settings.method = .basic
            settings.seed = UInt64(run)
            let interval = try #require(try measured(sample, settings).interval)
            if interval.lower <= truth, truth <= interval.upper { covered += 1 }
        }
        // 95 % of 60 is 57; fewer than 51 happens once in a thousand.
        #expect(covered >= 51)
    }

    @Test func manyUnitsHaveNoDrawnProfile() throws {
        let many = try twoGroups((0..<2001).map { [Double($0 % 3), 2] })
        let places = try UnitGeography(
            unitIdentifiers: many.unitIdentifiers, x: (0..<2001).map { Double($0) },
            y: (0..<2001).map { _ in 0 })
        let rows = try many.distanceProfiles(
            geography: places, thresholds: 10, threads: 2, intervals: intervals(draws: 50))
        #expect(rows[0].estimate.intervalAbsence == .tooManyUnits(2001, limit: 2000))
        #expect(rows[1].estimate.intervalAbsence == .valueOfOneUnit)
    }

    /// Environments that reach no one else are the units themselves, whose expectation is known exactly.
    @Test func permutationsAgreeWithTheExactExpectation() throws {
        var alone = options
        alone.environments = [EnvironmentKernel(decay: 0, reach: 0)]
        let test = try table.permutationTest(
            ["RO-spatial-H"], geography: geography, spatial: alone, options: intervals(draws: 400))[0]
        let exact = try #require(
            try table.measure(["H"], options: intervals(draws: 0))[0].estimate.expectedUnderNoSegregation)
        let error = try #require(test.meanError)
        #expect(error > 0 && abs(test.mean - exact) < 4 * error)
        #expect(test.parameters.contains { $0.name == "maxdist" } && test.draws == 400)
    }

    @Test func aTownInTwoHalvesIsNoChanceAndShufflesDoNotDependOnThreads() throws {
        let halves = try twoGroups((0..<64).map { $0 < 32 ? [20, 0] : [0, 20] })
        let places = try UnitGeography(
            unitIdentifiers: halves.unitIdentifiers, x: (0..<64).map { Double($0 / 8) },
            y: (0..<64).map { Double($0 % 8) }, areas: (0..<64).map { _ in 1 }, distanceUnit: 1)
        let identifiers = ["SP-multi", "RO-spatial-H", "Pxx"]
        let tests = try halves.permutationTest(
            identifiers, geography: places, options: intervals(draws: 99))
        #expect(tests.map(\.identifier) == ["SP-multi", "RO-spatial-H", "Pxx", "Pxx"])
        for test in tests {
            #expect(test.atLeastAsHigh == 0 && test.pValue == 0.01)
            #expect(try #require(test.value.number) > test.mean)
        }
        #expect(
            try halves.permutationTest(
                identifiers, geography: places, options: intervals(draws: 99, threads: 3)) == tests)
        #expect(throws: SegregationError.unknownMeasure(identifier: "H")) {
            try halves.permutationTest(["H"], geography: places)
        }
        #expect(throws: SegregationError.self) {
            try twoGroups([[0.5, 2], [2, 1]]).permutationTest(
                ["SP-multi"], geography: UnitGeography(unitIdentifiers: ["1", "2"]))
        }
    }

    @Test func measuresAskedForTwiceAreGivenTwice() throws {
        let rows = try table.spatialMeasures(
            ["delta", "SP-multi", "delta"], geography: geography, intervals: intervals(draws: 9))
        #expect(rows.count == 7 && Array(rows.prefix(3)) == Array(rows.suffix(3)))
        #expect(rows.allSatisfy { $0.estimate.interval != nil })
    }
}

/// Segregation between environments that grow.
@Suite struct EnvironmentProfileTests {
    private func board(_ isLow: (Int, Int) -> Bool) throws -> (ContingencyTable, UnitGeography) {
        let table = try twoGroups((0..<144).map { isLow($0 / 12, $0 % 12) ? [90, 10] : [10, 90] })
        return (
            table,
            try UnitGeography(
                unitIdentifiers: table.unitIdentifiers, x: (0..<144).map { Double($0 / 12) * 400 },
                y: (0..<144).map { Double($0 % 12) * 400 })
        )
    }

    @Test func aChessboardIsMicroAndTwoHalvesAreMacro() throws {
        let (chess, places) = try board { ($0 + $1) % 2 == 0 }
        let (halves, _) = try board { row, _ in row < 6 }
        let ratios = try [chess, halves].map {
            try #require(
                try $0.environmentProfile(geography: places).macroMicroRatio.value.number)
        }
        #expect(ratios[0] < 0.05 && ratios[1] > 0.15 && ratios[1] < 1)
    }

    @Test(arguments: [EnvironmentShape.biweight, .even])
    func environmentsOfOneUnitAreTheUnits(shape: EnvironmentShape) throws {
        let (table, places) = try board { row, column in row * column % 3 == 0 }
        let profile = try table.environmentProfile(geography: places, reaches: [0.1, 2], shape: shape)
        #expect(
            agree(
                profile.scales[0].informationTheoryIndex.value.number,
                table.informationTheoryIndex().number))
        let ratio = try #require(profile.macroMicroRatio.value.number)
        let ends = profile.scales.compactMap(\.informationTheoryIndex.value.number)
        #expect(agree(ratio, ends[1] / ends[0]) && profile.shape == shape)
    }

    /// The weight (1 - (d/r)²)² by hand: three units in a row, half a reach apart.
    @Test func weightsAreThoseOfThePaper() throws {
        let table = try twoGroups([[80, 20], [50, 50], [20, 80]])
        let places = try UnitGeography(unitIdentifiers: ["1", "2", "3"], x: [0, 500, 1000], y: [0, 0, 0])
        let profile = try table.environmentProfile(geography: places, reaches: [1])
        let near = 0.5625
        let shares = [(80 + near * 50) / (100 + near * 100), 0.5]
        let mean = (2 * 2 * shares[0] * (1 - shares[0]) + 2 * 0.25) / 3
        #expect(agree(profile.scales[0].relativeDiversity.value.number, 1 - mean / 0.5))
    }

    @Test func everyScaleAndTheRatioHaveAnInterval() throws {
        let (table, places) = try board { row, _ in row / 3 % 2 == 0 }
        var settings = MeasureOptions()
        settings.draws = 100
        let profile = try table.environmentProfile(geography: places, intervals: settings)
        settings.threads = 3
        #expect(try table.environmentProfile(geography: places, intervals: settings) == profile)
        for estimate in profile.scales.flatMap({
            [$0.informationTheoryIndex, $0.relativeDiversity, $0.dissimilarity]
        }) + [profile.macroMicroRatio] {
            let interval = try #require(estimate.interval)
            let value = try #require(estimate.value.number)
            #expect(interval.lower < value && value < interval.upper && estimate.bias != nil)
        }
        settings.resampling = .units
        let units = try table.environmentProfile(geography: places, intervals: settings)
        #expect(units.macroMicroRatio.intervalAbsence == .unitsKeepTheirPlace)
    }

    @Test func wrongReachesAreRefused() throws {
        let (table, places) = try board { row, _ in row < 6 }
        for reaches in [[], [0], [1, -2], [.nan]] as [[Double]] {
            #expect(throws: SegregationError.self) {
                try table.environmentProfile(geography: places, reaches: reaches)
            }
        }
        #expect(throws: SegregationError.self) {
            try table.environmentProfile(
                geography: UnitGeography(unitIdentifiers: table.unitIdentifiers))
        }
        let even = try twoGroups([[10, 10], [5, 5]])
        let two = try UnitGeography(unitIdentifiers: ["1", "2"], x: [0, 1], y: [0, 0])
        #expect(
            try even.environmentProfile(geography: two).macroMicroRatio.value
                == .undefined(.divisionByZero))
    }
}

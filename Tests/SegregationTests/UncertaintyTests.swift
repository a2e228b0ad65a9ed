import Segregation
import Stochastics
import Testing

@Suite struct UncertaintyTests {
    private let table: ContingencyTable

    init() throws {
        table = try randomTable(units: 40, seed: 3, empty: [7])
    }

    @Test(arguments: Resampling.allCases)
    func theNumberOfThreadsChangesNothing(resampling: Resampling) throws {
        var options = MeasureOptions()
        options.draws = 60
        options.resampling = resampling
        let one = try MeasureReport(of: table, options: options)
        options.threads = 3
        let three = try MeasureReport(of: table, options: options)
        #expect(one.rows == three.rows)
    }

    @Test func anotherSeedGivesAnotherInterval() throws {
        var options = MeasureOptions()
        options.draws = 60
        let first = try table.measure(["H"], options: options)[0].estimate.interval
        options.seed = 2
        let second = try table.measure(["H"], options: options)[0].estimate.interval
        #expect(first != second && first != nil)
    }

    @Test func measuringFewGivesTheSameAsMeasuringAll() throws {
        let all = try MeasureReport(of: table)
        for identifier in ["H", "D-matrix", "Gini-vs-rest", "isolation", "H-vs-rest", "local-entropy"] {
            #expect(try table.measure([identifier]) == all.rows(of: identifier))
        }
    }

    @Test func everyEstimateHasAnIntervalOrAReason() throws {
        for row in try MeasureReport(of: table).rows {
            #expect(
                (row.estimate.interval == nil) == (row.estimate.intervalAbsence != nil), "\(row.identifier)")
            if let interval = row.estimate.interval {
                #expect(interval.lower <= interval.upper && interval.draws > 0 && interval.level == 0.95)
            }
        }
    }

    @Test func noIntervalIsDrawnWhenNoneIsAskedFor() throws {
        var options = MeasureOptions()
        options.draws = 0
        let row = try table.measure(["H"], options: options)[0]
        #expect(row.estimate.interval == nil && row.estimate.intervalAbsence == .notRequested)
        #expect(row.estimate.expectedUnderNoSegregation != nil)
    }

    /// Fifty towns are drawn from one large town; their basic intervals should cover its D nearly always.
    @Test func intervalsCoverTheTruth() throws {
        let rows: [[Double]] = stride(from: 0.0, to: 30, by: 1).map { [100 + 10 * $0, 700 - 15 * $0] }
        let town = try twoGroups(rows)
        let truth = try #require(try town.dissimilarity(of: .low, from: .rest).number)
        let sampler = MultinomialSampler(persons: 4000, weights: town.counts)
        var covered = 0
        for run in 0..<50 as Range<UInt32> {
            var stream = RandomStream(seed: 4, run: run, purpose: .selfTest)
            var counts = town.counts
            counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
            let sample = try ContingencyTable(
                groups: town.groups, counts: counts, unitIdentifiers: town.unitIdentifiers)
            var options = MeasureOptions()
            options.draws = 200
            options.seed = UInt64(run)
            let interval = try #require(
                try sample.measure(["D-vs-rest"], options: options)[0].estimate.interval)
            if interval.lower <= truth, truth <= interval.upper { covered += 1 }
        }
        #expect(covered >= 43)
    }

    @Test func percentilesAreTheQuantilesThatTheBasicMethodMirrors() throws {
        var options = MeasureOptions()
        options.draws = 200
        let basic = try #require(try table.measure(["M"], options: options)[0].estimate.interval)
        options.method = .percentile
        let row = try table.measure(["M"], options: options)[0]
        let percentile = try #require(row.estimate.interval)
        let value = try #require(row.estimate.value.number)
        #expect(agree(basic.lower, max(0, 2 * value - percentile.upper)))
        #expect(agree(basic.upper, 2 * value - percentile.lower))
    }

    @Test func aGroupThatVanishesFromDrawsGetsNoInterval() throws {
        let rare = try twoGroups([[1, 500], [0, 500]])
        let row = try rare.measure(["D-vs-rest"])[0]
        guard case .undefinedInDraws(let undefined, let draws) = row.estimate.intervalAbsence else {
            Issue.record("an interval was given for a group of one person")
            return
        }
        // One person is missed with chance 1/e.
        #expect(draws == 500 && undefined > 140 && undefined < 230)
    }
}

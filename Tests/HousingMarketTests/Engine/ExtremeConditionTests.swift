import Segregation
import Testing

@testable import HousingMarket

/// What must happen when a condition is driven to its end.
@Suite struct ExtremeConditionTests {
    /// Assumptions under which nobody dies, leaves, arrives, parts or begins.
    static var still: Assumptions {
        var values = Assumptions()
        let quiet: [AssumptionID] = [
            .separation, .union, .leaveHome, .birthLevel, .deathLevel, .departureLevel, .arrivalRate, .giveUp,
            .incomeRenewal, .incomeJitter, .mediatedShare,
        ]
        for id in quiet { values[id] = 0 }
        return values
    }

    @Test func withoutVacanciesNobodyMoves() {
        var town = SmallTown()
        town.room = 1
        let run = town.start.simulate(
            Package(name: "none", horizon: 2030, measures: []),
            settings: RunSettings(assumptions: Self.still, switches: .frozenBaseline))
        #expect(run.years.allSatisfy { $0.flows.moves == 0 })
        #expect(run.initialResidents.count(.stayed, areas: 0..<12) == town.households)
    }

    @Test func inATownOfSocialRentOnlyNoHighIncomeEnters() {
        var town = SmallTown()
        town.tenures = [1, 0, 0, 0]
        town.isSorted = false
        var values = Assumptions()
        values[.freeShareUsed] = 0
        values[.saleRate] = 0
        values[.buildSocialShare] = 1
        let simulation = Simulation(
            town.start, package: Package(name: "none", horizon: 2035, measures: []), assumptions: values,
            switches: [], seed: 3, run: 0)
        while simulation.year < 2032 {
            simulation.step()
            #expect(simulation.flows.lettingsAboveLimit == 0)
            #expect(simulation.flows.lettingsByIncome[2] == 0, "the highest fifth lies above every limit")
        }
        #expect(simulation.flows.lettings > 0)
    }

    @Test func randomAllocationBringsSegregationDownToWhatChanceGives() throws {
        var town = SmallTown()
        town.room = 1.15
        var values = Self.still
        for id in [AssumptionID.wishSocialRent, .wishMidRent, .wishPrivateRent, .wishOwner] {
            values[id] = 0.6
        }
        values[.wishAgeSlope] = 0
        values[.wishMisfit] = 1
        values[.lotteryShare] = 0
        values[.freeShareUsed] = 1
        let record = town.start.simulate(
            Package(name: "none", horizon: 2055, measures: []),
            settings: RunSettings(
                assumptions: values, switches: [.frozenBaseline, .randomChoice, .noIncomeTest],
                isDetailed: false))
        let first = try #require(Self.dissimilarity(record.years[0]))
        let last = try #require(Self.dissimilarity(record.years[record.years.count - 1]))
        let year = record.years[record.years.count - 1]
        let rows = (0..<12).map { area in
            (Double(year.households(area, group: 0)), Double(year.households(area)))
        }
        let table = try ContingencyTable(
            groups: ["low", "other"], counts: rows.flatMap { [$0.0, $0.1 - $0.0] },
            unitIdentifiers: (0..<12).map { "\($0)" })
        let chance = try #require(try table.expectedDissimilarity(of: "low", from: .rest))
        #expect(first > 0.10)
        #expect(
            last < 3 * chance && last < 0.5 * first, "D \(first) became \(last); chance alone gives \(chance)"
        )
    }

    @Test func neutralPreferencesLetNothingDriftBeyondChance() throws {
        var town = SmallTown()
        town.tenures = [0, 0, 0, 1]
        town.isSorted = false
        town.room = 1.1
        let runs = (0..<8).map { run in
            town.start.simulate(
                Package(name: "none", horizon: 2035, measures: []),
                settings: RunSettings(
                    assumptions: Self.still, switches: [.frozenBaseline, .randomChoice, .noIncomeTest],
                    isDetailed: false), run: UInt32(run))
        }
        let drift = runs.compactMap { run -> Double? in
            guard let last = Self.dissimilarity(run.years[10]), let first = Self.dissimilarity(run.years[0])
            else { return nil }
            return last - first
        }
        let mean = drift.reduce(0, +) / Double(drift.count)
        let spread = (drift.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 7 / 8).squareRoot()
        #expect(abs(mean) < 3 * spread + 0.003, "mean drift \(mean), standard error \(spread)")
    }

    private static func dissimilarity(_ year: YearRecord) -> Double? {
        let areas = 0..<year.areaCount
        return IncomeSegregation.dissimilarity(
            part: areas.map { Double(year.households($0, group: 0)) },
            whole: areas.map { Double(year.households($0)) })
    }
}

import Neighbourhoods
import Testing

@testable import HousingMarket

/// Facilities come over the years of their measure, by function, and are told by who lives near.
@Suite struct FacilityTests {
    private func run(_ lever: Lever?, through: Int = 2029, areas: AreaSelector = .everywhere) -> RunRecord {
        let measures = lever.map { [Measure($0, areas: areas, from: 2026, through: through)] } ?? []
        return SmallTown(households: 600).start.simulate(
            Package(name: "p", horizon: 2032, measures: measures))
    }

    @Test func theStrengthIsSpreadOverTheYearsAndStays() {
        let record = run(.facilities(function: .care, strength: 2))
        let care = FacilityFunction.allCases.firstIndex(of: .care) ?? -1
        let scores = record.years.map { Double($0.facilities[care]) }
        #expect(scores == [0, 0, 0.5, 1, 1.5, 2, 2, 2])
        let school = FacilityFunction.allCases.firstIndex(of: .educational) ?? -1
        #expect(record.years.allSatisfy { $0.facilities[school] == 0 }, "only the function that was named")
    }

    @Test func whoLivesNearIsToldByIncomeAndNothingWhereNothingIsKnown() throws {
        let frame = SmallTown(households: 600).start.frame
        let scope = Array(repeating: false, count: 12)
        func value(_ record: RunRecord, _ measure: OutcomeMeasure) -> Double {
            OutcomeMeasure.values(record.years[7], frame: frame, scope: scope)[measure.position]
        }
        let everywhere = run(.facilities(function: .care, strength: 2), through: 2026)
        #expect(abs(value(everywhere, .facilitiesLow) - 0.4) < 1e-6, "two on one of five functions")
        #expect(abs(value(everywhere, .facilitiesHigh) - 0.4) < 1e-6)
        let one = run(
            .facilities(function: .care, strength: 2), through: 2026, areas: .codes([AreaCode("BU999801003")])
        )
        #expect(value(one, .facilitiesLow) > 0 && value(one, .facilitiesLow) < 0.2)
        #expect(value(run(nil), .facilitiesLow).isNaN)
    }
}

import HousingMarket
import Neighbourhoods
import Testing

@testable import Workbench

/// What pages and reports read from a simulation that is kept is what the simulation gave.
@Suite struct KeptSimulationTests {
    private let package = Package(
        name: "Sloop", horizon: 2030,
        measures: [
            Measure(
                .demolishRebuild(DemolishRebuild(dwellings: 60, rebuilt: [20, 20, 0, 20])), from: 2026,
                through: 2028)
        ])

    private func result() async -> EnsembleResult {
        let town = StartingTown.madeUp(households: 3_000, areas: 20, seed: 1)
        let start = StartingState(frame: town.frame, state: town.state)
        return await Ensemble(start: start, packages: [package], runs: 3).results(threads: 1)
    }

    @Test func differencesAndResidentsAreThoseOfTheRuns() async throws {
        let result = await result()
        let table = OutcomeTable(result)
        let last = result.years.count - 1
        for arm in result.arms.indices.dropFirst() {
            for measure in OutcomeMeasure.allCases {
                #expect(
                    table.differences(measure, arm: arm)
                        == result.differences(measure, arm: arm, year: last), "\(measure)")
            }
            let areas = Array(result.scope.indices)
            let displaced = result.runs[arm].map {
                Double($0.initialResidents.count(.displaced, areas: areas, group: nil))
            }
            #expect(table.residents(.displaced, arm: arm) == displaced)
        }
        let outcomes = ModelOutcome.all(table, simulation: "x")
        #expect(outcomes.map(\.package) == ["Sloop", "Sloop"])
        #expect(outcomes.map(\.isTwin) == [false, true])
        #expect(Set(outcomes.map(\.municipality)) == [result.frame.municipality.code.rawValue])
    }

    @Test func theReportCountsAForcedMoveOnce() async throws {
        let result = await result()
        let about = #"{"program":"1","seed":"1","horizon":2030,"runs":3,"packages":["package: Sloop"]}"#
        let run = try #require(
            VerslagRun(title: "Sloop", description: about, table: OutcomeTable(result)))
        let moves = try #require(run.arms.first?.changes.first { $0.measure == .forcedMoves }?.band)
        let known = result.differences(.forcedMoves, arm: 1, year: result.years.count - 1)
        #expect(moves == Band(known))
        // Nobody is moved out of more homes than go.
        #expect(moves.high <= 60 && moves.middle > 0)
    }
}

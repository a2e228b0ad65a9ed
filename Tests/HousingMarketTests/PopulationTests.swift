import Bilingual
import DemoTown
import Neighbourhoods
import Testing

@testable import HousingMarket
import Stochastics

/// The starting population keeps to what is known, and says where nothing is.
@Suite struct PopulationTests {
    private static let demo = DemoTown.make().dataset
    private static let town = try? StartingTown.synthesised(from: demo, seed: 1)

    /// Deming and Stephan's own purpose: given margins, the odds ratio of the seed stays.
    @Test func fittingMeetsTheMarginsAndKeepsTheOddsRatio() {
        let fitted = ProportionalFitting(
            seed: [40, 30, 35, 50], shape: [2, 2], margins: [[150, 300], [200, 250]])
        #expect(fitted.isFitted)
        let t = fitted.table
        #expect(abs(t[0] + t[1] - 150) < 1e-6 && abs(t[0] + t[2] - 200) < 1e-6)
        #expect(abs(t[0] * t[3] / (t[1] * t[2]) - 40.0 * 50 / (30 * 35)) < 1e-9)
    }

    @Test func marginsThatContradictEachOtherAreReported() {
        let fitted = ProportionalFitting(
            seed: [1, 0, 0, 1], shape: [2, 2], margins: [[10, 20], [20, 10]])
        #expect(!fitted.isFitted && fitted.iterations == ProportionalFitting.mostIterations)
    }

    @Test func wholeNumbersAddUpExactlyAndLieNearTheirWeights() {
        var random = RandomStream(seed: 1, purpose: .selfTest)
        for total in [0, 1, 7, 100, 9_999] {
            let weights = (0..<23).map { Double(($0 * 7) % 11) + 0.3 }
            let counts = Integerisation.counts(weights, total: total, using: &random)
            #expect(counts.reduce(0, +) == total)
            let sum = weights.reduce(0, +)
            for (count, weight) in zip(counts, weights) {
                #expect(abs(Double(count) - weight / sum * Double(total)) < 2)
            }
        }
    }

    @Test func theDemoTownHasItsHomesAndHouseholdsExactly() throws {
        let town = try #require(Self.town)
        let wanted = Self.demo.areas(.neighbourhood).reduce(0.0) {
            $0 + (Self.demo.value("population.households", of: $1.code, at: .neighbourhood).number ?? 0)
        }
        #expect(town.fit.households == Int(wanted))
        #expect(
            town.state.occupants.count { $0 >= 0 } == town.fit.households, "everyone has a home or a room")
        for row in town.fit.rows { #expect(row.standardised < 0.02, "\(row.margin): \(row.standardised)") }
        #expect(town.fit.deviation < 1e-6)
    }

    @Test func theSameFiguresAndSeedGiveTheSamePopulation() throws {
        let again = try StartingTown.synthesised(from: Self.demo, seed: 1)
        #expect(again.state == Self.town?.state && again.fingerprintText == Self.town?.fingerprintText)
        let other = try StartingTown.synthesised(from: Self.demo, seed: 2)
        #expect(other.fingerprintText != again.fingerprintText)
    }

    @Test func lowIncomesLiveInSocialRentAsInTheCountry() throws {
        let town = try #require(Self.town)
        func low(_ tenure: Tenure) -> Double {
            let tenants = town.state.dwellings.indices.filter {
                town.state.dwellings[$0].tenure == tenure && town.state.occupants[$0] >= 0
            }
            return Double(
                tenants.count { town.state.households[Int(town.state.occupants[$0])].incomeGroup == 0 })
                / Double(tenants.count)
        }
        #expect(low(.socialRent) > 0.55 && low(.ownerOccupied) < 0.35)
    }

    @Test func whatIsMissingIsFilledFromAboveAndMarked() throws {
        let city = Area(code: AreaCode("GM9998"), name: "Town", level: .municipality)
        let areas = ["BU99980101", "BU99980102"].map {
            Area(code: AreaCode($0), name: $0, level: .neighbourhood)
        }
        let source = Source.ID(rawValue: "test")
        func series(_ id: Variable.ID, _ values: [Value]) -> Series {
            Series(variable: id, year: 2024, source: source, values: Column(values))
        }
        let table = try #require(
            AreaTable(
                level: .neighbourhood, areas: areas,
                series: [
                    series("population.households", [.known(400), .known(300)]),
                    series("stock.dwellings", [.known(410), .known(310)]),
                    series("income.lowest40", [.known(0.5), .missing(.suppressed)]),
                    series("income.highest20", [.known(0.1), .missing(.suppressed)]),
                ]))
        let town = try StartingTown.synthesised(
            from: Dataset(municipality: city, tables: [table], sources: []), seed: 1)
        let income = try #require(town.fit.rows.first { $0.margin == .income })
        #expect(income.origins == [.partly: 1, .assumed: 1], "suppressed is missing, never 0")
        let first = town.state.households.indices.filter {
            town.state.dwellings[Int(town.state.homes[$0])].area == 0
        }
        #expect(first.count { town.state.households[$0].incomeGroup == 0 } == 200)
        #expect(!town.fit.hasMap && town.fit.remarks(.english).contains { $0.contains("no boundaries") })
        #expect(throws: PopulationError.noAreas(level: "neighbourhood")) {
            try StartingTown.synthesised(from: Dataset(municipality: city, tables: [], sources: []), seed: 1)
        }
    }
}

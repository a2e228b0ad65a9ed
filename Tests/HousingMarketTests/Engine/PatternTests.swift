import HousingMarket
import Testing

/// Published patterns that the simulation must show. Wishes to move by tenure are calibrated to turnover; the age of
/// movers and the length of chains are not put in.
@Suite struct PatternTests {
    private static func run(_ change: (inout Assumptions) -> Void = { _ in }) -> [YearRecord] {
        var assumptions = Assumptions()
        change(&assumptions)
        let town = StartingTown.madeUp(households: 10_000, areas: 20, seed: 1)
        let state = StartingState(frame: town.frame, state: town.state)
        return Array(
            state.simulate(
                Package(name: "none", horizon: 2030, measures: []),
                settings: RunSettings(assumptions: assumptions, isDetailed: false)
            ).years.dropFirst(2))
    }

    private static let town = run()
    /// A country: hardly anyone comes or leaves, so that chains end here.
    private static let country = run {
        $0[.departureLevel] = 0.1
        $0[.arrivalRate] = 0.015
    }

    private static func turnover(_ tenures: [Tenure]) -> Double {
        let freed = town.reduce(0) { sum, year in
            sum + tenures.reduce(0) { $0 + year.flows.freed[Int($1.rawValue)] }
        }
        let homes = town.reduce(0) { sum, year in sum + tenures.reduce(0) { $0 + year.dwellings($1) } }
        return Double(freed) / Double(homes)
    }

    /// CBS 2021-22: corporations 7.1 and 7.3%, owners 7%, rent 12% with and 17% without allowance.
    @Test(arguments: [
        ([Tenure.socialRent], 0.072, 0.012), ([.ownerOccupied], 0.07, 0.012), ([.privateRent], 0.17, 0.03),
        ([.midRent, .privateRent], 0.145, 0.025),
    ])
    func turnoverByTenureIsThatOfTheCountry(tenures: [Tenure], published: Double, uncertainty: Double) {
        let found = Self.turnover(tenures)
        print("turnover \(tenures): \(found), published \(published) ± \(uncertainty)")
        #expect(abs(found - published) <= uncertainty, "\(tenures): \(found)")
    }

    /// CBS 2017, persons who move within their municipality: 14.2% at 25, 8.25% at 35, 4.6% at 45, 2.2% at 65. Ten-year
    /// classes lie between; households move at other rates than persons, so a third either way is the uncertainty.
    @Test(arguments: [(1, 0.11), (2, 0.062), (3, 0.041), (4, 0.031), (5, 0.021)])
    func movesFallWithAgeAsInTheCountry(ageClass: Int, published: Double) {
        let moves = Self.town.reduce(0) { $0 + $1.flows.movesByAge[ageClass] }
        let households = Self.town.reduce(0) { $0 + $1.flows.householdsByAge[ageClass] }
        let found = Double(moves) / Double(households)
        print("moves of ages \(ageClass * 10 + 15)-\(ageClass * 10 + 24): \(found), published \(published)")
        #expect(abs(found - published) <= published / 3 + 0.003, "\(found)")
    }

    /// CBS: 50,000 new homes gave over 120,000 moves (2021), 62,500 gave 140,000 (2019).
    @Test func aNewHomeInAClosedCountryGivesMoreThanTwoMoves() {
        let moves = Self.country.reduce(0) { $0 + $1.flows.chainMoves }
        let started = Self.country.reduce(0) { $0 + $1.flows.chainsStarted }
        let found = Double(moves) / Double(started)
        print("moves for each new home: \(found), published 2.24 to 2.4")
        #expect((2.0...2.7).contains(found), "\(found)")
    }

    /// CBS: about half of each link of a chain are starters.
    @Test func aboutHalfOfAChainAreStarters() {
        let moves = Self.town.reduce(0) { $0 + $1.flows.chainMoves }
        let starters = Self.town.reduce(0) { $0 + $1.flows.chainStarters }
        let found = Double(starters) / Double(moves)
        print("starters in a chain: \(found), published about 0.5")
        #expect((0.35...0.65).contains(found), "\(found)")
    }
}

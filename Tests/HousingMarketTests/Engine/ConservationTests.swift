import Neighbourhoods
import Testing

@testable import HousingMarket

/// Nothing appears from nowhere and nothing is lost, whatever the package does.
@Suite struct ConservationTests {
    @Test(arguments: 0..<24)
    func everyHouseholdAndHomeIsAccountedForInEveryYear(number: Int) {
        let town = SmallTown(seed: UInt64(number + 1))
        let start = town.start
        let package = RandomPackage.make(
            UInt64(number), areas: town.areas, from: town.startYear, horizon: 2030)
        let switches: ModelSwitches =
            number % 3 == 0 ? [.feedback, .tipping] : number % 3 == 1 ? .lottery : []
        let simulation = Simulation(
            start, package: package, assumptions: Assumptions(), switches: switches, seed: 9,
            run: UInt32(number))
        var households = simulation.store.snapshot().presentHouseholds
        var dwellings = simulation.store.snapshot().standingDwellings
        while simulation.year < package.horizon {
            simulation.step()
            let flows = simulation.flows
            let state = simulation.store.snapshot()
            let gone = flows.died + flows.joined + flows.departed + flows.gaveUp
            households += flows.formed + flows.arrived - gone
            dwellings += flows.built + flows.split - flows.demolished
            #expect(state.presentHouseholds == households, "households of \(simulation.year)")
            #expect(state.standingDwellings == dwellings, "homes of \(simulation.year)")
            check(state, simulation)
        }
    }

    /// A home has one occupant or none, an occupant one home, and whoever has none is counted.
    private func check(_ state: TownState, _ simulation: Simulation) {
        var homeless = 0
        for (household, traits) in state.households.enumerated() {
            let home = state.homes[household]
            switch traits.presence {
            case .housed:
                #expect(home >= 0 && state.occupants[Int(home)] == Int32(household))
            case .waiting:
                homeless += 1
                #expect(home < 0)
            case .absent, .left, .ended: #expect(home == TownState.none && !traits.isSearching)
            }
        }
        #expect(simulation.flows.waiting == homeless)
        var vacant: Set<Int32> = []
        for pool in simulation.pools {
            for place in 0..<pool.count {
                #expect(vacant.insert(pool.dwellings[place]).inserted, "a home stands on one list")
                #expect(state.occupants[Int(pool.dwellings[place])] == TownState.none)
                #expect(state.dwellings[Int(pool.dwellings[place])] == pool.traits[place])
            }
        }
        for (home, traits) in state.dwellings.enumerated() {
            let occupant = state.occupants[home]
            if occupant >= 0 { #expect(state.homes[Int(occupant)] == Int32(home)) }
            if traits.status == .gone || traits.status == .underConstruction {
                #expect(occupant == TownState.none)
            }
            if traits.status == .inUse, occupant < 0 {
                #expect(vacant.contains(Int32(home)), "an empty home is offered")
            }
        }
    }

    @Test func incomeClassesAndAreasAddUpToTheMunicipality() {
        let start = SmallTown().start
        let package = RandomPackage.make(4, areas: 12, from: 2025, horizon: 2029)
        let run = start.simulate(package)
        for year in run.years {
            let byArea = (0..<year.areaCount).map { year.households($0) }
            #expect(byArea.reduce(0, +) == year.households.reduce(0) { $0 + Int($1) })
            #expect(year.estates.reduce(0) { $0 + Int($1) } == byArea.reduce(0, +))
            #expect(
                Tenure.allCases.reduce(0) { $0 + year.dwellings($1) }
                    == year.dwellings.reduce(0) { $0 + Int($1) })
        }
    }

    @Test func initialResidentsAreFollowedToTheEnd() {
        let start = SmallTown().start
        let run = start.simulate(RandomPackage.make(8, areas: 12, from: 2025, horizon: 2035))
        let all = Fate.allCases.reduce(0) { $0 + run.initialResidents.count($1, areas: 0..<12) }
        #expect(all == start.state.households.count)
        for group in 0..<3 {
            let inGroup = start.state.households.count { $0.incomeGroup == group }
            #expect(
                Fate.allCases.reduce(0) { $0 + run.initialResidents.count($1, areas: 0..<12, group: group) }
                    == inGroup)
        }
    }
}

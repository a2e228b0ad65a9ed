// Times the simulation: nanoseconds for each household and year under the full rules, beside the floor in plain C, and
// the answers that a user waits for. One line of JSON for each figure. Called by bench.py.
import CityStepFloor
import Foundation
import HousingMarket

/// Wall seconds of `body`.
func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}

func tell(_ name: String, _ value: Double) {
    FileHandle.standardOutput.write(Data("{\"name\": \"\(name)\", \"value\": \(value)}\n".utf8))
}

func start(_ households: Int) -> StartingState {
    let town = StartingTown.madeUp(households: households, areas: max(20, households / 600), seed: 1)
    return StartingState(frame: town.frame, state: town.state)
}

/// The full rules with a package that demolishes, builds, sells and steers.
func package(years: Int) -> Package {
    let last = 2025 + years
    return Package(
        name: "all", horizon: last,
        measures: [
            Measure(
                .demolishRebuild(DemolishRebuild(dwellings: 300, rebuilt: [100, 60, 20, 180])), from: 2026,
                through: last),
            Measure(.sale(Sale(dwellings: 200, toSittingTenants: false)), from: 2026, through: last),
            Measure(.freeAllocation(share: 0.15), from: 2026, through: last),
        ])
}

func perHouseholdYear(_ households: Int, years: Int) -> (rules: Double, floor: Double) {
    let state = start(households)
    let plan = package(years: years)
    let settings = RunSettings(isDetailed: false)
    var rules = Double.infinity
    for _ in 0..<2 { rules = min(rules, seconds { _ = state.simulate(plan, settings: settings) }) }
    var floor = Double.infinity
    for _ in 0..<2 { floor = min(floor, seconds { _ = city_step_floor(Int32(households), Int32(years), 1) }) }
    let units = Double(households) * Double(years) / 1e9
    return (rules / units, floor / units)
}

let chosen = CommandLine.arguments.dropFirst()
for (households, years, name) in [
    (100_000, 20, "100,000"), (1_000_000, 4, "1,000,000"), (8_300_000, 2, "8,300,000"),
]
where chosen.isEmpty || chosen.contains(name) {
    let (rules, floor) = perHouseholdYear(households, years: years)
    tell("\(name) households, ns per household-year", rules)
    tell("\(name) households, floor in C, ns per household-year", floor)
    tell("\(name) households, ratio to the floor", rules / floor)
}

if chosen.isEmpty || chosen.contains("town") {
    let town = start(80_000)
    let packages = [package(years: 15)]
    let clock = ContinuousClock()
    // Three runs are what the mixing desk shows first for a town of this size.
    for (runs, name) in [(3, "first answer"), (50, "last figure")] {
        let ensemble = Ensemble(
            start: town,
            packages: packages.map { one in
                // Doing nothing and the package: the twin without displacement comes on top where a package forces moves.
                Package(
                    name: one.name, horizon: one.horizon,
                    measures: one.measures.filter { !$0.lever.forcesMoves })
            }, runs: runs)
        let begun = clock.now
        let result = await ensemble.results(threads: 2)
        let time = clock.now - begun
        precondition(result.runCount == runs)
        tell(
            "80,000 households x 15 years, \(runs) runs, \(name), s",
            Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
}

if chosen.isEmpty || chosen.contains("schelling") {
    var best = Double.infinity
    for _ in 0..<15 {
        best = min(
            best,
            seconds {
                guard
                    var model = try? Schelling(
                        width: 100, height: 100, agents: 8_000, radius: 2, wish: 8, seed: 1)
                else { return }
                for _ in 0..<20 { model.step() }
                precondition(model.moves > 0)
            })
    }
    tell("Schelling, 100 x 100, 8,000 agents, 20 steps, ms", best * 1000)
}

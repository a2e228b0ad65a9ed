import EnsembleShards
import HousingMarket
import Neighbourhoods
import Testing

/// A small made-up town with two packages, planned and computed: what all tests of shards start from.
struct ShardSupport {
    let ensemble: Ensemble
    let plan: EnsemblePlan

    init(runs: Int = 5, runsPerShard: Int = 2, seed: UInt64 = 3, line: UncertaintyLine = .estimate) {
        let town = StartingTown.madeUp(households: 400, areas: 6, seed: seed)
        let package = Package(
            name: "Plan", horizon: town.frame.startYear + 3,
            measures: [
                Measure(
                    .demolishRebuild(DemolishRebuild(dwellings: 9, rebuilt: [2, 0, 0, 7])),
                    areas: .codes([town.frame.areas[0].code]), from: town.frame.startYear + 1,
                    through: town.frame.startYear + 2)
            ])
        ensemble = Ensemble(
            start: StartingState(frame: town.frame, state: town.state), packages: [package], runs: runs,
            line: line, settings: RunSettings(seed: seed))
        plan = EnsemblePlan(
            program: EnsemblePlan.Program(version: "0", build: "00"), data: town.fingerprintText,
            settings: EnsemblePlan.Settings(
                municipality: town.frame.municipality.code.rawValue, level: "neighbourhood", runs: runs,
                seed: seed, uncertainty: line.rawValue),
            packages: [EnsemblePlan.PackageFile(file: "plan.yaml", yaml: package.yaml)],
            arms: ensemble.arms.map(\.name), runsPerShard: runsPerShard)
    }

    func summaries(_ index: Int) -> [RunSummary] {
        ensemble.places(ofRuns: plan.runs(ofShard: index)).map {
            ensemble.summary(ofRun: $0.run, arm: $0.arm)
        }
    }

    func shard(_ index: Int) throws -> ShardFile {
        try #require(ShardFile(plan: plan, index: index, summaries: summaries(index)))
    }
}

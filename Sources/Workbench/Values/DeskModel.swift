import Foundation
import HousingMarket
import Neighbourhoods
import ServiceLifecycle

/// The simulation behind the mixing desk: which town, which package, how long.
struct DeskModel: Sendable {
    /// What a result follows from.
    struct Key: Hashable, Sendable {
        var town: AreaCode
        var level: AreaLevel
        var package: String
        var horizon: Int
        var runs: Int
    }

    let town: StartingTown
    let start: StartingState
    let package: Package
    let horizon: Int

    /// Whether the package does and limits nothing.
    var isEmpty: Bool { package.measures.isEmpty && package.limits == PackageLimits() }

    /// How many runs the last figures rest on.
    static let fullRuns = 50
    static let seed: UInt64 = 1

    /// How many runs the first, coarse answer rests on: what fits in about a second.
    var quickRuns: Int {
        let years = max(1, horizon - town.frame.startYear)
        let work = Double(town.fit.households) * Double(years) * Double(ensemble(runs: 1).arms.count)
        return max(2, min(8, Int(9_000_000 / max(1, work))))
    }

    func ensemble(runs: Int) -> Ensemble {
        Ensemble(
            start: start, packages: [package], runs: runs,
            settings: RunSettings(seed: Self.seed, isDetailed: true))
    }

    /// The result of `runs` runs; the same for the same address on any machine.
    /// - Throws: `CancellationError` when `stop` is raised or the server stops before the last run: half an answer is kept by
    ///   nobody.
    func result(runs: Int, stop: StopSign) async throws -> EnsembleResult {
        try await withGracefulShutdownHandler {
            let result = await ensemble(runs: runs).results(
                threads: ProcessInfo.processInfo.activeProcessorCount,
                isStopped: { stop.isRaised })
            if stop.isRaised { throw CancellationError() }
            return result
        } onGracefulShutdown: {
            stop.raise()
        }
    }
}

extension Scene {
    /// The population of the town, or why there is none.
    var startingTown: Result<StartingTown, PopulationError> {
        studio.memory.starts(StudioMemory.StartKey(town: town.code, level: level)) {
            do throws(PopulationError) {
                return .success(
                    try StartingTown.synthesised(from: dataset, level: level, seed: DeskModel.seed))
            } catch { return .failure(error) }
        }
    }

    /// The last year of the desk.
    func deskHorizon(_ town: StartingTown) -> Int {
        let start = town.frame.startYear
        return min(max(state.desk.horizon ?? start + 15, start + 1), start + 30)
    }

    /// The model of the package in a place (nil: the open one); without one only doing nothing is run.
    func deskModel(_ town: StartingTown, slot: Int? = nil) throws(PackageError) -> DeskModel {
        let slot = slot ?? state.desk.open
        let start = StartingState(frame: town.frame, state: town.state)
        let horizon = deskHorizon(town)
        let text = state.desk.packages[slot]
        var package = Package(name: DeskState.slots[slot], horizon: horizon, measures: [])
        if !text.isEmpty {
            package = try Package.read(yaml: text, file: DeskState.slots[slot])
            package.horizon = horizon
            try package.check(against: start, file: DeskState.slots[slot])
        }
        return DeskModel(town: town, start: start, package: package, horizon: horizon)
    }

    /// The key of a result of `model`.
    func deskKey(_ model: DeskModel, runs: Int) -> DeskModel.Key {
        DeskModel.Key(
            town: town.code, level: level, package: model.package.fingerprintText, horizon: model.horizon,
            runs: runs)
    }
}

/// One run from its start to its horizon.
public struct RunRecord: Sendable, Hashable {
    /// The number of the run: the same number means the same luck in every package.
    public var run: UInt32
    /// The start, then every year.
    public var years: [YearRecord]
    /// What became of the initial residents.
    public var initialResidents: InitialResidents
    /// What each measure asked and did.
    public var deliveries: [Delivery]
}

/// How a run is made, beside its package.
public struct RunSettings: Sendable, Hashable {
    /// The values of the assumptions.
    public var assumptions: Assumptions
    /// The parts of the model that are on.
    public var switches: ModelSwitches
    /// The seed of the study.
    public var seed: UInt64
    /// Whether estates are counted each year.
    public var isDetailed: Bool

    /// Makes settings.
    public init(
        assumptions: Assumptions = Assumptions(), switches: ModelSwitches = [], seed: UInt64 = 1,
        isDetailed: Bool = true
    ) {
        self.assumptions = assumptions
        self.switches = switches
        self.seed = seed
        self.isDetailed = isDetailed
    }
}

extension StartingState {
    /// Simulates `package` once.
    ///
    /// - Parameters:
    ///   - package: what is done; its horizon is the last year.
    ///   - settings: assumptions, switches and seed.
    ///   - run: the number of the run, which says what luck it has.
    ///   - shouldStop: asked after each year; a run that is stopped ends early and is to be thrown away.
    /// - Complexity: about 100 ns for each household and year on one core, and 40 bytes a household.
    public func simulate(
        _ package: Package, settings: RunSettings = RunSettings(), run: UInt32 = 0,
        shouldStop: () -> Bool = { false }
    ) -> RunRecord {
        (copy self).simulated(package, settings: settings, run: run, shouldStop: shouldStop)
    }

    /// Simulates `package` once and gives the starting population up: the same run as
    /// ``simulate(_:settings:run:shouldStop:)``, for a population so large that it should not stand in memory beside
    /// the homes and households of the run. Worth it only where nothing else holds the population, nor the
    /// ``StartingTown`` that it came from.
    ///
    /// - Parameters:
    ///   - package: what is done; its horizon is the last year.
    ///   - settings: assumptions, switches and seed.
    ///   - run: the number of the run, which says what luck it has.
    ///   - shouldStop: asked after each year; a run that is stopped ends early and is to be thrown away.
    /// - Complexity: as ``simulate(_:settings:run:shouldStop:)``; about 45 bytes a household in all, where a
    ///   run beside its population takes 65.
    public consuming func simulated(
        _ package: Package, settings: RunSettings = RunSettings(), run: UInt32 = 0,
        shouldStop: () -> Bool = { false }
    ) -> RunRecord {
        let simulation = Simulation(
            self, package: package, assumptions: settings.assumptions, switches: settings.switches,
            seed: settings.seed, run: run)
        var years = [simulation.record(isDetailed: settings.isDetailed)]
        while simulation.year < package.horizon, !shouldStop() {
            simulation.step()
            years.append(simulation.record(isDetailed: settings.isDetailed))
        }
        return RunRecord(
            run: run, years: years, initialResidents: simulation.initialResidents(),
            deliveries: simulation.programme.deliveries)
    }
}

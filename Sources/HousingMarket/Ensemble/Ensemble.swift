/// Which source of uncertainty a set of runs shows. The three are kept apart.
public enum UncertaintyLine: String, Sendable, Hashable, CaseIterable, Codable {
    /// Luck: other random numbers, the same assumptions.
    case chance
    /// What is not known exactly: assumptions drawn from their ranges.
    case estimate
    /// How the model is made: switches on or off.
    case model
}

/// One policy of a comparison.
public struct Arm: Sendable, Hashable {
    /// Its role.
    public enum Role: String, Sendable, Hashable {
        /// Nothing is done.
        case doNothing
        /// The package as written.
        case package
        /// The package without what forces people to move.
        case noDisplacement
    }
    /// Its name.
    public var name: String
    /// Its role.
    public var role: Role
    /// What is done.
    public var package: Package

    /// Makes an arm.
    public init(name: String, role: Role, package: Package) {
        self.name = name
        self.role = role
        self.package = package
    }
}

/// Packages that are run side by side under the same luck and the same assumptions, so that they differ by what they do.
///
/// Doing nothing is always the first arm; each package that forces moves brings its twin without them.
public struct Ensemble: Sendable {
    /// The starting population.
    public let start: StartingState
    /// The policies, doing nothing first.
    public let arms: [Arm]
    /// How many runs of each arm.
    public let runs: Int
    /// Which uncertainty the runs show.
    public let line: UncertaintyLine
    /// Assumptions, switches and seed; assumptions are the middle of the draws when ``line`` is estimate.
    public let settings: RunSettings
    /// For each neighbourhood whether any package acts there: the scope against which elsewhere is told.
    public let scope: [Bool]

    /// Makes an ensemble of `packages`, with the twins that belong to them.
    ///
    /// - Parameter runs: at least 50 for any figure that is shown.
    public init(
        start: StartingState, packages: [Package], runs: Int, line: UncertaintyLine = .chance,
        settings: RunSettings = RunSettings()
    ) {
        self.start = start
        self.runs = runs
        self.line = line
        self.settings = settings
        let horizon = packages.map(\.horizon).max() ?? start.frame.startYear + 10
        var arms = [
            Arm(
                name: "do nothing", role: .doNothing,
                package: Package(name: "do nothing", horizon: horizon, measures: []))
        ]
        for package in packages where !package.measures.isEmpty {
            arms.append(Arm(name: package.name, role: .package, package: package))
            if package.measures.contains(where: \.lever.forcesMoves) {
                let twin = package.withoutDisplacement
                arms.append(Arm(name: twin.name, role: .noDisplacement, package: twin))
            }
        }
        self.arms = arms
        let resolver = AreaResolver(frame: start.frame, start: start)
        var scope = Array(repeating: false, count: start.frame.areas.count)
        for measure in packages.flatMap(\.measures) {
            // What holds everywhere has no elsewhere.
            guard measure.areas != .everywhere else { continue }
            for area in resolver.positions(of: measure.areas) { scope[area] = true }
        }
        self.scope = scope
    }

    /// The settings of one run: the same for every arm.
    public func settings(ofRun run: Int) -> RunSettings {
        var result = settings
        switch line {
        case .chance: break
        case .estimate:
            result.assumptions = AssumptionDraws(count: runs, seed: settings.seed).assumptions(
                run, around: settings.assumptions)
        case .model:
            result.switches = settings.switches.symmetricDifference(
                Self.modelVariants[run % Self.modelVariants.count])
        }
        return result
    }

    /// The variants of the third line, one after the other over the runs.
    public static let modelVariants: [ModelSwitches] = [[], .feedback, [.feedback, .tipping], .lottery]
}

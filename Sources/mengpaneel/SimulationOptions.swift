import ArgumentParser
import EnsembleShards
import HousingMarket
import Neighbourhoods

/// What every simulation asks: which town, how long, how often, under which assumptions.
struct SimulationOptions: ParsableArguments {
    @Argument(help: "The project file.")
    var file: String?

    @OptionGroup var choice: MunicipalityChoice

    @Option(help: "The scale of the areas: neighbourhood or district.")
    var level = AreaLevel.neighbourhood

    @Option(help: "The year of the figures from which the population is made [default: the newest].")
    var year: Int?

    @Option(help: "The last year that is simulated [default: the horizon of the packages, or ten years on].")
    var until: Int?

    @Option(help: "How many runs of each package; 50 or more for figures that are shown to others.")
    var runs = 50

    @Option(help: "The seed; the same seed gives the same bytes on any number of threads.")
    var seed: UInt64 = 1

    @Option(help: "How many runs at the same time [default: the number of cores].")
    var threads: Int?

    @Option(
        parsing: .upToNextOption,
        help: "Parts of the model to switch on: feedback, tipping, lottery, frozenBaseline, noIncomeTest.")
    var with: [String] = []

    @Option(
        parsing: .upToNextOption,
        help:
            "Another value for an assumption, such as returnShare=0.2; see `mengpaneel simulate --assumptions`."
    )
    var assume: [String] = []

    func validate() throws {
        guard (1...EnsemblePlan.mostRuns).contains(runs) else {
            throw ValidationError("--runs: \(runs) is not between 1 and 65,536.")
        }
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads: \(threads) is not between 1 and 1,024.")
        }
        _ = try switches
        _ = try assumptions
    }

    /// The project file.
    var project: String {
        get throws {
            guard let file else {
                throw UserError(
                    "give a project file, such as stad.mengpaneel; make one with `mengpaneel demo` or `mengpaneel import`."
                )
            }
            return file
        }
    }

    static let switchNames: [(name: String, value: ModelSwitches)] = [
        ("feedback", .feedback), ("tipping", .tipping), ("lottery", .lottery),
        ("frozenBaseline", .frozenBaseline), ("noIncomeTest", .noIncomeTest),
    ]

    /// The parts of the model that are switched on.
    var switches: ModelSwitches {
        get throws {
            try with.reduce(into: []) { result, name in
                guard let found = Self.switchNames.first(where: { $0.name == name }) else {
                    let meant = Suggestion.nearest(to: name, among: Self.switchNames.map(\.name))
                    throw ValidationError(
                        "--with: there is no part '\(name)'\(meant.map { "; did you mean '\($0)'?" } ?? "; there are \(Self.switchNames.map(\.name).joined(separator: ", ")).")"
                    )
                }
                result.insert(found.value)
            }
        }
    }

    /// The assumptions, with the values that the user gave.
    var assumptions: Assumptions {
        get throws {
            try assume.reduce(into: Assumptions()) { result, text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                let names = AssumptionID.allCases.map { "\($0)" }
                guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                    throw ValidationError("--assume: '\(text)' is not name=number, such as returnShare=0.2.")
                }
                guard let id = AssumptionID.allCases.first(where: { "\($0)" == parts[0] }) else {
                    let meant = Suggestion.nearest(to: parts[0], among: names)
                    throw ValidationError(
                        "--assume: there is no assumption '\(parts[0])'\(meant.map { "; did you mean '\($0)'?" } ?? ".") See `mengpaneel simulate --assumptions`."
                    )
                }
                guard Assumptions.allowed(id).contains(value) else {
                    throw ValidationError(
                        "--assume: \(parts[0]) is \(value); it must lie in \(Assumptions.allowed(id).lowerBound)...\(Assumptions.allowed(id).upperBound)."
                    )
                }
                result[id] = value
            }
        }
    }
}

import ArgumentParser
import EnsembleShards
import Foundation
import HousingMarket
import Neighbourhoods

/// `mengpaneel ensemble plan`: which runs there are, in a folder that all machines can reach.
struct EnsemblePlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Write down which runs there are and how they are cut into shards.",
        discussion: """
            The plan holds the packages, the settings and fingerprints of the figures and of the program; its name is a
            SHA-256 over all of it. The project itself stays where it is.

            EXAMPLES
              mengpaneel ensemble plan stad.mengpaneel --package plan.yaml --runs 2000 --into map
              mengpaneel ensemble plan stad.mengpaneel --packages a.yaml b.yaml --uncertainty estimate --into map
            """)

    @OptionGroup var simulation: SimulationOptions

    @Option(
        name: [.customLong("package"), .customLong("packages")], parsing: .upToNextOption,
        help: "Package files (YAML); left out, only doing nothing is run.")
    var packageFiles: [String] = []

    @Option(help: "Which uncertainty the runs show: chance, estimate or model; they are never mixed.")
    var uncertainty = UncertaintyLine.chance

    @Option(help: "The folder of the plan; it is made where it is not there.")
    var into: String

    @Option(
        help:
            "How many runs of each package one shard has; a shard of some minutes is best [default: as many as make a hundred shards]."
    )
    var runsPerShard: Int?

    func validate() throws {
        if let runsPerShard, !(1...simulation.runs).contains(runsPerShard) {
            throw ValidationError(
                "--runs-per-shard: \(runsPerShard) is not between 1 and \(simulation.runs), the number of runs."
            )
        }
        if simulation.threads != nil {
            throw ValidationError("--threads: a plan runs nothing; give it to `mengpaneel ensemble shard`.")
        }
    }

    func run() async throws {
        let packages = try packageFiles.map {
            EnsemblePlan.PackageFile(
                file: ($0 as NSString).lastPathComponent, yaml: try PackageText.read($0))
        }
        let study = try SimulationStudy(
            options: simulation, packageTexts: packages.map { ($0.file, $0.yaml) })
        let ensemble = study.ensemble(uncertainty)
        let plan = EnsemblePlan(
            program: try ProgramBuild.current(), data: study.dataFingerprint,
            settings: EnsemblePlan.Settings(
                municipality: study.dataset.municipality.code.rawValue, level: simulation.level.rawValue,
                year: simulation.year, until: simulation.until, runs: simulation.runs, seed: simulation.seed,
                uncertainty: uncertainty.rawValue, with: simulation.with.sorted(), assume: simulation.assume),
            packages: packages, arms: ensemble.arms.map(\.name),
            runsPerShard: runsPerShard ?? (simulation.runs + 99) / 100)
        let folder = EnsembleFolder(into)
        try folder.write(plan)
        Terminal.say(
            "\(folder.planFile): plan \(plan.name.prefix(16)) with \(plan.shards) shards (0 to \(plan.shards - 1)), \(plan.settings.runs) runs of \(plan.arms.count) arms."
        )
    }
}

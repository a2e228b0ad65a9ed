import ArgumentParser
import Bilingual
import ExperimentDesign
import Foundation
import HousingMarket

/// `mengpaneel sensitivity`: which assumptions the outcome of a package hangs on.
struct SensitivityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity", abstract: "Which assumptions the effect of a package hangs on.",
        discussion: """
            The outcome is the difference between the package and doing nothing in the last year, under the same luck.
            morris screens all assumptions; sobol splits the variance over a few of them; discover looks for the
            assumptions under which the effect lies above or below a limit. With --export the design and the outcomes are
            written as SALib and the EMA workbench read them; with --from they are read back instead of run, also when
            those packages or another model wrote them.

            EXAMPLES
              mengpaneel sensitivity stad.mengpaneel --package plan.yaml --outcome dissimilarityLow
              mengpaneel sensitivity stad.mengpaneel --package plan.yaml --method sobol --factors returnShare wishLevel choicePrice --samples 64
              mengpaneel sensitivity stad.mengpaneel --package plan.yaml --method discover --above 0 --export design/
              mengpaneel sensitivity --method morris --from design/
            """)

    /// How the outcome is taken apart.
    enum Method: String, ExpressibleByArgument, CaseIterable {
        /// Elementary effects.
        case morris
        /// Shares of the variance.
        case sobol
        /// Boxes of assumptions.
        case discover
    }

    @OptionGroup var simulation: SimulationOptions

    @Option(name: .customLong("package"), help: "A package file (YAML).")
    var packageFile: String?

    @Option(help: "morris, sobol or discover.")
    var method = Method.morris

    @Option(help: "The measure whose difference with doing nothing is explained.")
    var outcome = "dissimilarityLow"

    @Option(parsing: .upToNextOption, help: "Only these assumptions [default: all that have a range].")
    var factors: [String] = []

    @Option(
        help:
            "Trajectories (morris), base samples (sobol, best a power of 2) or cases (discover) [default: 10, 32, 200]."
    )
    var samples: Int?

    @Flag(help: "sobol: also what pairs of assumptions explain together; nearly twice the runs.")
    var pairs = false

    @Option(
        help:
            "Runs with other luck at each point; their mean is the outcome, their spread the part of chance.")
    var replicates = 2

    @Option(parsing: .unconditional, help: "discover: cases with an outcome above this are of interest.")
    var above: Double?

    @Option(parsing: .unconditional, help: "discover: cases with an outcome below this are of interest.")
    var below: Double?

    @Option(
        help:
            "Write problem.txt, param_values.txt and Y.txt (SALib) and experiments.csv, metadata.json and the outcome (EMA workbench) to this folder."
    )
    var export: String?

    @Option(
        name: .customLong("from"),
        help:
            "Read the files of SALib (or for discover of the EMA workbench, unpacked) from this folder and run nothing."
    )
    var folder: String?

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func validate() throws {
        guard (1...50).contains(replicates) else {
            throw ValidationError("--replicates: \(replicates) is not between 1 and 50.")
        }
        if let samples, !(2...100_000).contains(samples) {
            throw ValidationError("--samples: \(samples) is not between 2 and 100,000.")
        }
        guard !pairs || method == .sobol else {
            throw ValidationError("--pairs: only --method sobol tells what pairs explain.")
        }
        if method == .discover, (above == nil) == (below == nil) {
            throw ValidationError(
                "--method discover needs --above or --below: which outcomes are of interest?")
        }
        // Files may hold an outcome of another model.
        guard folder != nil || OutcomeMeasure(rawValue: outcome) != nil else {
            let meant = Suggestion.nearest(to: outcome, among: OutcomeMeasure.allCases.map(\.rawValue))
            throw ValidationError(
                "--outcome: there is no measure '\(outcome)'\(meant.map { "; did you mean '\($0)'?" } ?? ".")"
            )
        }
        let names = AssumptionID.allCases.map { "\($0)" }
        for name in factors where !names.contains(name) {
            let meant = Suggestion.nearest(to: name, among: names)
            throw ValidationError(
                "--factors: there is no assumption '\(name)'\(meant.map { "; did you mean '\($0)'?" } ?? ".")"
            )
        }
    }

    func run() async throws {
        do {
            try await analyse()
        } catch let error as ExperimentError {
            throw UserError(folder.map { "\($0): \(error.description)" } ?? error.description)
        }
    }

    private func analyse() async throws {
        let files = DesignFolder(outcome: outcome)
        if method == .discover, let folder, files.isOfWorkbench(folder) {
            let results = try files.workbench(folder)
            let values = results.outcomes[0].values
            return try discover(results.table(ofInterest: values.map(isOfInterest)))
        }
        let (design, outcomes) =
            if let folder { try files.salib(folder) } else { try await simulated(files) }
        switch method {
        case .morris:
            SensitivityTables.screening(
                try MorrisScreening(design: design, outcomes: outcomes, options: resampling)
            ).write(as: format)
        case .sobol:
            let shares = try SobolIndices.estimate(
                factors: design.factors, outcomes: outcomes, secondOrder: pairs, options: resampling)
            switch shares {
            case .value(let shares): SensitivityTables.shares(shares).write(as: format)
            case .notEstimable(let reason): throw UserError("--outcome: \(reason.description).")
            }
        case .discover:
            try discover(ScenarioTable(design: design, ofInterest: outcomes.map(isOfInterest)))
        }
    }

    private var resampling: ResamplingOptions { ResamplingOptions(resamples: 1000, seed: simulation.seed) }

    private func isOfInterest(_ value: Double) -> Bool {
        above.map { value > $0 } ?? below.map { value < $0 } ?? false
    }

    private func discover(_ table: ScenarioTable) throws {
        switch try PatientRuleInduction().trajectory(of: table) {
        case .value(let trajectory): SensitivityTables.boxes(trajectory).write(as: format)
        case .notEstimable(let reason): throw UserError("--above or --below: \(reason.description).")
        }
    }

    // MARK: Running

    private var chosen: [Assumption] {
        Assumptions.catalogue.filter { one in
            one.range.upperBound > one.range.lowerBound && (factors.isEmpty || factors.contains("\(one.id)"))
        }
    }

    private func simulated(_ files: DesignFolder) async throws -> (Design, [Double]) {
        guard let packageFile else {
            throw UserError("--package: give a package file, or --from with a folder of outcomes.")
        }
        let study = try SimulationStudy(options: simulation, packageFiles: [packageFile])
        let inputs = try chosen.map {
            try Factor("\($0.id)", $0.range.lowerBound, $0.range.upperBound)
        }
        let design: Design =
            switch method {
            case .morris: try .morris(inputs, trajectories: samples ?? 10, seed: simulation.seed)
            case .sobol: try .saltelli(inputs, baseSamples: samples ?? 32, secondOrder: pairs)
            case .discover: try .latinHypercube(inputs, samples: samples ?? 200, seed: simulation.seed)
            }
        let runs = SensitivityRuns(
            study: study, assumptions: chosen.map(\.id), measure: outcome, replicates: replicates,
            threads: simulation.threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let values = try await runs.outcomes(of: design)
        Terminal.say(try chance(values))
        let means = try ReplicateNoise.pointMeans(of: values, replicates: replicates)
        if let export {
            try files.write(design, means, policy: study.packages.first?.name ?? "", to: export)
        }
        return (design, means)
    }

    /// The part of the variance of single runs that is luck.
    private func chance(_ values: [Double]) throws -> String {
        guard replicates > 1 else {
            return "One run at each point: the part of chance is not known; ask --replicates 2 or more."
        }
        switch try ReplicateNoise.estimate(outcomes: values, replicates: replicates, options: resampling) {
        case .notEstimable(let reason): return "The part of chance is not known: \(reason.description)."
        case .value(let noise):
            func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
            let range = noise.chanceShare.interval.value.map {
                " (\(percent($0.lower))-\(percent($0.upper)))"
            }
            return
                "Of the variance of single runs \(percent(noise.chanceShare.estimate))\(range ?? "") is chance."
        }
    }
}

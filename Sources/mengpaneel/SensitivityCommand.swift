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
            written as SALib and the EMA workbench read them; with --from they are read back instead of run.

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

    @Option(help: "Trajectories (morris), blocks (sobol) or cases (discover) [default: 10, 32, 200].")
    var samples: Int?

    @Option(
        help:
            "Runs with other luck at each point; their mean is the outcome, their spread the part of chance.")
    var replicates = 2

    @Option(help: "discover: cases with an outcome above this are of interest.")
    var above: Double?

    @Option(help: "discover: cases with an outcome below this are of interest.")
    var below: Double?

    @Option(help: "Write problem.txt, param_values.txt, Y.txt and experiments.csv to this folder.")
    var export: String?

    @Option(
        name: .customLong("from"),
        help: "Read problem.txt, param_values.txt and Y.txt from this folder and run nothing.")
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
        if method == .discover, (above == nil) == (below == nil) {
            throw ValidationError(
                "--method discover needs --above or --below: which outcomes are of interest?")
        }
        guard OutcomeMeasure(rawValue: outcome) != nil else {
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
        let (design, outcomes) = if let folder { try read(folder) } else { try await simulated() }
        switch method {
        case .morris: try write(MorrisResult(design, outcomes: outcomes, seed: simulation.seed))
        case .sobol: try write(SobolResult(design, outcomes: outcomes, seed: simulation.seed))
        case .discover:
            let marks = outcomes.map { value in above.map { value > $0 } ?? below.map { value < $0 } ?? false
            }
            try write(PatientRule(factors: design.factors, rows: design.rows, isOfInterest: marks), design)
        }
    }

    // MARK: Running

    private var chosen: [Assumption] {
        Assumptions.catalogue.filter { one in
            one.range.upperBound > one.range.lowerBound && (factors.isEmpty || factors.contains("\(one.id)"))
        }
    }

    private func simulated() async throws -> (Design, [Double]) {
        guard let packageFile else {
            throw UserError("--package: give a package file, or --from with a folder of outcomes.")
        }
        let study = try SimulationStudy(options: simulation, packageFiles: [packageFile])
        let inputs = chosen.map { Factor("\($0.id)", $0.range.lowerBound, $0.range.upperBound) }
        let design: Design =
            switch method {
            case .morris: .morris(inputs, trajectories: samples ?? 10, seed: simulation.seed)
            case .sobol: .saltelli(inputs, samples: samples ?? 32, seed: simulation.seed)
            case .discover: .latinHypercube(inputs, samples: samples ?? 200, seed: simulation.seed)
            }
        let values = try await outcomes(design, study)
        let means = values.map { $0.reduce(0, +) / Double($0.count) }
        Terminal.say(Self.chance(values, means))
        if let export { try write(design, means, study, to: export) }
        return (design, means)
    }

    /// The part of the variance of single runs that is luck: within points, of all.
    private static func chance(_ values: [[Double]], _ means: [Double]) -> String {
        guard let count = values.first?.count, count > 1 else {
            return "One run at each point: the part of chance is not known; ask --replicates 2 or more."
        }
        let all = values.joined()
        let mean = all.reduce(0, +) / Double(all.count)
        let total = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)
        let within =
            zip(values, means).reduce(0) { sum, one in
                sum + one.0.reduce(0) { $0 + ($1 - one.1) * ($1 - one.1) }
            } / Double(values.count * (count - 1))
        guard total > 0 else { return "The outcome is the same in every run." }
        return "Of the variance of single runs \(Int((min(1, within / total) * 100).rounded()))% is chance."
    }

    private func outcomes(_ design: Design, _ study: SimulationStudy) async throws -> [[Double]] {
        guard let measure = OutcomeMeasure(rawValue: outcome) else { return [] }
        let ids = chosen.map(\.id)
        let ensemble = study.ensemble(.chance)
        guard ensemble.arms.count > 1 else {
            throw UserError("the package holds no measure; there is nothing to explain.")
        }
        let (start, base, count) = (study.start, study.settings, replicates)
        let lanes = simulation.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let rows = design.rows
        let results = await withTaskGroup(of: [(Int, [Double])].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: rows.count, by: lanes).map { row in
                        var settings = base
                        settings.isDetailed = measure == .mixingEstate
                        for (id, value) in zip(ids, rows[row]) { settings.assumptions[id] = value }
                        let values = (0..<count).map { run -> Double in
                            let pair = [1, 0].map { arm in
                                RunSummary(
                                    start.simulate(
                                        ensemble.arms[arm].package, settings: settings, run: UInt32(run)),
                                    frame: start.frame, scope: ensemble.scope)
                            }
                            let last = pair[0].measures.count - 1
                            return pair[0].measures[last][measure.position]
                                - pair[1].measures[last][measure.position]
                        }
                        return (row, values)
                    }
                }
            }
            var all: [(Int, [Double])] = []
            for await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
        guard results.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
            throw UserError(
                "--outcome: \(outcome) does not exist in every run of this package; choose another measure.")
        }
        return results
    }

    // MARK: Files

    private func write(_ design: Design, _ means: [Double], _ study: SimulationStudy, to folder: String)
        throws
    {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = [
            ("problem.txt", DesignFiles.problem(design.factors)),
            ("param_values.txt", DesignFiles.parameterValues(design)),
            ("Y.txt", DesignFiles.outcomes(means)),
            (
                "experiments.csv",
                DesignFiles.experiments(
                    design, policy: study.packages.first?.name ?? "", model: "mengpaneel",
                    outcomes: [(outcome, means)])
            ),
        ]
        for (name, text) in files {
            try WholeFile.write(Data(text.utf8), to: (folder as NSString).appendingPathComponent(name))
        }
    }

    private func read(_ folder: String) throws -> (Design, [Double]) {
        func text(_ name: String) throws -> String {
            try PackageText.read((folder as NSString).appendingPathComponent(name))
        }
        do {
            let factors = try DesignFiles.factors(text("problem.txt"))
            return (
                try DesignFiles.design(text("param_values.txt"), factors: factors),
                try DesignFiles.outcomes(text("Y.txt"))
            )
        } catch let error as DesignError {
            throw UserError("\(folder): \(error.description)")
        }
    }

    // MARK: Tables

    private func write(_ result: MorrisResult) throws {
        DataTable(
            columns: ["assumption", "mean_effect", "mean_size", "low", "high", "spread"],
            rows: result.effects.map { effect in
                [
                    .text(effect.factor), .number(effect.mean), .number(effect.meanSize.value),
                    .number(effect.meanSize.low),
                    .number(effect.meanSize.high), .number(effect.spread),
                ]
            }
        ).write(as: format)
    }

    private func write(_ result: SobolResult) throws {
        DataTable(
            columns: ["assumption", "first", "first_low", "first_high", "total", "total_low", "total_high"],
            rows: result.shares.map { share in
                [
                    .text(share.factor), .number(share.first.value), .number(share.first.low),
                    .number(share.first.high),
                    .number(share.total.value), .number(share.total.low), .number(share.total.high),
                ]
            }
        ).write(as: format)
    }

    private func write(_ rule: PatientRule, _ design: Design) throws {
        DataTable(
            columns: ["box", "coverage", "density", "mass", "assumption", "low", "high", "quasi_p"],
            rows: rule.trajectory.enumerated().flatMap { number, box -> [[Cell]] in
                let head: [Cell] = [
                    .integer(number), .number(box.coverage), .number(box.density), .number(box.mass),
                ]
                guard !box.restricted.isEmpty else {
                    return [head + [.text(""), .missing(""), .missing(""), .missing("")]]
                }
                return zip(box.restricted, box.quasiP).map { factor, p in
                    head + [
                        .text(design.factors[factor].name), .number(box.low[factor]),
                        .number(box.high[factor]), .number(p),
                    ]
                }
            }
        ).write(as: format)
    }
}

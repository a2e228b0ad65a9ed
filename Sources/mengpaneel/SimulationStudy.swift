import Bilingual
import Crypto
import Foundation
import HousingMarket
import Neighbourhoods
import ProjectFile
import Synchronization
import Workbench

/// A simulation as the command line runs it: the town of a project, packages, settings.
struct SimulationStudy {
    let dataset: Dataset
    let town: StartingTown
    let start: StartingState
    let packages: [Package]
    let options: SimulationOptions
    let settings: RunSettings

    /// Reads the project and the packages; every package is checked against the town before anything runs.
    init(options: SimulationOptions, packageFiles: [String]) throws {
        try self.init(
            options: options,
            packageTexts: packageFiles.map {
                (file: ($0 as NSString).lastPathComponent, yaml: try PackageText.read($0))
            })
    }

    /// The same for packages that were read before.
    init(options: SimulationOptions, packageTexts: [(file: String, yaml: String)]) throws {
        self.options = options
        dataset = try StudioLoader.town(try options.project, municipality: options.choice.municipality)
            .dataset
        town = try StartingTown.synthesised(
            from: dataset, level: options.level, year: options.year, seed: options.seed)
        start = StartingState(frame: town.frame, state: town.state)
        settings = RunSettings(
            assumptions: try options.assumptions, switches: try options.switches, seed: options.seed)
        let frame = town.frame
        if let until = options.until, !(frame.startYear + 1...frame.startYear + 60).contains(until) {
            throw UserError(
                "--until: \(until) is not within sixty years after \(frame.startYear), the year of the population."
            )
        }
        let start = start
        packages = try packageTexts.map { name, yaml in
            var package = try Package.read(yaml: yaml, file: name)
            if let until = options.until { package.horizon = until }
            try package.check(against: start, file: name)
            return package
        }
    }

    var horizon: Int { options.until ?? packages.map(\.horizon).max() ?? town.frame.startYear + 10 }

    /// The ensemble on one line of uncertainty.
    func ensemble(_ line: UncertaintyLine) -> Ensemble {
        let asked =
            packages.isEmpty ? [Package(name: "none", horizon: horizon, measures: [])] : packages
        return Ensemble(start: start, packages: asked, runs: options.runs, line: line, settings: settings)
    }

    /// Runs it, tells how far it is, and keeps what is finished when the user breaks it off.
    func run(_ line: UncertaintyLine) async -> EnsembleResult {
        Interrupt.watch()
        defer { Interrupt.release() }
        let clock = ContinuousClock()
        let begun = clock.now
        let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let result = await ensemble(line).results(
            threads: threads, isStopped: { Interrupt.isAsked },
            progress: { progress in
                let spent = (clock.now - begun).seconds
                let left = spent / Double(progress.done) * Double(progress.total - progress.done)
                Terminal.progress(
                    "\(progress.done) of \(progress.total) runs; about \(Int(left.rounded(.up))) s left")
            })
        Terminal.endProgress()
        return result
    }

    /// The hash of all that the outcome follows from: its name in the project file.
    func name(_ line: UncertaintyLine) throws -> String {
        var hash = SHA256()
        hash.update(data: Data(Version.text.utf8))
        hash.update(data: Data(try description(line).utf8))
        hash.update(data: Data(town.fingerprintText.utf8))
        return hash.finalize().prefix(16).map { String(format: "%02x", $0) }.joined()
    }

    /// Packages, settings and versions, as JSON text.
    func description(_ line: UncertaintyLine) throws -> String {
        JSONTree.object([
            ("program", .text(Version.text)), ("municipality", .text(dataset.municipality.code.rawValue)),
            ("level", .text(options.level.rawValue)), ("startYear", .integer(town.frame.startYear)),
            ("horizon", .integer(horizon)), ("runs", .integer(options.runs)),
            ("seed", .text("\(options.seed)")),
            ("uncertainty", .text(line.rawValue)), ("with", .array(options.with.sorted().map { .text($0) })),
            (
                "assumptions",
                .object(AssumptionID.allCases.map { ("\($0)", .number(settings.assumptions[$0])) })
            ), ("packages", .array(packages.map { .text($0.yaml) })),
        ]).text()
    }

    /// Keeps the outcome in the project; returns its name.
    func keep(_ result: EnsembleResult, _ line: UncertaintyLine) throws -> String {
        let table = OutcomeTable(result)
        let name = try name(line)
        let title = packages.isEmpty ? "do nothing" : packages.map(\.name).joined(separator: ", ")
        try ProjectFile.openOrCreate(try options.project).store(
            StoredSimulation(
                name: name, title: title, description: try description(line), rows: table.count,
                columns: table.columns))
        return name
    }
}

extension Duration {
    /// In seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// Whether the user pressed Ctrl-C, or an engine asked for the end: the first time stops what is under way and keeps
/// what is finished, a second Ctrl-C ends the program.
enum Interrupt {
    private static let presses = Atomic<Int>(0)

    /// From now on Ctrl-C is counted.
    static func watch() {
        presses.store(0, ordering: .relaxed)
        signal(SIGINT) { _ in
            // Only what is safe in a signal handler: an atomic number and the end of the process.
            if Interrupt.presses.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
        }
    }

    /// From now on a request to end (SIGTERM) counts as well; engines may repeat it, so it never ends the program itself.
    static func watchEngine() {
        watch()
        signal(SIGTERM) { _ in Interrupt.presses.add(1, ordering: .relaxed) }
    }

    static var isAsked: Bool { presses.load(ordering: .relaxed) > 0 }

    /// Gives Ctrl-C its usual meaning back.
    static func release() { signal(SIGINT, SIG_DFL) }
}

/// The text of a package file.
enum PackageText {
    static let largest = 1 << 20

    static func read(_ path: String) throws -> String {
        try InputFile.text(path, expected: "a package file", largest: largest)
    }
}

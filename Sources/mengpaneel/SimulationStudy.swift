import Bilingual
import Crypto
import Foundation
import HousingMarket
import Neighbourhoods
import ProjectFile
import Synchronization

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
        let stock = StockCounts(town.state, areas: frame.areas.count)
        packages = try packageFiles.map { path in
            var package = try Package.read(
                yaml: try PackageText.read(path), file: (path as NSString).lastPathComponent)
            try package.checked(in: frame, stock: stock, file: (path as NSString).lastPathComponent)
            if let until = options.until { package.horizon = until }
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
        let stop = InterruptFlag()
        defer { stop.release() }
        let clock = ContinuousClock()
        let begun = clock.now
        let threads = options.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let result = await ensemble(line).results(
            threads: threads, isStopped: { stop.isSet },
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

/// Whether the user pressed Ctrl-C: the first time stops what is under way and keeps what is finished, the second ends
/// the program.
final class InterruptFlag: Sendable {
    private let flag = Atomic<Bool>(false)
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [weak self] in
            guard let self else { return }
            if flag.exchange(true, ordering: .relaxed) { exit(130) }
            Terminal.say("Stopping: finished runs are kept. Press Ctrl-C again to end at once.")
        }
        source.resume()
    }

    var isSet: Bool { flag.load(ordering: .relaxed) }

    /// Gives Ctrl-C its usual meaning back.
    func release() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}

/// The text of a package file.
enum PackageText {
    static let largest = 1 << 20

    static func read(_ path: String) throws -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("\(path): there is no such file.")
        }
        if isFolder.boolValue { throw UserError("\(path): is a folder; give a package file.") }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= largest else {
            throw UserError(
                "\(path): \(size >> 20) MB is more than the 1 MB that a package takes; give a package file.")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UserError("\(path): cannot be read; check its permissions.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw UserError("\(path): the letters are not UTF-8; save the file as UTF-8.")
        }
        return text
    }
}

import ArgumentParser
import Bilingual
import Foundation
import HousingMarket
import Neighbourhoods
import Workbench

/// `mengpaneel simulate`: what a package does that doing nothing does not.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "What a package of measures changes, for areas and for the people there now.",
        discussion: """
            Households and homes of the municipality are made from its figures and followed year by year. A package is
            always run beside doing nothing, under the same luck, and beside itself without forced moves. Each figure is
            the middle of the runs with the range that holds nine of ten of them. Documentation/ODD.md describes the
            model, Documentation/Packages.md how a package is written.

            EXAMPLES
              mengpaneel simulate stad.mengpaneel --package plan.yaml
              mengpaneel simulate stad.mengpaneel --package plan.yaml --uncertainty estimate --csv outcomes.csv
              mengpaneel simulate stad.mengpaneel --package plan.yaml --assume returnShare=0.2 --with feedback
              mengpaneel simulate --assumptions
            """)

    @OptionGroup var simulation: SimulationOptions

    @Option(name: .customLong("package"), help: "A package file (YAML); left out, only doing nothing is run.")
    var packageFile: String?

    @OptionGroup var output: SimulationOutput

    func run() async throws {
        if output.assumptions { return AssumptionTable.table(output.language).write(as: output.format) }
        try await output.run(simulation, packageFiles: packageFile.map { [$0] } ?? [])
    }
}

/// `mengpaneel compare`: several packages side by side.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Packages side by side, under the same luck.",
        discussion: """
            All packages get the same runs: what differs is what they do. No package is put first: the table shows what
            each of them brings and costs, and to whom.

            EXAMPLES
              mengpaneel compare stad.mengpaneel --packages a.yaml b.yaml c.yaml
              mengpaneel compare stad.mengpaneel --packages a.yaml b.yaml --uncertainty model --format csv
            """)

    @OptionGroup var simulation: SimulationOptions

    @Option(
        name: .customLong("packages"), parsing: .upToNextOption, help: "Two or more package files (YAML).")
    var packageFiles: [String]

    @OptionGroup var output: SimulationOutput

    func validate() throws {
        guard packageFiles.count > 1 else {
            throw ValidationError(
                "--packages: give two or more package files; one goes with `mengpaneel simulate`.")
        }
    }

    func run() async throws { try await output.run(simulation, packageFiles: packageFiles) }
}

/// Which outcomes a simulation gives, and how they are told and kept.
struct SimulationOutput: ParsableArguments {
    @Option(help: "Which uncertainty the runs show: chance, estimate or model; they are never mixed.")
    var uncertainty = UncertaintyLine.chance

    @OptionGroup var telling: OutcomeTelling

    @Flag(help: "List the assumptions with value, range and ground, and stop.")
    var assumptions = false

    var format: OutputFormat { telling.format }
    var language: Language { telling.language }

    func run(_ options: SimulationOptions, packageFiles: [String]) async throws {
        let study = try SimulationStudy(options: options, packageFiles: packageFiles)
        telling.remark(on: study)
        let result = await study.run(uncertainty)
        guard result.runCount > 0 else {
            throw UserError("stopped before one run of every package was finished; nothing was written.")
        }
        try telling.tell(result, of: study, uncertainty)
    }
}

/// How outcomes are told and kept, wherever they were computed.
struct OutcomeTelling: ParsableArguments {
    @Option(help: "Write all outcomes of all runs to this file, as one long table.")
    var csv: String?

    @Flag(help: "Keep the outcomes in the project file.")
    var keep = false

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of names: nl or en.")
    var language = Language.english

    /// What is to be known of the town before its outcomes are read.
    func remark(on study: SimulationStudy) {
        if study.dataset.isSynthetic {
            Terminal.say(
                language == .dutch
                    ? "Let op: verzonnen cijfers van een gemeente die niet bestaat."
                    : "Note: made-up figures of a municipality that does not exist.")
        }
        for remark in study.town.fit.remarks(language) { Terminal.say(remark) }
    }

    func tell(_ result: EnsembleResult, of study: SimulationStudy, _ uncertainty: UncertaintyLine) throws {
        if result.isPartial {
            Terminal.say(
                "\(result.runCount) of \(study.options.runs) runs were finished; the figures rest on those.")
        } else if result.runCount < 50 {
            Terminal.say("\(result.runCount) runs: too few to show to others; 50 or more are asked.")
        }
        // What was computed is told first: a disk that is full must not take it away.
        OutcomeReport(result: result, language: language).write(as: format)
        if format == .table, let table = try TradeOffTable(result: result, language: language).table() {
            let head = language == .dutch ? "WAT STAAT TEGENOVER WAT" : "WHAT STANDS AGAINST WHAT"
            Terminal.write(Data("\(head)\n\(table.aligned)".utf8))
        }
        if let csv { try WholeFile.write(Data(OutcomeTable(result).csv().utf8), to: csv) }
        if keep, !result.isPartial {
            Terminal.say("Kept in \(try study.options.project) as \(try study.keep(result, uncertainty)).")
        }
    }
}

/// The assumptions as a table.
enum AssumptionTable {
    static func table(_ language: Language) -> DataTable {
        DataTable(
            columns: ["name", "meaning", "value", "low", "high", "unit", "ground"],
            rows: Assumptions.catalogue.map { one in
                [
                    .text("\(one.id)"), .text(one.name(language)), .number(one.value),
                    .number(one.range.lowerBound), .number(one.range.upperBound), .text(one.unit(language)),
                    .text(one.ground.name(language)),
                ]
            })
    }
}

import ArgumentParser
import Bilingual
import Foundation
import HousingMarket
import Neighbourhoods
import Workbench

/// `mengpaneel backtest`: does the simulation beat "nothing changes" on years that are past?
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Start in an earlier year, predict a later one, and score it.",
        discussion: """
            Skill is 1 - MSE / MSE of a baseline that anyone could have named: nothing changes, linear drift, or a
            constant share of the municipality. Above 0 the simulation did better; the interval comes from drawing areas
            again. Where it holds 0 the levels of a run are not to be shown, only differences between packages.

            EXAMPLES
              mengpaneel backtest rotterdam.mengpaneel --from 2014 --to 2016
              mengpaneel backtest denhaag.mengpaneel --level district --from 2013 --to 2017 --format csv
              mengpaneel backtest stad.mengpaneel --from 2015 --to 2020 --markdown > backtest.md
            """)

    @Argument(help: "The project file.")
    var project: String

    @OptionGroup var choice: MunicipalityChoice

    @Option(help: "The scale of the areas: neighbourhood or district.")
    var level = AreaLevel.neighbourhood

    @Option(help: "The year of the starting population.")
    var from: Int

    @Option(help: "The year that is predicted.")
    var to: Int

    @Option(help: "How many years a figure may lie from the year that is asked.")
    var tolerance = 1

    @Option(help: "How many runs; their mean is the prediction.")
    var runs = 50

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "Weights of areas: equal or bySize.")
    var weights = BacktestOptions.Weighting.bySize

    @Option(help: "Areas with fewer households, persons or homes are left out.")
    var least = 0.0

    @Flag(help: "Write the table as Markdown.")
    var markdown = false

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of names: nl or en.")
    var language = Language.english

    func validate() throws {
        guard to > from else {
            throw ValidationError("--to: \(to) does not lie after --from (\(from)); give a later year.")
        }
        guard to - from <= 40 else {
            throw ValidationError("--to: \(to) lies more than forty years after \(from).")
        }
        guard (1...10_000).contains(runs) else {
            throw ValidationError("--runs: \(runs) is not between 1 and 10,000.")
        }
        guard (0...5).contains(tolerance) else {
            throw ValidationError("--tolerance: \(tolerance) is not between 0 and 5.")
        }
    }

    func run() async throws {
        let dataset = try StudioLoader.town(project, municipality: choice.municipality).dataset
        var options = BacktestOptions()
        options.seed = seed
        options.weighting = weights
        options.minimumSize = least
        let outcome = try await BacktestRun(
            dataset: dataset, level: level, from: from, to: to, runs: runs, settings: RunSettings(seed: seed),
            threads: ProcessInfo.processInfo.activeProcessorCount, tolerance: tolerance, options: options)
        for remark in outcome.fit.remarks(language) { Terminal.say(remark) }
        guard !outcome.scores.isEmpty else {
            let reasons = outcome.notScored.map { "\($0.id.rawValue): \($0.reason)" }.joined(separator: "; ")
            throw UserError("\(project): nothing to score between \(from) and \(to) (\(reasons)).")
        }
        let table = BacktestTable(outcome.scores)
        if markdown { return Terminal.write(Data(table.markdown(language).utf8)) }
        switch format {
        case .csv: Terminal.write(Data(table.csv.utf8))
        default: readable(table).write(as: format)
        }
    }

    private func readable(_ table: BacktestTable) -> DataTable {
        DataTable(
            columns: [
                "indicator", "years", "baseline", "skill", "low", "high", "mse", "mse_baseline", "areas",
                "verdict",
            ],
            rows: table.rows.map { row in
                func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing("") }
                return [
                    .text(row.indicator.id.rawValue), .text("\(row.year0)-\(row.year1)"),
                    .text("\(row.baseline)"),
                    number(row.skill?.value), number(row.skill?.low), number(row.skill?.high),
                    number(row.modelError),
                    number(row.baselineError), .integer(row.areas), .text("\(row.verdict)"),
                ]
            })
    }
}

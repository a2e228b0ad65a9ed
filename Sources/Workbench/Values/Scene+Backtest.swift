import Bilingual
import Figures
import Foundation
import HousingMarket
import Neighbourhoods

/// The years between which a town can be scored: a figure that the simulation predicts is known in both.
struct BacktestYears: Hashable, Sendable {
    var from: Int
    var to: Int
}

extension Scene {
    /// All pairs of years that can be scored, the longest first; empty where the data have one year.
    var backtestYears: [BacktestYears] {
        var found: Set<BacktestYears> = []
        for id in BacktestRun.indicators {
            let years = dataset.years(of: id, at: level)
            for from in years { for to in years where to > from { found.insert(.init(from: from, to: to)) } }
        }
        return found.sorted { ($0.from - $0.to, $0.from) < ($1.from - $1.to, $1.from) }
    }

    /// The pair that the reader chose, or the longest; nil where there is none.
    var chosenBacktest: BacktestYears? {
        let pairs = backtestYears
        return pairs.first { $0.from == state.changeFrom && $0.to == state.changeTo }
            ?? pairs.first { $0.from == state.changeFrom } ?? pairs.first
    }

    /// The scores between two years; nil where nothing can be scored.
    func backtest(_ years: BacktestYears) async -> BacktestTable? {
        let key = StudioMemory.BacktestKey(town: town.code, level: level, years: years)
        if let known = studio.memory.backtests.known(key) { return known.table }
        let run = try? await BacktestRun(
            dataset: dataset, level: level, from: years.from, to: years.to, runs: DeskModel.fullRuns,
            settings: RunSettings(seed: DeskModel.seed),
            threads: ProcessInfo.processInfo.activeProcessorCount, tolerance: 0)
        let table = run.flatMap { $0.scores.isEmpty ? nil : BacktestTable($0.scores) }
        return studio.memory.backtests(key) { StudioMemory.KeptBacktest(table: table) }.table
    }

    /// The skills as a table for a page.
    func skillTable(_ table: BacktestTable) -> FigureTable {
        let skill = ValueFormat.number(decimals: 2)
        return FigureTable(
            caption: Strings.Backtest.table[language],
            columns: [
                BilingualText(nl: "Wat", en: "What")[language], Strings.Backtest.baseline[language],
                Strings.Backtest.skill[language], Strings.Backtest.verdict[language],
                BilingualText(nl: "Gebieden", en: "Areas")[language],
            ],
            rows: table.rows.map { row in
                let name = row.indicator.name[language]
                let value: FigureTable.Cell =
                    row.skill.map {
                        .text(
                            "\(skill.text($0.value, language)) (\(skill.interval($0.low, $0.high, language)))"
                        )
                    } ?? .missing(row.gap?.name[language] ?? "–")
                return [
                    .text(name), .text(row.baseline.name[language]), value,
                    .text(row.verdict.name(against: row.baseline)[language]),
                    row.areas > 0 ? .number(Double(row.areas), .number()) : .blank,
                ]
            }, language: language)
    }
}

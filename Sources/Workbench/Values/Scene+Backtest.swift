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
        let run = try? await studio.memory.simulating {
            try await BacktestRun(
                dataset: dataset, level: level, from: years.from, to: years.to, runs: DeskModel.fullRuns,
                settings: RunSettings(seed: DeskModel.seed),
                threads: ProcessInfo.processInfo.activeProcessorCount, tolerance: 0)
        }
        let table = run.flatMap { $0.scores.isEmpty ? nil : BacktestTable($0.scores) }
        return studio.memory.backtests(key) { StudioMemory.KeptBacktest(table: table) }.table
    }

    /// The skills as a table for a page: a row for each indicator, a column for each baseline that can be scored.
    func skillTable(_ table: BacktestTable) -> FigureTable {
        let baselines = BacktestBaseline.allCases.filter { baseline in
            baseline == .persistence || table.rows.contains { $0.baseline == baseline && $0.skill != nil }
        }
        return FigureTable(
            caption: Strings.Backtest.table[language],
            columns: [Strings.Backtest.what[language]]
                + baselines.map { Strings.Backtest.skill(against: $0)[language] }
                + [
                    Strings.Backtest.verdict[language],
                    Strings.Backtest.coverage[language],
                    Strings.Backtest.areas[language],
                ],
            rows: table.scores.map { score in
                [.text(score.indicator.name[language])]
                    + baselines.map { skillCell(score.score(against: $0).outcome) }
                    + [
                        .text(score.verdict.name(against: .persistence)[language]),
                        score.coverage.map { .number($0.value, .percent()) } ?? .blank,
                        score.areas.isEmpty ? .blank : .number(Double(score.areas.count), .number()),
                    ]
            }, language: language)
    }

    /// The baselines that nothing could be scored against, each with the reason.
    func unscored(_ table: BacktestTable) -> [String] {
        BacktestBaseline.allCases.compactMap { baseline in
            let rows = table.rows.filter { $0.baseline == baseline }
            guard baseline != .persistence, rows.allSatisfy({ $0.skill == nil }) else { return nil }
            let reason = rows.lazy.compactMap(\.gap).first?.name[language] ?? ""
            return Strings.Backtest.unscored(baseline, reason: reason)[language]
        }
    }

    private func skillCell(_ outcome: BaselineScore.Outcome) -> FigureTable.Cell {
        switch outcome {
        case .estimated(let score):
            let format = ValueFormat.number(decimals: 2)
            let skill = score.skill
            return .text(
                "\(format.text(skill.value, language)) (\(format.interval(skill.low, skill.high, language)))")
        case .notEstimable(let gap): return .missing(gap.name[language])
        }
    }
}

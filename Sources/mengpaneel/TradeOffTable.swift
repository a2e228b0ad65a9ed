import Bilingual
import ExperimentDesign
import Foundation
import HousingMarket

/// Packages on several objectives at once: what no other beats on everything, and how much each can disappoint. In the
/// order given; nothing is put first.
struct TradeOffTable {
    let result: EnsembleResult
    let language: Language

    private var last: Int { result.years.count - 1 }

    /// The objectives: less separation, fewer displaced, shorter waiting. Costs are left out: not every lever has a
    /// sourced price, and an unknown price is not zero.
    private var objectives: [(name: BilingualText, values: (Int) -> [Double])] {
        let areas = Array(result.scope.indices)
        return [
            (
                OutcomeMeasure.mixingNeighbourhood.name,
                { result.values(.mixingNeighbourhood, arm: $0, year: last) }
            ),
            (
                BilingualText(nl: "Moest weg en is niet terug", en: "Had to leave and is not back"),
                { arm in result.runs[arm].map { Double($0.initialResidents.notBack(areas: areas)) } }
            ),
            (OutcomeMeasure.waitingYearsLow.name, { result.values(.waitingYearsLow, arm: $0, year: last) }),
        ]
    }

    /// One row for each arm and objective; nil when there are too few arms to compare.
    func table() throws -> DataTable? {
        guard result.arms.count > 2 else { return nil }
        let columns = objectives.map { objective in result.arms.indices.map(objective.values) }
        guard columns.allSatisfy({ $0.allSatisfy { $0.count == result.runCount } }) else { return nil }
        let middles = result.arms.indices.map { arm in columns.map { Band($0[arm])?.middle ?? 0 } }
        // A difference within half the range of the runs is luck, and beats nothing.
        let noise = columns.map { arms in
            arms.compactMap { Band($0) }.map { ($0.high - $0.low) / 2 }.max() ?? 0
        }
        let named = objectives.map { Objective($0.name(language), .lowerIsBetter) }
        let front = try ParetoFront(named, values: middles.flatMap(\.self), epsilon: noise).isNonDominated
        let regrets = try zip(named, columns).map {
            try ScenarioOutcomes($0, scenarios: result.runCount, values: $1.flatMap(\.self)).regrets()
        }
        return DataTable(
            columns: [
                "arm", "objective", "middle", "low", "high", "largest_regret", "regret_90",
                "beaten_on_everything",
            ],
            rows: result.arms.indices.flatMap { arm in
                objectives.indices.map { index -> [Cell] in
                    let band = Band(columns[index][arm])
                    return [
                        .text(result.arms[arm].name), .text(objectives[index].name(language)),
                        band.map { .number($0.middle) } ?? .missing(""),
                        band.map { .number($0.low) } ?? .missing(""),
                        band.map { .number($0.high) } ?? .missing(""), .number(regrets[index][arm].largest),
                        .number(regrets[index][arm].percentile90), .text(front[arm] ? "no" : "yes"),
                    ]
                }
            })
    }
}

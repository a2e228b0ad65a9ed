public import Neighbourhoods

/// A back-test of the simulation itself: a population of an earlier year is followed without any package to a later one,
/// and what it says of each area is scored against what was observed there.
public struct BacktestRun: Sendable {
    /// The scores, in the order of the indicators.
    public let scores: [BacktestScore]
    /// Indicators that could not be scored, with the reason in words.
    public let notScored: [(id: Variable.ID, reason: String)]
    /// How well the starting population fits.
    public let fit: PopulationFit

    /// What the simulation can say of an observed variable.
    enum Rule: Hashable {
        /// The observed figure times the change of the share of households up to this many fifths.
        case lowShare(fifths: Int)
        /// The observed figure times the change of the share of the highest fifth.
        case highShare
        /// The observed number times the growth of households.
        case households
        /// The observed number times the growth of homes.
        case dwellings
        /// The observed share plus the change of the share of a tenure.
        case tenure(Tenure)
        /// The observed figure times the change of moves in and out for each household, from the first year to the last.
        case turnover

        static func of(_ id: Variable.ID) -> Rule? {
            switch id {
            case "income.lowest40", "personIncome.lowest40": .lowShare(fifths: 2)
            case "income.low", "income.lowPersons", "income.quintile1", "income.socialMinimum",
                "income.socialMinimum110", "income.socialMinimum120":
                .lowShare(fifths: 1)
            case "income.highest20", "income.quintile5", "personIncome.highest20": .highShare
            case "population.households", "population.inhabitants": .households
            case "stock.dwellings": .dwellings
            case "tenure.socialRent": .tenure(.socialRent)
            case "tenure.midRent": .tenure(.midRent)
            case "tenure.privateRent": .tenure(.privateRent)
            case "tenure.ownerOccupied": .tenure(.ownerOccupied)
            case "moving.turnover": .turnover
            default: nil
            }
        }
    }

    /// The variables that the simulation says something of.
    public static let indicators: [Variable.ID] = [
        "income.lowest40", "income.highest20", "income.low", "income.lowPersons", "income.socialMinimum",
        "population.households", "population.inhabitants", "stock.dwellings", "tenure.socialRent",
        "tenure.privateRent", "tenure.ownerOccupied", "moving.turnover",
    ]

    /// Runs the simulation from `from` to `to` and scores it.
    ///
    /// - Parameters:
    ///   - dataset: figures of both years, and of earlier ones for drift.
    ///   - level: the scale of the areas.
    ///   - runs: how many runs; their mean is the prediction.
    ///   - settings: assumptions, switches and seed. Figures of the later year are never looked at.
    ///   - threads: how many runs at the same time.
    ///   - tolerance: how many years a figure may lie from the year that is asked.
    /// - Throws: ``PopulationError`` or ``BacktestError``.
    public init(
        dataset: Dataset, level: AreaLevel, from: Int, to: Int, runs: Int, settings: RunSettings,
        threads: Int,
        tolerance: Int = 1, options: BacktestOptions = BacktestOptions()
    ) async throws {
        let town = try StartingTown.synthesised(from: dataset, level: level, year: from, seed: settings.seed)
        fit = town.fit
        let start = StartingState(frame: town.frame, state: town.state)
        let selection = try BacktestCase.cases(
            in: dataset, level: level, from: from, to: to, indicators: Self.indicators, tolerance: tolerance)
        notScored = selection.notScorable.map { one in (id: one.id, reason: Self.words(one.reason)) }
        let horizon = max(to, selection.cases.map(\.year1).max() ?? to)
        let records = await Self.records(
            start, through: horizon, runs: runs, settings: settings, threads: threads)
        var scores: [BacktestScore] = []
        for one in selection.cases {
            guard let rule = Rule.of(one.indicator.id) else { continue }
            let draws = records.map { Self.predict(one, rule, $0, town.frame) }
            scores.append(try BacktestScore(try one.predicting(draws), options: options))
        }
        self.scores = scores
    }

    private static func words(_ reason: BacktestSelection.Reason) -> String {
        switch reason {
        case .unknownVariable: "no such variable"
        case .noneNear(let year): "no figures near \(year)"
        case .noPair: "no two years of one version"
        }
    }

    /// The runs in order, whatever thread made them.
    private static func records(
        _ start: StartingState, through horizon: Int, runs: Int, settings: RunSettings, threads: Int
    ) async -> [RunRecord] {
        var plain = settings
        plain.isDetailed = false
        let package = Package(name: "none", horizon: max(horizon, start.frame.startYear + 1), measures: [])
        let shared = plain
        return await withTaskGroup(of: [(Int, RunRecord)].self) { group in
            let lanes = max(1, min(threads, runs))
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: runs, by: lanes).map { run in
                        (run, start.simulate(package, settings: shared, run: UInt32(truncatingIfNeeded: run)))
                    }
                }
            }
            var all: [(Int, RunRecord)] = []
            for await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// One prediction for each area of the case; NaN where the run has no such area.
    private static func predict(_ one: BacktestCase, _ rule: Rule, _ run: RunRecord, _ frame: TownFrame)
        -> [Double]
    {
        let steps = min(max(1, one.year1 - one.year0), run.years.count - 1)
        let (first, last) = (run.years[0], run.years[steps])
        let positions = Dictionary(uniqueKeysWithValues: frame.areas.enumerated().map { ($1.code, $0) })
        return one.areas.indices.map { index in
            guard let area = positions[one.areas[index]], let observed = one.observed0[index].number else {
                return .nan
            }
            switch rule {
            case .lowShare(let fifths):
                return observed * ratio(lowShare(last, area, fifths), lowShare(first, area, fifths))
            case .highShare:
                return observed * ratio(1 - lowShare(last, area, 4), 1 - lowShare(first, area, 4))
            case .households:
                return observed * ratio(Double(last.households(area)), Double(first.households(area)))
            case .dwellings: return observed * ratio(homes(last, area), homes(first, area))
            case .tenure(let tenure):
                let change =
                    ratio(Double(last.dwellings(area, tenure)), homes(last, area))
                    - ratio(Double(first.dwellings(area, tenure)), homes(first, area))
                return min(1, max(0, observed + change))
            case .turnover: return observed * ratio(turnover(last, area), turnover(run.years[1], area))
            }
        }
    }

    private static func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? part / whole : 1 }

    private static func homes(_ year: YearRecord, _ area: Int) -> Double {
        Tenure.allCases.reduce(0) { $0 + Double(year.dwellings(area, $1)) }
    }

    private static func lowShare(_ year: YearRecord, _ area: Int, _ fifths: Int) -> Double {
        let row = area * 5
        let low = (0..<fifths).reduce(0) { $0 + Int(year.households[row + $1]) }
        let all = year.households(area)
        // Half a household more on both sides, so that an empty cell has no infinite ratio.
        return (Double(low) + 0.5) / (Double(all) + 1)
    }

    private static func turnover(_ year: YearRecord, _ area: Int) -> Double {
        (Double(year.inflow[area] + year.outflow[area]) + 1) / (2 * Double(year.households(area)) + 1)
    }
}

internal import Stochastics

/// What is kept of one run: measures by year, counts by neighbourhood at the end, and the initial residents.
public struct RunSummary: Sendable, Hashable {
    /// The measures by year, the start first: [years][``OutcomeMeasure``]; NaN where one does not exist.
    public var measures: [[Double]]
    /// Households by neighbourhood and income group at the end: [areas][3].
    public var households: [Int32]
    /// Homes by neighbourhood and tenure at the end: [areas][4].
    public var dwellings: [Int32]
    /// What became of the initial residents.
    public var initialResidents: InitialResidents
    /// What each measure asked and did.
    public var deliveries: [Delivery]

    /// Sums up a run.
    public init(_ record: RunRecord, frame: TownFrame, scope: [Bool]) {
        measures = record.years.map { OutcomeMeasure.values($0, frame: frame, scope: scope) }
        // What happens to people adds up over the run: a move that was forced in the first year still counts in the last.
        for measure in [OutcomeMeasure.forcedMoves, .returns, .decanted] {
            var sum = 0.0
            for year in measures.indices {
                sum += measures[year][measure.position]
                measures[year][measure.position] = sum
            }
        }
        let last = record.years[record.years.count - 1]
        households = (0..<last.areaCount).flatMap { area in
            (0..<3).map { Int32(last.households(area, group: $0)) }
        }
        dwellings = last.dwellings
        initialResidents = record.initialResidents
        deliveries = record.deliveries
    }
}

/// The runs of an ensemble: the same luck at the same place in every arm.
public struct EnsembleResult: Sendable {
    /// The policies, doing nothing first.
    public let arms: [Arm]
    /// The runs that were finished: [arms][runs]. Every arm has the same runs.
    public let runs: [[RunSummary]]
    /// The years, the start first.
    public let years: [Int]
    /// Which uncertainty the runs show.
    public let line: UncertaintyLine
    /// For each neighbourhood whether a package acts there.
    public let scope: [Bool]
    /// The map.
    public let frame: TownFrame
    /// Whether it was stopped before all runs were done.
    public let isPartial: Bool

    /// How many runs each arm has.
    public var runCount: Int { runs.first?.count ?? 0 }

    /// The values of `measure` in `arm` in year number `year` (0 is the start), one for each run; runs in which it does
    /// not exist are left out.
    public func values(_ measure: OutcomeMeasure, arm: Int, year: Int) -> [Double] {
        runs[arm].compactMap { run in
            let value = run.measures[year][measure.position]
            return value.isNaN ? nil : value
        }
    }

    /// The difference with doing nothing under the same luck, one for each run.
    public func differences(_ measure: OutcomeMeasure, arm: Int, year: Int) -> [Double] {
        zip(runs[arm], runs[0]).compactMap { run, nothing in
            let value = run.measures[year][measure.position] - nothing.measures[year][measure.position]
            return value.isNaN ? nil : value
        }
    }

    /// The share of low incomes in a neighbourhood at the end, one for each run.
    public func lowShares(area: Int, arm: Int) -> [Double] {
        runs[arm].compactMap { run in
            let all = (0..<3).reduce(0) { $0 + Int(run.households[area * 3 + $1]) }
            return all > 0 ? Double(run.households[area * 3]) / Double(all) : nil
        }
    }
}

/// A middle with the range that holds most runs. Never a bare mean.
public struct Band: Sendable, Hashable {
    /// The median of the runs.
    public var middle: Double
    /// The 5% quantile.
    public var low: Double
    /// The 95% quantile.
    public var high: Double
    /// How many runs are behind it.
    public var runs: Int

    /// The band of `values`; nil when there is none.
    public init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        func quantile(_ probability: Double) -> Double { sorted.quantileOfSorted(probability) ?? 0 }
        middle = quantile(0.5)
        low = quantile(0.05)
        high = quantile(0.95)
        runs = sorted.count
    }

    /// Twenty equally likely outcomes: the quantiles at 2.5%, 7.5% ... 97.5%, for a plot of twenty dots.
    public static func twentyDots(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return [] }
        return (0..<20).map { dot in
            let place = (Double(dot) + 0.5) / 20 * Double(sorted.count) - 0.5
            let below = min(max(Int(place.rounded(.down)), 0), sorted.count - 1)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + min(max(place - Double(below), 0), 1) * (sorted[above] - sorted[below])
        }
    }
}

/// Whether areas went the way the model says: changes beyond the noise threshold are up or down, the rest is none.
///
/// The figure of merit is hits / (hits + misses + false alarms + wrong direction), after Pontius et al. (2008,
/// Annals of Regional Science 42): agreement on what stays the same does not count.
public struct BacktestDirection: Sendable, Hashable {
    /// Changed, and predicted to change the same way.
    public let hits: Int
    /// Changed, and predicted to stay.
    public let misses: Int
    /// Stayed, and predicted to change.
    public let falseAlarms: Int
    /// Changed, and predicted to change the other way.
    public let wrongDirection: Int
    /// Stayed, as predicted.
    public let stayed: Int
    /// The figure of merit, 0...1, with its bootstrap interval; nil where nothing changed and nothing was predicted to,
    /// or too few bootstrap samples hold a change.
    public let figureOfMerit: BacktestInterval?
    /// The threshold that was used.
    public let threshold: NoiseThreshold

    private enum Kind { case hit, miss, falseAlarm, wrong, stayed }

    init(
        before: [Double], after: [Double], predicted: [Double], threshold: NoiseThreshold,
        bootstrap: AreaBootstrap
    ) {
        let kinds = before.indices.map { place -> Kind in
            let width = threshold.width(at: before[place])
            let seen = Self.direction(after[place] - before[place], width)
            let said = Self.direction(predicted[place] - before[place], width)
            if seen == 0 { return said == 0 ? .stayed : .falseAlarm }
            return said == seen ? .hit : said == 0 ? .miss : .wrong
        }
        func count(_ kind: Kind) -> Int { kinds.reduce(0) { $0 + ($1 == kind ? 1 : 0) } }
        let right = count(.hit)
        hits = right
        misses = count(.miss)
        falseAlarms = count(.falseAlarm)
        wrongDirection = count(.wrong)
        stayed = count(.stayed)
        self.threshold = threshold
        let moved = kinds.count - stayed
        let interval = bootstrap.interval(areas: kinds.count) { positions in
            var hits = 0
            var moved = 0
            for place in positions where kinds[place] != .stayed {
                moved += 1
                if kinds[place] == .hit { hits += 1 }
            }
            return moved == 0 ? nil : Double(hits) / Double(moved)
        }
        figureOfMerit =
            moved == 0
            ? nil
            : interval.map {
                BacktestInterval(value: Double(right) / Double(moved), low: $0.low, high: $0.high)
            }
    }

    private static func direction(_ change: Double, _ width: Double) -> Int {
        change > width ? 1 : change < -width ? -1 : 0
    }
}

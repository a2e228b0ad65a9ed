/// Which end of the range of a measure is looked for.
enum BoundEnd: Sendable { case lowest, highest }

/// A question that can be answered for all tables at once: has none of them, with a composition P in an
/// interval, a value beyond this level?
protocol LevelTest {
    /// Whether it is proven that no table with P in the interval has a value beyond the level. When it is
    /// not, tables to try are left in ``trials``.
    mutating func excludes(_ interval: ClosedRange<Double>, level: Double) -> Bool
    /// The values of the tables met last.
    var trials: [Double] { get }
    var end: BoundEnd { get }
}

/// Finds the highest or lowest value of a measure over all tables in keeping with ranges, with a proof.
///
/// The proof is a cover of all compositions P by intervals in each of which a Lagrangian bound excludes
/// values beyond a level; an interval that does not allow it is halved. Near the extreme the bound is off by
/// the square of the width only, so a few dozen intervals do. The level is the best value met so far and a
/// tolerance. The test itself meets better tables while there are any; where the proof fails and no better
/// table turns up, the tolerance grows, and the bound is outer instead of sharp.
struct BoundSearch<Test: LevelTest> {
    private var test: Test
    private let shares: ClosedRange<Double>
    private let limit: Double

    /// - Parameter limit: the end of the measure's own range.
    init(_ test: Test, shares: ClosedRange<Double>, limit: Double) {
        self.test = test
        self.shares = shares
        self.limit = limit
    }

    private enum Outcome { case excluded, open }

    /// The guaranteed bound and the best value of a table.
    mutating func run(from start: Double) -> (bound: Double, found: Double) {
        var found = start
        let sign = test.end == .highest ? 1.0 : -1.0
        for place in [0.5, 0.2, 0.8, 0.05, 0.95] {
            improve(at: shares.lowerBound + place * (shares.upperBound - shares.lowerBound), &found, sign)
        }
        for tolerance in Self.tolerances {
            for _ in 0..<60 {
                let level = found + sign * tolerance
                if sign * (level - limit) >= 0 { return (limit, found) }
                if cover(level: level, found: &found, sign: sign) == .excluded { return (level, found) }
                // Stopped short of a proof: go on from a better table, if there was one.
                if sign * (found + sign * tolerance - level) <= tolerance / 4 { break }
            }
        }
        return (limit, found)
    }

    /// Goes from table to better table at one composition.
    private mutating func improve(at share: Double, _ found: inout Double, _ sign: Double) {
        for _ in 0..<8 {
            guard sign * (found - limit) < 0, !test.excludes(share...share, level: found) else { return }
            let before = found
            for value in test.trials where value.isFinite && sign * (value - found) > 0 { found = value }
            if sign * (found - before) < 1e-9 { return }
        }
    }

    /// The first is what rounding in sums over many units leaves; from the third on a bound is no longer
    /// sharp.
    private static var tolerances: [Double] {
        [1e-7, 1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]
    }

    private mutating func cover(level: Double, found: inout Double, sign: Double) -> Outcome {
        var left = [shares]
        var steps = 0
        while let interval = left.popLast() {
            steps += 1
            if test.excludes(interval, level: level) { continue }
            let middle = interval.lowerBound + (interval.upperBound - interval.lowerBound) / 2
            let alone = test.excludes(middle...middle, level: level)
            for value in test.trials where value.isFinite && sign * (value - found) > 0 { found = value }
            let width = interval.upperBound - interval.lowerBound
            guard alone, steps < 600, width > 1e-7 * (shares.upperBound - shares.lowerBound) else {
                return .open
            }
            left.append(middle...interval.upperBound)
            left.append(interval.lowerBound...middle)
        }
        return .excluded
    }
}

/// The lowest point of a convex function of one number, or the highest of a concave one, by the crossing of
/// tangents.
///
/// Stops as soon as the wanted sign is met, or as soon as the tangents show that it never is.
struct TangentSearch {
    /// The last two places, one on each side of the extreme.
    private(set) var left: Double?
    private(set) var right: Double?

    /// Whether a place was found where `wanted` holds for the value.
    /// - Parameters:
    ///   - convex: whether the lowest point is looked for, else the highest.
    ///   - value: the function and its derivative.
    mutating func finds(
        from start: Double, step: Double, convex: Bool, wanted: (Double) -> Bool,
        value: (Double) -> (value: Double, derivative: Double)
    ) -> Bool {
        var lower: (place: Double, value: Double, derivative: Double)?
        var upper = lower
        var place = start
        var reach = step
        for round in 0..<200 {
            let (height, derivative) = value(place)
            if wanted(height) { return true }
            guard height.isFinite, derivative.isFinite else { return false }
            let isLeft = convex ? derivative < 0 : derivative > 0
            if derivative == 0 {
                left = place
                right = place
                return false
            }
            if isLeft {
                lower = (place, height, derivative)
                left = place
            } else {
                upper = (place, height, derivative)
                right = place
            }
            guard let low = lower, let high = upper else {
                place += isLeft ? reach : -reach
                reach *= 4
                if reach > 1e18 { return false }
                continue
            }
            let crossing =
                (high.value - low.value + low.derivative * low.place - high.derivative * high.place)
                / (low.derivative - high.derivative)
            let best = low.value + low.derivative * (crossing - low.place)
            // No place is better than where the tangents cross.
            if !wanted(best) { return false }
            guard high.place - low.place > 1e-15 * max(1, abs(low.place)) else { return false }
            let middle = low.place + (high.place - low.place) / 2
            place = round % 4 == 3 || !(crossing > low.place && crossing < high.place) ? middle : crossing
        }
        return false
    }
}

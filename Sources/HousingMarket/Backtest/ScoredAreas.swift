internal import Foundation
internal import Neighbourhoods
internal import Stochastics

/// The areas of a case that can be scored, as plain numbers in the same order.
struct ScoredAreas {
    let places: [Int]
    let before: [Double]
    let after: [Double]
    /// The mean of the runs.
    let means: [Double]
    let weights: [Double]
    private let runs: [[Double]]

    init(_ one: BacktestCase, places: [Int], weighs: Bool) {
        self.places = places
        before = places.map { one.observed0[$0].number ?? .nan }
        after = places.map { one.observed1[$0].number ?? .nan }
        weights = places.map { weighs ? (one.sizes?[$0].number ?? 1) : 1 }
        runs = places.map { place in one.predicted.map { $0[place] } }
        means = runs.map { $0.compensatedSum() / Double($0.count) }
    }

    /// The two parts of the error of one run.
    var errorParts: BacktestScore.ErrorParts {
        var ofMean = CompensatedSum()
        var ofChance = CompensatedSum()
        var weightSum = CompensatedSum()
        for place in places.indices {
            let mean = means[place]
            let off = mean - after[place]
            let spread = runs[place].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            ofMean.add(weights[place] * off * off)
            ofChance.add(weights[place] * spread / Double(runs[place].count))
            weightSum.add(weights[place])
        }
        return BacktestScore.ErrorParts(
            ofMean: ofMean.value / weightSum.value, ofChance: ofChance.value / weightSum.value)
    }

    /// The share of areas within the middle 95 % of the runs, with the score interval of Wilson (1927, JASA 22). Areas
    /// count the same: coverage is a promise for each of them.
    func coverage(level: Double) -> BacktestInterval {
        var inside = 0
        for place in places.indices {
            let sorted = runs[place].sorted()
            if let low = sorted.quantileOfSorted(0.025), let high = sorted.quantileOfSorted(0.975),
                low <= after[place], after[place] <= high
            {
                inside += 1
            }
        }
        let count = Double(places.count)
        let share = Double(inside) / count
        let z = NormalQuantile.of(1 - (1 - level) / 2)
        let shrink = 1 + z * z / count
        let middle = (share + z * z / (2 * count)) / shrink
        let half = z / shrink * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        return BacktestInterval(
            value: share, low: inside == 0 ? 0 : max(0, middle - half),
            high: inside == places.count ? 1 : min(1, middle + half))
    }

    /// The correlation of predicted with observed change.
    func changeCorrelation(_ bootstrap: AreaBootstrap) -> BacktestInterval? {
        let observed = zip(after, before).map { $0 - $1 }
        let predicted = zip(means, before).map { $0 - $1 }
        func correlation(_ positions: some Sequence<Int>) -> Double? {
            var sum = (weight: 0.0, x: 0.0, y: 0.0)
            for place in positions {
                sum.weight += weights[place]
                sum.x += weights[place] * predicted[place]
                sum.y += weights[place] * observed[place]
            }
            let x0 = sum.x / sum.weight
            let y0 = sum.y / sum.weight
            var parts = (xx: 0.0, xy: 0.0, yy: 0.0)
            for place in positions {
                let x = predicted[place] - x0
                let y = observed[place] - y0
                parts.xx += weights[place] * x * x
                parts.xy += weights[place] * x * y
                parts.yy += weights[place] * y * y
            }
            // Rounding leaves a trace where every change is the same: that is no variation.
            let scale = 1e-24 * sum.weight
            guard parts.xx > scale * x0 * x0, parts.yy > scale * y0 * y0, parts.xx > 0, parts.yy > 0
            else { return nil }
            return min(1, max(-1, parts.xy / (parts.xx * parts.yy).squareRoot()))
        }
        guard let value = correlation(places.indices),
            let interval = bootstrap.interval(areas: places.count, { correlation($0) })
        else { return nil }
        return BacktestInterval(value: value, low: interval.low, high: interval.high)
    }
}

/// The quantile of the standard normal law.
enum NormalQuantile {
    /// By bisection of the error function: slow, exact to rounding, called once for each score.
    static func of(_ probability: Double) -> Double {
        var low = -9.0
        var high = 9.0
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

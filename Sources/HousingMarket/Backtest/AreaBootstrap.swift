internal import Stochastics

/// Areas drawn again with replacement (Efron and Tibshirani 1993). Sample `b` is the same areas for every statistic
/// over the same number of areas, so that statistics stay paired.
struct AreaBootstrap {
    var draws: Int
    var level: Double
    var seed: UInt64

    /// The percentile interval of `statistic`, a function of the positions drawn.
    /// - Returns: nil where it is undefined in more than one sample in twenty; other undefined samples are left out.
    func interval(areas: Int, _ statistic: (_ positions: [Int]) -> Double?) -> (low: Double, high: Double)? {
        guard areas > 0 else { return nil }
        var values: [Double] = []
        values.reserveCapacity(draws)
        var positions = Array(repeating: 0, count: areas)
        let bound = UInt32(truncatingIfNeeded: areas)
        for draw in 0..<draws {
            var stream = RandomStream(
                seed: seed, run: UInt32(truncatingIfNeeded: draw), purpose: .backtestBootstrap)
            for place in positions.indices { positions[place] = Int(stream.integer(below: bound)) }
            if let value = statistic(positions), value.isFinite { values.append(value) }
        }
        guard values.count * 20 >= draws * 19 else { return nil }
        values.sort()
        let tail = (1 - level) / 2
        guard let low = values.quantileOfSorted(tail), let high = values.quantileOfSorted(1 - tail)
        else { return nil }
        return (low, high)
    }
}

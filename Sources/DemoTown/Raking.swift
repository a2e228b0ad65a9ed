internal import Foundation

/// Turns leanings into shares that add up to 1 in every neighbourhood and to given totals in the town.
enum Raking {
    /// Shares per neighbourhood and class (iterative proportional fitting, Deming and Stephan 1940).
    ///
    /// - Parameters:
    ///   - leanings: for each neighbourhood the logarithm of the weight of each class.
    ///   - base: how many there are to divide in each neighbourhood.
    ///   - targets: the share of each class in the whole town; they add up to 1.
    static func shares(_ leanings: [[Double]], base: [Int], targets: [Double]) -> [[Double]] {
        let weights = leanings.map { $0.map { exp($0) } }
        let total = Double(max(1, base.reduce(0, +)))
        var factors = targets
        var shares: [[Double]] = []
        for _ in 0..<200 {
            var change = 0.0
            shares = weights.map { row in
                let scaled = zip(row, factors).map { $0 * $1 }
                let sum = scaled.reduce(0, +)
                return scaled.map { $0 / sum }
            }
            for place in targets.indices {
                let actual = zip(shares, base).reduce(0.0) { $0 + $1.0[place] * Double($1.1) } / total
                guard actual > 0 else { continue }
                factors[place] *= targets[place] / actual
                change = max(change, abs(actual - targets[place]))
            }
            if change < 1e-9 { break }
        }
        return shares
    }

    /// One share per neighbourhood from its leaning, with `target` as the share in the whole town.
    static func share(_ leanings: [Double], base: [Int], target: Double) -> [Double] {
        shares(leanings.map { [$0, 0] }, base: base, targets: [target, 1 - target]).map { $0[0] }
    }

    /// Whole numbers that add up to `total`, as near to the shares as can be (largest remainders).
    static func counts(_ total: Int, _ shares: [Double]) -> [Int] {
        let sum = shares.reduce(0, +)
        guard sum > 0 else { return shares.map { _ in 0 } }
        let exact = shares.map { $0 / sum * Double(total) }
        var counts = exact.map { Int($0.rounded(.down)) }
        let byRemainder = exact.indices.sorted {
            (exact[$0].rounded(.down) - exact[$0], $0) < (exact[$1].rounded(.down) - exact[$1], $1)
        }
        for place in byRemainder.prefix(max(0, total - counts.reduce(0, +))) { counts[place] += 1 }
        return counts
    }

    /// Counts per neighbourhood and class that fit `base` and, up to rounding, `targets`.
    static func counts(_ leanings: [[Double]], base: [Int], targets: [Double]) -> [[Int]] {
        zip(shares(leanings, base: base, targets: targets), base).map { counts($1, $0) }
    }
}

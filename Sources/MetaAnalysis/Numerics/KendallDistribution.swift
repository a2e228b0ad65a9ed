internal import Foundation

/// Kendall's rank correlation with its exact or approximate test.
enum KendallDistribution {
    /// τ_b and the two-sided probability: exact up to 49 pairs without ties, otherwise the normal
    /// approximation with the variance for ties and no correction for continuity (Kendall and Gibbons
    /// 1990).
    static func test(_ x: [Double], _ y: [Double]) -> (correlation: Double, pValue: Double)? {
        let n = x.count
        guard n >= 2 else { return nil }
        var sum = 0.0
        for i in 0..<n {
            for j in 0..<i { sum += sign(x[i] - x[j]) * sign(y[i] - y[j]) }
        }
        let xTies = ties(x)
        let yTies = ties(y)
        func pairs(_ ties: [Double]) -> Double { ties.reduce(0) { $0 + $1 * ($1 - 1) } / 2 }
        let count = Double(n)
        let all = count * (count - 1) / 2
        let scale = ((all - pairs(xTies)) * (all - pairs(yTies))).squareRoot()
        guard scale > 0 else { return nil }
        let correlation = sum / scale
        if xTies.isEmpty, yTies.isEmpty, n < 50 {
            return (correlation, exact(concordant: Int(((sum + all) / 2).rounded()), n: n))
        }
        func cubic(_ ties: [Double]) -> Double { ties.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) } }
        func triples(_ ties: [Double]) -> Double { ties.reduce(0) { $0 + $1 * ($1 - 1) * ($1 - 2) } }
        var variance = (count * (count - 1) * (2 * count + 5) - cubic(xTies) - cubic(yTies)) / 18
        variance += 4 * pairs(xTies) * pairs(yTies) / (2 * count * (count - 1))
        if n > 2 {
            variance += triples(xTies) * triples(yTies) / (9 * count * (count - 1) * (count - 2))
        }
        guard variance > 0 else { return nil }
        return (correlation, NormalDistribution.twoSided(sum / variance.squareRoot()))
    }

    /// Twice the smaller tail of the number of concordant pairs, counted by the recursion over n.
    private static func exact(concordant: Int, n: Int) -> Double {
        var counts = [1.0]
        for size in 2...max(n, 2) {
            var next = [Double](repeating: 0, count: counts.count + size - 1)
            for (place, share) in counts.enumerated() {
                for shift in 0..<size { next[place + shift] += share / Double(size) }
            }
            counts = next
        }
        let lower = counts[0...concordant].reduce(0, +)
        let upper = counts[concordant...].reduce(0, +)
        return min(1, 2 * min(lower, upper))
    }

    private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : 0 }

    private static func ties(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        var result: [Double] = []
        var run = 1
        for index in 1..<max(sorted.count, 1) {
            if sorted[index] == sorted[index - 1] {
                run += 1
            } else {
                if run > 1 { result.append(Double(run)) }
                run = 1
            }
        }
        if run > 1 { result.append(Double(run)) }
        return result
    }
}

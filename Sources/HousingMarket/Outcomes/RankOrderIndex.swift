internal import Foundation

/// The rank-order information theory index H^R over income fifths (Reardon 2011): segregation of incomes as an order,
/// whatever limit one would draw between low and high.
///
/// H between "below" and "above" is taken at the four limits between fifths; a parabola through them, weighted by the
/// entropy E(p) at each limit, is integrated over all ranks with the weight 2 ln 2 E(p).
enum RankOrderIndex {
    /// 2 ln 2 times the integral of E(p) p^m over 0...1, for m = 0, 1, 2.
    private static let moments = [1.0, 0.5, 11.0 / 36]

    /// - Parameter counts: households by unit and fifth, `[units][5]`.
    /// - Returns: nil where fewer than three limits have households on both sides.
    static func overFifths(_ counts: [Int32]) -> Double? {
        let points = (1...4).compactMap { point(counts, below: $0) }
        guard points.count >= 3 else { return nil }
        var normal = Array(repeating: Array(repeating: 0.0, count: 4), count: 3)
        for (share, value) in points {
            let weight = entropy(share) * entropy(share)
            let powers = [1, share, share * share]
            for row in 0..<3 {
                for column in 0..<3 { normal[row][column] += weight * powers[row] * powers[column] }
                normal[row][3] += weight * powers[row] * value
            }
        }
        guard let coefficients = solution(of: &normal) else { return nil }
        return zip(coefficients, moments).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The share below a limit and H between below and above; nil where one side is empty.
    private static func point(_ counts: [Int32], below limit: Int) -> (share: Double, value: Double)? {
        var below = 0.0
        var all = 0.0
        var within = 0.0
        for start in stride(from: 0, to: counts.count, by: 5) {
            let unit = counts[start..<start + 5]
            let size = Double(unit.reduce(0, +))
            guard size > 0 else { continue }
            let part = Double(unit.prefix(limit).reduce(0, +))
            below += part
            all += size
            within += size * entropy(part / size)
        }
        guard below > 0, below < all else { return nil }
        return (below / all, 1 - within / (all * entropy(below / all)))
    }

    private static func entropy(_ share: Double) -> Double {
        share > 0 && share < 1 ? -(share * log2(share) + (1 - share) * log2(1 - share)) : 0
    }

    /// Gauss-Jordan elimination with the largest pivot, of three equations with their right side as fourth column.
    private static func solution(of rows: inout [[Double]]) -> [Double]? {
        for column in 0..<3 {
            let pivot = (column..<3).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            guard abs(rows[pivot][column]) > 1e-12 else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<3 where row != column {
                let factor = rows[row][column] / rows[column][column]
                for place in column..<4 { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<3).map { rows[$0][3] / rows[$0][$0] }
    }
}

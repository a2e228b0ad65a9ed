internal import Foundation

/// The correlation of two normal variables that were each cut in two.
enum Tetrachoric {
    /// The correlation and its variance, by the delta method on the four shares (Pearson 1900).
    static func correlation(_ table: FourfoldTable) -> (value: Double, variance: Double)? {
        let n = table.total
        let joint = table.a / n
        let row = (table.a + table.b) / n
        let column = (table.a + table.c) / n
        guard row > 0, row < 1, column > 0, column < 1 else { return nil }
        let x = NormalDistribution.quantile(row)
        let y = NormalDistribution.quantile(column)
        func excess(_ r: Double) -> Double { bivariateLower(x, y, r) - joint }
        let limit = 0.999999
        guard let r = RootFinding.brent(from: -limit, to: limit, excess) else { return nil }
        let root = (1 - r * r).squareRoot()
        let byRow = NormalDistribution.lower((y - r * x) / root)
        let byColumn = NormalDistribution.lower((x - r * y) / root)
        let slopes = [1 - byRow - byColumn, -byRow, -byColumn, 0]
        let shares = [table.a, table.b, table.c, table.d].map { $0 / n }
        let mean = zip(shares, slopes).reduce(0) { $0 + $1.0 * $1.1 }
        let square = zip(shares, slopes).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        let density = bivariateDensity(x, y, r)
        return (r, (square - mean * mean) / (n * density * density))
    }

    /// P(X ≤ x, Y ≤ y) with correlation r, by Plackett's identity dF/dr = density.
    private static func bivariateLower(_ x: Double, _ y: Double, _ r: Double) -> Double {
        let product = NormalDistribution.lower(x) * NormalDistribution.lower(y)
        // r = sin θ takes the pole at ±1 away.
        return product
            + Quadrature.adaptive(from: 0, to: asin(r)) { angle in
                bivariateDensity(x, y, sin(angle)) * cos(angle)
            }
    }

    private static func bivariateDensity(_ x: Double, _ y: Double, _ r: Double) -> Double {
        let rest = 1 - r * r
        return exp(-(x * x - 2 * r * x * y + y * y) / (2 * rest)) / (2 * .pi * rest.squareRoot())
    }
}

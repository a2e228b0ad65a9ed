internal import Foundation

/// L with M = L L′ for a symmetric positive definite M.
struct Cholesky {
    private let factor: Matrix
    var size: Int { factor.rows }

    /// `nil` where the matrix is not positive definite up to rounding.
    init?(_ matrix: Matrix) {
        let n = matrix.rows
        var l = Matrix(rows: n, columns: n)
        for j in 0..<n {
            var pivot = matrix[j, j]
            for m in 0..<j { pivot -= l[j, m] * l[j, m] }
            guard pivot > 4 * Double(n) * matrix[j, j].ulp, pivot.isFinite else { return nil }
            let root = pivot.squareRoot()
            l[j, j] = root
            for i in (j + 1)..<max(n, j + 1) {
                var sum = matrix[i, j]
                for m in 0..<j { sum -= l[i, m] * l[j, m] }
                l[i, j] = sum / root
            }
        }
        factor = l
    }

    /// ln |M|.
    var logDeterminant: Double { 2 * factor.diagonal.reduce(0) { $0 + log($1) } }

    /// L⁻¹ x.
    func forward(_ x: [Double]) -> [Double] {
        var y = x
        for i in 0..<size {
            for j in 0..<i { y[i] -= factor[i, j] * y[j] }
            y[i] /= factor[i, i]
        }
        return y
    }

    /// M⁻¹ x.
    func solve(_ x: [Double]) -> [Double] {
        var y = forward(x)
        for i in stride(from: size - 1, through: 0, by: -1) {
            for j in (i + 1)..<max(size, i + 1) { y[i] -= factor[j, i] * y[j] }
            y[i] /= factor[i, i]
        }
        return y
    }

    /// M⁻¹ B.
    func solve(_ matrix: Matrix) -> Matrix {
        var result = matrix
        for column in 0..<matrix.columns {
            let solution = solve((0..<matrix.rows).map { matrix[$0, column] })
            for row in 0..<matrix.rows { result[row, column] = solution[row] }
        }
        return result
    }

    var inverse: Matrix { solve(Matrix.identity(size)) }

    /// L itself.
    var lower: Matrix { factor }
}

/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, section
/// 8.5).
struct SymmetricEigen {
    /// The eigenvalues, in no particular order.
    private(set) var values: [Double]
    /// The eigenvectors as columns.
    private(set) var vectors: Matrix

    init(_ matrix: Matrix) {
        let n = matrix.rows
        var a = matrix
        var v = Matrix.identity(n)
        for _ in 0..<100 {
            var off = 0.0
            var whole = 0.0
            for i in 0..<n {
                for j in 0..<n {
                    whole += a[i, j] * a[i, j]
                    if i != j { off += a[i, j] * a[i, j] }
                }
            }
            if off <= whole * 1e-32 { break }
            for p in 0..<n {
                for q in (p + 1)..<max(n, p + 1) where a[p, q] != 0 {
                    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                    let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    for i in 0..<n {
                        let left = a[i, p]
                        let right = a[i, q]
                        a[i, p] = c * left - s * right
                        a[i, q] = s * left + c * right
                    }
                    for i in 0..<n {
                        let upper = a[p, i]
                        let lower = a[q, i]
                        a[p, i] = c * upper - s * lower
                        a[q, i] = s * upper + c * lower
                        let first = v[i, p]
                        let second = v[i, q]
                        v[i, p] = c * first - s * second
                        v[i, q] = s * first + c * second
                    }
                }
            }
        }
        values = a.diagonal
        vectors = v
    }

    /// The matrix with a function of the eigenvalues; values that are 0 up to rounding become 0.
    func apply(_ function: (Double) -> Double) -> Matrix {
        let largest = values.map { abs($0) }.max() ?? 0
        let mapped = values.map { abs($0) <= largest * 1e-12 ? 0 : function($0) }
        return vectors * Matrix.diagonal(mapped) * vectors.transposed
    }
}

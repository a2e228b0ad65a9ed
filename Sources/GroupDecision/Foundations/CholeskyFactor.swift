/// The triangular factor of a symmetric positive definite table, for small systems of equations.
struct CholeskyFactor {
    private let lower: [[Double]]

    /// Nil if the table is not positive definite: a pivot is at most `tolerance` times its diagonal entry.
    init?(_ table: [[Double]], tolerance: Double = 1e-14) {
        var lower = table.map { _ in [Double](repeating: 0, count: table.count) }
        for row in table.indices {
            for column in 0...row {
                var rest = table[row][column]
                for inner in 0..<column { rest -= lower[row][inner] * lower[column][inner] }
                if row == column {
                    guard rest > tolerance * table[row][row], rest > 0 else { return nil }
                    lower[row][row] = rest.squareRoot()
                } else {
                    lower[row][column] = rest / lower[column][column]
                }
            }
        }
        self.lower = lower
    }

    /// The x with table times x = right side.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in x.indices {
            for inner in 0..<row { x[row] -= lower[row][inner] * x[inner] }
            x[row] /= lower[row][row]
        }
        for row in x.indices.reversed() {
            for inner in (row + 1)..<max(row + 1, x.count) { x[row] -= lower[inner][row] * x[inner] }
            x[row] /= lower[row][row]
        }
        return x
    }

    /// The diagonal of the inverse table.
    var inverseDiagonal: [Double] {
        lower.indices.map { place in
            solve(lower.indices.map { $0 == place ? 1 : 0 })[place]
        }
    }

    /// Columns that are linear combinations of earlier ones: their pivot vanishes against their diagonal
    /// entry.
    static func dependentColumns(of table: [[Double]], tolerance: Double = 1e-9) -> [Int] {
        var kept: [Int] = []
        var dependent: [Int] = []
        for column in table.indices {
            let tried = kept + [column]
            let part = tried.map { row in tried.map { table[row][$0] } }
            if CholeskyFactor(part, tolerance: tolerance) == nil {
                dependent.append(column)
            } else {
                kept.append(column)
            }
        }
        return dependent
    }
}

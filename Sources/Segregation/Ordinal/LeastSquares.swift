/// Least squares for a handful of parameters, by Householder reflections.
enum LeastSquares {
    /// The coefficients with the smallest sum of squared differences, or `nil` where the columns depend on each other.
    static func solve(_ rows: [[Double]], _ targets: [Double]) -> [Double]? {
        guard let width = rows.first?.count, rows.count >= width else { return nil }
        var matrix = rows
        var right = targets
        var diagonal = [Double](repeating: 0, count: width)
        for column in 0..<width {
            let norm = (column..<rows.count).reduce(0.0) { $0 + matrix[$1][column] * matrix[$1][column] }
                .squareRoot()
            guard norm > 0 else { return nil }
            diagonal[column] = matrix[column][column] > 0 ? -norm : norm
            matrix[column][column] -= diagonal[column]
            let length = (column..<rows.count).reduce(0.0) { $0 + matrix[$1][column] * matrix[$1][column] }
            for other in (column + 1)..<max(width, column + 1) {
                let product = (column..<rows.count).reduce(0.0) {
                    $0 + matrix[$1][column] * matrix[$1][other]
                }
                for row in column..<rows.count {
                    matrix[row][other] -= 2 * product / length * matrix[row][column]
                }
            }
            let product = (column..<rows.count).reduce(0.0) { $0 + matrix[$1][column] * right[$1] }
            for row in column..<rows.count { right[row] -= 2 * product / length * matrix[row][column] }
        }
        let largest = diagonal.map(abs).max() ?? 0
        guard diagonal.allSatisfy({ abs($0) > 1e-12 * largest }) else { return nil }
        var solution = [Double](repeating: 0, count: width)
        for column in stride(from: width - 1, through: 0, by: -1) {
            var value = right[column]
            for other in (column + 1)..<max(width, column + 1) {
                value -= matrix[column][other] * solution[other]
            }
            solution[column] = value / diagonal[column]
        }
        return solution
    }
}

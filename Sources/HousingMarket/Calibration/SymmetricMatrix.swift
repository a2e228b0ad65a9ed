/// The few operations on small symmetric matrices that the calibration needs.
enum SymmetricMatrix {
    /// The weighted mean and covariance (divided by the sum of weights) of `points`.
    static func moments(_ points: [[Double]], weights: [Double]) -> (mean: [Double], covariance: [[Double]]) {
        let size = points.first?.count ?? 0
        let total = weights.reduce(0, +)
        var mean = Array(repeating: 0.0, count: size)
        for (point, weight) in zip(points, weights) {
            for side in 0..<size { mean[side] += weight / total * point[side] }
        }
        var covariance = Array(repeating: Array(repeating: 0.0, count: size), count: size)
        for (point, weight) in zip(points, weights) where weight > 0 {
            for row in 0..<size {
                for column in 0...row {
                    covariance[row][column] +=
                        weight / total * (point[row] - mean[row]) * (point[column] - mean[column])
                }
            }
        }
        for row in 0..<size { for column in 0..<row { covariance[column][row] = covariance[row][column] } }
        return (mean, covariance)
    }

    /// The lower triangle L with L Lᵀ = matrix (Cholesky). A pivot below `floor` is taken as `floor`, so that a matrix
    /// without spread in some direction still has a root.
    static func root(_ matrix: [[Double]], floor: Double) -> [[Double]] {
        let size = matrix.count
        var root = Array(repeating: Array(repeating: 0.0, count: size), count: size)
        for row in 0..<size {
            for column in 0...row {
                var sum = matrix[row][column]
                for inner in 0..<column { sum -= root[row][inner] * root[column][inner] }
                root[row][column] =
                    row == column ? max(sum, floor).squareRoot() : sum / root[column][column]
            }
        }
        return root
    }

    /// `point` in the units of `root`: the solution y of L y = point.
    static func whitened(_ point: [Double], by root: [[Double]]) -> [Double] {
        var result = point
        for row in result.indices {
            for inner in 0..<row { result[row] -= root[row][inner] * result[inner] }
            result[row] /= root[row][row]
        }
        return result
    }

    /// L y.
    static func product(_ root: [[Double]], _ point: [Double]) -> [Double] {
        root.indices.map { row in (0...row).reduce(0) { $0 + root[row][$1] * point[$1] } }
    }
}

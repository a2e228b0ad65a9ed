internal import Foundation

/// Loadings of sorts on factors, sorts × factors.
typealias FactorLoadings = [[Double]]

/// Factors of a matrix of correlations.
enum FactorExtraction {
    /// Eigenvectors times the root of their eigenvalue, each with a sum that is not negative.
    static func principalComponents(_ correlations: [[Double]], factors: Int) -> FactorLoadings {
        let matrix = SymmetricMatrix(size: correlations.count, entries: correlations.flatMap(\.self))
        let columns = matrix.leading(factors).map { pair in
            let scale = max(0, pair.value).squareRoot()
            let sign: Double = pair.vector.reduce(0, +) < 0 ? -1 : 1
            return pair.vector.map { $0 * scale * sign }
        }
        return correlations.indices.map { sort in columns.map { $0[sort] } }
    }

    /// The centroid method (Brown 1980, pp. 208-224): what sorts have in common, one factor after the other.
    static func centroid(_ correlations: [[Double]], factors: Int) -> FactorLoadings {
        let count = correlations.count
        var rest = correlations
        var loadings = correlations.map { _ in [Double]() }
        for _ in 0..<factors {
            for sort in 0..<count { rest[sort][sort] = 0 }
            let reflected = reflect(&rest)
            var factor = communalities(rest)
            for row in 0..<count {
                for column in 0..<count { rest[row][column] -= factor[row] * factor[column] }
            }
            for sort in reflected {
                factor[sort] = -factor[sort]
                turn(&rest, sort)
            }
            for sort in 0..<count { loadings[sort].append(factor[sort]) }
        }
        return loadings
    }

    /// Turns sorts round until every column adds to more than 0; the sorts in the order they were turned.
    private static func reflect(_ matrix: inout [[Double]]) -> [Int] {
        var turned: [Int] = []
        // Each turn raises the sum of the matrix, so this ends; the limit is for rounding only.
        for _ in 0..<(matrix.count * matrix.count) {
            let sums = matrix.indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
            guard let lowest = sums.indices.min(by: { sums[$0] < sums[$1] }), sums[lowest] <= 0 else { break }
            turn(&matrix, lowest)
            turned.append(lowest)
        }
        return turned
    }

    private static func turn(_ matrix: inout [[Double]], _ sort: Int) {
        for place in matrix.indices {
            matrix[sort][place] = -matrix[sort][place]
            matrix[place][sort] = -matrix[place][sort]
        }
    }

    /// Loadings whose squares, put on the diagonal, give themselves back.
    private static func communalities(_ matrix: [[Double]]) -> [Double] {
        let sums = matrix.indices.map { column in matrix.reduce(0) { $0 + $1[column] } }
        var diagonal = sums.map { $0 / Double(matrix.count - 1) }
        var factor: [Double] = []
        for _ in 0..<10_000 {
            let totals = zip(diagonal, sums).map { $0 + $1 }
            let all = totals.reduce(0, +)
            guard all > 0 else { return totals.map { _ in 0 } }
            factor = totals.map { $0 / all.squareRoot() }
            if zip(diagonal, factor).allSatisfy({ abs($0 - $1 * $1) < 1e-5 }) { break }
            diagonal = factor.map { $0 * $0 }
        }
        return factor
    }
}

/// Turns of factors.
enum FactorRotation {
    /// Varimax with rows brought to length 1 (Kaiser 1958), stopped where R stops: when the criterion grows by less than
    /// 1e-5 of itself.
    static func varimax(_ loadings: FactorLoadings) -> FactorLoadings {
        let factors = loadings.first?.count ?? 0
        guard factors > 1 else { return loadings }
        let lengths = loadings.map { $0.dot($0).squareRoot() }
        let rows = zip(loadings, lengths).map { row, length in row.map { length > 0 ? $0 / length : 0 } }
        var turn = (0..<factors).map { row in (0..<factors).map { $0 == row ? 1.0 : 0 } }
        var criterion = 0.0
        for _ in 0..<1000 {
            let turned = product(rows, turn)
            let squares = (0..<factors).map { column in
                turned.reduce(0) { $0 + $1[column] * $1[column] } / Double(rows.count)
            }
            var gradient = Array(repeating: Array(repeating: 0.0, count: factors), count: factors)
            for (row, values) in zip(rows, turned) {
                for one in 0..<factors {
                    for other in 0..<factors {
                        let value = values[other]
                        gradient[one][other] += row[one] * (value * value * value - value * squares[other])
                    }
                }
            }
            let polar = polarFactor(gradient)
            turn = polar.turn
            let last = criterion
            criterion = polar.sum
            if criterion < last * (1 + 1e-5) { break }
        }
        return zip(product(rows, turn), lengths).map { row, length in row.map { $0 * length } }
    }

    /// Columns with sums that are not negative, in descending order of their sum of squares.
    static func ordered(_ loadings: FactorLoadings) -> FactorLoadings {
        let factors = loadings.first?.count ?? 0
        let squares = (0..<factors).map { column in loadings.reduce(0) { $0 + $1[column] * $1[column] } }
        let order = (0..<factors).sorted { (squares[$1], $0) < (squares[$0], $1) }
        let signs = (0..<factors).map { column in loadings.reduce(0) { $0 + $1[column] } < 0 ? -1.0 : 1 }
        return loadings.map { row in order.map { row[$0] * signs[$0] } }
    }

    /// One factor turned towards another by an angle.
    static func turned(_ loadings: FactorLoadings, _ turn: QOptions.HandTurn) -> FactorLoadings {
        let angle = turn.degrees * .pi / 180
        return loadings.map { row in
            var row = row
            let (a, b) = (row[turn.factor], row[turn.towards])
            row[turn.factor] = a * cos(angle) + b * sin(angle)
            row[turn.towards] = b * cos(angle) - a * sin(angle)
            return row
        }
    }

    /// The turn nearest to a matrix, U V' of its singular value decomposition, and the sum of its singular values.
    private static func polarFactor(_ matrix: [[Double]]) -> (turn: [[Double]], sum: Double) {
        let size = matrix.count
        let square = (0..<size).map { row in
            (0..<size).map { column in matrix.reduce(0) { $0 + $1[row] * $1[column] } }
        }
        let pairs = SymmetricMatrix(size: size, entries: square.flatMap(\.self)).leading(size)
        var turn = Array(repeating: Array(repeating: 0.0, count: size), count: size)
        var sum = 0.0
        for pair in pairs {
            let value = max(0, pair.value).squareRoot()
            sum += value
            var left = matrix.map { $0.dot(pair.vector) }
            left.normalise()
            for row in 0..<size {
                for column in 0..<size { turn[row][column] += left[row] * pair.vector[column] }
            }
        }
        return (turn, sum)
    }

    private static func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
        left.map { row in
            right[0].indices.map { column in
                row.indices.reduce(0) { $0 + row[$1] * right[$1][column] }
            }
        }
    }
}

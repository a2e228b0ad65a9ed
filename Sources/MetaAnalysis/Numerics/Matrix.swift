/// A small dense matrix, row by row.
struct Matrix: Sendable, Equatable {
    let rows: Int
    let columns: Int
    var elements: [Double]

    init(rows: Int, columns: Int, elements: [Double]? = nil) {
        self.rows = rows
        self.columns = columns
        self.elements = elements ?? [Double](repeating: 0, count: rows * columns)
    }

    init(_ rows: [[Double]]) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0, elements: rows.flatMap { $0 })
    }

    static func identity(_ size: Int) -> Matrix { diagonal([Double](repeating: 1, count: size)) }

    static func diagonal(_ values: [Double]) -> Matrix {
        var matrix = Matrix(rows: values.count, columns: values.count)
        for (index, value) in values.enumerated() { matrix[index, index] = value }
        return matrix
    }

    subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
        return result
    }

    var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

    var trace: Double { diagonal.reduce(0, +) }

    var asRows: [[Double]] { (0..<rows).map { Array(elements[($0 * columns)..<(($0 + 1) * columns)]) } }

    /// The rows and columns with these numbers.
    func block(rows rowList: [Int], columns columnList: [Int]) -> Matrix {
        var result = Matrix(rows: rowList.count, columns: columnList.count)
        for (i, row) in rowList.enumerated() {
            for (j, column) in columnList.enumerated() { result[i, j] = self[row, column] }
        }
        return result
    }

    func block(rows rowList: [Int]) -> Matrix { block(rows: rowList, columns: Array(0..<columns)) }

    static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.columns == right.rows, "matrices to multiply must fit")
        var result = Matrix(rows: left.rows, columns: right.columns)
        for i in 0..<left.rows {
            for l in 0..<left.columns {
                let factor = left[i, l]
                if factor == 0 { continue }
                for j in 0..<right.columns { result.elements[i * right.columns + j] += factor * right[l, j] }
            }
        }
        return result
    }

    static func * (left: Matrix, right: [Double]) -> [Double] {
        precondition(left.columns == right.count, "a vector to multiply must fit")
        return (0..<left.rows).map { i in
            var sum = 0.0
            for j in 0..<left.columns { sum += left[i, j] * right[j] }
            return sum
        }
    }

    static func * (factor: Double, right: Matrix) -> Matrix {
        Matrix(rows: right.rows, columns: right.columns, elements: right.elements.map { factor * $0 })
    }

    static func + (left: Matrix, right: Matrix) -> Matrix {
        Matrix(
            rows: left.rows, columns: left.columns,
            elements: zip(left.elements, right.elements).map { $0 + $1 })
    }

    static func - (left: Matrix, right: Matrix) -> Matrix {
        Matrix(
            rows: left.rows, columns: left.columns,
            elements: zip(left.elements, right.elements).map { $0 - $1 })
    }

    /// x′ M x.
    func quadraticForm(_ x: [Double]) -> Double { zip(self * x, x).reduce(0) { $0 + $1.0 * $1.1 } }
}

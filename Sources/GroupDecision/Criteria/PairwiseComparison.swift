/// The mean inconsistency of random comparisons, against which a group's own is judged.
public enum RandomIndex: String, Sendable, CaseIterable, Hashable {
    /// Saaty 1980, The Analytic Hierarchy Process; sizes 3 to 15.
    case saaty
    /// Donegan & Dodd 1991, Mathematical and Computer Modelling 15:135; sizes 3 to 15.
    case doneganDodd

    /// The index for a size; 0 for sizes 1 and 2, nil above 15.
    public func value(size: Int) -> Double? {
        let listed: [Double]
        switch self {
        case .saaty:
            listed = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
        case .doneganDodd:
            listed = [
                0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643,
                1.4822,
                1.4969,
            ]
        }
        if size < 3 { return 0 }
        return listed.indices.contains(size - 3) ? listed[size - 3] : nil
    }
}

/// Weights from pairwise comparisons of criteria (analytic hierarchy process; Saaty 1980).
public struct PairwiseComparison: Sendable, Equatable {
    /// Weights, above 0 and summing to 1: the principal eigenvector.
    public let weights: [Double]
    /// The principal eigenvalue, at least the number of criteria.
    public let largestEigenvalue: Double
    /// (largest eigenvalue - n) / (n - 1); 0 for consistent comparisons and for one criterion.
    public let consistencyIndex: Double

    /// Weights from a table of ratios.
    /// - Parameter ratios: how many times more important the row is than the column; square, above 0, and
    ///   entry (b, a) is one over entry (a, b) within 1e-6.
    /// - Throws: ``GroupDecisionError`` if the table is not such a table or the eigenvector does not settle.
    public init(ratios: [[Double]]) throws {
        let size = ratios.count
        guard size >= 1 else { throw GroupDecisionError.empty(what: "comparisons") }
        for (row, line) in ratios.enumerated() {
            guard line.count == size else {
                throw GroupDecisionError.wrongLength(
                    what: "row \(row) of the comparisons", found: line.count, expected: size)
            }
            for column in line.indices {
                guard line[column] > 0, line[column].isFinite else {
                    throw GroupDecisionError.outOfRange(
                        what: "comparison (\(row), \(column))", found: "\(line[column])", expected: "above 0")
                }
            }
        }
        for row in 0..<size {
            for column in 0...row {
                let product = ratios[row][column] * ratios[column][row]
                guard abs(product - 1) <= 1e-6 else {
                    throw GroupDecisionError.outOfRange(
                        what: "comparison (\(row), \(column)) times its reverse", found: "\(product)",
                        expected: "1")
                }
            }
        }
        (weights, largestEigenvalue) = try Self.principal(ratios)
        consistencyIndex = size > 1 ? (largestEigenvalue - Double(size)) / Double(size - 1) : 0
    }

    /// Consistency index over the random index; below 0.1 is usually called consistent. 0 for up to two
    /// criteria, nil above 15.
    public func consistencyRatio(_ index: RandomIndex) -> Double? {
        index.value(size: weights.count).map { $0 > 0 ? consistencyIndex / $0 : 0 }
    }

    /// Power iteration; a positive matrix has one dominant eigenvalue (Perron 1907).
    private static func principal(_ matrix: [[Double]]) throws -> ([Double], Double) {
        var vector = matrix.map { _ in 1 / Double(matrix.count) }
        for _ in 0..<10_000 {
            let image = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
            let length = image.reduce(0, +)
            let next = image.map { $0 / length }
            let change = zip(next, vector).map { abs($0 - $1) / $0 }.max() ?? 0
            vector = next
            // The vector sums to 1, so the sum of its image is the eigenvalue.
            if change < 1e-14 { return (vector, length) }
        }
        throw GroupDecisionError.notConverged(what: "the principal eigenvector", iterations: 10_000)
    }
}

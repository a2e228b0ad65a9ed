/// How values of different units are made comparable; higher is better afterwards.
public enum Normalisation: String, Sendable, CaseIterable, Hashable {
    /// (x - min) / (max - min), reversed for costs; 1 everywhere if all values are equal.
    case minMax = "minmax"
    /// x / sum, for costs (1/x) / sum(1/x); values must be above 0.
    case sum
    /// x / length, for costs 1 - x / length; values must not all be 0.
    case vector

    /// The column of one criterion, made comparable.
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` if the values do not allow it.
    func apply(to column: [Double], _ direction: CriterionDirection) throws -> [Double] {
        let low = column.min() ?? 0
        let high = column.max() ?? 0
        switch self {
        case .minMax:
            if low == high { return column.map { _ in 1 } }
            return column.map { (direction == .cost ? high - $0 : $0 - low) / (high - low) }
        case .sum:
            guard low > 0 else {
                throw GroupDecisionError.outOfRange(
                    what: "the smallest value of a criterion", found: "\(low)",
                    expected: "above 0 for shares of a sum")
            }
            let parts = direction == .cost ? column.map { 1 / $0 } : column
            let total = parts.reduce(0, +)
            return parts.map { $0 / total }
        case .vector:
            let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard length > 0 else {
                throw GroupDecisionError.outOfRange(
                    what: "the length of a criterion", found: "0", expected: "above 0")
            }
            return column.map { direction == .cost ? 1 - $0 / length : $0 / length }
        }
    }
}

extension CriteriaTable {
    /// All criteria made comparable; one row per alternative, higher is better.
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` if a criterion does not allow it.
    public func normalised(_ normalisation: Normalisation) throws -> [[Double]] {
        let columns = try directions.indices.map { try normalisation.apply(to: column($0), directions[$0]) }
        return values.indices.map { row in columns.map { $0[row] } }
    }
}

internal import Foundation

/// Weights that follow from how the values spread; each list sums to 1.
extension CriteriaTable {
    /// Weights by lack of entropy of the shares in each criterion (Shannon 1948; Zeleny 1982).
    ///
    /// Equal weights if every criterion has equal values.
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` if a value is not above 0.
    public func entropyWeights() throws -> [Double] {
        let scale = log(Double(alternativeCount))
        let contrasts = try directions.indices.map { criterion in
            let shares = try Normalisation.sum.apply(to: column(criterion), .benefit)
            return 1 + shares.reduce(0) { $0 + $1 * log($1) } / scale
        }
        return Self.shares(contrasts)
    }

    /// Weights by standard deviation of the raw values, divisor n - 1.
    public func standardDeviationWeights() -> [Double] {
        Self.shares(directions.indices.map { Self.deviation(column($0)) })
    }

    /// CRITIC (Diakoulaki, Mavrotas & Papayannakis 1995, Computers & Operations Research 22:763).
    ///
    /// Standard deviation of the min-max values (all read as benefits) times the sum of 1 - correlation. A
    /// criterion with equal values gets weight 0 and correlates with nothing.
    public func criticWeights() throws -> [Double] {
        let columns = try directions.indices.map { try Normalisation.minMax.apply(to: column($0), .benefit) }
        let deviations = columns.map(Self.deviation)
        return Self.shares(
            columns.indices.map { a in
                columns.indices.reduce(0) { sum, b in
                    sum + deviations[a] * (1 - (a == b ? 1 : Self.correlation(columns[a], columns[b])))
                }
            })
    }

    private static func shares(_ parts: [Double]) -> [Double] {
        let total = parts.reduce(0, +)
        return parts.map { total > 0 ? $0 / total : 1 / Double(parts.count) }
    }

    private static func deviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
        let product = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
        let scale = deviation(a) * deviation(b) * Double(a.count - 1)
        return scale > 0 ? product / scale : 0
    }
}

internal import Foundation
internal import Stochastics

/// The perspectives behind sorts: factors, the sorts that stand for each, and how each factor places the statements
/// (Stephenson 1953; Brown 1980; automatic rules as in the R package qmethod, Zabala 2014).
public struct QAnalysis: Sendable, Equatable {
    /// A factor in figures.
    public struct Characteristics: Sendable, Hashable {
        /// The sorts that stand for it.
        public let flagged: Int
        /// The sum of squared loadings.
        public let eigenvalue: Double
        /// Its part of the variance, in per cent.
        public let explainedPercent: Double
        /// The reliability of its scores, with 0.8 for a single sort.
        public let reliability: Double
        /// The standard error of its z-scores; `nil` without flagged sorts.
        public let standardError: Double?
    }

    /// The sorts.
    public let sorts: QSorts
    /// The options.
    public let options: QOptions
    /// The correlations between sorts.
    public let correlations: [[Double]]
    /// The eigenvalues of the correlations, descending.
    public let eigenvalues: [Double]
    /// Loadings before turning, sorts × factors.
    public let unrotatedLoadings: [[Double]]
    /// Loadings, sorts × factors.
    public let loadings: [[Double]]
    /// Which sort stands for which factor.
    public let flags: [[Bool]]
    /// Sorts that stand for a factor with a negative loading: they see it the other way round.
    public let negativeFlags: [Int]
    /// Per statement and factor the z-score; `nil` where no sort stands for the factor.
    public let zScores: [[Double?]]
    /// Per statement and factor the place in the array of the factor; `nil` likewise.
    public let factorScores: [[Double?]]
    /// Per factor its figures.
    public let characteristics: [Characteristics]

    /// Analyses sorts.
    /// - Throws: ``PerspectivesError`` for options out of range.
    public init(_ sorts: QSorts, options: QOptions) throws(PerspectivesError) {
        try options.check(sorts)
        self.sorts = sorts
        self.options = options
        correlations = sorts.correlations(options.correlation)
        let count = sorts.names.count
        eigenvalues = SymmetricMatrix(size: count, entries: correlations.flatMap(\.self)).leading(count).map(
            \.value)
        unrotatedLoadings =
            options.extraction == .centroid
            ? FactorExtraction.centroid(correlations, factors: options.factors)
            : FactorExtraction.principalComponents(correlations, factors: options.factors)
        var loadings = unrotatedLoadings
        if options.rotation == .varimax {
            loadings = FactorRotation.varimax(loadings)
            if options.extraction == .principalComponents { loadings = FactorRotation.ordered(loadings) }
        }
        for turn in options.turns { loadings = FactorRotation.turned(loadings, turn) }
        self.loadings = loadings
        let flags = options.flags ?? Self.automaticFlags(loadings, statements: sorts.statements.count)
        self.flags = flags
        negativeFlags = flags.indices.filter { sort in
            zip(flags[sort], loadings[sort]).contains { $0 && $1 < 0 }
        }
        let columns = (0..<options.factors).map { Self.zScores(sorts, loadings, flags, factor: $0) }
        zScores = sorts.statements.indices.map { row in columns.map { $0?[row] } }
        let arrays = columns.map { $0.map { Self.array($0, sorts.distribution) } }
        factorScores = sorts.statements.indices.map { row in arrays.map { $0?[row] } }
        characteristics = (0..<options.factors).map { Self.characteristics($0, loadings, flags) }
    }

    /// A sort stands for a factor that explains more of it than all others together, and surely loads on it.
    private static func automaticFlags(_ loadings: FactorLoadings, statements: Int) -> [[Bool]] {
        let least = 1.96 / Double(statements).squareRoot()
        return loadings.map { row in
            let squares = row.reduce(0) { $0 + $1 * $1 }
            return row.map { $0 * $0 > squares - $0 * $0 && abs($0) > least }
        }
    }

    private static func zScores(
        _ sorts: QSorts, _ loadings: FactorLoadings, _ flags: [[Bool]], factor: Int
    ) -> [Double]? {
        var sums = Array(repeating: 0.0, count: sorts.statements.count)
        guard flags.contains(where: { $0[factor] }) else { return nil }
        for sort in flags.indices where flags[sort][factor] {
            let loading = loadings[sort][factor]
            // A loading of 1 would weigh without bound.
            let weight = loading / max(1 - loading * loading, 1e-12)
            for row in sums.indices { sums[row] += weight * sorts.values[sort][row] }
        }
        let mean = sums.reduce(0, +) / Double(sums.count)
        let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(sums.count - 1)).squareRoot()
        return deviation > 0 ? sums.map { ($0 - mean) / deviation } : nil
    }

    /// The places handed out in the order of z; tied statements all get the lowest of theirs.
    private static func array(_ scores: [Double], _ distribution: [Double]) -> [Double] {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        var places = scores
        var first = 0
        for (rank, row) in order.enumerated() {
            if scores[row] != scores[order[first]] { first = rank }
            places[row] = distribution[first]
        }
        return places
    }

    private static func characteristics(
        _ factor: Int, _ loadings: FactorLoadings, _ flags: [[Bool]]
    ) -> Characteristics {
        let flagged = flags.count { $0[factor] }
        let eigenvalue = loadings.reduce(0) { $0 + $1[factor] * $1[factor] }
        let reliability = 0.8 * Double(flagged) / (1 + 0.8 * Double(flagged - 1))
        return Characteristics(
            flagged: flagged, eigenvalue: eigenvalue,
            explainedPercent: 100 * eigenvalue / Double(loadings.count),
            reliability: flagged > 0 ? reliability : 0,
            standardError: flagged > 0 ? (1 - reliability).squareRoot() : nil)
    }
}

extension QAnalysis {
    /// The correlations between the z-scores of factors; `nil` where a factor has none.
    public var factorCorrelations: [[Double?]] {
        (0..<options.factors).map { one in
            (0..<options.factors).map { other in
                let pairs = zScores.compactMap { row in
                    row[one].flatMap { a in row[other].map { (a, $0) } }
                }
                guard pairs.count == zScores.count else { return nil }
                // z-scores have mean 0 and variance 1 over n - 1.
                return pairs.reduce(0) { $0 + $1.0 * $1.1 } / Double(pairs.count - 1)
            }
        }
    }

    /// The standard error of a difference of z-scores between two factors; `nil` where a factor has none.
    public func standardErrorOfDifference(_ one: Int, _ other: Int) -> Double? {
        guard let a = characteristics[one].standardError, let b = characteristics[other].standardError
        else { return nil }
        return (a * a + b * b).squareRoot()
    }
}

/// Iterative proportional fitting (Deming and Stephan 1940): a table is scaled along each of its dimensions in turn until
/// it has the wished margins. The odds ratios of the table it began with stay what they were.
struct ProportionalFitting {
    /// The fitted table, in the order of the seed.
    private(set) var table: [Double]
    /// How often all dimensions were scaled.
    private(set) var iterations = 0
    /// The largest difference between a margin and what was wished, as a share of the total.
    private(set) var deviation = Double.infinity

    /// Whether the margins were met within `tolerance`.
    var isFitted: Bool { deviation <= Self.tolerance }

    static let tolerance = 1e-9
    static let mostIterations = 200

    /// Fits a table.
    ///
    /// - Parameters:
    ///   - seed: positive weights; the last dimension runs fastest.
    ///   - shape: the length of each dimension.
    ///   - margins: for each dimension the wished sums, or nil for a dimension that is left free.
    init(seed: [Double], shape: [Int], margins: [[Double]?]) {
        table = seed
        let strides = shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
        let total = margins.compactMap { $0?.reduce(0, +) }.first ?? 0
        guard total > 0 else { return }
        while iterations < Self.mostIterations, deviation > Self.tolerance {
            iterations += 1
            for (dimension, margin) in margins.enumerated() {
                guard let margin else { continue }
                scale(dimension, to: margin, stride: strides[dimension], length: shape[dimension])
            }
            deviation = margins.enumerated().reduce(0) { worst, one in
                guard let margin = one.element else { return worst }
                let sums = sums(stride: strides[one.offset], length: shape[one.offset])
                return zip(sums, margin).reduce(worst) { max($0, abs($1.0 - $1.1) / total) }
            }
        }
    }

    private func sums(stride: Int, length: Int) -> [Double] {
        var sums = Array(repeating: 0.0, count: length)
        for cell in table.indices { sums[cell / stride % length] += table[cell] }
        return sums
    }

    private mutating func scale(_ dimension: Int, to margin: [Double], stride: Int, length: Int) {
        let sums = sums(stride: stride, length: length)
        let factors = zip(margin, sums).map { $1 > 0 ? $0 / $1 : 0 }
        for cell in table.indices { table[cell] *= factors[cell / stride % length] }
    }
}

/// Measures one table of fixed size after another without new memory.
struct TableMeter {
    let layout: AspatialLayout
    private var kernel: AspatialKernel
    private(set) var values: [Double]

    /// - Parameters:
    ///   - largest: the persons of the largest unit to be expected, for the table of logarithms.
    ///   - parts: the parts of a pass that are needed.
    init(layout: AspatialLayout, units: Int, terms: EntropyTerms, parts: AspatialParts) {
        self.layout = layout
        kernel = AspatialKernel(layout: layout, unitCount: units, terms: terms, parts: parts)
        values = [Double](repeating: .nan, count: layout.count)
    }

    /// Measures counts, unit after unit; the outcome stands in ``values``.
    mutating func measure(_ counts: [Double]) {
        counts.withUnsafeBufferPointer { counts in
            values.withUnsafeMutableBufferPointer { kernel.evaluate(counts, into: $0) }
        }
    }
}

extension EntropyTerms {
    /// Logarithms for tables drawn from this one: a unit seldom grows by half in a draw, larger counts take the
    /// logarithm itself.
    init(drawnFrom tables: ContingencyTable...) {
        let largest = tables.lazy.map { $0.unitTotals.max() ?? 0 }.max() ?? 0
        self.init(upTo: 1.5 * largest + 10)
    }
}

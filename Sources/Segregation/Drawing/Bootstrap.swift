internal import Dispatch

/// The aspatial values of tables drawn again from a table.
struct Bootstrap {
    let layout: AspatialLayout
    let draws: Int
    /// All draws of the first value, then all draws of the second, and so on; NaN where undefined.
    private(set) var values: [Double]

    /// Draws and measures. Draw number i reads the random stream with run i, so neither the number of threads nor the
    /// order of the work changes a result.
    init(
        of table: ContingencyTable, options: MeasureOptions, parts: AspatialParts = .all,
        source: DrawSource? = nil
    ) {
        layout = AspatialLayout(groupCount: table.groupCount, atkinsonShapes: options.atkinsonShapes)
        draws = options.draws
        values = [Double](repeating: .nan, count: layout.count * draws)
        guard draws > 0, table.total > 0 else { return }
        let plan = DrawPlan(
            table, options: options, layout: layout, parts: parts,
            source: source ?? DrawSource(options.resampling))
        let draws = draws
        let workers = min(options.threads, draws)
        values.withUnsafeMutableBufferPointer { values in
            // Every worker writes the places of its own draws only, and all are done before the pointer is handed
            // back.
            nonisolated(unsafe) let values = values
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var hand = DrawingHand(plan)
                for draw in stride(from: worker, to: draws, by: workers) {
                    hand.draw(draw, of: draws, into: values)
                }
            }
        }
    }

    /// The draws of one value.
    func draws(of place: Int) -> ArraySlice<Double> {
        values[place * draws..<(place + 1) * draws]
    }
}

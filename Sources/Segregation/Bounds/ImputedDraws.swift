internal import Dispatch

/// Values of tables drawn within ranges, and of tables of persons drawn again from each of those.
struct ImputedDraws {
    let layout: AspatialLayout
    let draws: Int
    /// Per value of the layout, all draws of tables within the ranges.
    private var imputed: [Double]
    /// The same with persons, or units, drawn again from each.
    private var resampled: [Double]

    /// Draw number i reads the random streams with run i, so the number of threads changes nothing.
    init(_ ranges: CountRanges, options: MeasureOptions, parts: AspatialParts) {
        layout = AspatialLayout(groupCount: ranges.groupCount, atkinsonShapes: options.atkinsonShapes)
        draws = options.draws
        imputed = [Double](repeating: .nan, count: layout.count * draws)
        resampled = imputed
        guard draws > 0 else { return }
        let imputation = CountImputation(ranges)
        let layout = layout
        let draws = draws
        let middle = ranges.middle
        let workers = min(options.threads, draws)
        imputed.withUnsafeMutableBufferPointer { imputed in
            resampled.withUnsafeMutableBufferPointer { resampled in
                // Every worker writes the places of its own draws only.
                nonisolated(unsafe) let imputed = imputed
                nonisolated(unsafe) let resampled = resampled
                DispatchQueue.concurrentPerform(iterations: workers) { worker in
                    for draw in stride(from: worker, to: draws, by: workers) {
                        let counts = imputation.draw(draw, seed: options.seed)
                        let table = ContingencyTable(
                            trustedGroups: middle.groups, counts: counts,
                            unitIdentifiers: middle.unitIdentifiers)
                        guard table.total > 0 else { continue }
                        let plan = DrawPlan(
                            table, options: options, layout: layout, parts: parts,
                            source: DrawSource(options.resampling))
                        var kernel = AspatialKernel(
                            layout: layout, unitCount: table.unitCount, terms: plan.terms, parts: parts)
                        var values = [Double](repeating: .nan, count: layout.count)
                        counts.withUnsafeBufferPointer { counts in
                            values.withUnsafeMutableBufferPointer { kernel.evaluate(counts, into: $0) }
                        }
                        for place in values.indices { imputed[place * draws + draw] = values[place] }
                        var hand = DrawingHand(plan)
                        hand.draw(draw, of: draws, into: resampled)
                    }
                }
            }
        }
    }

    /// The values of one place in tables within the ranges.
    func imputed(_ place: Int) -> ArraySlice<Double> { imputed[place * draws..<(place + 1) * draws] }

    /// The values of one place in tables drawn again from those.
    func resampled(_ place: Int) -> ArraySlice<Double> { resampled[place * draws..<(place + 1) * draws] }
}

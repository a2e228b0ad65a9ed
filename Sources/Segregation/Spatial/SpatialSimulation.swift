internal import Stochastics

/// Values of measures of places in tables drawn again from a table.
///
/// The matrix of weights between units is the same in every draw, so it is worked out once for a batch of draws and
/// multiplied with all their counts at once; batches are as large as a fixed piece of memory holds.
struct SpatialSimulation {
    let draws: Int
    /// All draws of the first value, then all draws of the second, and so on; NaN where undefined.
    private(set) var values: [Double]

    /// Numbers in one copy of the counts of a batch: 16 megabytes.
    private static let batchNumbers = 1 << 21

    /// Draws and measures. Draw number i reads the random stream with run i, so neither the number of threads nor the
    /// order of the work changes a result.
    /// - Parameters:
    ///   - kernels: what is to be summed around every unit.
    ///   - count: the number of values that `measure` gives.
    ///   - measure: gets the places of a draw, with the units that drew someone only, and the sums by kernel.
    init(
        of places: InhabitedPlaces, kernels: [DistanceKernel], options: MeasureOptions, source: DrawSource,
        count: Int, measure: (InhabitedPlaces, [NeighbourSums]) -> [Double]
    ) {
        draws = options.draws
        values = [Double](repeating: .nan, count: count * options.draws)
        guard draws > 0, places.total > 0 else { return }
        let batch = Batch(places, kernels: kernels, options: options, source: source)
        let size = max(1, min(draws, Self.batchNumbers / max(1, places.count * places.groupCount)))
        for first in stride(from: 0, to: draws, by: size) {
            batch.run(first..<min(first + size, draws)) { draw, drawn, sums in
                measure(drawn, sums)
            } keep: { draw, numbers in
                for place in 0..<count { values[place * draws + draw] = numbers[place] }
            }
        }
    }

    /// The draws of one value.
    func draws(of place: Int) -> ArraySlice<Double> { values[place * draws..<(place + 1) * draws] }
}

/// What all batches of a simulation share.
private struct Batch {
    private let places: InhabitedPlaces
    private let plan: DrawPlan
    private let blocks: PlaceBlocks?
    private let products: [KernelProduct]
    /// Where every unit stands in the order of the blocks.
    private let positions: [Int]
    /// The place of every row of the table with persons.
    private let unitOfRow: [Int]
    private let threads: Int

    init(
        _ places: InhabitedPlaces, kernels: [DistanceKernel], options: MeasureOptions, source: DrawSource
    ) {
        self.places = places
        threads = options.threads
        plan = DrawPlan(
            places.table, options: options,
            layout: AspatialLayout(groupCount: places.groupCount, atkinsonShapes: []),
            parts: AspatialParts(for: []), source: source)
        let blocks = kernels.isEmpty ? nil : PlaceBlocks(places)
        self.blocks = blocks
        products =
            blocks.map { blocks in
                kernels.map {
                    KernelProduct(
                        blocks, kernel: $0, counts: places.columns(in: blocks), threads: options.threads)
                }
            } ?? []
        var positions = [Int](repeating: 0, count: places.count)
        for (place, unit) in (blocks?.order ?? []).enumerated() { positions[unit] = place }
        self.positions = positions
        var unitOfRow = [Int](repeating: -1, count: places.table.unitCount)
        for (unit, row) in places.rows.enumerated() { unitOfRow[row] = unit }
        self.unitOfRow = unitOfRow
    }

    /// The places of one draw and the units of the table as it is that stand there.
    private struct Draw {
        var places: InhabitedPlaces
        var units: [Int]
    }

    func run(
        _ draws: Range<Int>, measure: (Int, InhabitedPlaces, [NeighbourSums]) -> [Double],
        keep: (Int, [Double]) -> Void
    ) {
        let drawn = ParallelLoop.map(draws.count, threads: threads, memory: { DrawingHand(plan) }) {
            hand, place in
            draw(draws.lowerBound + place, &hand)
        }
        let groups = places.groupCount
        // Where somebody lives is the same in nearly all draws; the others have a column of their own for it.
        var weights = [Int](repeating: drawn.count * groups, count: drawn.count)
        var columns = drawn.count * groups + 1
        for (place, draw) in drawn.enumerated() where draw.units.count < places.count {
            weights[place] = columns
            columns += 1
        }
        let sums = sums(of: drawn, weights: weights, columns: columns)
        let numbers = ParallelLoop.map(drawn.count, threads: threads, memory: { () }) { _, place in
            let draw = drawn[place]
            return measure(
                draws.lowerBound + place, draw.places,
                sums.map {
                    NeighbourSums(
                        $0, positions: positions, units: draw.units, groups: groups, first: place * groups,
                        weights: weights[place])
                })
        }
        for (place, values) in numbers.enumerated() { keep(draws.lowerBound + place, values) }
    }

    private func draw(_ draw: Int, _ hand: inout DrawingHand) -> Draw {
        if case .units = plan.source {
            // The same address and the same numbers as in draws of aspatial measures.
            var stream = RandomStream(seed: plan.seed, run: UInt32(draw), purpose: plan.source.purpose)
            let units = unitOfRow.indices.map { _ in
                unitOfRow[Int(stream.integer(below: UInt32(unitOfRow.count)))]
            }.filter { $0 >= 0 }
            return Draw(places: places.resampled(units), units: units)
        }
        let (places, units) = places.drawn(hand.counts(of: draw))
        return Draw(places: places, units: units)
    }

    private func sums(of drawn: [Draw], weights: [Int], columns: Int) -> [ColumnPanel] {
        guard let blocks else { return [] }
        let groups = places.groupCount
        var panel = ColumnPanel(blocks, columns: columns)
        for place in blocks.order.indices { panel[drawn.count * groups, place] = 1 }
        for (place, draw) in drawn.enumerated() {
            let hasOwnWeights = weights[place] > drawn.count * groups
            for (index, unit) in draw.units.enumerated() {
                let position = positions[unit]
                for group in 0..<groups {
                    panel[place * groups + group, position] = draw.places.counts[index * groups + group]
                }
                if hasOwnWeights { panel[weights[place], position] = 1 }
            }
        }
        return products.map { $0.sums(of: panel, threads: threads) }
    }
}

internal import Stochastics

/// A kernel of a simulation.
struct SimulatedKernel {
    let kernel: DistanceKernel
    /// Whether sums around every unit are needed; pairs of groups take half the work.
    let needsUnits: Bool
}

/// Values of measures of places in tables drawn again from a table.
///
/// The matrix of weights between units is the same in every draw, so it is worked out once for a batch of
/// draws and multiplied with all their counts at once; batches are as large as a fixed piece of memory holds.
struct SpatialSimulation {
    let draws: Int
    /// All draws of the first value, then all draws of the second, and so on; NaN where undefined.
    private(set) var values: [Double]

    /// Numbers in one copy of the counts of a batch: 16 megabytes.
    private static let batchNumbers = 1 << 21

    /// Draws and measures. Draw number i reads the random stream with run i, so neither the number of threads
    /// nor the order of the work changes a result.
    /// - Parameters:
    ///   - kernels: what is to be summed around every unit.
    ///   - count: the number of values that `measure` gives.
    ///   - measure: gets the places of a draw, with the units that drew someone only, and the sums by kernel.
    init(
        of places: InhabitedPlaces, kernels: [SimulatedKernel], options: MeasureOptions, source: DrawSource,
        count: Int, measure: (InhabitedPlaces, [KernelSums]) -> [Double]
    ) {
        draws = options.draws
        values = [Double](repeating: .nan, count: count * options.draws)
        guard draws > 0, places.total > 0 else { return }
        let batch = Batch(places, kernels: kernels, options: options, source: source)
        let groups = places.groupCount
        let widest = max(places.count * groups, GroupMeetings.pieces * (groups * groups + 1))
        let size = max(1, min(draws, Self.batchNumbers / widest))
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
    private let products: [(product: KernelProduct, needsUnits: Bool)]
    /// Where every unit stands in the order of the blocks.
    private let positions: [Int]
    /// The place of every row of the table with persons.
    private let unitOfRow: [Int]
    private let threads: Int

    init(
        _ places: InhabitedPlaces, kernels: [SimulatedKernel], options: MeasureOptions, source: DrawSource
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
                    (
                        KernelProduct(
                            blocks, kernel: $0.kernel, counts: places.columns(in: blocks),
                            threads: options.threads), $0.needsUnits
                    )
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
        _ draws: Range<Int>, measure: (Int, InhabitedPlaces, [KernelSums]) -> [Double],
        keep: (Int, [Double]) -> Void
    ) {
        let drawn = ParallelLoop.map(draws.count, threads: threads, memory: { DrawingHand(plan) }) {
            hand, place in
            draw(draws.lowerBound + place, &hand)
        }
        let groups = places.groupCount
        // Where somebody lives is the same in nearly all draws; the others have a column of their own for it.
        var columns = drawn.count * groups + 1
        let tables = drawn.enumerated().map { place, draw in
            var weights = drawn.count * groups
            if draw.units.count < places.count {
                weights = columns
                columns += 1
            }
            return TableColumns(first: place * groups, groups: groups, weights: weights)
        }
        let sums = sums(of: drawn, tables, columns: columns)
        let numbers = ParallelLoop.map(drawn.count, threads: threads, memory: { () }) { _, place in
            measure(
                draws.lowerBound + place, drawn[place].places,
                sums.map { $0.sums(of: place, tables[place], positions, drawn[place].units) })
        }
        for (place, values) in numbers.enumerated() { keep(draws.lowerBound + place, values) }
    }

    /// The sums of all draws by one kernel.
    private enum BatchSums {
        case meetings([GroupMeetings])
        case around(ColumnPanel)

        func sums(of draw: Int, _ table: TableColumns, _ positions: [Int], _ units: [Int]) -> KernelSums {
            switch self {
            case .meetings(let meetings): .meetings(meetings[draw])
            case .around(let panel):
                .around(NeighbourSums(panel, positions: positions, units: units, table))
            }
        }
    }

    private func draw(_ draw: Int, _ hand: inout DrawingHand) -> Draw {
        if case .units = plan.source {
            // The same address and the same numbers as in draws of aspatial measures.
            var stream = plan.stream(of: draw)
            let units = unitOfRow.indices.map { _ in
                unitOfRow[Int(stream.integer(below: UInt32(unitOfRow.count)))]
            }.filter { $0 >= 0 }
            return Draw(places: places.resampled(units), units: units)
        }
        let (places, units) = places.drawn(hand.counts(of: draw))
        return Draw(places: places, units: units)
    }

    private func sums(of drawn: [Draw], _ tables: [TableColumns], columns: Int) -> [BatchSums] {
        guard let blocks else { return [] }
        let everywhere = drawn.count * places.groupCount
        var panel = ColumnPanel(blocks, columns: columns)
        for place in blocks.order.indices { panel[everywhere, place] = 1 }
        for (draw, table) in zip(drawn, tables) {
            for (index, unit) in draw.units.enumerated() {
                let position = positions[unit]
                for group in 0..<table.groups {
                    panel[table.first + group, position] = draw.places.counts[index * table.groups + group]
                }
                if table.weights != everywhere { panel[table.weights, position] = 1 }
            }
        }
        return products.map { product, needsUnits in
            needsUnits
                ? .around(product.sums(of: panel, threads: threads))
                : .meetings(GroupMeetings.list(of: tables, in: panel, product, threads: threads))
        }
    }
}

internal import Dispatch
internal import Stochastics

/// Counts by unit and ordered group, whether they come from a table or from incomes person by person, and the
/// ways to draw them again.
struct OrderedCounts: Sendable {
    /// Unit after unit, lowest group first.
    let counts: [Double]
    let groups: Int
    /// Where the thresholds stand on the curve; `nil` for their shares.
    let places: [Double]?
    private let origin: Origin

    private enum Origin: Sendable {
        case table(ContingencyTable)
        case persons(PersonalIncomes)
    }

    init(_ table: ContingencyTable) {
        counts = table.counts
        groups = table.groupCount
        places = nil
        origin = .table(table)
    }

    /// Incomes cut at the ranks 1/K ... (K-1)/K.
    init(_ incomes: PersonalIncomes, thresholds: Int) {
        let places = (1...thresholds).map { Double($0) / Double(thresholds + 1) }
        self.places = places
        counts = incomes.binned(at: places)
        groups = thresholds + 1
        origin = .persons(incomes)
    }

    var holdsWholeNumbers: Bool { counts.allSatisfy { $0 == $0.rounded(.down) && $0 < 0x1p53 } }

    var unitTotals: [Double] {
        stride(from: 0, to: counts.count, by: groups).map { counts[$0..<$0 + groups].reduce(0, +) }
    }

    func profile(_ variations: [OrdinalVariation]) -> OrdinalProfile {
        profile(counts, variations, EntropyTerms(upTo: min(unitTotals.max() ?? 0, Double(counts.count))))
    }

    private func profile(
        _ counts: [Double], _ variations: [OrdinalVariation], _ terms: EntropyTerms
    ) -> OrdinalProfile {
        OrdinalProfile(counts: counts, groups: groups, variations: variations, terms: terms, places: places)
    }

    /// Statistics of profiles drawn again: per statistic all draws, NaN where undefined. Draw number i reads
    /// the random stream with run i, so the number of threads changes nothing.
    func draws(
        _ options: MeasureOptions, _ variations: [OrdinalVariation], count: Int,
        _ statistics: @Sendable (_ counts: [Double], _ profile: OrdinalProfile) -> [Double]
    ) -> [[Double]] {
        let draws = options.draws
        guard draws > 0, counts.contains(where: { $0 > 0 }) else { return [] }
        let terms = EntropyTerms(upTo: 1.5 * (unitTotals.max() ?? 0) + 10)
        var values = [Double](repeating: .nan, count: count * draws)
        let workers = min(options.threads, draws)
        let drawer = Drawer(self, options)
        values.withUnsafeMutableBufferPointer { values in
            // Every worker writes the places of its own draws only.
            nonisolated(unsafe) let values = values
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                for draw in stride(from: worker, to: draws, by: workers) {
                    let counts = drawer.draw(draw)
                    let found = statistics(counts, profile(counts, variations, terms))
                    for (place, value) in found.enumerated() { values[place * draws + draw] = value }
                }
            }
        }
        return (0..<count).map { Array(values[$0 * draws..<($0 + 1) * draws]) }
    }

    /// What all draws share.
    private struct Drawer: Sendable {
        private let origin: Origin
        private let places: [Double]
        private let options: MeasureOptions
        private let plan: DrawPlan?

        init(_ ordered: OrderedCounts, _ options: MeasureOptions) {
            origin = ordered.origin
            places = ordered.places ?? []
            self.options = options
            if case .table(let table) = ordered.origin {
                plan = DrawPlan(
                    table, options: options,
                    layout: AspatialLayout(groupCount: table.groupCount, atkinsonShapes: []), parts: [],
                    source: DrawSource(options.resampling))
            } else {
                plan = nil
            }
        }

        func draw(_ run: Int) -> [Double] {
            let purpose = DrawSource(options.resampling).purpose
            var stream = RandomStream(seed: options.seed, run: UInt32(run), purpose: purpose)
            switch origin {
            case .persons(let incomes):
                return options.resampling == .units
                    ? incomes.binnedDrawingUnits(at: places, using: &stream)
                    : incomes.binnedDrawingPersons(at: places, using: &stream)
            case .table:
                guard let plan else { return [] }
                var hand = DrawingHand(plan)
                hand.fillCounts(&stream)
                return hand.counts
            }
        }
    }
}

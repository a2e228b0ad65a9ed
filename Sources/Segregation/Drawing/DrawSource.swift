internal import Stochastics

/// Where the tables of a simulation come from.
enum DrawSource: Sendable {
    /// Persons over all cells with the shares of the table.
    case persons
    /// Each group over the units with its own shares, so that group sizes stay.
    case personsWithinGroups
    /// Units with replacement.
    case units
    /// Persons over all cells as if group and unit were independent.
    case independence
    /// All persons over the units by chance, the sizes of units and groups as they are.
    case permutation

    init(_ resampling: Resampling) {
        switch resampling {
        case .persons: self = .persons
        case .personsWithinGroups: self = .personsWithinGroups
        case .units: self = .units
        }
    }

    var purpose: DrawPurpose {
        switch self {
        case .persons, .personsWithinGroups: .personBootstrap
        case .units: .unitBootstrap
        case .independence: .nullModel
        case .permutation: .permutation
        }
    }
}

/// What all draws of a simulation share.
struct DrawPlan: Sendable {
    /// What fills a table with counts.
    private enum Filling: Sendable {
        case resampled(TableResampler)
        case independent(MultinomialSampler)
        case permuted(FixedMarginsSampler)
    }

    let table: ContingencyTable
    let layout: AspatialLayout
    let terms: EntropyTerms
    let parts: AspatialParts
    let source: DrawSource
    private let seed: UInt64
    private let filling: Filling

    init(
        _ table: ContingencyTable, options: MeasureOptions, layout: AspatialLayout, parts: AspatialParts,
        source: DrawSource
    ) {
        self.table = table
        self.parts = parts
        self.layout = layout
        self.source = source
        seed = options.seed
        terms = EntropyTerms(drawnFrom: table)
        switch source {
        case .persons: filling = .resampled(TableResampler(table, .persons))
        case .personsWithinGroups: filling = .resampled(TableResampler(table, .personsWithinGroups))
        case .units: filling = .resampled(TableResampler(table, .units))
        case .independence:
            let groupTotals = table.groupTotals
            let weights = table.unitTotals.flatMap { unit in groupTotals.map { unit * $0 } }
            filling = .independent(
                MultinomialSampler(persons: Int(table.total.rounded()), weights: weights))
        case .permutation:
            filling = .permuted(
                FixedMarginsSampler(unitTotals: table.unitTotals, groupTotals: table.groupTotals))
        }
    }

    /// The random numbers of one draw.
    func stream(of draw: Int) -> RandomStream {
        RandomStream(seed: seed, run: UInt32(draw), purpose: source.purpose)
    }

    /// Fills counts with one table.
    /// - Parameter column: one place per unit, for work in between.
    func fill(
        _ counts: UnsafeMutableBufferPointer<Double>, column: UnsafeMutableBufferPointer<Double>,
        using stream: inout RandomStream
    ) {
        switch filling {
        case .resampled(let resampler): resampler.draw(into: counts, column: column, using: &stream)
        case .independent(let sampler): sampler.draw(into: counts, using: &stream)
        case .permuted(let sampler): sampler.draw(into: counts, free: column, using: &stream)
        }
    }
}

/// The memory of one worker of a simulation.
struct DrawingHand {
    private let plan: DrawPlan
    private var meter: TableMeter
    private(set) var counts: [Double]
    private var column: [Double]

    init(_ plan: DrawPlan) {
        self.plan = plan
        meter = TableMeter(
            layout: plan.layout, units: plan.table.unitCount, terms: plan.terms, parts: plan.parts)
        counts = [Double](repeating: 0, count: plan.table.counts.count)
        column = [Double](repeating: 0, count: plan.table.unitCount)
    }

    /// Draws one table, measures it and writes every value at the place of this draw.
    mutating func draw(_ draw: Int, of draws: Int, into values: UnsafeMutableBufferPointer<Double>) {
        var stream = plan.stream(of: draw)
        fillCounts(&stream)
        meter.measure(counts)
        for place in meter.values.indices { values[place * draws + draw] = meter.values[place] }
    }

    /// Draws one table without measuring it, row after row.
    mutating func counts(of draw: Int) -> [Double] {
        var stream = plan.stream(of: draw)
        fillCounts(&stream)
        return counts
    }

    mutating func fillCounts(_ stream: inout RandomStream) {
        counts.withUnsafeMutableBufferPointer { counts in
            column.withUnsafeMutableBufferPointer { plan.fill(counts, column: $0, using: &stream) }
        }
    }
}

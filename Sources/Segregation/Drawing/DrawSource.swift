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
    let table: ContingencyTable
    let layout: AspatialLayout
    let terms: EntropyTerms
    let parts: AspatialParts
    let source: DrawSource
    let seed: UInt64
    /// One for all cells, or one per group; empty when whole units are drawn or persons put back.
    let samplers: [MultinomialSampler]
    /// What puts persons back over units by chance.
    let permuter: FixedMarginsSampler?

    init(
        _ table: ContingencyTable, options: MeasureOptions, layout: AspatialLayout, parts: AspatialParts,
        source: DrawSource
    ) {
        self.table = table
        self.parts = parts
        self.layout = layout
        self.source = source
        seed = options.seed
        // A unit seldom grows by half in a draw; larger counts take the logarithm itself.
        terms = EntropyTerms(upTo: 1.5 * (table.unitTotals.max() ?? 0) + 10)
        let persons = Int(table.total.rounded())
        permuter =
            source == .permutation
            ? FixedMarginsSampler(unitTotals: table.unitTotals, groupTotals: table.groupTotals) : nil
        switch source {
        case .units, .permutation:
            samplers = []
        case .persons:
            samplers = [MultinomialSampler(persons: persons, weights: table.counts)]
        case .independence:
            let groupTotals = table.groupTotals
            let weights = table.unitTotals.flatMap { unit in groupTotals.map { unit * $0 } }
            samplers = [MultinomialSampler(persons: persons, weights: weights)]
        case .personsWithinGroups:
            samplers = (0..<table.groupCount).map { group in
                let weights = (0..<table.unitCount).map { table.counts[$0 * table.groupCount + group] }
                return MultinomialSampler(persons: Int(weights.reduce(0, +).rounded()), weights: weights)
            }
        }
    }
}

/// The memory of one worker of a simulation.
struct DrawingHand {
    private let plan: DrawPlan
    private var kernel: AspatialKernel
    private(set) var counts: [Double]
    private var column: [Double]
    private var result: [Double]
    init(_ plan: DrawPlan) {
        self.plan = plan
        kernel = AspatialKernel(
            layout: plan.layout, unitCount: plan.table.unitCount, terms: plan.terms, parts: plan.parts)
        counts = [Double](repeating: 0, count: plan.table.counts.count)
        column = [Double](repeating: 0, count: plan.table.unitCount)
        result = [Double](repeating: 0, count: plan.layout.count)
    }

    /// Draws one table, measures it and writes every value at the place of this draw.
    mutating func draw(_ draw: Int, of draws: Int, into values: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(seed: plan.seed, run: UInt32(draw), purpose: plan.source.purpose)
        fillCounts(&stream)
        counts.withUnsafeBufferPointer { counts in
            result.withUnsafeMutableBufferPointer { kernel.evaluate(counts, into: $0) }
        }
        for place in result.indices { values[place * draws + draw] = result[place] }
    }

    /// Draws one table without measuring it, row after row.
    mutating func counts(of draw: Int) -> [Double] {
        var stream = RandomStream(seed: plan.seed, run: UInt32(draw), purpose: plan.source.purpose)
        fillCounts(&stream)
        return counts
    }

    mutating func fillCounts(_ stream: inout RandomStream) {
        let groups = plan.table.groupCount
        let units = plan.table.unitCount
        switch plan.source {
        case .persons, .independence:
            counts.withUnsafeMutableBufferPointer { plan.samplers[0].draw(into: $0, using: &stream) }
        case .personsWithinGroups:
            for group in 0..<groups {
                column.withUnsafeMutableBufferPointer { plan.samplers[group].draw(into: $0, using: &stream) }
                for unit in 0..<units { counts[unit * groups + group] = column[unit] }
            }
        case .permutation:
            counts.withUnsafeMutableBufferPointer { counts in
                column.withUnsafeMutableBufferPointer { free in
                    plan.permuter?.draw(into: counts, free: free, using: &stream)
                }
            }
        case .units:
            for unit in 0..<units {
                let source = Int(stream.integer(below: UInt32(units))) * groups
                for group in 0..<groups { counts[unit * groups + group] = plan.table.counts[source + group] }
            }
        }
    }
}

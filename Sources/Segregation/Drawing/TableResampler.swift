internal import Stochastics

/// Draws tables again from a table, into memory that the caller keeps.
struct TableResampler: Sendable {
    private let counts: [Double]
    private let groups: Int
    private let units: Int
    private let resampling: Resampling
    /// One for all cells, or one per group; empty when whole units are drawn.
    private let samplers: [MultinomialSampler]

    init(_ table: ContingencyTable, _ resampling: Resampling) {
        counts = table.counts
        groups = table.groupCount
        units = table.unitCount
        self.resampling = resampling
        switch resampling {
        case .units: samplers = []
        case .persons:
            samplers = [MultinomialSampler(persons: Int(table.total.rounded()), weights: table.counts)]
        case .personsWithinGroups:
            samplers = (0..<table.groupCount).map { group in
                let weights = stride(from: group, to: table.counts.count, by: table.groupCount).map {
                    table.counts[$0]
                }
                return MultinomialSampler(persons: Int(weights.reduce(0, +).rounded()), weights: weights)
            }
        }
    }

    var purpose: DrawPurpose { resampling == .units ? .unitBootstrap : .personBootstrap }

    /// Fills `drawn` with one table.
    /// - Parameter column: one place per unit, for work in between.
    func draw(
        into drawn: UnsafeMutableBufferPointer<Double>, column: UnsafeMutableBufferPointer<Double>,
        using stream: inout RandomStream
    ) {
        precondition(drawn.count == counts.count && column.count == units)
        switch resampling {
        case .persons: samplers[0].draw(into: drawn, using: &stream)
        case .personsWithinGroups:
            for group in 0..<groups {
                samplers[group].draw(into: column, using: &stream)
                for unit in 0..<units { drawn[unit * groups + group] = column[unit] }
            }
        case .units:
            for unit in 0..<units {
                take(unit: Int(stream.integer(below: UInt32(units))), to: unit, into: drawn)
            }
        }
    }

    /// Copies one unit of the table to a place in a drawn table.
    func take(unit source: Int, to target: Int, into drawn: UnsafeMutableBufferPointer<Double>) {
        for group in 0..<groups { drawn[target * groups + group] = counts[source * groups + group] }
    }
}

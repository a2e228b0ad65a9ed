internal import Stochastics

/// One part of a change in M, with its interval.
public struct ChangeEstimate: Sendable, Equatable {
    /// The part itself; its name is `difference` for the whole change.
    public let part: SegregationChange.Part
    /// The interval.
    public let interval: Interval?
    /// Why there is no interval; `nil` when there is one.
    public let intervalAbsence: IntervalAbsence?
    /// The standard deviation of the draws.
    public let standardError: Double?
    /// The mean of the draws minus the value.
    public let bias: Double?
}

/// A change in M with an interval for the whole and for every part.
public struct SegregationChangeEstimate: Sendable, Equatable {
    /// The change in the tables as they are.
    public let change: SegregationChange
    /// The whole difference, and then its parts in the order of ``SegregationChange/parts``.
    public let estimates: [ChangeEstimate]
}

extension ContingencyTable {
    /// Splits the difference in M between this table and a later one, with intervals.
    ///
    /// Both dates are drawn again: persons each on their own; with ``Resampling/units`` a unit comes with both its dates.
    /// A draw in which empty cells keep one date from taking the margins of the other counts as undefined.
    /// - Parameters:
    ///   - later: the same groups, in any order; the same units, in any order, for a bootstrap of units.
    ///   - method: how to split.
    ///   - base: the base of the logarithm; e if left out.
    ///   - options: draws, resampling, level, seed and threads.
    /// - Returns: `nil` where no units or groups are there at both dates.
    /// - Throws: as ``change(to:method:base:)``, other units for a bootstrap of units, or a parameter out of range.
    /// - Complexity: draws times the steps of iterative fitting, each one pass over the table.
    public func changeEstimate(
        to later: ContingencyTable, method: ChangeMethod = .shapley, base: LogarithmBase = .natural,
        options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> SegregationChangeEstimate? {
        try options.check(for: self)
        guard let change = try change(to: later, method: method, base: base) else { return nil }
        let whole = SegregationChange.Part(
            name: "difference", english: "the whole change", dutch: "de hele verandering",
            value: change.difference)
        let parts = [whole] + change.parts
        guard options.draws > 0 else {
            return SegregationChangeEstimate(
                change: change,
                estimates: parts.map {
                    ChangeEstimate(
                        part: $0, interval: nil, intervalAbsence: .notRequested, standardError: nil, bias: nil
                    )
                })
        }
        let pair = try TablePair(
            self, later, pairing: options.resampling == .units ? .sameUnits : .independent)
        let samplers = (
            TableResampler(pair.first, options.resampling), TableResampler(pair.second, options.resampling)
        )
        let draws = RepeatedDraws(options.draws, width: parts.count, threads: options.threads) {
            DrawnChanges(pair, samplers: samplers, method: method, base: base, options: options)
        }
        return SegregationChangeEstimate(
            change: change,
            estimates: parts.enumerated().map { place, part in
                estimate(part, draws.summary(of: place), options)
            })
    }

    private func estimate(
        _ part: SegregationChange.Part, _ summary: DrawSummary, _ options: MeasureOptions
    ) -> ChangeEstimate {
        let undefined = options.draws - summary.defined
        guard !summary.isTooOftenUndefined(of: options.draws) else {
            return ChangeEstimate(
                part: part, interval: nil, intervalAbsence: .undefinedInDraws(undefined, of: options.draws),
                standardError: nil, bias: nil)
        }
        let interval = summary.interval(
            around: part.value, within: -.infinity ... .infinity, options: options)
        return ChangeEstimate(
            part: part, interval: interval, intervalAbsence: interval == nil ? .undefinedMeasure : nil,
            standardError: summary.standardDeviation.isFinite ? summary.standardDeviation : nil,
            bias: summary.mean - part.value)
    }
}

/// Draws both dates again and splits the change.
private struct DrawnChanges: Drawing {
    private let pair: TablePair
    private let samplers: (first: TableResampler, second: TableResampler)
    private let method: ChangeMethod
    private let base: LogarithmBase
    private let seed: UInt64
    private let drawsUnits: Bool
    private var first: [Double]
    private var second: [Double]
    private var column: [Double]

    init(
        _ pair: TablePair, samplers: (TableResampler, TableResampler), method: ChangeMethod,
        base: LogarithmBase, options: MeasureOptions
    ) {
        self.pair = pair
        self.samplers = samplers
        self.method = method
        self.base = base
        seed = options.seed
        drawsUnits = options.resampling == .units
        first = pair.first.counts
        second = pair.second.counts
        column = [Double](repeating: 0, count: max(pair.first.unitCount, pair.second.unitCount))
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(seed: seed, run: UInt32(number), purpose: samplers.first.purpose)
        if drawsUnits {
            let units = pair.first.unitCount
            first.withUnsafeMutableBufferPointer { first in
                second.withUnsafeMutableBufferPointer { second in
                    for unit in 0..<units {
                        let source = Int(stream.integer(below: UInt32(units)))
                        samplers.first.take(unit: source, to: unit, into: first)
                        samplers.second.take(unit: source, to: unit, into: second)
                    }
                }
            }
        } else {
            var other = RandomStream(
                seed: seed, run: UInt32(number), entity: 1, purpose: samplers.first.purpose)
            first.withUnsafeMutableBufferPointer { first in
                column.withUnsafeMutableBufferPointer { column in
                    samplers.first.draw(
                        into: first,
                        column: UnsafeMutableBufferPointer(rebasing: column[0..<pair.first.unitCount]),
                        using: &stream)
                }
            }
            second.withUnsafeMutableBufferPointer { second in
                column.withUnsafeMutableBufferPointer { column in
                    samplers.second.draw(
                        into: second,
                        column: UnsafeMutableBufferPointer(rebasing: column[0..<pair.second.unitCount]),
                        using: &other)
                }
            }
        }
        // What cannot be split stays undefined, as it was filled in.
        guard let before = try? pair.first.replacingCounts(by: first),
            let after = try? pair.second.replacingCounts(by: second),
            let change = try? before.change(to: after, method: method, base: base)
        else { return }
        row[0] = change.difference
        for (place, part) in change.parts.enumerated() { row[place + 1] = part.value }
    }
}

extension ContingencyTable {
    /// The same units and groups with other counts.
    func replacingCounts(by counts: [Double]) throws(SegregationError) -> ContingencyTable {
        try ContingencyTable(groups: groups, counts: counts, unitIdentifiers: unitIdentifiers)
    }
}

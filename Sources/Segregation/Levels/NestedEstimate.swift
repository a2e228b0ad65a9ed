internal import Foundation
internal import Stochastics

/// The part of M or H at one level of nested areas, with its interval.
public struct NestedEstimate: Sendable, Equatable {
    /// The part itself.
    public let part: NestedPart
    /// The interval of the part of M.
    public let mutualInformationInterval: Interval?
    /// The interval of the part of H.
    public let entropyIndexInterval: Interval?
    /// Why there are no intervals; `nil` when there are.
    public let intervalAbsence: IntervalAbsence?
    /// The standard deviation of the drawn parts of M.
    public let standardError: Double?
    /// The mean of the drawn parts of M minus the part: small units take up chance, so the lowest level has most.
    public let bias: Double?
}

extension ContingencyTable {
    /// The parts of M and H by level of nested areas, with intervals from a bootstrap.
    /// - Parameters:
    ///   - levels: name and labels of each level, largest areas first; the units themselves come last by themselves.
    ///   - base: the base of the logarithm; e if left out.
    ///   - options: draws, resampling, level, seed and threads; a unit that is drawn takes its areas along.
    /// - Returns: a part per level; none where nobody lives.
    /// - Throws: labels of another number, or a parameter out of range.
    /// - Complexity: draws times levels times one pass over the cells; a draw allocates nothing after the first.
    public func nestedSegregationEstimates(
        _ levels: [(name: String, labels: [String])], base: LogarithmBase = .natural,
        options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [NestedEstimate] {
        try options.check(for: self)
        let parts = try nestedSegregation(levels, base: base)
        let tree = try NestedEffects.Tree(levels, units: unitCount)
        guard options.draws > 0, total > 0 else {
            return parts.map {
                NestedEstimate(
                    part: $0, mutualInformationInterval: nil, entropyIndexInterval: nil,
                    intervalAbsence: .notRequested, standardError: nil, bias: nil)
            }
        }
        let table = self
        let sampler = TableResampler(self, options.resampling)
        let draws = RepeatedDraws(options.draws, width: 2 * parts.count, threads: options.threads) {
            DrawnParts(
                table, tree: tree, levels: levels.count, sampler: sampler, options: options, base: base)
        }
        return parts.enumerated().map { place, part in
            estimate(part, draws.summary(of: 2 * place), draws.summary(of: 2 * place + 1), options)
        }
    }

    private func estimate(
        _ part: NestedPart, _ information: DrawSummary, _ index: DrawSummary, _ options: MeasureOptions
    ) -> NestedEstimate {
        let undefined = options.draws - information.defined
        guard !information.isTooOftenUndefined(of: options.draws) else {
            return NestedEstimate(
                part: part, mutualInformationInterval: nil, entropyIndexInterval: nil,
                intervalAbsence: .undefinedInDraws(undefined, of: options.draws), standardError: nil,
                bias: nil)
        }
        let isKnown = part.entropyIndex != nil && !index.isTooOftenUndefined(of: options.draws)
        return NestedEstimate(
            part: part,
            mutualInformationInterval: information.interval(
                around: part.mutualInformation, within: 0 ... .infinity, options: options),
            entropyIndexInterval: isKnown
                ? index.interval(around: part.entropyIndex ?? 0, within: 0...1, options: options) : nil,
            intervalAbsence: nil,
            standardError: information.standardDeviation.isFinite ? information.standardDeviation : nil,
            bias: information.mean - part.mutualInformation)
    }
}

/// Draws a table again and takes the parts of M.
private struct DrawnParts: Drawing {
    private let tree: NestedEffects.Tree
    private let levels: Int
    private let groups: Int
    private let units: Int
    private let sampler: TableResampler
    private let seed: UInt64
    private let factor: Double
    private var counts: [Double]
    private var spare: [Double]
    /// The smallest area of each drawn unit.
    private var areas: [Int]
    /// Counts by area and group of all levels.
    private var sums: [Double]
    private var groupSums: [Double]

    init(
        _ table: ContingencyTable, tree: NestedEffects.Tree, levels: Int, sampler: TableResampler,
        options: MeasureOptions, base: LogarithmBase
    ) {
        self.tree = tree
        self.levels = levels
        self.sampler = sampler
        groups = table.groupCount
        units = table.unitCount
        seed = options.seed
        factor = base.factor
        counts = table.counts
        spare = [Double](repeating: 0, count: table.unitCount)
        areas = tree.areaOfUnit
        sums = [Double](repeating: 0, count: tree.parents.count * table.groupCount)
        groupSums = [Double](repeating: 0, count: table.groupCount)
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(seed: seed, run: UInt32(number), purpose: sampler.purpose)
        if sampler.purpose == .unitBootstrap {
            counts.withUnsafeMutableBufferPointer { counts in
                for unit in 0..<units {
                    let source = Int(stream.integer(below: UInt32(units)))
                    sampler.take(unit: source, to: unit, into: counts)
                    areas[unit] = tree.areaOfUnit[source]
                }
            }
        } else {
            counts.withUnsafeMutableBufferPointer { counts in
                spare.withUnsafeMutableBufferPointer {
                    sampler.draw(into: counts, column: $0, using: &stream)
                }
            }
        }
        for place in groupSums.indices { groupSums[place] = 0 }
        for place in counts.indices { groupSums[place % groups] += counts[place] }
        let total = groupSums.reduce(0, +)
        guard total > 0 else { return }
        addUp()
        let groupTerms = groupSums.reduce(0) { $0 + Self.term($1) }
        let entropy = Self.term(total) / total - groupTerms / total
        var above = 0.0
        for level in 0...levels {
            let terms = level < levels ? areaTerms(level) : Self.terms(counts, 0..<units, groups)
            let information = (terms - groupTerms + Self.term(total)) / total
            row[2 * level] = max(0, information - above) * factor
            if entropy > 0 { row[2 * level + 1] = max(0, information - above) / entropy }
            above = information
        }
    }

    /// Counts by area, from the smallest areas up.
    private mutating func addUp() {
        for place in sums.indices { sums[place] = 0 }
        // Without levels there are no areas.
        guard levels > 0 else { return }
        for unit in 0..<units {
            for group in 0..<groups { sums[areas[unit] * groups + group] += counts[unit * groups + group] }
        }
        for area in tree.parents.indices.reversed() where tree.parents[area] >= 0 {
            for group in 0..<groups {
                sums[tree.parents[area] * groups + group] += sums[area * groups + group]
            }
        }
    }

    private func areaTerms(_ level: Int) -> Double {
        let first = tree.sizes[..<level].reduce(0, +)
        return Self.terms(sums, first..<first + tree.sizes[level], groups)
    }

    /// Σ n ln n over cells less the same over rows.
    private static func terms(_ counts: [Double], _ rows: Range<Int>, _ groups: Int) -> Double {
        var sum = 0.0
        for row in rows {
            var persons = 0.0
            for group in 0..<groups {
                let count = counts[row * groups + group]
                persons += count
                sum += term(count)
            }
            sum -= term(persons)
        }
        return sum
    }

    private static func term(_ count: Double) -> Double { count > 0 ? count * log(count) : 0 }
}

internal import Stochastics

/// Dissimilarity by level of nested areas (Harris 2017): at which scale do the differences behind D arise?
///
/// D is ½ Σ |e| with e = x/X - y/Y by unit. A multilevel model without fixed part splits every e into an effect of each
/// larger area and what is left to the unit.
public struct MultilevelDissimilarity: Sendable, Equatable {
    /// The effect of one area.
    public struct AreaEffect: Sendable, Equatable {
        /// The label of the area.
        public let label: String
        /// How much larger the share of the group is than that of the others in each of its units, by its effect.
        public let effect: Double
    }

    /// What arises at one level.
    public struct Level: Sendable, Equatable {
        /// The name of the level; "unit" for what is left to the units.
        public let name: String
        /// The variance of the effects, by maximum likelihood.
        public let variance: Double
        /// The share of the sum of all variances, 0 to 1.
        public let varianceShare: Double
        /// How much D changes when the effects of this level are taken out, as a share of D: -0.4 when D would be 40 %
        /// lower.
        public let holdback: Double
        /// The interval of ``varianceShare``.
        public internal(set) var varianceShareInterval: Interval?
        /// The interval of ``holdback``.
        public internal(set) var holdbackInterval: Interval?
        /// Why there are no intervals; `nil` when there are.
        public internal(set) var intervalAbsence: IntervalAbsence?
        /// The effects of the areas, in the order in which their labels first appear; none for the units.
        public let areas: [AreaEffect]
    }

    /// D of the units.
    public let dissimilarity: Double
    /// The levels, largest areas first, the units last.
    public internal(set) var levels: [Level]
    /// Whether the variances settled; `false` says that they are where the search was ended.
    public let isSettled: Bool
}

extension ContingencyTable {
    /// D of a group and the rest by level of nested areas.
    /// - Parameters:
    ///   - group: the group.
    ///   - rest: everyone else.
    ///   - levels: name and labels of each level, largest areas first; the units themselves come last by themselves.
    ///   - options: draws, resampling, level, seed and threads of intervals; 0 draws for none.
    /// - Returns: `nil` where the group has no members or there is no rest.
    /// - Throws: a group that is not there, labels of another number, or a parameter out of range.
    /// - Complexity: units times the steps of the search, some tens as a rule and 3,000 at most; that again per draw.
    public func multilevelDissimilarity(
        of group: Group, from rest: Remainder, levels: [(name: String, labels: [String])],
        options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> MultilevelDissimilarity? {
        try options.check(for: self)
        guard !levels.isEmpty else {
            throw .labelCount(level: "area", found: 0, expected: unitCount)
        }
        for level in levels where level.labels.count != unitCount {
            throw .labelCount(level: level.name, found: level.labels.count, expected: unitCount)
        }
        let column = try column(of: group)
        let totals = unitTotals
        let inhabited = totals.indices.filter { totals[$0] > 0 }
        let tree = try NestedEffects.Tree(
            levels.map { level in (level.name, inhabited.map { level.labels[$0] }) }, units: inhabited.count)
        guard let split = LevelSplit(self, column: column, units: inhabited, tree: tree) else { return nil }
        var result = MultilevelDissimilarity(split, names: levels.map(\.name), tree: tree)
        let width = 2 * (levels.count + 1)
        guard options.draws > 0 else {
            result.setIntervals { _ in nil }
            return result
        }
        let table = self
        let sampler = TableResampler(self, options.resampling)
        let draws = RepeatedDraws(options.draws, width: width, threads: options.threads) {
            DrawnLevels(
                table, column: column, sampler: sampler, seed: options.seed, labels: levels, tree: tree,
                units: inhabited)
        }
        result.setIntervals { place in (draws.summary(of: place), draws.count, options) }
        return result
    }
}

/// D and its effects for one table.
struct LevelSplit {
    let effects: NestedEffects
    let dissimilarity: Double
    /// Per level the share of all variance, and the change of D without it.
    let shares: [Double]
    let holdbacks: [Double]

    init?(_ table: ContingencyTable, column: Int, units: [Int], tree: NestedEffects.Tree) {
        let both = table.againstRest(column)
        let own = units.lazy.map { both[2 * $0] }.compensatedSum()
        let rest = units.lazy.map { both[2 * $0 + 1] }.compensatedSum()
        guard own > 0, rest > 0 else { return nil }
        let values = units.map { both[2 * $0] / own - both[2 * $0 + 1] / rest }
        effects = NestedEffects(tree, values: values)
        dissimilarity = values.lazy.map { abs($0) }.compensatedSum() / 2
        let all = effects.variances.reduce(0, +)
        shares = effects.variances.map { all > 0 ? $0 / all : 0 }
        let whole = dissimilarity
        let effects = effects
        holdbacks = effects.variances.indices.map { level in
            guard whole > 0 else { return 0 }
            let without = values.indices.lazy.map { unit -> Double in
                guard level < tree.sizes.count else { return abs(values[unit] - effects.residuals[unit]) }
                var area = tree.areaOfUnit[unit]
                while tree.levels[area] > level { area = tree.parents[area] }
                return abs(values[unit] - effects.effects[area])
            }
            return (without.compensatedSum() / 2 - whole) / whole
        }
    }
}

/// Draws a table again and splits its D.
private struct DrawnLevels: Drawing {
    private let table: ContingencyTable
    private let column: Int
    private let sampler: TableResampler
    private let seed: UInt64
    private let labels: [(name: String, labels: [String])]
    private let tree: NestedEffects.Tree
    private let units: [Int]
    private var counts: [Double]
    private var spare: [Double]

    init(
        _ table: ContingencyTable, column: Int, sampler: TableResampler, seed: UInt64,
        labels: [(name: String, labels: [String])], tree: NestedEffects.Tree, units: [Int]
    ) {
        self.table = table
        self.column = column
        self.sampler = sampler
        self.seed = seed
        self.labels = labels
        self.tree = tree
        self.units = units
        counts = table.counts
        spare = [Double](repeating: 0, count: table.unitCount)
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(seed: seed, run: UInt32(number), purpose: sampler.purpose)
        var tree = tree
        if sampler.purpose == .unitBootstrap {
            // A unit that is drawn takes its areas along.
            let drawn = units.map { _ in Int(stream.integer(below: UInt32(units.count))) }
            counts.withUnsafeMutableBufferPointer { counts in
                for (place, source) in drawn.enumerated() {
                    sampler.take(unit: units[source], to: units[place], into: counts)
                }
            }
            let moved = labels.map { level in
                (name: level.name, labels: drawn.map { level.labels[units[$0]] })
            }
            guard let other = try? NestedEffects.Tree(moved, units: drawn.count) else { return }
            tree = other
        } else {
            counts.withUnsafeMutableBufferPointer { counts in
                spare.withUnsafeMutableBufferPointer {
                    sampler.draw(into: counts, column: $0, using: &stream)
                }
            }
        }
        // A draw without members or others has no D and stays undefined, as it was filled in.
        guard let again = try? table.replacingCounts(by: counts),
            let split = LevelSplit(again, column: column, units: units, tree: tree)
        else { return }
        for level in split.shares.indices {
            row[2 * level] = split.shares[level]
            row[2 * level + 1] = split.holdbacks[level]
        }
    }
}

extension MultilevelDissimilarity {
    init(_ split: LevelSplit, names: [String], tree: NestedEffects.Tree) {
        dissimilarity = split.dissimilarity
        isSettled = split.effects.isSettled
        levels = split.shares.indices.map { level in
            let areas = tree.parents.indices.filter { tree.levels[$0] == level }
            return Level(
                name: level < names.count ? names[level] : "unit", variance: split.effects.variances[level],
                varianceShare: split.shares[level], holdback: split.holdbacks[level],
                areas: areas.map { AreaEffect(label: tree.labels[$0], effect: split.effects.effects[$0]) })
        }
    }

    /// Fills in intervals from the draws of place 2 × level for shares and the next for holdbacks.
    mutating func setIntervals(_ draws: (Int) -> (DrawSummary, count: Int, MeasureOptions)?) {
        for level in levels.indices {
            guard let shares = draws(2 * level), let holdbacks = draws(2 * level + 1) else {
                levels[level].intervalAbsence = .notRequested
                continue
            }
            guard !shares.0.isTooOftenUndefined(of: shares.count) else {
                levels[level].intervalAbsence = .undefinedInDraws(
                    shares.count - shares.0.defined, of: shares.count)
                continue
            }
            levels[level].varianceShareInterval = shares.0.interval(
                around: levels[level].varianceShare, within: 0...1, options: shares.2)
            levels[level].holdbackInterval = holdbacks.0.interval(
                around: levels[level].holdback, within: -1 ... .infinity, options: holdbacks.2)
        }
    }
}

internal import Dispatch

/// All aspatial measures of a table in one pass over its cells and one sort per group.
///
/// The kernel keeps the memory it works in, so a bootstrap that holds one kernel per thread allocates nothing after
/// the first draw. Undefined values are NaN here and get their reason in ``AspatialResult``.
struct AspatialKernel {
    let layout: AspatialLayout
    private let parts: AspatialParts
    private let unitCount: Int
    /// Made after the first pass when none are given.
    private var terms: EntropyTerms?
    private var unitTotals: [Double]
    private var whole: GroupShares
    private var sums: GroupSums
    /// The sums of each range of units, where there are several.
    private var ranges: [GroupSums]
    /// One per group that is sorted at the same time as others.
    private var sorters: [ShareSorter]

    /// - Parameters:
    ///   - terms: a table of n ln n that covers most counts; made for the table itself if left out.
    ///   - sideBySide: whether ranges of units and orders of groups are worked out on all processors at once; the values
    ///     are the same.
    init(
        layout: AspatialLayout, unitCount: Int, terms: EntropyTerms? = nil, parts: AspatialParts = .all,
        sideBySide: Bool = false
    ) {
        self.layout = layout
        self.parts = parts
        self.unitCount = unitCount
        self.terms = terms
        unitTotals = [Double](repeating: 0, count: unitCount)
        whole = GroupShares(groups: layout.groupCount)
        sums = GroupSums(groups: layout.groupCount, shapes: layout.atkinsonShapes.count)
        let count = (unitCount + AspatialPass.range - 1) / AspatialPass.range
        ranges = count > 1 ? [GroupSums](repeating: sums, count: count) : []
        let lanes = sideBySide && count > 1 ? min(layout.groupCount, 8) : 1
        sorters = (0..<lanes).map { _ in ShareSorter(capacity: parts.contains(.order) ? unitCount : 0) }
        isSideBySide = sideBySide && count > 1
    }

    private let isSideBySide: Bool

    /// Measures a table.
    /// - Parameters:
    ///   - counts: unit after unit, one count per group.
    ///   - result: one place per value of the layout.
    mutating func evaluate(
        _ counts: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
    ) {
        // The two bounds that the hot loops rely on.
        precondition(counts.count == unitCount * layout.groupCount && result.count == layout.count)
        for place in result.indices { result[place] = .nan }
        sums.reset()
        sum(counts) { pass, units, _, sums in pass.addMargins(units, to: &sums) }
        sums.total = sums.members.reduce(0, +)
        guard sums.total > 0 else { return }
        whole.set(members: sums.members, total: sums.total)
        if terms == nil {
            // A table of logarithms pays where it is shorter than the list of counts.
            let largest = parts.contains(.information) ? unitTotals.max() ?? 0 : 0
            terms = EntropyTerms(upTo: min(largest, Double(counts.count / 2)))
        }
        sum(counts) { pass, units, whole, sums in pass.addParts(units, whole: whole, to: &sums) }
        if parts.contains(.order) { addOrder(counts) }
        AspatialValues(layout: layout, parts: parts, sums: sums).write(into: result)
    }

    /// The members of every group of the table measured last.
    var groupTotals: [Double] { sums.members }

    /// Sums over all units: in one go, or range by range and then the ranges in their order.
    private mutating func sum(
        _ counts: UnsafeBufferPointer<Double>,
        _ add: @Sendable (AspatialPass, Range<Int>, GroupShares, inout GroupSums) -> Void
    ) {
        let unitCount = unitCount
        let whole = whole
        (terms ?? .none).withTerms { terms in
            unitTotals.withUnsafeMutableBufferPointer { totals in
                let pass = AspatialPass(
                    layout: layout, parts: parts, terms: terms, counts: counts, unitTotals: totals)
                guard !ranges.isEmpty else { return add(pass, 0..<unitCount, whole, &sums) }
                ranges.withUnsafeMutableBufferPointer { ranges in
                    // Every range writes its own sums and the totals of its own units only, and all are done before
                    // the pointers are handed back.
                    nonisolated(unsafe) let ranges = ranges
                    nonisolated(unsafe) let pass = pass
                    Self.perform(ranges.count, sideBySide: isSideBySide) { range in
                        let first = range * AspatialPass.range
                        ranges[range].reset()
                        add(pass, first..<min(first + AspatialPass.range, unitCount), whole, &ranges[range])
                    }
                    for range in ranges { sums.add(range) }
                }
            }
        }
    }

    private static func perform(_ count: Int, sideBySide: Bool, _ body: @Sendable (Int) -> Void) {
        if sideBySide {
            DispatchQueue.concurrentPerform(iterations: count, execute: body)
        } else {
            for iteration in 0..<count { body(iteration) }
        }
    }

    /// The Gini coefficient needs the units in order of their share: the sum over all pairs of units of
    /// t_i t_j |p_i - p_j| is then a sum of running totals, n log n in place of n squared.
    private mutating func addOrder(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        let lanes = sorters.count
        let members = sums.members
        let total = sums.total
        unitTotals.withUnsafeBufferPointer { totals in
            sums.pairDifferences.withUnsafeMutableBufferPointer { differences in
                sorters.withUnsafeMutableBufferPointer { sorters in
                    // Every lane has a sorter and groups of its own, and all are done before the pointers are handed
                    // back.
                    nonisolated(unsafe) let (sorters, differences) = (sorters, differences)
                    nonisolated(unsafe) let (totals, counts) = (totals, counts)
                    Self.perform(lanes, sideBySide: isSideBySide) { lane in
                        for group in stride(from: lane, to: groups, by: lanes)
                        where members[group] > 0 && members[group] < total && !(groups == 2 && group == 1) {
                            differences[group] = sorters[lane].pairDifferences(
                                counts, group: group, of: groups, unitTotals: totals)
                        }
                    }
                }
            }
        }
        // With two groups the second has the order of the first turned round and the same sum.
        if groups == 2 { sums.pairDifferences[1] = sums.pairDifferences[0] }
    }
}

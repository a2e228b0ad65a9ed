internal import Foundation

/// All aspatial measures of a table in one pass over its cells and one sort per group.
///
/// The kernel keeps the memory it works in, so a bootstrap that holds one kernel per thread allocates nothing after
/// the first draw. Undefined values are NaN here and get their reason in ``AspatialValues``.
struct AspatialKernel {
    let layout: AspatialLayout
    private let unitCount: Int
    private let terms: EntropyTerms
    private var unitTotals: [Double]
    private var sums: GroupSums
    private var pairs: PairSums
    private var entries: [GiniEntry]
    private var sorter = ShareSorter()

    init(layout: AspatialLayout, unitCount: Int, terms: EntropyTerms) {
        self.layout = layout
        self.unitCount = unitCount
        self.terms = terms
        unitTotals = [Double](repeating: 0, count: unitCount)
        sums = GroupSums(groups: layout.groupCount, shapes: layout.atkinsonShapes.count)
        pairs = PairSums(groups: layout.groupCount)
        entries = [GiniEntry](repeating: GiniEntry(share: 0, members: 0, persons: 0), count: unitCount)
    }

    /// Measures a table.
    /// - Parameters:
    ///   - counts: unit after unit, one count per group.
    ///   - result: one place per value of the layout.
    mutating func evaluate(
        _ counts: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>
    ) {
        // The two bounds that the hot loops below rely on.
        precondition(counts.count == unitCount * layout.groupCount && result.count == layout.count)
        for place in result.indices { result[place] = .nan }
        sums.reset()
        pairs.reset()
        addMargins(counts)
        guard sums.total > 0 else { return }
        terms.withTerms { addUnits(counts, $0) }
        addGini(counts)
        AspatialValues(layout: layout, sums: sums, pairs: pairs).write(into: result)
    }

    private mutating func addMargins(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        unitTotals.withUnsafeMutableBufferPointer { totals in
            sums.members.withUnsafeMutableBufferPointer { members in
                for unit in 0..<unitCount {
                    let row = unit * groups
                    var total = 0.0
                    for group in 0..<groups {
                        let count = counts[row + group]
                        total += count
                        members[group] += count
                    }
                    totals[unit] = total
                }
            }
        }
        sums.total = sums.members.reduce(0, +)
    }

    private mutating func addUnits(_ counts: UnsafeBufferPointer<Double>, _ term: EntropyTerms.Lookup) {
        let groups = layout.groupCount
        let shapes = layout.atkinsonShapes
        let shares = sums.members.map { $0 / sums.total }
        let scales = sums.members.map { $0 > 0 ? 1 / $0 : 0 }
        for unit in 0..<unitCount {
            let persons = unitTotals[unit]
            guard persons > 0 else { continue }
            let row = UnsafeBufferPointer(rebasing: counts[unit * groups..<(unit + 1) * groups])
            let personsTerm = term(persons)
            let logPersons = personsTerm / persons
            let inverse = 1 / persons
            sums.unitTerms += personsTerm
            for group in 0..<groups {
                let own = row[group]
                let rest = max(0, persons - own)
                let deviation = own - persons * shares[group]
                sums[group, .absoluteDeviation] += abs(deviation)
                sums[group, .squaredDeviation] += deviation * deviation * inverse
                sums[group, .weightedDeviation] += own * abs(deviation) * inverse
                sums[group, .meetingRest] += own * rest * inverse
                sums[group, .root] += (own * rest).squareRoot()
                sums[group, .ownTerms] += term(own)
                sums[group, .restTerms] += term(rest)
                sums[group, .logPersons] += own * logPersons
                for shape in shapes.indices where shapes[shape] != 0.5 && own > 0 && rest > 0 {
                    sums.addAtkinson(rest * pow(own / rest, shapes[shape]), group: group, shape: shape)
                }
            }
            pairs.add(
                row, scales: scales, inverse: inverse, inverseOthers: persons > 1 ? 1 / (persons - 1) : 0)
        }
    }

    /// The Gini coefficient needs the units in order of their share: the sum over all pairs of units of
    /// t_i t_j |p_i - p_j| is then a sum of running totals, n log n in place of n squared.
    private mutating func addGini(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        for group in 0..<groups where sums.members[group] > 0 && sums.members[group] < sums.total {
            // With two groups the second has the order of the first turned round and the same coefficient.
            if groups == 2, group == 1 {
                sums.pairDifferences[1] = sums.pairDifferences[0]
                continue
            }
            var used = 0
            for unit in 0..<unitCount where unitTotals[unit] > 0 {
                let members = counts[unit * groups + group]
                entries[used] = GiniEntry(
                    share: members / unitTotals[unit], members: members, persons: unitTotals[unit])
                used += 1
            }
            sums.pairDifferences[group] = sorter.pairDifferences(of: &entries, used: used)
        }
    }
}

internal import Foundation

/// All aspatial measures of a table in one pass over its cells and one sort per group.
///
/// The kernel keeps the memory it works in, so a bootstrap that holds one kernel per thread allocates nothing after
/// the first draw. Undefined values are NaN here and get their reason in ``AspatialResult``.
struct AspatialKernel {
    let layout: AspatialLayout
    private let parts: AspatialParts
    private let unitCount: Int
    private let terms: EntropyTerms
    private var unitTotals: [Double]
    private var shares: [Double]
    private var scales: [Double]
    private var sums: GroupSums
    private var sorter: ShareSorter

    init(layout: AspatialLayout, unitCount: Int, terms: EntropyTerms, parts: AspatialParts = .all) {
        self.layout = layout
        self.parts = parts
        self.unitCount = unitCount
        self.terms = terms
        unitTotals = [Double](repeating: 0, count: unitCount)
        shares = [Double](repeating: 0, count: layout.groupCount)
        scales = shares
        sums = GroupSums(groups: layout.groupCount, shapes: layout.atkinsonShapes.count)
        sorter = ShareSorter(capacity: parts.contains(.order) ? unitCount : 0)
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
        addMargins(counts)
        guard sums.total > 0 else { return }
        for group in shares.indices {
            shares[group] = sums.members[group] / sums.total
            scales[group] = sums.members[group] > 0 ? 1 / sums.members[group] : 0
        }
        if parts.contains(.information) { addInformation(counts) }
        if parts.contains(.spread) { addSpread(counts) }
        if parts.contains(.pairs) { addPairs(counts) }
        if parts.contains(.order) { addOrder(counts) }
        AspatialValues(layout: layout, parts: parts, sums: sums).write(into: result)
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

    private mutating func addInformation(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        var unitTerms = 0.0
        unitTotals.withUnsafeBufferPointer { totals in
            sums.terms.withUnsafeMutableBufferPointer { sums in
                terms.withTerms { term in
                    for unit in 0..<unitCount {
                        let persons = totals[unit]
                        guard persons > 0 else { continue }
                        let personsTerm = term(persons)
                        let logPersons = personsTerm / persons
                        unitTerms += personsTerm
                        for group in 0..<groups {
                            let own = counts[unit * groups + group]
                            let place = group * GroupSums.width
                            sums[place + GroupSums.Term.ownTerms.rawValue] += term(own)
                            sums[place + GroupSums.Term.restTerms.rawValue] += term(max(0, persons - own))
                            sums[place + GroupSums.Term.logPersons.rawValue] += own * logPersons
                        }
                    }
                }
            }
        }
        sums.unitTerms = unitTerms
    }

    private mutating func addSpread(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        unitTotals.withUnsafeBufferPointer { totals in
            shares.withUnsafeBufferPointer { shares in
                sums.terms.withUnsafeMutableBufferPointer { sums in
                    for unit in 0..<unitCount {
                        let persons = totals[unit]
                        guard persons > 0 else { continue }
                        let inverse = 1 / persons
                        let inverseOthers = persons == 1 ? 0 : 1 / (persons - 1)
                        for group in 0..<groups {
                            let own = counts[unit * groups + group]
                            let rest = max(0, persons - own)
                            let deviation = own - persons * shares[group]
                            let place = group * GroupSums.width
                            sums[place + GroupSums.Term.absoluteDeviation.rawValue] += abs(deviation)
                            sums[place + GroupSums.Term.squaredDeviation.rawValue] +=
                                deviation * deviation * inverse
                            sums[place + GroupSums.Term.weightedDeviation.rawValue] +=
                                own * abs(deviation) * inverse
                            sums[place + GroupSums.Term.meetingOwn.rawValue] += own * own * inverse
                            sums[place + GroupSums.Term.meetingOwnOthers.rawValue] +=
                                own * (own - 1) * inverseOthers
                            sums[place + GroupSums.Term.meetingRest.rawValue] += own * rest * inverse
                            sums[place + GroupSums.Term.root.rawValue] += (own * rest).squareRoot()
                        }
                    }
                }
            }
        }
        for (shape, b) in layout.atkinsonShapes.enumerated() where b != 0.5 { addAtkinson(counts, shape, b) }
    }

    /// Other shapes than ½, which the roots give already, need a power per cell.
    private mutating func addAtkinson(_ counts: UnsafeBufferPointer<Double>, _ shape: Int, _ b: Double) {
        let groups = layout.groupCount
        let shapes = layout.atkinsonShapes.count
        for unit in 0..<unitCount {
            for group in 0..<groups {
                let own = counts[unit * groups + group]
                let rest = unitTotals[unit] - own
                guard own > 0, rest > 0 else { continue }
                sums.atkinson[group * shapes + shape] += rest * pow(own / rest, b)
            }
        }
    }

    private mutating func addPairs(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        unitTotals.withUnsafeBufferPointer { totals in
            scales.withUnsafeBufferPointer { scales in
                sums.meeting.withUnsafeMutableBufferPointer { meeting in
                    sums.meetingOthers.withUnsafeMutableBufferPointer { meetingOthers in
                        sums.apart.withUnsafeMutableBufferPointer { apart in
                            for unit in 0..<unitCount {
                                let persons = totals[unit]
                                guard persons > 0 else { continue }
                                let inverse = 1 / persons
                                let inverseOthers = persons == 1 ? 0 : 1 / (persons - 1)
                                let row = unit * groups
                                for of in 0..<groups {
                                    let own = counts[row + of]
                                    let share = own * scales[of]
                                    for to in of..<groups {
                                        let other = counts[row + to]
                                        let cell = of * groups + to
                                        let others = of == to ? other - 1 : other
                                        meeting[cell] += own * other * inverse
                                        meetingOthers[cell] += own * others * inverseOthers
                                        apart[cell] += abs(share - other * scales[to])
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The Gini coefficient needs the units in order of their share: the sum over all pairs of units of
    /// t_i t_j |p_i - p_j| is then a sum of running totals, n log n in place of n squared.
    private mutating func addOrder(_ counts: UnsafeBufferPointer<Double>) {
        let groups = layout.groupCount
        for group in 0..<groups where sums.members[group] > 0 && sums.members[group] < sums.total {
            // With two groups the second has the order of the first turned round and the same sum.
            sums.pairDifferences[group] =
                groups == 2 && group == 1
                ? sums.pairDifferences[0]
                : sorter.pairDifferences(counts, group: group, of: groups, unitTotals: unitTotals)
        }
    }
}

internal import Foundation
internal import Stochastics

/// What every measure is expected to be when nobody segregates and the sizes of units and groups stay as they are.
///
/// The count of a group in a unit is then hypergeometric, so measures that add up functions of single cells have an
/// exact expectation. Absolute deviations and squares have a closed form; n ln n needs a short sum around the mode.
/// Measures that are not such a sum are NaN here, and everything is NaN when counts are not whole. Units of one size
/// have one law, so each size is worked out once.
struct ChanceExpectation {
    let layout: AspatialLayout
    private(set) var values: [Double]

    private let table: ContingencyTable
    private let sizes: UnitSizes
    private let groupTotals: [Double]
    private let total: Double

    init(of table: ContingencyTable, atkinsonShapes: [Double], parts: AspatialParts = .all) {
        self.table = table
        layout = AspatialLayout(groupCount: table.groupCount, atkinsonShapes: atkinsonShapes)
        values = [Double](repeating: .nan, count: layout.count)
        let unitTotals = table.unitTotals
        sizes = UnitSizes(unitTotals)
        groupTotals = table.groupTotals
        total = groupTotals.reduce(0, +)
        guard table.holdsWholeNumbers, total > 1 else { return }
        if parts.contains(.deviation) { addDeviations() }
        if !parts.isDisjoint(with: [.spread, .pairs]) { addExposure(unitTotals) }
        if parts.contains(.pairs) { addPairs() }
        if parts.contains(.information) {
            addInformation(ofRest: parts.contains(.groupInformation))
        }
    }

    subscript(_ scalar: AspatialLayout.Scalar) -> Double { values[layout.place(scalar)] }

    /// The expected sum over units of |x - tP| for a group.
    private func expectedDeviation(marked: Double) -> Double {
        var sum = CompensatedSum()
        for size in sizes.all {
            let law = Hypergeometric(total: total, marked: marked, drawn: size.persons)
            sum.add(size.units * law.meanAbsoluteDeviation)
        }
        return sum.value
    }

    private var interaction: Double {
        groupTotals.map { $0 / total * (1 - $0 / total) }.compensatedSum()
    }

    private mutating func addDeviations() {
        var sum = 0.0
        for group in 0..<layout.groupCount where groupTotals[group] > 0 && groupTotals[group] < total {
            let own = groupTotals[group]
            let restShare = (total - own) / total
            let deviation = expectedDeviation(marked: own)
            sum += deviation
            let dissimilarity = deviation / (2 * own * restShare)
            values[layout.place(.dissimilarity, group: group)] = dissimilarity
            values[layout.place(.gorard, group: group)] = dissimilarity * restShare
        }
        if interaction > 0 { values[layout.place(.dissimilarity)] = sum / (2 * total * interaction) }
    }

    /// The variance of x is t P (1-P) (T-t)/(T-1), so the expected sum of (x - tP)²/t is P (1-P) Σ (T-t)/(T-1).
    private mutating func addExposure(_ unitTotals: [Double]) {
        let used = unitTotals.filter { $0 > 0 }
        let ratio = used.map { (total - $0) / (total - 1) }.compensatedSum() / total
        for group in 0..<layout.groupCount where groupTotals[group] > 0 {
            let share = groupTotals[group] / total
            // The correlation ratio is the sum of squares over T P (1-P), the same for every group.
            if share < 1 { values[layout.place(.correlationRatio, group: group)] = ratio }
            let isolation = share + (1 - share) * ratio
            values[layout.place(.isolation, group: group)] = isolation
            values[layout.place(.interactionWithRest, group: group)] = 1 - isolation
            let met = used.lazy.filter { $0 > 1 }.reduce(0, +) / total
            for to in 0..<layout.groupCount {
                let other = groupTotals[to]
                values[layout.place(.exposure, of: group, to: to)] =
                    group == to ? isolation : other / total * (1 - ratio)
                let others = group == to ? other - 1 : other
                values[layout.place(.exposureExact, of: group, to: to)] = met * others / (total - 1)
            }
            values[layout.place(.isolationExact, group: group)] = met * (groupTotals[group] - 1) / (total - 1)
        }
        let present = groupTotals.count { $0 > 0 }
        guard present > 1 else { return }
        values[layout.place(.relativeDiversity)] = ratio
        values[layout.place(.normalisedExposure)] = ratio
        values[layout.place(.squaredCoefficientOfVariation)] = ratio
        values[layout.place(.meanUnitInteraction)] = interaction * (1 - ratio)
    }

    /// Two groups are compared among themselves: the persons of both in every unit stay, who is who is chance.
    private mutating func addPairs() {
        let groups = layout.groupCount
        for of in 0..<groups where groupTotals[of] > 0 {
            values[layout.place(.dissimilarity, of: of, to: of)] = 0
            for to in of + 1..<max(groups, of + 1) where groupTotals[to] > 0 {
                let both = groupTotals[of] + groupTotals[to]
                var sum = CompensatedSum()
                let persons = (0..<table.unitCount).map { unit in
                    table.counts[unit * groups + of] + table.counts[unit * groups + to]
                }
                let sizes = UnitSizes(persons)
                for size in sizes.all {
                    let law = Hypergeometric(total: both, marked: groupTotals[of], drawn: size.persons)
                    sum.add(size.units * law.meanAbsoluteDeviation)
                }
                let expected = sum.value * both / (2 * groupTotals[of] * groupTotals[to])
                values[layout.place(.dissimilarity, of: of, to: to)] = expected
                values[layout.place(.dissimilarity, of: to, to: of)] = expected
            }
        }
    }

    private mutating func addInformation(ofRest isOfRest: Bool) {
        let terms = EntropyTerms(upTo: sizes.largest)
        let unitTerms = sizes.all.map { $0.units * $0.persons * log($0.persons) }.compensatedSum()
        var information = 0.0
        var entropy = 0.0
        for group in 0..<layout.groupCount where groupTotals[group] > 0 {
            let own = groupTotals[group]
            let rest = total - own
            let share = own / total
            var ownTerms = CompensatedSum()
            var restTerms = CompensatedSum()
            terms.withTerms { term in
                for size in sizes.all {
                    let law = Hypergeometric(total: total, marked: own, drawn: size.persons)
                    if isOfRest {
                        let pair = law.expectedTerms(term)
                        ownTerms.add(size.units * pair.own)
                        restTerms.add(size.units * pair.rest)
                    } else {
                        ownTerms.add(size.units * law.expectation { term($0) })
                    }
                }
            }
            let local = (ownTerms.value - share * unitTerms) / own - log(own) + log(total)
            information += share * local
            entropy -= share * log(share)
            guard isOfRest else { continue }
            values[layout.place(.localSegregation, group: group)] = max(0, local)
            guard rest > 0 else { continue }
            let margins = own * log(own) + rest * log(rest) - total * log(total)
            let binary = -share * log(share) - rest / total * log(rest / total)
            let excess = ownTerms.value + restTerms.value - unitTerms - margins
            values[layout.place(.entropyIndex, group: group)] = max(0, excess / (binary * total))
        }
        values[layout.place(.mutualInformation)] = max(0, information)
        if entropy > 0 { values[layout.place(.entropyIndex)] = max(0, information) / entropy }
    }
}

extension Hypergeometric {
    /// The expectations of x ln x and of (t - x) ln (t - x), in one walk over the law.
    @inline(__always)
    func expectedTerms(_ term: EntropyTerms.Lookup) -> (own: Double, rest: Double) {
        let pair = expectation { number in
            SIMD2(term(number), term(drawn - number))
        }
        return (pair.x, pair.y)
    }
}

/// The different sizes of units and how many units have each.
struct UnitSizes {
    /// Sizes in ascending order, without empty units.
    let all: [(persons: Double, units: Double)]

    init(_ unitTotals: some Collection<Double>) {
        var all: [(persons: Double, units: Double)] = []
        for persons in unitTotals.sorted() where persons > 0 {
            if let last = all.last, last.persons == persons {
                all[all.count - 1].units += 1
            } else {
                all.append((persons, 1))
            }
        }
        self.all = all
    }

    /// The largest size; 0 without units.
    var largest: Double { all.last?.persons ?? 0 }
}

internal import Foundation

/// Scenario discovery by the patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert 2010): a box in
/// the space of the factors in which the cases of interest lie close together.
public struct PatientRule: Sendable, Hashable {
    /// A box, and how well it holds the cases of interest.
    public struct Box: Sendable, Hashable {
        /// The ends for each factor, in the order of the factors.
        public var low: [Double]
        /// See ``low``.
        public var high: [Double]
        /// The share of the cases of interest that lie inside.
        public var coverage: Double
        /// The share of those inside that are of interest.
        public var density: Double
        /// The share of all cases that lie inside.
        public var mass: Double
        /// The factors whose ends were moved, by position.
        public var restricted: [Int]
        /// For each restricted factor the chance that its restriction raises the density this much by luck (one-sided
        /// binomial; Bryant and Lempert 2010).
        public var quasiP: [Double]
    }

    /// The boxes from the whole space to the smallest: the peeling trajectory.
    public let trajectory: [Box]

    /// Peels boxes.
    ///
    /// - Parameters:
    ///   - factors: names and ranges.
    ///   - rows: one for each case.
    ///   - isOfInterest: whether each case is of interest.
    ///   - peel: the share of cases inside that is taken off at a time.
    ///   - leastMass: the smallest share of all cases that a box may hold.
    /// - Throws: ``DesignError`` when there are no cases of interest, or only such.
    public init(
        factors: [Factor], rows: [[Double]], isOfInterest: [Bool], peel: Double = 0.05,
        leastMass: Double = 0.05
    ) throws(DesignError) {
        guard rows.count == isOfInterest.count, rows.allSatisfy({ $0.count == factors.count }),
            !factors.isEmpty
        else {
            throw DesignError(
                "\(isOfInterest.count) marks for \(rows.count) cases of \(factors.count) factors; give one for each case."
            )
        }
        let wanted = isOfInterest.count { $0 }
        guard wanted > 0, wanted < rows.count else {
            throw DesignError("\(wanted) of \(rows.count) cases are of interest; there must be some of both.")
        }
        let search = Search(factors: factors, rows: rows, isOfInterest: isOfInterest)
        var inside = Array(rows.indices)
        var low = factors.map(\.lower)
        var high = factors.map(\.upper)
        var boxes = [search.box(inside, low, high)]
        while let next = search.peeled(inside, peel),
            Double(next.inside.count) >= leastMass * Double(rows.count)
        {
            inside = next.inside
            if next.isLow { low[next.factor] = next.bound } else { high[next.factor] = next.bound }
            boxes.append(search.box(inside, low, high))
        }
        trajectory = boxes
    }

    /// The box of the trajectory with the highest density among those that cover at least `coverage`.
    public func box(covering coverage: Double) -> Box? {
        trajectory.filter { $0.coverage >= coverage }.max {
            ($0.density, $0.coverage) < ($1.density, $1.coverage)
        }
    }

    private struct Search {
        let factors: [Factor]
        let rows: [[Double]]
        let isOfInterest: [Bool]

        struct Peel {
            var factor: Int
            var isLow: Bool
            var bound: Double
            var inside: [Int]
            var gain: Double
        }

        /// The peel that raises the density most for each case that it takes off.
        func peeled(_ inside: [Int], _ share: Double) -> Peel? {
            let density = self.density(inside)
            guard density < 1 else { return nil }
            var best: Peel?
            for factor in factors.indices {
                let values = inside.map { rows[$0][factor] }.sorted()
                let cut = max(1, Int((share * Double(values.count)).rounded()))
                guard values.count > cut else { continue }
                for isLow in [true, false] {
                    let bound = isLow ? values[cut] : values[values.count - 1 - cut]
                    let kept = inside.filter { isLow ? rows[$0][factor] >= bound : rows[$0][factor] <= bound }
                    guard !kept.isEmpty, kept.count < inside.count else { continue }
                    let gain = (self.density(kept) - density) / Double(inside.count - kept.count)
                    if gain > (best?.gain ?? -.infinity) {
                        best = Peel(factor: factor, isLow: isLow, bound: bound, inside: kept, gain: gain)
                    }
                }
            }
            return best
        }

        func density(_ inside: [Int]) -> Double {
            Double(inside.count { isOfInterest[$0] }) / Double(max(1, inside.count))
        }

        func box(_ inside: [Int], _ low: [Double], _ high: [Double]) -> Box {
            let wanted = isOfInterest.count { $0 }
            let hits = inside.count { isOfInterest[$0] }
            let restricted = factors.indices.filter {
                low[$0] > factors[$0].lower || high[$0] < factors[$0].upper
            }
            return Box(
                low: low, high: high, coverage: Double(hits) / Double(wanted), density: density(inside),
                mass: Double(inside.count) / Double(rows.count), restricted: restricted,
                quasiP: restricted.map { quasiP($0, inside.count, hits, low, high) })
        }

        /// Against the box without this factor's ends.
        func quasiP(_ factor: Int, _ count: Int, _ hits: Int, _ low: [Double], _ high: [Double]) -> Double {
            let wider = rows.indices.filter { row in
                factors.indices.allSatisfy {
                    $0 == factor || (rows[row][$0] >= low[$0] && rows[row][$0] <= high[$0])
                }
            }
            let chance = density(wider)
            guard chance > 0, chance < 1 else { return 1 }
            return (hits...count).reduce(0.0) { sum, k in
                let ways = lgamma(Double(count + 1)) - lgamma(Double(k + 1)) - lgamma(Double(count - k + 1))
                return sum + exp(ways + Double(k) * log(chance) + Double(count - k) * log(1 - chance))
            }
        }
    }
}

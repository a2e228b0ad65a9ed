internal import Stochastics

/// What a unit takes over from the unit at the same rank in another place.
public enum Counterfactual: String, Sendable, CaseIterable {
    /// The share of the group among its residents; the size of the unit stays.
    case composition
    /// The unit's share of all members of the group, and of everyone else; scaled so that both keep their totals.
    case share
    /// The share of the group and the share of everyone else among its residents, each at its own rank.
    case dualComposition
}

/// Members and others by unit when a place takes the distribution of another (Cortes, Rey, Knaap and Wolf 2020).
///
/// A unit's rank is the mean rank of its ties over the number of units, and the value at that rank in the other
/// place lies on a straight line between order statistics. Units without persons have no share and no rank.
struct CounterfactualCounts {
    /// Members and others of each unit of the first place, two per unit.
    let first: [Double]
    /// The same of the second place.
    let second: [Double]

    /// - Parameters:
    ///   - first: members and others, two per unit.
    ///   - second: the same of the other place.
    init(_ first: [Double], _ second: [Double], by counterfactual: Counterfactual) {
        self.first = Self.swapped(first, taking: second, by: counterfactual)
        self.second = Self.swapped(second, taking: first, by: counterfactual)
    }

    private static func swapped(
        _ own: [Double], taking other: [Double], by counterfactual: Counterfactual
    ) -> [Double] {
        switch counterfactual {
        case .composition:
            let sizes = sizes(own)
            let shares = transferred(values(own, 0, by: .composition), values(other, 0, by: .composition))
            return sizes.indices.flatMap { unit -> [Double] in
                let members = min(sizes[unit], (shares[unit] ?? 0) * sizes[unit])
                return [members, sizes[unit] - members]
            }
        case .dualComposition, .share:
            let sizes = sizes(own)
            var result = [Double](repeating: 0, count: own.count)
            for side in 0..<2 {
                let moved = transferred(
                    values(own, side, by: counterfactual), values(other, side, by: counterfactual))
                let total = stride(from: side, to: own.count, by: 2).reduce(0) { $0 + own[$1] }
                let sum = moved.reduce(0) { $0 + ($1 ?? 0) }
                for unit in sizes.indices {
                    let value = moved[unit] ?? 0
                    result[2 * unit + side] =
                        counterfactual == .dualComposition
                        ? value * sizes[unit] : sum > 0 ? value / sum * total : 0
                }
            }
            return result
        }
    }

    private static func sizes(_ counts: [Double]) -> [Double] {
        stride(from: 0, to: counts.count, by: 2).map { counts[$0] + counts[$0 + 1] }
    }

    /// What is swapped, by unit; `nil` for a unit without persons.
    private static func values(
        _ counts: [Double], _ side: Int, by counterfactual: Counterfactual
    ) -> [Double?] {
        let total = stride(from: side, to: counts.count, by: 2).reduce(0) { $0 + counts[$1] }
        return stride(from: 0, to: counts.count, by: 2).map { place in
            let size = counts[place] + counts[place + 1]
            guard size > 0 else { return nil }
            let count = counts[place + side]
            return counterfactual == .share ? (total > 0 ? count / total : 0) : count / size
        }
    }

    /// The value at the same rank in the other place.
    private static func transferred(_ own: [Double?], _ other: [Double?]) -> [Double?] {
        let target = other.compactMap { $0 }.sorted()
        let order = own.indices.filter { own[$0] != nil }.sorted { (own[$0] ?? 0) < (own[$1] ?? 0) }
        var result = [Double?](repeating: nil, count: own.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, own[order[end]] == own[order[start]] { end += 1 }
            // Ranks count from 1, so the mean rank of places start ..< end is half their sum.
            let rank = Double(start + 1 + end) / 2 / Double(order.count)
            let value = target.quantileOfSorted(rank)
            for place in start..<end { result[order[place]] = value }
            start = end
        }
        return result
    }
}

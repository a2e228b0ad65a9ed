internal import Stochastics

extension OrderedCounts {
    /// The profile to be expected when nobody segregates and the sizes of units and groups stay as they are:
    /// the number below a threshold in a unit is then hypergeometric, and its variety has an exact
    /// expectation. As an index is linear in the variety within units, and so is the curve through the
    /// thresholds, what follows is exact too. `nil` when counts are not whole.
    func expectedProfile(_ profile: OrdinalProfile, _ variations: [OrdinalVariation]) -> OrdinalProfile? {
        guard holdsWholeNumbers, profile.total > 1 else { return nil }
        let all = profile.total
        // Units of the same size share their expectation.
        var sizes: [Double: Double] = [:]
        for persons in unitTotals where persons > 0 { sizes[persons, default: 0] += persons }
        let ordered = sizes.sorted { $0.key < $1.key }
        var means = profile.means
        for variation in variations {
            guard let offset = profile.offset(variation) else { continue }
            for (threshold, share) in profile.shares.enumerated() {
                let marked = (share * all).rounded()
                var sum = CompensatedSum()
                for (persons, weight) in ordered {
                    let law = Hypergeometric(total: all, marked: marked, drawn: persons)
                    sum.add(weight * Self.expected(variation, law))
                }
                means[offset + threshold] = sum.value / all
            }
        }
        return profile.replacing(means: means)
    }

    private static func expected(_ variation: OrdinalVariation, _ law: Hypergeometric) -> Double {
        if variation == .varianceRatio {
            let share = law.marked / law.total
            return 4 * share * (1 - share) * law.total * (law.drawn - 1) / (law.drawn * (law.total - 1))
        }
        return law.expectation { variation($0 / law.drawn) }
    }
}

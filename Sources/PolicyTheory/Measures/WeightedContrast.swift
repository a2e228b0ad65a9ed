/// On which side of a division of areas an area lies.
enum Side: UInt8 {
    case outside, inside, unknown
}

/// The difference in a weighted mean between two sets of areas.
struct WeightedContrast {
    let inside: Double
    let outside: Double
    let areasInside: Int
    let areasOutside: Int
    let uncertainty: Uncertainty

    var difference: Double { inside - outside }

    /// Areas whose value, weight or side is unknown are left out. Nil when one side has no areas.
    init?(of values: [Double], weights: [Double], sides: [Side], draws: AreaDraws) {
        let known = values.indices.filter { values[$0].isFinite && weights[$0] > 0 && sides[$0] != .unknown }
        let terms = { (side: Side) in
            known.filter { sides[$0] == side }.map { Term(area: $0, weight: weights[$0], value: values[$0]) }
        }
        let within = terms(.inside)
        let beyond = terms(.outside)
        guard !within.isEmpty, !beyond.isEmpty else { return nil }
        inside = Self.mean(within) { _ in 1 }
        outside = Self.mean(beyond) { _ in 1 }
        areasInside = within.count
        areasOutside = beyond.count
        uncertainty = draws.uncertainty { times in
            Self.mean(within) { Double(times[$0]) } - Self.mean(beyond) { Double(times[$0]) }
        }
    }

    private struct Term {
        var area: Int
        var weight: Double
        var value: Double
    }

    @inline(__always)
    private static func mean(_ terms: [Term], times: (Int) -> Double) -> Double {
        var weight = 0.0
        var sum = 0.0
        for term in terms {
            let share = term.weight * times(term.area)
            weight += share
            sum += share * term.value
        }
        return sum / weight
    }
}

/// The share of a weight that lies in a set of areas.
struct WeightedShare {
    let share: Double
    let areas: Int
    let uncertainty: Uncertainty

    /// Areas whose weight or side is unknown are left out. Nil when nothing is left.
    init?(of weights: [Double], sides: [Side], draws: AreaDraws) {
        let known = weights.indices.filter { weights[$0] >= 0 && sides[$0] != .unknown }
        var total = 0.0
        var within = 0.0
        for area in known {
            total += weights[area]
            if sides[area] == .inside { within += weights[area] }
        }
        guard total > 0 else { return nil }
        share = within / total
        areas = known.count
        uncertainty = draws.uncertainty { times in
            var total = 0.0
            var within = 0.0
            for area in known {
                let weight = weights[area] * Double(times[area])
                total += weight
                if sides[area] == .inside { within += weight }
            }
            return within / total
        }
    }
}

extension [Double] {
    /// The mean of the known values, weighted; nil where nothing is known.
    func weightedMean(_ weights: [Double]) -> Double? {
        var total = 0.0
        var sum = 0.0
        for index in indices where self[index].isFinite && weights[index] > 0 {
            total += weights[index]
            sum += weights[index] * self[index]
        }
        return total > 0 ? sum / total : nil
    }
}

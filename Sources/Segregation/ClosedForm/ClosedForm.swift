internal import Foundation
internal import Stochastics

/// Standard error and bias of a measure when persons are drawn over all cells with the shares of the table, without a
/// draw.
///
/// A smooth measure θ of the shares π moves with its gradient g, so its variance is (Σ π g² - (Σ π g)²)/N (the delta
/// method; Rao 1973, section 6a). Bias comes from the curvature: for M it is (cells - units - groups + 1)/(2N) with only
/// cells, units and groups that hold someone (Miller 1955); for squares it follows from the binomial variance; for D every
/// unit adds what folding a normal number at 0 adds to its mean, and loses the variance that folding takes away (Allen,
/// Burgess, Davidson and Windmeijer 2015). Good where units hold some tens of persons or more and the value is not at the edge of its range.
struct ClosedForm {
    private let table: ContingencyTable
    private let units: Int
    private let groups: Int
    private let unitTotals: [Double]
    private let members: [Double]
    private let total: Double

    init(of table: ContingencyTable) {
        self.table = table
        units = table.unitCount
        groups = table.groupCount
        unitTotals = table.unitTotals
        members = table.groupTotals
        total = members.reduce(0, +)
    }

    /// The moments of an aspatial measure; `nil` where no closed form is known.
    /// - Parameter columns: the groups concerned, as in the rows of the measure.
    func moments(of identifier: String, groups columns: [Int]) -> Moments? {
        switch (identifier, columns.count) {
        case ("M", 0): information.mutual
        case ("H", 0): information.index
        case ("R-multi", 0), ("divintseg-segregation", 0): relativeDiversity
        case ("D-vs-rest", 1): dissimilarity(columns[0])
        case ("Gorard-segregation", 1): gorard(columns[0])
        case ("H-vs-rest", 1): binary(columns[0]).information.index
        case ("isolation", 1): isolation(columns[0])
        case ("interaction-with-rest", 1): isolation(columns[0]).mirrored
        case ("eta2", 1): correlationRatio(columns[0])
        case ("exposure-matrix", 2):
            columns[0] == columns[1] ? isolation(columns[0]) : exposure(of: columns[0], to: columns[1])
        default: nil
        }
    }

    /// The variance of a gradient over the cells, as a standard error, with a bias.
    private func moments(
        bias: Double, lostVariance: Double = 0, _ gradient: (_ unit: Int, _ group: Int) -> Double
    ) -> Moments {
        var mean = CompensatedSum()
        var square = CompensatedSum()
        for unit in 0..<units {
            for group in 0..<groups {
                let share = table.counts[unit * groups + group] / total
                guard share > 0 else { continue }
                let slope = gradient(unit, group)
                mean.add(share * slope)
                square.add(share * slope * slope)
            }
        }
        let variance = max(0, (square.value - mean.value * mean.value) / total - lostVariance)
        return Moments(standardError: variance.squareRoot(), bias: bias)
    }

    private func count(_ unit: Int, _ group: Int) -> Double { table.counts[unit * groups + group] }

    /// The share of a group in a unit with persons.
    private func share(_ unit: Int, _ group: Int) -> Double { count(unit, group) / unitTotals[unit] }

    /// This table with the group and everyone else.
    private func binary(_ group: Int) -> ClosedForm {
        let counts = (0..<units).flatMap { unit in
            [count(unit, group), max(0, unitTotals[unit] - count(unit, group))]
        }
        return ClosedForm(of: table.replacing(groups: ["group", "rest"], counts: counts))
    }

    // MARK: Information

    private var information: (mutual: Moments, index: Moments) {
        let used = unitTotals.count { $0 > 0 }
        let present = members.count { $0 > 0 }
        let cells = table.counts.count { $0 > 0 }
        let entropy = members.reduce(0) { $1 > 0 ? $0 - $1 / total * log($1 / total) : $0 }
        let value = table.mutualInformation().number ?? 0
        let bias = Double(cells - used - present + 1) / (2 * total)
        func slope(_ unit: Int, _ group: Int) -> Double {
            log(count(unit, group) * total / (unitTotals[unit] * members[group]))
        }
        let mutual = moments(bias: bias, slope)
        let index = value / entropy
        let indexBias = bias / entropy + index * Double(present - 1) / (2 * total * entropy)
        return (
            mutual,
            moments(bias: indexBias) { unit, group in
                (slope(unit, group) + index * log(members[group] / total)) / entropy
            }
        )
    }

    // MARK: Deviations

    /// On which side of the town every unit is: 1 with more than its part of the group, -1 with less.
    private struct Sides {
        var signs: [Double]
        var meanOfOwn = 0.0
        var meanOfRest = 0.0
        /// What D lies too high by, and what its variance is less for deviations near 0.
        var excess = 0.0
        var lostVariance = 0.0
    }

    private func sides(of group: Int) -> Sides {
        let own = members[group]
        let rest = total - own
        var sides = Sides(signs: [Double](repeating: 0, count: units))
        for unit in 0..<units where unitTotals[unit] > 0 {
            let x = count(unit, group)
            let y = max(0, unitTotals[unit] - x)
            let sign = (x / own - y / rest).sign == .minus ? -1.0 : 1
            sides.signs[unit] = x / own == y / rest ? 0 : sign
            sides.meanOfOwn += sides.signs[unit] * x / own
            sides.meanOfRest += sides.signs[unit] * y / rest
            let folding = DensityCorrection.Difference(x, y, own: own, rest: rest).folding
            sides.excess += folding.excess / 2
            sides.lostVariance += folding.lostVariance / 4
        }
        return sides
    }

    private func dissimilarity(_ group: Int) -> Moments {
        let sides = sides(of: group)
        let share = members[group] / total
        return moments(bias: sides.excess, lostVariance: sides.lostVariance) { unit, column in
            column == group
                ? (sides.signs[unit] - sides.meanOfOwn) / (2 * share)
                : (sides.meanOfRest - sides.signs[unit]) / (2 * (1 - share))
        }
    }

    /// ½ Σ s (x/X - t/T) with the same sides s.
    private func gorard(_ group: Int) -> Moments {
        let sides = sides(of: group)
        let share = members[group] / total
        let mean = share * sides.meanOfOwn + (1 - share) * sides.meanOfRest
        let scale = 1 - share
        return moments(bias: sides.excess * scale, lostVariance: sides.lostVariance * scale * scale) {
            unit, column in
            let ofTown = (mean - sides.signs[unit]) / 2
            return column == group ? ofTown + (sides.signs[unit] - sides.meanOfOwn) / (2 * share) : ofTown
        }
    }

    // MARK: Squares

    private func isolation(_ group: Int) -> Moments {
        let own = members[group]
        var value = 0.0
        var noise = 0.0
        for unit in 0..<units where unitTotals[unit] > 0 {
            value += count(unit, group) * share(unit, group) / own
            noise += share(unit, group) * (1 - share(unit, group)) / own
        }
        return moments(bias: noise) { unit, column in
            let p = share(unit, group)
            return (column == group ? 2 * p - p * p - value : -p * p) * total / own
        }
    }

    private func exposure(of first: Int, to second: Int) -> Moments {
        let own = members[first]
        var value = 0.0
        var noise = 0.0
        for unit in 0..<units where unitTotals[unit] > 0 {
            value += count(unit, first) * share(unit, second) / own
            noise -= share(unit, first) * share(unit, second) / own
        }
        return moments(bias: noise) { unit, column in
            let p = share(unit, first)
            let q = share(unit, second)
            let slope = column == first ? q - p * q - value : column == second ? p - p * q : -p * q
            return slope * total / own
        }
    }

    private func correlationRatio(_ group: Int) -> Moments {
        let own = members[group]
        let whole = own / total
        let met = (0..<units).reduce(0.0) { sum, unit in
            unitTotals[unit] > 0 ? sum + count(unit, group) * share(unit, group) / own : sum
        }
        let bias = isolation(group).bias / (1 - whole)
        return moments(bias: bias) { unit, column in
            let p = share(unit, group)
            let slope = (column == group ? 2 * p - p * p - met : -p * p) * total / own
            return slope / (1 - whole) + (column == group ? (met - 1) / ((1 - whole) * (1 - whole)) : 0)
        }
    }

    /// R = (S - C)/(1 - C) with S = Σ x²/(tN) and C = Σ P².
    private var relativeDiversity: Moments {
        var squares = [Double](repeating: 0, count: units)
        var meeting = 0.0
        var noise = 0.0
        for unit in 0..<units where unitTotals[unit] > 0 {
            squares[unit] = (0..<groups).reduce(0) { $0 + share(unit, $1) * share(unit, $1) }
            meeting += unitTotals[unit] / total * squares[unit]
            noise += (1 - squares[unit]) / total
        }
        let alike = members.reduce(0) { $0 + $1 / total * ($1 / total) }
        let value = (meeting - alike) / (1 - alike)
        let alikeNoise = (1 - alike) / total
        return moments(bias: (noise - alikeNoise + value * alikeNoise) / (1 - alike)) { unit, group in
            let slopeOfAlike = 2 * members[group] / total
            let slopeOfMeeting = 2 * share(unit, group) - squares[unit]
            return (slopeOfMeeting - slopeOfAlike + value * slopeOfAlike) / (1 - alike)
        }
    }
}

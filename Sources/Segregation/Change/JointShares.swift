internal import Foundation

/// The shares of all persons by unit and group, and the same shares with other margins.
struct JointShares {
    private(set) var shares: [Double]
    let groupCount: Int

    init(counts: [Double], groups: Int) {
        let total = counts.reduce(0, +)
        shares = counts.map { $0 / total }
        groupCount = groups
    }

    var unitCount: Int { shares.count / groupCount }

    var unitShares: [Double] {
        (0..<unitCount).map { unit in
            (0..<groupCount).reduce(0) { $0 + shares[unit * groupCount + $1] }
        }
    }

    var groupShares: [Double] {
        var sums = [Double](repeating: 0, count: groupCount)
        for cell in shares.indices { sums[cell % groupCount] += shares[cell] }
        return sums
    }

    /// M in natural logarithms.
    var information: Double { informationByUnit.reduce(0, +) }

    /// Σ_k p_uk ln(p_uk / (p_u p_k)) per unit, whose sum is M.
    var informationByUnit: [Double] {
        let units = unitShares
        let groups = groupShares
        return (0..<unitCount).map { unit in
            (0..<groupCount).reduce(0) { sum, group in
                let share = shares[unit * groupCount + group]
                return share > 0 ? sum + share * log(share / (units[unit] * groups[group])) : sum
            }
        }
    }

    /// -Σ P ln P over groups.
    var groupEntropy: Double { groupShares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 } }

    /// The entropy of groups inside every unit.
    var entropyByUnit: [Double] {
        let units = unitShares
        return (0..<unitCount).map { unit in
            (0..<groupCount).reduce(0) { sum, group in
                let share = shares[unit * groupCount + group] / units[unit]
                return share > 0 ? sum - share * log(share) : sum
            }
        }
    }

    /// The shares with every unit brought to another size.
    func scaled(units target: [Double]) -> JointShares {
        var result = self
        result.scaleUnits(to: target)
        return result
    }

    /// The shares with every group brought to another size.
    func scaled(groups target: [Double]) -> JointShares {
        var result = self
        result.scaleGroups(to: target)
        return result
    }

    private static let mostSteps = 20_000

    /// The same odds ratios with other margins, by iterative proportional fitting (Deming and Stephan 1940) until every
    /// margin is within 1e-12 of its target.
    /// - Throws: ``SegregationError/marginsOutOfReach(steps:)`` where empty cells keep the margins from being met.
    func fitted(units: [Double], groups: [Double]) throws(SegregationError) -> JointShares {
        var result = self
        for _ in 0..<Self.mostSteps {
            result.scaleGroups(to: groups)
            result.scaleUnits(to: units)
            let worst = zip(result.groupShares, groups).reduce(0) { max($0, abs($1.0 / $1.1 - 1)) }
            if worst <= 1e-12 { return result }
        }
        throw .marginsOutOfReach(steps: Self.mostSteps)
    }

    private mutating func scaleUnits(to target: [Double]) {
        let sums = unitShares
        for cell in shares.indices {
            let unit = cell / groupCount
            shares[cell] *= target[unit] / sums[unit]
        }
    }

    private mutating func scaleGroups(to target: [Double]) {
        let sums = groupShares
        for cell in shares.indices {
            let group = cell % groupCount
            shares[cell] *= target[group] / sums[group]
        }
    }
}

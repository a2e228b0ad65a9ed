internal import Foundation

/// Segregation of income groups over units, from plain counts: the two indices that every year of every run needs.
/// The library `Segregation` has these and all others with intervals; a test holds both to the same values.
enum IncomeSegregation {
    /// The index of dissimilarity D between one group and all others (Duncan and Duncan 1955), 0...1.
    ///
    /// - Parameters:
    ///   - part: members of the group by unit.
    ///   - whole: all by unit.
    /// - Returns: nil when the group or its complement is empty.
    static func dissimilarity(part: [Double], whole: [Double]) -> Double? {
        let members = part.reduce(0, +)
        let others = whole.reduce(0, +) - members
        guard members > 0, others > 0 else { return nil }
        var sum = 0.0
        for unit in part.indices { sum += abs(part[unit] / members - (whole[unit] - part[unit]) / others) }
        return sum / 2
    }

    /// The information theory index H over several groups (Theil and Finizza 1971), 0...1.
    ///
    /// - Parameter counts: unit-major, `groups` numbers for each unit.
    /// - Returns: nil when there is only one group.
    static func informationTheoryIndex(_ counts: [Double], groups: Int) -> Double? {
        var totals = Array(repeating: 0.0, count: groups)
        for place in counts.indices { totals[place % groups] += counts[place] }
        let all = totals.reduce(0, +)
        let entropy = entropy(totals[...], sum: all)
        guard all > 0, entropy > 0 else { return nil }
        var within = 0.0
        for start in stride(from: 0, to: counts.count, by: groups) {
            let unit = counts[start..<start + groups]
            let sum = unit.reduce(0, +)
            if sum > 0 { within += sum / all * self.entropy(unit, sum: sum) }
        }
        return 1 - within / entropy
    }

    private static func entropy(_ counts: ArraySlice<Double>, sum: Double) -> Double {
        counts.reduce(0) { $1 > 0 ? $0 - $1 / sum * log($1 / sum) : $0 }
    }

    /// The mean share of a group in the unit of its own members (isolation xPx; Lieberson 1981), 0...1.
    static func isolation(part: [Double], whole: [Double]) -> Double? {
        exposure(of: part, to: part, whole: whole)
    }

    /// The mean share of `other` in the unit of a member of `part` (exposure xPy), 0...1.
    static func exposure(of part: [Double], to other: [Double], whole: [Double]) -> Double? {
        let members = part.reduce(0, +)
        guard members > 0 else { return nil }
        var sum = 0.0
        for unit in part.indices where whole[unit] > 0 {
            sum += part[unit] / members * other[unit] / whole[unit]
        }
        return sum
    }
}

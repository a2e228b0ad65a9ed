internal import Foundation

/// Concentration: how little ground a group lives on (Duncan, Cuzzort and Duncan 1961; Massey and Denton 1988).
struct AreaMeasures {
    private let places: InhabitedPlaces
    private let areas: [Double]
    /// Areas in ascending order with the persons on them; units of equal area count as one, so that no order of rows
    /// decides which of them is taken first.
    private let ladder: [(area: Double, persons: Double)]

    init?(_ places: InhabitedPlaces) {
        guard let areas = places.areas else { return nil }
        self.places = places
        self.areas = areas
        var ladder: [(area: Double, persons: Double)] = []
        for unit in areas.indices.sorted(by: { areas[$0] < areas[$1] }) {
            if let last = ladder.last, areas[unit] - last.area <= 1e-12 * areas[unit] {
                ladder[ladder.count - 1].persons += places.totals[unit]
            } else {
                ladder.append((areas[unit], places.totals[unit]))
            }
        }
        self.ladder = ladder
    }

    /// ½ Σ |x/X - a/A|.
    func delta(_ group: Int) -> MeasuredValue {
        guard places.groupTotals[group] > 0 else { return .undefined(absent(group)) }
        let all = areas.reduce(0, +)
        let sum = areas.indices.reduce(0.0) { sum, unit in
            sum + abs(places.count(of: group, in: unit) / places.groupTotals[group] - areas[unit] / all)
        }
        return .defined(sum / 2)
    }

    /// 1 - (mean area of the group - lowest possible) / (highest possible - lowest possible).
    func absolute(_ group: Int) -> MeasuredValue {
        let members = places.groupTotals[group]
        guard members > 0 else { return .undefined(absent(group)) }
        guard ladder.count > 1 else { return .undefined(.equalAreas) }
        let low = meanArea(ladder, of: members)
        let high = meanArea(ladder.reversed(), of: members)
        guard high - low > 1e-12 * high else { return .undefined(.divisionByZero) }
        return .defined(1 - (meanArea(of: places.members(of: group)) - low) / (high - low))
    }

    /// (mean area of the group / mean area of the other - 1) / (lowest / highest possible - 1), after PySAL with the
    /// group's own total for both ends.
    func relativeToRest(_ group: Int) -> MeasuredValue {
        let members = places.groupTotals[group]
        guard members > 0 else { return .undefined(absent(group)) }
        guard members < places.total else { return .undefined(.noRest(places.table.groups[group].rawValue)) }
        return relative(
            places.members(of: group), places.others(than: group), lowest: members, highest: members)
    }

    /// The same for two groups, after OasisR with the second group's total for the upper end.
    func relative(_ group: Int, to other: Int) -> MeasuredValue {
        for column in [group, other] where places.groupTotals[column] == 0 {
            return .undefined(absent(column))
        }
        if group == other { return .defined(0) }
        return relative(
            places.members(of: group), places.members(of: other), lowest: places.groupTotals[group],
            highest: places.groupTotals[other])
    }

    private func relative(
        _ members: [Double], _ others: [Double], lowest: Double, highest: Double
    ) -> MeasuredValue {
        guard ladder.count > 1 else { return .undefined(.equalAreas) }
        let span = meanArea(ladder, of: lowest) / meanArea(ladder.reversed(), of: highest) - 1
        guard abs(span) > 1e-12 else { return .undefined(.divisionByZero) }
        return .defined((meanArea(of: members) / meanArea(of: others) - 1) / span)
    }

    private func meanArea(of members: [Double]) -> Double {
        var sum = 0.0
        var persons = 0.0
        for unit in areas.indices {
            sum += members[unit] * areas[unit]
            persons += members[unit]
        }
        return sum / persons
    }

    /// The mean area of all persons in the units that come first until they hold as many as the group has.
    private func meanArea(_ steps: some Sequence<(area: Double, persons: Double)>, of members: Double)
        -> Double
    {
        var sum = 0.0
        var persons = 0.0
        for step in steps {
            sum += step.persons * step.area
            persons += step.persons
            if persons >= members { break }
        }
        return sum / persons
    }

    private func absent(_ group: Int) -> UndefinedReason { .absentGroup(places.table.groups[group].rawValue) }
}

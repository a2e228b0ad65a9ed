internal import Foundation

extension MeasureDefinition {
    /// Segregation between surroundings by travel distance, see
    /// ``ContingencyTable/environmentMeasures(over:decay:)``.
    public static let travelled: [MeasureDefinition] = [
        place(
            "RO-travel-H", "H̃", "information theory index between environments by travel distance",
            "informatie-index tussen omgevingen naar reisafstand", .environment, .table, nil,
            "Reardon & O'Sullivan 2004; Roberto 2018"),
        place(
            "RO-travel-R", "R̃", "relative diversity between environments by travel distance",
            "relatieve verscheidenheid tussen omgevingen naar reisafstand", .environment, .table, nil,
            "Reardon & O'Sullivan 2004; Roberto 2018"),
        place(
            "RO-travel-D", "D̃", "dissimilarity between environments by travel distance",
            "ongelijke spreiding tussen omgevingen naar reisafstand", .environment, .table, 0...1,
            "Reardon & O'Sullivan 2004; Roberto 2018"),
        place(
            "RO-travel-P-matrix", "P̃", "exposure in the environment by travel distance",
            "ontmoeting in de omgeving naar reisafstand", .environment, .pair, 0...1,
            "Reardon & O'Sullivan 2004; Roberto 2018", .moreContact),
    ]
}

extension ContingencyTable {
    /// Segregation between the surroundings of units by travel distance: the measures of Reardon and O'Sullivan (2004) with
    /// exp(-p d) as weight of a resident at travel distance d (Roberto 2018 for streets).
    /// - Parameters:
    ///   - travel: the distances, in the order of the rows.
    ///   - decay: p per unit of travel distance; 0 for an equal weight within reach.
    /// - Throws: distances of other units, or a parameter out of range.
    /// - Complexity: the pairs within reach times the groups.
    public func environmentMeasures(
        over travel: TravelDistances, decay: Double
    ) throws(SegregationError) -> [MeasureRow] {
        try travel.check(self)
        guard decay >= 0, decay.isFinite else {
            throw .parameter(name: "environment decay", found: decay, expected: "0 or more")
        }
        let around = TravelEnvironments(self, travel, decay: decay)
        let parameters = [
            MeasureParameter("kernel", "exp(-power*d)"), MeasureParameter("power", "\(decay)"),
            MeasureParameter("reach", travel.reach.isFinite ? "\(travel.reach)" : "none"),
            MeasureParameter("distance", "travel"),
        ]
        func row(_ identifier: String, _ columns: [Int], _ value: MeasuredValue) -> MeasureRow {
            let value = around.total > 0 ? value : .undefined(.emptyTable)
            return MeasureRow(
                identifier: identifier, groups: columns.map { groups[$0] }, parameters: parameters,
                estimate: Estimate(
                    value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                    units: around.inhabited, persons: around.total))
        }
        return [
            row("RO-travel-H", [], around.informationTheoryIndex()),
            row("RO-travel-R", [], around.relativeDiversity()),
            row("RO-travel-D", [], around.dissimilarity()),
        ]
            + (0..<groupCount).flatMap { of in
                (0..<groupCount).map { to in
                    row("RO-travel-P-matrix", [of, to], around.exposure(of: of, to: to))
                }
            }
    }

    /// Segregation of a group over the k nearest persons by travel distance, for several k; see
    /// ``egohoodProfile(of:sizes:geography:selfPotential:)`` for the same as the crow flies.
    ///
    /// Where fewer than k persons are within reach an egohood holds them all.
    /// - Returns: every size; empty where the group has no members or no others.
    /// - Throws: a group that is not there, distances of other units, or a size that is not above 0.
    public func egohoodProfile(
        of group: Group, sizes: [Double], over travel: TravelDistances
    ) throws(SegregationError) -> [EgohoodScale] {
        try travel.check(self)
        let column = try column(of: group)
        for size in sizes where !(size > 0 && size.isFinite) {
            throw .parameter(name: "size", found: size, expected: "a number of persons above 0")
        }
        let totals = unitTotals
        let own = groupTotals[column]
        let all = total
        guard own > 0, own < all else { return [] }
        let inhabited = totals.indices.filter { totals[$0] > 0 }
        let members = inhabited.map { counts[$0 * groupCount + column] }
        return sizes.map { size in
            EgohoodScale(
                size: size, inhabited.map { egohood(around: $0, size, column, totals, travel) },
                share: own / all, members: members)
        }
    }

    /// Grows over rings of equal distance; of the ring that passes the size every unit gives the same share.
    private func egohood(
        around origin: Int, _ size: Double, _ column: Int, _ totals: [Double], _ travel: TravelDistances
    ) -> Egohood {
        var persons = 0.0
        var members = 0.0
        var radius = 0.0
        var start = travel.starts[origin]
        let end = travel.starts[origin + 1]
        while start < end, persons < size {
            radius = travel.distances[start]
            var next = start
            var ring = 0.0
            var inGroup = 0.0
            while next < end, travel.distances[next] <= radius * (1 + 1e-12) {
                ring += totals[travel.targets[next]]
                inGroup += counts[travel.targets[next] * groupCount + column]
                next += 1
            }
            let isFull = persons + ring >= size
            members += (isFull ? (size - persons) / ring : 1) * inGroup
            persons = isFull ? size : persons + ring
            start = next
        }
        return Egohood(unit: unitIdentifiers[origin], persons: persons, members: members, radius: radius)
    }
}

/// The share of every group around every unit, by travel distance.
private struct TravelEnvironments {
    private let table: ContingencyTable
    private let totals: [Double]
    private let townShares: [Double]
    private let shares: [Double]
    let total: Double
    var inhabited: Int { totals.count { $0 > 0 } }

    init(_ table: ContingencyTable, _ travel: TravelDistances, decay: Double) {
        let groups = table.groupCount
        self.table = table
        totals = table.unitTotals
        let groupTotals = table.groupTotals
        let total = groupTotals.reduce(0, +)
        self.total = total
        townShares = groupTotals.map { total > 0 ? $0 / total : 0 }
        var shares = [Double](repeating: 0, count: table.counts.count)
        for unit in totals.indices where totals[unit] > 0 {
            let row = unit * groups
            var all = 0.0
            for pair in travel.starts[unit]..<travel.starts[unit + 1] {
                let weight = exp(-decay * travel.distances[pair])
                let other = travel.targets[pair] * groups
                for group in 0..<groups {
                    let count = weight * table.counts[other + group]
                    shares[row + group] += count
                    all += count
                }
            }
            for group in 0..<groups where all > 0 { shares[row + group] /= all }
        }
        self.shares = shares
    }

    func informationTheoryIndex() -> MeasuredValue {
        let town = townShares.reduce(0.0) { $0 - Self.term($1) }
        return multigroup { 1 - mean { unit in around(unit).reduce(0.0) { $0 - Self.term($1) } } / town }
    }

    func relativeDiversity() -> MeasuredValue {
        multigroup { 1 - mean { unit in around(unit).reduce(0.0) { $0 + $1 * (1 - $1) } } / interaction }
    }

    func dissimilarity() -> MeasuredValue {
        multigroup {
            mean { unit in zip(around(unit), townShares).reduce(0.0) { $0 + abs($1.0 - $1.1) } }
                / (2 * interaction)
        }
    }

    func exposure(of: Int, to: Int) -> MeasuredValue {
        let groups = table.groupCount
        let members = townShares[of] * total
        guard members > 0 else { return .undefined(.absentGroup(table.groups[of].rawValue)) }
        let sum = totals.indices.reduce(0.0) {
            $0 + table.counts[$1 * groups + of] * shares[$1 * groups + to]
        }
        return .defined(sum / members)
    }

    private var interaction: Double { townShares.reduce(0.0) { $0 + $1 * (1 - $1) } }

    private func around(_ unit: Int) -> ArraySlice<Double> {
        shares[unit * table.groupCount..<(unit + 1) * table.groupCount]
    }

    private func mean(_ value: (Int) -> Double) -> Double {
        totals.indices.reduce(0.0) { totals[$1] > 0 ? $0 + totals[$1] * value($1) : $0 } / total
    }

    private static func term(_ share: Double) -> Double { share > 0 ? share * log(share) : 0 }

    private func multigroup(_ value: () -> Double) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        guard townShares.count(where: { $0 > 0 }) > 1 else { return .undefined(.singleGroup) }
        return .defined(value())
    }
}

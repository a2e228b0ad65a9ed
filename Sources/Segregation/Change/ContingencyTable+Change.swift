extension ContingencyTable {
    /// Splits the difference in M between this table and a later one.
    ///
    /// Units are the same when their identifiers are; a unit without persons at one date counts as coming or going.
    /// - Parameters:
    ///   - later: the same groups, in any order.
    ///   - method: how to split.
    ///   - base: the base of the logarithm; e if left out.
    /// - Returns: the parts, or `nil` where no units or groups are there at both dates.
    /// - Throws: ``SegregationError/otherGroups(before:after:)``, and ``SegregationError/marginsOutOfReach(steps:)``
    ///   when empty cells make it impossible to give one date the margins of the other.
    public func change(
        to later: ContingencyTable, method: ChangeMethod = .shapley, base: LogarithmBase = .natural
    ) throws(SegregationError) -> SegregationChange? {
        guard groups.count == later.groups.count, Set(groups) == Set(later.groups) else {
            throw .otherGroups(before: groups.map(\.rawValue), after: later.groups.map(\.rawValue))
        }
        guard let pair = CommonTables(self, later) else { return nil }
        // Where nobody came or went the common table is the whole one, and nothing of rounding is left between them.
        let before = pair.holdsAllBefore ? pair.before.information : mutualInformation().number ?? 0
        let after = pair.holdsAllAfter ? pair.after.information : later.mutualInformation().number ?? 0
        let split = try ChangeSplit(pair, method: method)
        let factor = base.factor
        return SegregationChange(
            method: method, before: before * factor, after: after * factor,
            additions: (after - pair.after.information) * factor,
            removals: (pair.before.information - before) * factor,
            groupMarginal: split.groupMarginal * factor, unitMarginal: split.unitMarginal * factor,
            interaction: split.interaction.map { $0 * factor }, structural: split.structural * factor,
            unitMarginals: zip(pair.units, split.unitMarginals).map { unit, value in
                SegregationChange.UnitPart(unit: unit, value: value * factor)
            },
            unitStructurals: zip(pair.units, split.structurals).map { unit, value in
                SegregationChange.UnitPart(unit: unit, value: value * factor)
            }, commonUnits: pair.units.count)
    }
}

/// The units and groups that are there at both dates.
private struct CommonTables {
    let units: [String]
    let before: JointShares
    let after: JointShares
    /// Whether nobody of the first date is left out.
    let holdsAllBefore: Bool
    /// Whether nobody of the second date is left out.
    let holdsAllAfter: Bool

    init?(_ first: ContingencyTable, _ second: ContingencyTable) {
        let laterRows = Dictionary(
            uniqueKeysWithValues: second.unitIdentifiers.enumerated().map { ($0.element, $0.offset) })
        var rows = first.unitIdentifiers.enumerated().compactMap { row, unit in
            laterRows[unit].map { (before: row, after: $0) }
        }
        var columns = first.groups.enumerated().compactMap { column, group in
            second.groups.firstIndex(of: group).map { (before: column, after: $0) }
        }
        // A group or unit can lose its last members when another drops out, so look until nothing changes.
        while true {
            let keptColumns = columns.filter { column in
                rows.contains { first.count($0.before, column.before) > 0 }
                    && rows.contains { second.count($0.after, column.after) > 0 }
            }
            let keptRows = rows.filter { row in
                keptColumns.contains { first.count(row.before, $0.before) > 0 }
                    && keptColumns.contains { second.count(row.after, $0.after) > 0 }
            }
            let settled = keptRows.count == rows.count && keptColumns.count == columns.count
            rows = keptRows
            columns = keptColumns
            if settled { break }
        }
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        units = rows.map { first.unitIdentifiers[$0.before] }
        let earlier = rows.flatMap { row in columns.map { first.count(row.before, $0.before) } }
        let later = rows.flatMap { row in columns.map { second.count(row.after, $0.after) } }
        holdsAllBefore = earlier.count { $0 > 0 } == first.counts.count { $0 > 0 }
        holdsAllAfter = later.count { $0 > 0 } == second.counts.count { $0 > 0 }
        before = JointShares(counts: earlier, groups: columns.count)
        after = JointShares(counts: later, groups: columns.count)
    }
}

extension ContingencyTable {
    fileprivate func count(_ row: Int, _ column: Int) -> Double { counts[row * groupCount + column] }
}

/// The difference between the common tables in parts.
private struct ChangeSplit {
    var groupMarginal: Double
    var unitMarginal: Double
    var interaction: Double?
    var structural: Double
    var unitMarginals: [Double] = []
    /// The structural part by unit.
    var structurals: [Double] = []

    init(_ pair: CommonTables, method: ChangeMethod) throws(SegregationError) {
        switch method {
        case .shapley: try self.init(shapley: pair.before, pair.after)
        case .karmelMacLachlan: try self.init(karmelMacLachlan: pair.before, pair.after)
        case .moraRuizCastillo: self.init(moraRuizCastillo: pair.before, pair.after)
        }
    }

    /// Structure, sizes of groups and sizes of units of either date give eight tables; each part is its mean effect.
    private init(shapley before: JointShares, _ after: JointShares) throws(SegregationError) {
        var group = 0.0
        var units = [Double](repeating: 0, count: before.unitCount)
        var structurals = units
        for (own, other, sign) in [(before, after, 1.0), (after, before, -1.0)] {
            // Named by the date of the sizes of units and of groups: the own or the other one.
            let both = try own.fitted(units: other.unitShares, groups: other.groupShares)
            let otherGroups = try own.fitted(units: own.unitShares, groups: other.groupShares)
            let otherUnits = try own.fitted(units: other.unitShares, groups: own.groupShares)
            let first = otherGroups.information - own.information
            let second = both.information - otherUnits.information
            group += sign / 4 * (first + second)
            let alone = (from: own.informationByUnit, to: otherUnits.informationByUnit)
            let joint = (from: otherGroups.informationByUnit, to: both.informationByUnit)
            for unit in units.indices {
                let change = alone.to[unit] - alone.from[unit] + joint.to[unit] - joint.from[unit]
                units[unit] += sign / 4 * change
            }
            let ends = (from: both.informationByUnit, to: other.informationByUnit)
            for unit in units.indices { structurals[unit] += sign / 2 * (ends.to[unit] - ends.from[unit]) }
        }
        groupMarginal = group
        unitMarginal = units.reduce(0, +)
        structural = structurals.reduce(0, +)
        unitMarginals = units
        self.structurals = structurals
    }

    private init(karmelMacLachlan before: JointShares, _ after: JointShares) throws(SegregationError) {
        let both = try before.fitted(units: after.unitShares, groups: after.groupShares)
        groupMarginal = before.scaled(groups: after.groupShares).information - before.information
        unitMarginal = before.scaled(units: after.unitShares).information - before.information
        interaction = both.information - before.information - groupMarginal - unitMarginal
        structural = after.information - both.information
    }

    private init(moraRuizCastillo before: JointShares, _ after: JointShares) {
        groupMarginal = after.groupEntropy - before.groupEntropy
        unitMarginal = 0
        structurals = [Double](repeating: 0, count: before.unitCount)
        let entropies = (before.entropyByUnit, after.entropyByUnit)
        for unit in 0..<before.unitCount {
            let first = before.unitShares[unit]
            let second = after.unitShares[unit]
            unitMarginal -= (second - first) * (entropies.0[unit] + entropies.1[unit]) / 2
            structurals[unit] -= (first + second) * (entropies.1[unit] - entropies.0[unit]) / 2
        }
        structural = structurals.reduce(0, +)
    }
}

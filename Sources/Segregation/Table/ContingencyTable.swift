internal import Stochastics

/// Counts of persons (or households, or dwellings) by unit and group.
///
/// Rows are units such as neighbourhoods, columns are groups. Counts may be fractions, for survey weights or
/// interpolated areas. A unit without persons and a group without members keep their place: they are reported as
/// undefined and never dropped or moved.
public struct ContingencyTable: Sendable, Equatable {
    /// The groups, in the order of the columns.
    public let groups: [Group]
    /// The identifiers of the units, in the order of the rows.
    public let unitIdentifiers: [String]
    /// All counts, row after row.
    public let counts: [Double]

    /// A table from rows of counts.
    /// - Parameters:
    ///   - groups: one per column.
    ///   - rows: the counts, one row per unit.
    ///   - unitIdentifiers: one per row; the row numbers from 1 if left out.
    /// - Throws: the first thing found wrong, with its row and column.
    public init(
        groups: [Group], rows: [[Double]], unitIdentifiers: [String]? = nil
    ) throws(SegregationError) {
        for (row, counts) in rows.enumerated() where counts.count != groups.count {
            throw .ragged(row: row, found: counts.count, expected: groups.count)
        }
        try self.init(
            groups: groups, counts: rows.flatMap { $0 },
            unitIdentifiers: unitIdentifiers ?? rows.indices.map { String($0 + 1) })
    }

    /// A table from counts in one piece, row after row.
    /// - Throws: the first thing found wrong, with its row and column.
    public init(groups: [Group], counts: [Double], unitIdentifiers: [String]) throws(SegregationError) {
        guard !groups.isEmpty else { throw .noGroups }
        guard !unitIdentifiers.isEmpty else { throw .noUnits }
        guard counts.count == groups.count * unitIdentifiers.count else {
            throw .identifierCount(found: unitIdentifiers.count, expected: counts.count / groups.count)
        }
        var columns: [String: Int] = [:]
        for (column, group) in groups.enumerated() {
            guard !group.rawValue.isEmpty else { throw .namelessGroup(column: column) }
            if let first = columns.updateValue(column, forKey: group.rawValue) {
                throw .duplicateGroup(name: group.rawValue, firstColumn: first, secondColumn: column)
            }
        }
        var rows: [String: Int] = [:]
        rows.reserveCapacity(unitIdentifiers.count)
        for (row, identifier) in unitIdentifiers.enumerated() {
            if let first = rows.updateValue(row, forKey: identifier) {
                throw .duplicateUnit(identifier: identifier, firstRow: first, secondRow: row)
            }
        }
        for (cell, count) in counts.enumerated() {
            let (row, column) = cell.quotientAndRemainder(dividingBy: groups.count)
            guard count.isFinite else { throw .notFinite(row: row, column: column) }
            guard count >= 0 else { throw .negativeCount(row: row, column: column, found: count) }
        }
        let total = counts.reduce(0, +)
        guard total <= 0x1p53 else { throw .totalTooLarge(found: total) }
        self.groups = groups
        self.counts = counts
        self.unitIdentifiers = unitIdentifiers
    }

    /// The number of units, empty ones included.
    public var unitCount: Int { unitIdentifiers.count }

    /// The number of groups, absent ones included.
    public var groupCount: Int { groups.count }

    /// The counts of one unit, in the order of the groups.
    public func counts(inUnit row: Int) -> ArraySlice<Double> {
        counts[row * groupCount..<(row + 1) * groupCount]
    }

    /// The persons of every unit.
    public var unitTotals: [Double] {
        let groups = groupCount
        return counts.withUnsafeBufferPointer { counts in
            (0..<unitCount).map { unit in
                var sum = 0.0
                for cell in unit * groups..<(unit + 1) * groups { sum += counts[cell] }
                return sum
            }
        }
    }

    /// The persons of every group.
    public var groupTotals: [Double] {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: groupCount)
        var group = 0
        for count in counts {
            sums[group].add(count)
            group = group + 1 == groupCount ? 0 : group + 1
        }
        return sums.map(\.value)
    }

    /// All persons in the table.
    public var total: Double { counts.compensatedSum() }

    /// Whether every count is a whole number, as exact expectations need.
    public var holdsWholeNumbers: Bool {
        counts.allSatisfy { $0 == $0.rounded(.down) && $0 < 0x1p53 }
    }

    /// The column of a group.
    /// - Throws: ``SegregationError/unknownGroup(name:known:)`` with the names there are.
    public func column(of group: Group) throws(SegregationError) -> Int {
        guard let column = groups.firstIndex(of: group) else {
            throw .unknownGroup(name: group.rawValue, known: groups.map(\.rawValue))
        }
        return column
    }

    /// The table with rows of the same label added up, in the order in which labels first appear.
    /// - Throws: ``SegregationError/labelCount(level:found:expected:)``.
    public func grouped(by labels: [String], level: String = "label") throws(SegregationError)
        -> ContingencyTable
    {
        let sorting = try UnitLabels(labels, level: level, units: unitCount)
        var sums = [Double](repeating: 0, count: sorting.names.count * groupCount)
        for row in 0..<unitCount {
            let target = sorting.codes[row] * groupCount
            for column in 0..<groupCount { sums[target + column] += counts[row * groupCount + column] }
        }
        return try ContingencyTable(groups: groups, counts: sums, unitIdentifiers: sorting.names)
    }

    /// The table with only these rows, in this order.
    func selecting(rows: [Int]) -> ContingencyTable {
        ContingencyTable(
            trustedGroups: groups, counts: rows.flatMap { counts(inUnit: $0) },
            unitIdentifiers: rows.map { unitIdentifiers[$0] })
    }

    /// The same units with other groups.
    func replacing(groups: [Group], counts: [Double]) -> ContingencyTable {
        ContingencyTable(trustedGroups: groups, counts: counts, unitIdentifiers: unitIdentifiers)
    }

    /// For counts and names that come from a table that was checked already.
    init(trustedGroups: [Group], counts: [Double], unitIdentifiers: [String]) {
        groups = trustedGroups
        self.counts = counts
        self.unitIdentifiers = unitIdentifiers
    }
}

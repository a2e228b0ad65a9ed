/// Two tables with their groups, and where asked their units, in the same order.
struct TablePair: Sendable {
    let first: ContingencyTable
    let second: ContingencyTable
    let pairing: UnitPairing

    /// - Throws: ``SegregationError/otherGroups(before:after:)``, or
    ///   ``SegregationError/otherUnits(identifier:)`` where the same units are asked for.
    init(
        _ first: ContingencyTable, _ second: ContingencyTable, pairing: UnitPairing
    ) throws(SegregationError) {
        self.first = first
        self.pairing = pairing
        var columns: [Int] = []
        for group in first.groups {
            guard first.groupCount == second.groupCount, let column = second.groups.firstIndex(of: group)
            else {
                throw .otherGroups(
                    before: first.groups.map(\.rawValue), after: second.groups.map(\.rawValue))
            }
            columns.append(column)
        }
        var rows = Array(0..<second.unitCount)
        if pairing == .sameUnits {
            var places: [String: Int] = [:]
            for (row, unit) in second.unitIdentifiers.enumerated() { places[unit] = row }
            rows = []
            for unit in first.unitIdentifiers {
                guard let row = places.removeValue(forKey: unit) else {
                    throw .otherUnits(identifier: unit)
                }
                rows.append(row)
            }
            if let extra = second.unitIdentifiers.first(where: { places[$0] != nil }) {
                throw .otherUnits(identifier: extra)
            }
        }
        self.second = try ContingencyTable(
            groups: first.groups,
            counts: rows.flatMap { row in columns.map { second.counts[row * second.groupCount + $0] } },
            unitIdentifiers: rows.map { second.unitIdentifiers[$0] })
    }
}

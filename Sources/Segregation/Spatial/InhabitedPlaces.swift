/// The units with persons and their places, in one piece: spatial formulas know no others.
///
/// A unit where nobody lives has no group shares; its area and borders do not count, as in the packages that the
/// reference values come from.
struct InhabitedPlaces {
    let table: ContingencyTable
    /// The row in the table of every unit here.
    let rows: [Int]
    let groupCount: Int
    /// Unit after unit.
    let counts: [Double]
    let totals: [Double]
    let groupTotals: [Double]
    let total: Double
    /// Centroids in units of distance.
    let x: [Double]?
    let y: [Double]?
    let areas: [Double]?
    let perimeters: [Double]?
    let contacts: [UnitContact]?
    let distanceUnit: Double

    init(_ table: ContingencyTable, _ geography: UnitGeography) throws(SegregationError) {
        guard geography.unitIdentifiers == table.unitIdentifiers else {
            let row = zip(geography.unitIdentifiers, table.unitIdentifiers).enumerated()
                .first { $0.element.0 != $0.element.1 }?.offset
            guard let row else {
                throw .placeCount(
                    what: "unit", found: geography.unitIdentifiers.count, expected: table.unitCount)
            }
            throw .placeOrder(
                row: row, found: geography.unitIdentifiers[row], expected: table.unitIdentifiers[row])
        }
        let unitTotals = table.unitTotals
        let rows = unitTotals.indices.filter { unitTotals[$0] > 0 }
        self.table = table
        self.rows = rows
        groupCount = table.groupCount
        counts = rows.flatMap { table.counts(inUnit: $0) }
        totals = rows.map { unitTotals[$0] }
        groupTotals = table.groupTotals
        total = groupTotals.reduce(0, +)
        let unit = geography.distanceUnit
        distanceUnit = unit
        x = geography.x.map { x in rows.map { x[$0] / unit } }
        y = geography.y.map { y in rows.map { y[$0] / unit } }
        areas = geography.areas.map { areas in rows.map { areas[$0] } }
        perimeters = geography.perimeters.map { perimeters in rows.map { perimeters[$0] } }
        var places = [Int](repeating: -1, count: table.unitCount)
        for (place, row) in rows.enumerated() { places[row] = place }
        contacts = geography.contacts?.compactMap { contact in
            let first = places[contact.first]
            let second = places[contact.second]
            return first < 0 || second < 0
                ? nil : UnitContact(first: first, second: second, length: contact.length)
        }
    }

    var count: Int { rows.count }

    func count(of group: Int, in unit: Int) -> Double { counts[unit * groupCount + group] }

    /// The members of a group by unit.
    func members(of group: Int) -> [Double] {
        (0..<count).map { counts[$0 * groupCount + group] }
    }

    /// Everyone else by unit.
    func others(than group: Int) -> [Double] {
        (0..<count).map { max(0, totals[$0] - counts[$0 * groupCount + group]) }
    }
}

/// The units with persons and their places, in one piece: spatial formulas know no others.
///
/// A unit where nobody lives has no group shares; its area and borders do not count, as in the packages that
/// the reference values come from.
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

    /// Places with counts of a draw, row after row of the table.
    /// - Parameters:
    ///   - units: the units of `original` that take part, in this order.
    ///   - counts: their counts, unit after unit.
    private init(_ original: InhabitedPlaces, units: [Int], counts: [Double], contacts: [UnitContact]?) {
        let groups = original.groupCount
        table = original.table
        rows = units.map { original.rows[$0] }
        groupCount = groups
        self.counts = counts
        var totals = [Double](repeating: 0, count: units.count)
        var groupTotals = [Double](repeating: 0, count: groups)
        for unit in units.indices {
            for group in 0..<groups {
                totals[unit] += counts[unit * groups + group]
                groupTotals[group] += counts[unit * groups + group]
            }
        }
        self.totals = totals
        self.groupTotals = groupTotals
        total = groupTotals.reduce(0, +)
        func own(_ values: [Double]?) -> [Double]? {
            units.count == original.count && units == Array(units.indices)
                ? values : values.map { values in units.map { values[$0] } }
        }
        x = own(original.x)
        y = own(original.y)
        areas = own(original.areas)
        perimeters = own(original.perimeters)
        self.contacts = contacts
        distanceUnit = original.distanceUnit
    }

    /// The same places with other persons, row after row of the table; who drew nobody is left out.
    func drawn(_ drawn: [Double]) -> (places: InhabitedPlaces, units: [Int]) {
        precondition(drawn.count == table.counts.count)
        var units: [Int] = []
        units.reserveCapacity(count)
        var counts: [Double] = []
        counts.reserveCapacity(count * groupCount)
        for unit in 0..<count {
            let cells = drawn[rows[unit] * groupCount..<(rows[unit] + 1) * groupCount]
            guard cells.contains(where: { $0 > 0 }) else { continue }
            units.append(unit)
            counts += cells
        }
        var contacts = contacts
        if units.count < count, let all = contacts {
            var position = [Int](repeating: -1, count: count)
            for (place, unit) in units.enumerated() { position[unit] = place }
            contacts = all.compactMap { contact in
                let first = position[contact.first]
                let second = position[contact.second]
                return first < 0 || second < 0
                    ? nil : UnitContact(first: first, second: second, length: contact.length)
            }
        }
        return (InhabitedPlaces(self, units: units, counts: counts, contacts: contacts), units)
    }

    /// Places with these units of here, of which some can stand there twice and others not at all; no
    /// borders.
    func resampled(_ units: [Int]) -> InhabitedPlaces {
        InhabitedPlaces(
            self, units: units,
            counts: units.flatMap { counts[$0 * groupCount..<($0 + 1) * groupCount] }, contacts: nil)
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

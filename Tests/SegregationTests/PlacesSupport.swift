import Segregation
import Stochastics

/// A table and where its units lie.
struct Town {
    var table: ContingencyTable
    var places: UnitGeography
}

/// Squares of one kilometre, row after row, which touch at sides and corners.
func grid(_ units: [String], width: Int, side: Double = 1000) throws -> UnitGeography {
    let cells = units.indices
    let contacts = cells.flatMap { cell -> [UnitContact] in
        var contacts: [UnitContact] = []
        let hasRight = cell % width < width - 1 && cell + 1 < units.count
        if hasRight { contacts.append(UnitContact(first: cell, second: cell + 1, length: side)) }
        if cell + width < units.count {
            contacts.append(UnitContact(first: cell, second: cell + width, length: side))
        }
        if cell % width < width - 1, cell + width + 1 < units.count {
            contacts.append(UnitContact(first: cell, second: cell + width + 1, length: 0))
        }
        if cell % width > 0, cell + width - 1 < units.count {
            contacts.append(UnitContact(first: cell, second: cell + width - 1, length: 0))
        }
        return contacts
    }
    return try UnitGeography(
        unitIdentifiers: units, x: cells.map { side * Double($0 % width) },
        y: cells.map { side * Double($0 / width) }, areas: cells.map { _ in side * side },
        perimeters: cells.map { _ in 4 * side }, contacts: contacts)
}

/// A board of 8 by 8 squares, each with 100 persons of one group.
func board(_ isLow: (_ row: Int, _ column: Int) -> Bool) throws -> Town {
    let table = try twoGroups((0..<64).map { isLow($0 / 8, $0 % 8) ? [100, 0] : [0, 100] })
    return Town(table: table, places: try grid(table.unitIdentifiers, width: 8))
}

/// A town of random units on a grid, with areas that differ.
func randomTown(units: Int, seed: UInt64, empty: Set<Int> = []) throws -> Town {
    let table = try randomTable(units: units, seed: seed, empty: empty)
    var stream = RandomStream(seed: seed, run: 1, purpose: .selfTest)
    let places = try grid(table.unitIdentifiers, width: 6)
    let areas = (0..<units).map { _ in 1e5 * Double(1 + stream.integer(below: 40)) }
    return Town(
        table: table,
        places: try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: places.x, y: places.y, areas: areas,
            perimeters: areas.map { 4 * $0.squareRoot() }, contacts: places.contacts))
}

/// All rows of every family that a table and its places give.
func allMeasures(
    _ town: Town, centre: String? = nil
) throws -> [MeasureRow] {
    var options = SpatialOptions()
    options.centre = centre
    return try town.table.allAspatialMeasures()
        + town.table.spatialMeasures(geography: town.places, options: options)
        + town.table.ordinalMeasures() + town.table.distanceProfiles(geography: town.places)
}

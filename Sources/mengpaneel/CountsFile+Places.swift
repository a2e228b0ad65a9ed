import Foundation
import Segregation

extension CountsFile {
    /// Where the kept units lie, as far as the columns and the list of neighbours tell.
    static func geography(
        _ plain: PlainTable, rows: [Int], units: [String], leftOut: Set<String>, _ options: CountsOptions
    ) throws -> UnitGeography {
        let places = try ["x", "y", "area", "perimeter"].map { try Self.place($0, in: plain, rows: rows) }
        let contacts = try options.adjacency.map { try Self.contacts($0, among: units, without: leftOut) }
        return try UnitGeography(
            unitIdentifiers: units, x: places[0], y: places[1], areas: places[2], perimeters: places[3],
            contacts: contacts, distanceUnit: options.distanceUnit)
    }

    /// A column that says where the units lie; nil when the file has none of that name.
    private static func place(_ name: String, in plain: PlainTable, rows: [Int]) throws -> [Double]? {
        guard let column = plain.column([name, name == "area" ? "oppervlakte" : name]) else { return nil }
        return try rows.map { row in
            guard let value = try plain.number(row: row, column: column) else {
                throw UserError(
                    "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': empty; give every unit a place, or take the column out."
                )
            }
            return value
        }
    }

    /// Pairs of touching units from a file with two ids and, in a third column, the length of the border in metres.
    /// Pairs with a unit that was left out go with it.
    private static func contacts(
        _ path: String, among units: [String], without leftOut: Set<String>
    ) throws -> [UnitContact] {
        let plain = try PlainTable(path: path)
        guard plain.header.count >= 2 else {
            throw UserError(
                "\(plain.fileName): two columns with ids are expected, and a third with the length of the border."
            )
        }
        var named: [(first: String, second: String, length: Double)] = []
        for row in plain.rows.indices {
            let pair = [plain.text(row, 0), plain.text(row, 1)]
            guard leftOut.isDisjoint(with: pair) else { continue }
            // Without a length a pair is known to share a border of some length.
            let length = plain.header.count > 2 ? try plain.number(row: row, column: 2) : 1
            guard let length, length >= 0 else {
                throw UserError(
                    "\(plain.fileName), row \(row + 2), column '\(plain.header[2])': a length of 0 (a corner) or more is expected."
                )
            }
            named.append((pair[0], pair[1], length))
        }
        return try UnitContact.list(named, among: units)
    }
}

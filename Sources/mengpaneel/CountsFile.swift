import Foundation
import Segregation

/// A table of counts from a plain file: units by groups.
struct CountsFile {
    var fileName: String
    var table: ContingencyTable
    /// Units in which a count is missing; they are left out, missing is not zero.
    var leftOut: [String]
    /// Where the units lie, as far as the file and the list of neighbours tell.
    var geography: UnitGeography
    /// The larger areas that the units belong to: name of the column, and one label per unit.
    var levels: [(name: String, labels: [String])]

    /// What is said of units that were left out.
    var remark: String {
        let names = leftOut.prefix(5).joined(separator: ", ") + (leftOut.count > 5 ? " ..." : "")
        let all = leftOut.count + table.unitCount
        return
            "\(fileName): \(leftOut.count) of \(all) units left out, a count is missing there: \(names). Missing is not zero."
    }

    private static let identifiers = [
        "id", "unit", "unit_id", "code", "buurt", "buurtcode", "bu_code", "gwb_code",
    ]
    private static let places = ["x", "y", "area", "oppervlakte", "perimeter", "naam", "name", "regio"]

    /// Reads the counts.
    ///
    /// - Parameters:
    ///   - id: the column with the id of the unit; nil to look for one by name.
    ///   - groups: the columns with counts, comma between; nil for every column that is neither id nor place.
    ///   - adjacency: a file with pairs of touching units and the length of their border; nil for none.
    ///   - distanceUnit: how many units of the coordinates make one unit of distance.
    ///   - levels: columns with the larger areas of each unit, comma between.
    init(
        path: String, id: String?, groups: String?, adjacency: String? = nil, distanceUnit: Double = 1000,
        levels: String = ""
    ) throws {
        let plain = try PlainTable(path: path)
        let fileName = plain.fileName
        let idColumn = try id.map { try Self.position(of: $0, in: plain) } ?? plain.column(Self.identifiers)
        let levelColumns = try Self.positions(of: levels, in: plain)
        let columns: [Int]
        if let groups {
            columns = try Self.positions(of: groups, in: plain)
        } else {
            columns = plain.header.indices.filter { column in
                column != idColumn && !levelColumns.contains(column)
                    && !Self.places.contains(plain.header[column].lowercased())
            }
        }
        guard !columns.isEmpty else {
            throw UserError(
                "\(fileName): no column of counts was found beside \(plain.header.joined(separator: ", ")); add one column per group."
            )
        }
        guard !plain.rows.isEmpty else {
            throw UserError("\(fileName): a header and no rows; one row per unit is expected.")
        }
        var counts: [Double] = []
        var units: [String] = []
        var leftOut: [String] = []
        var rowOfUnit: [String: Int] = [:]
        var kept: [Int] = []
        for row in plain.rows.indices {
            let unit =
                idColumn.map { plain.rows[row][$0].trimmingCharacters(in: .whitespaces) } ?? "\(row + 1)"
            guard !unit.isEmpty else {
                throw UserError("\(fileName), row \(row + 2): the id is empty; every unit needs one.")
            }
            if let first = rowOfUnit.updateValue(row, forKey: unit) {
                throw UserError(
                    "\(fileName), row \(row + 2): the unit '\(unit)' stands in row \(first + 2) as well; each unit has one row."
                )
            }
            let values = try columns.map { column in
                let value = try plain.number(row: row, column: column)
                if let value, value < 0 {
                    throw UserError(
                        "\(fileName), row \(row + 2), column '\(plain.header[column])': \(value) is negative; a count of 0 or more is expected."
                    )
                }
                return value
            }
            let known = values.compactMap { $0 }
            if known.count == values.count {
                units.append(unit)
                kept.append(row)
                counts += known
            } else {
                leftOut.append(unit)
            }
        }
        guard !units.isEmpty else {
            throw UserError("\(fileName): in every row a count is missing; there is nothing to measure.")
        }
        self.fileName = fileName
        self.leftOut = leftOut
        self.levels = levelColumns.map { column in
            (plain.header[column], kept.map { plain.rows[$0][column].trimmingCharacters(in: .whitespaces) })
        }
        table = try ContingencyTable(
            groups: columns.map { Group(rawValue: plain.header[$0]) }, counts: counts, unitIdentifiers: units)
        let places = try ["x", "y", "area", "perimeter"].map { try Self.place($0, in: plain, rows: kept) }
        let contacts = try adjacency.map { try Self.contacts($0, among: units, without: Set(leftOut)) }
        geography = try UnitGeography(
            unitIdentifiers: units, x: places[0], y: places[1], areas: places[2], perimeters: places[3],
            contacts: contacts, distanceUnit: distanceUnit)
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
            let pair = plain.rows[row].prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }
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

    private static func positions(of names: String, in plain: PlainTable) throws -> [Int] {
        try names.split(separator: ",").map {
            try position(of: $0.trimmingCharacters(in: .whitespaces), in: plain)
        }
    }

    private static func position(of name: String, in plain: PlainTable) throws -> Int {
        guard let column = plain.header.firstIndex(of: name) else {
            throw UserError(
                "\(plain.fileName): there is no column '\(name)'; the header has \(plain.header.joined(separator: ", "))."
            )
        }
        return column
    }
}

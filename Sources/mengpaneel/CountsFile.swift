import Foundation
import Segregation

/// A table of counts from a plain file: units by groups.
struct CountsFile {
    var fileName: String
    var table: ContingencyTable
    /// Units in which a count is missing; they are left out, missing is not zero.
    var leftOut: [String]

    private static let identifiers = [
        "id", "unit", "unit_id", "code", "buurt", "buurtcode", "bu_code", "gwb_code",
    ]
    private static let places = ["x", "y", "area", "oppervlakte", "perimeter", "naam", "name", "regio"]

    /// Reads the counts.
    ///
    /// - Parameters:
    ///   - id: the column with the id of the unit; nil to look for one by name.
    ///   - groups: the columns with counts, comma between; nil for every column that is neither id nor place.
    init(path: String, id: String?, groups: String?) throws {
        let plain = try PlainTable(path: path)
        let fileName = plain.fileName
        let idColumn = try id.map { try Self.position(of: $0, in: plain) } ?? plain.column(Self.identifiers)
        let columns: [Int]
        if let groups {
            columns = try groups.split(separator: ",").map {
                try Self.position(of: $0.trimmingCharacters(in: .whitespaces), in: plain)
            }
        } else {
            columns = plain.header.indices.filter { column in
                column != idColumn && !Self.places.contains(plain.header[column].lowercased())
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
        table = try ContingencyTable(
            groups: columns.map { Group(rawValue: plain.header[$0]) }, counts: counts, unitIdentifiers: units)
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

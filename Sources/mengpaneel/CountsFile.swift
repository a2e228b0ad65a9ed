import Foundation
import Segregation

/// A table of counts from a plain file: units by groups.
struct CountsFile {
    var fileName: String
    var table: ContingencyTable
    /// The ranges that the true counts lie in, where counts are rounded, withheld or shares; `table` is then their
    /// middle.
    var ranges: CountRanges?
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

    static let identifiers = [
        "id", "unit", "unit_id", "code", "buurt", "buurtcode", "bu_code", "gwb_code",
    ]
    static let places = ["x", "y", "area", "oppervlakte", "perimeter", "naam", "name", "regio"]

    /// Reads the counts.
    /// - Parameters:
    ///   - options: which columns hold what.
    ///   - imperfect: what is known of counts that are not exact.
    ///   - levels: columns with the larger areas of each unit, comma between.
    init(
        path: String, options: CountsOptions, imperfect: RangeOptions? = nil, levels: String = ""
    ) throws {
        let plain = try PlainTable(path: path)
        guard !plain.rows.isEmpty else {
            throw UserError("\(plain.fileName): a header and no rows; one row per unit is expected.")
        }
        if let groupColumn = options.groupColumn {
            guard imperfect?.isGiven != true, levels.isEmpty, options.adjacency == nil else {
                throw UserError(
                    "\(plain.fileName): a long table (--group-column) holds counts only; ranges, levels and neighbours need one row per unit."
                )
            }
            self = try CountsFile(long: plain, groupColumn, options)
            return
        }
        let columns = try CountColumns(
            plain, id: options.id, groups: options.groups, levels: levels, totals: imperfect?.totals)
        let cells = try CountCells(plain, columns, imperfect)
        fileName = plain.fileName
        leftOut = cells.leftOut
        self.levels = columns.levels.map { column in
            (
                plain.header[column],
                cells.kept.map { plain.rows[$0][column].trimmingCharacters(in: .whitespaces) }
            )
        }
        var names = columns.counts.map { Group(rawValue: plain.header[$0]) }
        if let imperfect, imperfect.isGiven {
            if let rest = imperfect.rest { names.append(Group(rawValue: rest)) }
            let known = try cells.ranges(names, imperfect)
            ranges = known
            table = known.middle
        } else {
            table = try ContingencyTable(
                groups: names, counts: cells.counts.flatMap { $0.compactMap(\.self) },
                unitIdentifiers: cells.units)
        }
        geography = try Self.geography(
            plain, rows: cells.kept, units: cells.units, leftOut: Set(cells.leftOut), options)
    }

    /// Reads a long table: a row per person, or per unit and group with a weight.
    private init(long plain: PlainTable, _ groupColumn: String, _ options: CountsOptions) throws {
        let long = try LongTable(plain, groupColumn, options)
        fileName = plain.fileName
        leftOut = []
        levels = []
        table = try long.table
        geography = try UnitGeography(unitIdentifiers: table.unitIdentifiers)
    }
}

/// Which columns of a wide table hold what.
struct CountColumns {
    var id: Int?
    var counts: [Int]
    var levels: [Int]
    /// The column of the totals that shares are taken of.
    var totals: Int?

    init(_ plain: PlainTable, id: String?, groups: String?, levels: String, totals: String?) throws {
        let idColumn = try id.map { try plain.position(of: $0) } ?? plain.column(CountsFile.identifiers)
        let levelColumns = try plain.positions(of: levels)
        let totalColumn = try totals.map { try plain.position(of: $0) }
        self.id = idColumn
        self.levels = levelColumns
        self.totals = totalColumn
        if let groups {
            counts = try plain.positions(of: groups)
        } else {
            counts = plain.header.indices.filter { column in
                column != idColumn && column != totalColumn && !levelColumns.contains(column)
                    && !CountsFile.places.contains(plain.header[column].lowercased())
            }
        }
        guard !counts.isEmpty else {
            throw UserError(
                "\(plain.fileName): no column of counts was found beside \(plain.header.joined(separator: ", ")); add one column per group."
            )
        }
    }
}

extension PlainTable {
    func positions(of names: String) throws -> [Int] {
        try names.split(separator: ",").map { try position(of: $0.trimmingCharacters(in: .whitespaces)) }
    }

    func position(of name: String) throws -> Int {
        guard let column = header.firstIndex(of: name) else {
            let meant = Suggestion.nearest(to: name, among: header)
            throw UserError(
                "\(fileName): there is no column '\(name)'\(meant.map { "; did you mean '\($0)'?" } ?? ";") The header has \(header.joined(separator: ", "))."
            )
        }
        return column
    }

    func text(_ row: Int, _ column: Int) -> String {
        rows[row][column].trimmingCharacters(in: .whitespaces)
    }
}

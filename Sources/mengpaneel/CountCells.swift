import Foundation
import Segregation

/// The cells of a wide table of counts, with the rows that are kept.
struct CountCells {
    /// One list per kept row; `nil` where a count is withheld.
    private(set) var counts: [[Double?]] = []
    private(set) var units: [String] = []
    /// The totals of the units, one per kept row; empty where no column holds them.
    private(set) var totals: [Double?] = []
    private(set) var leftOut: [String] = []
    /// The rows of the file that are kept, from 0.
    private(set) var kept: [Int] = []

    init(_ plain: PlainTable, _ columns: CountColumns, _ imperfect: RangeOptions?) throws {
        var rowOfUnit: [String: Int] = [:]
        let mayBeHidden = imperfect?.suppressed != nil || imperfect?.percentages != nil
        for row in plain.rows.indices {
            let unit = columns.id.map { plain.text(row, $0) } ?? "\(row + 1)"
            guard !unit.isEmpty else {
                throw UserError("\(plain.fileName), row \(row + 2): the id is empty; every unit needs one.")
            }
            if let first = rowOfUnit.updateValue(row, forKey: unit) {
                throw UserError(
                    "\(plain.fileName), row \(row + 2): the unit '\(unit)' stands in row \(first + 2) as well; each unit has one row."
                )
            }
            let values = try columns.counts.map { try Self.value(plain, row, $0, imperfect) }
            let total = try columns.totals.map { try Self.count(plain, row, $0) }
            let isKnown = values.allSatisfy { $0 != nil } || mayBeHidden
            // A share says nothing without the total that it is taken of.
            let lacksTotal = imperfect?.percentages != nil && total == .some(.none)
            guard isKnown, !lacksTotal else {
                leftOut.append(unit)
                continue
            }
            units.append(unit)
            kept.append(row)
            counts.append(values)
            if let total { totals.append(total) }
        }
        guard !units.isEmpty else {
            throw UserError(
                "\(plain.fileName): in every row a count is missing; there is nothing to measure.")
        }
    }

    /// The ranges of the true counts.
    func ranges(_ groups: [Group], _ imperfect: RangeOptions) throws -> CountRanges {
        if imperfect.percentages != nil {
            return try CountRanges(
                groups: groups, percentages: counts, of: totals.compactMap(\.self),
                decimals: imperfect.decimals,
                totalsRoundedTo: imperfect.rounded ?? 1, unitIdentifiers: units)
        }
        return try CountRanges(
            groups: groups, published: counts, unitIdentifiers: units, roundedTo: imperfect.rounded ?? 1,
            suppressed: try imperfect.hidden, unitTotals: totals.isEmpty ? nil : totals)
    }

    private static func value(
        _ plain: PlainTable, _ row: Int, _ column: Int, _ imperfect: RangeOptions?
    ) throws -> Double? {
        guard let value = try count(plain, row, column) else { return nil }
        if imperfect?.percentages != nil {
            guard value <= 100 else {
                throw UserError(
                    "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': \(value) is no share in per cent; 0 to 100 is expected."
                )
            }
        } else if let base = imperfect?.rounded, (value / base).rounded() * base != value {
            throw UserError(
                "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': \(value) is no multiple of \(base); check --rounded."
            )
        }
        return value
    }

    private static func count(_ plain: PlainTable, _ row: Int, _ column: Int) throws -> Double? {
        let value = try plain.number(row: row, column: column)
        if let value, value < 0 {
            throw UserError(
                "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': \(value) is negative; a count of 0 or more is expected."
            )
        }
        return value
    }
}

/// A long table of counts: a row per person, or per unit and group with a weight.
struct LongTable {
    private var units: [String] = []
    private var groups: [Group] = []
    private var cells: [[Double]] = []

    init(_ plain: PlainTable, _ group: String, _ options: CountsOptions) throws {
        guard
            let unitColumn = try options.id.map({ try plain.position(of: $0) })
                ?? plain.column(CountsFile.identifiers)
        else {
            throw UserError(
                "\(plain.fileName): no column of units was found; name it with --id. The header has \(plain.header.joined(separator: ", "))."
            )
        }
        let groupColumn = try plain.position(of: group)
        let weightColumn = try options.weight.map { try plain.position(of: $0) }
        let order = options.groups?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        groups = (order ?? []).map { Group(rawValue: $0) }
        var rowOfUnit: [String: Int] = [:]
        var columnOfGroup = Dictionary(
            (order ?? []).enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for row in plain.rows.indices {
            let (unit, name) = (plain.text(row, unitColumn), plain.text(row, groupColumn))
            for (text, column) in [(unit, unitColumn), (name, groupColumn)] where text.isEmpty {
                throw UserError(
                    "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': empty; every row of a long table names a unit and a group."
                )
            }
            let count = try weightColumn.map { try Self.weight(plain, row, $0) } ?? 1
            let column = columnOfGroup[name] ?? groups.count
            if column == groups.count {
                guard order == nil else {
                    throw UserError(
                        "\(plain.fileName), row \(row + 2), column '\(plain.header[groupColumn])': '\(name)' is none of the groups of --groups; add it there."
                    )
                }
                columnOfGroup[name] = column
                groups.append(Group(rawValue: name))
            }
            let place = rowOfUnit[unit] ?? units.count
            if place == units.count {
                rowOfUnit[unit] = place
                units.append(unit)
                cells.append([])
            }
            while cells[place].count <= column { cells[place].append(0) }
            cells[place][column] += count
        }
    }

    var table: ContingencyTable {
        get throws {
            let rows = cells.map { $0 + [Double](repeating: 0, count: groups.count - $0.count) }
            return try ContingencyTable(groups: groups, rows: rows, unitIdentifiers: units)
        }
    }

    private static func weight(_ plain: PlainTable, _ row: Int, _ column: Int) throws -> Double {
        guard let weight = try plain.number(row: row, column: column), weight >= 0 else {
            throw UserError(
                "\(plain.fileName), row \(row + 2), column '\(plain.header[column])': a weight of 0 or more is expected."
            )
        }
        return weight
    }
}

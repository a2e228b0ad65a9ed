/// The rows of one table in order of arrival, with those that were withdrawn and why.
struct RowSet<Row: RegisterRow>: Sendable, Hashable {
    private(set) var rows: [Row] = []
    private(set) var withdrawn: [String: String] = [:]
    private var positions: [String: Int] = [:]

    var active: [Row] { withdrawn.isEmpty ? rows : rows.filter { withdrawn[$0.id] == nil } }

    /// The row, whether it was withdrawn or not.
    subscript(id: String) -> Row? { positions[id].map { rows[$0] } }

    func contains(_ id: String) -> Bool { positions[id] != nil }

    func isActive(_ id: String) -> Bool { positions[id] != nil && withdrawn[id] == nil }

    private static func place(_ id: String) -> String { "\(Row.table.rawValue), row '\(id)'" }

    mutating func add(_ row: Row) throws(RegisterError) {
        guard positions[row.id] == nil else {
            throw RegisterError(
                .duplicateRow, at: Self.place(row.id), found: row.id, expected: "an identifier that is new",
                mend: withdrawn[row.id] == nil
                    ? "change the row that is there, or give another identifier"
                    : "restore the row that was withdrawn")
        }
        positions[row.id] = rows.count
        rows.append(row)
    }

    mutating func add(id: String, cells: [CellText]) throws(RegisterError) {
        var texts: [String: String] = [:]
        for cell in cells {
            guard Row.Field(rawValue: cell.column) != nil, texts[cell.column] == nil else {
                throw Self.unknownColumn(cell.column, id)
            }
            texts[cell.column] = cell.text
        }
        let row: Row
        do {
            row = try Row(cells: { texts[$0.rawValue] ?? "" })
        } catch {
            throw error.at("\(Self.place(id)), \(error.place)")
        }
        guard row.id == id else {
            throw RegisterError(
                .cell, at: Self.place(id), found: row.id, expected: id,
                mend: "give the row the identifier that its cells make")
        }
        try add(row)
    }

    mutating func set(
        id: String, column: String, old: String, new: String
    ) throws(RegisterError) {
        guard let position = positions[id] else { throw Self.notFound(id) }
        guard withdrawn[id] == nil else {
            throw RegisterError(
                .notFound, at: Self.place(id), found: "a row that was withdrawn",
                expected: "a row that counts",
                mend: "restore the row first")
        }
        guard let field = Row.Field(rawValue: column) else { throw Self.unknownColumn(column, id) }
        guard !Row.keyFields.contains(field) else {
            throw RegisterError(
                .keyColumn, at: "\(Self.place(id)), column '\(column)'", found: new,
                expected: "the same text, as this column names the row",
                mend: "withdraw the row and add another")
        }
        let present = rows[position].cell(field)
        guard present == old else {
            throw RegisterError(
                .stale, at: "\(Self.place(id)), column '\(column)'", found: present, expected: "'\(old)'",
                mend: "somebody changed it in between: look again before you change it")
        }
        do {
            rows[position] = try rows[position].setting(field, to: new)
        } catch {
            throw error.at("\(Self.place(id)), \(error.place)")
        }
    }

    mutating func withdraw(id: String, why: String) throws(RegisterError) {
        guard positions[id] != nil else { throw Self.notFound(id) }
        guard withdrawn[id] == nil else {
            throw RegisterError(
                .stale, at: Self.place(id), found: "a row that was withdrawn", expected: "a row that counts",
                mend: "nothing has to be done")
        }
        withdrawn[id] = why
    }

    mutating func restore(id: String) throws(RegisterError) {
        guard positions[id] != nil else { throw Self.notFound(id) }
        guard withdrawn.removeValue(forKey: id) != nil else {
            throw RegisterError(
                .stale, at: Self.place(id), found: "a row that counts", expected: "a row that was withdrawn",
                mend: "nothing has to be done")
        }
    }

    /// Takes back a change that was made to this table a moment ago.
    mutating func takeBack(_ change: RegisterChange, _ whyWithdrawn: String?) {
        switch change {
        case .add:
            if let last = rows.popLast() { positions[last.id] = nil }
        case .set(_, let id, let column, let old, _):
            if let position = positions[id], let field = Row.Field(rawValue: column),
                let before = try? rows[position].setting(field, to: old)
            {
                rows[position] = before
            }
        case .withdraw(_, let id, _): withdrawn[id] = nil
        case .restore(_, let id, _): withdrawn[id] = whyWithdrawn
        }
    }

    private static func notFound(_ id: String) -> RegisterError {
        RegisterError(
            .notFound, at: table, found: id, expected: "an identifier of the table",
            mend: "look up the identifier in the register")
    }

    private static func unknownColumn(_ column: String, _ id: String) -> RegisterError {
        RegisterError(
            .header, at: place(id), found: column,
            expected: Row.Field.allCases.map(\.rawValue).joined(separator: ", "),
            mend: "name each column once, as in the header")
    }

    private static var table: String { Row.table.rawValue }
}

/// One cell of a row by the name of its column.
public struct CellText: Sendable, Hashable, Codable {
    /// The name of the column, as in the header.
    public let column: String
    /// The text.
    public let text: String

    /// Makes a cell.
    public init(column: String, text: String) {
        self.column = column
        self.text = text
    }
}

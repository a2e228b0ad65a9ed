/// One change to one row.
public enum RegisterChange: Sendable, Hashable, Codable {
    /// A new row with all its cells.
    case add(table: RegisterTable, row: String, cells: [CellText])
    /// Another text in one cell. It names the old text, so that nobody overwrites what they have not seen.
    case set(table: RegisterTable, row: String, column: String, old: String, new: String)
    /// A row that counts no longer, and why. It stays in the file.
    case withdraw(table: RegisterTable, row: String, why: String)
    /// A row that counts again, and why.
    case restore(table: RegisterTable, row: String, why: String)

    /// Adds `row`.
    public static func adding<Row: RegisterRow>(_ row: Row) -> RegisterChange {
        .add(
            table: Row.table, row: row.id,
            cells: Row.Field.allCases.map { CellText(column: $0.rawValue, text: row.cell($0)) })
    }

    /// Puts another text in one cell of `row`.
    public static func setting<Row: RegisterRow>(
        _ field: Row.Field, of row: Row, to text: String
    ) -> RegisterChange {
        .set(table: Row.table, row: row.id, column: field.rawValue, old: row.cell(field), new: text)
    }

    /// Withdraws `row`.
    public static func withdrawing<Row: RegisterRow>(_ row: Row, because why: String) -> RegisterChange {
        .withdraw(table: Row.table, row: row.id, why: why)
    }

    /// The table.
    public var table: RegisterTable {
        switch self {
        case .add(let table, _, _), .set(let table, _, _, _, _), .withdraw(let table, _, _),
            .restore(let table, _, _):
            table
        }
    }

    /// The row.
    public var row: String {
        switch self {
        case .add(_, let row, _), .set(_, let row, _, _, _), .withdraw(_, let row, _),
            .restore(_, let row, _):
            row
        }
    }

    /// A short word for the kind of change: `add`, `set`, `withdraw` or `restore`.
    public var kind: String {
        switch self {
        case .add: "add"
        case .set: "set"
        case .withdraw: "withdraw"
        case .restore: "restore"
        }
    }

    /// The change that takes this one back, made by the event with number `number`.
    func reversed(undoing number: Int) -> RegisterChange {
        switch self {
        case .add(let table, let row, _): .withdraw(table: table, row: row, why: "undo of change \(number)")
        case .set(let table, let row, let column, let old, let new):
            .set(table: table, row: row, column: column, old: new, new: old)
        case .withdraw(let table, let row, _):
            .restore(table: table, row: row, why: "undo of change \(number)")
        case .restore(let table, let row, _):
            .withdraw(table: table, row: row, why: "undo of change \(number)")
        }
    }
}

import Foundation

/// One table of a pooled result, under the keys of the reference files.
struct PoolPart {
    /// One value.
    enum Value {
        case number(Double)
        case integer(Int)
        case flag(Bool)
        case text(String)
        case undefined(String)
    }

    /// How it lies in JSON.
    enum Layout {
        /// An object with one list per key.
        case lists
        /// An object per row, by its name.
        case named
        /// The pairs of its only row.
        case single
        /// A list of objects.
        case rows
    }

    /// One row.
    struct Row {
        var name: String
        var values: [(String, Value)]

        init(_ name: String, _ values: [(String, Value)]) {
            self.name = name
            self.values = values
        }

        func value(_ key: String) -> Value? { values.first { $0.0 == key }?.1 }
    }

    /// The key in JSON and the part in CSV.
    var key: String
    /// The heading in text.
    var title: String
    /// The key of the names of rows.
    var nameKey: String
    var layout: Layout
    var rows: [Row]
    /// Remarks under the table.
    var notes: [String] = []

    /// The part as JSON.
    var json: JSONTree {
        switch layout {
        case .single: .object((rows.first?.values ?? []).map { ($0.0, $0.1.json) })
        case .named: .object(rows.map { ($0.name, .object($0.values.map { ($0.0, $0.1.json) })) })
        case .rows:
            .array(
                rows.map { row in
                    .object([(nameKey, .text(row.name))] + row.values.map { ($0.0, $0.1.json) })
                })
        case .lists:
            .object(
                [(nameKey, .array(rows.map { .text($0.name) }))]
                    + keys.map { key in (key, .array(rows.map { $0.value(key)?.json ?? .null })) })
        }
    }

    /// The keys of its rows, in order of first appearance.
    var keys: [String] {
        var keys: [String] = []
        for row in rows { for (key, _) in row.values where !keys.contains(key) { keys.append(key) } }
        return keys
    }

    /// The part as columns for reading.
    var table: DataTable {
        DataTable(
            columns: [nameKey] + keys,
            rows: rows.map { row in [.text(row.name)] + keys.map { row.value($0)?.cell ?? .missing("") } })
    }

    /// Parts under each other with one set of columns.
    static func together(_ parts: [PoolPart]) -> DataTable {
        var keys: [String] = []
        for part in parts { for key in part.keys where !keys.contains(key) { keys.append(key) } }
        return DataTable(
            columns: ["part", "name"] + keys,
            rows: parts.flatMap { part in
                part.rows.map { row in
                    [.text(part.key), .text(row.name)] + keys.map { row.value($0)?.cell ?? .missing("") }
                }
            })
    }
}

extension PoolPart.Value {
    var json: JSONTree {
        switch self {
        case .number(let value): .number(value)
        case .integer(let value): .integer(value)
        case .flag(let flag): .flag(flag)
        case .text(let text): .text(text)
        case .undefined: .null
        }
    }

    var cell: Cell {
        switch self {
        case .number(let value): .number(value)
        case .integer(let value): .integer(value)
        case .flag(let flag): .text(flag ? "yes" : "no")
        case .text(let text): .text(text)
        case .undefined(let reason): .missing(reason)
        }
    }
}

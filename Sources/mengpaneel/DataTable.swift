import ArgumentParser
import Foundation

/// How data leave the program.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Columns for reading.
    case table
    /// Comma-separated, decimal point, UTF-8 (RFC 4180).
    case csv
    /// One JSON array of objects.
    case json
}

/// One cell: text, a number, or nothing with the reason.
enum Cell {
    case text(String)
    case number(Double)
    case integer(Int)
    case missing(String)
}

extension Cell {
    /// Whether it stands to the right in a column.
    var isNumeric: Bool {
        switch self {
        case .number, .integer: true
        case .text, .missing: false
        }
    }
}

/// Rows that can be written in any ``OutputFormat``; numbers keep all their digits in CSV and JSON.
struct DataTable {
    var columns: [String]
    var rows: [[Cell]]

    func write(as format: OutputFormat) {
        switch format {
        case .table: Terminal.write(Data(aligned.utf8))
        case .csv: Terminal.write(Data(commaSeparated.utf8))
        case .json: Terminal.write(Data((json + "\n").utf8))
        }
    }

    var aligned: String {
        let texts = [columns] + rows.map { $0.map(Self.readable) }
        let widths = columns.indices.map { column in texts.map { $0[column].count }.max() ?? 0 }
        let isNumeric = columns.indices.map { column in
            rows.contains { $0[column].isNumeric }
        }
        return texts.map { row in
            row.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return isNumeric[column] ? padding + row[column] : row[column] + padding
            }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
        }.joined()
    }

    var commaSeparated: String {
        ([columns] + rows.map { $0.map(Self.exact) }).map { row in
            row.map(Self.quoted).joined(separator: ",") + "\r\n"
        }.joined()
    }

    var json: String {
        "["
            + rows.map { row in
                "\n  {"
                    + zip(columns, row).map { "\(Self.jsonText($0)): \(Self.jsonValue($1))" }.joined(
                        separator: ", ")
                    + "}"
            }.joined(separator: ",") + (rows.isEmpty ? "]" : "\n]")
    }

    private static func readable(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number):
            // What four decimals would show as 0 keeps its size.
            String(format: number != 0 && abs(number) < 0.00005 ? "%.1e" : "%.4f", number)
        case .integer(let number): "\(number)"
        case .missing(let reason): reason.isEmpty ? "–" : "– (\(reason))"
        }
    }

    private static func exact(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .integer(let number): "\(number)"
        case .missing: ""
        }
    }

    private static func quoted(_ text: String) -> String {
        // A leading sign would be run as a formula by a spreadsheet.
        let safe = text.first.map { "=@".contains($0) } == true ? "'" + text : text
        return safe.contains(where: { ",\"\r\n".contains($0) })
            ? "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : safe
    }

    private static func jsonValue(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): jsonText(text)
        case .number(let number): number.isFinite ? "\(number)" : "null"
        case .integer(let number): "\(number)"
        case .missing: "null"
        }
    }

    static func jsonText(_ text: String) -> String {
        let data = try? JSONSerialization.data(
            withJSONObject: text, options: [.fragmentsAllowed, .withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}

extension String {
    var trimmingTrailingSpaces: String {
        var slice = self[...]
        while slice.last == " " { slice = slice.dropLast() }
        return String(slice)
    }
}

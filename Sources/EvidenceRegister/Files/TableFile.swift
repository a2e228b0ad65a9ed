import SwiftCSV

/// Tables of the register as comma separated text: the same columns in the same order as the files it
/// carries.
public enum TableFile {
    /// Reads rows. Strict: every column must be there once, every cell must fit; all mistakes are reported,
    /// one line each.
    ///
    /// - Parameter name: the name to show in errors.
    /// - Throws: ``RegisterErrors``.
    public static func read<Row: TableRow>(
        _ type: Row.Type, from text: String, name: String
    ) throws(RegisterErrors) -> [Row] {
        let lines: [[String]]
        do {
            lines = try cells(of: text, name: name)
        } catch {
            throw RegisterErrors([error])
        }
        let columns = try columns(of: type, header: lines.first ?? [], name: name)
        var rows: [Row] = []
        var seen: [String: Int] = [:]
        var errors: [RegisterError] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let place = "\(name), row \(index + 1)"
            guard line.count == columns.count else {
                errors.append(
                    RegisterError(
                        .raggedRow, at: place, found: "\(line.count) cells",
                        expected: "\(columns.count) cells",
                        mend: "check for a missing or extra comma, or a quotation mark left out"))
                continue
            }
            do throws(RegisterError) {
                let row = try Row(cells: { line[columns[$0] ?? 0] })
                if let earlier = seen[row.id] {
                    throw RegisterError(
                        .duplicateRow,
                        at: "column '\(Row.keyFields.map(\.rawValue).joined(separator: "' and '"))'",
                        found: row.id, expected: "each row once",
                        mend: "take out this row or row \(earlier)")
                }
                seen[row.id] = index + 1
                rows.append(row)
            } catch {
                errors.append(error.at("\(place), \(error.place)"))
            }
        }
        guard errors.isEmpty else { throw RegisterErrors(errors) }
        return rows
    }

    /// Writes rows, with a header, `\n` at the end of each line, and quotation marks where a cell needs them.
    public static func write<Row: TableRow>(_ rows: [Row]) -> String {
        var text = Row.Field.allCases.map(\.rawValue).joined(separator: ",") + "\n"
        for row in rows {
            text += Row.Field.allCases.map { quoted(row.cell($0)) }.joined(separator: ",") + "\n"
        }
        return text
    }

    private static func quoted(_ cell: String) -> String {
        let needsMarks = cell.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
        // The reader drops white space in front of a cell without marks.
        let leads = cell.first?.isWhitespace ?? false
        guard needsMarks || leads else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private static func columns<Row: TableRow>(
        of type: Row.Type, header: [String], name: String
    ) throws(RegisterErrors) -> [Row.Field: Int] {
        var columns: [Row.Field: Int] = [:]
        var errors: [RegisterError] = []
        let expected = Row.Field.allCases.map(\.rawValue).joined(separator: ",")
        for (position, title) in header.enumerated() {
            guard let field = Row.Field(rawValue: title), columns[field] == nil else {
                errors.append(
                    RegisterError(
                        .header, at: "\(name), row 1, column \(position + 1)", found: title,
                        expected: "each of \(expected) once", mend: "rename the column or take it out"))
                continue
            }
            columns[field] = position
        }
        for field in Row.Field.allCases where columns[field] == nil {
            errors.append(
                RegisterError(
                    .header, at: "\(name), row 1", found: header.joined(separator: ","),
                    expected: "a column '\(field.rawValue)'", mend: "add the column"))
        }
        guard errors.isEmpty else { throw RegisterErrors(errors) }
        return columns
    }

    private static func cells(of text: String, name: String) throws(RegisterError) -> [[String]] {
        let body = TextFile.withPlainLineEnds(text)
        // The library takes the rest of the file for one cell when a quotation mark is not closed.
        guard body.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw RegisterError(
                .unclosed, at: name, found: "an odd number of quotation marks", expected: "pairs",
                mend: "close the mark, or double it where it belongs to the cell")
        }
        var lines: [[String]] = []
        do {
            let csv = try CSV<Enumerated>(
                string: body, delimiter: .comma, loadColumns: false, rowLimit: 0)
            // Rows as they are: the library's own rows are padded to one length, which would hide a short
            // one.
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { lines.append($0) }
        } catch {
            throw RegisterError(
                .unclosed, at: "\(name), row \(lines.count + 1)", found: "a quotation mark inside a cell",
                expected: "a mark that is doubled", mend: "double it or take it out")
        }
        while let last = lines.last, last.allSatisfy({ $0.isEmpty }) { lines.removeLast() }
        guard !lines.isEmpty else {
            throw RegisterError(
                .header, at: name, found: "", expected: "a header and one row per line",
                mend: "give the file that was exported")
        }
        return lines
    }
}

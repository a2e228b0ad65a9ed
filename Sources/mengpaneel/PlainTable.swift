import Foundation
import SwiftCSV

/// A plain text table of the user's own, read in this process: for `measure`, where starting a reader of foreign
/// files would cost more than the sum itself.
struct PlainTable {
    var fileName: String
    var header: [String]
    var rows: [[String]]

    private static let largestFile = 512 << 20
    private static let longestLine = 1 << 20

    /// Reads a file with a header row; the delimiter is the comma, semicolon or tab that the header holds most.
    ///
    /// - Throws: ``UserError`` in one line: file, row, what was found, what was expected.
    init(path: String) throws {
        fileName = (path as NSString).lastPathComponent
        let text = try Self.text(path, fileName)
        let firstLine = text.prefix { !$0.isNewline }
        let delimiter =
            [",", ";", "\t"].max { Self.count($0, in: firstLine) < Self.count($1, in: firstLine) } ?? ","
        var all: [[String]] = []
        // The library takes the rest of the file for one cell when a quotation mark is not closed.
        guard text.utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
            throw UserError(
                "\(fileName): a quotation mark is not closed; close it, or double it where it belongs to the cell."
            )
        }
        do {
            let csv = try CSV<Enumerated>(
                string: text, delimiter: .character(Character(delimiter)), loadColumns: false, rowLimit: 0)
            // Rows as they are: the library's own rows are padded to one length, which would hide a short one.
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { all.append($0) }
        } catch {
            throw UserError(
                "\(fileName), row \(all.count + 1): a quotation mark is not closed or stands inside a cell; double it or take it out."
            )
        }
        guard let first = all.first, first.contains(where: { !$0.isEmpty }) else {
            throw UserError(
                "\(fileName): the file holds no rows; a header row and rows under it are expected.")
        }
        header = first.map { $0.trimmingCharacters(in: .whitespaces) }
        rows = Array(all.dropFirst())
        while let last = rows.last, last.allSatisfy({ $0.isEmpty }) { rows.removeLast() }
        for (index, row) in rows.enumerated() where row.count != header.count {
            throw UserError(
                "\(fileName), row \(index + 2): \(row.count) cells, the header has \(header.count); check for a stray or missing '\(delimiter == "\t" ? "tab" : delimiter)'."
            )
        }
        var seen: Set<String> = []
        for (index, name) in header.enumerated() where !seen.insert(name).inserted {
            throw UserError(
                "\(fileName), column \(index + 1): the name '\(name)' stands twice in the header; give each column its own name."
            )
        }
    }

    /// The position of the first of `names` that the header has, whatever its case.
    func column(_ names: [String]) -> Int? {
        header.firstIndex { name in names.contains(name.lowercased()) }
    }

    /// The number in a cell, with a decimal point or, beside a semicolon, a comma; nil where it is empty or ".".
    func number(row: Int, column: Int, expected: String = "a count") throws -> Double? {
        let cell = rows[row][column].trimmingCharacters(in: .whitespaces)
        if cell.isEmpty || cell == "." || cell.uppercased() == "NA" { return nil }
        if let number = Double(cell.contains(".") ? cell : cell.replacingOccurrences(of: ",", with: ".")),
            number.isFinite
        {
            return number
        }
        throw UserError(
            "\(fileName), row \(row + 2), column '\(header[column])': '\(cell.prefix(40))' is no number; \(expected) is expected, or nothing where it is not known."
        )
    }

    private static func count(_ delimiter: String, in line: Substring) -> Int {
        line.reduce(0) { $0 + (String($1) == delimiter ? 1 : 0) }
    }

    private static func text(_ path: String, _ fileName: String) throws -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("\(path): there is no such file.")
        }
        if isFolder.boolValue { throw UserError("\(path): is a folder; give a file.") }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? Int, size > largestFile {
            throw UserError(
                "\(fileName): \(size >> 20) MB is more than the \(largestFile >> 20) MB that is read at once."
            )
        }
        guard var data = FileManager.default.contents(atPath: path) else {
            throw UserError("\(path): cannot be read; check its permissions.")
        }
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
        if data.contains(0) {
            throw UserError(
                "\(fileName): is no text file; save the table as CSV (a spreadsheet goes through `mengpaneel import`)."
            )
        }
        var start = data.startIndex
        var row = 1
        while start < data.endIndex {
            let end = data[start...].firstIndex(of: 0x0A) ?? data.endIndex
            if end - start > longestLine {
                throw UserError(
                    "\(fileName), row \(row): the line is longer than 1 MB; check the line ends of the file.")
            }
            start = end + 1
            row += 1
        }
        if let text = String(data: data, encoding: .utf8) { return text }
        // Old exports of statistics offices are in Windows-1252.
        guard let text = String(data: data, encoding: .windowsCP1252) else {
            throw UserError(
                "\(fileName): the letters are neither UTF-8 nor Windows-1252; save the file as UTF-8.")
        }
        return text
    }
}

/// The fields of a text line by line, as RFC 4180 and numpy write them. Nothing is held but the line at hand.
enum DelimitedText {
    /// What separates fields.
    enum Separator {
        /// A comma, with fields in double quotes where they hold one.
        case comma
        /// Commas, semicolons, spaces or tabs, several as one; `#` starts a comment.
        case loose
    }

    /// One line with fields; empty lines are left out.
    struct Row {
        /// The line, counted from 1; where fields hold line ends the first of them.
        let line: Int
        let fields: [String]

        /// The finite number in a field, counted from 0; spaces around it are allowed.
        /// - Throws: ``ExperimentError/text(line:column:found:expected:)``.
        func number(_ place: Int, of what: String = "number") throws -> Double {
            guard let number = finiteNumber(place) else {
                throw ExperimentError.text(
                    line: line, column: place + 1,
                    found: fields[place].isEmpty ? "nothing" : "'\(fields[place])'",
                    expected: "a finite \(what) with a point for decimals, such as 0.5 or 1e-3")
            }
            return number
        }

        /// The finite number in a field, or `nil`.
        func finiteNumber(_ place: Int) -> Double? {
            let text = trimmed(place)
            // Hexadecimal digits are a number to Swift and to nobody else here.
            guard let number = Double(text), number.isFinite,
                !text.utf8.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") })
            else { return nil }
            return number
        }

        /// A field without the spaces around it.
        func trimmed(_ place: Int) -> String {
            let space = UInt8(ascii: " ")
            let bytes = fields[place].utf8
            guard bytes.first == space || bytes.last == space else { return fields[place] }
            let open = bytes.drop { $0 == space }
            return String(decoding: open.reversed().drop { $0 == space }.reversed(), as: UTF8.self)
        }

        /// Refuses another number of fields.
        func check(count: Int, _ what: String) throws {
            guard fields.count == count else {
                throw ExperimentError.text(
                    line: line, column: min(fields.count, count) + 1,
                    found: fields.count == 1 ? "1 field" : "\(fields.count) fields",
                    expected: "\(count): \(what)")
            }
        }
    }

    /// Reads a text line by line; a byte order mark at its start is left out.
    /// - Throws: ``ExperimentError/text(line:column:found:expected:)`` for a quote that does not end, and what `body` throws.
    static func forEachRow(_ text: String, _ separator: Separator, _ body: (Row) throws -> Void) throws {
        var text = text
        try text.withUTF8 { bytes in
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let content = bytes[(hasMark ? 3 : 0)...]
            switch separator {
            case .loose: try loose(content, body)
            case .comma: try quoted(content, body)
            }
        }
    }

    /// All lines of a text.
    static func rows(_ text: String, _ separator: Separator) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow(text, separator) { rows.append($0) }
        return rows
    }

    private static func loose(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Row) throws -> Void) throws
    {
        var line = 1
        var fields: [String] = []
        var start: Int?
        var inComment = false
        for place in bytes.startIndex...bytes.endIndex {
            // The end of the text ends the last line.
            let byte = place < bytes.endIndex ? bytes[place] : 10
            let ends: Bool
            switch byte {
            case 9, 10, 13, 32, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "#"): ends = true
            default: ends = false
            }
            if !ends {
                if start == nil, !inComment { start = place }
                continue
            }
            if let first = start {
                fields.append(String(decoding: bytes[first..<place], as: UTF8.self))
                start = nil
            }
            if byte == UInt8(ascii: "#") { inComment = true }
            guard byte == 10 else { continue }
            if !fields.isEmpty { try body(Row(line: line, fields: fields)) }
            fields.removeAll(keepingCapacity: true)
            inComment = false
            line += 1
        }
    }

    private static func quoted(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Row) throws -> Void)
        throws
    {
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var line = 1
        var start = 1
        var inQuotes = false
        var wasQuoted = false
        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        func endRow() throws {
            let isBlank = fields.isEmpty && field.isEmpty && !wasQuoted
            endField()
            if !isBlank { try body(Row(line: start, fields: fields)) }
            fields.removeAll(keepingCapacity: true)
        }
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            let next = place + 1 < bytes.endIndex ? bytes[place + 1] : 10
            place += 1
            if inQuotes {
                if byte == quote, next == quote {
                    field.append(quote)
                    place += 1
                } else if byte == quote {
                    inQuotes = false
                } else {
                    if byte == 10 { line += 1 }
                    field.append(byte)
                }
            } else if byte == quote, field.isEmpty, !wasQuoted {
                inQuotes = true
                wasQuoted = true
            } else if byte == UInt8(ascii: ",") {
                endField()
            } else if byte == 10 {
                try endRow()
                line += 1
                start = line
            } else if byte != 13 || next != 10 {
                field.append(byte)
            }
        }
        guard !inQuotes else {
            throw ExperimentError.text(
                line: start, column: fields.count + 1, found: "a double quote that does not end",
                expected: "a second one before the end of the text")
        }
        try endRow()
    }

    /// A field as RFC 4180 writes it.
    static func field(_ text: String) -> String {
        let special = text.utf8.contains { [34, 44, 10, 13].contains($0) }
        return special ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

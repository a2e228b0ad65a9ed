/// Comma-separated lines (RFC 4180), written and read back.
enum QuotedRow {
    /// One line without its line end.
    static func line(_ fields: [String]) -> String { fields.map(quoted).joined(separator: ",") }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        var text = "\""
        for character in field {
            if character == "\"" { text.append("\"") }
            text.append(character)
        }
        return text + "\""
    }

    /// The fields of every line; a quoted field may hold line ends. Nil where a quote is left open.
    static func rows(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var justClosed = false
        for character in text {
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    justClosed = true
                } else {
                    field.append(character)
                }
                continue
            }
            if character == "\"" {
                if justClosed { field.append(character) }
                isQuoted = true
            } else if character == "," {
                row.append(field)
                field = ""
            } else if character.isNewline {
                row.append(field)
                field = ""
                rows.append(row)
                row = []
            } else {
                field.append(character)
            }
            justClosed = false
        }
        guard !isQuoted else { return nil }
        if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
        return rows
    }
}

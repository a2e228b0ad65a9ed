import Bilingual

extension FigureTable {
    /// The table as a file for machines, the same in every language and country: RFC 4180 with a comma between
    /// fields, a decimal point, CRLF line ends and UTF-8 without a byte order mark. Spreadsheet programs with Dutch
    /// settings open it through their import dialogue.
    ///
    /// Values are written in full, as stored (a share as 0.384, not 38%). A missing value is an empty field; a
    /// column with one gets a column of reasons behind it. A text that a spreadsheet would run as a formula
    /// (it starts with `=`, `+`, `-`, `@` or a tab) gets an apostrophe in front.
    public func csv() -> String {
        let withReasons = columns.indices.filter { column in
            rows.contains { if case .missing = $0[column] { true } else { false } }
        }
        let reasonTitle = language == .dutch ? "reden ontbreekt" : "reason missing"
        var header: [String] = []
        for (place, column) in columns.enumerated() {
            header.append(Self.field(column))
            if withReasons.contains(place) { header.append(Self.field("\(column) (\(reasonTitle))")) }
        }
        var text = header.joined(separator: ",") + "\r\n"
        for row in rows {
            var fields: [String] = []
            for (place, cell) in row.enumerated() {
                var reason = ""
                switch cell {
                case .text(let text), .named(let text, _), .link(let text, _): fields.append(Self.field(text))
                case .number(let value, _): fields.append(value.isFinite ? "\(value)" : "")
                case .missing(let why):
                    fields.append("")
                    reason = Self.field(why)
                case .blank: fields.append("")
                }
                if withReasons.contains(place) { fields.append(reason) }
            }
            text += fields.joined(separator: ",") + "\r\n"
        }
        return text
    }

    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t".contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}

/// A table as a file for machines: RFC 4180, a decimal point, UTF-8.
struct CommaText {
    /// A field.
    enum Field {
        /// Words that people wrote. What a spreadsheet would run as a formula gets an apostrophe in front.
        case text(String)
        /// A number.
        case number(Double?)
        /// A whole number.
        case whole(Int?)
    }

    let columns: [String]
    let rows: [[Field]]

    /// The whole file.
    var text: String {
        ([columns.map(Self.quoted)] + rows.map { $0.map(Self.written) }).map {
            $0.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .text(let text): quoted(guarded(text))
        case .number(let value):
            value.map { $0 == $0.rounded() && abs($0) < 1e15 ? "\(Int($0))" : "\($0)" } ?? ""
        case .whole(let value): value.map(String.init) ?? ""
        }
    }

    static func guarded(_ text: String) -> String {
        text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// A JSON value whose keys keep their order.
indirect enum JSONTree {
    case object([(String, JSONTree)])
    case array([JSONTree])
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case null

    /// The text, indented where an object or a list of objects is long.
    func text(indent: Int = 0) -> String {
        switch self {
        case .object(let fields):
            guard !fields.isEmpty else { return "{}" }
            let inside = String(repeating: " ", count: indent + 2)
            return "{\n"
                + fields.map { "\(inside)\(DataTable.jsonText($0.0)): \($0.1.text(indent: indent + 2))" }
                .joined(separator: ",\n") + "\n" + String(repeating: " ", count: indent) + "}"
        case .array(let values):
            let holdsObjects = values.contains { if case .object = $0 { true } else { false } }
            guard holdsObjects else { return "[" + values.map { $0.text() }.joined(separator: ", ") + "]" }
            let inside = String(repeating: " ", count: indent + 2)
            return "[\n" + values.map { inside + $0.text(indent: indent + 2) }.joined(separator: ",\n")
                + "\n" + String(repeating: " ", count: indent) + "]"
        case .number(let value): return value.isFinite ? "\(value)" : "null"
        case .integer(let value): return "\(value)"
        case .text(let text): return DataTable.jsonText(text)
        case .flag(let flag): return flag ? "true" : "false"
        case .null: return "null"
        }
    }
}

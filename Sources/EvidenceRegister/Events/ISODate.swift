/// A day, or a moment of a day in universal time, as ISO 8601 writes it: `2026-03-14` or
/// `2026-03-14T09:26:53Z`. Whoever calls passes it in: the register reads no clock.
public struct ISODate: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The text.
    public let text: String

    /// The day without the time.
    public var day: String { String(text.prefix(10)) }

    /// The text.
    public var description: String { text }

    /// Reads a date.
    ///
    /// - Throws: ``RegisterError`` of kind `date` when the day or the time does not exist.
    public init(_ text: String) throws(RegisterError) {
        guard Self.isValid(Array(text.utf8)) else {
            throw RegisterError(
                .date, at: "date", found: text, expected: "a day such as 2026-03-14 or 2026-03-14T09:26:53Z",
                mend: "give a day of the calendar")
        }
        self.text = text
    }

    /// Reads a date from its text; a day that does not exist is refused.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 10 || bytes.count == 20 else { return false }
        let pattern = Array("0000-00-00T00:00:00Z".utf8)
        for (byte, expected) in zip(bytes, pattern) {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            guard expected == UInt8(ascii: "0") ? isDigit : byte == expected else { return false }
        }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        let year = number(0..<4)
        let month = number(5..<7)
        guard (1...12).contains(month) else { return false }
        let isLeap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(number(8..<10)) else { return false }
        guard bytes.count == 20 else { return true }
        return number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 60
    }
}

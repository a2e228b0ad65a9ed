/// Looks at the text of a YAML file before a parser does, and refuses what costs a parser more than its length: nesting
/// without end, and references that repeat each other until the content has more parts than the machine has bytes.
///
/// Files of packages come also in the address of a page, from whoever can reach the server.
public enum YAMLGuard {
    /// Lists and fields between brackets go so deep at most.
    public static let deepest = 50
    /// Spaces and marks of lists at the beginning of a line, at most.
    public static let widest = 120
    /// References in a file that may have them, at most: so few cannot repeat each other into more than a few thousand parts.
    public static let mostReferences = 24

    /// Why a text is not given to a parser.
    public struct Refusal: Error, Hashable, CustomStringConvertible {
        /// The line, from 1.
        public let line: Int
        /// What is wrong and how to mend it.
        public let description: String
    }

    /// Refuses a text that nests too deep or refers to itself.
    ///
    /// - Parameter references: whether names (`&x`) and references to them (`*x`) are taken, as in a file of one's own.
    ///
    /// Brackets inside quotes count as well: a text with fifty open ones has no place in a file of measures or columns.
    public static func check(_ text: String, references: Bool = false) throws(Refusal) {
        var (line, depth, lead) = (1, 0, 0)
        var isLead = true
        var before: UInt8 = newLine
        var (anchor, reference) = (Int?.none, Int?.none)
        var referencesRead = 0
        var mark: (byte: UInt8, line: Int)?
        for byte in text.utf8 {
            if let one = mark, isName(byte) {
                if one.byte == ampersand {
                    anchor = anchor ?? one.line
                } else {
                    reference = reference ?? one.line
                    referencesRead += 1
                }
            }
            mark = nil
            switch byte {
            case newLine:
                (line, lead, isLead) = (line + 1, 0, true)
            case opening[0], opening[1]:
                depth += 1
                isLead = false
            case closing[0], closing[1]:
                depth = max(0, depth - 1)
                isLead = false
            case ampersand, star:
                if beforeMark.contains(before) { mark = (byte, line) }
                isLead = false
            default:
                if !leading.contains(byte) { isLead = false }
            }
            if isLead, byte != newLine { lead += 1 }
            guard depth <= deepest, lead <= widest else {
                throw Refusal(line: line, description: "nests too deep; at most \(deepest) levels are read")
            }
            if !references, anchor != nil, let reference {
                throw Refusal(
                    line: reference,
                    description: "names (&) and references to them (*) are not read; write the value out")
            }
            if anchor != nil, referencesRead > mostReferences {
                throw Refusal(
                    line: line,
                    description:
                        "refers to itself (*) too often; at most \(mostReferences) references are read")
            }
            before = byte
        }
    }

    private static let newLine = UInt8(ascii: "\n")
    private static let ampersand = UInt8(ascii: "&")
    private static let star = UInt8(ascii: "*")
    private static let opening = Array("[{".utf8)
    private static let closing = Array("]}".utf8)
    private static let leading = Set(" \t\r-?:".utf8)
    private static let beforeMark = Set(" \t\r\n[{,:-?".utf8)

    private static func isName(_ byte: UInt8) -> Bool {
        !Set(" \t\r\n[]{},&*".utf8).contains(byte)
    }
}

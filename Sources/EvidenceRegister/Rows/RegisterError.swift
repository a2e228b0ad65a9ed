/// Why something cannot be read, changed or undone, in one line for the person at the desk: where, what was
/// found, what was expected, how to mend it.
public struct RegisterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of mistake it is.
    public enum Kind: String, Sendable, Hashable {
        /// A cell holds something that its column does not take.
        case cell
        /// The header of a table is not the header that belongs to it.
        case header
        /// A row has too few or too many cells.
        case raggedRow
        /// A quotation mark, brace or entry is not closed.
        case unclosed
        /// The bytes are no text.
        case encoding
        /// A row with this identifier is there already.
        case duplicateRow
        /// A row names a row that is not there.
        case unknownReference
        /// A value has changed since it was read.
        case stale
        /// A row or event is not there.
        case notFound
        /// The column names the row and cannot change.
        case keyColumn
        /// There is nothing to undo.
        case nothingToUndo
        /// An entry of a reference file is malformed.
        case entry
        /// A text is no date.
        case date
    }

    /// What kind of mistake it is.
    public let kind: Kind
    /// Where it stands, such as `studies.csv, row 12, column 'year'`.
    public let place: String
    /// What was found.
    public let found: String
    /// What was expected.
    public let expected: String
    /// How to mend it.
    public let mend: String

    /// Makes an error. What was found is cut at 60 characters, so that the line stays one line.
    public init(_ kind: Kind, at place: String, found: String, expected: String, mend: String) {
        self.kind = kind
        self.place = place
        let line = String(found.map { $0.isNewline ? " " : $0 })
        self.found = line.count > 60 ? line.prefix(57) + "..." : line
        self.expected = expected
        self.mend = mend
    }

    /// The line.
    public var description: String {
        "\(place): found \(found.isEmpty ? "nothing" : "'\(found)'"), expected \(expected); \(mend)."
    }

    /// The same mistake at another place.
    func at(_ place: String) -> RegisterError {
        RegisterError(kind, at: place, found: found, expected: expected, mend: mend)
    }
}

/// All mistakes of one file, in its order; never empty.
public struct RegisterErrors: Error, Sendable, Hashable, CustomStringConvertible {
    /// The mistakes, one line each.
    public let errors: [RegisterError]

    init(_ errors: [RegisterError]) { self.errors = errors }

    /// One line per mistake.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

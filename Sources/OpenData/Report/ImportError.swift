public import Bilingual

/// Why an import was refused: one line that says what, where, what was expected and how to mend it.
public struct ImportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong. Each has its own sentence.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The reading program was not found.
        case readerMissing
        /// The reading program ended without an answer: a crash, or a limit on memory or time.
        case readerStopped
        /// The reading program answered something that is not in its format.
        case stream
        /// There is no such file, or it may not be read.
        case unreadable
        /// A folder where a file is meant.
        case directory
        /// The file holds nothing.
        case empty
        /// A header and no rows, or no row that the import is about.
        case noRows
        /// Not a text and no format that is known.
        case binary
        /// A format that is not read.
        case format
        /// The file stops halfway or is damaged.
        case truncated
        /// The file grows too much when it is unpacked.
        case tooLarge
        /// A line that is longer than any table has.
        case lineTooLong
        /// A character set that is not read, or broken characters.
        case encoding
        /// A quotation mark that is never closed.
        case quotes
        /// A row with another number of cells than the header.
        case raggedRow
        /// A map layer or sheet that is not there, or has to be chosen.
        case noLayer
        /// An archive with several files.
        case severalMembers
        /// A column that the import needs is not there.
        case missingColumn
        /// None of the columns that a mapping file names is there.
        case mappedColumnMissing
        /// The same column twice.
        case duplicateColumn
        /// None of the columns is known.
        case nothingKnown
        /// A row without an area code.
        case missingCode
        /// A code that cannot be an area code.
        case invalidCode
        /// The same area twice in one year.
        case duplicateCode
        /// A cell that should be a number.
        case notANumber
        /// A number that cannot occur: a negative count, a share over 100%.
        case outOfRange
        /// Shares of one whole that add up to far more than it.
        case sumTooLarge
        /// The year of the figures is unknown.
        case unknownYear
        /// Years that do not agree with each other.
        case mixedYears
        /// An area shape that cannot be used.
        case geometry
        /// Coordinates that do not fit their coordinate system, or lie outside the Netherlands.
        case coordinates
        /// An old export without codes.
        case oldExport
        /// A mapping file that does not say what it must.
        case mapping
        /// The municipality has no rows in the file.
        case municipalityMissing
        /// A text that belongs to another kind of data: a page is missing, or an error page was saved.
        case incompleteService
    }

    /// What is wrong.
    public var kind: Kind
    /// The file, by name.
    public var file: String
    /// The row as a spreadsheet counts it: the header is row 1.
    public var row: Int?
    /// The column, by name.
    public var column: String?
    /// What was found there.
    public var found: String?
    /// What should be there, where the kind does not say it already.
    public var expected: String?

    /// Makes an error.
    public init(
        _ kind: Kind, file: String, row: Int? = nil, column: String? = nil, found: String? = nil,
        expected: String? = nil
    ) {
        self.kind = kind
        self.file = file
        self.row = row
        self.column = column
        self.found = found.map { Self.oneLine($0) }
        self.expected = expected.map { Self.oneLine($0) }
    }

    /// The whole message on one line in `language`.
    public func line(_ language: Language) -> String {
        var place = file
        if let row { place += language == .dutch ? ", rij \(row)" : ", row \(row)" }
        if let column { place += language == .dutch ? ", kolom “\(column)”" : ", column “\(column)”" }
        let texts = kind.texts
        var message = "\(place): \(texts.what(language))"
        if let found, !found.isEmpty {
            message += language == .dutch ? "; gevonden: “\(found)”" : "; found: “\(found)”"
        }
        if let expected, !expected.isEmpty {
            message += language == .dutch ? "; verwacht: \(expected)" : "; expected: \(expected)"
        }
        return message + ". " + texts.mend(language)
    }

    /// The message in English.
    public var description: String { line(.english) }

    /// Whatever a file holds, it cannot add lines or control characters to a message, nor flood it.
    private static func oneLine(_ text: String) -> String {
        let clean = text.unicodeScalars.prefix(160).map {
            $0.value < 0x20 || $0.value == 0x7F ? " " : String($0)
        }
        return clean.joined() + (text.unicodeScalars.count > 160 ? "…" : "")
    }
}

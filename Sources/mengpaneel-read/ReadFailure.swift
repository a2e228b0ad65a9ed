/// Why a file could not be read. `code` is one of the words in <doc:StreamFormat>; the reader of the stream turns
/// it into a sentence in the user's language. `detail` is what was found, `row` the record it was found in.
struct ReadFailure: Error {
    var code: Code
    var row: Int = -1
    var detail: String = ""

    /// The kinds of failure; the raw values are part of the stream format.
    enum Code: String {
        case usage, unreadable, directory, empty, binary, format, truncated, tooLarge, lineTooLong
        case encoding, quotes, raggedRow, noLayer, severalMembers, noField, geometry, coordinates, memory
    }

    init(_ code: Code, row: Int = -1, _ detail: String = "") {
        self.code = code
        self.row = row
        self.detail = detail
    }
}

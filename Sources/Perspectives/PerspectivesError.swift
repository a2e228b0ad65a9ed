/// Why votes or sorts cannot be analysed, in one line that says what was found and how to mend it.
public enum PerspectivesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is no vote at all.
    case noVotes
    /// A parameter lies outside its range.
    case parameter(name: String, found: String, expected: String)
    /// A list has another length than what it belongs to.
    case count(what: String, found: Int, expected: String)
    /// Sorts have no spread, so that they do not correlate with anything. The sort counts from 1.
    case constantSort(Int)
    /// A number that must be finite is not. Row and column count from 1.
    case notFinite(row: Int, column: Int)
    /// A text cannot be read. Lines and columns count from 1.
    case text(line: Int, column: Int, found: String, expected: String)

    /// One line: what, where, what was found and how to mend it.
    public var description: String {
        switch self {
        case .noVotes: "there are no votes; give at least one"
        case .parameter(let name, let found, let expected):
            "\(name) is \(found); it must be \(expected)"
        case .count(let what, let found, let expected):
            "there are \(found) \(what); there must be \(expected)"
        case .constantSort(let place):
            "sort \(place) gives every statement the same place; a sort must tell statements apart"
        case .notFinite(let row, let column):
            "row \(row), column \(column) is no finite number"
        case .text(let line, let column, let found, let expected):
            "line \(line), column \(column): found \(found), expected \(expected)"
        }
    }
}

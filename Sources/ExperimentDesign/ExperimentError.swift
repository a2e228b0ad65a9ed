/// Why an experiment cannot be designed or analysed, in one line that says what was found and how to mend it.
public enum ExperimentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A factor has no name, a name used before, or a range that is none.
    case factor(name: String, problem: String)
    /// A parameter lies outside its range.
    case parameter(name: String, found: String, expected: String)
    /// A list has another length than what it belongs to.
    case count(what: String, found: Int, expected: String)
    /// A number that must be finite is not. The place counts from 1.
    case notFinite(what: String, place: Int, found: Double)
    /// The Sobol' sequence has no direction numbers for so many dimensions.
    case tooManyDimensions(found: Int, supported: Int)
    /// Points do not have the form that the analysis asks for. The point counts from 1.
    case shape(point: Int, problem: String)
    /// A name that is not among those known.
    case unknown(what: String, name: String, known: [String])
    /// A text cannot be read. Lines and columns count from 1; a column is a field of the line.
    case text(line: Int, column: Int, found: String, expected: String)

    /// One line: what, where, what was found and how to mend it.
    public var description: String {
        switch self {
        case .factor(let name, let problem):
            "factor '\(name)': \(problem)"
        case .parameter(let name, let found, let expected):
            "parameter \(name) is \(found); it must be \(expected)"
        case .count(let what, let found, let expected):
            "there are \(found) \(what); there must be \(expected)"
        case .notFinite(let what, let place, let found):
            "\(what) number \(place) is \(found); give a finite number, or leave the whole run out of the design"
        case .tooManyDimensions(let found, let supported):
            "\(found) dimensions were asked of the Sobol' sequence and \(supported) are supported; fix some "
                + "factors at one value, or take a Latin hypercube"
        case .shape(let point, let problem):
            "point \(point) of the design: \(problem)"
        case .unknown(let what, let name, let known):
            "there is no \(what) '\(name)'; there is "
                + (known.isEmpty ? "none" : known.joined(separator: ", "))
        case .text(let line, let column, let found, let expected):
            "line \(line), column \(column): found \(found), expected \(expected)"
        }
    }
}

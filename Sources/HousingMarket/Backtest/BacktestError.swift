public import Neighbourhoods

/// Why a back-test cannot be made from what was given, in one line.
public enum BacktestError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There are no areas.
    case noAreas(indicator: Variable.ID)
    /// An area occurs twice.
    case duplicateArea(indicator: Variable.ID, area: AreaCode)
    /// The second year is not later than the first.
    case yearOrder(indicator: Variable.ID, year0: Int, year1: Int)
    /// An earlier observation is not before the first year, or two are of one year.
    case earlierYear(indicator: Variable.ID, found: Int, year0: Int)
    /// A list has another length than there are areas.
    case length(indicator: Variable.ID, what: String, found: Int, expected: Int)
    /// A known value is not a finite number, or a size is not above 0.
    case number(indicator: Variable.ID, what: String, area: AreaCode, found: Double)
    /// There are no draws to score.
    case noDraws(indicator: Variable.ID)
    /// The threshold for noise is negative or not a number.
    case threshold(indicator: Variable.ID, found: Double)
    /// An option lies outside its range.
    case option(name: String, found: Double, expected: String)

    /// One line: what was found, what was expected, how to mend it.
    public var description: String {
        switch self {
        case .noAreas(let id):
            "the back-test of \(id.rawValue) has no areas; give at least one"
        case .duplicateArea(let id, let area):
            "the back-test of \(id.rawValue) has area \(area) twice; give each area once"
        case .yearOrder(let id, let year0, let year1):
            "the back-test of \(id.rawValue) goes from \(year0) to \(year1); the second year must be later"
        case .earlierYear(let id, let found, let year0):
            "an earlier observation of \(id.rawValue) is of \(found); give each year before \(year0) at most once"
        case .length(let id, let what, let found, let expected):
            "\(what) of \(id.rawValue) has \(found) values for \(expected) areas; give one for each area"
        case .number(let id, let what, let area, let found):
            "\(what) of \(id.rawValue) in area \(area) is \(found); give a usable number, or a reason why it is missing"
        case .noDraws(let id):
            "the back-test of \(id.rawValue) has no predictions; give at least one run of the model"
        case .threshold(let id, let found):
            "the noise threshold of \(id.rawValue) is \(found); give a number of 0 or more"
        case .option(let name, let found, let expected):
            "\(name) is \(found); expected \(expected)"
        }
    }
}

/// Why a calibration cannot be done or read, in one line.
public enum CalibrationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing to fit.
    case noParameters
    /// There is nothing to fit to.
    case noTargets
    /// An identifier occurs twice.
    case duplicate(id: String)
    /// A parameter's range is empty or not finite.
    case range(parameter: String, low: Double, high: Double)
    /// A number of a target cannot be used.
    case number(target: String, what: String, found: Double)
    /// A target is said to be known exactly and the model to be exact.
    case noUncertainty(target: String)
    /// The model gives another number of values than there are targets.
    case outcome(found: Int, expected: Int)
    /// An option lies outside its range.
    case option(name: String, found: Double, expected: String)
    /// A line of a stored calibration cannot be read.
    case line(number: Int, problem: String)

    /// One line: what was found, what was expected, how to mend it.
    public var description: String {
        switch self {
        case .noParameters:
            "the calibration has no parameters; give at least one with its range"
        case .noTargets:
            "the calibration has no targets; give at least one observed figure"
        case .duplicate(let id):
            "‘\(id)’ occurs twice among parameters and targets; give each its own identifier"
        case .range(let id, let low, let high):
            "parameter ‘\(id)’ runs from \(low) to \(high); give a lowest value below the highest"
        case .number(let id, let what, let found):
            "the \(what) of target ‘\(id)’ is \(found); give a finite number, at least 0 for a standard deviation"
        case .noUncertainty(let id):
            "target ‘\(id)’ has neither uncertainty nor discrepancy; no model fits exactly: give one of them above 0"
        case .outcome(let found, let expected):
            "the model gave \(found) values for \(expected) targets; it must give one for each, in their order"
        case .option(let name, let found, let expected):
            "\(name) is \(found); expected \(expected)"
        case .line(let number, let problem):
            "line \(number) of the calibration: \(problem)"
        }
    }
}

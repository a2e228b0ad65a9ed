/// Why a profile, table or instance cannot be used, or an outcome is not computed.
///
/// The description is one line: what was found and what was expected.
public enum GroupDecisionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There are no ballots, candidates, options or rows. `what` names the missing thing.
    case empty(what: String)
    /// A ballot names a candidate outside 0 ..< candidateCount. Ballots count from 0.
    case unknownCandidate(ballot: Int, candidate: Int, candidateCount: Int)
    /// A ballot names a candidate twice.
    case repeatedCandidate(ballot: Int, candidate: Int)
    /// A list has another length than its counterpart.
    case wrongLength(what: String, found: Int, expected: Int)
    /// A number lies outside its range.
    case outOfRange(what: String, found: String, expected: String)
    /// The exact outcome would take too long and is therefore not computed.
    case notComputed(what: String, found: Int, limit: Int)
    /// No project fits in the budget.
    case budgetBelowEveryCost(budget: Double, cheapest: Double)
    /// A chosen portfolio breaks a constraint. Choices count from 0.
    case infeasibleChoice(choice: Int)
    /// An estimate did not settle.
    case notConverged(what: String, iterations: Int)
    /// The reference file does not have the expected member.
    case malformedReference(file: String, member: String)

    /// One clear line.
    public var description: String {
        switch self {
        case .empty(let what):
            "found no \(what), expected at least one"
        case .unknownCandidate(let ballot, let candidate, let count):
            "ballot \(ballot) names candidate \(candidate), expected 0 to \(count - 1)"
        case .repeatedCandidate(let ballot, let candidate):
            "ballot \(ballot) names candidate \(candidate) more than once, expected at most once"
        case .wrongLength(let what, let found, let expected):
            "\(what) has length \(found), expected \(expected)"
        case .outOfRange(let what, let found, let expected):
            "\(what) is \(found), expected \(expected)"
        case .notComputed(let what, let found, let limit):
            "\(what) is not computed for size \(found), expected at most \(limit)"
        case .budgetBelowEveryCost(let budget, let cheapest):
            "the budget is \(budget), expected at least the cheapest cost \(cheapest)"
        case .infeasibleChoice(let choice):
            "choice \(choice) breaks a constraint, expected a feasible portfolio"
        case .notConverged(let what, let iterations):
            "\(what) did not settle in \(iterations) iterations, expected a maximum"
        case .malformedReference(let file, let member):
            "\(file) lacks a usable member \(member), expected the reference layout"
        }
    }
}

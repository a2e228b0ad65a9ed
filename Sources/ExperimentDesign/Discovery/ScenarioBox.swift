/// A region of the space of scenarios: per restricted variable a range or a set of categories.
public struct ScenarioBox: Sendable, Hashable {
    /// What a box asks of one variable.
    public enum Limit: Sendable, Hashable {
        /// A number in the range, ends included; `nil` leaves that side free.
        case range(lower: Double?, upper: Double?)
        /// One of these categories, in alphabetical order.
        case categories([String])
    }

    /// A limit with the variable it is about.
    public struct Restriction: Sendable, Hashable {
        /// The name of the variable.
        public let variable: String
        /// What is asked of it.
        public let limit: Limit

        /// A restriction.
        public init(_ variable: String, _ limit: Limit) {
            self.variable = variable
            self.limit = limit
        }
    }

    /// The restrictions, all of which hold, in the order of the table's columns. Empty: the box holds everything.
    public let restrictions: [Restriction]

    /// A box from restrictions.
    public init(_ restrictions: [Restriction]) {
        self.restrictions = restrictions
    }

    /// Per case of a table whether it lies in the box.
    /// - Throws: ``ExperimentError`` when the table lacks a variable, or has it in another kind.
    public func holds(_ table: ScenarioTable) throws -> [Bool] {
        var holds = [Bool](repeating: true, count: table.ofInterest.count)
        for restriction in restrictions {
            guard let variable = table.variables.first(where: { $0.name == restriction.variable }) else {
                throw ExperimentError.unknown(
                    what: "variable", name: restriction.variable, known: table.variables.map(\.name))
            }
            switch (restriction.limit, variable.values) {
            case (.range(let lower, let upper), .numbers(let numbers)):
                for (place, number) in numbers.enumerated()
                where number < lower ?? -.infinity || number > upper ?? .infinity {
                    holds[place] = false
                }
            case (.categories(let allowed), .categories(let names)):
                for (place, name) in names.enumerated() where !allowed.contains(name) {
                    holds[place] = false
                }
            case (.range, .categories), (.categories, .numbers):
                throw ExperimentError.parameter(
                    name: "restriction of '\(restriction.variable)'",
                    found: "of another kind than its column",
                    expected: "a range for numbers and a set for categories")
            }
        }
        return holds
    }
}

/// Experiments and outcomes as the EMA workbench keeps them.
///
/// The workbench's `load_results` opens a `.tar.gz` of ``files()``.
public struct EMAResults: Sendable, Equatable {
    /// One outcome of every case.
    public struct Outcome: Sendable, Equatable {
        /// The name.
        public let name: String
        /// One value per case.
        public let values: [Double]

        /// An outcome.
        public init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// A file by name and text.
    public struct File: Sendable, Equatable {
        /// The name within the archive.
        public let name: String
        /// The text.
        public let text: String
    }

    /// The uncertainties and then the levers, in the order of the columns.
    public let variables: [ScenarioVariable]
    /// Per case the scenario.
    public let scenario: [String]
    /// Per case the policy.
    public let policy: [String]
    /// Per case the model.
    public let model: [String]
    /// The outcomes.
    public let outcomes: [Outcome]

    /// The names of the columns behind the variables.
    static let labels = ["scenario", "policy", "model"]

    /// Results from columns.
    /// - Throws: ``ExperimentError`` when a column has another number of cases than `scenario`, a name is used twice or is
    ///   one of scenario, policy and model, an outcome's name cannot be a file name, or a number is not finite.
    public init(
        variables: [ScenarioVariable], scenario: [String], policy: [String], model: [String],
        outcomes: [Outcome]
    ) throws {
        var seen = Set(Self.labels)
        // A table of the same columns checks names, lengths and numbers.
        if !variables.isEmpty {
            _ = try ScenarioTable(
                variables: variables, ofInterest: [Bool](repeating: false, count: scenario.count))
        }
        for variable in variables where !seen.insert(variable.name).inserted {
            throw ExperimentError.factor(
                name: variable.name, problem: "scenario, policy and model have columns of their own")
        }
        for (name, column) in [("policies", policy), ("models", model)] where column.count != scenario.count {
            throw ExperimentError.count(
                what: name, found: column.count, expected: "one per case, \(scenario.count)")
        }
        seen = ["experiments"]
        for outcome in outcomes {
            guard seen.insert(outcome.name).inserted, !outcome.name.isEmpty,
                !outcome.name.contains(where: { $0 == "/" || $0 == "\\" || $0.isNewline || $0 == "\0" })
            else {
                throw ExperimentError.factor(
                    name: outcome.name,
                    problem: "the outcome has a file of its own; give a name used once and without slashes")
            }
            guard outcome.values.count == scenario.count else {
                throw ExperimentError.count(
                    what: "values of '\(outcome.name)'", found: outcome.values.count,
                    expected: "one per case, \(scenario.count)")
            }
            if let place = outcome.values.firstIndex(where: { !$0.isFinite }) {
                throw ExperimentError.notFinite(
                    what: "value of '\(outcome.name)'", place: place + 1, found: outcome.values[place])
            }
        }
        self.variables = variables
        self.scenario = scenario
        self.policy = policy
        self.model = model
        self.outcomes = outcomes
    }

    /// The table for scenario discovery: the variables, with the cases of interest given.
    /// - Throws: as ``ScenarioTable/init(variables:ofInterest:)``.
    public func table(ofInterest: [Bool]) throws -> ScenarioTable {
        try ScenarioTable(variables: variables, ofInterest: ofInterest)
    }
}

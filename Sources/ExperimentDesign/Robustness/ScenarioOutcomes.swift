/// One outcome of every alternative in every scenario.
public struct ScenarioOutcomes: Sendable, Equatable {
    /// What is measured and which way is better.
    public let objective: Objective
    /// The number of alternatives.
    public let alternatives: Int
    /// The number of scenarios.
    public let scenarios: Int
    /// The outcomes row by row: alternative 1 in all scenarios, then alternative 2, and so on.
    public let values: [Double]

    /// A table of alternatives × scenarios.
    /// - Throws: ``ExperimentError`` when the values do not fill whole rows or one is not finite.
    public init(_ objective: Objective, scenarios: Int, values: [Double]) throws {
        guard scenarios >= 1, !values.isEmpty, values.count.isMultiple(of: scenarios) else {
            throw ExperimentError.count(
                what: "outcomes of '\(objective.name)'", found: values.count,
                expected: "one per alternative and scenario, a multiple of \(max(1, scenarios))")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw ExperimentError.notFinite(
                what: "outcome of '\(objective.name)'", place: place + 1, found: values[place])
        }
        self.objective = objective
        self.scenarios = scenarios
        self.values = values
        alternatives = values.count / scenarios
    }

    /// The outcomes of one alternative, counted from 0, over the scenarios.
    public func outcomes(of alternative: Int) -> ArraySlice<Double> {
        values[alternative * scenarios..<(alternative + 1) * scenarios]
    }
}

/// A column of the experiments: an uncertain input or a lever with its value in every case.
public struct ScenarioVariable: Sendable, Equatable {
    /// What a column holds.
    public enum Values: Sendable, Equatable {
        /// Numbers, finite.
        case numbers([Double])
        /// Categories without order, such as a switch of the model.
        case categories([String])
    }

    /// The name, unique within a table.
    public let name: String
    /// The values, one per case.
    public let values: Values

    /// A column.
    public init(_ name: String, _ values: Values) {
        self.name = name
        self.values = values
    }

    /// The number of cases.
    public var count: Int {
        switch values {
        case .numbers(let numbers): numbers.count
        case .categories(let names): names.count
        }
    }
}

/// The cases of an experiment and which of them are of interest, such as those in which a norm is missed.
public struct ScenarioTable: Sendable, Equatable {
    /// The columns, in the caller's order.
    public let variables: [ScenarioVariable]
    /// Per case whether it is of interest.
    public let ofInterest: [Bool]

    /// A table from columns.
    /// - Throws: ``ExperimentError`` when there is no column or case, names are shared, a column has another number of cases
    ///   than `ofInterest`, or a number is not finite.
    public init(variables: [ScenarioVariable], ofInterest: [Bool]) throws {
        guard !variables.isEmpty, !ofInterest.isEmpty else {
            throw ExperimentError.count(
                what: variables.isEmpty ? "variables" : "cases", found: 0, expected: "at least 1")
        }
        var seen: Set<String> = []
        for variable in variables {
            guard seen.insert(variable.name).inserted else {
                throw ExperimentError.factor(
                    name: variable.name, problem: "the name occurs twice; give another one")
            }
            guard variable.count == ofInterest.count else {
                throw ExperimentError.count(
                    what: "values of '\(variable.name)'", found: variable.count,
                    expected: "one per case, \(ofInterest.count)")
            }
            if case .numbers(let numbers) = variable.values,
                let place = numbers.firstIndex(where: { !$0.isFinite })
            {
                throw ExperimentError.notFinite(
                    what: "value of '\(variable.name)'", place: place + 1, found: numbers[place])
            }
        }
        self.variables = variables
        self.ofInterest = ofInterest
    }

    /// A table from a design, one column per factor.
    /// - Throws: ``ExperimentError/count(what:found:expected:)`` for another number of cases than points.
    public init(design: Design, ofInterest: [Bool]) throws {
        try self.init(
            variables: design.factors.enumerated().map { place, factor in
                ScenarioVariable(factor.name, .numbers((0..<design.count).map { design[$0, place] }))
            }, ofInterest: ofInterest)
    }
}

/// How much of each project somebody funds from a budget; the rest stays in the outside good.
public struct ConsumptionChoice: Sendable, Equatable {
    /// Quantity per project, 0 or more.
    public let quantities: [Double]
    /// Price of a unit per project, above 0, in the unit of the budget.
    public let prices: [Double]
    /// The budget.
    public let budget: Double

    /// A choice.
    public init(quantities: [Double], prices: [Double], budget: Double) {
        self.quantities = quantities
        self.prices = prices
        self.budget = budget
    }

    /// What stays in the outside good, whose price is 1.
    public var outside: Double { budget - zip(quantities, prices).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// Multiple discrete-continuous extreme value model with an outside good (Bhat 2008, Transportation Research
/// B 42:274).
///
/// Gamma profile, all alphas 0: U = psi_0 ln(x_0) + sum of gamma_k psi_k ln(x_k / gamma_k + 1), with
/// ln psi_k = beta . z_k + noise, psi_0 the noise alone, and standard extreme value noise. Every gamma is
/// above 0 and sets how fast project k satiates. Parameters are listed as beta, then ln gamma per project.
public struct ConsumptionModel: Sendable, Equatable {
    /// Attributes z per project, the same for everybody; use an identity table for project constants.
    public let attributes: [[Double]]

    /// A model for projects with these attributes.
    /// - Throws: ``GroupDecisionError`` if there is no project or rows differ in length.
    public init(attributes: [[Double]]) throws {
        guard let first = attributes.first else { throw GroupDecisionError.empty(what: "projects") }
        for (project, row) in attributes.enumerated() where row.count != first.count {
            throw GroupDecisionError.wrongLength(
                what: "the attributes of project \(project)", found: row.count, expected: first.count)
        }
        self.attributes = attributes
    }

    /// A model with one constant per project.
    /// - Throws: ``GroupDecisionError/empty(what:)`` for no projects.
    public init(projectConstants projects: Int) throws {
        try self.init(
            attributes: (0..<projects).map { row in (0..<projects).map { $0 == row ? 1 : 0 } })
    }

    /// How many projects there are.
    public var projectCount: Int { attributes.count }
    /// How many elements beta has.
    public var attributeCount: Int { attributes.first?.count ?? 0 }
    /// How many parameters there are: beta, then ln gamma per project.
    public var parameterCount: Int { attributeCount + projectCount }

    /// Whether choices fit the model.
    /// - Throws: ``GroupDecisionError`` for no choices, wrong lengths, prices not above 0, negative
    ///   quantities or nothing left in the outside good.
    func check(_ choices: [ConsumptionChoice]) throws {
        guard !choices.isEmpty else { throw GroupDecisionError.empty(what: "choices") }
        for (person, choice) in choices.enumerated() {
            for (what, list) in [("quantities", choice.quantities), ("prices", choice.prices)]
            where list.count != projectCount {
                throw GroupDecisionError.wrongLength(
                    what: "the \(what) of choice \(person)", found: list.count, expected: projectCount)
            }
            guard choice.prices.allSatisfy({ $0 > 0 && $0.isFinite }) else {
                throw GroupDecisionError.outOfRange(
                    what: "a price of choice \(person)", found: "0 or less", expected: "above 0")
            }
            guard choice.quantities.allSatisfy({ $0 >= 0 && $0.isFinite }), choice.outside > 0 else {
                throw GroupDecisionError.outOfRange(
                    what: "the outside good of choice \(person)", found: "\(choice.outside)",
                    expected: "above 0, with no quantity below 0")
            }
        }
    }
}

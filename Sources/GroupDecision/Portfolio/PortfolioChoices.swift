/// Portfolios chosen by a group from the same feasible set.
public struct PortfolioChoices: Sendable, Equatable {
    /// The feasible set.
    public let feasible: PortfolioSet
    /// The chosen portfolio of each person.
    public let chosen: [[Bool]]
    /// How often each feasible portfolio was chosen, in the order of the set.
    let counts: [Double]

    /// Choices of a group.
    /// - Throws: ``GroupDecisionError`` if there are none or one is not in the set.
    public init(_ feasible: PortfolioSet, chosen: [[Bool]]) throws {
        guard !chosen.isEmpty else { throw GroupDecisionError.empty(what: "chosen portfolios") }
        let places = Dictionary(uniqueKeysWithValues: feasible.portfolios.enumerated().map { ($1, $0) })
        var counts = [Double](repeating: 0, count: feasible.portfolios.count)
        for (person, portfolio) in chosen.enumerated() {
            guard let place = places[portfolio] else {
                throw GroupDecisionError.infeasibleChoice(choice: person)
            }
            counts[place] += 1
        }
        self.feasible = feasible
        self.chosen = chosen
        self.counts = counts
    }

    /// The share of people, 0 to 1, with each project in their portfolio.
    public var shareChoosing: [Double] {
        feasible.costs.indices.map { project in
            Double(chosen.filter { $0[project] }.count) / Double(chosen.count)
        }
    }

    /// The mean amount left of the budget.
    public var meanUnspent: Double { chosen.reduce(0) { $0 + feasible.unspent($1) } / Double(chosen.count) }

    /// How many different portfolios were chosen.
    public var differentPortfolios: Int { counts.filter { $0 > 0 }.count }
}

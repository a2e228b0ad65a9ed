/// What makes a portfolio attractive in the logit over portfolios.
public enum PortfolioModel: Sendable, Equatable {
    /// V(y) = sum of y_j (beta . x_j) + gamma * unspent; one row of attributes per project.
    case attributes([[Double]])
    /// V(y) = sum of y_j delta_j + gamma * unspent.
    ///
    /// Costs are the same for everybody here, so gamma cannot be told apart from the constants: adding t
    /// times the cost to every delta and t to gamma changes nothing. Gamma is then reported as aliased and
    /// set to 0, and delta measures a project's worth beyond what its cost would be worth unspent.
    case projectConstants

    /// How many parameters the model has for a number of projects, the unspent budget last.
    func parameterCount(projects: Int) -> Int {
        switch self {
        case .attributes(let rows): (rows.first?.count ?? 0) + 1
        case .projectConstants: projects + 1
        }
    }

    /// One row per portfolio: what multiplies each parameter in V.
    func features(of set: PortfolioSet) throws -> [[Double]] {
        switch self {
        case .attributes(let rows):
            guard rows.count == set.costs.count, let first = rows.first else {
                throw GroupDecisionError.wrongLength(
                    what: "the list of attributes", found: rows.count, expected: set.costs.count)
            }
            for (project, row) in rows.enumerated() where row.count != first.count {
                throw GroupDecisionError.wrongLength(
                    what: "the attributes of project \(project)", found: row.count, expected: first.count)
            }
            return set.portfolios.map { portfolio in
                var sums = first.map { _ in 0.0 }
                for (project, isIn) in portfolio.enumerated() where isIn {
                    for (place, value) in rows[project].enumerated() { sums[place] += value }
                }
                return sums + [set.unspent(portfolio)]
            }
        case .projectConstants:
            return set.portfolios.map { $0.map { $0 ? 1 : 0 } + [set.unspent($0)] }
        }
    }
}

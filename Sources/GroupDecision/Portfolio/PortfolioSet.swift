/// A limit on the projects somebody may choose together, such as a budget, land or emissions.
public struct PortfolioConstraint: Sendable, Equatable {
    /// What each project adds, in the unit of the limits.
    public let amounts: [Double]
    /// The sum may not exceed this; nil for no upper limit.
    public let atMost: Double?
    /// The sum must reach this; nil for no lower limit.
    public let atLeast: Double?

    /// A limit on a sum over the chosen projects.
    public init(amounts: [Double], atMost: Double? = nil, atLeast: Double? = nil) {
        self.amounts = amounts
        self.atMost = atMost
        self.atLeast = atLeast
    }
}

/// Every portfolio of projects that keeps within a budget and further constraints.
public struct PortfolioSet: Sendable, Equatable {
    /// Cost per project, above 0, in the unit of the budget.
    public let costs: [Double]
    /// The budget.
    public let budget: Double
    /// Further constraints.
    public let constraints: [PortfolioConstraint]
    /// The feasible portfolios: one row per portfolio, whether each project is in. Listed with project 0 as
    /// the most significant bit, so the empty portfolio comes first if it is feasible.
    public let portfolios: [[Bool]]

    /// The largest number of projects and of feasible portfolios that are enumerated.
    public static let projectLimit = 30, portfolioLimit = 200_000
    /// Sums of costs may exceed a limit by this share of it, so that 0.1 + 0.2 still fits in 0.3.
    static let slack = 1e-9

    /// Enumerates the feasible portfolios.
    /// - Throws: ``GroupDecisionError`` if there is no project, a list has another length, a cost is not
    ///   above 0, no project fits in the budget, nothing is feasible, or there are too many projects or
    ///   portfolios.
    public init(costs: [Double], budget: Double, constraints: [PortfolioConstraint] = []) throws {
        guard let cheapest = costs.min() else { throw GroupDecisionError.empty(what: "projects") }
        guard costs.count <= Self.projectLimit else {
            throw GroupDecisionError.notComputed(
                what: "the set of portfolios", found: costs.count, limit: Self.projectLimit)
        }
        if let stray = costs.first(where: { !($0 > 0 && $0.isFinite) }) {
            throw GroupDecisionError.outOfRange(what: "a cost", found: "\(stray)", expected: "above 0")
        }
        guard budget >= cheapest else {
            throw GroupDecisionError.budgetBelowEveryCost(budget: budget, cheapest: cheapest)
        }
        for (place, constraint) in constraints.enumerated() where constraint.amounts.count != costs.count {
            throw GroupDecisionError.wrongLength(
                what: "constraint \(place)", found: constraint.amounts.count, expected: costs.count)
        }
        let all = [PortfolioConstraint(amounts: costs, atMost: budget)] + constraints
        let portfolios = try Self.enumerate(all.map(ConstraintReach.init), projects: costs.count)
        guard !portfolios.isEmpty else { throw GroupDecisionError.empty(what: "feasible portfolios") }
        self.costs = costs
        self.budget = budget
        self.constraints = constraints
        self.portfolios = portfolios
    }

    /// What a portfolio leaves of the budget.
    public func unspent(_ portfolio: [Bool]) -> Double {
        budget - zip(costs, portfolio).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    }

    private static func enumerate(_ reaches: [ConstraintReach], projects: Int) throws -> [[Bool]] {
        var found: [[Bool]] = []
        var chosen: [Bool] = []
        func extend(_ sums: [Double]) throws {
            let place = chosen.count
            guard zip(reaches, sums).allSatisfy({ $0.canHold($1, from: place) }) else { return }
            if place == projects {
                found.append(chosen)
                guard found.count <= portfolioLimit else {
                    throw GroupDecisionError.notComputed(
                        what: "the set of portfolios", found: found.count, limit: portfolioLimit)
                }
                return
            }
            for take in [false, true] {
                chosen.append(take)
                try extend(take ? zip(reaches, sums).map { $1 + $0.constraint.amounts[place] } : sums)
                chosen.removeLast()
            }
        }
        try extend(reaches.map { _ in 0 })
        return found
    }
}

/// How far the projects still open can move the sum of a constraint.
struct ConstraintReach {
    let constraint: PortfolioConstraint
    private let lowest: [Double]
    private let highest: [Double]
    private let slack: Double

    init(_ constraint: PortfolioConstraint) {
        self.constraint = constraint
        var lowest = [0.0]
        var highest = [0.0]
        for amount in constraint.amounts.reversed() {
            lowest.append((lowest.last ?? 0) + min(0, amount))
            highest.append((highest.last ?? 0) + max(0, amount))
        }
        self.lowest = lowest.reversed()
        self.highest = highest.reversed()
        slack = PortfolioSet.slack * constraint.amounts.reduce(1) { $0 + abs($1) }
    }

    /// Whether some choice among the projects from `place` on keeps the limits.
    func canHold(_ sum: Double, from place: Int) -> Bool {
        if let most = constraint.atMost, sum + lowest[place] > most + slack { return false }
        if let least = constraint.atLeast, sum + highest[place] < least - slack { return false }
        return true
    }
}

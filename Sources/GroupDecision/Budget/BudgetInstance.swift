/// Projects with costs, a budget, and who approves of which project.
public struct BudgetInstance: Sendable, Equatable {
    /// Names of the projects; used to break ties where one list is asked for.
    public let names: [String]
    /// Cost per project in whole units of money, above 0.
    public let costs: [Int]
    /// The budget in the same unit.
    public let budget: Int
    /// Who approves of which project; candidates are projects.
    public let profile: ApprovalProfile

    /// A budget question.
    /// - Throws: ``GroupDecisionError`` if names, costs and profile differ in length, a cost is not 1 to
    ///   10^12, or no project fits in the budget.
    public init(names: [String], costs: [Int], budget: Int, profile: ApprovalProfile) throws {
        guard let cheapest = costs.min() else { throw GroupDecisionError.empty(what: "projects") }
        for (what, count) in [("the list of names", names.count), ("the list of costs", costs.count)] {
            guard count == profile.candidateCount else {
                throw GroupDecisionError.wrongLength(
                    what: what, found: count, expected: profile.candidateCount)
            }
        }
        if let stray = costs.first(where: { !(1...1_000_000_000_000).contains($0) }) {
            throw GroupDecisionError.outOfRange(what: "a cost", found: "\(stray)", expected: "1 to 10^12")
        }
        guard budget >= cheapest else {
            throw GroupDecisionError.budgetBelowEveryCost(budget: Double(budget), cheapest: Double(cheapest))
        }
        self.names = names
        self.costs = costs
        self.budget = budget
        self.profile = profile
    }

    /// The cost of a list of projects.
    public func cost(of projects: [Int]) -> Int { projects.reduce(0) { $0 + costs[$1] } }

    /// What a project is worth to somebody who approves of it.
    public enum Satisfaction: String, Sendable, CaseIterable, Hashable {
        /// Each approved project counts one.
        case cardinality = "Cardinality_Sat"
        /// Each approved project counts its cost.
        case cost = "Cost_Sat"
    }

    /// Satisfaction of one supporter per project.
    func unitSatisfaction(_ satisfaction: Satisfaction) -> [Int] {
        satisfaction == .cost ? costs : costs.map { _ in 1 }
    }

    /// Satisfaction of all supporters together per project.
    public func totalSatisfaction(_ satisfaction: Satisfaction) -> [Int] {
        zip(unitSatisfaction(satisfaction), profile.approvalCounts).map(*)
    }

    /// Satisfaction per person from a list of projects.
    public func satisfaction(_ satisfaction: Satisfaction, from projects: [Int]) -> [Int] {
        let worth = unitSatisfaction(satisfaction)
        let chosen = bitSet(projects)
        return profile.sets.map { members(of: $0 & chosen).reduce(0) { $0 + worth[$1] } }
    }
}

/// A way to look at approvals under a budget. Raw values are the names in the reference files.
public enum BudgetMethod: String, Sendable, CaseIterable, Hashable {
    /// Most satisfaction per cost first, skipping what no longer fits.
    case greedy
    /// Equal shares (Peters, Pierczyński & Skowron 2021, NeurIPS 34), not completed.
    case equalShares = "equal_shares"
    /// Largest total satisfaction, exact (knapsack).
    case maximum = "max_welfare"
}

/// What one method shows about spending the budget.
public struct BudgetView: Sendable, Equatable {
    /// The way of counting.
    public let method: BudgetMethod
    /// What a project is worth to a supporter.
    public let satisfaction: BudgetInstance.Satisfaction
    /// All lists of projects the method cannot tell apart, each in rising order, in lexicographic order.
    public let tied: [[Int]]
    /// The list that results when ties go to the project whose name comes first; one of ``tied``.
    public let firstByName: [Int]
    /// Money left over under ``firstByName``.
    public let unspent: Int
    /// Total satisfaction under ``firstByName``.
    public let totalSatisfaction: Int
    /// False if shares of the budget outgrew exact arithmetic, so that a tie may have gone unseen.
    public let isExact: Bool
}

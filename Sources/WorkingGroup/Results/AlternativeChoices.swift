internal import GroupDecision
public import Perspectives

/// What people would choose within the budget. A view on disagreement: it never says which one to take.
public struct AlternativeChoices: Sendable, Hashable {
    /// One alternative.
    public struct Choice: Sendable, Hashable {
        /// Its number.
        public let alternative: Int
        /// How many would take it, with the interval of their share; `nil` below four people in all.
        public let takers: VoteShare?
        /// Why people took packages with it, each reason once and in an order that says nothing; empty below four people in
        /// all.
        public let reasons: [String]
    }

    /// A way of adding up what people chose.
    public struct Bundle: Sendable, Hashable {
        /// The rule.
        public enum Rule: String, Sendable, Hashable, CaseIterable {
            /// Most takers for each euro first, until nothing fits.
            case greedy
            /// Every person has an equal share of the budget (Peters, Pierczyński & Skowron 2021).
            case equalShares
            /// Most choices met in all, within the budget.
            case maximum
        }
        /// The rule.
        public let rule: Rule
        /// The lists of numbers that it cannot tell apart.
        public let lists: [[Int]]
    }

    /// How many people chose, taking nothing at all included.
    public let people: Int
    /// How many chose to do nothing; `nil` below four people in all.
    public let nothing: VoteShare?
    /// The alternatives in order of number.
    public let choices: [Choice]
    /// Alternatives of which nobody knows the price; they counted as costing nothing.
    public let withoutPrice: [Int]
    /// What three rules make of the choices; empty without a budget, below four people, or where a price is unknown.
    public let bundles: [Bundle]

    /// Alternatives that fewer than half would take, those with fewest takers first: they stay in the report with the
    /// reasons for them.
    public var losers: [Choice] {
        choices.filter { one in one.takers.map { 2 * $0.count < $0.of } ?? false }.sorted {
            ($0.takers?.count ?? 0, $0.alternative) < ($1.takers?.count ?? 0, $1.alternative)
        }
    }

    /// The choices of a session, most often of ``SessionState/told``; `nil` where there is nothing to choose.
    public init?(of state: SessionState) {
        guard !state.alternatives.isEmpty else { return nil }
        let portfolios = state.portfolios.values.sorted {
            $0.alternatives.lexicographicallyPrecedes($1.alternatives)
        }
        let isTold = portfolios.count >= SmallCells.least
        people = portfolios.count
        nothing =
            isTold ? VoteShare(portfolios.count { $0.alternatives.isEmpty }, of: portfolios.count) : nil
        choices = state.alternatives.map { one in
            let takers = portfolios.filter { $0.alternatives.contains(one.number) }
            return Choice(
                alternative: one.number,
                takers: isTold ? VoteShare(takers.count, of: portfolios.count) : nil,
                reasons: isTold ? Set(takers.map(\.reason)).filter { !$0.isEmpty }.sorted() : [])
        }
        withoutPrice = state.alternatives.filter { $0.price == nil }.map(\.number)
        bundles = isTold ? Self.bundles(state, portfolios.map(\.alternatives)) : []
    }

    private static func bundles(_ state: SessionState, _ ballots: [[Int]]) -> [Bundle] {
        // Thousands of euros, so that prices in tenths of millions stay whole. An amount beyond all whole numbers has no
        // cost to count with.
        func whole(_ millions: Double?) -> Int? { millions.flatMap { Int(exactly: ($0 * 1000).rounded()) } }
        let costs = state.alternatives.compactMap { whole($0.price) }
        guard let budget = whole(state.budget), costs.count == state.alternatives.count,
            let profile = try? ApprovalProfile(
                candidateCount: costs.count, approvals: ballots.map { $0.map { $0 - 1 } }),
            let instance = try? BudgetInstance(
                names: state.alternatives.map { String($0.number) }, costs: costs,
                budget: budget, profile: profile)
        else { return [] }
        let methods: [(Bundle.Rule, BudgetMethod)] = [
            (.greedy, .greedy), (.equalShares, .equalShares), (.maximum, .maximum),
        ]
        return methods.compactMap { rule, method in
            (try? instance.view(by: method, .cost)).map { view in
                Bundle(rule: rule, lists: view.tied.map { $0.map { $0 + 1 } })
            }
        }
    }
}

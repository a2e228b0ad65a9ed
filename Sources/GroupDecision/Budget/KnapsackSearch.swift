/// Branch and bound for every set of projects with the largest total value under a budget.
///
/// Projects go in by falling value per cost; filling the rest of the budget with the best fraction of what is
/// open bounds every completion (Dantzig 1957, Operations Research 5:266).
struct KnapsackSearch {
    static let stepLimit = 5_000_000
    private let values: [Int]
    private let costs: [Int]
    private let budget: Int
    private let order: [Int]
    private var bestValue = 0
    private var bestSets: Set<UInt64> = []
    private var steps = 0

    init(values: [Int], costs: [Int], budget: Int) {
        self.values = values
        self.costs = costs
        self.budget = budget
        let rates = zip(values, costs).map { ExactFraction($0, $1) }
        order = values.indices.filter { values[$0] > 0 }.sorted {
            rates[$0] == rates[$1] ? $0 < $1 : rates[$1] < rates[$0]
        }
    }

    mutating func best() throws -> Set<UInt64> {
        try extend(0, value: 0, left: budget, from: 0)
        return bestSets
    }

    /// Whether some completion can reach the best value so far.
    private func canReach(_ value: Int, left: Int, from place: Int) -> Bool {
        var (bound, room) = (value, left)
        for project in order[place...] {
            if costs[project] > room {
                // Whole numbers: the fraction of the next project rounds down.
                let part = Int128(values[project]) * Int128(room) / Int128(costs[project])
                return bound + Int(part) >= bestValue
            }
            bound += values[project]
            room -= costs[project]
        }
        return bound >= bestValue
    }

    private mutating func extend(_ chosen: UInt64, value: Int, left: Int, from place: Int) throws {
        steps += 1
        guard steps <= Self.stepLimit else {
            throw GroupDecisionError.notComputed(
                what: "the exact budget", found: steps, limit: Self.stepLimit)
        }
        guard bestSets.count <= ApprovalProfile.listingLimit else {
            throw GroupDecisionError.notComputed(
                what: "the list of tied budgets", found: bestSets.count, limit: ApprovalProfile.listingLimit)
        }
        guard canReach(value, left: left, from: place) else { return }
        if place == order.count {
            if value > bestValue || bestSets.isEmpty {
                bestValue = value
                bestSets = [chosen]
            } else if value == bestValue {
                bestSets.insert(chosen)
            }
            return
        }
        let project = order[place]
        if costs[project] <= left {
            try extend(
                chosen | 1 << UInt64(project), value: value + values[project], left: left - costs[project],
                from: place + 1)
        }
        try extend(chosen, value: value, left: left, from: place + 1)
    }
}

/// Ranked pairs over every way of breaking equal margins (Tideman 1987, Social Choice and Welfare 4:185).
///
/// A linear order can come out of ranked pairs exactly if it is a stack: whenever x stands above y, a chain
/// of majorities runs down the order from x to y, each at least as large as the margin of y over x (Zavist &
/// Tideman 1989, Social Choice and Welfare 6:167). So instead of trying every order of equal margins, the
/// search builds stacks from the top and asks for each undefeated candidate whether one starts with it.
struct RankedPairsSearch {
    let margins: PairwiseMargins
    /// Steps the search may take before it gives up.
    static let stepLimit = 5_000_000
    private var steps = 0
    private var undefeated: [UInt64: UInt64] = [:]

    init(_ margins: PairwiseMargins) { self.margins = margins }

    /// The candidates at the top of some stack.
    mutating func possibleTops() throws -> [Int] {
        if let winner = margins.condorcetWinner { return [winner] }
        let everyone = bitSet(margins.candidates)
        return try members(of: candidatesToHead(everyone)).filter { top in
            try canFinish(order: [top], remaining: everyone & ~(1 << UInt64(top)))
        }
    }

    /// The members of a set from whom each other member can be reached, inside the set, strongly enough.
    private mutating func candidatesToHead(_ set: UInt64) -> UInt64 {
        if let found = undefeated[set] { return found }
        let heads = bitSet(margins.splitCycle(among: members(of: set)))
        undefeated[set] = heads
        return heads
    }

    private mutating func canFinish(order: [Int], remaining: UInt64) throws -> Bool {
        if remaining == 0 { return true }
        steps += 1
        guard steps <= Self.stepLimit else {
            throw GroupDecisionError.notComputed(
                what: "ranked pairs with every tie-break", found: steps, limit: Self.stepLimit)
        }
        for next in members(of: candidatesToHead(remaining)) where isReachable(next, from: order) {
            if try canFinish(order: order + [next], remaining: remaining & ~(1 << UInt64(next))) {
                return true
            }
        }
        return false
    }

    /// Whether each candidate above reaches `next` down the order with majorities that hold against `next`'s
    /// own.
    private func isReachable(_ next: Int, from order: [Int]) -> Bool {
        // strength[i]: the strongest chain from order[i] down to `next`; filled from the bottom up.
        var strength = [Int](repeating: 0, count: order.count)
        for place in order.indices.reversed() {
            let above = order[place]
            var best = margins[above, next]
            for lower in place + 1..<order.count {
                best = max(best, min(margins[above, order[lower]], strength[lower]))
            }
            strength[place] = best
            if margins[next, above] > best { return false }
        }
        return true
    }
}

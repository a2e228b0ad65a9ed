extension BudgetInstance {
    /// What a method finds: all tied lists, and the one that names decide.
    private struct Outcome {
        let tied: Set<UInt64>
        let byName: UInt64
        var isExact = true
    }

    /// The view of one method.
    /// - Throws: ``GroupDecisionError/notComputed(what:found:limit:)`` if too many ties would have to be
    ///   followed.
    public func view(by method: BudgetMethod, _ satisfaction: Satisfaction) throws -> BudgetView {
        let outcome: Outcome
        switch method {
        case .greedy: outcome = try greedy(satisfaction)
        case .equalShares: outcome = try equalShares(satisfaction)
        case .maximum: outcome = try maximum(satisfaction)
        }
        let byName = members(of: outcome.byName)
        let totals = totalSatisfaction(satisfaction)
        return BudgetView(
            method: method, satisfaction: satisfaction,
            tied: outcome.tied.map { members(of: $0) }.sorted { $0.lexicographicallyPrecedes($1) },
            firstByName: byName, unspent: budget - cost(of: byName),
            totalSatisfaction: byName.reduce(0) { $0 + totals[$1] }, isExact: outcome.isExact)
    }

    private func firstByName(_ projects: [Int]) -> Int? { projects.min { names[$0] < names[$1] } }

    private func checkSize(_ count: Int) throws {
        guard count <= ApprovalProfile.listingLimit else {
            throw GroupDecisionError.notComputed(
                what: "the budget with every tie-break", found: count, limit: ApprovalProfile.listingLimit)
        }
    }

    /// Projects that still fit and give most satisfaction per cost; empty if nothing fits.
    private func bestFitting(_ chosen: UInt64, _ rates: [ExactFraction]) -> [Int] {
        let left = budget - cost(of: members(of: chosen))
        let open = costs.indices.filter { chosen & 1 << UInt64($0) == 0 && costs[$0] <= left }
        let best = open.map { rates[$0] }.max()
        return open.filter { rates[$0] == best }
    }

    private func greedy(_ satisfaction: Satisfaction) throws -> Outcome {
        let rates = zip(totalSatisfaction(satisfaction), costs).map { ExactFraction($0, $1) }
        var byName: UInt64 = 0
        while let next = firstByName(bestFitting(byName, rates)) { byName |= 1 << UInt64(next) }
        var seen: Set<UInt64> = [0]
        var open: [UInt64] = [0]
        var ends: Set<UInt64> = []
        while let chosen = open.popLast() {
            let projects = bestFitting(chosen, rates)
            if projects.isEmpty { ends.insert(chosen) }
            for project in projects {
                let next = chosen | 1 << UInt64(project)
                if seen.insert(next).inserted { open.append(next) }
            }
            try checkSize(seen.count)
        }
        return Outcome(tied: ends, byName: byName)
    }

    private func equalShares(_ satisfaction: Satisfaction) throws -> Outcome {
        let purchase = EqualSharesPurchase(
            supporters: profile.supporters, costs: costs.map { ExactFraction($0) },
            satisfaction: unitSatisfaction(satisfaction).map { ExactFraction($0) })
        let share = ExactFraction(budget, profile.voterCount)
        let start = LoadState(members: 0, loads: profile.sets.map { _ in share })
        var state = start
        while true {
            let offers = purchase.cheapest(state)
            guard let project = firstByName(offers.map(\.project)),
                let offer = offers.first(where: { $0.project == project })
            else { break }
            state = purchase.buying(project, at: offer.price, in: state)
        }
        let ends = try purchase.ends(from: start, size: costs.count)
        return Outcome(
            tied: Set(ends.map(\.members)), byName: state.members, isExact: ends.allSatisfy(\.isExact))
    }

    /// Projects nobody approves of add nothing and are left out.
    private func maximum(_ satisfaction: Satisfaction) throws -> Outcome {
        var search = KnapsackSearch(values: totalSatisfaction(satisfaction), costs: costs, budget: budget)
        let best = try search.best()
        let byName = best.min { first, second in
            members(of: first).map { names[$0] }.sorted()
                .lexicographicallyPrecedes(members(of: second).map { names[$0] }.sorted())
        }
        return Outcome(tied: best, byName: byName ?? 0)
    }
}

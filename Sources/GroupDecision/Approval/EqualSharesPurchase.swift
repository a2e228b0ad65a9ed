/// The purchases of the method of equal shares (Peters, Pierczyński & Skowron 2021, NeurIPS 34).
///
/// Everybody owns an equal part of the budget. A project is affordable if its supporters can pay it together;
/// each pays the same price, those with less pay all they have. The project with the smallest price per unit
/// of satisfaction is bought next.
struct EqualSharesPurchase {
    let supporters: [[Int]]
    let costs: [ExactFraction]
    /// Satisfaction a supporter gets from each project, the same for all supporters.
    let satisfaction: [ExactFraction]

    /// The highest amount a supporter pays for a project, nil if they cannot pay it together.
    func price(of project: Int, budgets: [ExactFraction]) -> ExactFraction? {
        let purses = supporters[project].map { budgets[$0] }.sorted()
        var rest = costs[project]
        for (place, purse) in purses.enumerated() {
            let price = rest / ExactFraction(purses.count - place)
            if price <= purse { return price }
            rest -= purse
        }
        return nil
    }

    /// The projects with the smallest price per satisfaction, with their price.
    func cheapest(_ state: LoadState) -> [(project: Int, price: ExactFraction)] {
        let offers = costs.indices.compactMap { project -> (project: Int, price: ExactFraction)? in
            guard state.members & 1 << UInt64(project) == 0 else { return nil }
            return price(of: project, budgets: state.loads).map { (project, $0) }
        }
        let rates = offers.map { $0.price / satisfaction[$0.project] }
        let lowest = rates.min()
        return offers.indices.filter { rates[$0] == lowest }.map { offers[$0] }
    }

    /// The state after a purchase.
    func buying(_ project: Int, at price: ExactFraction, in state: LoadState) -> LoadState {
        var next = state
        next.members |= 1 << UInt64(project)
        for person in supporters[project] { next.loads[person] -= min(price, state.loads[person]) }
        return next
    }

    /// All states in which nothing more can be bought or `size` projects are bought, over all ties.
    func ends(from start: LoadState, size: Int) throws -> [LoadState] {
        var seen: Set<LoadState> = [start]
        var open = [start]
        var ends: [LoadState] = []
        while let state = open.popLast() {
            let offers = state.members.nonzeroBitCount < size ? cheapest(state) : []
            if offers.isEmpty { ends.append(state) }
            for offer in offers {
                let next = buying(offer.project, at: offer.price, in: state)
                if seen.insert(next).inserted { open.append(next) }
            }
            guard seen.count <= ApprovalProfile.listingLimit else {
                throw GroupDecisionError.notComputed(
                    what: "equal shares with every tie-break", found: seen.count,
                    limit: ApprovalProfile.listingLimit)
            }
        }
        return ends
    }
}

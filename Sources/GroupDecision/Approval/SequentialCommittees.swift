/// A committee in the making and what each person carries of it.
struct LoadState: Hashable {
    /// Members as a bit set.
    var members: UInt64
    /// Load or budget per person.
    var loads: [ExactFraction]

    /// Whether no load was rounded, so that no tie can have gone unseen.
    var isExact: Bool { loads.allSatisfy(\.isExact) }
}

/// Methods that elect member by member; equal members at a step are all followed (parallel universes).
extension ApprovalProfile {
    /// Follows every state until the committee is full; a state seen before is not followed again.
    private func follow<State: Hashable>(
        _ start: [State], members: (State) -> UInt64, size: Int, next: (State) -> [State]
    ) throws -> Set<UInt64> {
        var seen = Set(start)
        var open = start
        var full: Set<UInt64> = []
        while let state = open.popLast() {
            if members(state).nonzeroBitCount == size {
                full.insert(members(state))
                continue
            }
            for follower in next(state) where seen.insert(follower).inserted { open.append(follower) }
            guard seen.count <= Self.listingLimit else {
                throw GroupDecisionError.notComputed(
                    what: "the committee with every tie-break", found: seen.count, limit: Self.listingLimit)
            }
        }
        return full
    }

    private func candidates(outside members: UInt64) -> [Int] {
        (0..<candidateCount).filter { members & 1 << UInt64($0) == 0 }
    }

    /// Adds the candidate with the largest gain in the sum of worths.
    func sequentialThiele(_ size: Int, _ weights: ThieleWeights) throws -> Set<UInt64> {
        try follow([UInt64(0)], members: { $0 }, size: size) { members in
            let open = self.candidates(outside: members)
            let gains = open.map { candidate in
                self.supporters[candidate].reduce(0) {
                    $0 + weights.gain(after: (self.sets[$1] & members).nonzeroBitCount)
                }
            }
            return placesOfMaximum(gains).map { members | 1 << UInt64(open[$0]) }
        }
    }

    /// Adds the candidate whose supporters would share the smallest equal load; candidates without supporters
    /// last.
    func phragmen(_ size: Int, from start: [LoadState]) throws -> (committees: Set<UInt64>, isExact: Bool) {
        var isExact = start.allSatisfy(\.isExact)
        let committees = try follow(start, members: \.members, size: size) { state in
            let open = self.candidates(outside: state.members)
            let supported = open.filter { !self.supporters[$0].isEmpty }
            if supported.isEmpty {
                return open.map { LoadState(members: state.members | 1 << UInt64($0), loads: state.loads) }
            }
            let loads = supported.map { candidate in
                let people = self.supporters[candidate]
                return people.reduce(ExactFraction.one) { $0 + state.loads[$1] } / ExactFraction(people.count)
            }
            let lowest = loads.min()
            isExact = isExact && loads.allSatisfy(\.isExact)
            return loads.indices.filter { loads[$0] == lowest }.map { place in
                var next = state
                next.members |= 1 << UInt64(supported[place])
                for person in self.supporters[supported[place]] { next.loads[person] = loads[place] }
                return next
            }
        }
        return (committees, isExact)
    }

    /// Equal shares with a price of one per seat; what is left of the budgets starts Phragmén's method.
    func equalShares(_ size: Int) throws -> (committees: Set<UInt64>, isExact: Bool) {
        let one = [ExactFraction](repeating: .one, count: candidateCount)
        let purchase = EqualSharesPurchase(supporters: supporters, costs: one, satisfaction: one)
        let share = ExactFraction(size, voterCount)
        let start = LoadState(members: 0, loads: sets.map { _ in share })
        let ends = try purchase.ends(from: start, size: size)
        return try phragmen(
            size, from: ends.map { LoadState(members: $0.members, loads: $0.loads.map { -$0 }) })
    }
}

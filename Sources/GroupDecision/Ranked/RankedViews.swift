extension RankedProfile {
    /// The view of one method on this profile.
    /// - Throws: ``GroupDecisionError/notComputed(what:found:limit:)`` if the exact outcome would take too
    ///   long (Kemeny above 12 candidates, ties upon ties among very many).
    public func view(by method: RankedMethod) throws -> RankedView {
        let margins = PairwiseMargins(self)
        let everyone = Array(0..<candidateCount)
        switch method {
        case .plurality: return scored(method, pluralityScores, exact: firstPlaces(among: everyone))
        case .borda: return scored(method, bordaScores)
        case .copeland: return scored(method, margins.copelandScores)
        case .llull: return scored(method, margins.llullScores)
        case .minimax: return scored(method, margins.largestDefeats.map { -Double($0) })
        case .beatPath: return margins.beatPath()
        case .splitCycle: return margins.splitCycle()
        case .rankedPairs:
            var search = RankedPairsSearch(margins)
            return RankedView(method: method, tied: try search.possibleTops())
        case .instantRunoff: return eliminated(method, instantRunoff(among: everyone))
        case .smithInstantRunoff: return eliminated(method, instantRunoff(among: margins.smithSet))
        case .coombs: return eliminated(method, coombs())
        case .baldwin: return eliminated(method, baldwin())
        case .weakNanson: return eliminated(method, weakNanson())
        case .instantRunoffAllTies:
            let tied = try parallelUniverses { self.firstPlaces(among: $0).map { -$0 } }
            return RankedView(method: method, tied: tied)
        case .coombsAllTies:
            return RankedView(method: method, tied: try parallelUniverses { self.lastPlaces(among: $0) })
        case .bucklin: return bucklin()
        case .kemenyYoung:
            let kemeny = try KemenyOrders(margins)
            return RankedView(method: method, tied: kemeny.tops, gap: kemeny.gap.map(Double.init))
        case .black:
            guard let winner = margins.condorcetWinner else { return scored(method, bordaScores) }
            let closest = everyone.filter { $0 != winner }.map { margins[winner, $0] }.min()
            return RankedView(method: method, tied: [winner], gap: closest.map(Double.init))
        case .uncoveredSet: return RankedView(method: method, tied: margins.uncoveredSet)
        case .topCycle, .smithSet: return RankedView(method: method, tied: margins.smithSet)
        case .stableVoting: return RankedView(method: method, tied: try margins.stableVoting())
        }
    }

    private func scored(_ method: RankedMethod, _ scores: [Double], exact: [ExactFraction]? = nil)
        -> RankedView
    {
        let tied = exact.map { placesOfMaximum($0) } ?? placesOfMaximum(scores)
        let outside = scores.indices.filter { !tied.contains($0) }.map { scores[$0] }.max()
        let gap = outside.flatMap { next in tied.first.map { scores[$0] - next } }
        return RankedView(method: method, tied: tied, scores: scores, gap: gap)
    }

    private func eliminated(_ method: RankedMethod, _ count: EliminationCount) -> RankedView {
        RankedView(
            method: method, tied: count.left.sorted(), gap: count.rounds.compactMap(\.gap).min(),
            rounds: count.rounds)
    }

    private func bucklin() -> RankedView {
        var supporters = supportersWithin(rank: 1)
        for rank in 2..<max(2, candidateCount + 1) where !supporters.contains(where: { 2 * $0 > voterCount })
        {
            supporters = supportersWithin(rank: rank)
        }
        return scored(.bucklin, supporters.map(Double.init))
    }
}

/// How the methods differ on the same ballots.
public struct MethodDisagreement: Sendable, Equatable {
    /// One view per method that could be computed.
    public let views: [RankedView]
    /// Methods whose exact outcome would take too long.
    public let notComputed: [RankedMethod]

    /// All methods on one profile.
    public init(_ profile: RankedProfile, methods: [RankedMethod] = RankedMethod.allCases) {
        var views: [RankedView] = []
        var missing: [RankedMethod] = []
        for method in methods {
            if let view = try? profile.view(by: method) { views.append(view) } else { missing.append(method) }
        }
        self.views = views
        notComputed = missing
    }

    /// The share of methods, 0 to 1, that leave each candidate in the tie at the top.
    /// - Parameter candidateCount: the length of the answer.
    public func shareAtTop(candidateCount: Int) -> [Double] {
        (0..<candidateCount).map { candidate in
            guard !views.isEmpty else { return 0 }
            return Double(views.filter { $0.tied.contains(candidate) }.count) / Double(views.count)
        }
    }
}

extension RankedProfile {
    /// How many voters would each change a method's view by staying at home, 0 to ``voterCount``.
    ///
    /// A plain measure of how close it was that works for every method. A single voter cannot be left out.
    /// - Throws: as ``view(by:)``.
    public func pivotalVoters(for method: RankedMethod) throws -> Int {
        guard voterCount > 1 else { return voterCount }
        let whole = try view(by: method).tied
        var pivotal = 0
        for left in ballots.indices {
            let rest = ballots.indices.compactMap { place -> RankedBallot? in
                let count = ballots[place].count - (place == left ? 1 : 0)
                return count == 0 ? nil : RankedBallot(tiers: ballots[place].tiers, count: count)
            }
            let without = try RankedProfile(candidateCount: candidateCount, ballots: rest)
            if try without.view(by: method).tied != whole { pivotal += ballots[left].count }
        }
        return pivotal
    }
}

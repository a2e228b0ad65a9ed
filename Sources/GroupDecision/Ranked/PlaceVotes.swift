/// First and last places on the ballots, counted among some of the candidates.
extension RankedProfile {
    /// First places of each candidate of a set, voters; equals at the top share the place.
    func firstPlaces(among remaining: [Int]) -> [ExactFraction] {
        placeVotes(among: remaining) { ranks in remaining.map { ranks[$0] }.min() }
    }

    /// Last places of each candidate of a set, voters; equals at the bottom share the place.
    func lastPlaces(among remaining: [Int]) -> [ExactFraction] {
        placeVotes(among: remaining) { ranks in remaining.map { ranks[$0] }.max() }
    }

    private func placeVotes(among remaining: [Int], wanted: ([Int]) -> Int?) -> [ExactFraction] {
        var votes = [ExactFraction](repeating: .zero, count: remaining.count)
        for (ballot, ranks) in zip(ballots, ranks) {
            let rank = wanted(ranks)
            let holders = remaining.indices.filter { ranks[remaining[$0]] == rank }
            for holder in holders { votes[holder] += ExactFraction(ballot.count, holders.count) }
        }
        return votes
    }

    /// The candidate with more than half of the first places among a set, nil if there is none.
    func majorityFavourite(among remaining: [Int]) -> Int? {
        let half = ExactFraction(voterCount, 2)
        return zip(remaining, firstPlaces(among: remaining)).first { $0.1 > half }?.0
    }

    /// Points of each candidate against a set: how many of the set it stands above, and a half for each
    /// equal.
    ///
    /// Shape: one number per candidate; range 0 to voters times (size of the set - 1); Borda 1784.
    public var bordaScores: [Double] {
        let margins = PairwiseMargins(self)
        return margins.candidates.map { a in
            let total = margins.candidates.reduce(0) { $0 + margins[a, $1] }
            return Double(voterCount * (candidateCount - 1) + total) / 2
        }
    }

    /// First places of each candidate, voters; equals at the top share the place.
    public var pluralityScores: [Double] {
        firstPlaces(among: Array(0..<candidateCount)).map(\.double)
    }

    /// For each candidate the voters who place it among the first `rank` places (at most rank - 1 stand above
    /// it).
    func supportersWithin(rank: Int) -> [Int] {
        var supporters = [Int](repeating: 0, count: candidateCount)
        for (ballot, ranks) in zip(ballots, ranks) {
            for candidate in supporters.indices {
                let above = ranks.filter { $0 < ranks[candidate] }.count
                if above < rank { supporters[candidate] += ballot.count }
            }
        }
        return supporters
    }
}

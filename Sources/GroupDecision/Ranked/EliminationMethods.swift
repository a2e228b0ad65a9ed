/// One step of an elimination count.
public struct EliminationRound: Sendable, Equatable {
    /// Who takes part in the round.
    public let remaining: [Int]
    /// The number counted for each, in the order of `remaining`.
    public let scores: [Double]
    /// Who leaves; everybody if all are equal.
    public let leaving: [Int]
    /// Distance between those who leave and the next; nil if everybody leaves.
    public let gap: Double?
}

/// Who is left after an elimination count, and how it went.
struct EliminationCount {
    var left: [Int]
    var rounds: [EliminationRound] = []
}

/// Methods that drop candidates until somebody is left.
extension RankedProfile {
    /// Drops the candidates with the lowest score, all at once, until one is left, all are equal or `stop`
    /// holds.
    /// - Parameter scores: how good each of the remaining is, higher better.
    private func eliminate(
        from start: [Int], stop: ([Int]) -> Int?, scores: ([Int]) -> [ExactFraction],
        leaves: ([ExactFraction]) -> [Int]
    ) -> EliminationCount {
        var count = EliminationCount(left: start)
        while count.left.count > 1 {
            if let favourite = stop(count.left) {
                count.left = [favourite]
                break
            }
            let values = scores(count.left)
            let places = leaves(values)
            let staying = values.indices.filter { !places.contains($0) }
            let worst = places.map { values[$0] }.max()?.double ?? 0
            count.rounds.append(
                EliminationRound(
                    remaining: count.left, scores: values.map(\.double),
                    leaving: places.map { count.left[$0] },
                    gap: staying.map { values[$0].double - worst }.min()))
            if staying.isEmpty {
                count.left = places.map { count.left[$0] }
                break
            }
            count.left = staying.map { count.left[$0] }
        }
        return count
    }

    private static func lowest(_ values: [ExactFraction]) -> [Int] {
        values.indices.filter { values[$0] == values.min() }
    }

    /// Fewest first places leave (Hare); a majority of first places ends the count.
    func instantRunoff(among start: [Int]) -> EliminationCount {
        eliminate(
            from: start, stop: majorityFavourite(among:), scores: firstPlaces(among:), leaves: Self.lowest)
    }

    /// Most last places leave (Coombs 1964); a majority of first places ends the count.
    func coombs() -> EliminationCount {
        eliminate(
            from: Array(0..<candidateCount), stop: majorityFavourite(among:),
            scores: { self.lastPlaces(among: $0).map { -$0 } }, leaves: Self.lowest)
    }

    /// Lowest Borda score among the remaining leaves (Baldwin 1926).
    func baldwin() -> EliminationCount {
        eliminate(
            from: Array(0..<candidateCount), stop: { _ in nil }, scores: bordaBalance(among:),
            leaves: Self.lowest)
    }

    /// Everybody at or below the average Borda score leaves (Nanson 1882 in the weak reading).
    func weakNanson() -> EliminationCount {
        // Borda scores as balances average exactly 0, so nothing is lost to rounding.
        eliminate(
            from: Array(0..<candidateCount), stop: { _ in nil }, scores: bordaBalance(among:),
            leaves: { values in values.indices.filter { values[$0] <= .zero } })
    }

    /// Borda scores minus their average: half the sum of the margins over the remaining.
    private func bordaBalance(among remaining: [Int]) -> [ExactFraction] {
        let margins = PairwiseMargins(self)
        return remaining.map { a in ExactFraction(remaining.reduce(0) { $0 + margins[a, $1] }, 2) }
    }

    /// The most looks at a candidate on a ballot, some seconds of work.
    private static let tieStepLimit = 5_000_000

    /// Everybody who can be left under some way of breaking ties, one candidate leaving at a time.
    ///
    /// Parallel universes (Conitzer, Rognlie & Xia 2009, IJCAI); each set of remaining candidates is solved
    /// once.
    /// - Throws: ``GroupDecisionError/notComputed(what:found:limit:)`` when many candidates tie again and again.
    func parallelUniverses(badness: ([Int]) -> [ExactFraction]) throws -> [Int] {
        var known: [UInt64: UInt64] = [:]
        var steps = 0
        func possible(_ remaining: [Int]) throws -> UInt64 {
            let key = bitSet(remaining)
            if let found = known[key] { return found }
            // Each set looks at every candidate that is left on every ballot, and may go on to a set without each of them.
            steps += remaining.count * (ballots.count + remaining.count)
            guard steps <= Self.tieStepLimit else {
                throw GroupDecisionError.notComputed(
                    what: "every tie-break", found: candidateCount, limit: Self.tieStepLimit)
            }
            var winners: UInt64 = 0
            if let favourite = majorityFavourite(among: remaining) {
                winners = 1 << UInt64(favourite)
            } else if remaining.count == 1 {
                winners = key
            } else {
                for place in placesOfMaximum(badness(remaining)) {
                    winners |= try possible(remaining.filter { $0 != remaining[place] })
                }
            }
            known[key] = winners
            return winners
        }
        return members(of: try possible(Array(0..<candidateCount)))
    }
}

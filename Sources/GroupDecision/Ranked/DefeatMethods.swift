/// Methods that look for undefeated candidates in the graph of majorities.
extension PairwiseMargins {
    /// Candidates not defeated in the sense of split cycle (Holliday & Pacuit 2023, Public Choice 197:1).
    ///
    /// a defeats b if its margin is positive and above the weakest link of every majority cycle through both.
    func splitCycle(among candidates: [Int]) -> [Int] {
        let paths = strongestPaths(among: candidates)
        return candidates.filter { b in
            !candidates.contains { a in self[a, b] > 0 && self[a, b] > paths[b][a] }
        }
    }

    /// The smallest excess by which a candidate outside the set is defeated; nil if nobody is outside.
    func smallestExcess(outside undefeated: [Int], excess: (Int, Int) -> Int) -> Double? {
        candidates.filter { !undefeated.contains($0) }
            .compactMap { b in candidates.filter { $0 != b }.map { excess($0, b) }.max() }
            .min().map(Double.init)
    }

    /// Candidates whose strongest path to every other one is at least as strong as the path back.
    func beatPath() -> RankedView {
        let paths = strongestPaths
        let tied = candidates.filter { a in candidates.allSatisfy { paths[$0][a] <= paths[a][$0] } }
        let gap = smallestExcess(outside: tied) { paths[$0][$1] - paths[$1][$0] }
        return RankedView(method: .beatPath, tied: tied, gap: gap)
    }

    func splitCycle() -> RankedView {
        let paths = strongestPaths
        let tied = splitCycle(among: candidates)
        let gap = smallestExcess(outside: tied) { self[$0, $1] - paths[$1][$0] }
        return RankedView(method: .splitCycle, tied: tied, gap: gap)
    }

    /// The smallest set whose members beat everybody outside it (Smith 1973, Econometrica 41:1027).
    public var smithSet: [Int] {
        // Whoever ties with or beats a member belongs to the set; start from the candidates with most wins or
        // ties.
        var inside = Set(placesOfMaximum(llullScores))
        var frontier = Array(inside)
        while let member = frontier.popLast() {
            for other in candidates where !inside.contains(other) && self[member, other] <= 0 {
                inside.insert(other)
                frontier.append(other)
            }
        }
        return inside.sorted()
    }

    /// Candidates for whom no one who beats them is beaten only by those who also beat them (Gillies 1959).
    public var uncoveredSet: [Int] {
        let beatenBy = candidates.map { c in Set(candidates.filter { self[$0, c] > 0 }) }
        return candidates.filter { c in !beatenBy[c].contains { beatenBy[$0].isSubset(of: beatenBy[c]) } }
    }

    /// Stable voting (Holliday & Pacuit 2023, Constitutional Political Economy).
    ///
    /// Among undefeated a, find the largest margin of a over some b such that a also wins once b has left.
    /// - Throws: ``GroupDecisionError/notComputed(what:found:limit:)`` when too many sets would have to be looked at.
    func stableVoting() throws -> [Int] {
        if let winner = condorcetWinner { return [winner] }
        var search = StableSearch()
        return try stableVoting(among: candidates, &search)
    }

    /// What is known of each set of candidates, and how much work it took.
    private struct StableSearch {
        /// The most steps along paths of majorities, some seconds of work.
        static let stepLimit = 100_000_000
        var known: [UInt64: [Int]] = [:]
        var steps = 0
    }

    private func stableVoting(among remaining: [Int], _ search: inout StableSearch) throws -> [Int] {
        let key = bitSet(remaining)
        if let found = search.known[key] { return found }
        search.steps += remaining.count * remaining.count * remaining.count
        guard search.steps <= StableSearch.stepLimit else {
            throw GroupDecisionError.notComputed(
                what: "stable voting", found: candidates.count, limit: StableSearch.stepLimit)
        }
        let undefeated = splitCycle(among: remaining)
        var best: [Int] = undefeated
        if undefeated.count > 1 {
            let matches = undefeated.flatMap { a in remaining.filter { $0 != a }.map { (a, $0) } }
                .sorted { (-self[$0.0, $0.1], $0.0, $0.1) < (-self[$1.0, $1.1], $1.0, $1.1) }
            var witnesses: Set<Int> = []
            var witnessed = Int.min
            for (a, b) in matches {
                if self[a, b] < witnessed { break }
                if witnesses.contains(a) { continue }
                if try stableVoting(among: remaining.filter { $0 != b }, &search).contains(a) {
                    witnesses.insert(a)
                    witnessed = self[a, b]
                }
            }
            best = witnesses.sorted()
        }
        search.known[key] = best
        return best
    }
}

/// What the first, second, third ... approved member of a committee is worth to a person, in whole numbers.
struct ThieleWeights {
    /// Worth of member number place + 1; members beyond the list are worth the last value.
    let values: [Int]
    /// Divide by this to get the usual numbers.
    let scale: Int

    static let chamberlinCourant = ThieleWeights(values: [1, 0], scale: 1)

    /// 1, 1/2, 1/3, ... times a common multiple, so that ties are exact.
    static func proportional(size: Int) throws -> ThieleWeights {
        var multiple = 1
        for number in 1...size {
            var (a, b) = (multiple, number)
            while b != 0 { (a, b) = (b, a % b) }
            multiple *= number / a
            // Sums over a few hundred people must stay below 2^63.
            guard multiple < 1 << 54 else {
                throw GroupDecisionError.notComputed(
                    what: "exact proportional approval", found: size, limit: number - 1)
            }
        }
        return ThieleWeights(values: (1...size).map { multiple / $0 }, scale: multiple)
    }

    /// The worth of one more member after `count` approved ones.
    func gain(after count: Int) -> Int { values[min(count, values.count - 1)] }
}

/// Branch and bound for committees with the largest sum of worths.
///
/// Worths fall with each further member, so a candidate never gains more later than now; the sum of the
/// largest gains of the candidates still open bounds every completion.
struct ThieleSearch {
    static let stepLimit = 3_000_000
    private let supporters: [[Int]]
    private let order: [Int]
    private let size: Int
    private let weights: ThieleWeights
    private var counts: [Int]
    private var bestScore = -1
    private var bestCommittees: Set<UInt64> = []
    private var steps = 0

    init(_ profile: ApprovalProfile, size: Int, weights: ThieleWeights) {
        supporters = profile.supporters
        // Popular candidates first give good committees early.
        order = supporters.indices.sorted {
            (-profile.supporters[$0].count, $0) < (-profile.supporters[$1].count, $1)
        }
        self.size = size
        self.weights = weights
        counts = [Int](repeating: 0, count: profile.voterCount)
    }

    mutating func best() throws -> (committees: Set<UInt64>, score: Double) {
        try extend(members: 0, seats: size, from: 0, score: 0)
        return (bestCommittees, Double(bestScore) / Double(weights.scale))
    }

    private func gain(_ candidate: Int) -> Int {
        var sum = 0
        for person in supporters[candidate] { sum += weights.gain(after: counts[person]) }
        return sum
    }

    private mutating func extend(members: UInt64, seats: Int, from place: Int, score: Int) throws {
        steps += 1
        guard steps <= Self.stepLimit else {
            throw GroupDecisionError.notComputed(
                what: "the exact committee", found: steps, limit: Self.stepLimit)
        }
        guard bestCommittees.count <= ApprovalProfile.listingLimit else {
            throw GroupDecisionError.notComputed(
                what: "the list of tied committees", found: bestCommittees.count,
                limit: ApprovalProfile.listingLimit)
        }
        let gains = order[place...].map { gain($0) }
        if seats == 1 {
            for (offset, gain) in gains.enumerated() {
                record(members | 1 << UInt64(order[place + offset]), score + gain)
            }
            return
        }
        for offset in gains.indices where gains.count - offset >= seats {
            let bound = score + gains[offset...].sorted(by: >).prefix(seats).reduce(0, +)
            if bound < bestScore { return }
            let candidate = order[place + offset]
            for person in supporters[candidate] { counts[person] += 1 }
            try extend(
                members: members | 1 << UInt64(candidate), seats: seats - 1, from: place + offset + 1,
                score: score + gains[offset])
            for person in supporters[candidate] { counts[person] -= 1 }
        }
    }

    private mutating func record(_ committee: UInt64, _ score: Int) {
        if score > bestScore {
            bestScore = score
            bestCommittees = [committee]
        } else if score == bestScore {
            bestCommittees.insert(committee)
        }
    }
}

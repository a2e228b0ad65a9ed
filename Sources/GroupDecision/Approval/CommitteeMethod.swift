/// A way to look at approvals when a group picks several candidates. Raw values are the names in the
/// reference files.
///
/// Definitions follow Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences, Springer.
public enum CommitteeMethod: String, Sendable, CaseIterable, Hashable {
    /// Most approvals.
    case approval = "av"
    /// Most approvals when each person shares one vote over the candidates approved (Brams & Kilgour 2014).
    case satisfactionApproval = "sav"
    /// Largest sum of 1 + 1/2 + ... over approved members (Thiele 1895), exact.
    case proportionalApproval = "pav"
    /// The same sum, one member at a time.
    case sequentialProportionalApproval = "seqpav"
    /// Member by member, the supporters' largest load rises least (Phragmén 1894).
    case sequentialPhragmen = "seqphragmen"
    /// Equal shares of the seats' price (Peters & Skowron 2020), rest filled by Phragmén.
    case equalShares = "equal-shares"
    /// Most people with at least one approved member (Chamberlin & Courant 1983), exact.
    case chamberlinCourant = "cc"
    /// Smallest largest Hamming distance to a ballot (Brams, Kilgour & Sanver 2007), exact.
    case minimaxApproval = "minimaxav"
}

/// What one method shows about committees of a given size.
public struct CommitteeView: Sendable, Equatable {
    /// The way of counting.
    public let method: CommitteeMethod
    /// All committees the method cannot tell apart; each in rising order, the list in lexicographic order.
    public let tied: [[Int]]
    /// The method's number for the tied committees (for example approvals, or the largest distance); nil for
    /// methods that go member by member.
    public let score: Double?
    /// How close it was: the distance in score between the last seat and the next candidate. Only for methods
    /// that add up scores of single candidates; nil otherwise or if nobody is left out.
    public let gap: Double?
    /// False if loads outgrew exact arithmetic (many seats), so that a tie may have gone unseen.
    public let isExact: Bool
}

extension ApprovalProfile {
    /// The largest number of tied committees or of states in a count.
    static let listingLimit = 100_000

    /// The view of one method on committees of a size.
    /// - Throws: ``GroupDecisionError`` if the size is not 1 to ``candidateCount`` or the exact outcome would
    ///   take too long.
    public func committees(of size: Int, by method: CommitteeMethod) throws -> CommitteeView {
        guard (1...candidateCount).contains(size) else {
            throw GroupDecisionError.outOfRange(
                what: "the committee size", found: "\(size)", expected: "1 to \(candidateCount)")
        }
        switch method {
        case .approval:
            return try separable(method, approvalCounts.map { ExactFraction($0) }, size)
        case .satisfactionApproval:
            let shares = supporters.map { people in
                people.reduce(ExactFraction.zero) { $0 + ExactFraction(1, approvals[$1].count) }
            }
            return try separable(method, shares, size)
        case .proportionalApproval, .chamberlinCourant:
            var search = ThieleSearch(self, size: size, weights: try weights(of: method, size))
            let found = try search.best()
            return view(method, found.committees, score: found.score)
        case .minimaxApproval:
            var search = MinimaxApprovalSearch(self, size: size)
            let found = try search.best()
            return view(method, found.committees, score: Double(found.distance))
        case .sequentialProportionalApproval:
            let weights = try weights(of: .proportionalApproval, size)
            return view(method, try sequentialThiele(size, weights), score: nil)
        case .sequentialPhragmen:
            let start = LoadState(members: 0, loads: sets.map { _ in .zero })
            let found = try phragmen(size, from: [start])
            return view(method, found.committees, score: nil, isExact: found.isExact)
        case .equalShares:
            let found = try equalShares(size)
            return view(method, found.committees, score: nil, isExact: found.isExact)
        }
    }

    private func weights(of method: CommitteeMethod, _ size: Int) throws -> ThieleWeights {
        method == .chamberlinCourant ? .chamberlinCourant : try .proportional(size: size)
    }

    private func view(
        _ method: CommitteeMethod, _ committees: Set<UInt64>, score: Double?, isExact: Bool = true
    ) -> CommitteeView {
        let sorted = committees.map { members(of: $0) }.sorted { $0.lexicographicallyPrecedes($1) }
        return CommitteeView(method: method, tied: sorted, score: score, gap: nil, isExact: isExact)
    }

    /// Committees of the candidates with the highest scores; equal scores at the last seat give several.
    private func separable(_ method: CommitteeMethod, _ scores: [ExactFraction], _ size: Int) throws
        -> CommitteeView
    {
        let order = scores.indices.sorted { scores[$1] < scores[$0] }
        let edge = scores[order[size - 1]]
        let certain = order.filter { scores[$0] > edge }
        let level = scores.indices.filter { scores[$0] == edge }
        let choices = try combinations(of: level, taking: size - certain.count, limit: Self.listingLimit)
        let committees = choices.map { ($0 + certain).sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
        let total = order.prefix(size).reduce(ExactFraction.zero) { $0 + scores[$1] }
        let open = level.count > size - certain.count
        let next = order.dropFirst(size).first.map { edge.double - scores[$0].double }
        return CommitteeView(
            method: method, tied: committees, score: total.double, gap: open ? 0 : next, isExact: true)
    }
}

/// All ways to take some of the items, in lexicographic order.
func combinations(of items: [Int], taking count: Int, limit: Int) throws -> [[Int]] {
    var found: [[Int]] = []
    func extend(_ chosen: [Int], from place: Int) throws {
        if chosen.count == count {
            found.append(chosen)
            guard found.count <= limit else {
                throw GroupDecisionError.notComputed(
                    what: "the list of tied committees", found: found.count, limit: limit)
            }
            return
        }
        for next in place..<items.count where items.count - next >= count - chosen.count {
            try extend(chosen + [items[next]], from: next + 1)
        }
    }
    try extend([], from: 0)
    return found
}

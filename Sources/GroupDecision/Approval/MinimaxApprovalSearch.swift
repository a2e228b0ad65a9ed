/// Branch and bound for committees whose largest Hamming distance to a ballot is smallest.
///
/// The distance to a ballot A is |A| + size - 2 |A and committee|; a completion can add at most the open
/// seats or the open candidates of A to the overlap.
struct MinimaxApprovalSearch {
    private let sets: [UInt64]
    private let order: [Int]
    private let size: Int
    private var smallest: Int
    private var committees: Set<UInt64> = []
    private var steps = 0

    init(_ profile: ApprovalProfile, size: Int) {
        sets = Array(Set(profile.sets))
        let counts = profile.approvalCounts
        order = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
        self.size = size
        smallest = Int.max
    }

    mutating func best() throws -> (committees: Set<UInt64>, distance: Int) {
        try extend(members: 0, seats: size, from: 0)
        return (committees, smallest)
    }

    /// The smallest largest distance any completion can reach.
    private func bound(_ members: UInt64, seats: Int, open: UInt64) -> Int {
        var largest = 0
        for set in sets {
            let overlap = (set & members).nonzeroBitCount + min(seats, (set & open).nonzeroBitCount)
            largest = max(largest, set.nonzeroBitCount + size - 2 * overlap)
        }
        return largest
    }

    private mutating func extend(members: UInt64, seats: Int, from place: Int) throws {
        steps += 1
        guard steps <= ThieleSearch.stepLimit else {
            throw GroupDecisionError.notComputed(
                what: "the exact committee", found: steps, limit: ThieleSearch.stepLimit)
        }
        guard committees.count <= ApprovalProfile.listingLimit else {
            throw GroupDecisionError.notComputed(
                what: "the list of tied committees", found: committees.count,
                limit: ApprovalProfile.listingLimit)
        }
        if seats == 0 {
            let distance = bound(members, seats: 0, open: 0)
            if distance < smallest {
                smallest = distance
                committees = [members]
            } else if distance == smallest {
                committees.insert(members)
            }
            return
        }
        for next in place..<order.count where order.count - next >= seats {
            let open = bitSet(order[next...])
            if bound(members, seats: seats, open: open) > smallest { return }
            try extend(members: members | 1 << UInt64(order[next]), seats: seats - 1, from: next + 1)
        }
    }
}

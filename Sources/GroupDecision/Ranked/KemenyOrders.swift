/// The orders with the fewest pairwise disagreements (Kemeny 1959; Young & Levenglick 1978).
public struct KemenyOrders: Sendable, Equatable {
    /// Disagreements of a best order: pairs of a voter and two candidates that the order puts the other way
    /// round.
    public let distance: Int
    /// Best orders from top to bottom in lexicographic order, at most ``listingLimit`` of them.
    public let orders: [[Int]]
    /// How many best orders there are.
    public let orderCount: Int
    /// The candidates at the top of some best order.
    public let tops: [Int]
    /// Extra disagreements of the best order headed by someone else; nil if everybody heads a best order.
    public let gap: Int?

    /// The largest number of candidates for which best orders are computed.
    public static let candidateLimit = 12
    /// The largest number of best orders that are listed.
    public static let listingLimit = 5040

    /// Exact best orders by dynamic programming over sets of candidates.
    /// - Throws: ``GroupDecisionError/notComputed(what:found:limit:)`` above ``candidateLimit`` candidates.
    public init(_ margins: PairwiseMargins) throws {
        let count = margins.candidates.count
        guard count <= Self.candidateLimit else {
            throw GroupDecisionError.notComputed(
                what: "the Kemeny order", found: count, limit: Self.candidateLimit)
        }
        // best[set]: fewest disagreements when exactly this set fills the bottom places; ways[set]: in how
        // many orders.
        var best = [Int](repeating: 0, count: 1 << count)
        var ways = [Int](repeating: 1, count: 1 << count)
        func headed(by top: Int, _ set: Int) -> Int {
            let rest = set & ~(1 << top)
            let against = (0..<count).reduce(0) {
                rest & (1 << $1) == 0 ? $0 : $0 + margins.preferring[$1][top]
            }
            return against + best[rest]
        }
        for set in 1..<(1 << count) {
            let tops = (0..<count).filter { set & (1 << $0) != 0 }
            let costs = tops.map { headed(by: $0, set) }
            best[set] = costs.min() ?? 0
            ways[set] = zip(tops, costs).reduce(0) {
                $1.1 == best[set] ? $0 + ways[set & ~(1 << $1.0)] : $0
            }
        }
        let everyone = (1 << count) - 1
        let costs = (0..<count).map { headed(by: $0, everyone) }
        distance = best[everyone]
        orderCount = ways[everyone]
        tops = costs.indices.filter { costs[$0] == best[everyone] }
        gap = costs.filter { $0 > best[everyone] }.min().map { $0 - best[everyone] }
        var listed: [[Int]] = []
        func list(_ order: [Int], _ set: Int) {
            if set == 0 { listed.append(order) }
            for top in 0..<count where set & (1 << top) != 0 && listed.count < Self.listingLimit {
                if headed(by: top, set) == best[set] { list(order + [top], set & ~(1 << top)) }
            }
        }
        list([], everyone)
        orders = listed
    }
}

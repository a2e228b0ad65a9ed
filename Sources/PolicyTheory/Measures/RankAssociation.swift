/// Spearman's rank correlation between two rows of figures, with a third one held constant where it is given
/// (the partial rank correlation of Kendall 1942).
///
/// Every area counts once: the claim speaks of areas. A draw of the bootstrap ranks its areas anew. Because a draw
/// only repeats or drops areas, the mid-ranks follow from the order of the full table in one pass, without sorting:
/// O(areas) per draw.
struct RankAssociation {
    let correlation: Double
    let areas: Int
    let uncertainty: Uncertainty

    /// Areas where one of the rows is unknown are left out. Nil with fewer than 4 areas or a row without variation.
    init?(_ x: [Double], _ y: [Double], holding z: [Double]? = nil, draws: AreaDraws) {
        let rows = [x, y] + (z.map { [$0] } ?? [])
        let known = x.indices.filter { area in rows.allSatisfy { $0[area].isFinite } }
        guard known.count >= 4 else { return nil }
        var ranks = Ranks(known: known, rows: rows)
        let whole = ranks.correlation { _ in 1 }
        guard whole.isFinite else { return nil }
        correlation = whole
        areas = known.count
        uncertainty = draws.uncertainty { times in ranks.correlation { Double(times[$0]) } }
    }
}

/// Mid-ranks of up to three rows under multiplicities; its arrays are made once and used in every draw.
private struct Ranks {
    let known: [Int]
    /// For every row the tie group of every known area, groups in ascending order of the value.
    let groups: [[Int]]
    let groupCounts: [Int]
    var totals: [Double]
    var ranks: [[Double]]

    init(known: [Int], rows: [[Double]]) {
        self.known = known
        groups = rows.map { row in
            let order = known.indices.sorted { row[known[$0]] < row[known[$1]] }
            var result = [Int](repeating: 0, count: known.count)
            var group = 0
            for (place, position) in order.enumerated() {
                if place > 0, row[known[position]] != row[known[order[place - 1]]] { group += 1 }
                result[position] = group
            }
            return result
        }
        groupCounts = groups.map { ($0.max() ?? 0) + 1 }
        totals = [Double](repeating: 0, count: known.count)
        ranks = rows.map { _ in [Double](repeating: 0, count: known.count) }
    }

    mutating func correlation(times: (Int) -> Double) -> Double {
        var size = 0.0
        for area in known { size += times(area) }
        for row in groups.indices { rank(row, times: times) }
        let mean = (size + 1) / 2
        let xy = product(0, 1, mean, times: times)
        let xx = product(0, 0, mean, times: times)
        let yy = product(1, 1, mean, times: times)
        let plain = xy / (xx * yy).squareRoot()
        guard groups.count == 3 else { return plain }
        let zz = product(2, 2, mean, times: times)
        let xz = product(0, 2, mean, times: times) / (xx * zz).squareRoot()
        let yz = product(1, 2, mean, times: times) / (yy * zz).squareRoot()
        let free = (1 - xz * xz) * (1 - yz * yz)
        // Below this the held row explains one of the others wholly, and the quotient is rounding noise.
        return free > 1e-12 ? (plain - xz * yz) / free.squareRoot() : .nan
    }

    private mutating func rank(_ row: Int, times: (Int) -> Double) {
        let count = groupCounts[row]
        for group in 0..<count { totals[group] = 0 }
        for place in known.indices { totals[groups[row][place]] += times(known[place]) }
        var below = 0.0
        for group in 0..<count {
            let members = totals[group]
            totals[group] = below + (members + 1) / 2
            below += members
        }
        for place in known.indices { ranks[row][place] = totals[groups[row][place]] }
    }

    private func product(_ a: Int, _ b: Int, _ mean: Double, times: (Int) -> Double) -> Double {
        var sum = 0.0
        for place in known.indices {
            sum += times(known[place]) * (ranks[a][place] - mean) * (ranks[b][place] - mean)
        }
        return sum
    }
}

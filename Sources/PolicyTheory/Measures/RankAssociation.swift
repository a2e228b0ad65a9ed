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

/// Mid-ranks of two or three rows under multiplicities; its arrays are made once and used in every draw.
private struct Ranks {
    private let known: [Int]
    private let rowCount: Int
    /// The tie group of every known area, row after row; groups ascend with the value.
    private let groups: [Int]
    private let groupCounts: [Int]
    /// How often each known area is in the draw.
    private var weights: [Double]
    /// Members of each tie group, then its mid-rank.
    private var totals: [Double]
    /// Ranks less their mean, row after row.
    private var centred: [Double]

    init(known: [Int], rows: [[Double]]) {
        self.known = known
        rowCount = rows.count
        groups = rows.flatMap { row in Self.tieGroups(known.map { row[$0] }) }
        groupCounts = rows.indices.map { [groups] row in
            (groups[row * known.count..<(row + 1) * known.count].max() ?? 0) + 1
        }
        weights = [Double](repeating: 0, count: known.count)
        totals = [Double](repeating: 0, count: known.count)
        centred = [Double](repeating: 0, count: rows.count * known.count)
    }

    mutating func correlation(times: (Int) -> Double) -> Double {
        var size = 0.0
        for place in known.indices {
            weights[place] = times(known[place])
            size += weights[place]
        }
        for row in 0..<rowCount { rank(row, mean: (size + 1) / 2) }
        let plain = product(0, 1) / (product(0, 0) * product(1, 1)).squareRoot()
        guard rowCount == 3 else { return plain }
        let held = product(2, 2)
        let xz = product(0, 2) / (product(0, 0) * held).squareRoot()
        let yz = product(1, 2) / (product(1, 1) * held).squareRoot()
        let free = (1 - xz * xz) * (1 - yz * yz)
        // Below this the held row explains one of the others wholly, and the quotient is rounding noise.
        return free > 1e-12 ? (plain - xz * yz) / free.squareRoot() : .nan
    }

    private mutating func rank(_ row: Int, mean: Double) {
        let start = row * known.count
        groups.withUnsafeBufferPointer { groups in
            for group in 0..<groupCounts[row] { totals[group] = 0 }
            for place in known.indices { totals[groups[start + place]] += weights[place] }
            var below = 0.0
            for group in 0..<groupCounts[row] {
                let members = totals[group]
                totals[group] = below + (members + 1) / 2 - mean
                below += members
            }
            for place in known.indices { centred[start + place] = totals[groups[start + place]] }
        }
    }

    private func product(_ a: Int, _ b: Int) -> Double {
        let (first, second) = (a * known.count, b * known.count)
        return centred.withUnsafeBufferPointer { centred in
            weights.withUnsafeBufferPointer { weights in
                var sum = 0.0
                for place in weights.indices {
                    sum += weights[place] * centred[first + place] * centred[second + place]
                }
                return sum
            }
        }
    }

    private static func tieGroups(_ values: [Double]) -> [Int] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var result = [Int](repeating: 0, count: values.count)
        var group = 0
        for (place, position) in order.enumerated() {
            if place > 0, values[position] != values[order[place - 1]] { group += 1 }
            result[position] = group
        }
        return result
    }
}

/// How well points lie within their groups (Rousseeuw 1987): the mean of (b - a) / max(a, b), with a the mean distance to
/// the own group and b that to the nearest other one; 0 for a group of one.
enum Silhouette {
    /// The silhouettes of several groupings of the same points at once: distances are taken once.
    static func means(_ points: [SIMD2<Double>], _ groupings: [PlaneClusters]) -> [Double] {
        let count = points.count
        guard count > 0 else { return groupings.map { _ in 0 } }
        let widths = groupings.map(\.centres.count)
        let sizes = groupings.map { $0.sizes.map(Double.init) }
        var totals = Array(repeating: 0.0, count: groupings.count)
        var distances = Array(repeating: 0.0, count: count)
        var sums = Array(repeating: 0.0, count: widths.max() ?? 0)
        for place in 0..<count {
            let point = points[place]
            points.withUnsafeBufferPointer { points in
                for other in 0..<count {
                    distances[other] = point.squaredDistance(to: points[other]).squareRoot()
                }
            }
            for (grouping, clusters) in groupings.enumerated() {
                for group in 0..<widths[grouping] { sums[group] = 0 }
                clusters.labels.withUnsafeBufferPointer { labels in
                    for other in 0..<count { sums[labels[other]] += distances[other] }
                }
                totals[grouping] += value(
                    own: clusters.labels[place], sums: sums, sizes: sizes[grouping])
            }
        }
        return totals.map { $0 / Double(count) }
    }

    private static func value(own: Int, sums: [Double], sizes: [Double]) -> Double {
        guard sizes[own] > 1 else { return 0 }
        let inside = sums[own] / (sizes[own] - 1)
        var outside = Double.infinity
        for group in sizes.indices where group != own && sizes[group] > 0 {
            outside = min(outside, sums[group] / sizes[group])
        }
        let larger = max(inside, outside)
        return larger > 0 && outside < .infinity ? (outside - inside) / larger : 0
    }
}

/// How far two groupings of the same points agree, 1 for the same and about 0 by chance (Hubert and Arabie 1985).
public func adjustedRandIndex(_ one: [Int], _ other: [Int]) -> Double {
    precondition(one.count == other.count, "both groupings are of the same points")
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    var cells: [SIMD2<Int>: Int] = [:]
    var rows: [Int: Int] = [:]
    var columns: [Int: Int] = [:]
    for place in one.indices {
        cells[SIMD2(one[place], other[place]), default: 0] += 1
        rows[one[place], default: 0] += 1
        columns[other[place], default: 0] += 1
    }
    // Whole numbers, so that the order of a dictionary does not matter.
    let together = cells.values.reduce(0) { $0 + pairs($1) }
    let first = rows.values.reduce(0) { $0 + pairs($1) }
    let second = columns.values.reduce(0) { $0 + pairs($1) }
    let all = pairs(one.count)
    guard all > 0 else { return 1 }
    let expected = first * second / all
    let most = (first + second) / 2
    return most == expected ? 1 : (together - expected) / (most - expected)
}

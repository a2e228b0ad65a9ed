internal import Stochastics

/// Points in the plane in groups around their means (k-means; Lloyd 1982).
struct PlaneClusters: Sendable, Equatable {
    /// The group of every point, 0 ..< k.
    var labels: [Int]
    var centres: [SIMD2<Double>]
    /// The sum of squared distances to the centres.
    var inertia: Double
    /// How often centres were moved.
    var steps = 0

    var sizes: [Int] {
        var sizes = Array(repeating: 0, count: centres.count)
        for label in labels { sizes[label] += 1 }
        return sizes
    }

    /// Moves centres to the means of their points until no label changes, or the squared moves add to no more than
    /// `tolerance`; at most 300 times.
    init(_ points: [SIMD2<Double>], startingAt start: [SIMD2<Double>], tolerance: Double) {
        centres = start
        labels = Array(repeating: -1, count: points.count)
        inertia = 0
        for step in 1...300 {
            steps = step
            let hasChanged = assign(points)
            let moved = moveCentres(points)
            guard hasChanged else { break }
            if moved <= tolerance {
                _ = assign(points)
                break
            }
        }
        inertia = points.indices.reduce(0) { $0 + points[$1].squaredDistance(to: centres[labels[$1]]) }
    }

    private mutating func assign(_ points: [SIMD2<Double>]) -> Bool {
        var hasChanged = false
        let centres = centres
        points.withUnsafeBufferPointer { points in
            labels.withUnsafeMutableBufferPointer { labels in
                centres.withUnsafeBufferPointer { centres in
                    for place in points.indices {
                        var best = 0
                        var least = Double.infinity
                        for centre in centres.indices {
                            let distance = points[place].squaredDistance(to: centres[centre])
                            if distance < least { (least, best) = (distance, centre) }
                        }
                        if labels[place] != best {
                            labels[place] = best
                            hasChanged = true
                        }
                    }
                }
            }
        }
        return hasChanged
    }

    /// Gives an empty group the point that lies farthest from its centre. Returns the sum of squared moves.
    private mutating func moveCentres(_ points: [SIMD2<Double>]) -> Double {
        var sums = Array(repeating: SIMD2<Double>.zero, count: centres.count)
        var counts = Array(repeating: 0, count: centres.count)
        for place in points.indices {
            sums[labels[place]] += points[place]
            counts[labels[place]] += 1
        }
        for empty in counts.indices where counts[empty] == 0 {
            var farthest = 0
            var most = -1.0
            for place in points.indices where counts[labels[place]] > 1 {
                let distance = points[place].squaredDistance(to: centres[labels[place]])
                if distance > most { (most, farthest) = (distance, place) }
            }
            guard most >= 0 else { continue }
            let old = labels[farthest]
            sums[old] -= points[farthest]
            counts[old] -= 1
            sums[empty] = points[farthest]
            counts[empty] = 1
            labels[farthest] = empty
        }
        var moved = 0.0
        for centre in centres.indices where counts[centre] > 0 {
            let mean = sums[centre] / Double(counts[centre])
            moved += mean.squaredDistance(to: centres[centre])
            centres[centre] = mean
        }
        return moved
    }

    /// The best of several starts drawn apart from each other (k-means++; Arthur and Vassilvitskii 2007).
    static func best(
        of starts: Int, _ points: [SIMD2<Double>], k: Int, seed: UInt64, tolerance: Double
    ) -> PlaneClusters {
        var stream = RandomStream(seed: seed, entity: UInt32(k), purpose: .clusterStart)
        var best: PlaneClusters?
        for _ in 0..<max(1, starts) {
            var one = PlaneClusters(points, startingAt: spread(points, k, &stream), tolerance: tolerance)
            one.exchange(points)
            if best.map({ one.inertia < $0.inertia }) ?? true { best = one }
        }
        return best ?? PlaneClusters(points, startingAt: [.zero], tolerance: tolerance)
    }

    /// Moves single points for as long as that makes groups tighter (Hartigan and Wong 1979, AS 136): where moving all
    /// points at once stops, this often goes on. Gains that are no more than rounding do not count: people who vote the same
    /// lie on one point, and groups that share it would pass them to and fro for ever.
    private mutating func exchange(_ points: [SIMD2<Double>]) {
        var counts = sizes.map(Double.init)
        let rounding = 1e-12 * points.reduce(0) { max($0, ($1 * $1).sum()) }
        var hasMoved = true
        while hasMoved {
            hasMoved = false
            for place in points.indices where counts[labels[place]] > 1 {
                let old = labels[place]
                let leaving =
                    counts[old] / (counts[old] - 1) * points[place].squaredDistance(to: centres[old])
                var best = old
                var least = leaving * (1 - 1e-12) - rounding
                for group in centres.indices where group != old {
                    let joining =
                        counts[group] / (counts[group] + 1)
                        * points[place].squaredDistance(to: centres[group])
                    if joining < least { (least, best) = (joining, group) }
                }
                guard best != old else { continue }
                centres[old] += (centres[old] - points[place]) / (counts[old] - 1)
                centres[best] += (points[place] - centres[best]) / (counts[best] + 1)
                counts[old] -= 1
                counts[best] += 1
                labels[place] = best
                hasMoved = true
            }
        }
        inertia = points.indices.reduce(0) { $0 + points[$1].squaredDistance(to: centres[labels[$1]]) }
    }

    /// Centres drawn with chances by squared distance to the nearest one so far; each is the best of four drawn.
    private static func spread(
        _ points: [SIMD2<Double>], _ k: Int, _ stream: inout RandomStream
    ) -> [SIMD2<Double>] {
        var centres = [points[Int(stream.integer(below: UInt32(points.count)))]]
        var nearest = points.map { $0.squaredDistance(to: centres[0]) }
        var candidate = nearest
        while centres.count < k {
            let sum = nearest.reduce(0, +)
            var least = Double.infinity
            var best = nearest
            var chosen = 0
            for _ in 0..<4 {
                let place = drawn(nearest, stream.unit() * sum)
                var left = 0.0
                for other in points.indices {
                    candidate[other] = min(nearest[other], points[other].squaredDistance(to: points[place]))
                    left += candidate[other]
                }
                if left < least {
                    (least, chosen) = (left, place)
                    swap(&best, &candidate)
                }
            }
            centres.append(points[chosen])
            swap(&nearest, &best)
        }
        return centres
    }

    private static func drawn(_ weights: [Double], _ target: Double) -> Int {
        var left = target
        for place in weights.indices {
            left -= weights[place]
            if left < 0 { return place }
        }
        return weights.count - 1
    }

    /// The start that Polis' library uses: of the different points, sorted by x and then y, the first k.
    static func lowestCorner(_ points: [SIMD2<Double>], k: Int) -> [SIMD2<Double>] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        var distinct: [SIMD2<Double>] = []
        for point in sorted where distinct.last != point {
            distinct.append(point)
            if distinct.count == k { break }
        }
        return distinct
    }

    /// 1e-4 of the mean variance of x and y: when moves of centres no longer matter.
    static func tolerance(_ points: [SIMD2<Double>]) -> Double {
        guard !points.isEmpty else { return 0 }
        let mean = points.reduce(.zero, +) / Double(points.count)
        let squares = points.reduce(SIMD2<Double>.zero) { $0 + ($1 - mean) * ($1 - mean) }
        return 1e-4 * squares.sum() / (2 * Double(points.count))
    }
}

extension SIMD2<Double> {
    @inline(__always) func squaredDistance(to other: SIMD2<Double>) -> Double {
        let way = self - other
        return way.x * way.x + way.y * way.y
    }
}

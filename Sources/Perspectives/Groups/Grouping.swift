internal import Stochastics

/// One number of groups that was tried.
public struct Grouping: Sendable, Equatable {
    /// The number of groups.
    public let k: Int
    /// The group of every grouped person, 0 ..< k, in their order.
    public let labels: [Int]
    /// The middle of every group in the plane.
    public let centres: [SIMD2<Double>]
    /// The sum of squared distances to the middles.
    public let inertia: Double
    /// The mean silhouette, -1 ... 1.
    public let silhouette: Double

    /// People per group.
    public var sizes: [Int] {
        var sizes = Array(repeating: 0, count: k)
        for label in labels { sizes[label] += 1 }
        return sizes
    }
}

/// Groups of points for several numbers of groups.
struct GroupSearch: Sendable {
    let options: OpinionOptions

    /// Starts per number of groups: many where points are few, so that the best is found; fewer where a start costs much.
    private func starts(_ count: Int) -> Int { max(4, min(8, 200_000 / max(count, 1))) }

    /// The groupings that can be made of `points`, by number of groups.
    func groupings(_ points: [SIMD2<Double>]) -> [Grouping] {
        let tolerance = options.mode == .polis ? PlaneClusters.tolerance(points) : 0
        let distinct = PlaneClusters.lowestCorner(points, k: options.groupCounts.upperBound)
        var found: [PlaneClusters] = []
        for k in options.groupCounts where k <= distinct.count {
            found.append(
                options.mode == .polis
                    ? PlaneClusters(points, startingAt: Array(distinct.prefix(k)), tolerance: tolerance)
                    : PlaneClusters.best(
                        of: starts(points.count), points, k: k, seed: options.seed, tolerance: tolerance
                    ).inOrder)
        }
        let silhouettes = silhouettes(points, found)
        return zip(found, silhouettes).map { clusters, silhouette in
            Grouping(
                k: clusters.centres.count, labels: clusters.labels, centres: clusters.centres,
                inertia: clusters.inertia, silhouette: silhouette)
        }
    }

    /// The grouping with the highest silhouette; the smallest number of groups on a tie.
    static func best(_ groupings: [Grouping]) -> Grouping? {
        groupings.reduce(nil) { best, one in
            best.map { one.silhouette > $0.silhouette ? one : $0 } ?? one
        }
    }

    private func silhouettes(_ points: [SIMD2<Double>], _ found: [PlaneClusters]) -> [Double] {
        guard options.mode == .tested, points.count > options.silhouetteSample else {
            return Silhouette.means(points, found)
        }
        let sample = Self.sample(options.silhouetteSample, of: points.count, seed: options.seed)
        return Silhouette.means(
            sample.map { points[$0] },
            found.map { clusters in
                var part = clusters
                part.labels = sample.map { clusters.labels[$0] }
                return part
            })
    }

    /// `size` of the places below `count`, drawn without replacement, ascending.
    static func sample(_ size: Int, of count: Int, seed: UInt64) -> [Int] {
        guard size < count else { return Array(0..<count) }
        var stream = RandomStream(seed: seed, purpose: .personSample)
        var places = Array(0..<count)
        for place in 0..<size {
            places.swapAt(place, place + Int(stream.integer(below: UInt32(count - place))))
        }
        return places[..<size].sorted()
    }
}

extension PlaneClusters {
    /// The same groups numbered from left to right, so that a number never depends on the start.
    var inOrder: PlaneClusters {
        let order = centres.indices.sorted { (centres[$0].x, centres[$0].y) < (centres[$1].x, centres[$1].y) }
        var rank = Array(repeating: 0, count: order.count)
        for (place, old) in order.enumerated() { rank[old] = place }
        var result = self
        result.centres = order.map { centres[$0] }
        result.labels = labels.map { rank[$0] }
        return result
    }
}

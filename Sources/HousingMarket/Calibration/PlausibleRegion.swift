internal import ExperimentDesign
internal import Foundation
internal import Stochastics

/// The part of the unit cube in which points were kept: an ellipsoid around them, cut off at the cube.
struct PlausibleRegion: Sendable {
    /// The box around it, within the unit cube.
    let low: [Double]
    let high: [Double]
    /// The ellipsoid; nil for the whole box.
    let ellipsoid: Ellipsoid?
    /// The part of the unit cube that the region takes, estimated from points drawn.
    private(set) var volume: Double

    /// How far a ridge can run on beyond the last of k points on it, in half lengths of the ridge times k: each end
    /// runs on farther with chance exp(-endGaps / 2).
    private static let endGaps = 4.0
    /// Points drawn to measure the volume.
    private static let volumeTries = 2000

    struct Ellipsoid: Sendable {
        let centre: [Double]
        let root: [[Double]]
        let radius: Double

        func contains(_ point: [Double]) -> Bool {
            let off = SymmetricMatrix.whitened(zip(point, centre).map { $0 - $1 }, by: root)
            return off.reduce(0) { $0 + $1 * $1 } <= radius * radius
        }

        /// The volume of the unit ball by V(d) = V(d - 2) 2π / d, stretched by the root.
        var volume: Double {
            let size = centre.count
            var ball = size % 2 == 0 ? 1.0 : 2.0
            for side in stride(from: size % 2 == 0 ? 2 : 3, through: size, by: 2) {
                ball *= 2 * .pi / Double(side)
            }
            return root.indices.reduce(ball) { $0 * root[$1][$1] * radius }
        }
    }

    /// The whole unit cube.
    init(dimensions: Int) {
        low = Array(repeating: 0, count: dimensions)
        high = Array(repeating: 1, count: dimensions)
        ellipsoid = nil
        volume = 1
    }

    /// The region around `kept`, points of a wave that searched `searched` with `count` points: the ellipsoid of their
    /// covariance that holds them all, wider the fewer they are, because a ridge runs on beyond the last of a few points
    /// on it. It has at least the radius at which a uniform law fills it, the root of the dimensions plus 2.
    /// - Precondition: there is a point.
    init(around kept: [[Double]], of count: Int, in searched: PlausibleRegion, seed: UInt64, stage: Int) {
        let size = searched.low.count
        let gap = pow(searched.volume / Double(max(count, 1)), 1 / Double(size)) / 2
        var (centre, covariance) = SymmetricMatrix.moments(
            kept, weights: Array(repeating: 1, count: kept.count))
        // So that few points on a line or in one place still have some width.
        for side in 0..<size { covariance[side][side] += gap * gap / Double(kept.count) }
        let root = SymmetricMatrix.root(covariance, floor: 1e-18)
        let reach =
            kept.map { point in
                SymmetricMatrix.whitened(zip(point, centre).map { $0 - $1 }, by: root).reduce(0) {
                    $0 + $1 * $1
                }
            }.max() ?? 0
        let beyond = 1 + Self.endGaps / Double(kept.count)
        let radius = beyond * max(reach, Double(size) + 2).squareRoot()
        low = (0..<size).map { max(0, centre[$0] - radius * covariance[$0][$0].squareRoot()) }
        high = (0..<size).map { min(1, centre[$0] + radius * covariance[$0][$0].squareRoot()) }
        ellipsoid = Ellipsoid(centre: centre, root: root, radius: radius)
        volume = 0
        var accepted = 0
        for place in 0..<Self.volumeTries
        where contains(candidate(place, seed: seed, stage: stage)) { accepted += 1 }
        volume = proposalVolume * Double(max(accepted, 1)) / Double(Self.volumeTries)
    }

    private var boxVolume: Double { zip(low, high).reduce(1) { $0 * ($1.1 - $1.0) } }

    private var proposesFromEllipsoid: Bool { (ellipsoid?.volume ?? .infinity) < boxVolume }

    private var proposalVolume: Double { proposesFromEllipsoid ? (ellipsoid?.volume ?? 1) : boxVolume }

    /// Whether the point lies in box and ellipsoid.
    func contains(_ point: [Double]) -> Bool {
        for side in low.indices where point[side] < low[side] || point[side] > high[side] { return false }
        return ellipsoid?.contains(point) ?? true
    }

    /// `count` points spread over the region: a Latin hypercube in the box where the box is the smaller of the two,
    /// uniform in the ellipsoid where that is, with what lies outside the other rejected.
    func points(_ count: Int, seed: UInt64, stage: Int) -> [[Double]] {
        var found: [[Double]] = []
        found.reserveCapacity(count)
        if !proposesFromEllipsoid {
            let size = low.count
            let unit = Design.unitHypercube(
                dimensions: size, samples: count, seed: seed, stage: UInt32(truncatingIfNeeded: stage))
            for start in stride(from: 0, to: unit.count, by: size) {
                let point = Array(unit[start..<start + size])
                let placed = inBox(point)
                if contains(placed) { found.append(placed) }
            }
        }
        // Earlier positions served to measure the volume.
        var place = Self.volumeTries
        let last = place + 10_000 * count
        while found.count < count, place < last {
            let point = candidate(place, seed: seed, stage: stage)
            if contains(point) { found.append(point) }
            place += 1
        }
        return found
    }

    private func inBox(_ point: [Double]) -> [Double] {
        point.indices.map { low[$0] + point[$0] * (high[$0] - low[$0]) }
    }

    private func candidate(_ place: Int, seed: UInt64, stage: Int) -> [Double] {
        var stream = RandomStream(
            seed: seed, entity: UInt32(truncatingIfNeeded: place), time: UInt16(truncatingIfNeeded: stage),
            purpose: .calibrationRegion)
        guard proposesFromEllipsoid, let ellipsoid else { return inBox(low.map { _ in stream.unit() }) }
        let direction = low.map { _ in stream.standardNormal() }
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let reach = ellipsoid.radius * pow(stream.unit(), 1 / Double(low.count)) / max(length, 1e-300)
        let off = SymmetricMatrix.product(ellipsoid.root, direction.map { $0 * reach })
        return zip(ellipsoid.centre, off).map { $0 + $1 }
    }
}

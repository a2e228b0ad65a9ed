/// The outlines of a map, simplified and projected onto a viewBox: the costly part of a map, made once per
/// municipality and used for every indicator and year.
///
/// Borders are simplified per shared arc, so neighbours keep the same line between them; positions are rounded to
/// 0.1 unit. North is up.
public struct MapOutlines: Sendable {
    /// Width of the viewBox.
    public let width: Double
    /// Height of the viewBox, from the shape of the municipality.
    public let height: Double
    /// The codes of the shapes, in their given order.
    public let ids: [String]
    /// Points in all areas together, after simplification.
    public let pointCount: Int
    /// The simplification that was needed, in metres on the ground.
    public let tolerance: Double

    let areas: [String: PathData]
    let extents: [String: Extent]
    let neighbours: [String: [String]]
    let outside: PathData
    let districtBorders: PathData

    /// Simplifies and projects `shapes`.
    ///
    /// - Parameters:
    ///   - width: width of the viewBox in units.
    ///   - focus: codes of the shapes that the map zooms in on; empty = all. Shapes that then fall outside the
    ///     picture have no outline.
    ///   - maximumPoints: the budget for all areas together; nodes always stay, and so do three points of every
    ///     ring, so a map of very many areas can exceed it.
    ///   - detail: the smallest deviation that is worth drawing, in units of the viewBox.
    public init(
        _ shapes: [MapShape], width: Double = 720, focus: Set<String> = [], maximumPoints: Int = 30_000,
        detail: Double = 0.4
    ) {
        let projection = MapProjection(shapes, width: width, focus: focus)
        let topology = AreaTopology(shapes.map { projection.visibleRings(of: $0) })
        let weights = topology.arcs.map { douglasPeuckerWeights($0.points) }
        let least = projection.metresPerUnit * detail
        let tolerance = Self.tolerance(for: maximumPoints, in: topology, weights: weights, least: least)
        let lines = zip(topology.arcs, weights).map { arc, weights in
            Self.simplified(arc, weights: weights, tolerance: tolerance).map(projection.place)
        }

        var areas: [String: PathData] = [:]
        var extents: [String: Extent] = [:]
        var neighbours: [String: [String]] = [:]
        var pointCount = 0
        var touching = shapes.map { _ in Set<Int>() }
        var outside = PathData()
        var districtBorders = PathData()
        for (place, shape) in shapes.enumerated() {
            var path = PathData()
            var isSeen = false
            var largest = Extent(size: -1, centre: (width / 2, projection.height / 2))
            for ring in topology.rings[place] {
                let points = Self.points(of: ring, lines: lines)
                path.addRing(points)
                let found = Extent(of: points)
                if found.size > largest.size { largest = found }
                isSeen =
                    isSeen
                    || found.right > 0 && found.left < width && found.bottom > 0
                        && found.top < projection.height
            }
            guard isSeen else { continue }
            areas[shape.id] = path
            extents[shape.id] = largest
            pointCount += path.pointCount
        }
        for (arc, line) in zip(topology.arcs, lines) {
            for owner in arc.owners { touching[owner].formUnion(arc.owners) }
            if arc.uses == 1 {
                outside.addLine(line)
            } else if let first = arc.owners.first, let last = arc.owners.last,
                shapes[first].district != shapes[last].district
            {
                districtBorders.addLine(line)
            }
        }
        for (place, shape) in shapes.enumerated() {
            neighbours[shape.id] = touching[place].subtracting([place]).sorted().map { shapes[$0].id }
        }

        self.width = width
        height = projection.height
        ids = shapes.map(\.id)
        self.tolerance = tolerance
        self.pointCount = pointCount
        self.areas = areas
        self.extents = extents
        self.neighbours = neighbours
        self.outside = outside
        self.districtBorders = districtBorders
    }

    /// The codes of the areas that share a border with `id`, in the order of ``ids``.
    public func neighbours(of id: String) -> [String] { neighbours[id] ?? [] }

    /// The smallest tolerance at which the inner points that stay fit the budget beside the nodes.
    private static func tolerance(
        for budget: Int, in topology: AreaTopology, weights: [[Double]], least: Double
    ) -> Double {
        var left = budget
        var inner: [(weight: Double, uses: Int)] = []
        for (arc, weights) in zip(topology.arcs, weights) {
            left -= arc.uses
            for weight in weights.dropFirst().dropLast() where weight > least {
                inner.append((weight, arc.uses))
            }
        }
        inner.sort { $0.weight > $1.weight }
        for point in inner {
            left -= point.uses
            if left < 0 { return point.weight }
        }
        return least
    }

    static func simplified(
        _ arc: AreaTopology.Arc, weights: [Double], tolerance: Double
    ) -> [MapPoint] {
        var threshold = tolerance
        if arc.leastInner > 0 {
            let heaviest = weights.dropFirst().dropLast().sorted(by: >).prefix(arc.leastInner)
            if let needed = heaviest.last, needed <= tolerance { threshold = needed.nextDown }
        }
        return zip(arc.points, weights).filter { $0.1 > threshold }.map(\.0)
    }

    private static func points(
        of ring: [AreaTopology.Step], lines: [[(x: Double, y: Double)]]
    ) -> [(x: Double, y: Double)] {
        var points: [(x: Double, y: Double)] = []
        for step in ring {
            let line = lines[step.arc]
            // The last point of an arc is the first of the next.
            points += step.isReversed ? Array(line.reversed().dropLast()) : Array(line.dropLast())
        }
        return points
    }
}

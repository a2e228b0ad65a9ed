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
    let centres: [String: (x: Double, y: Double)]
    let neighbours: [String: [String]]
    let outside: PathData
    let districtBorders: PathData

    /// Simplifies and projects `shapes`.
    ///
    /// - Parameters:
    ///   - width: width of the viewBox in units.
    ///   - maximumPoints: the budget for all areas together; nodes always stay, and so do three points of every
    ///     ring, so a map of very many areas can exceed it.
    ///   - detail: the smallest deviation that is worth drawing, in units of the viewBox.
    public init(
        _ shapes: [MapShape], width: Double = 720, maximumPoints: Int = 30_000, detail: Double = 0.4
    ) {
        let projection = MapProjection(shapes, width: width)
        let topology = AreaTopology(shapes.map { projection.visibleRings(of: $0) })
        let weights = topology.arcs.map { douglasPeuckerWeights($0.points) }
        let least = projection.metresPerUnit * detail
        let tolerance = Self.tolerance(for: maximumPoints, in: topology, weights: weights, least: least)
        let lines = zip(topology.arcs, weights).map { arc, weights in
            Self.simplified(arc, weights: weights, tolerance: tolerance).map(projection.place)
        }

        var areas: [String: PathData] = [:]
        var centres: [String: (x: Double, y: Double)] = [:]
        var neighbours: [String: [String]] = [:]
        var pointCount = 0
        var touching = shapes.map { _ in Set<Int>() }
        var outside = PathData()
        var districtBorders = PathData()
        for (place, shape) in shapes.enumerated() {
            var path = PathData()
            var largest = (size: -1.0, centre: (x: width / 2, y: projection.height / 2))
            for ring in topology.rings[place] {
                let points = Self.points(of: ring, lines: lines)
                path.addRing(points)
                let found = Self.centroid(of: points)
                if found.size > largest.size { largest = found }
            }
            areas[shape.id] = path
            centres[shape.id] = largest.centre
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
        self.centres = centres
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

    /// Area and centroid of a ring (the shoelace formula); the mean of the points where it has no area.
    private static func centroid(
        of points: [(x: Double, y: Double)]
    ) -> (size: Double, centre: (x: Double, y: Double)) {
        guard let origin = points.first else { return (-1, (0, 0)) }
        var (twice, sumX, sumY) = (0.0, 0.0, 0.0)
        for (place, point) in points.enumerated() {
            let next = points[(place + 1) % points.count]
            let (ax, ay) = (point.x - origin.x, point.y - origin.y)
            let (bx, by) = (next.x - origin.x, next.y - origin.y)
            let cross = ax * by - bx * ay
            twice += cross
            sumX += (ax + bx) * cross
            sumY += (ay + by) * cross
        }
        guard abs(twice) > 1e-9 else { return (0, origin) }
        return (abs(twice) / 2, (origin.x + sumX / (3 * twice), origin.y + sumY / (3 * twice)))
    }
}

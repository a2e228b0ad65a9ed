internal import Foundation
internal import Neighbourhoods

/// The river of the town: it runs along borders of neighbourhoods, so that both banks are whole neighbourhoods.
struct River {
    /// Half of its width in metres.
    static let halfWidth = 70.0

    /// The borders it follows, as positions in the mesh.
    let arcs: Set<Int>
    /// Its middle line from west to east.
    let line: [Point]

    /// The cheapest way through the town from west to east that keeps near a gently winding course.
    init(through mesh: TownMesh) {
        let outer = Set(mesh.arcs.filter { $0.right == nil }.flatMap { [$0.start, $0.end] })
        var steps: [Int: [(arc: Int, corner: Int, cost: Double)]] = [:]
        for (index, arc) in mesh.arcs.enumerated() where arc.right != nil {
            let middle = arc.points[arc.points.count / 2]
            let drift = (middle.y - Self.course(middle.x)) / 350
            let cost = arc.length * (1 + drift * drift)
            steps[arc.start, default: []].append((index, arc.end, cost))
            steps[arc.end, default: []].append((index, arc.start, cost))
        }
        let mouths = steps.keys.filter(outer.contains).sorted()
        func mouth(at x: Double) -> Int {
            mouths.min { Self.distance(mesh.corners[$0], x) < Self.distance(mesh.corners[$1], x) } ?? 0
        }
        let goal = mouth(at: TownOutline.halfWidth)
        var path = Self.cheapest(
            from: mouth(at: -TownOutline.halfWidth), to: goal, steps: steps, outer: outer)
        var corner = goal
        var points: [Point] = [mesh.corners[goal]]
        var used: Set<Int> = []
        while let index = path.removeValue(forKey: corner) {
            let arc = mesh.arcs[index]
            let forward = arc.start == corner
            points += (forward ? arc.points : arc.points.reversed()).dropFirst()
            corner = forward ? arc.end : arc.start
            used.insert(index)
        }
        arcs = used
        line = Self.smooth(points.reversed())
    }

    /// The water: a ribbon around the middle line.
    var water: MultiPolygon {
        guard line.count > 2 else { return MultiPolygon(polygons: []) }
        var left: [Point] = []
        var right: [Point] = []
        for index in line.indices {
            let before = line[max(0, index - 1)]
            let after = line[min(line.count - 1, index + 1)]
            let (dx, dy) = (after.x - before.x, after.y - before.y)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { continue }
            let (ox, oy) = (-dy / length * Self.halfWidth, dx / length * Self.halfWidth)
            left.append(Point(x: (line[index].x + ox).inDecimetres, y: (line[index].y + oy).inDecimetres))
            right.append(Point(x: (line[index].x - ox).inDecimetres, y: (line[index].y - oy).inDecimetres))
        }
        return MultiPolygon(polygons: [[right + left.reversed()]])
    }

    private static func course(_ x: Double) -> Double { -700 + 420 * sin(x / 1_900) }

    private static func distance(_ point: Point, _ x: Double) -> Double {
        abs(point.x - x) + 2 * abs(point.y - course(x))
    }

    /// The border by which each corner on the cheapest way is left, walking back from the goal (Dijkstra 1959).
    private static func cheapest(
        from start: Int, to goal: Int, steps: [Int: [(arc: Int, corner: Int, cost: Double)]], outer: Set<Int>
    ) -> [Int: Int] {
        var cost: [Int: Double] = [start: 0]
        var arrivedBy: [Int: Int] = [:]
        var done: Set<Int> = []
        while let corner = cost.keys.filter({ !done.contains($0) })
            .min(by: { (cost[$0] ?? 0, $0) < (cost[$1] ?? 0, $1) }), corner != goal
        {
            done.insert(corner)
            if corner != start, outer.contains(corner) { continue }
            for step in steps[corner] ?? [] where !done.contains(step.corner) {
                let total = (cost[corner] ?? 0) + step.cost
                if total < cost[step.corner] ?? .infinity {
                    cost[step.corner] = total
                    arrivedBy[step.corner] = step.arc
                }
            }
        }
        return arrivedBy
    }

    /// A winding line without the kinks of the borders: the mean over a moving stretch, ends kept.
    private static func smooth(_ points: [Point]) -> [Point] {
        let reach = 6
        return points.indices.map { index in
            let half = min(reach, index, points.count - 1 - index)
            let stretch = points[(index - half)...(index + half)]
            let count = Double(stretch.count)
            return Point(
                x: stretch.reduce(0) { $0 + $1.x } / count, y: stretch.reduce(0) { $0 + $1.y } / count)
        }
    }
}

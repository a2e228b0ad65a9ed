/// A place in whole metres. Whole numbers make the geometric tests below exact, so that the map can never come
/// out inconsistent through rounding.
struct GridPoint: Hashable {
    var x: Int
    var y: Int
}

/// The Delaunay triangulation of a few hundred points by insertion (Bowyer 1981, Watson 1981). Points on one
/// circle are no problem: the circle test is exact and a tie leaves the triangles as they are.
struct Delaunay {
    /// Three corners, counter-clockwise, as positions in `points`.
    struct Triangle: Hashable {
        var a: Int
        var b: Int
        var c: Int
        var edges: [Edge] { [Edge(from: a, to: b), Edge(from: b, to: c), Edge(from: c, to: a)] }
    }

    struct Edge: Hashable {
        var from: Int
        var to: Int
        var reversed: Edge { Edge(from: to, to: from) }
    }

    /// The points, followed by the three corners of the frame around them.
    let points: [GridPoint]
    private(set) var triangles: [Triangle]

    /// Triangulates different `points` that lie within 30 km of the origin.
    init(_ points: [GridPoint]) {
        let count = points.count
        self.points =
            points + [
                GridPoint(x: -200_000, y: -120_000), GridPoint(x: 200_000, y: -120_000),
                GridPoint(x: 0, y: 240_000),
            ]
        triangles = [Triangle(a: count, b: count + 1, c: count + 2)]
        for index in 0..<count { insert(index) }
    }

    private mutating func insert(_ point: Int) {
        var kept: [Triangle] = []
        var cavity: [Triangle] = []
        for triangle in triangles {
            if circle(of: triangle, holds: point) { cavity.append(triangle) } else { kept.append(triangle) }
        }
        let edges = cavity.flatMap(\.edges)
        let all = Set(edges)
        for edge in edges where !all.contains(edge.reversed) {
            kept.append(Triangle(a: edge.from, b: edge.to, c: point))
        }
        triangles = kept
    }

    /// Whether a point lies strictly inside the circle through the corners of a counter-clockwise triangle.
    private func circle(of triangle: Triangle, holds index: Int) -> Bool {
        let origin = points[index]
        func lifted(_ corner: Int) -> (x: Int128, y: Int128, square: Int128) {
            let x = Int128(points[corner].x - origin.x)
            let y = Int128(points[corner].y - origin.y)
            return (x, y, x * x + y * y)
        }
        let a = lifted(triangle.a)
        let b = lifted(triangle.b)
        let c = lifted(triangle.c)
        let determinant =
            a.x * (b.y * c.square - c.y * b.square) - a.y * (b.x * c.square - c.x * b.square)
            + a.square * (b.x * c.y - c.x * b.y)
        return determinant > 0
    }
}

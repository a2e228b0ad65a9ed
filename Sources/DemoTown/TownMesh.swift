internal import Neighbourhoods
internal import Stochastics

/// The town cut into cells that share their borders: every border is one arc, used by the cells on both sides, so
/// the shapes fit without gap or overlap by construction.
struct TownMesh {
    /// A border between two cells, or between a cell and the outside.
    struct Arc {
        /// The cell on the left hand when going along `points`.
        var left: Int
        /// The cell on the right hand; nil outside the town.
        var right: Int?
        /// The corners where it starts and ends.
        var start: Int
        var end: Int
        /// The line, both ends included.
        var points: [Point]

        var length: Double {
            zip(points, points.dropFirst()).reduce(0) { sum, step in
                let dx = step.1.x - step.0.x
                let dy = step.1.y - step.0.y
                return sum + (dx * dx + dy * dy).squareRoot()
            }
        }
    }

    /// How many cells.
    let cellCount: Int
    /// The corners where borders meet.
    let corners: [Point]
    /// The borders.
    let arcs: [Arc]

    /// Cells around places that are spread over the outline and moved twice to the middle of their cell (Lloyd 1982).
    init(cells: Int, outline: TownOutline, random: TownRandom) {
        let outside = outline.surroundings(random: random)
        var sites = outline.sites(cells, random: random)
        for _ in 0..<2 {
            sites = VoronoiCells(sites: sites, outside: outside).rings.map { ring in
                let centre = MultiPolygon(polygons: [[ring]]).centroid ?? Point(x: 0, y: 0)
                return GridPoint(x: Int(centre.x.rounded()), y: Int(centre.y.rounded()))
            }
        }
        let voronoi = VoronoiCells(sites: sites, outside: outside)
        cellCount = cells
        corners = voronoi.corners
        arcs = voronoi.borders.enumerated().map { index, border in
            var stream = random.stream(.arcs, entity: index)
            let line = Self.roughened(
                voronoi.corners[border.start], voronoi.corners[border.end], using: &stream)
            return Arc(
                left: border.left, right: border.right, start: border.start, end: border.end, points: line)
        }
    }

    /// A straight border made natural: every piece longer than 90 m is broken in the middle and shifted sideways.
    private static func roughened(_ start: Point, _ end: Point, using stream: inout RandomStream) -> [Point] {
        let dx = end.x - start.x
        let dy = end.y - start.y
        guard dx * dx + dy * dy > 90 * 90 else { return [start, end] }
        let shift = 0.2 * (stream.unit() - 0.5)
        let middle = Point(
            x: ((start.x + end.x) / 2 - shift * dy).inDecimetres,
            y: ((start.y + end.y) / 2 + shift * dx).inDecimetres)
        return roughened(start, middle, using: &stream).dropLast() + roughened(middle, end, using: &stream)
    }

    /// The outer line, and the holes, of the cells for which `holds` is true. The largest ring comes first.
    func shape(of holds: (Int) -> Bool) -> MultiPolygon {
        var next: [Int: (end: Int, points: [Point])] = [:]
        for arc in arcs {
            let left = holds(arc.left)
            let right = arc.right.map(holds) ?? false
            if left, !right { next[arc.start] = (arc.end, arc.points) }
            if right, !left { next[arc.end] = (arc.start, arc.points.reversed()) }
        }
        var rings: [[Point]] = []
        for first in next.keys.sorted() {
            var ring: [Point] = []
            var corner = first
            // Three cells meet in a corner, so at most one line of the ring leaves it.
            while let step = next.removeValue(forKey: corner) {
                ring += step.points.dropLast()
                corner = step.end
            }
            if !ring.isEmpty { rings.append(ring) }
        }
        let bySize = rings.map { (ring: $0, area: MultiPolygon(polygons: [[$0]]).area) }
            .sorted { $0.area > $1.area }
        return MultiPolygon(polygons: [bySize.map(\.ring)])
    }

    /// The cells that share a border with each cell, in order.
    var neighbours: [[Int]] {
        var result = Array(repeating: Set<Int>(), count: cellCount)
        for arc in arcs {
            guard let right = arc.right else { continue }
            result[arc.left].insert(right)
            result[right].insert(arc.left)
        }
        return result.map { $0.sorted() }
    }
}

/// The Voronoi cells of the sites inside a ring of sites outside.
struct VoronoiCells {
    struct Border {
        var left: Int
        var right: Int?
        var start: Int
        var end: Int
    }

    /// The corners of the cells, to the decimetre.
    let corners: [Point]
    /// The borders that have a site of the town on their left.
    let borders: [Border]
    /// The straight-edged cells, counter-clockwise.
    let rings: [[Point]]

    init(sites: [GridPoint], outside: [GridPoint]) {
        let delaunay = Delaunay(sites + outside)
        let corners = delaunay.triangles.map { triangle in
            Self.circumcentre(
                delaunay.points[triangle.a], delaunay.points[triangle.b], delaunay.points[triangle.c])
        }
        var triangleOf: [Delaunay.Edge: Int] = [:]
        for (index, triangle) in delaunay.triangles.enumerated() {
            for edge in triangle.edges { triangleOf[edge] = index }
        }
        var borders: [Border] = []
        for (index, triangle) in delaunay.triangles.enumerated() {
            for edge in triangle.edges where edge.from < sites.count {
                // The triangle left of the edge comes after the one on its right when going round `from`.
                guard let previous = triangleOf[edge.reversed], edge.to >= sites.count || edge.from < edge.to
                else { continue }
                borders.append(
                    Border(
                        left: edge.from, right: edge.to < sites.count ? edge.to : nil, start: previous,
                        end: index))
            }
        }
        rings = sites.indices.map { site in
            Self.round(site, delaunay.triangles, triangleOf).map { corners[$0] }
        }
        self.corners = corners
        self.borders = borders
    }

    /// The triangles around a site, counter-clockwise.
    private static func round(
        _ site: Int, _ triangles: [Delaunay.Triangle], _ triangleOf: [Delaunay.Edge: Int]
    ) -> [Int] {
        guard let first = triangles.firstIndex(where: { [$0.a, $0.b, $0.c].contains(site) }) else {
            return []
        }
        var order: [Int] = []
        var current = first
        repeat {
            order.append(current)
            guard let incoming = triangles[current].edges.first(where: { $0.to == site }),
                let next = triangleOf[incoming.reversed]
            else { break }
            current = next
        } while current != first
        return order
    }

    private static func circumcentre(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Point {
        let (bx, by) = (Double(b.x - a.x), Double(b.y - a.y))
        let (cx, cy) = (Double(c.x - a.x), Double(c.y - a.y))
        let double = 2 * (bx * cy - by * cx)
        let (b2, c2) = (bx * bx + by * by, cx * cx + cy * cy)
        return Point(
            x: (Double(a.x) + (cy * b2 - by * c2) / double).inDecimetres,
            y: (Double(a.y) + (bx * c2 - cx * b2) / double).inDecimetres)
    }
}

extension Double {
    /// Rounded to a tenth: coordinates need no more, and equal numbers are equal texts.
    var inDecimetres: Double { (self * 10).rounded() / 10 }
}

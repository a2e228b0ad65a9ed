/// A point in metres in the Dutch national grid (RD New, EPSG:28992), or in a synthetic plane of metres.
public struct Point: Sendable, Hashable {
    /// Metres to the east.
    public var x: Double
    /// Metres to the north.
    public var y: Double
    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// The shape of an area: polygons, each an outer ring followed by its holes. Rings are closed implicitly.
public struct MultiPolygon: Sendable, Hashable {
    /// One polygon: outer ring first, then holes.
    public typealias Polygon = [[Point]]
    /// The polygons.
    public var polygons: [Polygon]

    /// Makes a shape.
    public init(polygons: [Polygon]) { self.polygons = polygons }

    /// Surface in square metres, holes left out.
    public var area: Double {
        polygons.reduce(0) { total, rings in
            total
                + rings.enumerated().reduce(0) { sum, ring in
                    let surface = abs(Self.signedArea(ring.element))
                    return ring.offset == 0 ? sum + surface : sum - surface
                }
        }
    }

    /// The centre of mass of the outer rings; nil for an empty shape.
    public var centroid: Point? {
        var weight = 0.0
        var x = 0.0
        var y = 0.0
        guard let origin = polygons.first?.first?.first else { return nil }
        for ring in polygons.compactMap(\.first) {
            for (start, end) in Self.edges(ring) {
                // Coordinates are taken from the first point: RD numbers are large, products of them lose digits.
                let (ax, ay) = (start.x - origin.x, start.y - origin.y)
                let (bx, by) = (end.x - origin.x, end.y - origin.y)
                let cross = (ax * by - bx * ay) * (Self.signedArea(ring) < 0 ? -1 : 1)
                weight += cross
                x += (ax + bx) * cross
                y += (ay + by) * cross
            }
        }
        guard weight != 0 else { return origin }
        return Point(x: origin.x + x / (3 * weight), y: origin.y + y / (3 * weight))
    }

    /// The smallest upright rectangle around the shape; nil for an empty shape.
    public var bounds: (minimum: Point, maximum: Point)? {
        let points = polygons.joined().joined()
        guard let first = points.first else { return nil }
        var low = first
        var high = first
        for point in points {
            low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
            high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        return (low, high)
    }

    static func signedArea(_ ring: [Point]) -> Double {
        guard let origin = ring.first else { return 0 }
        return edges(ring).reduce(0) { sum, edge in
            sum + (edge.0.x - origin.x) * (edge.1.y - origin.y) - (edge.1.x - origin.x)
                * (edge.0.y - origin.y)
        } / 2
    }

    static func edges(_ ring: [Point]) -> [(Point, Point)] {
        zip(ring, ring.dropFirst() + ring.prefix(1)).map { ($0, $1) }
    }
}

/// Which areas touch, and along what length.
public struct Adjacency: Sendable, Hashable {
    /// Two areas that touch.
    public struct Pair: Sendable, Hashable {
        /// One area; its code sorts before the other's.
        public var first: AreaCode
        /// The other.
        public var second: AreaCode
        /// Metres of shared boundary; 0 where they meet in a corner only.
        public var sharedBoundary: Double
        /// Makes a pair in code order.
        public init(_ one: AreaCode, _ other: AreaCode, sharedBoundary: Double) {
            first = min(one, other)
            second = max(one, other)
            self.sharedBoundary = sharedBoundary
        }
    }

    /// The pairs, in order of their codes.
    public let pairs: [Pair]

    /// Makes an adjacency.
    public init(pairs: [Pair]) {
        self.pairs = pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// The areas that touch `code`, in code order; corner contacts only when `corners` is true.
    public func neighbours(of code: AreaCode, corners: Bool = false) -> [AreaCode] {
        pairs.compactMap { pair in
            guard corners || pair.sharedBoundary > 0 else { return nil }
            return pair.first == code ? pair.second : pair.second == code ? pair.first : nil
        }.sorted()
    }
}

/// The shapes of a set of areas in one year, with their source.
public struct AreaGeometry: Sendable, Hashable {
    /// The level of the areas.
    public var level: AreaLevel
    /// The year of the boundaries.
    public var year: Int
    /// Where the shapes come from.
    public var source: Source.ID
    /// Shape by code.
    public var shapes: [AreaCode: MultiPolygon]
    /// Which areas touch.
    public var adjacency: Adjacency

    /// Makes a geometry.
    public init(
        level: AreaLevel, year: Int, source: Source.ID, shapes: [AreaCode: MultiPolygon], adjacency: Adjacency
    ) {
        self.level = level
        self.year = year
        self.source = source
        self.shapes = shapes
        self.adjacency = adjacency
    }
}

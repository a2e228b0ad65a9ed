/// A position on a map, in metres (RD New, EPSG:28992: x to the east, y to the north).
public struct MapPoint: Sendable, Hashable {
    /// Metres to the east.
    public var x: Double
    /// Metres to the north.
    public var y: Double

    /// A position from its coordinates in metres.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// The outline of one area of a map.
public struct MapShape: Sendable, Hashable {
    /// The code of the area, the same as in ``MapArea``.
    public var id: String
    /// The code of the district the area is in, for heavier lines between districts; may be nil.
    public var district: String?
    /// Polygons, each a list of rings: the outer ring first, then holes. A ring may repeat its first point at its
    /// end. Areas that touch must use the same points along their common border, as official boundary files do.
    public var polygons: [[[MapPoint]]]

    /// A shape from its parts.
    public init(id: String, district: String? = nil, polygons: [[[MapPoint]]]) {
        self.id = id
        self.district = district
        self.polygons = polygons
    }
}

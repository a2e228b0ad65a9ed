/// From metres to units of a viewBox: one scale for both directions, north up, a margin for outlines.
struct MapProjection {
    let height: Double
    let metresPerUnit: Double
    private let west: Double
    private let north: Double
    private let margin: Double

    /// A municipality that is taller than this times its width is drawn narrower, to keep the map on one screen.
    private static let tallest = 1.1

    init(_ shapes: [MapShape], width: Double, focus: Set<String>) {
        let inFocus = shapes.filter { focus.contains($0.id) }
        let points = (inFocus.isEmpty ? shapes : inFocus).lazy.flatMap(\.polygons).joined().joined().filter {
            $0.x.isFinite && $0.y.isFinite
        }
        var (least, most) = (MapPoint(x: .infinity, y: .infinity), MapPoint(x: -.infinity, y: -.infinity))
        for point in points {
            least = MapPoint(x: min(least.x, point.x), y: min(least.y, point.y))
            most = MapPoint(x: max(most.x, point.x), y: max(most.y, point.y))
        }
        let isEmpty = least.x > most.x
        let spanX = isEmpty ? 1 : max(most.x - least.x, 1)
        let spanY = isEmpty ? 1 : max(most.y - least.y, 1)
        margin = 6
        let room = width - 2 * margin
        metresPerUnit = max(spanX / room, spanY / (room * Self.tallest))
        height = (spanY / metresPerUnit + 2 * margin).rounded(.up)
        west = isEmpty ? 0 : least.x - (room - spanX / metresPerUnit) / 2 * metresPerUnit
        north = isEmpty ? 0 : most.y
    }

    func place(_ point: MapPoint) -> (x: Double, y: Double) {
        (x: margin + (point.x - west) / metresPerUnit, y: margin + (north - point.y) / metresPerUnit)
    }

    /// The rings of a shape that are large enough to see. Of a shape that is all specks, the largest ring stays.
    func visibleRings(of shape: MapShape) -> [[MapPoint]] {
        let rings = shape.polygons.flatMap { $0 }
        let sizes = rings.map(extent)
        let visible = zip(rings, sizes).filter { $0.1 >= 1.5 }.map(\.0)
        guard visible.isEmpty, let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else {
            return visible
        }
        return [rings[largest]]
    }

    /// The longest side of the box around a ring, in units.
    private func extent(of ring: [MapPoint]) -> Double {
        guard let first = ring.first else { return 0 }
        var (least, most) = (first, first)
        for point in ring {
            least = MapPoint(x: min(least.x, point.x), y: min(least.y, point.y))
            most = MapPoint(x: max(most.x, point.x), y: max(most.y, point.y))
        }
        return max(most.x - least.x, most.y - least.y) / metresPerUnit
    }
}

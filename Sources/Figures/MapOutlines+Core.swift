extension MapOutlines {
    /// The shapes that most of a municipality consists of, to focus its map on, when a few far-away areas (a harbour,
    /// a village at the coast) would press all others together; empty when the whole fits well.
    ///
    /// The core is what lies within the middle eight tenths of the shapes, and as far again as half their span, in
    /// both directions. It is only proposed when it shows the areas at least one and a half times as large.
    public static func core(of shapes: [MapShape]) -> Set<String> {
        let places = shapes.compactMap { shape in Box(shape).map { (id: shape.id, box: $0) } }
        guard places.count >= 10 else { return [] }
        let spans = [places.map(\.box.middle.x), places.map(\.box.middle.y)].map { values in
            let sorted = values.sorted()
            let (low, high) = (sorted[sorted.count / 10], sorted[sorted.count - 1 - sorted.count / 10])
            let margin = (high - low) / 2
            return (low - margin)...(high + margin)
        }
        let inside = places.filter {
            spans[0].contains($0.box.middle.x) && spans[1].contains($0.box.middle.y)
        }
        guard let core = Box(joining: inside.map(\.box)), let whole = Box(joining: places.map(\.box)),
            whole.longestSide >= 1.5 * core.longestSide
        else { return [] }
        return Set(inside.map(\.id))
    }

    /// The box around a shape.
    private struct Box {
        var low: MapPoint
        var high: MapPoint

        init?(_ shape: MapShape) {
            let points = shape.polygons.joined().joined().filter { $0.x.isFinite && $0.y.isFinite }
            self.init(joining: points.map { Box(low: $0, high: $0) })
        }

        init?(joining boxes: [Box]) {
            guard let first = boxes.first else { return nil }
            self = boxes.dropFirst().reduce(first) { joined, box in
                Box(
                    low: MapPoint(x: min(joined.low.x, box.low.x), y: min(joined.low.y, box.low.y)),
                    high: MapPoint(x: max(joined.high.x, box.high.x), y: max(joined.high.y, box.high.y)))
            }
        }

        init(low: MapPoint, high: MapPoint) {
            self.low = low
            self.high = high
        }

        var middle: MapPoint { MapPoint(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2) }
        var longestSide: Double { max(high.x - low.x, high.y - low.y) }
    }
}

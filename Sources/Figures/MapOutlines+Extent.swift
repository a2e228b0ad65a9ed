extension MapOutlines {
    /// Where the largest part of an area lies in the picture and how large it is.
    struct Extent: Sendable {
        var size: Double
        var centre: (x: Double, y: Double)
        var left = Double.infinity
        var right = -Double.infinity
        var top = Double.infinity
        var bottom = -Double.infinity

        init(size: Double, centre: (x: Double, y: Double)) {
            self.size = size
            self.centre = centre
        }

        /// Surface, centroid (the shoelace formula; the first point where there is no surface) and box of a ring.
        init(of ring: [(x: Double, y: Double)]) {
            self.init(size: -1, centre: (0, 0))
            guard let origin = ring.first else { return }
            var (twice, sumX, sumY) = (0.0, 0.0, 0.0)
            for (place, point) in ring.enumerated() {
                let next = ring[(place + 1) % ring.count]
                let (ax, ay) = (point.x - origin.x, point.y - origin.y)
                let (bx, by) = (next.x - origin.x, next.y - origin.y)
                let cross = ax * by - bx * ay
                twice += cross
                sumX += (ax + bx) * cross
                sumY += (ay + by) * cross
                (left, right) = (min(left, point.x), max(right, point.x))
                (top, bottom) = (min(top, point.y), max(bottom, point.y))
            }
            size = abs(twice) / 2
            centre =
                size > 1e-9
                ? (origin.x + sumX / (3 * twice), origin.y + sumY / (3 * twice)) : (origin.x, origin.y)
        }
    }
}

/// The units in blocks of sixteen that lie close together, each with the box around it.
///
/// Strips of about √blocks by the first coordinate, each cut by the second (Leutenegger, Lopez and Edgington
/// 1997): boxes follow the density of the town, and every second strip runs backwards so that neighbours in
/// the order are neighbours on the map.
struct PlaceBlocks: Sendable {
    static let size = 16

    /// The unit at every place in the order.
    let order: [Int]
    /// Coordinates in the order, filled up to whole blocks with copies of the last.
    let x: [Double]
    let y: [Double]
    let boxes: [Box]

    /// The smallest rectangle around a block.
    struct Box {
        var lowX: Double
        var highX: Double
        var lowY: Double
        var highY: Double

        /// The smallest distance between points of two boxes, less what rounding can add to a distance.
        @inline(__always)
        func nearest(_ other: Box) -> Double {
            let dx = max(0, max(other.lowX - highX, lowX - other.highX))
            let dy = max(0, max(other.lowY - highY, lowY - other.highY))
            return (dx * dx + dy * dy).squareRoot() * (1 - 1e-14)
        }

        /// The largest distance between points of two boxes, and what rounding can add to it.
        @inline(__always)
        func farthest(_ other: Box) -> Double {
            let dx = max(highX - other.lowX, other.highX - lowX)
            let dy = max(highY - other.lowY, other.highY - lowY)
            return (dx * dx + dy * dy).squareRoot() * (1 + 1e-14)
        }
    }

    init?(_ places: InhabitedPlaces) {
        guard let x = places.x, let y = places.y else { return nil }
        self.init(x: x, y: y)
    }

    init(x: [Double], y: [Double]) {
        let blocks = (x.count + Self.size - 1) / Self.size
        let strips = max(1, Int(Double(blocks).squareRoot().rounded()))
        let length = max(1, (blocks + strips - 1) / strips) * Self.size
        var order = Self.sorted(Array(x.indices), by: x)
        var backwards = false
        for start in stride(from: 0, to: order.count, by: length) {
            let end = min(start + length, order.count)
            let strip = Self.sorted(Array(order[start..<end]), by: y)
            order.replaceSubrange(start..<end, with: backwards ? strip.reversed() : strip)
            backwards.toggle()
        }
        let last = order.last ?? 0
        let padded = order + [Int](repeating: last, count: blocks * Self.size - order.count)
        self.order = order
        self.x = padded.map { x[$0] }
        self.y = padded.map { y[$0] }
        boxes = (0..<blocks).map { block in
            let units = padded[block * Self.size..<(block + 1) * Self.size]
            var box = Box(lowX: .infinity, highX: -.infinity, lowY: .infinity, highY: -.infinity)
            for unit in units {
                box.lowX = min(box.lowX, x[unit])
                box.highX = max(box.highX, x[unit])
                box.lowY = min(box.lowY, y[unit])
                box.highY = max(box.highY, y[unit])
            }
            return box
        }
    }

    var count: Int { boxes.count }

    /// The places of a block's units in the order, without those that fill it up.
    func places(of block: Int) -> Range<Int> {
        block * Self.size..<min((block + 1) * Self.size, order.count)
    }

    private static func sorted(_ units: [Int], by key: [Double]) -> [Int] {
        units.sorted { key[$0] != key[$1] ? key[$0] < key[$1] : $0 < $1 }
    }
}

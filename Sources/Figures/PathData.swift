/// The outline of a shape for the `d` attribute: closed rings or open lines on a grid of 0.1 unit.
///
/// Positions are rounded to tenths first and the steps between them are written after that, so two shapes that
/// share a line share it to the last digit, and no rounding error can pile up along an outline.
public struct PathData: Sendable, Hashable {
    struct Line: Sendable, Hashable {
        var points: [GridPoint]
        var isClosed: Bool
    }

    /// A position in tenths of a unit of the viewBox.
    struct GridPoint: Sendable, Hashable {
        var x: Int
        var y: Int
    }

    private(set) var lines: [Line] = []

    /// An empty outline.
    public init() {}

    /// The number of points written.
    public var pointCount: Int { lines.reduce(0) { $0 + $1.points.count } }

    /// Adds a closed ring; points that fall on the point before them are dropped.
    public mutating func addRing(_ points: [(x: Double, y: Double)]) { add(points, isClosed: true) }

    /// Adds an open line; points that fall on the point before them are dropped.
    public mutating func addLine(_ points: [(x: Double, y: Double)]) { add(points, isClosed: false) }

    private mutating func add(_ points: [(x: Double, y: Double)], isClosed: Bool) {
        var kept: [GridPoint] = []
        kept.reserveCapacity(points.count)
        for point in points {
            let place = GridPoint(x: Tenths.rounded(point.x), y: Tenths.rounded(point.y))
            if kept.last != place { kept.append(place) }
        }
        if isClosed, kept.count > 1, kept.first == kept.last { kept.removeLast() }
        guard !kept.isEmpty else { return }
        lines.append(Line(points: kept, isClosed: isClosed))
    }

    func write(into bytes: inout [UInt8]) {
        for line in lines {
            bytes.append(UInt8(ascii: "M"))
            Tenths.append(line.points[0].x, to: &bytes)
            bytes.append(UInt8(ascii: " "))
            Tenths.append(line.points[0].y, to: &bytes)
            for (place, point) in line.points.enumerated().dropFirst() {
                let before = line.points[place - 1]
                // A minus sign separates numbers by itself.
                if place == 1 {
                    bytes.append(UInt8(ascii: "l"))
                } else if point.x >= before.x {
                    bytes.append(UInt8(ascii: " "))
                }
                Tenths.append(point.x - before.x, to: &bytes)
                if point.y >= before.y { bytes.append(UInt8(ascii: " ")) }
                Tenths.append(point.y - before.y, to: &bytes)
            }
            if line.isClosed { bytes.append(UInt8(ascii: "Z")) }
        }
    }
}

import Neighbourhoods

/// Reads polygons in well-known binary (little end first), as `mengpaneel-read` writes them.
struct WellKnownBinary {
    /// The bytes are no polygon.
    struct Malformed: Error {}

    private var bytes: ArraySlice<UInt8>

    /// The shape in `bytes`. The point that closes a ring is left out.
    static func multiPolygon(_ bytes: [UInt8]) throws(Malformed) -> MultiPolygon {
        var reader = WellKnownBinary(bytes: bytes[...])
        var polygons: [MultiPolygon.Polygon] = []
        guard try reader.kind() == 6 else { throw Malformed() }
        for _ in 0..<(try reader.count(atMost: bytes.count / 9)) {
            guard try reader.kind() == 3 else { throw Malformed() }
            var rings: MultiPolygon.Polygon = []
            for _ in 0..<(try reader.count(atMost: bytes.count / 4)) {
                rings.append(try reader.ring(bytes.count))
            }
            polygons.append(rings)
        }
        return MultiPolygon(polygons: polygons)
    }

    private mutating func ring(_ size: Int) throws(Malformed) -> [Point] {
        let count = try count(atMost: size / 16)
        var points: [Point] = []
        points.reserveCapacity(count)
        for _ in 0..<count { points.append(Point(x: try number(), y: try number())) }
        if points.count > 1, points.first == points.last { points.removeLast() }
        guard points.count >= 3 else { throw Malformed() }
        return points
    }

    private mutating func kind() throws(Malformed) -> UInt32 {
        guard bytes.popFirst() == 1 else { throw Malformed() }
        return UInt32(truncatingIfNeeded: try integer(size: 4))
    }

    private mutating func count(atMost most: Int) throws(Malformed) -> Int {
        let count = Int(try integer(size: 4))
        guard count <= most else { throw Malformed() }
        return count
    }

    private mutating func number() throws(Malformed) -> Double {
        Double(bitPattern: try integer(size: 8))
    }

    private mutating func integer(size: Int) throws(Malformed) -> UInt64 {
        guard bytes.count >= size else { throw Malformed() }
        defer { bytes = bytes.dropFirst(size) }
        return bytes.prefix(size).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
}

import Foundation
import Neighbourhoods

/// How columns and shapes lie in the file: little-endian doubles, and shapes as well-known binary (OGC WKB).
enum Packing {
    static func data(_ numbers: [Double]) -> Data {
        var result = Data(capacity: numbers.count * 8)
        for number in numbers {
            withUnsafeBytes(of: number.bitPattern.littleEndian) { result.append(contentsOf: $0) }
        }
        return result
    }

    static func doubles(_ data: Data) -> [Double]? {
        guard data.count.isMultiple(of: 8) else { return nil }
        return data.withUnsafeBytes { bytes in
            (0..<data.count / 8).map { index in
                Double(
                    bitPattern: UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
            }
        }
    }

    static func wellKnownBinary(_ shape: MultiPolygon) -> Data {
        var data = Data()
        appendHeader(6, count: shape.polygons.count, to: &data)
        for polygon in shape.polygons {
            appendHeader(3, count: polygon.count, to: &data)
            for ring in polygon {
                append(UInt32(ring.count + 1), to: &data)
                for point in ring + ring.prefix(1) {
                    append(point.x.bitPattern, to: &data)
                    append(point.y.bitPattern, to: &data)
                }
            }
        }
        return data
    }

    static func multiPolygon(_ data: Data) -> MultiPolygon? {
        var reader = BinaryReader(data)
        guard let polygons = reader.header(6) else { return nil }
        var shape = MultiPolygon(polygons: [])
        for _ in 0..<polygons {
            guard let rings = reader.header(3) else { return nil }
            var polygon: MultiPolygon.Polygon = []
            for _ in 0..<rings {
                guard let count = reader.next(UInt32.self), reader.remaining >= Int(count) * 16 else {
                    return nil
                }
                var ring: [Point] = []
                for _ in 0..<count {
                    guard let x = reader.next(UInt64.self), let y = reader.next(UInt64.self) else {
                        return nil
                    }
                    ring.append(Point(x: Double(bitPattern: x), y: Double(bitPattern: y)))
                }
                polygon.append(Array(ring.dropLast()))
            }
            shape.polygons.append(polygon)
        }
        return shape
    }

    private static func appendHeader(_ kind: UInt32, count: Int, to data: inout Data) {
        data.append(1)
        append(kind, to: &data)
        append(UInt32(count), to: &data)
    }

    private static func append(_ value: some FixedWidthInteger, to data: inout Data) {
        withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
    }
}

private struct BinaryReader {
    let bytes: [UInt8]
    var offset = 0
    init(_ data: Data) { bytes = [UInt8](data) }
    var remaining: Int { bytes.count - offset }

    mutating func next<T: FixedWidthInteger>(_ type: T.Type) -> T? {
        guard remaining >= MemoryLayout<T>.size else { return nil }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: T.self) }
        offset += MemoryLayout<T>.size
        return T(littleEndian: value)
    }

    mutating func header(_ kind: UInt32) -> Int? {
        guard next(UInt8.self) == 1, next(UInt32.self) == kind, let count = next(UInt32.self) else {
            return nil
        }
        return Int(count)
    }
}

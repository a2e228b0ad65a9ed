internal import Foundation
internal import Harness
internal import Neighbourhoods

@testable import OpenData
@testable import ProjectFile

extension FuzzTarget {
    /// What comes over the pipe of `mengpaneel-read`: frames with rows, cells and shapes (from GeoJSON, GeoPackage and
    /// all else that GDAL reads), and shapes as well-known binary.
    static let frames = FuzzTarget("frames") { input in
        var input = input
        if input.choice(3) == 0 { return shape(input.bytes) }
        let bytes = input.bytes
        let whole = decode([bytes])
        let middle = bytes.count / 2
        let halves = decode([Array(bytes[..<middle]), Array(bytes[middle...])])
        promise((whole == nil) == (halves == nil), "pieces make no difference")
        guard let whole, let halves else { return }
        promise(whole.map(\.rowCount) == halves.map(\.rowCount), "pieces give the same rows")
        for table in whole {
            for row in 0..<min(table.rowCount, 50) {
                for column in table.fields.indices { _ = table.text(row, column) }
            }
            guard table.hasShapes else { continue }
            var report = ImportReport()
            _ = refusable {
                try ShapeImporter(
                    mapping: ShapeMapping(year: 2022), table: table, file: "x", source: .init(rawValue: "x"),
                    options: ImportOptions()
                ).run(into: &report)
            }
        }
    }

    private static func decode(_ pieces: [[UInt8]]) -> [ForeignTable]? {
        var decoder = StreamDecoder()
        do {
            for piece in pieces { try piece.withUnsafeBytes { try decoder.take($0) } }
        } catch {
            promise(error is StreamDecoder.Malformed, "a stream is read or refused")
            return nil
        }
        return decoder.tables
    }

    /// A shape that one reader takes is kept by the project file as it is.
    private static func shape(_ bytes: [UInt8]) {
        _ = Packing.multiPolygon(Data(bytes))
        guard let shape = try? WellKnownBinary.multiPolygon(bytes) else { return }
        let kept = Packing.multiPolygon(Packing.wellKnownBinary(shape))
        promise(
            kept.map { Packing.wellKnownBinary($0) } == Packing.wellKnownBinary(shape),
            "a shape that was kept is the same")
        _ = shape.bounds
    }
}

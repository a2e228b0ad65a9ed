import CGDAL
import Foundation

/// Files that tests make and throw away. Compressed and spatial files are written with GDAL.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mengpaneel-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        GDALAllRegister()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        try bytes.write(to: folder.appendingPathComponent(name))
        return path(name)
    }

    /// Writes `bytes` through one of GDAL's file systems, `repeats` times.
    @discardableResult
    func pack(_ prefix: String, _ name: String, member: String = "", _ bytes: Data, repeats: Int = 1) throws
        -> String
    {
        let target = prefix + path(name) + (member.isEmpty ? "" : "/" + member)
        let file = try made(VSIFOpenL(target, "wb"))
        bytes.withUnsafeBytes { for _ in 0..<repeats { VSIFWriteL($0.baseAddress, 1, $0.count, file) } }
        VSIFCloseL(file)
        return path(name)
    }

    /// A zip file with `members`.
    func archive(_ name: String, _ members: [(String, Data)]) throws -> String {
        let archive = try made(VSIFOpenL("/vsizip/" + path(name), "wb"))
        defer { VSIFCloseL(archive) }
        for (member, bytes) in members { try pack("/vsizip/", name, member: member, bytes) }
        return path(name)
    }

    /// A zip file with texts.
    func archive(_ name: String, _ members: [(String, String)]) throws -> String {
        try archive(name, members.map { ($0.0, Data($0.1.utf8)) })
    }

    /// Unpacks a gzip file under another name.
    func unpack(_ packed: String, to name: String) throws -> String {
        let file = try made(VSIFOpenL("/vsigzip/" + packed, "rb"))
        defer { VSIFCloseL(file) }
        var bytes = Data()
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { VSIFReadL($0.baseAddress, 1, $0.count, file) }
            if count == 0 { break }
            bytes.append(contentsOf: piece.prefix(count))
        }
        return try write(name, bytes)
    }

    /// Cuts a file off after a part of its length.
    func cut(_ path: String, to share: Double) throws -> String {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        try data.prefix(Int(Double(data.count) * share)).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// Writes a table with GDAL's driver: GPKG, XLSX or ESRI Shapefile.
    func table(
        _ name: String, driver: String, layer: String = "buurten", fields: [String], rows: [[String]],
        shapes: [String] = [], epsg: Int32 = 28992
    ) throws -> String {
        let dataset = GDALCreate(GDALGetDriverByName(driver), path(name), 0, 0, 0, GDT_Unknown, nil)
        let data = try made(dataset)
        defer { GDALClose(data) }
        let system = OSRNewSpatialReference(nil)
        defer { OSRDestroySpatialReference(system) }
        OSRImportFromEPSG(system, epsg)
        OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
        let target = try made(
            GDALDatasetCreateLayer(
                data, layer, shapes.isEmpty ? nil : system, shapes.isEmpty ? wkbNone : wkbUnknown, nil))
        for field in fields {
            let definition = OGR_Fld_Create(field, OFTString)
            OGR_L_CreateField(target, definition, 1)
            OGR_Fld_Destroy(definition)
        }
        _ = OGR_L_StartTransaction(target)
        for (index, row) in rows.enumerated() {
            let feature = OGR_F_Create(OGR_L_GetLayerDefn(target))
            for (column, text) in row.enumerated() { OGR_F_SetFieldString(feature, Int32(column), text) }
            if index < shapes.count {
                var shape: OGRGeometryH?
                shapes[index].withCString { text in
                    var start: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: text)
                    OGR_G_CreateFromWkt(&start, nil, &shape)
                }
                if let shape { OGR_F_SetGeometryDirectly(feature, shape) }
            }
            _ = OGR_L_CreateFeature(target, feature)
            OGR_F_Destroy(feature)
        }
        _ = OGR_L_CommitTransaction(target)
        return path(name)
    }

    struct NotMade: Error {}

    private func made<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw NotMade() }
        return value
    }
}

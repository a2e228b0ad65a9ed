import CGDAL
import Foundation

/// A file made ready for GDAL: the path it opens, the driver it may use, and what is known of it.
struct Opened {
    /// The path to open: on disk, in an archive or in memory.
    var path: String
    /// The only GDAL driver that may open it. Drivers that follow references to other files or hosts are never named.
    var driver: String
    /// The name to show, without folder.
    var name: String
    /// The character set that was found, "" where the format fixes it.
    var encoding = ""
    /// Open options for GDAL.
    var options: [String] = []
    /// Bytes of a JSON page of a data service, which GDAL does not read.
    var page: [UInt8]?
}

/// What opening led to: one file, or the members among which the caller must choose.
enum Opening {
    case file(Opened)
    case members([String])
}

/// Finds out what a file is by its content, and makes it ready.
struct Opener {
    let request: Request
    let messages: GDALMessages

    func open() throws(ReadFailure) -> Opening {
        var status = stat()
        guard stat(request.path, &status) == 0 else { throw ReadFailure(.unreadable, request.path) }
        if status.st_mode & S_IFMT == S_IFDIR { throw ReadFailure(.directory) }
        guard status.st_size > 0 else { throw ReadFailure(.empty) }
        let name = request.path.split(separator: "/").last.map(String.init) ?? request.path
        let head = try Contents.head(of: request.path)
        if head.starts(with: [0x1F, 0x8B]) {
            let inner = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
            let bytes = try Archive.gunzip(request.path, messages: messages)
            guard !bytes.isEmpty else { throw ReadFailure(.empty) }
            return .file(try ready(bytes: bytes, name: inner))
        }
        if head.starts(with: Array("PK".utf8)) { return try zip(name: name) }
        return .file(try ready(path: request.path, head: head, name: name))
    }

    private func zip(name: String) throws(ReadFailure) -> Opening {
        let members = try Archive.members(of: request.path)
        if members.contains(where: { $0.hasPrefix("xl/") }) {
            return .file(Opened(path: request.path, driver: "XLSX", name: name))
        }
        let known = members.filter { member in
            ["csv", "txt", "json", "geojson", "gpkg", "shp", "dbf"].contains {
                member.lowercased().hasSuffix("." + $0)
            }
        }.filter { member in
            !(member.lowercased().hasSuffix(".dbf") && members.contains { $0 == member.dropLast(4) + ".shp" })
        }
        guard let chosen = request.member ?? (known.count == 1 ? known.first : nil) else {
            guard !known.isEmpty else {
                throw ReadFailure(.format, members.prefix(3).joined(separator: ", "))
            }
            return .members(known)
        }
        guard members.contains(chosen) else { throw ReadFailure(.noLayer, chosen) }
        let path = "/vsizip/\(request.path)/\(chosen)"
        let base = chosen.split(separator: "/").last.map(String.init) ?? chosen
        if chosen.lowercased().hasSuffix(".shp") {
            return .file(Opened(path: path, driver: "ESRI Shapefile", name: base))
        }
        messages.clear()
        let bytes = try Contents.read(path, packedSize: Contents.size(of: request.path))
        guard !messages.hadFailure, Contents.size(of: path) == UInt64(bytes.count) else {
            throw ReadFailure(.truncated)
        }
        guard !bytes.isEmpty else { throw ReadFailure(.empty) }
        return .file(try ready(bytes: bytes, name: base))
    }

    private func ready(bytes: [UInt8], name: String) throws(ReadFailure) -> Opened {
        if let driver = Self.binaryDriver(head: bytes.prefix(4096), name: name) {
            // The library behind .xls opens plain files only.
            if driver == "XLS" { throw ReadFailure(.format, "xls.gz") }
            return Opened(path: try Contents.inMemory(bytes, name: name), driver: driver, name: name)
        }
        return try text(bytes, name: name)
    }

    private func ready(path: String, head: [UInt8], name: String) throws(ReadFailure) -> Opened {
        if let driver = Self.binaryDriver(head: head[...], name: name) {
            return Opened(path: path, driver: driver, name: name)
        }
        return try text(try Contents.read(path, packedSize: nil), name: name)
    }

    private func text(_ raw: [UInt8], name: String) throws(ReadFailure) -> Opened {
        var scan = try TextScan(decoding: raw)
        let first = scan.bytes.first { $0 > 0x20 }
        // A web page or Atom feed that was saved in place of the data.
        if first == UInt8(ascii: "<") { throw ReadFailure(.format, "HTML / XML") }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            let start = String(decoding: scan.bytes.prefix(2048), as: UTF8.self)
            guard start.contains("\"FeatureCollection\"") || start.contains("\"Feature\"") else {
                return Opened(path: "", driver: "", name: name, encoding: scan.encoding, page: scan.bytes)
            }
            return Opened(
                path: try Contents.inMemory(scan.bytes, name: "shapes.geojson"), driver: "GeoJSON",
                name: name,
                encoding: scan.encoding)
        }
        try scan.prepareTable()
        return Opened(
            path: try Contents.inMemory(scan.bytes, name: "table.csv"), driver: "CSV", name: name,
            encoding: scan.encoding,
            options: [
                "HEADERS=YES", "AUTODETECT_TYPE=NO", "EMPTY_STRING_AS_NULL=YES", "KEEP_GEOM_COLUMNS=NO",
                "GEOM_POSSIBLE_NAMES=geom,geometry,the_geom,wkt,WKT",
                "MAX_LINE_SIZE=\(Limits.lineLength + 1024)",
            ])
    }

    private static func binaryDriver(head: ArraySlice<UInt8>, name: String) -> String? {
        let lowered = name.lowercased()
        if head.starts(with: Array("SQLite format 3".utf8)) { return "GPKG" }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
        if head.starts(with: Array("PK".utf8)) { return "XLSX" }
        if head.starts(with: [0x00, 0x00, 0x27, 0x0A]) || lowered.hasSuffix(".dbf") {
            return "ESRI Shapefile"
        }
        return nil
    }
}

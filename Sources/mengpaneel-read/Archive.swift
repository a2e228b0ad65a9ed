import CGDAL
import Foundation

/// A compressed file: gzip with one content, or zip with members.
enum Archive {
    /// The content of a gzip file. Its trailer holds the length, so a cut-off file is noticed.
    static func gunzip(_ path: String, messages: GDALMessages) throws(ReadFailure) -> [UInt8] {
        let packed = Contents.size(of: path) ?? 0
        messages.clear()
        let bytes = try Contents.read("/vsigzip/" + path, packedSize: packed)
        let trailer = try tail(of: path, count: 4, size: packed)
        let stated = trailer.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard !messages.hadFailure, trailer.count == 4, stated == UInt32(truncatingIfNeeded: bytes.count)
        else {
            throw ReadFailure(.truncated)
        }
        return bytes
    }

    /// The members of a zip file that are files, in order, after a check of what they say they expand to.
    static func members(of path: String) throws(ReadFailure) -> [String] {
        guard let list = VSIReadDirRecursive("/vsizip/" + path) else { throw ReadFailure(.truncated) }
        defer { CSLDestroy(list) }
        var names: [String] = []
        var total: UInt64 = 0
        for index in 0..<Int(CSLCount(list)) {
            guard let pointer = list[index] else { continue }
            let name = String(cString: pointer)
            if name.hasSuffix("/") || name.hasPrefix("__MACOSX") { continue }
            total += Contents.size(of: "/vsizip/\(path)/\(name)") ?? 0
            names.append(name)
        }
        try Contents.check(expanded: total, packed: Contents.size(of: path))
        guard !names.isEmpty else { throw ReadFailure(.truncated) }
        return names.sorted()
    }

    private static func tail(of path: String, count: Int, size: UInt64) throws(ReadFailure) -> [UInt8] {
        guard size >= UInt64(count), let file = VSIFOpenL(path, "rb") else { return [] }
        defer { VSIFCloseL(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        _ = VSIFSeekL(file, size - UInt64(count), SEEK_SET)
        let found = bytes.withUnsafeMutableBytes { VSIFReadL($0.baseAddress, 1, count, file) }
        return Array(bytes.prefix(found))
    }
}

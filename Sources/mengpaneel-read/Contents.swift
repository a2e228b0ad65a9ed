import CGDAL
import Foundation

/// Bytes of a file or of a member of an archive, taken out under the limits on size and expansion.
enum Contents {
    /// The whole content behind a GDAL path; `packedSize` is the size it had while compressed, if it was.
    static func read(_ path: String, packedSize: UInt64?) throws(ReadFailure) -> [UInt8] {
        guard let file = VSIFOpenL(path, "rb") else { throw ReadFailure(.unreadable, path) }
        defer { VSIFCloseL(file) }
        var bytes: [UInt8] = []
        let step = 1 << 20
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: step) { buffer, count in
                count = VSIFReadL(buffer.baseAddress, 1, step, file)
            }
            bytes.append(contentsOf: piece)
            try check(expanded: UInt64(bytes.count), packed: packedSize)
            if piece.count < step { return bytes }
        }
    }

    /// Refuses what grows beyond reason.
    static func check(expanded: UInt64, packed: UInt64?) throws(ReadFailure) {
        if expanded > Limits.expandedSize {
            throw ReadFailure(.tooLarge, "> \(Limits.expandedSize >> 20) MB")
        }
        if let packed, packed > 0, expanded > Limits.ratioFrom, expanded / packed > Limits.expansionRatio {
            throw ReadFailure(.tooLarge, "\(expanded / packed) : 1")
        }
    }

    /// The first bytes of a file, enough to know its kind.
    static func head(of path: String, count: Int = 4096) throws(ReadFailure) -> [UInt8] {
        guard let file = VSIFOpenL(path, "rb") else { throw ReadFailure(.unreadable, path) }
        defer { VSIFCloseL(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let found = bytes.withUnsafeMutableBytes { VSIFReadL($0.baseAddress, 1, count, file) }
        return Array(bytes.prefix(found))
    }

    /// Size in bytes, or nil when there is no such file.
    static func size(of path: String) -> UInt64? {
        guard let file = VSIFOpenL(path, "rb") else { return nil }
        defer { VSIFCloseL(file) }
        return VSIFSeekL(file, 0, SEEK_END) == 0 ? VSIFTellL(file) : nil
    }

    /// Puts bytes where GDAL can open them under `name`, and returns that path.
    static func inMemory(_ bytes: [UInt8], name: String) throws(ReadFailure) -> String {
        let path = "/vsimem/" + name
        guard let copy = VSIMalloc(max(bytes.count, 1)) else { throw ReadFailure(.memory) }
        bytes.withUnsafeBytes {
            if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) }
        }
        guard
            let file = VSIFileFromMemBuffer(
                path, copy.assumingMemoryBound(to: GByte.self), vsi_l_offset(bytes.count), 1)
        else { throw ReadFailure(.memory) }
        VSIFCloseL(file)
        return path
    }
}

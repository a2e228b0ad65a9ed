import Crypto
import Foundation

/// A file by its name and content.
struct Fingerprint {
    let path: String
    private(set) var name: String
    let sha256: String

    /// The fingerprint of a file, or of the files in a folder in order of their names.
    init(of path: String) throws(ImportError) {
        self.path = path
        name = FileLocation.name(path)
        var hash = SHA256()
        for file in FileLocation.files(path) where !Self.isBookkeeping(file) {
            guard let handle = FileHandle(forReadingAtPath: file) else {
                throw ImportError(.unreadable, file: FileLocation.name(file))
            }
            defer { try? handle.close() }
            // A folder inside the folder opens and reads as nothing: it has no content of its own.
            while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
                hash.update(data: piece)
            }
        }
        // Two hexadecimal digits a byte: 256 is added so that the leading zero is there, and its 1 is cut off.
        sha256 = hash.finalize().map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }

    /// Whether a file in a fetched folder tells how the others were got, and not what they hold: a new time stamp of
    /// the server is no new data.
    private static func isBookkeeping(_ file: String) -> Bool {
        [".manifest.json", ".progress.json", ".part", ".new", ".lock"].contains { file.hasSuffix($0) }
    }

    /// The same content under the name of one of its tables.
    func renamed(_ name: String) -> Fingerprint {
        var copy = self
        copy.name = name
        return copy
    }
}

/// Where the files of a mapping are.
enum FileLocation {
    /// The name without folder.
    static func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

    /// The file that a mapping names: below the folder by its whole path, or directly in the folder by its last
    /// part. A mapping without a file is about the path itself.
    static func find(_ file: String?, in folder: String) throws(ImportError) -> String {
        guard let file else { return folder }
        let base = URL(fileURLWithPath: folder)
        let candidates = [base.appendingPathComponent(file), base.appendingPathComponent(name(file))]
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw ImportError(.unreadable, file: file, found: folder)
        }
        return found.path
    }

    /// The file itself, or the files of a folder in order of their names.
    static func files(_ path: String) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return [path]
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map {
            URL(fileURLWithPath: path).appendingPathComponent($0).path
        }
    }
}

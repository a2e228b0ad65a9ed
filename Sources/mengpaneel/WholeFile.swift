import Foundation

/// Writes a file aside and moves it into place when it is whole and on the disk: a reader sees the old file or the
/// new one, never a half.
enum WholeFile {
    /// Calls `body` with a path beside `path`, syncs what it wrote and renames it to `path`.
    /// - Parameter mark: what the file aside has behind its name; one of one's own where several write the same file.
    static func write(_ path: String, mark: String = ".part", _ body: (String) throws -> Void) throws {
        let aside = path + mark
        let folder = (path as NSString).deletingLastPathComponent
        guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
            throw UserError("\(path): the folder '\(folder)' is not there; make it first.")
        }
        try? FileManager.default.removeItem(atPath: aside)
        do {
            try body(aside)
            try sync(aside)
        } catch {
            try? FileManager.default.removeItem(atPath: aside)
            throw error
        }
        guard rename(aside, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: aside)
            throw UserError("\(path): could not be written (\(reason)); nothing was changed.")
        }
        try? sync(folder.isEmpty ? "." : folder)
    }

    /// Writes bytes whole or not at all.
    static func write(_ data: Data, to path: String) throws {
        try write(path) { aside in
            guard FileManager.default.createFile(atPath: aside, contents: data) else {
                throw UserError(
                    "\(path): could not be written; check the permissions and the space of its folder.")
            }
        }
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw UserError("\(path): could not be written to the disk.") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw UserError(
                "\(path): could not be written to the disk (\(String(cString: strerror(errno)))).")
        }
    }
}

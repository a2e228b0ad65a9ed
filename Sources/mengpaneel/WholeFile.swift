import Foundation

/// Writes a file aside and moves it into place when it is whole and on the disk: a reader sees the old file or the
/// new one, never a half.
enum WholeFile {
    /// Calls `body` with a path beside `path`, syncs what it wrote and renames it to `path`.
    /// - Parameters:
    ///   - mark: what the file aside has behind its name; one of one's own where several write the same file.
    ///   - replacing: whether a file that is there already gives way. Where not, what another program puts there in the
    ///     meantime is left as it is.
    static func write(
        _ path: String, mark: String = ".part", replacing: Bool = true, _ body: (String) throws -> Void
    ) throws {
        let aside = path + mark
        let folder = (path as NSString).deletingLastPathComponent
        guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
            throw UserError("\(path): the folder '\(folder)' is not there; make it first.")
        }
        discard(aside)
        do {
            try body(aside)
            try sync(aside)
            try move(aside, to: path, replacing: replacing)
        } catch {
            discard(aside)
            throw error
        }
        try? sync(folder.isEmpty ? "." : folder)
    }

    /// A database that was not finished may have its journal beside it.
    private static func discard(_ aside: String) {
        for one in [aside, aside + "-journal"] { try? FileManager.default.removeItem(atPath: one) }
    }

    private static func move(_ aside: String, to path: String, replacing: Bool) throws {
        if !replacing {
            // A second name for the same file: refused by the system when the name is taken, also a moment ago.
            if link(aside, path) == 0 {
                try? FileManager.default.removeItem(atPath: aside)
                return
            }
            // Sticks for every system know no second names; there the look and the move are two steps.
            guard errno != EEXIST, !FileManager.default.fileExists(atPath: path) else {
                throw UserError("\(path): is there already; nothing was changed. Give another name.")
            }
        }
        guard rename(aside, path) == 0 else {
            throw UserError(
                "\(path): could not be written (\(String(cString: strerror(errno)))); nothing was changed.")
        }
    }

    /// Writes bytes whole or not at all.
    static func write(_ data: Data, to path: String) throws {
        try write(path) { aside in try put(data, aside, for: path) }
    }

    /// Writes a folder of files: all of them, or none when the disk refuses one. Folders that are missing are made.
    static func write(_ files: [(name: String, data: Data)], into folder: String) throws {
        let manager = FileManager.default
        let places = files.map { (folder as NSString).appendingPathComponent($0.name) }
        let parents = Set(places.map { ($0 as NSString).deletingLastPathComponent }).sorted()
        let made = parents.flatMap(missing).sorted()
        let asides = places.map { $0 + ".part" }
        do {
            for parent in parents {
                try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
            }
            for (place, file) in zip(places, files) {
                try put(file.data, place + ".part", for: place)
                try sync(place + ".part")
            }
            for (aside, place) in zip(asides, places) { try move(aside, to: place, replacing: true) }
        } catch {
            for aside in asides { try? manager.removeItem(atPath: aside) }
            // The deepest first; one that holds something stays.
            for one in made.reversed() { rmdir(one) }
            throw (error as? UserError)
                ?? UserError(
                    "\(folder): could not be written; check the permissions and the space of its folder.")
        }
        for parent in parents { try? sync(parent) }
    }

    /// A folder and those above it that are not there yet.
    private static func missing(_ folder: String) -> [String] {
        var (found, one) = ([String](), folder)
        while !one.isEmpty, !FileManager.default.fileExists(atPath: one) {
            found.append(one)
            one = (one as NSString).deletingLastPathComponent
        }
        return found
    }

    private static func put(_ data: Data, _ aside: String, for path: String) throws {
        guard FileManager.default.createFile(atPath: aside, contents: data) else {
            throw UserError(
                "\(path): could not be written; check the permissions and the space of its folder.")
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

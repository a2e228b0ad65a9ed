import Crypto
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder where fetched files live. A file appears under its name only when it is whole and on disk; a
/// manifest is replaced in one step. A machine that stops at any moment leaves whole files and known parts.
struct CacheFolder {
    let folder: URL

    /// Makes the folder where it is not there.
    init(_ folder: URL) throws(FetchError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .storage(path: folder.path, detail: Self.reason(error))
        }
    }

    func url(_ name: String) -> URL { folder.appendingPathComponent(name) }
    func partURL(_ retrieval: Retrieval) -> URL { url(retrieval.name + ".part") }

    // MARK: Manifests

    enum Stage: String {
        /// All pages are there.
        case complete = "manifest"
        /// Some pages are there.
        case inProgress = "progress"
    }

    private func manifestURL(_ retrieval: Retrieval, _ stage: Stage) -> URL {
        url("\(retrieval.name).\(stage.rawValue).json")
    }

    /// The manifest, or nil where there is none, it cannot be read or it belongs to another address.
    func manifest(_ retrieval: Retrieval, _ stage: Stage) -> FetchManifest? {
        guard let data = try? Data(contentsOf: manifestURL(retrieval, stage)),
            let manifest = try? JSONDecoder().decode(FetchManifest.self, from: data),
            manifest.format == FetchManifest.currentFormat, manifest.address == retrieval.address
        else { return nil }
        return manifest
    }

    func write(_ manifest: FetchManifest, for retrieval: Retrieval, _ stage: Stage) throws(FetchError) {
        let target = manifestURL(retrieval, stage)
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let temporary = target.appendingPathExtension("new")
            try encoder.encode(manifest).write(to: temporary)
            let handle = try FileHandle(forUpdating: temporary)
            try handle.synchronize()
            try handle.close()
            try replace(target, by: temporary)
        } catch {
            throw .storage(path: target.path, detail: Self.reason(error))
        }
    }

    func removeProgress(_ retrieval: Retrieval) {
        try? FileManager.default.removeItem(at: manifestURL(retrieval, .inProgress))
    }

    // MARK: Files

    /// Whether the file of `page` is there with the bytes it had.
    func isIntact(_ page: FetchManifest.Page) -> Bool {
        guard page.file == (page.file as NSString).lastPathComponent,
            let digest = try? Self.digest(url(page.file))
        else { return false }
        return digest.bytes == page.bytes && digest.sha256 == page.sha256
    }

    /// Gives the finished part of `retrieval` its name, which holds the page and the start of its digest: a new
    /// version never overwrites one that a manifest still points to.
    func keep(_ retrieval: Retrieval, page: Int) throws(FetchError) -> (
        file: String, bytes: Int, sha256: String
    ) {
        let part = partURL(retrieval)
        do {
            let (bytes, sha256) = try Self.digest(part)
            let number = String(format: "%04d", page)
            let middle = retrieval.paging == .single ? "" : "-" + number
            let name = "\(retrieval.name)\(middle)-\(sha256.prefix(12)).\(retrieval.fileExtension)"
            try replace(url(name), by: part)
            return (name, bytes, sha256)
        } catch {
            throw .storage(path: part.path, detail: Self.reason(error))
        }
    }

    /// Removes files of `retrieval` that `manifest` does not name: earlier versions.
    func sweep(_ retrieval: Retrieval, keeping manifest: FetchManifest) {
        let kept = Set(manifest.pages.map(\.file))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where !kept.contains(name) && Self.isPage(name, of: retrieval) {
            try? FileManager.default.removeItem(at: url(name))
        }
    }

    /// Whether `name` is that of a page of `retrieval`, and not of one whose name begins the same.
    static func isPage(_ name: String, of retrieval: Retrieval) -> Bool {
        let ending = "." + retrieval.fileExtension
        guard name.hasPrefix(retrieval.name + "-"), name.hasSuffix(ending) else { return false }
        let middle = name.dropFirst(retrieval.name.count + 1).dropLast(ending.count)
        let pieces = middle.split(separator: "-", omittingEmptySubsequences: false)
        let hex = pieces.last ?? ""
        let shape =
            retrieval.paging == .single
            ? pieces.count == 1 : pieces.count == 2 && pieces[0].allSatisfy(\.isNumber)
        return shape && hex.count == 12 && hex.allSatisfy(\.isHexDigit)
    }

    private func replace(_ target: URL, by source: URL) throws {
        guard rename(source.path, target.path) == 0 else { throw Self.systemError() }
        // The rename itself must be on disk too, or a power cut could undo it.
        let descriptor = open(folder.path, O_RDONLY)
        guard descriptor >= 0 else { throw Self.systemError() }
        defer { close(descriptor) }
        _ = fsync(descriptor)
    }

    /// Size and SHA-256 of a file, read in pieces.
    static func digest(_ file: URL) throws -> (bytes: Int, sha256: String) {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        var bytes = 0
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
            bytes += piece.count
        }
        return (bytes, hash.finalize().map { String(format: "%02x", $0) }.joined())
    }

    // MARK: One run at a time

    /// Holds the cache for one run, until ``unlock(_:)`` or the end of the process.
    func lock() throws(FetchError) -> FileHandle {
        let path = url(".lock").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .storage(path: path, detail: Self.reason(Self.systemError()))
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .cacheInUse(folder: folder.path) }
        return handle
    }

    /// Lets the next run in. The lock is given back by name: a program that this process is about to start holds a
    /// copy of the handle for a moment, and closing ours alone would leave the lock with it.
    func unlock(_ handle: FileHandle) {
        flock(handle.fileDescriptor, LOCK_UN)
        try? handle.close()
    }

    /// The reason in a few words, without the path, which the line already has.
    static func reason(_ error: any Error) -> String {
        let cocoa = error as NSError
        let cause = (cocoa.userInfo[NSUnderlyingErrorKey] as? NSError) ?? cocoa
        if cause.domain == NSPOSIXErrorDomain, let text = strerror(Int32(cause.code)) {
            return String(cString: text).lowercased()
        }
        return cocoa.localizedDescription
    }

    private static func systemError() -> NSError {
        NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
    }
}

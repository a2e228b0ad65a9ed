import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// That this process, and no other, runs the sessions of a project: held by a server while it takes votes, and by what
/// would take the file away from under one.
///
/// The lock is one of the operating system on a small file beside the project. It ends with the process, however that ends,
/// so nothing has to be cleared up after a crash. SQLite has locks of its own for single writes; this one is about who
/// keeps a session in memory.
public final class ProjectLock: Sendable {
    /// What the name of the small file ends in.
    public static let suffix = "-lock"

    private let descriptor: Int32
    private let place: String

    /// Takes the lock.
    ///
    /// - Parameter project: the path of the project; two names of one file by a link count as one.
    /// - Throws: ``ProjectFileError/inUse(path:process:)`` when another process has it, or
    ///   ``ProjectFileError/storage(path:detail:)`` when nothing can be written beside the project.
    public init(_ project: String) throws {
        place = URL(fileURLWithPath: project).resolvingSymlinksInPath().path + Self.suffix
        while true {
            let opened = open(place, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard opened >= 0 else {
                let reason = String(cString: strerror(errno))
                throw ProjectFileError.storage(
                    path: project,
                    detail: "its folder may not be written to or has no room (\(reason))")
            }
            if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                defer { close(opened) }
                throw ProjectFileError.inUse(path: project, process: Self.holder(opened))
            }
            // Whoever had it may have taken the file away between opening and locking: then this is the lock of nothing.
            if Self.isSame(opened, place) {
                descriptor = opened
                break
            }
            close(opened)
        }
        let text = "\(getpid())\n"
        // The number is a help to the person who reads the refusal; without room it is left out.
        if ftruncate(descriptor, 0) == 0 { _ = write(descriptor, text, text.utf8.count) }
    }

    deinit {
        // Removed while it is still held, so that nobody else's is removed.
        unlink(place)
        close(descriptor)
    }

    private static func holder(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count), as: UTF8.self).prefix { $0.isNumber })
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (one, other) = (stat(), stat())
        return fstat(descriptor, &one) == 0 && stat(path, &other) == 0 && one.st_ino == other.st_ino
            && one.st_dev == other.st_dev
    }
}

import Foundation
import ProjectFile
import Synchronization
import Workbench
import WorkingGroup

/// The sessions of a project, and where their entries are kept.
enum SessionRooms {
    /// The version of the form in which entries are written.
    static let version = 1

    /// All sessions of a file, each with what happened in it, and the lock that keeps other servers from them; no lock
    /// where there is nothing to keep.
    static func all(of path: String) throws -> ([SessionRoom], ProjectLock?) {
        let reading = try ProjectFile.open(path)
        let stored = try reading.sessions()
        guard !stored.isEmpty else { return ([], nil) }
        guard reading.isWritable else { return (try finished(stored, in: reading), nil) }
        // Before anything is read: what another server takes after that would be missing here.
        let lock = try ProjectLock(path)
        let file = try ProjectFile.openOrCreate(path)
        let trouble = StorageTrouble(path: path)
        let rooms = try file.sessions().map { session in
            SessionRoom(
                code: session.code, log: try log(of: session, in: file),
                store: ProjectSessionStore(file: file, session: session.number, trouble: trouble))
        }
        return (rooms, lock)
    }

    /// An archive on a medium that cannot be written to can be looked at; an evening that goes on cannot be held on it.
    private static func finished(_ stored: [StoredSession], in file: ProjectFile) throws -> [SessionRoom] {
        let trouble = StorageTrouble(path: file.path)
        return try stored.map { session in
            let log = try log(of: session, in: file)
            guard log.state.isClosed else {
                throw UserError(
                    "\(file.path): the file or its folder cannot be written to, so session \(session.code) could not keep a vote; change the permissions, or copy the file to another folder."
                )
            }
            return SessionRoom(
                code: session.code, log: log,
                store: ProjectSessionStore(file: file, session: session.number, trouble: trouble))
        }
    }

    /// What happened in a session.
    static func log(of session: StoredSession, in file: ProjectFile) throws -> SessionLog {
        let decoder = JSONDecoder()
        var entries: [SessionEntry] = []
        for (place, one) in try file.sessionEntries(session.number).enumerated() {
            do {
                entries.append(try decoder.decode(SessionEntry.self, from: Data(one.entry.utf8)))
            } catch {
                throw UserError(
                    "\(file.path), session \(session.code), entry \(place + 1): cannot be read; it was written by another version (\(one.version)), use that one."
                )
            }
        }
        do {
            return try SessionLog(replaying: entries)
        } catch {
            throw UserError(
                "\(file.path), session \(session.code): the entries do not follow on each other (\(error)).")
        }
    }

    /// The session with a code; the only one where no code is given.
    static func session(_ code: String?, in file: ProjectFile) throws -> StoredSession {
        let all = try file.sessions()
        guard !all.isEmpty else {
            throw UserError("\(file.path): holds no session; make one with `mengpaneel session new`.")
        }
        guard let code else {
            guard all.count == 1 else {
                throw UserError(
                    "\(file.path): holds \(all.count) sessions; choose one with --code: \(all.map(\.code).joined(separator: ", "))."
                )
            }
            return all[0]
        }
        guard let found = all.first(where: { $0.code == code.uppercased() }) else {
            let meant = Suggestion.nearest(to: code.uppercased(), among: all.map(\.code)).map {
                "; did you mean '\($0)'?"
            }
            throw UserError("--code: there is no session '\(code)'\(meant ?? ".")")
        }
        return found
    }
}

/// Keeps the entries of one session in the project file.
struct ProjectSessionStore: SessionStore {
    let file: ProjectFile
    let session: Int
    /// Where it is told that the disk refuses.
    var trouble: StorageTrouble?

    func append(_ entries: [SessionEntry], after known: Int) async throws {
        do {
            try file.appendSessionEntries(try entries.map(Self.row), to: session, after: known)
            trouble?.ended()
        } catch {
            trouble?.began(error)
            throw error
        }
    }

    /// An entry as the file holds it.
    static func row(_ entry: SessionEntry) throws -> StoredSessionEntry {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return StoredSessionEntry(
            id: entry.id, version: SessionRooms.version,
            entry: String(decoding: try encoder.encode(entry), as: UTF8.self))
    }
}

/// Tells the person at the desk once that votes are not kept, and once that they are again; phones keep them meanwhile.
final class StorageTrouble: Sendable {
    private let path: String
    private let isTold = Mutex(false)

    init(path: String) { self.path = path }

    func began(_ error: any Error) {
        guard !isTold.withLock({ exchange(&$0, true) }) else { return }
        Terminal.say(
            Terminal.language == .dutch
                ? "Let op: stemmen worden niet bewaard en blijven op de telefoons. \(error)"
                : "Votes are not kept and stay on the phones. \(error)")
    }

    func ended() {
        guard isTold.withLock({ exchange(&$0, false) }) else { return }
        Terminal.say(
            Terminal.language == .dutch
                ? "\(path): stemmen worden weer bewaard." : "\(path): votes are kept again.")
    }

    /// Puts `new` in the place of a value.
    /// - Returns: what was there.
    private func exchange(_ value: inout Bool, _ new: Bool) -> Bool {
        defer { value = new }
        return value
    }
}

import Foundation
import ProjectFile
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
        let writer = SessionWriter(file: file)
        let rooms = try file.sessions().map { session in
            SessionRoom(
                code: session.code, log: try log(of: session, in: file),
                store: ProjectSessionStore(writer: writer, session: session.number))
        }
        return (rooms, lock)
    }

    /// An archive on a medium that cannot be written to can be looked at; an evening that goes on cannot be held on it.
    private static func finished(_ stored: [StoredSession], in file: ProjectFile) throws -> [SessionRoom] {
        let writer = SessionWriter(file: file)
        return try stored.map { session in
            let log = try log(of: session, in: file)
            guard log.state.isClosed else {
                throw UserError(
                    "\(file.path): the file or its folder cannot be written to, so session \(session.code) could not keep a vote; change the permissions, or copy the file to another folder."
                )
            }
            return SessionRoom(
                code: session.code, log: log,
                store: ProjectSessionStore(writer: writer, session: session.number))
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

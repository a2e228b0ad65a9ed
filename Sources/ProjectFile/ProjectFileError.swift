import GRDB

/// Why a project file could not be opened, read or written, in one line for the person at the desk.
public enum ProjectFileError: Error, Hashable, CustomStringConvertible {
    /// There is no file at the path.
    case noSuchFile(path: String)
    /// The file is not a Mengpaneel project.
    case notAProject(path: String, detail: String)
    /// The file was written by a newer program.
    case newerFormat(path: String, unknown: String)
    /// The file holds nothing of this municipality.
    case noSuchMunicipality(code: String, known: [String])
    /// The file holds several municipalities and none was chosen.
    case severalMunicipalities(known: [String])
    /// The file holds no data yet.
    case empty(path: String)
    /// Somebody else added events to the register since it was read.
    case registerHasGrown(path: String, expected: Int, found: Int)
    /// Somebody else added entries to the session since it was read.
    case sessionHasGrown(path: String, expected: Int, found: Int)
    /// Another process runs the sessions of this project.
    case inUse(path: String, process: Int?)
    /// SQLite finds errors in the file.
    case damaged(path: String)
    /// The storage refused: disk full, read-only, locked by another program, or damaged.
    case storage(path: String, detail: String)

    /// One line: what, where, how to mend it.
    public var description: String {
        switch self {
        case .noSuchFile(let path):
            "\(path): there is no such project file; make one with `mengpaneel demo` or `mengpaneel import`."
        case .notAProject(let path, let detail):
            "\(path): not a Mengpaneel project (\(detail)); give a file that this program made."
        case .newerFormat(let path, let unknown):
            "\(path): written by a newer Mengpaneel (it holds '\(unknown)', unknown here); use that version."
        case .noSuchMunicipality(let code, let known):
            "\(code): not in this project; it holds \(known.prefix(8).joined(separator: ", "))\(known.count > 8 ? " and \(known.count - 8) more" : "")."
        case .severalMunicipalities(let known):
            "the project holds \(known.count) municipalities; choose one with --municipality, such as \(known.prefix(4).joined(separator: ", "))."
        case .empty(let path):
            "\(path): the project holds no data yet; add some with `mengpaneel import`."
        case .registerHasGrown(let path, let expected, let found):
            "\(path): the register holds \(found) changes, \(expected) were expected; read it again and repeat the change."
        case .sessionHasGrown(let path, let expected, let found):
            "\(path): the session holds \(found) entries, \(expected) were expected; another program writes to it. Stop that one, or read again."
        case .inUse(let path, let process):
            "\(path): another mengpaneel\(process.map { " (process \($0))" } ?? "") runs its sessions; stop that one first."
        case .damaged(let path):
            "\(path): SQLite finds errors in the file; go back to a copy, and keep this one to save what can be read."
        case .storage(let path, let detail):
            "\(path): the file could not be read or written (\(detail)); nothing was changed."
        }
    }
}

extension DatabaseError {
    /// What the storage refused, in words that say how to mend it; SQLite's own where there are no better ones.
    var plainWords: String {
        if extendedResultCode == .SQLITE_READONLY_DBMOVED {
            return "it was moved, replaced or removed while it was in use; put it back and start again"
        }
        return switch resultCode {
        case .SQLITE_FULL: "the disk is full; make room and try again"
        case .SQLITE_READONLY: "it may not be written to; check the permissions of the file and its folder"
        case .SQLITE_BUSY: "another program is writing to it; try again when that one is ready"
        case .SQLITE_CORRUPT: "it is damaged; go back to a copy"
        case .SQLITE_CANTOPEN: "it cannot be opened; check the permissions of the file and its folder"
        case .SQLITE_IOERR: "the disk gave an error: \(message ?? "\(resultCode)")"
        default: message ?? "\(resultCode)"
        }
    }
}

import GRDB

/// What became of removing a session.
public struct SessionDeletion: Sendable, Hashable {
    /// How many entries went with it.
    public let entries: Int
    /// Whether the file was written anew without the empty room; where not, that room holds zeros.
    public let isCompact: Bool
}

extension ProjectFile {
    /// Removes a session with all its entries, so that nothing of it can be found in the bytes of the file.
    ///
    /// Content is overwritten with zeros when it is removed, and then the whole file is written anew: pages that an
    /// earlier version of SQLite or another program left behind go with it. What the medium itself keeps, such as the
    /// spare blocks of a solid-state disk, and copies of the file are beyond this.
    ///
    /// - Throws: ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the session is then still there.
    @discardableResult
    public func deleteSession(_ number: Int) throws -> SessionDeletion {
        do {
            return try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA secure_delete = ON")
                var entries = 0
                try db.inTransaction {
                    try db.execute(sql: "DELETE FROM sessionEntry WHERE session = ?", arguments: [number])
                    entries = db.changesCount
                    try db.execute(sql: "DELETE FROM session WHERE number = ?", arguments: [number])
                    return .commit
                }
                return SessionDeletion(entries: entries, isCompact: Self.compact(db))
            }
        } catch let error as DatabaseError {
            throw Self.explain(error, path: path)
        }
    }

    /// Writes the file anew. A file that another program put in WAL mode has a second file with old pages, which is
    /// emptied before and after.
    private static func compact(_ db: Database) -> Bool {
        do {
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            try db.execute(sql: "VACUUM")
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            return true
        } catch {
            return false
        }
    }
}

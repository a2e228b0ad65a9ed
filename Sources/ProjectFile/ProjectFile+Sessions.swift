import GRDB

/// A session of a working group in the file.
public struct StoredSession: Sendable, Hashable {
    /// Its number in the file, from 1.
    public let number: Int
    /// The code with which people join.
    public let code: String
    /// What it is called.
    public let title: String
    /// When it was made, milliseconds since 1970.
    public let made: Int64
}

/// One entry of a session, as the file holds it: the module of sessions gives it meaning.
public struct StoredSessionEntry: Sendable, Hashable {
    /// The identity that the sender gave it.
    public let id: String
    /// The version of the form in which it is written.
    public let version: Int
    /// The entry, as JSON text.
    public let entry: String

    /// An entry.
    public init(id: String, version: Int, entry: String) {
        self.id = id
        self.version = version
        self.entry = entry
    }
}

/// Entries that follow on each other in one session.
public struct SessionBatch: Sendable, Hashable {
    /// The session's number in the file.
    public let session: Int
    /// How many entries of it the sender knows of: these come after them.
    public let known: Int
    /// The entries, in order.
    public let entries: [StoredSessionEntry]

    /// A batch.
    public init(session: Int, known: Int, entries: [StoredSessionEntry]) {
        self.session = session
        self.known = known
        self.entries = entries
    }
}

extension ProjectFile {
    /// Makes a session, with its first entries, or nothing of it.
    /// - Returns: its number.
    /// - Throws: ``ProjectFileError/storage(path:detail:)``, also when the code is in use.
    @discardableResult
    public func addSession(
        code: String, title: String, made: Int64, entries: [StoredSessionEntry] = []
    ) throws -> Int {
        try writing { db in
            try db.execute(
                sql: "INSERT INTO session (code, title, made) VALUES (?, ?, ?)",
                arguments: [code, title, made])
            let number = Int(db.lastInsertedRowID)
            try Self.insert(entries, into: number, after: 0, db)
            return number
        }
    }

    private static func insert(
        _ entries: [StoredSessionEntry], into session: Int, after known: Int, _ db: Database
    ) throws {
        let insert = try db.makeStatement(
            sql: "INSERT INTO sessionEntry (session, number, id, version, entry) VALUES (?, ?, ?, ?, ?)")
        for (offset, one) in entries.enumerated() {
            try insert.execute(arguments: [session, known + offset + 1, one.id, one.version, one.entry])
        }
    }

    /// The sessions in order; none in a file of a version that did not know them.
    public func sessions() throws -> [StoredSession] {
        try reading { db in
            guard try db.tableExists("session") else { return [] }
            return try Row.fetchAll(db, sql: "SELECT number, code, title, made FROM session ORDER BY number")
                .map {
                    StoredSession(
                        number: try $0.take("number"), code: try $0.take("code"), title: try $0.take("title"),
                        made: try $0.take("made"))
                }
        }
    }

    /// Adds entries to a session, all of them or none. They are on the disk when this returns.
    ///
    /// - Parameter known: how many entries the caller has read. Where the file holds another number, somebody else was
    ///   first, and nothing is written.
    /// - Returns: how many entries the session holds now.
    /// - Throws: ``ProjectFileError/sessionHasGrown(path:expected:found:)``, or
    ///   ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the file is then as it was.
    @discardableResult
    public func appendSessionEntries(
        _ entries: [StoredSessionEntry], to session: Int, after known: Int
    ) throws -> Int {
        try writing { db in try append(entries, to: session, after: known, in: db) }
    }

    /// Adds entries to several sessions in one writing to the disk, so that sessions that are live at the same time do not
    /// wait for each other. Each batch is added whole or not at all; they are on the disk when this returns.
    ///
    /// - Returns: for each batch in its place what went wrong with it, or nothing.
    /// - Throws: ``ProjectFileError/storage(path:detail:)`` when the disk refuses; nothing of any batch is then kept.
    public func appendSessionEntries(_ batches: [SessionBatch]) async throws -> [ProjectFileError?] {
        do {
            return try await database.write { db in
                try batches.map { batch in
                    var refused: ProjectFileError?
                    try db.inSavepoint {
                        do {
                            try append(batch.entries, to: batch.session, after: batch.known, in: db)
                            return .commit
                        } catch let error as ProjectFileError {
                            refused = error
                        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                            refused = Self.explain(error, path: path)
                        }
                        return .rollback
                    }
                    return refused
                }
            }
        } catch let error as DatabaseError {
            throw Self.explain(error, path: path)
        }
    }

    @discardableResult
    private func append(
        _ entries: [StoredSessionEntry], to session: Int, after known: Int, in db: Database
    ) throws -> Int {
        // Numbers run from 1 without gaps, so the last one is the count.
        let found =
            try Int.fetchOne(
                db, sql: "SELECT MAX(number) FROM sessionEntry WHERE session = ?", arguments: [session]) ?? 0
        guard found == known else {
            throw ProjectFileError.sessionHasGrown(path: path, expected: known, found: found)
        }
        try Self.insert(entries, into: session, after: known, db)
        return known + entries.count
    }

    /// The entries of a session, in order.
    /// - Parameter known: how many the caller has read already; those come not again.
    public func sessionEntries(_ session: Int, after known: Int = 0) throws -> [StoredSessionEntry] {
        try reading { db in
            guard try db.tableExists("sessionEntry") else { return [] }
            return try Row.fetchAll(
                db,
                sql:
                    "SELECT id, version, entry FROM sessionEntry WHERE session = ? AND number > ? ORDER BY number",
                arguments: [session, known]
            ).map {
                StoredSessionEntry(
                    id: try $0.take("id"), version: try $0.take("version"), entry: try $0.take("entry"))
            }
        }
    }
}

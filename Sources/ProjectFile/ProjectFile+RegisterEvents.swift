import GRDB

/// One change to the register of studies, as the file holds it: the module of the register gives it meaning.
public struct StoredRegisterEvent: Sendable, Hashable {
    /// Its number, from 1 in order of arrival.
    public let number: Int
    /// What kind of change it is, in one word.
    public let kind: String
    /// The version of the form in which it is written.
    public let version: Int
    /// The change, as JSON text.
    public let event: String
}

extension ProjectFile {
    /// Adds changes to the register, all of them or none. They are on the disk when this returns.
    ///
    /// - Parameters:
    ///   - events: the kind, the version of the form and the JSON text of each, in order.
    ///   - known: how many changes the caller has read. Where the file holds another number, somebody else
    ///     was first, and nothing is written.
    /// - Returns: how many changes the file holds now.
    /// - Throws: ``ProjectFileError/registerHasGrown(path:expected:found:)``, or
    ///   ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the file is then as it was.
    @discardableResult public func appendRegisterEvents(
        _ events: [(kind: String, version: Int, event: String)], after known: Int
    ) throws -> Int {
        try writing { db in
            let found = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM registerEvent") ?? 0
            guard found == known else {
                throw ProjectFileError.registerHasGrown(path: path, expected: known, found: found)
            }
            let insert = try db.makeStatement(
                sql: "INSERT INTO registerEvent (number, kind, version, event) VALUES (?, ?, ?, ?)")
            for (offset, one) in events.enumerated() {
                try insert.execute(arguments: [known + offset + 1, one.kind, one.version, one.event])
            }
            return known + events.count
        }
    }

    /// The changes to the register, in order; none in a file of a version that did not know them.
    ///
    /// - Parameter known: how many the caller has read already; those come not again.
    /// - Throws: ``ProjectFileError``.
    public func registerEvents(after known: Int = 0) throws -> [StoredRegisterEvent] {
        try reading { db in
            guard try db.tableExists("registerEvent") else { return [] }
            return try Row.fetchAll(
                db,
                sql:
                    "SELECT number, kind, version, event FROM registerEvent WHERE number > ? ORDER BY number",
                arguments: [known]
            ).map {
                StoredRegisterEvent(
                    number: try $0.take("number"), kind: try $0.take("kind"),
                    version: try $0.take("version"), event: try $0.take("event"))
            }
        }
    }
}

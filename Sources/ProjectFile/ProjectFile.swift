import Foundation
import GRDB

/// One project: a single SQLite file that holds imported tables with their provenance.
///
/// Every write is one transaction that is on the disk before the call returns (rollback journal, full
/// synchronisation), so that a program killed at any moment leaves a file that opens with all that was
/// acknowledged. Nothing in the file depends on the clock or on chance: the same imports in the same order give the
/// same bytes.
public struct ProjectFile: Sendable {
    /// Where the file lies.
    public let path: String
    let database: DatabaseQueue

    /// Opens an existing project to read it. The file is not touched, unless a writer was killed in the middle: then
    /// what it had half written is taken back first.
    ///
    /// - Throws: ``ProjectFileError``.
    public static func open(_ path: String) throws -> ProjectFile {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ProjectFileError.noSuchFile(path: path)
        }
        try takeBackInterruptedWrite(path)
        return try ProjectFile(path: path, readOnly: true)
    }

    /// A writer that was killed leaves its journal beside the file. SQLite takes the change back at the next opening,
    /// but not when that opening may only read.
    private static func takeBackInterruptedWrite(_ path: String) throws {
        let journal = try? FileManager.default.attributesOfItem(atPath: path + "-journal")[.size]
        guard (journal as? Int ?? 0) > 0 else { return }
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        do {
            let database = try DatabaseQueue(path: path, configuration: configuration)
            _ = try database.read { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") }
        } catch let error as DatabaseError {
            throw explain(error, path: path)
        }
    }

    /// Opens a project to write to it, and makes it when it is not there.
    ///
    /// - Throws: ``ProjectFileError``.
    public static func openOrCreate(_ path: String) throws -> ProjectFile {
        try ProjectFile(path: path, readOnly: false)
    }

    private init(path: String, readOnly: Bool) throws {
        self.path = path
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            if !readOnly { try db.execute(sql: "PRAGMA synchronous = EXTRA") }
        }
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
            try Self.check(database, path: path)
            if !readOnly { try Migrations.migrator.migrate(database) }
        } catch {
            throw Self.explain(error, path: path)
        }
    }

    private static func check(_ database: DatabaseQueue, path: String) throws {
        try database.read { db in
            let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
            guard application == Migrations.applicationID || (application == 0 && tables == 0) else {
                throw ProjectFileError.notAProject(path: path, detail: "it is a database of another program")
            }
            guard tables > 0 else { return }
            let known = Set(Migrations.migrator.migrations)
            let applied = try String.fetchAll(
                db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
            if let unknown = applied.first(where: { !known.contains($0) }) {
                throw ProjectFileError.newerFormat(path: path, unknown: unknown)
            }
        }
    }

    static func explain(_ error: any Error, path: String) -> ProjectFileError {
        switch error {
        case let error as ProjectFileError: error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            .notAProject(path: path, detail: "it is no SQLite file")
        case let error as DatabaseError:
            .storage(path: path, detail: error.plainWords)
        // A row that GRDB cannot read, or a description that is no JSON.
        default: .storage(path: path, detail: "it holds something else than this program writes")
        }
    }

    func reading<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try database.read(body)
        } catch {
            throw Self.explain(error, path: path)
        }
    }

    func writing<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try database.write(body)
        } catch {
            throw Self.explain(error, path: path)
        }
    }

    /// Whether entries can be written: the file and its folder allow it. Nothing is written.
    ///
    /// SQLite puts its journal beside the file, so the folder counts as well.
    public var isWritable: Bool {
        let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
        return FileManager.default.isWritableFile(atPath: path)
            && FileManager.default.isWritableFile(atPath: folder)
    }

    /// The imports, in order.
    ///
    /// - Throws: ``ProjectFileError``.
    public func imports() throws -> [ImportRecord] {
        try reading { db in
            guard try db.tableExists("import") else { return [] }
            return try Row.fetchAll(
                db, sql: "SELECT number, name, fingerprint, report FROM import ORDER BY number"
            ).map {
                ImportRecord(
                    number: try $0.take("number"), name: try $0.take("name"),
                    fingerprint: try $0.take("fingerprint"), report: try $0.take("report"))
            }
        }
    }

    /// Whether SQLite finds every page and every reference of the file in order.
    ///
    /// - Throws: ``ProjectFileError``.
    public func isIntact() throws -> Bool {
        try reading { db in
            try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok"
                && Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty
        }
    }

    /// How far the form of the file is behind that of this program.
    ///
    /// - Throws: ``ProjectFileError``.
    public func form() throws -> ProjectForm {
        let known = Migrations.migrator.migrations.count
        let applied = try reading { db in
            try db.tableExists("grdb_migrations")
                ? Int.fetchOne(db, sql: "SELECT COUNT(*) FROM grdb_migrations") ?? 0 : 0
        }
        return ProjectForm(applied: applied, known: known)
    }
}

/// The steps that made a file what it is, and those that this program knows.
public struct ProjectForm: Sendable, Hashable {
    /// How many steps the file has had.
    public let applied: Int
    /// How many there are.
    public let known: Int

    /// Whether the file has the form that this program writes.
    public var isCurrent: Bool { applied == known }
}

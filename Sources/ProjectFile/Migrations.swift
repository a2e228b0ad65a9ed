import GRDB

/// The steps that bring a file of any earlier version to the present form. A step that has landed never changes.
enum Migrations {
    /// Marks a SQLite file as a Mengpaneel project ("MPNL").
    static let applicationID = 0x4D50_4E4C

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 ground floor") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: groundFloor)
        }
        migrator.registerMigration("2 register events") { db in
            try db.execute(sql: registerEvents)
        }
        migrator.registerMigration("3 simulations") { db in
            try db.execute(sql: simulations)
        }
        migrator.registerMigration("4 sessions") { db in
            try db.execute(sql: sessions)
        }
        return migrator
    }

    private static let groundFloor = """
        CREATE TABLE import (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            fingerprint TEXT NOT NULL UNIQUE,
            report TEXT NOT NULL
        );
        CREATE TABLE source (
            id TEXT PRIMARY KEY NOT NULL,
            description TEXT NOT NULL -- JSON
        ) WITHOUT ROWID;
        CREATE TABLE areaTable (
            number INTEGER PRIMARY KEY,
            import INTEGER NOT NULL REFERENCES import(number) ON DELETE CASCADE,
            level TEXT NOT NULL
        );
        CREATE TABLE area (
            areaTable INTEGER NOT NULL REFERENCES areaTable(number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            parent TEXT,
            municipality TEXT,
            PRIMARY KEY (areaTable, position)
        ) WITHOUT ROWID;
        CREATE INDEX areaByMunicipality ON area (areaTable, municipality, position);
        CREATE TABLE series (
            areaTable INTEGER NOT NULL REFERENCES areaTable(number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            variable TEXT NOT NULL,
            year INTEGER NOT NULL,
            source TEXT NOT NULL REFERENCES source(id),
            version TEXT NOT NULL,
            numbers BLOB NOT NULL, -- little-endian doubles, one per area
            reasons BLOB NOT NULL, -- one byte per area; 0 = known
            margins BLOB, -- little-endian doubles or NULL
            PRIMARY KEY (areaTable, position)
        );
        CREATE TABLE observed (
            import INTEGER NOT NULL REFERENCES import(number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            id TEXT NOT NULL,
            level TEXT NOT NULL,
            year INTEGER NOT NULL,
            source TEXT NOT NULL REFERENCES source(id),
            isShare INTEGER NOT NULL,
            areas TEXT NOT NULL, -- codes, one per line
            numbers BLOB NOT NULL,
            reasons BLOB NOT NULL,
            PRIMARY KEY (import, position)
        );
        CREATE TABLE geometry (
            number INTEGER PRIMARY KEY,
            import INTEGER NOT NULL REFERENCES import(number) ON DELETE CASCADE,
            level TEXT NOT NULL,
            year INTEGER NOT NULL,
            source TEXT NOT NULL REFERENCES source(id)
        );
        CREATE TABLE shape (
            geometry INTEGER NOT NULL REFERENCES geometry(number) ON DELETE CASCADE,
            code TEXT NOT NULL,
            wkb BLOB NOT NULL, -- metres in EPSG:28992
            PRIMARY KEY (geometry, code)
        ) WITHOUT ROWID;
        CREATE TABLE adjacency (
            geometry INTEGER NOT NULL REFERENCES geometry(number) ON DELETE CASCADE,
            first TEXT NOT NULL,
            second TEXT NOT NULL,
            sharedBoundary REAL NOT NULL,
            PRIMARY KEY (geometry, first, second)
        ) WITHOUT ROWID;
        """

    /// What was written stays: the file itself refuses to change or remove an event.
    private static let registerEvents = """
        CREATE TABLE registerEvent (
            number INTEGER PRIMARY KEY, -- 1, 2, 3, ... without gaps
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            event TEXT NOT NULL -- JSON
        );
        CREATE TRIGGER registerEventStays BEFORE UPDATE ON registerEvent
        BEGIN SELECT RAISE(ABORT, 'events of the register are added, never changed'); END;
        CREATE TRIGGER registerEventIsKept BEFORE DELETE ON registerEvent
        BEGIN SELECT RAISE(ABORT, 'events of the register are added, never removed'); END;
        """

    /// A simulation is named by the hash of all that it follows from, so that the same one is never kept twice.
    private static let simulations = """
        CREATE TABLE simulation (
            name TEXT PRIMARY KEY NOT NULL, -- hash of program version, data, packages, assumptions, seed
            number INTEGER NOT NULL UNIQUE, -- 1, 2, 3, ... in order of arrival
            title TEXT NOT NULL,
            description TEXT NOT NULL, -- JSON: packages, settings, versions
            rows INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE simulationColumn (
            simulation TEXT NOT NULL REFERENCES simulation(name) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            bytes BLOB NOT NULL, -- little-endian numbers, or names with a line each
            PRIMARY KEY (simulation, position)
        );
        """

    private static let sessions = """
        CREATE TABLE session (
            number INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            made INTEGER NOT NULL -- milliseconds since 1970
        );
        CREATE TABLE sessionEntry (
            session INTEGER NOT NULL REFERENCES session(number) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            id TEXT NOT NULL, -- made by the sender: what is sent twice is there once
            version INTEGER NOT NULL,
            entry TEXT NOT NULL, -- JSON
            PRIMARY KEY (session, number),
            UNIQUE (session, id)
        ) WITHOUT ROWID;
        CREATE TRIGGER sessionEntryStays BEFORE UPDATE ON sessionEntry
        BEGIN SELECT RAISE(ABORT, 'entries of a session are added, never changed'); END;
        """
}

import Foundation
import GRDB

/// One simulation as the file holds it: the module of the simulation gives its columns meaning.
public struct StoredSimulation: Sendable, Hashable {
    /// The hash of all that it follows from: program version, data, packages, assumptions, seed.
    public var name: String
    /// What a person calls it.
    public var title: String
    /// Packages, settings and versions, as JSON text.
    public var description: String
    /// How many rows its table has.
    public var rows: Int
    /// The columns of its table, each with its name.
    public var columns: [(name: String, bytes: [UInt8])]

    /// Makes one.
    public init(
        name: String, title: String, description: String, rows: Int, columns: [(name: String, bytes: [UInt8])]
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.rows = rows
        self.columns = columns
    }

    /// Whether both hold the same.
    public static func == (left: StoredSimulation, right: StoredSimulation) -> Bool {
        left.name == right.name && left.title == right.title && left.description == right.description
            && left.rows == right.rows
            && left.columns.elementsEqual(right.columns) { $0.name == $1.name && $0.bytes == $1.bytes }
    }

    /// Hashes the name, which stands for the rest.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ProjectFile {
    /// Keeps a simulation whole, or nothing of it. One that is there already under this name is left as it is.
    ///
    /// - Returns: whether it was added.
    /// - Throws: ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the file is then as it was.
    @discardableResult public func store(_ simulation: StoredSimulation) throws -> Bool {
        try writing { db in
            let known = try Int.fetchOne(
                db, sql: "SELECT number FROM simulation WHERE name = ?", arguments: [simulation.name])
            guard known == nil else { return false }
            let number = (try Int.fetchOne(db, sql: "SELECT MAX(number) FROM simulation") ?? 0) + 1
            try db.execute(
                sql: "INSERT INTO simulation (name, number, title, description, rows) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    simulation.name, number, simulation.title, simulation.description, simulation.rows,
                ])
            for (position, column) in simulation.columns.enumerated() {
                try db.execute(
                    sql:
                        "INSERT INTO simulationColumn (simulation, position, name, bytes) VALUES (?, ?, ?, ?)",
                    arguments: [simulation.name, position, column.name, Data(column.bytes)])
            }
            return true
        }
    }

    /// The simulations in order of arrival, without their columns; none in a file of a version that did not know them.
    ///
    /// - Throws: ``ProjectFileError``.
    public func simulations() throws -> [StoredSimulation] {
        try reading { db in
            guard try db.tableExists("simulation") else { return [] }
            return try Row.fetchAll(
                db, sql: "SELECT name, title, description, rows FROM simulation ORDER BY number"
            ).map {
                StoredSimulation(
                    name: try $0.take("name"), title: try $0.take("title"),
                    description: try $0.take("description"), rows: try $0.take("rows"), columns: [])
            }
        }
    }

    /// The simulation with this name, with its columns; nil where there is none.
    ///
    /// - Throws: ``ProjectFileError``.
    public func simulation(named name: String) throws -> StoredSimulation? {
        guard var found = try simulations().first(where: { $0.name == name }) else { return nil }
        found.columns = try reading { db in
            try Row.fetchAll(
                db, sql: "SELECT name, bytes FROM simulationColumn WHERE simulation = ? ORDER BY position",
                arguments: [name]
            ).map { row in
                let bytes: Data = try row.take("bytes")
                return (name: try row.take("name"), bytes: Array(bytes))
            }
        }
        return found
    }
}

import Foundation
import GRDB
import Neighbourhoods

extension ProjectFile {
    /// What became of an import.
    public enum StoreResult: Sendable, Hashable {
        /// It was added.
        case added
        /// It was there already; the file was not touched.
        case alreadyThere
    }

    /// Adds `contribution` whole, or nothing of it.
    ///
    /// - Throws: ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the file is then as it was.
    public func store(_ contribution: Contribution) throws -> StoreResult {
        try store([contribution]).first ?? .alreadyThere
    }

    /// Adds several contributions in one transaction: all that are new, or nothing.
    ///
    /// - Returns: what became of each, in the same order.
    /// - Throws: ``ProjectFileError/storage(path:detail:)`` when the disk refuses; the file is then as it was.
    public func store(_ contributions: [Contribution]) throws -> [StoreResult] {
        var known = Set(try imports().map(\.fingerprint))
        guard contributions.contains(where: { !known.contains($0.fingerprint) }) else {
            return contributions.map { _ in .alreadyThere }
        }
        return try writing { db in
            // Looked at again inside the transaction: another program may have been first.
            known.formUnion(try String.fetchAll(db, sql: "SELECT fingerprint FROM import"))
            return try contributions.map { one in
                guard known.insert(one.fingerprint).inserted else { return .alreadyThere }
                try Self.insert(one, into: db)
                return .added
            }
        }
    }

    private static func insert(_ contribution: Contribution, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO import (name, fingerprint, report) VALUES (?, ?, ?)",
            arguments: [contribution.name, contribution.fingerprint, contribution.report])
        let number = db.lastInsertedRowID
        try insert(contribution.sources, into: db)
        for table in contribution.tables { try insert(table, of: number, into: db) }
        for geometry in contribution.geometries { try insert(geometry, of: number, into: db) }
        for (position, column) in contribution.observed.enumerated() {
            try insert(column, position, of: number, into: db)
        }
    }

    private static func insert(_ sources: [Source], into db: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for source in sources.sorted(by: { $0.id < $1.id }) {
            let text = String(decoding: try encoder.encode(source), as: UTF8.self)
            try db.execute(
                sql: """
                    INSERT INTO source (id, description) VALUES (?, ?)
                    ON CONFLICT (id) DO UPDATE SET description = excluded.description
                    """, arguments: [source.id.rawValue, text])
        }
    }

    private static func insert(_ table: AreaTable, of number: Int64, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO areaTable (import, level) VALUES (?, ?)",
            arguments: [number, table.level.rawValue])
        let tableNumber = db.lastInsertedRowID
        // Areas lie in code order, so that those of one municipality are neighbours in every column.
        let order = table.areas.indices.sorted { table.areas[$0].code < table.areas[$1].code }
        let area = try db.makeStatement(
            sql:
                "INSERT INTO area (areaTable, position, code, name, parent, municipality) VALUES (?, ?, ?, ?, ?, ?)"
        )
        for (position, index) in order.enumerated() {
            let one = table.areas[index]
            try area.execute(arguments: [
                tableNumber, position, one.code.rawValue, one.name, one.parent?.rawValue,
                one.municipality?.rawValue,
            ])
        }
        let series = try db.makeStatement(
            sql: """
                INSERT INTO series (areaTable, position, variable, year, source, version, numbers, reasons, margins)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (position, one) in table.series.enumerated() {
            try series.execute(arguments: [
                tableNumber, position, one.variable.rawValue, one.year, one.source.rawValue, one.version,
                Packing.data(order.map { one.values.numbers[$0] }),
                Data(order.map { one.values.reasons[$0] }),
                one.margins.map { margins in Packing.data(order.map { margins.numbers[$0] }) },
            ])
        }
    }

    private static func insert(_ geometry: AreaGeometry, of number: Int64, into db: Database) throws {
        try db.execute(
            sql: "INSERT INTO geometry (import, level, year, source) VALUES (?, ?, ?, ?)",
            arguments: [number, geometry.level.rawValue, geometry.year, geometry.source.rawValue])
        let geometryNumber = db.lastInsertedRowID
        let shape = try db.makeStatement(sql: "INSERT INTO shape (geometry, code, wkb) VALUES (?, ?, ?)")
        for (code, polygons) in geometry.shapes.sorted(by: { $0.key < $1.key }) {
            try shape.execute(arguments: [geometryNumber, code.rawValue, Packing.wellKnownBinary(polygons)])
        }
        let pair = try db.makeStatement(
            sql: "INSERT INTO adjacency (geometry, first, second, sharedBoundary) VALUES (?, ?, ?, ?)")
        for one in geometry.adjacency.pairs {
            try pair.execute(arguments: [
                geometryNumber, one.first.rawValue, one.second.rawValue, one.sharedBoundary,
            ])
        }
    }

    private static func insert(
        _ column: ObservedColumn, _ position: Int, of number: Int64, into db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO observed (import, position, id, level, year, source, isShare, areas, numbers, reasons)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, position, column.id, column.level.rawValue, column.year, column.source.rawValue,
                column.isShare, column.areas.map(\.rawValue).joined(separator: "\n"),
                Packing.data(column.values.numbers), Data(column.values.reasons),
            ])
    }
}

import EvidenceRegister
import Foundation
import GRDB
import Neighbourhoods
import Testing

@testable import ProjectFile

/// Files as earlier versions wrote them, kept as SQL text in `Versions`, open in this one with all that is in them. The file
/// of a version is what its text and those before it make.
@Suite final class VersionTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let numbers = Array(1...Migrations.migrator.migrations.count)

    static func text(_ number: Int) throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Versions/\(number).sql")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func make(_ number: Int) throws {
        let queue = try DatabaseQueue(path: path)
        let texts = try (1...number).map(Self.text)
        try queue.writeWithoutTransaction { db in for text in texts { try db.execute(sql: text) } }
        try queue.close()
    }

    /// The columns of every table but that of the steps.
    private func columns() throws -> [String: [String]] {
        try DatabaseQueue(path: path).read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'grdb_migrations'")
            return try Dictionary(
                uniqueKeysWithValues: tables.map { ($0, try db.columns(in: $0).map(\.name)) })
        }
    }

    /// Every row of these columns, to the byte.
    private func contents(_ columns: [String: [String]]) throws -> [String: [String]] {
        try DatabaseQueue(path: path).read { db in
            try Dictionary(
                uniqueKeysWithValues: columns.map { table, columns in
                    let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
                    return (table, try String.fetchAll(db, sql: "SELECT \(row) FROM \"\(table)\""))
                })
        }
    }

    /// Who adds a step keeps a file as it was after that step, before anybody has one. See the page in `Versions`.
    @Test(arguments: numbers) func everyStepHasAFileThatWasWrittenAfterIt(number: Int) throws {
        try #require(
            (try? Self.text(number)) != nil,
            "Tests/ProjectFileTests/Versions/\(number).sql is missing: keep a file of this version")
        try make(number)
        let steps = try DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
        }
        #expect(steps == Array(Migrations.migrator.migrations.prefix(number)))
        #expect(try ProjectFile.open(path).form() == ProjectForm(applied: number, known: Self.numbers.count))
    }

    /// A step that has landed never changes: the frozen file has the form that the steps make today.
    @Test(arguments: numbers) func theStepsStillMakeTheFormOfThatVersion(number: Int) throws {
        try make(number)
        let again = try DatabaseQueue()
        try Migrations.migrator.migrate(again, upTo: Migrations.migrator.migrations[number - 1])
        func form(_ queue: DatabaseQueue) throws -> [String] {
            try queue.read { db in
                try String.fetchAll(
                    db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
                ).map { $0.filter { !$0.isWhitespace } }
            }
        }
        #expect(try form(DatabaseQueue(path: path)) == form(again))
    }

    @Test(arguments: numbers) func nothingIsLostOnTheWayToThisVersion(number: Int) throws {
        try make(number)
        let columns = try columns()
        let before = try contents(columns)
        #expect(before.values.reduce(0) { $0 + $1.count } > 40)
        let old = try ProjectFile.open(path)
        let (town, imports) = (try old.dataset(), try old.imports())
        #expect(!town.areas(.neighbourhood).isEmpty && !imports.isEmpty)
        #expect(try contents(columns) == before, "a look changes nothing")

        let new = try ProjectFile.openOrCreate(path)
        #expect(try new.form().isCurrent)
        #expect(try new.isIntact())
        let after = try contents(columns)
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
        let now = try new.dataset()
        #expect(now.municipality == town.municipality && now.sources == town.sources)
        #expect(now.areas(.neighbourhood) == town.areas(.neighbourhood))
        #expect(try new.imports() == imports)
        #expect(
            try new.observedColumns(of: town.municipality.code)
                == old.observedColumns(of: town.municipality.code))
        #expect(!(try new.observedColumns(of: town.municipality.code)).isEmpty)
    }

    @Test(arguments: numbers) func itTakesEverythingThatThisVersionWrites(number: Int) throws {
        try make(number)
        let file = try ProjectFile.openOrCreate(path)
        let known = try file.registerEvents().count
        #expect(
            try file.appendRegisterEvents([(kind: "set", version: 1, event: "{}")], after: known) == known + 1
        )
        let simulations = try file.simulations().count
        try file.store(
            StoredSimulation(
                name: "n", title: "t", description: "{}", rows: 1, columns: [(name: "c", bytes: [1])]))
        #expect(try file.simulations().count == simulations + 1)
        let sessions = try file.sessions().count
        try file.addSession(
            code: "ZZZZZZ", title: "Nieuw", made: 1,
            entries: [StoredSessionEntry(id: "a", version: 1, entry: "{}")])
        #expect(try file.sessions().count == sessions + 1)
        #expect(try file.isIntact())
    }

    @Test func whatEachVersionBroughtIsRead() throws {
        try make(Self.numbers.count)
        let file = try ProjectFile.open(path)
        let events = try file.registerEvents()
        #expect(!events.isEmpty)
        for one in events { _ = try RegisterEvent(json: one.event, version: one.version) }
        let simulations = try file.simulations()
        #expect(try file.simulation(named: #require(simulations.first).name)?.columns.isEmpty == false)
        let session = try #require(try file.sessions().first)
        #expect(try file.sessionEntries(session.number).count > 50)
    }
}

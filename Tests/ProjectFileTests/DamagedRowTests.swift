import Foundation
import GRDB
import Neighbourhoods
import Testing

@testable import ProjectFile

/// A file that was damaged, or edited with another program: one line, never a stop.
@Suite final class DamagedRowTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = try ProjectFile.openOrCreate(path)
        _ = try file.store(ProjectFileTests().contribution())
        let session = try file.addSession(code: "AB12", title: "Groep", made: 5)
        try file.appendSessionEntries(
            [StoredSessionEntry(id: "a", version: 1, entry: "{}")], to: session, after: 0)
        try file.appendRegisterEvents([(kind: "add", version: 1, event: "{}")], after: 0)
        try file.store(
            StoredSimulation(
                name: "x", title: "x", description: "{}", rows: 1, columns: [(name: "arm", bytes: [0])]))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Reads all there is.
    private func readAll() throws {
        let file = try ProjectFile.open(path)
        for town in try file.municipalities() {
            _ = try file.dataset(of: town.code)
            _ = try file.observedColumns(of: town.code)
        }
        _ = try file.imports()
        for session in try file.sessions() { _ = try file.sessionEntries(session.number) }
        _ = try file.registerEvents()
        for simulation in try file.simulations() { _ = try file.simulation(named: simulation.name) }
    }

    @Test(arguments: [
        "series.year = 'x'", "series.numbers = 7", "series.reasons = 'x'", "series.margins = x'00'",
        "series.margins = zeroblob(8)", "area.position = 'x'", "area.position = -9223372036854775808",
        "area.position = 9223372036854775807", "area.name = x'ff'", "areaTable.level = 7",
        "source.description = 'x'", "observed.isShare = 'x'", "observed.areas = 7", "geometry.year = 'x'",
        "shape.wkb = 'x'", "adjacency.sharedBoundary = 'x'", "session.made = 'x'", "session.code = x'ff'",
        "sessionEntry.version = 'x'", "sessionEntry.entry = x'ff'", "simulation.rows = 'x'",
        "simulationColumn.bytes = 7", "import.report = x'ff'",
    ])
    func aValueThatDoesNotBelongIsToldInOneLine(_ change: String) throws {
        let table = change.prefix { $0 != "." }
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: "DROP TRIGGER sessionEntryStays")
            try db.execute(sql: "UPDATE OR IGNORE \(table) SET \(change.dropFirst(table.count + 1))")
        }
        try queue.close()
        do {
            try readAll()
        } catch {
            #expect(error is ProjectFileError, "\(error)")
            let lines = "\(error)".split(whereSeparator: \.isNewline).count
            #expect(lines == 1)
        }
    }

    @Test func aWholeFileIsReadWhole() throws { try readAll() }
}

import Foundation
import GRDB
import Testing

@testable import ProjectFile

/// Simulations are kept whole, once each, and come back as they were.
@Suite final class SimulationStorageTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func simulation(_ name: String) -> StoredSimulation {
        StoredSimulation(
            name: name, title: "plan \(name)", description: "{}", rows: 2,
            columns: [("year", [1, 2, 3, 4]), ("value", Array(0..<16))])
    }

    @Test func aSimulationComesBackAsItWas() throws {
        let file = try ProjectFile.openOrCreate(path)
        #expect(try file.store(simulation("b")))
        #expect(try file.store(simulation("a")))
        #expect(try ProjectFile.open(path).simulations().map(\.name) == ["b", "a"])
        #expect(try ProjectFile.open(path).simulation(named: "a") == simulation("a"))
        #expect(try file.simulation(named: "c") == nil)
        #expect(try file.isIntact())
    }

    @Test func theSameSimulationIsKeptOnce() throws {
        let file = try ProjectFile.openOrCreate(path)
        #expect(try file.store(simulation("a")))
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try !file.store(simulation("a")))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func anOlderFileHasNoneAndGetsRoomForThem() throws {
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "2 register events")
        try queue.close()
        #expect(try ProjectFile.open(path).simulations().isEmpty)
        #expect(try ProjectFile.openOrCreate(path).store(simulation("a")))
    }

    @Test func whatTheDiskRefusesLeavesTheFileAsItWas() throws {
        let file = try ProjectFile.openOrCreate(path)
        try file.store(simulation("a"))
        let reader = try ProjectFile.open(path)
        #expect(throws: ProjectFileError.self) { try reader.store(self.simulation("b")) }
        #expect(try file.simulations().map(\.name) == ["a"])
    }
}

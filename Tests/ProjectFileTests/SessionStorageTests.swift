import Foundation
import GRDB
import Testing

@testable import ProjectFile

@Suite final class SessionStorageTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func entries(_ numbers: ClosedRange<Int>) -> [StoredSessionEntry] {
        numbers.map { StoredSessionEntry(id: "e\($0)", version: 1, entry: "{\"n\":\($0)}") }
    }

    @Test func entriesComeBackInOrderAndSessionsStandApart() throws {
        let file = try ProjectFile.openOrCreate(path)
        #expect(try file.sessions().isEmpty)
        let one = try file.addSession(code: "AB12", title: "Groep 1", made: 5)
        let two = try file.addSession(code: "CD34", title: "Groep 2", made: 6)
        #expect(try file.appendSessionEntries(entries(1...3), to: one, after: 0) == 3)
        #expect(try file.appendSessionEntries(entries(1...1), to: two, after: 0) == 1)
        let read = try ProjectFile.open(path)
        #expect(try read.sessions().map(\.code) == ["AB12", "CD34"])
        #expect(try read.sessionEntries(one) == entries(1...3))
        #expect(try read.sessionEntries(one, after: 2) == entries(3...3))
        #expect(try read.sessionEntries(two) == entries(1...1))
        #expect(try read.isIntact())
    }

    @Test func aCopyHoldsOneSessionAndNoTraceOfWhatWasLeftOut() throws {
        let file = try ProjectFile.openOrCreate(path)
        let one = try file.addSession(code: "AB12", title: "Groep 1", made: 5)
        let two = try file.addSession(code: "CD34", title: "Heel andere avond", made: 6)
        try file.appendSessionEntries(
            [StoredSessionEntry(id: "geheim", version: 1, entry: "{\"seat\":\"GEHEIM\"}")], to: one, after: 0)
        try file.appendSessionEntries(entries(1...40), to: two, after: 0)
        let copied = folder.appendingPathComponent("kopie.mengpaneel").path
        try ProjectFile.open(path).copy(to: copied, session: one, entries: entries(1...2))
        let copy = try ProjectFile.open(copied)
        #expect(try copy.sessions().map(\.code) == ["AB12"])
        #expect(try copy.sessionEntries(one) == entries(1...2))
        #expect(try copy.isIntact())
        let bytes = try Data(contentsOf: URL(fileURLWithPath: copied))
        for gone in ["GEHEIM", "Heel andere avond"] { #expect(bytes.range(of: Data(gone.utf8)) == nil) }
        #expect(try ProjectFile.open(path).sessionEntries(two) == entries(1...40))
        #expect(throws: ProjectFileError.self) { try file.copy(to: copied, session: 9, entries: []) }
    }

    @Test func anEntryIsThereOnceAndStays() throws {
        let file = try ProjectFile.openOrCreate(path)
        let one = try file.addSession(code: "AB12", title: "Groep 1", made: 5)
        try file.appendSessionEntries(entries(1...2), to: one, after: 0)
        #expect(throws: ProjectFileError.self) {
            try file.appendSessionEntries(entries(2...3), to: one, after: 2)
        }
        #expect(try file.sessionEntries(one) == entries(1...2))
        #expect(throws: ProjectFileError.self) {
            try file.writing { db in try db.execute(sql: "UPDATE sessionEntry SET entry = ''") }
        }
        #expect(throws: ProjectFileError.self) { try file.addSession(code: "AB12", title: "Weer", made: 7) }
    }

    @Test func whoComesSecondIsToldAndWritesNothing() throws {
        let first = try ProjectFile.openOrCreate(path)
        let one = try first.addSession(code: "AB12", title: "Groep 1", made: 5)
        let second = try ProjectFile.openOrCreate(path)
        try first.appendSessionEntries(entries(1...2), to: one, after: 0)
        #expect(throws: ProjectFileError.sessionHasGrown(path: path, expected: 0, found: 2)) {
            try second.appendSessionEntries(entries(3...3), to: one, after: 0)
        }
        #expect(try second.sessionEntries(one).count == 2)
    }

    @Test func batchesOfSessionsGoTogetherAndOneThatIsRefusedTakesNoOtherAlong() async throws {
        let file = try ProjectFile.openOrCreate(path)
        let numbers = try (1...4).map { try file.addSession(code: "AB1\($0)", title: "Groep \($0)", made: 5) }
        try file.appendSessionEntries(entries(1...2), to: numbers[1], after: 0)
        let twice = entries(1...1) + entries(1...1)
        let refusals = try await file.appendSessionEntries([
            SessionBatch(session: numbers[0], known: 0, entries: entries(1...3)),
            SessionBatch(session: numbers[1], known: 0, entries: entries(3...3)),
            SessionBatch(session: numbers[2], known: 0, entries: twice),
            SessionBatch(session: numbers[3], known: 0, entries: entries(1...1)),
        ])
        #expect(refusals.map { $0 == nil } == [true, false, false, true])
        #expect(refusals[1] == .sessionHasGrown(path: path, expected: 0, found: 2))
        let kept = try numbers.map { try ProjectFile.open(path).sessionEntries($0).count }
        #expect(kept == [3, 2, 0, 1])
    }

    @Test func anOlderFileHasNoSessionsAndGetsThem() throws {
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "3 simulations")
        try queue.close()
        #expect(try ProjectFile.open(path).sessions().isEmpty)
        #expect(try ProjectFile.open(path).sessionEntries(1).isEmpty)
        try ProjectFile.openOrCreate(path).addSession(code: "AB12", title: "Groep 1", made: 5)
        #expect(try ProjectFile.open(path).sessions().count == 1)
    }
}

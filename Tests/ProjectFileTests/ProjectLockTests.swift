import Foundation
import Testing

@testable import ProjectFile

/// One process runs the sessions of a project.
@Suite final class ProjectLockTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try ProjectFile.openOrCreate(path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test func theSecondIsToldWhoHasItAndTheNextGetsIt() throws {
        var first: ProjectLock? = try ProjectLock(path)
        let own = Int(ProcessInfo.processInfo.processIdentifier)
        for _ in 0..<2 {
            #expect(throws: ProjectFileError.inUse(path: path, process: own)) { try ProjectLock(self.path) }
        }
        #expect(try files == ["test.mengpaneel", "test.mengpaneel-lock"])
        first = nil
        #expect(first == nil)
        #expect(try files == ["test.mengpaneel"])
        let second = try ProjectLock(path)
        withExtendedLifetime(second) {}
    }

    @Test func aFileThatAProgramThatWasKilledLeftBehindIsNoLock() throws {
        try Data("99999\n".utf8).write(to: URL(fileURLWithPath: path + ProjectLock.suffix))
        let lock = try ProjectLock(path)
        withExtendedLifetime(lock) {}
    }

    @Test func twoNamesOfOneFileAreOne() throws {
        let link = folder.appendingPathComponent("link.mengpaneel").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        let lock = try ProjectLock(path)
        #expect(throws: ProjectFileError.self) { try ProjectLock(link) }
        withExtendedLifetime(lock) {}
    }

    @Test func whoHoldsTheLockReadsAndWritesAsOthersDo() throws {
        let lock = try ProjectLock(path)
        let file = try ProjectFile.openOrCreate(path)
        let number = try file.addSession(
            code: "AB12", title: "Groep", made: 1,
            entries: [StoredSessionEntry(id: "a", version: 1, entry: "{}")])
        #expect(try ProjectFile.open(path).sessionEntries(number).count == 1)
        withExtendedLifetime(lock) {}
    }

    @Test func aSessionWithoutItsEntriesIsNotThere() throws {
        let file = try ProjectFile.openOrCreate(path)
        let twice = StoredSessionEntry(id: "a", version: 1, entry: "{}")
        #expect(throws: ProjectFileError.self) {
            try file.addSession(code: "AB12", title: "Groep", made: 1, entries: [twice, twice])
        }
        #expect(try file.sessions().isEmpty)
    }
}

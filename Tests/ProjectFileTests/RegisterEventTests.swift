import Foundation
import GRDB
import Testing

@testable import ProjectFile

@Suite final class RegisterEventTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func events(_ numbers: ClosedRange<Int>) -> [(kind: String, version: Int, event: String)] {
        numbers.map { ("set", 1, "{\"n\":\($0),\"text\":\"é\\n\"}") }
    }

    /// A file as the version before registers wrote it.
    func olderFile() throws {
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "1 ground floor")
        try queue.write { db in
            try db.execute(sql: "INSERT INTO import (name, fingerprint, report) VALUES ('old', 'f', '[]')")
        }
        try queue.close()
    }

    @Test func eventsComeBackInOrder() throws {
        let file = try ProjectFile.openOrCreate(path)
        #expect(try file.registerEvents().isEmpty)
        #expect(try file.appendRegisterEvents(events(1...3), after: 0) == 3)
        #expect(try file.appendRegisterEvents(events(4...4), after: 3) == 4)
        let back = try ProjectFile.open(path).registerEvents()
        #expect(back.map(\.number) == [1, 2, 3, 4])
        #expect(back.map(\.event) == events(1...4).map(\.event))
        #expect(back.allSatisfy { $0.kind == "set" && $0.version == 1 })
        #expect(try file.registerEvents(after: 3).map(\.number) == [4])
        #expect(try file.isIntact())
    }

    @Test func anOlderFileOpensAndKeepsWhatItHeld() throws {
        try olderFile()
        let read = try ProjectFile.open(path)
        #expect(try read.registerEvents().isEmpty)
        #expect(try read.imports().map(\.name) == ["old"])
        let written = try ProjectFile.openOrCreate(path)
        try written.appendRegisterEvents(events(1...2), after: 0)
        #expect(try ProjectFile.open(path).imports().map(\.name) == ["old"])
        #expect(try ProjectFile.open(path).registerEvents().count == 2)
        #expect(try written.isIntact())
    }

    @Test func whoComesSecondIsToldAndWritesNothing() throws {
        let first = try ProjectFile.openOrCreate(path)
        let second = try ProjectFile.openOrCreate(path)
        try first.appendRegisterEvents(events(1...2), after: 0)
        #expect(throws: ProjectFileError.registerHasGrown(path: path, expected: 0, found: 2)) {
            try second.appendRegisterEvents(events(3...3), after: 0)
        }
        #expect(try second.registerEvents().count == 2)
        try second.appendRegisterEvents(events(3...3), after: 2)
        #expect(try first.registerEvents().count == 3)
    }

    @Test func theFileItselfRefusesToForget() throws {
        let file = try ProjectFile.openOrCreate(path)
        try file.appendRegisterEvents(events(1...2), after: 0)
        for statement in ["DELETE FROM registerEvent", "UPDATE registerEvent SET event = ''"] {
            #expect(throws: ProjectFileError.self) {
                try file.writing { db in try db.execute(sql: statement) }
            }
        }
        #expect(try file.registerEvents().map(\.event) == events(1...2).map(\.event))
    }

    @Test func allOfAnAdditionOrNothing() throws {
        let file = try ProjectFile.openOrCreate(path)
        try file.appendRegisterEvents(events(1...2), after: 0)
        // A disk that is full half way through an addition.
        try file.writing { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        let large = String(repeating: "x", count: 6000)
        let many = (1...20).map { (kind: "set", version: 1, event: "\"\(large)\($0)\"") }
        let error = #expect(throws: ProjectFileError.self) {
            try file.appendRegisterEvents(many, after: 2)
        }
        #expect(error?.description.contains("nothing was changed") == true)
        let again = try ProjectFile.openOrCreate(path)
        #expect(try again.registerEvents().map(\.number) == [1, 2])
        #expect(try again.isIntact())
        #expect(try again.appendRegisterEvents(many, after: 2) == 22)
    }

    /// A copy of the file and its journal at the moment before the commit is what a killed program leaves.
    @Test func aProgramKilledWhileWritingLosesNothingThatWasAcknowledged() throws {
        let file = try ProjectFile.openOrCreate(path)
        try file.appendRegisterEvents(events(1...2), after: 0)
        let copy = folder.appendingPathComponent("copy.mengpaneel").path
        let text = String(repeating: "x", count: 9000)
        try file.writing { db in
            try db.execute(sql: "PRAGMA cache_size = 1")
            for number in 3...40 {
                try db.execute(
                    sql: "INSERT INTO registerEvent (number, kind, version, event) VALUES (?, 'set', 1, ?)",
                    arguments: [number, text])
            }
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            try FileManager.default.copyItem(atPath: path + "-journal", toPath: copy + "-journal")
        }
        #expect(try file.registerEvents().count == 40)
        let left = try ProjectFile.openOrCreate(copy)
        #expect(try left.registerEvents().map(\.event) == events(1...2).map(\.event))
        #expect(try left.isIntact())
    }
}

import Foundation
import GRDB
import ProjectFile
import Testing

/// A writer that is killed in the middle leaves its journal beside the file.
@Suite struct InterruptedWriteTests {
    /// A project with one change to the register, as it lies on the disk while a second writer has half written its own.
    func interrupted() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mengpaneel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("live.mengpaneel").path
        try ProjectFile.openOrCreate(path).appendRegisterEvents(
            [(kind: "set", version: 1, event: "{}")], after: 0)
        let copy = folder.appendingPathComponent("killed.mengpaneel").path
        try DatabaseQueue(path: path).writeWithoutTransaction { db in
            // A cache of one page: changed pages go to the file before the transaction ends.
            try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE half (text TEXT)")
            for _ in 0..<500 {
                try db.execute(
                    sql: "INSERT INTO half VALUES (?)", arguments: [String(repeating: "x", count: 900)])
            }
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
            }
            try db.execute(sql: "ROLLBACK")
        }
        return copy
    }

    @Test func aReaderSeesWhatWasAcknowledgedAndNothingMore() throws {
        let file = try ProjectFile.open(interrupted())
        #expect(try file.registerEvents().count == 1)
        #expect(try file.isIntact())
    }

    @Test func theNextWriterGoesOnWhereTheLastOneEnded() throws {
        let path = try interrupted()
        let file = try ProjectFile.openOrCreate(path)
        #expect(try file.appendRegisterEvents([(kind: "set", version: 1, event: "{}")], after: 1) == 2)
        #expect(try ProjectFile.open(path).registerEvents().map(\.number) == [1, 2])
    }
}

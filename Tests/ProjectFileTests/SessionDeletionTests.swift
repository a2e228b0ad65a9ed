import Foundation
import GRDB
import Testing

@testable import ProjectFile

/// What is deleted is gone from the bytes, not only from the list.
@Suite final class SessionDeletionTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Whether any file beside the project, or the project itself, holds a text.
    private func isFound(_ text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains {
            try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil
        }
    }

    private func fill(_ file: ProjectFile, _ code: String, _ words: String) throws -> Int {
        let session = try file.addSession(code: code, title: "Titel van \(words)", made: 5)
        for start in stride(from: 0, to: 300, by: 50) {
            let entries = (start..<(start + 50)).map {
                StoredSessionEntry(id: "\(words)-\($0)", version: 1, entry: "{\"tekst\":\"\(words) \($0)\"}")
            }
            try file.appendSessionEntries(entries, to: session, after: start)
        }
        return session
    }

    @Test(arguments: ["delete", "wal"]) func aDeletedSessionIsNotInTheBytesAndTheOtherIsWhole(mode: String)
        throws
    {
        let file = try ProjectFile.openOrCreate(path)
        try file.database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = \(mode)")
        }
        let gone = try fill(file, "WEGWEG", "paarse olifant")
        let stays = try fill(file, "BLIJFT", "groene giraf")
        #expect(try isFound("paarse olifant 299"))
        #expect(try file.deleteSession(gone) == SessionDeletion(entries: 300, isCompact: true))
        for text in ["paarse olifant", "WEGWEG"] { #expect(try !isFound(text)) }
        #expect(try file.sessions().map(\.code) == ["BLIJFT"])
        #expect(try file.sessionEntries(stays).count == 300)
        #expect(try file.isIntact())
    }

    @Test func whatAnEarlierProgramDeletedWithoutCareGoesToo() throws {
        let file = try ProjectFile.openOrCreate(path)
        let careless = try fill(file, "SLORDIG", "gele neushoorn")
        let last = try fill(file, "LAATST", "rode panda")
        try file.writing { db in
            try db.execute(sql: "PRAGMA secure_delete = OFF")
            try db.execute(sql: "DELETE FROM session WHERE number = ?", arguments: [careless])
        }
        try file.deleteSession(last)
        for text in ["gele neushoorn", "rode panda"] { #expect(try !isFound(text)) }
    }
}

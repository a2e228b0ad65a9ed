import Foundation
import GRDB

extension ProjectFile {
    /// Writes a consistent copy of the project with one session only, whose entries are these instead of its own.
    ///
    /// The copy is made by SQLite while others may write, and is written anew at the end: nothing of what was left out
    /// stays behind in it.
    ///
    /// - Throws: ``ProjectFileError``, also when there is no session with this number.
    public func copy(to path: String, session number: Int, entries: [StoredSessionEntry]) throws {
        for leftover in [path, path + "-journal"] { try? FileManager.default.removeItem(atPath: leftover) }
        guard try sessions().contains(where: { $0.number == number }) else {
            throw ProjectFileError.storage(path: self.path, detail: "there is no session \(number)")
        }
        do {
            let queue = try DatabaseQueue(path: path)
            try database.backup(to: queue)
            try queue.close()
            let copy = try ProjectFile.openOrCreate(path)
            try copy.writing { db in
                try db.execute(sql: "DELETE FROM session WHERE number <> ?", arguments: [number])
                try db.execute(sql: "DELETE FROM sessionEntry")
            }
            try copy.appendSessionEntries(entries, to: number, after: 0)
            try copy.database.vacuum()
            try copy.database.close()
        } catch let error as DatabaseError {
            throw Self.explain(error, path: path)
        }
    }
}

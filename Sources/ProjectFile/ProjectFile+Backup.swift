import Foundation
import GRDB

extension ProjectFile {
    /// Writes a copy of the whole project, as it stood at one moment, to a file that is not there yet.
    ///
    /// SQLite makes the copy while others may write: everything that was acknowledged before this began is in it, and
    /// nothing of a write that is half done. The copy is then read from its first page to its last.
    ///
    /// - Throws: ``ProjectFileError``: ``ProjectFileError/damaged(path:)`` when the project itself is not whole; what was
    ///   written is then to be thrown away.
    public func backUp(to path: String) throws {
        do {
            let copy = try DatabaseQueue(path: path)
            try database.backup(to: copy)
            try copy.close()
        } catch let error as DatabaseError {
            throw Self.explain(error, path: path)
        }
        guard try ProjectFile.open(path).isIntact() else { throw ProjectFileError.damaged(path: self.path) }
    }
}

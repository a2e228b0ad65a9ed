import Foundation
import ProjectFile

/// Writing to a project that may not be there yet: a new one is put in its place when it is whole, so that a full disk or
/// a refusal leaves none behind.
enum NewProject {
    /// Opens the project at `path`, or makes it, and calls `body`.
    static func writing<Result>(_ path: String, _ body: (ProjectFile) throws -> Result) throws -> Result {
        guard !FileManager.default.fileExists(atPath: path) else {
            return try body(ProjectFile.openOrCreate(path))
        }
        var result: Result?
        // Two programs that make the same project at once each write aside; the second finds the name taken.
        let mark = ".\(ProcessInfo.processInfo.processIdentifier).part"
        do {
            try WholeFile.write(path, mark: mark, replacing: false) {
                result = try body(ProjectFile.openOrCreate($0))
            }
        } catch ProjectFileError.storage(_, let detail) {
            // The person knows the file by the name that they gave.
            throw ProjectFileError.storage(path: path, detail: detail)
        }
        guard let result else { throw UserError("\(path): nothing was written.") }
        return result
    }
}

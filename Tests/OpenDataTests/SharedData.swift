import Foundation
import OpenData

/// The real files that stand beside the repository; tests that need them are skipped where they are absent.
enum SharedData {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Each preset is read once for all tests of it.
    private static let readings = Readings()

    private actor Readings {
        var tasks: [String: Task<ImportResult, any Error>] = [:]

        func result(of name: String) async throws -> ImportResult {
            let task = tasks[name] ?? Task { try await importer().read(preset: name, folder: folder.path) }
            tasks[name] = task
            return try await task.value
        }
    }

    static func preset(_ name: String) async throws -> ImportResult {
        try await readings.result(of: name)
    }

    static func importer() throws -> Importer { Importer(reader: try TableReader()) }
}

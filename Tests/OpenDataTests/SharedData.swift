import Foundation
import OpenData

/// The real files that stand beside the repository; tests that need them are skipped where they are absent.
enum SharedData {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static func importer() throws -> Importer { Importer(reader: try TableReader()) }
}

import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A program of this machine that does one thing for a report.
enum OutsideProgram {
    /// The first program with one of these names on the path, or at one of these places.
    static func find(_ names: [String], else places: [String] = []) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
            String.init)
        let all = names.flatMap { name in folders.map { $0 + "/" + name } } + places
        return all.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end, or stops it when it takes too long.
    ///
    /// - Parameter failure: the error for what went wrong, in a few words.
    static func run(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], folder: String? = nil,
        patience: Duration, failure: @escaping @Sendable (String) -> WorkbenchError
    ) async throws {
        let changes = Dictionary(
            uniqueKeysWithValues: environment.compactMap { name, value in
                Environment.Key(rawValue: name).map { ($0, String?.some(value)) }
            })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let outcome = try await Subprocess.run(
                    .path(FilePath(program)), arguments: Arguments(arguments),
                    environment: .inherit.updating(changes), workingDirectory: folder.map { FilePath($0) },
                    output: .discarded, error: .discarded)
                guard outcome.terminationStatus.isSuccess else {
                    throw failure("\(outcome.terminationStatus)")
                }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw failure("it took more than \(patience.components.seconds) seconds")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Calls `body` with a folder of its own, which is gone afterwards.
    static func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mengpaneel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}

import Foundation

/// The built program, run as a user would.
enum Program {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        /// The lines on standard error that are no usage hint: what the user is told.
        var complaint: [String] {
            errors.split(separator: "\n").map(String.init).filter {
                !$0.hasPrefix("Usage:") && !$0.hasPrefix("  See ") && !$0.isEmpty
            }
        }
    }

    /// The folder of the built products: the test bundle lies in it, on macOS a few folders deeper.
    static var folder: URL {
        var url = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
            .deletingLastPathComponent()
        for _ in 0..<5 {
            if FileManager.default.isExecutableFile(atPath: url.appendingPathComponent("mengpaneel").path) {
                return url
            }
            url.deleteLastPathComponent()
        }
        // swift-testing's helper lies with the toolchain; the bundle's path is among its arguments.
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent()
    }

    static func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = folder.appendingPathComponent("mengpaneel")
        process.arguments = arguments
        var all = ProcessInfo.processInfo.environment
        all["LANG"] = "C"
        all["LC_ALL"] = nil
        process.environment = all.merging(environment) { $1 }
        return process
    }

    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = process(arguments, environment: environment)
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: a full pipe would stop the program.
        let output = folder.appendingPathComponent("out")
        let errors = folder.appendingPathComponent("err")
        for url in [output, errors] { FileManager.default.createFile(atPath: url.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    static func temporaryFolder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "mengpaneel-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}

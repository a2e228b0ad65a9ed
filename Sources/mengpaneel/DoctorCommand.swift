import ArgumentParser
import Foundation
import Neighbourhoods
import ProjectFile

/// `mengpaneel doctor`: what this machine has, and what is missing for which task.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check what this machine has and what is missing for which task.",
        discussion: """
            EXAMPLES
              mengpaneel doctor
              mengpaneel doctor stad.mengpaneel
            """)

    @Argument(help: "A project file to check as well.")
    var project: String?

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func run() async throws {
        var checks = [version, reader, browser, memory]
        if let project { checks += Self.check(project) }
        DataTable(
            columns: ["check", "state", "detail"],
            rows: checks.map { [.text($0.name), .text($0.state.rawValue), .text($0.detail)] }
        ).write(as: format)
        if checks.contains(where: { $0.state == .broken }) { throw ExitCode.failure }
    }

    private enum State: String { case good, absent, broken }
    private typealias Check = (name: String, state: State, detail: String)

    private var version: Check { ("program", .good, "mengpaneel \(Version.text)") }

    private var reader: Check {
        guard let path = Programs.reader else {
            return (
                "mengpaneel-read", .broken,
                "not found beside this program; `import` cannot read files. Build it with script/server, or set MENGPANEEL_READ."
            )
        }
        return ("mengpaneel-read", .good, path)
    }

    private var browser: Check {
        Programs.browser.map { ("Chromium", .good, $0) }
            ?? (
                "Chromium", .absent,
                "not found; `report` writes HTML but no PDF. Print the page from a browser, or install Chromium."
            )
    }

    private var memory: Check {
        (
            "memory", .good,
            "\(ProcessInfo.processInfo.physicalMemory >> 30) GB, \(ProcessInfo.processInfo.activeProcessorCount) processors"
        )
    }

    private static func check(_ path: String) -> [Check] {
        do {
            let file = try ProjectFile.open(path)
            let imports = try file.imports()
            let towns = try file.municipalities()
            return [
                ("project", .good, path),
                ("integrity", try file.isIntact() ? .good : .broken, "every page of the file was read"),
                ("imports", imports.isEmpty ? .absent : .good, imports.map(\.name).joined(separator: "; ")),
                (
                    "municipalities", towns.isEmpty ? .absent : .good,
                    towns.count > 5
                        ? "\(towns.count)" : towns.map(\.title).joined(separator: ", ")
                ),
            ]
        } catch {
            return [("project", .broken, "\(error)")]
        }
    }
}

/// Other programs that this one can use, where they are found.
enum Programs {
    /// The reader of foreign files: named by the environment, or beside this program.
    static var reader: String? {
        let environment = ProcessInfo.processInfo.environment["MENGPANEEL_READ"]
        return ([environment] + [folder.map { $0 + "/mengpaneel-read" }]).compactMap { $0 }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// A Chromium, for PDF.
    static var browser: String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        let found = names.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
        let bundled = [
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        ]
        return (found + bundled).first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static var folder: String? {
        Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
    }
}

import ArgumentParser
import Foundation

/// `mengpaneel doctor`: what this machine has, and what is missing for which task.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check what this machine has and what is missing for which task.",
        discussion: """
            A check is good; absent, when something cannot be done here (the line says what, and how to install it);
            attention, when somebody should look at it; or broken. The exit status is 0 unless something is broken that
            the given project needs: reading a project needs no PDF. Nothing is written to the project.

            EXAMPLES
              mengpaneel doctor
              mengpaneel doctor stad.mengpaneel
              mengpaneel doctor stad.mengpaneel --port 8080 --format json
            """)

    @Argument(help: "A project file to check as well.")
    var project: String?

    @Option(help: "The port that `serve` is to use.")
    var port = 8080

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func validate() throws {
        guard (1...65535).contains(port) else {
            throw ValidationError("--port is a number from 1 to 65535, not \(port).")
        }
    }

    func run() async throws {
        let machine = await MachineChecks.all(port: port)
        let own = project.map { ProjectChecks(path: $0).all } ?? []
        DataTable(
            columns: ["check", "state", "detail"],
            rows: (machine + own).map { [.text($0.name), .text($0.state.rawValue), .text($0.detail)] }
        ).write(as: format)
        if own.contains(where: { $0.state == .broken }) { throw ExitCode.failure }
    }
}

/// One line of `mengpaneel doctor`.
struct Check {
    /// How it stands with what was looked at.
    enum State: String {
        /// In order.
        case good
        /// Not there: something cannot be done, the rest can.
        case absent
        /// Works now, and somebody should look at it.
        case attention
        /// Does not work.
        case broken
    }

    var name: String
    var state: State
    var detail: String

    init(_ name: String, _ state: State, _ detail: String) {
        (self.name, self.state, self.detail) = (name, state, detail)
    }
}

/// Other programs that this one can use, where they are found.
enum Programs {
    /// A Chromium, for PDF.
    static var browser: String? {
        find(
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            else: [
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ])
    }

    /// The first program with one of these names on the path, or at one of these places.
    static func find(_ names: [String], else places: [String] = []) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let found = names.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
        return (found + places).first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

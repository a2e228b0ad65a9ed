import ArgumentParser
import Logging
import ProjectFile
import Workbench

/// `mengpaneel serve`: the workbench in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Open the workbench on a project, in the browser.",
        discussion: """
            The pages are for this machine only unless --host says otherwise: they have no accounts.

            EXAMPLES
              mengpaneel serve demo.mengpaneel
              mengpaneel serve stad.mengpaneel --port 9000
              mengpaneel serve stad.mengpaneel --public-address https://mengpaneel.mengstede.example
            """)

    @Argument(help: "The project file.")
    var project: String

    @Option(help: "The port; 0 takes any free one.")
    var port = 8080

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(
        help:
            "Where others find this server, such as https://mengpaneel.mengstede.example behind a proxy; it stands on the projector, in its square and in links."
    )
    var publicAddress: String?

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("--port is a number from 0 to 65535, not \(port).")
        }
    }

    func run() async throws {
        let address = try publicAddress.map(Self.address)
        let studio = try StudioLoader.studio(project)
        let shown = host.contains(":") ? "[\(host)]" : host
        var logger = Logger(label: "mengpaneel")
        logger.logLevel = .warning
        let (rooms, lock) = try SessionRooms.all(of: project)
        for line in try SessionDates.overdue(in: project) { Terminal.say(line) }
        let runs = rooms.isEmpty ? [] : try SessionReports.runs(in: ProjectFile.open(project))
        let server = WorkbenchServer(
            studio: studio, host: host, port: port, publicAddress: address, rooms: rooms, runs: runs,
            program: SessionReports.program, connections: OpenFiles.raise(), logger: logger
        ) { port in
            Terminal.say("\(studio.title): http://\(shown):\(port)/  (stop with Ctrl-C)")
            if !Self.isLoopback(host) {
                Terminal.say(
                    "Other machines can read along: this is plain HTTP. Use it on a network of your own, or behind a proxy with TLS."
                )
            }
            let link = address?.link ?? "http://\(shown):\(port)"
            for room in rooms { Terminal.say("session \(room.code): \(link)/s/\(room.code)") }
        }
        // Held for as long as people can vote.
        defer { withExtendedLifetime(lock) {} }
        try await server.run()
    }

    private static func address(_ text: String) throws -> ServerAddress {
        do {
            return try ServerAddress(text)
        } catch {
            throw UserError("--public-address: \(error.description)")
        }
    }

    private static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
import NIOHTTPCompression
import NIOHTTPTypesHTTP1

/// Serves the pages of a ``Studio`` over HTTP until it is told to stop.
///
/// It listens on the loopback address unless told otherwise: the pages have no accounts, so other machines come in
/// only when somebody chose that.
public struct WorkbenchServer: Sendable {
    /// What is served.
    public let studio: Studio
    /// The address to listen on.
    public let host: String
    /// The port to listen on; 0 takes any free one.
    public let port: Int
    /// Where others find it, such as behind a proxy; nil for where the browser found it.
    private let publicAddress: ServerAddress?
    private let rooms: [SessionRoom]
    private let reports: VerslagDesk
    /// How long a request may take to come in.
    var patience = Self.patience
    /// The guard of seats and keys; tests give one whose clock stands still.
    var gate = SessionGate()
    private let connections: Int
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// Makes a server; nothing happens before ``run()``.
    ///
    /// - Parameters:
    ///   - studio: what is served.
    ///   - host: the address to listen on.
    ///   - port: the port; 0 takes any free one.
    ///   - publicAddress: where others find it, such as behind a proxy; nil for where the browser found it.
    ///   - rooms: the live sessions.
    ///   - runs: the simulations that the project keeps, for reports of sessions.
    ///   - program: the name and version of the program, for reports of sessions.
    ///   - connections: how many may be open at once; later ones wait until one is closed.
    ///   - logger: where requests that fail are told.
    ///   - onListening: called once with the port, as soon as the server answers.
    public init(
        studio: Studio, host: String = "127.0.0.1", port: Int = 8080,
        publicAddress: ServerAddress? = nil, rooms: [SessionRoom] = [],
        runs: [VerslagRun] = [], program: String = "Mengpaneel",
        connections: Int = 8_192,
        logger: Logger = Logger(label: "mengpaneel.workbench"),
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.studio = studio
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.rooms = rooms
        reports = VerslagDesk(studio: studio, runs: runs, program: program, address: publicAddress)
        self.connections = connections
        self.logger = logger
        self.onListening = onListening
    }

    /// Twice what a form of the chair takes over the slowest network of telephones.
    static let patience = TimeAmount.seconds(30)

    /// Serves until the process gets SIGINT or SIGTERM; answers that are under way are finished.
    ///
    /// - Throws: ``WorkbenchError/cannotListen(host:port:reason:)`` when the port is taken or not allowed.
    public func run() async throws {
        do {
            try await application.runService()
        } catch let error as IOError {
            throw WorkbenchError.cannotListen(host: host, port: port, reason: .init(errno: error.errnoCode))
        }
    }

    /// The server as Hummingbird knows it, for tests and for services that run beside it.
    var application: some ApplicationProtocol {
        Application(
            router: Self.router(
                for: PageMaker(studio: studio), rooms: rooms, reports: reports, gate: gate,
                address: publicAddress, logger: logger),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: Self.handlers(patience), idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: .maximum(connections, logger: logger)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onListening(port) }
            },
            logger: logger)
    }

    /// SwiftNIO's compressor speaks HTTP/1 messages, Hummingbird the shared HTTP types: a codec on either side.
    @Sendable private static func handlers(_ patience: TimeAmount) -> [any RemovableChannelHandler] {
        [
            ReaderPresence(), RequestDeadline(patience: patience), HTTPToHTTP1ServerCodec(),
            HTTPResponseCompressor(), HTTP1ToHTTPServerCodec(secure: false), UnaskedAnswers(),
        ]
    }
}

import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A request as the local server saw it.
struct SeenRequest: Sendable {
    let target: String
    let headers: [String: String]

    /// The target without percent encoding.
    var plain: String { target.removingPercentEncoding ?? target }
}

/// What the local server answers.
struct Reply: Sendable {
    var status = 200
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    /// Announce the whole body, send this many bytes of it and cut the connection.
    var cutAfter: Int?
    /// Where the body is cut: fall silent in place of closing.
    var fallsSilent = false

    static func json(_ text: String, _ headers: [(String, String)] = []) -> Reply {
        Reply(headers: [("content-type", "application/json")] + headers, body: Array(text.utf8))
    }

    static func status(_ status: Int, _ headers: [(String, String)] = [], _ text: String = "") -> Reply {
        Reply(status: status, headers: headers, body: Array(text.utf8))
    }
}

/// An HTTP server on 127.0.0.1 with a port of the system's choice. It speaks what a test tells it to, and can cut
/// a connection in the middle of a page.
final class LocalServer: Sendable {
    typealias Answer = @Sendable (SeenRequest, _ earlier: Int) -> Reply

    private let channel: any Channel
    private let log: Log

    final class Log: Sendable {
        private let seen = Mutex<[SeenRequest]>([])
        var requests: [SeenRequest] { seen.withLock { $0 } }
        /// Adds a request and tells how often its target was asked before.
        func add(_ request: SeenRequest) -> Int {
            seen.withLock { list in
                list.append(request)
                return list.filter { $0.target == request.target }.count - 1
            }
        }
        func clear() { seen.withLock { $0 = [] } }
    }

    private init(channel: any Channel, log: Log) {
        self.channel = channel
        self.log = log
    }

    /// Runs `body` with a server that answers by `answer`, and stops the server.
    static func run<T>(
        _ answer: @escaping Answer, _ body: (LocalServer) async throws -> T
    ) async throws -> T {
        let log = Log()
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Responder(log: log, answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = LocalServer(channel: channel, log: log)
        let result: Result<T, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        try await channel.close()
        return try result.get()
    }

    /// The address of the server, without a slash at the end.
    var base: String { "http://127.0.0.1:\(channel.localAddress?.port ?? 0)" }
    var url: URL { URL(string: base) ?? URL(fileURLWithPath: "/") }
    var requests: [SeenRequest] { log.requests }
    var targets: [String] { log.requests.map(\.target) }
    func forget() { log.clear() }

    private final class Responder: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        let log: Log
        let answer: Answer
        var head: HTTPRequestHead?

        init(log: Log, answer: @escaping Answer) {
            self.log = log
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): self.head = head
            case .body: break
            case .end:
                guard let head else { return }
                let pairs = head.headers.map { ($0.name.lowercased(), $0.value) }
                let request = SeenRequest(
                    target: head.uri, headers: Dictionary(pairs, uniquingKeysWith: { $1 }))
                send(answer(request, log.add(request)), context: context)
            }
        }

        func send(_ reply: Reply, context: ChannelHandlerContext) {
            var headers = HTTPHeaders(reply.headers)
            if reply.status != 304 {
                headers.replaceOrAdd(name: "content-length", value: "\(reply.body.count)")
            }
            let head = HTTPResponseHead(
                version: .http1_1, status: .init(statusCode: reply.status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let bytes = reply.body.prefix(reply.cutAfter ?? reply.body.count)
            context.writeAndFlush(
                wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
            if reply.cutAfter == nil {
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            } else if !reply.fallsSilent {
                context.close(promise: nil)
            }
        }
    }
}

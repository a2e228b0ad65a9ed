import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing
import WorkingGroup

@testable import Workbench

/// A live session without a network: its room, and a way to send forms to it.
struct SessionEvening {
    /// Keeps entries in memory.
    actor Memory: SessionStore {
        func append(_ entries: [SessionEntry], after known: Int) async throws {}
    }

    /// An answer, read whole.
    struct Answer {
        var status: Int
        var body: String
        var headers: HTTPFields
        var cookie: String? {
            headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        }
    }

    static let code = "KWLM42"
    static let chairKey = "SLEUTELVANDEVOORZITTERXX"
    let room = SessionRoom(code: code, log: SessionLog(), store: Memory(), clock: { 1_000 })

    /// Opens the session, with `events` of the chair after it.
    init(_ events: [SessionEvent] = []) async throws {
        let opening: [SessionEvent] = [
            .sessionOpened(title: "Groep 2", conference: nil, groupNumber: nil, date: "", place: ""),
            .chairKeySet(hash: SessionCode.hash(Self.chairKey)), .seatOpened(seat: "PLAATSTWAALF"),
        ]
        for event in opening + events { try await chair(event) }
    }

    func chair(_ event: SessionEvent) async throws {
        try await room.submit(id: SessionCode.key(), author: .chair, event)
    }

    func step(_ kind: RunStep.Kind) async throws {
        let number = await room.state.steps.count + 1
        try await chair(
            .stepAdded(
                step: RunStep(number: number, kind: kind, title: "Stap", purpose: "Doel.", minutes: 5),
                at: number))
        try await chair(.stepStarted(step: number))
    }

    /// Does `body` with a client of a server that has this session.
    func visit(
        // A clock that stands still: how long a test takes on a busy machine must not matter.
        gate: SessionGate = SessionGate(throttle: SessionThrottle(clock: { 0 })),
        _ body: @escaping @Sendable (Visitor) async throws -> Void
    ) async throws {
        var server = WorkbenchServer(
            studio: SmallTown.studio(), port: 0, rooms: [room], logger: Logger(label: "test"))
        server.gate = gate
        try await server.application.test(.router) { client in
            try await body(Visitor(client: client))
        }
    }

    struct Visitor: Sendable {
        let client: any TestClientProtocol

        func send(
            _ method: HTTPRequest.Method = .post, _ path: String = "/s/\(SessionEvening.code)",
            _ fields: [(String, String)] = [], cookie: String? = nil, isQuiet: Bool = true,
            site: String? = nil
        ) async throws -> Answer {
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            if let cookie { headers[.cookie] = cookie }
            if isQuiet { headers[.accept] = "application/json" }
            if let site, let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = site }
            let body = QueryString.text(of: fields.map { QueryString.Item($0, $1) })
            return try await client.execute(
                uri: path, method: method, headers: headers,
                body: method == .post ? ByteBuffer(string: body) : nil
            ) { answer in
                Answer(
                    status: answer.status.code, body: String(buffer: answer.body), headers: answer.headers)
            }
        }

        /// Joins and returns the cookie of the seat.
        func join(_ fields: [(String, String)] = []) async throws -> String {
            let answer = try await send(.post, fields: [("doe", "meedoen")] + fields)
            return try #require(answer.cookie, "\(answer.status) \(answer.body)")
        }

        func send(
            _ method: HTTPRequest.Method, fields: [(String, String)], cookie: String? = nil
        ) async throws -> Answer {
            try await send(method, "/s/\(SessionEvening.code)", fields, cookie: cookie)
        }

        func page(_ query: String = "", cookie: String) async throws -> String {
            try await send(.get, "/s/\(SessionEvening.code)\(query)", cookie: cookie).body
        }
    }
}

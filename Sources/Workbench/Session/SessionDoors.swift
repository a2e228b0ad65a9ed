import HTTPTypes
import Hummingbird

/// The live sessions with what every page of them needs: who may come in, where others find the server, and the figures.
struct SessionDoors: Sendable {
    private let rooms: [String: SessionRoom]
    let gate: SessionGate
    private let publicAddress: ServerAddress?
    let figures: LocalFigures?

    init(
        _ rooms: [SessionRoom], gate: SessionGate, address: ServerAddress? = nil,
        figures: LocalFigures? = nil
    ) {
        self.rooms = Dictionary(rooms.map { ($0.code, $0) }) { first, _ in first }
        self.gate = gate
        publicAddress = address
        self.figures = figures
    }

    /// All sessions, in the order of their codes.
    var all: [SessionRoom] { rooms.values.sorted { $0.code < $1.code } }

    /// The session of an address and what is asked of it; a code that does not exist was guessed and costs.
    func enter(
        _ request: Request, _ context: WorkbenchContext, largest: Int = SessionRequest.largest
    ) async throws -> (SessionRoom, SessionRequest) {
        let code = try context.parameters.require("code").uppercased()
        guard let room = rooms[code] else {
            try await gate.wrong(context.peer)
            throw HTTPError(.notFound)
        }
        return (room, try await SessionRequest(request, code: code, largest: largest))
    }

    /// Where others find the server: as was told when it started, else where the browser found it; phones find it there
    /// too.
    func address(of request: Request) -> ServerAddress {
        publicAddress ?? ServerAddress(host: request.head.authority ?? "mengpaneel.local")
    }
}

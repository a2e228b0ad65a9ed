import Perspectives
import WorkingGroup

/// What the forms of a session come to: events, by the word in the field "doe".
struct SessionActions: Sendable {
    let room: SessionRoom
    let request: SessionRequest

    /// The identity of what is sent, within the seat that sends it: nobody can use up the identities of another. Forms
    /// without a script are never sent twice by themselves.
    var id: String {
        let own =
            request.fields["id"].flatMap { $0.isEmpty ? nil : String($0.prefix(64)) } ?? SessionCode.key()
        return "\(request.seat ?? "voorzitter"):\(own)"
    }

    /// Somebody joins.
    /// - Returns: the code of the seat, to be kept by the browser.
    func join() async throws -> String {
        let state = await room.state
        if let seat = request.seat, state.seats[seat]?.isTaken == true { return seat }
        let kind = Self.kind(request.fields["soort"] ?? "")
        // A seat that was made ready is taken by its code; otherwise one is opened.
        var seat = (request.fields["plaats"] ?? "").uppercased()
        if seat.isEmpty {
            seat = SessionCode.seat()
            try await room.submit(id: SessionCode.key(), author: .system, .seatOpened(seat: seat))
        }
        try await room.submit(id: id, author: .seat(code: seat), .seatTaken(kind: kind))
        return seat
    }

    private static func kind(_ word: String) -> ParticipantKind? {
        switch word {
        case "uitvoerend": .practitioner
        case "beleid": .policyMaker
        case "wetenschap": .scientist
        case "bewoner": .other(name: "bewoner")
        default: nil
        }
    }

    /// What somebody in a seat does.
    func participate() async throws {
        guard let seat = request.seat else { throw SessionError.noSuchSeat }
        guard let event = participantEvent else {
            throw SessionError.value(
                what: "doe", found: request.fields["doe"] ?? "", expected: "stem, schrijf or vraag")
        }
        try await room.submit(id: id, author: .seat(code: seat), event)
    }

    private var participantEvent: SessionEvent? {
        let text = request.fields["tekst"] ?? ""
        switch request.fields["doe"] {
        case "stem":
            guard let statement = request.number("stelling") else { return nil }
            if request.fields["stem"] == "weg" { return .voteWithdrawn(statement: statement) }
            guard
                let vote = request.number("stem").flatMap({ Int8(exactly: $0) }).flatMap(Vote.init(rawValue:))
            else { return nil }
            return .voteCast(statement: statement, vote: vote)
        case "schrijf": return .statementProposed(text: text, source: .participant, claims: [])
        case "vraag": return .questionRaised(text: text, theme: request.number("thema"))
        case "instemmen": return request.number("stelling").map { .mergeAccepted(statement: $0) }
        default: return nil
        }
    }
}

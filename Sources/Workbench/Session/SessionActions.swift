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

    /// What the chair does.
    func chair() async throws {
        if request.fields["doe"] == "terug" {
            guard let last = await room.lastUndoable else { throw SessionError.cannotUndo(entry: 0) }
            return try await room.submit(id: id, author: .chair, .undone(entry: last))
        }
        guard let event = await chairEvent else {
            throw SessionError.value(
                what: "doe", found: request.fields["doe"] ?? "", expected: "one of the buttons")
        }
        try await room.submit(id: id, author: .chair, event)
    }

    private var chairEvent: SessionEvent? {
        get async {
            let number = request.number("nummer")
            let text = request.fields["tekst"] ?? ""
            switch request.fields["doe"] {
            case "stap": return number.map { .stepStarted(step: $0) }
            case "tijd": return .timeAdded(minutes: request.number("minuten") ?? 5)
            case "stelling": return .statementProposed(text: text, source: .prepared, claims: [])
            case "toelaten":
                return number.map { .statementModerated(statement: $0, moderation: .accepted, reason: "") }
            case "afwijzen":
                return number.map { .statementModerated(statement: $0, moderation: .rejected, reason: text) }
            case "verander": return number.map { .statementEdited(statement: $0, text: text) }
            case "samen":
                guard let number, let into = request.number("met") else { return nil }
                return .mergeProposed(statement: number, into: into)
            case "stemmen": return .votingOpened(round: number ?? 1)
            case "dicht": return .votingClosed
            case "toon": return .resultsShown(round: number ?? 1)
            case "papier":
                guard let ballot = request.number("biljet"), let number,
                    let vote = request.number("stem").flatMap({ Int8(exactly: $0) }).flatMap(
                        Vote.init(rawValue:))
                else { return nil }
                return .paperVoteEntered(ballot: ballot, statement: number, vote: vote)
            case "scherm": return screen.map { .screenShown(screen: $0) }
            case "sluiten": return .sessionClosed
            default: return nil
            }
        }
    }

    private var screen: RoomScreen? {
        switch request.fields["beeld"] {
        case "wacht": .waiting
        case "code": .joining
        case "stap": .step
        case "uitslag": .results
        case "zwart": .black
        case "stelling": request.number("nummer").map { .statement(number: $0) }
        default: nil
        }
    }
}

import Perspectives
import WorkingGroup

/// What the forms of a session come to: events, by the word in the field "doe".
struct SessionActions: Sendable {
    let room: SessionRoom
    let request: SessionRequest
    /// What the local data offer for targets and estates.
    var figures: LocalFigures?

    /// The identity of what is sent, within the seat that sends it: nobody can use up the identities of another. Forms
    /// without a script are never sent twice by themselves.
    var id: String {
        let own =
            request.fields["id"].flatMap { $0.isEmpty ? nil : String($0.prefix(64)) } ?? SessionCode.key()
        return "\(request.seat ?? "voorzitter"):\(own)"
    }

}

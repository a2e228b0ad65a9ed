import HTTPTypes
import Hummingbird
import WorkingGroup

/// Stands before every form and every page with a key: right keys always pass, wrong ones cost.
///
/// Who holds the right key of a seat or of the chair is never kept out by somebody who guesses, also not when both come
/// from one address. Guessing a seat by its code is another matter: there the tries are counted before the code is
/// looked at.
struct SessionGate: Sendable {
    let throttle: SessionThrottle

    init(throttle: SessionThrottle = SessionThrottle()) { self.throttle = throttle }

    /// A form of a phone: may it be looked at?
    /// - Throws: ``SessionRefusal``.
    func admit(_ request: SessionRequest, _ room: SessionRoom, peer: String?) async throws {
        guard !request.isForeign else { throw SessionRefusal.foreign }
        let state = await room.state
        let who = PeerAddress.subscriber(peer)
        guard request.fields["doe"] == "meedoen" else {
            guard let seat = request.seat, isKnown(seat, state) else { return try await wrong(peer) }
            return try await throttle.take(.sending, room.code + seat)
        }
        let seat = (request.fields["plaats"] ?? "").uppercased()
        if seat.isEmpty { return try await throttle.take(.joining, who) }
        try await throttle.check(.wrongKey, who)
        if !isKnown(seat, state) { try await wrong(peer) }
    }

    /// A page of a phone: a seat that the browser says it has and that does not exist was guessed.
    /// - Throws: ``SessionRefusal/tooSoon(seconds:)``.
    func look(_ request: SessionRequest, _ room: SessionRoom, peer: String?) async throws {
        guard let seat = request.seat else { return }
        if !isKnown(seat, await room.state) { try await wrong(peer) }
    }

    /// Whether `key` opens the chair's pages; a wrong one costs.
    /// - Throws: ``SessionRefusal``.
    func isChair(_ key: String?, _ request: SessionRequest, _ room: SessionRoom, peer: String?) async throws
        -> Bool
    {
        guard !request.isForeign else { throw SessionRefusal.foreign }
        guard let key else { return false }
        let hash = await room.state.chairKeyHash ?? ""
        if SessionCode.isEqual(SessionCode.hash(key), hash) { return true }
        try await wrong(peer)
        return false
    }

    /// Counts a wrong code or key.
    /// - Throws: ``SessionRefusal/tooSoon(seconds:)`` when there were too many.
    func wrong(_ peer: String?) async throws {
        try await throttle.take(.wrongKey, PeerAddress.subscriber(peer))
    }

    /// A dictionary compares whole texts only where a hash agrees that is made with a secret of this process, so the time
    /// it takes tells nothing of a code that is nearly right; what it finds is compared without regard to where texts differ.
    private func isKnown(_ seat: String, _ state: SessionState) -> Bool {
        state.seats.index(forKey: seat).map { SessionCode.isEqual(state.seats[$0].key, seat) } ?? false
    }
}

extension SessionCode {
    /// Whether two texts are the same, in a time that does not tell where they differ.
    static func isEqual(_ one: String, _ other: String) -> Bool {
        let (left, right) = (Array(one.utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Something that was done after a session was closed.
public struct LaterChange: Sendable, Hashable {
    /// The number of the entry.
    public let number: Int
    /// The entry.
    public let entry: SessionEntry
    /// Whether it was taken back.
    public let isUndone: Bool
}

extension SessionLog {
    /// The number of the entry that closed the session; `nil` while it is open.
    public var closing: Int? {
        guard state.isClosed else { return nil }
        return entries.indices.last { entries[$0].event == .sessionClosed && !isUndone($0 + 1) }.map {
            $0 + 1
        }
    }

    /// The session as it was closed: what came later is not in it. The whole session while it is open.
    public var evening: SessionLog {
        guard let closing, closing < entries.count else { return self }
        // These entries followed on each other before, so they do again.
        return (try? SessionLog(replaying: entries.prefix(closing))) ?? self
    }

    /// What was done with tasks and questions since the session was closed, in order; taken back or not.
    public var since: [LaterChange] {
        guard let closing else { return [] }
        return entries.indices.dropFirst(closing).compactMap { place in
            guard entries[place].event.changesAgreements else { return nil }
            return LaterChange(number: place + 1, entry: entries[place], isUndone: isUndone(place + 1))
        }
    }
}

extension SessionEvent {
    /// Whether it changes what was agreed.
    var changesAgreements: Bool { family == .tasks || family == .registers }
}

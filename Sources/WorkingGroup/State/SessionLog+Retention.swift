/// Until when a session is kept, in milliseconds since 1970.
public struct Retention: Sendable, Hashable {
    /// When it was made.
    public let made: Int64
    /// When it was closed; `nil` while it is open.
    public let closed: Int64?
    /// From when it is to be deleted.
    public let until: Int64

    /// How many days a session is kept after it was closed, where nobody chose otherwise.
    public static let standardDays = 30
}

extension SessionLog {
    /// Until when the session is kept: so many days after it was closed, or after the last thing that happened in one that
    /// was never closed. `nil` for a session without entries.
    public var retention: Retention? {
        guard let first = entries.first, let last = entries.last else { return nil }
        let closing = state.isClosed ? entries.last { $0.event == .sessionClosed }?.time : nil
        let days = Int64(state.keepDays ?? Retention.standardDays)
        return Retention(
            made: first.time, closed: closing, until: (closing ?? last.time) + days * 86_400_000)
    }
}

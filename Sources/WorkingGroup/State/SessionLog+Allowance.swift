/// How much may be brought into one session, so that nobody fills it.
///
/// Looked at when something arrives, not when a session is made again from its entries: what was taken once stays.
public enum SessionAllowance {
    /// Statements, questions, bottlenecks, ambitions, alternatives and entries of the registers, each, by one seat.
    public static let perSeat = 20
    /// Seats in one session.
    public static let seats = 2_000
}

extension SessionLog {
    /// Whether one more of this still fits.
    /// - Throws: ``SessionError/tooMany(most:)`` or ``SessionError/isFull(most:)``.
    public func checkAllowance(_ event: SessionEvent, by author: SessionEntry.Author) throws(SessionError) {
        if case .seatOpened = event, state.seats.count >= SessionAllowance.seats {
            throw .isFull(most: SessionAllowance.seats)
        }
        try state.checkTaskRoom(event)
        guard case .seat = author, let kind = event.writtenKind else { return }
        let written = entries.count { $0.author == author && $0.event.writtenKind == kind }
        if written >= SessionAllowance.perSeat { throw .tooMany(most: SessionAllowance.perSeat) }
    }
}

extension SessionEvent {
    /// What somebody in a seat may write a limited number of.
    fileprivate enum WrittenKind { case statement, question, note, bottleneck, ambition, alternative }

    fileprivate var writtenKind: WrittenKind? {
        switch self {
        case .statementProposed: .statement
        case .questionRaised: .question
        case .noted: .note
        case .bottleneckNamed: .bottleneck
        case .ambitionNamed: .ambition
        case .alternativeSketched: .alternative
        default: nil
        }
    }
}

/// A register with every change that was made to it. The state is a fold over the events in their order.
public struct RegisterLog: Sendable, Hashable {
    /// The register before any change.
    public let start: Register
    /// The events, in order; event 1 comes first.
    public private(set) var events: [RegisterEvent]
    /// The register after all events.
    public private(set) var state: Register

    /// Folds `events` over `start`.
    ///
    /// - Throws: ``RegisterError`` that names the number of the event which does not fit.
    public init(start: Register, events: [RegisterEvent] = []) throws(RegisterError) {
        self.start = start
        self.events = []
        state = start
        for event in events { try append(event) }
    }

    /// Adds an event.
    ///
    /// - Throws: ``RegisterError``; nothing is changed then.
    public mutating func append(_ event: RegisterEvent) throws(RegisterError) {
        do {
            if let number = event.undoes { try checkUndo(of: number, by: event.change) }
            try state.apply(event.change)
        } catch {
            throw error.at("change \(events.count + 1), \(error.place)")
        }
        events.append(event)
    }

    /// Makes a change and gives the event to be stored.
    ///
    /// - Throws: ``RegisterError``; nothing is changed then.
    @discardableResult public mutating func record(
        _ change: RegisterChange, by who: String = "", on when: ISODate
    ) throws(RegisterError) -> RegisterEvent {
        let event = RegisterEvent(who: who, when: when, change: change)
        try append(event)
        return event
    }

    /// Takes back event `number` by a new event. Taking back an undo makes the change again.
    ///
    /// - Throws: ``RegisterError`` when the event is not there, was taken back already, or a later change
    ///   stands in the way; nothing is changed then.
    @discardableResult public mutating func undo(
        _ number: Int, by who: String = "", on when: ISODate
    ) throws(RegisterError) -> RegisterEvent {
        let event = RegisterEvent(
            who: who, when: when, change: try event(number).change.reversed(undoing: number), undoes: number)
        try append(event)
        return event
    }

    /// Whether event `number` was taken back, and not made again since.
    public func isUndone(_ number: Int) -> Bool {
        guard let last = events.lastIndex(where: { $0.undoes == number }) else { return false }
        return !isUndone(last + 1)
    }

    private func event(_ number: Int) throws(RegisterError) -> RegisterEvent {
        guard events.indices.contains(number - 1) else {
            throw RegisterError(
                .nothingToUndo, at: "undo", found: "change \(number)",
                expected: events.isEmpty
                    ? "a change; there is none yet" : "a change from 1 to \(events.count)",
                mend: "choose a change from the history")
        }
        return events[number - 1]
    }

    private func checkUndo(of number: Int, by change: RegisterChange) throws(RegisterError) {
        guard try event(number).change.reversed(undoing: number) == change else {
            throw RegisterError(
                .nothingToUndo, at: "undo", found: change.kind, expected: "the reverse of change \(number)",
                mend: "take the project file from a backup")
        }
        guard !isUndone(number) else {
            throw RegisterError(
                .nothingToUndo, at: "undo", found: "change \(number), which was taken back already",
                expected: "a change that stands", mend: "take back the undo to make the change again")
        }
    }
}

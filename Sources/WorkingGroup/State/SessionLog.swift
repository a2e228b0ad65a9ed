/// All entries of a session and what they come to.
///
/// Entries are only ever added. Taking back is an entry too: the state is then made anew from all others.
public struct SessionLog: Sendable, Equatable {
    /// All entries in order; the number of an entry is its place from 1.
    public private(set) var entries: [SessionEntry] = []
    /// What they come to.
    public private(set) var state = SessionState()
    /// From 1970 to the end of 9999, in milliseconds: sums of moments then stay numbers.
    private static let times: ClosedRange<Int64> = 0...253_402_300_799_999
    private var identifiers: Set<String> = []
    private var undone: Set<Int> = []

    /// A session in which nothing has happened.
    public init() {}

    /// A session made again from its entries.
    /// - Throws: ``SessionError`` when an entry cannot have happened.
    public init(replaying entries: some Sequence<SessionEntry>) throws(SessionError) {
        for entry in entries { try append(entry) }
    }

    /// Whether this entry was taken before: what is sent twice counts once.
    public func holds(_ id: String) -> Bool { identifiers.contains(id) }

    /// Adds an entry.
    /// - Returns: whether it is new; an entry with an id that was taken before changes nothing.
    /// - Throws: ``SessionError`` when it cannot happen; the log is then as it was.
    @discardableResult
    public mutating func append(_ entry: SessionEntry) throws(SessionError) -> Bool {
        guard !identifiers.contains(entry.id) else { return false }
        guard Self.times.contains(entry.time) else {
            throw .value(what: "time", found: "\(entry.time)", expected: "a moment between 1970 and 9999")
        }
        if case .undone(let number) = entry.event {
            guard entry.author == .chair else { throw .onlyTheChair }
            try undo(number)
        } else if entry.event.family == .votes {
            // Votes come by the hundred; they check everything before they change anything, so no copy is kept.
            try state.apply(entry)
        } else {
            var next = state
            try next.apply(entry)
            state = next
        }
        entries.append(entry)
        identifiers.insert(entry.id)
        return true
    }

    /// Whether this entry was taken back.
    func isUndone(_ number: Int) -> Bool { undone.contains(number) }

    /// The entries of the chair that can be taken back, the latest first. Of a session that is closed only what came
    /// later: the evening stands. Closing itself can be taken back until something rests on it.
    public var undoable: [Int] {
        let first = closing.map { since.contains { !$0.isUndone } ? $0 + 1 : $0 } ?? 1
        return entries.indices.reversed().map { $0 + 1 }.filter { number in
            let entry = entries[number - 1]
            return number >= first && entry.author == .chair && entry.event.isUndoable
                && !undone.contains(number)
        }
    }

    private mutating func undo(_ number: Int) throws(SessionError) {
        guard undoable.contains(number), !givesNumberBeforeOthers(number) else {
            throw .cannotUndo(entry: number)
        }
        var kept = undone
        kept.insert(number)
        var next = SessionState()
        for (place, entry) in entries.enumerated() where !kept.contains(place + 1) {
            if case .undone = entry.event { continue }
            do {
                try next.apply(entry)
            } catch {
                // Something later rests on it, such as a vote on a statement.
                throw .cannotUndo(entry: number)
            }
        }
        // What was told was told: a new count is held against it, also when the end of a round is taken back.
        next.counted = state.counted
        undone = kept
        state = next
    }

    /// Whether things of the same kind came after it: without it they would get other numbers, and votes on them would
    /// land on something else.
    private func givesNumberBeforeOthers(_ number: Int) -> Bool {
        guard let kind = entries[number - 1].event.numberedKind else { return false }
        return entries.indices.dropFirst(number).contains { place in
            entries[place].event.numberedKind == kind && !undone.contains(place + 1)
        }
    }
}

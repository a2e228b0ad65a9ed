/// One line of the history of a study.
public struct HistoryLine: Sendable, Hashable {
    /// The number of the event.
    public let number: Int
    /// Who; may be empty.
    public let who: String
    /// When.
    public let when: ISODate
    /// The kind of change: `add`, `set`, `withdraw` or `restore`.
    public let kind: String
    /// The table and the row.
    public let table: RegisterTable
    /// The row.
    public let row: String
    /// The column; nil for a change of the whole row.
    public let column: String?
    /// The old text; empty for a new row.
    public let old: String
    /// The new text, or the reason for a row that was withdrawn or restored.
    public let new: String
    /// The event it takes back; nil for one of its own.
    public let undoes: Int?
    /// Whether it was taken back.
    public let isUndone: Bool
}

extension RegisterLog {
    /// Every change that touched a study, its numbers, its links, its trial, its remarks or the sentences
    /// that rest on it, in order.
    public func history(ofStudy id: String) -> [HistoryLine] {
        events.indices.compactMap { index in
            touches(events[index].change, study: id) ? line(index) : nil
        }
    }

    /// Every change, in order.
    public var history: [HistoryLine] { events.indices.map(line) }

    private func touches(_ change: RegisterChange, study id: String) -> Bool {
        if change.table == .studies { return change.row == id }
        if state.studiesNamed(in: change.table, row: change.row).contains(id) { return true }
        // A study that left a list is named only by the change that took it out.
        guard case .set(_, _, "studies", let old, let new) = change else {
            if case .add(_, _, let cells) = change {
                return cells.contains { $0.column == "studies" && Cell.list($0.text).contains(id) }
            }
            return false
        }
        return Cell.list(old).contains(id) || Cell.list(new).contains(id)
    }

    private func line(_ index: Int) -> HistoryLine {
        let event = events[index]
        var column: String?
        var old = ""
        let new: String
        switch event.change {
        case .add(_, _, let cells):
            new = cells.filter { !$0.text.isEmpty }.map { "\($0.column): \($0.text)" }.joined(separator: "; ")
        case .set(_, _, let name, let before, let after):
            column = name
            old = before
            new = after
        case .withdraw(_, _, let why), .restore(_, _, let why): new = why
        }
        return HistoryLine(
            number: index + 1, who: event.who, when: event.when, kind: event.change.kind,
            table: event.change.table, row: event.change.row, column: column, old: old, new: new,
            undoes: event.undoes, isUndone: isUndone(index + 1))
    }
}

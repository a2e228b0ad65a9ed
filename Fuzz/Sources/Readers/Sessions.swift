internal import Foundation
internal import Harness
internal import WorkingGroup

extension FuzzTarget {
    /// Entries of a session as a project keeps them, one JSON text a line, taken back and made again.
    static let sessions = FuzzTarget("sessions") { input in
        var log = SessionLog()
        for line in input.bytes.split(separator: UInt8(ascii: "\n")).prefix(60) {
            guard let entry = try? JSONDecoder().decode(SessionEntry.self, from: Data(line)) else { continue }
            let again = try? JSONDecoder().decode(SessionEntry.self, from: JSONEncoder().encode(entry))
            promise(again == entry, "an entry that was written is read as it was")
            let before = log
            let isTaken = refusable { try log.append(entry) }
            if isTaken != true { promise(log == before, "what does not fit changes nothing") }
            promise(log.holds(entry.id) || isTaken == nil, "what was taken is known")
        }
        let replayed = refusable { try SessionLog(replaying: log.entries) }
        promise(replayed == log, "the same entries give the same session")
        _ = log.retention
        _ = refusable { try SessionFindings(log.state) }
        undo(&log)
    }

    /// What the chair can take back is taken back, or something later rests on it.
    private static func undo(_ log: inout SessionLog) {
        for (turn, number) in log.undoable.prefix(6).enumerated() {
            let before = log
            let entry = SessionEntry(
                id: "undo-\(turn)", time: 1, author: .chair, event: .undone(entry: number))
            if refusable({ try log.append(entry) }) == nil {
                promise(log == before, "what cannot be taken back stays as it was")
            } else {
                promise(!log.undoable.contains(number), "what was taken back is gone")
            }
        }
        let replayed = refusable { try SessionLog(replaying: log.entries) }
        promise(replayed == log, "taking back is replayed too")
    }
}

import Foundation
import ProjectFile
import Workbench
import WorkingGroup

/// Writes the entries of all sessions of one file. What arrives while the disk is busy goes together in the next writing:
/// twenty live sessions cost as many writings as one.
actor SessionWriter {
    private let file: ProjectFile
    private let trouble: StorageTrouble
    private var waiting: [Waiting] = []
    private var isWriting = false

    private struct Waiting {
        var batch: SessionBatch
        var answer: CheckedContinuation<Void, any Error>
    }

    init(file: ProjectFile) {
        self.file = file
        trouble = StorageTrouble(path: file.path)
    }

    /// Returns when the batch is on the disk.
    func append(_ batch: SessionBatch) async throws {
        try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(batch: batch, answer: answer))
            guard !isWriting else { return }
            isWriting = true
            Task { await writeAll() }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let group = waiting
            waiting = []
            do {
                let refusals = try await file.appendSessionEntries(group.map(\.batch))
                trouble.ended()
                for (one, refusal) in zip(group, refusals) {
                    if let refusal { one.answer.resume(throwing: refusal) } else { one.answer.resume() }
                }
            } catch {
                trouble.began(error)
                for one in group { one.answer.resume(throwing: error) }
            }
        }
        isWriting = false
    }
}

/// Keeps the entries of one session in the project file.
struct ProjectSessionStore: SessionStore {
    let writer: SessionWriter
    let session: Int

    func append(_ entries: [SessionEntry], after known: Int) async throws {
        try await writer.append(SessionBatch(session: session, known: known, entries: Self.rows(entries)))
    }

    /// Entries as the file holds them.
    static func rows(_ entries: [SessionEntry]) throws -> [StoredSessionEntry] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try entries.map { entry in
            StoredSessionEntry(
                id: entry.id, version: SessionRooms.version,
                entry: String(decoding: try encoder.encode(entry), as: UTF8.self))
        }
    }
}

import EnsembleShards
import Foundation
import HousingMarket
import Synchronization

/// A shard under way: what is finished is on the disk before the next run is taken.
///
/// Two machines may be at the same shard, when an engine thinks that one is lost: each has files of its own beside the
/// shard, and both write the same bytes.
final class ShardWork: Sendable {
    private struct State {
        var found: [EnsemblePlace: RunSummary]
        var failure: (any Error)?
    }

    private let folder: EnsembleFolder
    private let plan: EnsemblePlan
    private let index: Int
    /// Makes the names of this process its own.
    private let mark = UUID().uuidString.prefix(8).lowercased()
    private let state: Mutex<State>
    private let journal: FileHandle

    /// - Parameter known: the places of the shard; others are not taken from the disk.
    init(folder: EnsembleFolder, plan: EnsemblePlan, index: Int, known: Set<EnsemblePlace>) throws {
        self.folder = folder
        self.plan = plan
        self.index = index
        var found: [EnsemblePlace: RunSummary] = [:]
        for name in Self.journals(folder, index) {
            guard let bytes = try? folder.bytes(name) else { continue }
            found.merge(ShardJournal.entries(bytes, of: plan).filter { known.contains($0.key) }) { $1 }
        }
        state = Mutex(State(found: found))
        let path = "\(folder.path)/\(Self.stem(index))\(mark).runs"
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let journal = FileHandle(forWritingAtPath: path)
        else {
            throw TryAgain(
                "\(path): could not be written; check the permissions and the space of its folder.")
        }
        self.journal = journal
    }

    private static func stem(_ index: Int) -> String { ShardFile.name(index).dropLast(3) + "" }

    private static func journals(_ folder: EnsembleFolder, _ index: Int) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix(stem(index)) && $0.hasSuffix(".runs") }.sorted()
    }

    func summary(_ place: EnsemblePlace) -> RunSummary? { state.withLock { $0.found[place] } }

    var failure: (any Error)? { state.withLock { $0.failure } }

    func fail(_ error: any Error) { state.withLock { if $0.failure == nil { $0.failure = error } } }

    /// Keeps one finished run, on the disk first.
    func add(_ place: EnsemblePlace, _ summary: RunSummary) {
        let entry = Data(ShardJournal.entry(place, summary, of: plan))
        state.withLock { state in
            do {
                try journal.write(contentsOf: entry)
                try journal.synchronize()
                state.found[place] = summary
            } catch {
                if state.failure == nil {
                    state.failure = TryAgain(
                        "\(folder.path): shard \(index) could not be written; check the space of the disk.")
                }
            }
        }
    }

    /// Writes the shard whole, and takes away what it was made from.
    func finish(_ shard: ShardFile) throws {
        let path = folder.file(index)
        do {
            try WholeFile.write(path, mark: ".\(mark).part") { aside in
                guard FileManager.default.createFile(atPath: aside, contents: Data(shard.bytes)) else {
                    throw TryAgain(
                        "\(path): could not be written; check the permissions and the space of its folder.")
                }
            }
        } catch {
            // Another process may have been first, and may have cleared away.
            guard try folder.defect(index, of: plan) == nil else { throw TryAgain("\(error)") }
        }
        try? journal.close()
        for name in Self.journals(folder, index) {
            try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
        }
    }
}

import Foundation
import Synchronization

@testable import OpenDataFetch

/// Notes the pauses that a fetcher would have taken, and takes none.
final class Waits: Sendable {
    private let list = Mutex<[Duration]>([])
    var all: [Duration] { list.withLock { $0 } }
    var pause: @Sendable (Duration) async throws -> Void {
        { [self] in
            let wait = $0
            list.withLock { $0.append(wait) }
        }
    }
}

func fetcher(
    _ folder: URL, _ use: CacheUse = .revalidate, limits: FetchLimits = FetchLimits(), attempts: Int = 5,
    silence: Duration = .seconds(5), waits: Waits = Waits()
) -> Fetcher {
    Fetcher(
        FetchOptions(
            folder: folder, cacheUse: use, limits: limits, retries: RetryPolicy(attempts: attempts),
            connectTimeout: .seconds(2), silenceTimeout: silence),
        pause: waits.pause)
}

func text(_ file: FetchedFile) throws -> String {
    String(decoding: try Data(contentsOf: file.file), as: UTF8.self)
}

func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

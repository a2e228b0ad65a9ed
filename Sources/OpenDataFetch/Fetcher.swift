import AsyncHTTPClient
import Foundation
public import Logging

/// Gets open data into a folder: page by page, with pauses when a server is busy, and so that a run that was
/// broken off goes on where it stopped.
///
/// One request at a time: the services are public and shared. Nothing is read from the files but where the next
/// page is; OpenData reads the figures.
public struct Fetcher: Sendable {
    private let options: FetchOptions
    private let logger: Logger
    private let pause: @Sendable (Duration) async throws -> Void

    /// A fetcher. `pause` waits between attempts; tests replace it to see how long it would have waited.
    public init(
        _ options: FetchOptions,
        logger: Logger = Logger(label: "mengpaneel.fetch") { _ in SwiftLogNoOpLogHandler() },
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.options = options
        self.logger = logger
        self.pause = pause
    }

    /// Fetches `plan` in its order. A part that fails does not stop the others; it is in the report with its
    /// reason. A cancelled task leaves every finished page in the cache.
    /// - Throws: ``FetchError`` where the folder cannot be used, `CancellationError` when cancelled.
    public func fetch(
        _ plan: [Retrieval], progress: @escaping @Sendable (FetchProgress) -> Void = { _ in }
    ) async throws -> FetchReport {
        var names: Set<String> = []
        for retrieval in plan where !names.insert(retrieval.name).inserted {
            throw FetchError.sameName(retrieval.name)
        }
        let cache = try CacheFolder(options.folder)
        let lock = try cache.lock()
        defer { cache.unlock(lock) }
        let client = Transport.makeClient(options)
        let transport = Transport(client: client, options: options, logger: logger)
        let outcome: Result<FetchReport, any Error>
        do {
            outcome = .success(try await run(plan, cache: cache, transport: transport, progress: progress))
        } catch {
            outcome = .failure(error)
        }
        try? await client.shutdown()
        return try outcome.get()
    }

    private func run(
        _ plan: [Retrieval], cache: CacheFolder, transport: Transport,
        progress: @escaping @Sendable (FetchProgress) -> Void
    ) async throws -> FetchReport {
        var report = FetchReport()
        // A host that could not be reached is not tried again for every part of the plan.
        var silent: [String: FetchError] = [:]
        for (index, retrieval) in plan.enumerated() {
            try Task.checkCancellation()
            let tell: @Sendable (FetchProgress.Event) -> Void = { event in
                progress(
                    FetchProgress(
                        retrieval: retrieval, position: index + 1, count: plan.count, event: event))
            }
            tell(.started)
            var walk = PageWalk(
                retrieval: retrieval, cache: cache, transport: transport, options: options, pause: pause,
                tell: tell)
            do {
                if case .unreachable(let host, _, let detail)? = silent[Address.host(retrieval.address)] {
                    throw FetchError.unreachable(host: host, address: retrieval.address, detail: detail)
                }
                let files = try await walk.run()
                report.files += files
                tell(.finished(pages: files.count))
            } catch let error as FetchError {
                if case .unreachable(let host, _, _) = error { silent[host] = error }
                report.failures.append(.init(retrieval: retrieval, error: error))
                tell(.failed(error))
            }
            report.requests += walk.requests
            report.bytesReceived += walk.bytesReceived
        }
        return report
    }
}

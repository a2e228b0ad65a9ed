internal import Synchronization

/// How far an ensemble is.
public struct EnsembleProgress: Sendable, Hashable {
    /// Runs done, over all arms.
    public var done: Int
    /// Runs in all.
    public var total: Int
}

extension Ensemble {
    /// Runs all arms. The result does not depend on the number of threads or on the order in which runs end.
    ///
    /// - Parameters:
    ///   - threads: how many runs at the same time.
    ///   - isStopped: asked between years; when it says yes, runs under way are thrown away and the finished ones kept,
    ///     as far as every arm has them.
    ///   - progress: told after each run, from any thread.
    public func results(
        threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (EnsembleProgress) -> Void = { _ in }
    ) async -> EnsembleResult {
        let jobs = (0..<runs).flatMap { run in arms.indices.map { (run: run, arm: $0) } }
        let board = JobBoard(count: jobs.count)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, threads) {
                group.addTask {
                    while !isStopped() {
                        let index = board.next.add(1, ordering: .relaxed).oldValue
                        guard index < jobs.count else { return }
                        let summary = summary(ofRun: jobs[index].run, arm: jobs[index].arm, isStopped)
                        guard !isStopped() else { return }
                        board.found.withLock { $0[index] = summary }
                        let count = board.done.add(1, ordering: .relaxed).newValue
                        progress(EnsembleProgress(done: count, total: jobs.count))
                        await Task.yield()
                    }
                }
            }
        }
        let summaries = board.found.withLock { $0 }
        var kept: [[RunSummary]] = arms.map { _ in [] }
        for run in 0..<runs {
            let row = arms.indices.map { summaries[run * arms.count + $0] }
            guard row.allSatisfy({ $0 != nil }) else { continue }
            for arm in arms.indices { if let summary = row[arm] { kept[arm].append(summary) } }
        }
        let horizon = arms.map(\.package.horizon).max() ?? start.frame.startYear
        return EnsembleResult(
            arms: arms, runs: kept, years: Array(start.frame.startYear...max(start.frame.startYear, horizon)),
            line: line, scope: scope, frame: start.frame, isPartial: kept[0].count < runs)
    }

    /// One run of one arm, summed up.
    public func summary(ofRun run: Int, arm: Int, _ isStopped: () -> Bool = { false }) -> RunSummary {
        var package = arms[arm].package
        // Arms are compared at the same years.
        package.horizon = arms.map(\.package.horizon).max() ?? package.horizon
        let record = start.simulate(
            package, settings: settings(ofRun: run), run: UInt32(truncatingIfNeeded: run),
            shouldStop: isStopped)
        return RunSummary(record, frame: start.frame, scope: scope)
    }
}

/// Where the threads of an ensemble take their runs and lay down what came of them.
private final class JobBoard: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let found: Mutex<[RunSummary?]>

    init(count: Int) { found = Mutex(Array(repeating: nil, count: count)) }
}

internal import Synchronization

/// How far an ensemble is.
public struct EnsembleProgress: Sendable, Hashable {
    /// Runs done, over all arms.
    public var done: Int
    /// Runs in all.
    public var total: Int
}

/// One run of one arm.
public struct EnsemblePlace: Sendable, Hashable {
    /// The number of the run.
    public var run: Int
    /// The position of the arm.
    public var arm: Int

    /// Makes a place.
    public init(run: Int, arm: Int) {
        self.run = run
        self.arm = arm
    }
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
        let total = runs * arms.count
        let done = Atomic<Int>(0)
        let found = Mutex<[RunSummary?]>(Array(repeating: nil, count: total))
        await eachSummary(
            of: places(ofRuns: 0..<runs), threads: threads, isStopped: isStopped,
            found: { place, summary in
                found.withLock { $0[place.run * arms.count + place.arm] = summary }
                let count = done.add(1, ordering: .relaxed).newValue
                progress(EnsembleProgress(done: count, total: total))
            })
        return result(found.withLock { $0 })
    }

    /// The runs of `range`, each in every arm: run after run, so that what is broken off holds whole runs.
    public func places(ofRuns range: Range<Int>) -> [EnsemblePlace] {
        range.flatMap { run in arms.indices.map { EnsemblePlace(run: run, arm: $0) } }
    }

    /// Runs what stands at `places`, in that order, and hands over each summary as it comes.
    ///
    /// - Parameters:
    ///   - places: which runs of which arms.
    ///   - threads: how many runs at the same time.
    ///   - isStopped: asked between years; when it says yes, runs under way are thrown away.
    ///   - found: told of each run that ended, from any thread and in any order.
    public func eachSummary(
        of places: [EnsemblePlace], threads: Int, isStopped: @escaping @Sendable () -> Bool = { false },
        found: @escaping @Sendable (EnsemblePlace, RunSummary) -> Void
    ) async {
        let queue = JobQueue()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, threads) {
                group.addTask {
                    while !isStopped() {
                        let index = queue.next.add(1, ordering: .relaxed).oldValue
                        guard index < places.count else { return }
                        let summary = summary(ofRun: places[index].run, arm: places[index].arm, isStopped)
                        guard !isStopped() else { return }
                        found(places[index], summary)
                        await Task.yield()
                    }
                }
            }
        }
    }

    /// The result of summaries that were found before, perhaps elsewhere: run after run, each in every arm. A run that
    /// misses an arm is left out, and the result is then partial.
    public func result(_ summaries: [RunSummary?]) -> EnsembleResult {
        var kept: [[RunSummary]] = arms.map { _ in [] }
        for run in 0..<min(runs, summaries.count / arms.count) {
            let row = arms.indices.map { summaries[run * arms.count + $0] }
            guard row.allSatisfy({ $0 != nil }) else { continue }
            for arm in arms.indices { if let summary = row[arm] { kept[arm].append(summary) } }
        }
        return EnsembleResult(
            arms: arms, runs: kept, years: years, line: line, scope: scope, frame: start.frame,
            isPartial: kept[0].count < runs)
    }

    /// The years of its result, the start first.
    public var years: [Int] {
        let horizon = arms.map(\.package.horizon).max() ?? start.frame.startYear
        return Array(start.frame.startYear...max(start.frame.startYear, horizon))
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

/// Where the threads of an ensemble take their runs.
private final class JobQueue: Sendable {
    let next = Atomic<Int>(0)
}

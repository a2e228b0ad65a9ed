internal import Stochastics

/// Runs of the model, each with a seed of its own from (stage, point, replicate), so that no outcome depends on which
/// run ended first.
struct ModelRuns: Sendable {
    let problem: CalibrationProblem
    let model: CalibrationModel
    let seed: UInt64
    let workers: Int

    /// The outcomes: points x replicates x targets. A value that is not finite stays in.
    /// - Parameters:
    ///   - points: in the unit cube.
    ///   - stage: the wave or generation; no two stages of one calibration share a number.
    func outcomes(of points: [[Double]], replicates: Int, stage: Int) async throws -> [[[Double]]] {
        let lanes = min(workers, points.count)
        var results: [[[Double]]] = Array(repeating: [], count: points.count)
        try await withThrowingTaskGroup(of: [(Int, [[Double]])].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    var mine: [(Int, [[Double]])] = []
                    for place in stride(from: lane, to: points.count, by: lanes) {
                        try Task.checkCancellation()
                        mine.append((place, try runs(at: points[place], place, replicates, stage)))
                    }
                    return mine
                }
            }
            for try await lane in group {
                for (place, outcome) in lane { results[place] = outcome }
            }
        }
        return results
    }

    private func runs(at point: [Double], _ place: Int, _ replicates: Int, _ stage: Int)
        throws(CalibrationError)
        -> [[Double]]
    {
        let parameters = problem.parameters(at: point)
        var all: [[Double]] = []
        all.reserveCapacity(replicates)
        for replicate in 0..<replicates {
            var stream = RandomStream(
                seed: seed, run: UInt32(truncatingIfNeeded: replicate),
                entity: UInt32(truncatingIfNeeded: place),
                time: UInt16(truncatingIfNeeded: stage), purpose: .calibrationRun)
            let outcome = model(parameters, stream.next())
            guard outcome.count == problem.targets.count else {
                throw .outcome(found: outcome.count, expected: problem.targets.count)
            }
            all.append(outcome)
        }
        return all
    }
}

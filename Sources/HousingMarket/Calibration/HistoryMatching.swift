/// One wave of history matching: points of the space that is left, and how implausible each is.
public struct CalibrationWave: Sendable, Hashable {
    /// A point and what the model makes of it.
    public struct Point: Sendable, Hashable {
        /// The parameters in their own units.
        public let parameters: [Double]
        /// The mean over runs of each simulated target; not finite where a run failed.
        public let simulated: [Double]
        /// The largest implausibility over targets; infinite where a run failed.
        public let implausibility: Double
        /// The position of the target with the largest implausibility.
        public let worstTarget: Int
    }

    /// 1 for the first.
    public let number: Int
    /// Runs at each point.
    public let replicates: Int
    /// The implausibility above which points were ruled out: that of the options, or a larger one where too few points
    /// lie below it to go on from. What lies above the larger one is ruled out by the smaller one too.
    public let cutoff: Double
    /// The part of the whole space in which the wave searched, 0...1.
    public let spaceSearched: Double
    /// The part of the whole space that is left after it.
    public let spaceLeft: Double
    /// The standard deviation between runs at one point for each target, pooled over points.
    public let chance: [Double]
    /// The points.
    public internal(set) var points: [Point]

    /// How many points were kept.
    public var kept: Int { points.reduce(0) { $0 + ($1.implausibility <= cutoff ? 1 : 0) } }

    /// The part of the space searched that this wave ruled out, 0...1.
    public var partRuledOut: Double { points.isEmpty ? 0 : 1 - Double(kept) / Double(points.count) }
}

/// How the waves ended.
public enum HistoryMatchingEnding: String, Sendable, Codable, CaseIterable, Hashable {
    /// The last wave ruled out hardly anything.
    case settled
    /// The number of waves was used up.
    case wavesUsed
    /// No point in the last wave is plausible: the model does not reach the targets, or more points are needed.
    case nothingPlausible
}

/// Rules out the parameters that cannot be right, wave after wave.
///
/// Craig, Goldstein, Seheult and Smith (1997, Case Studies in Bayesian Statistics 3); for agent-based models McCulloch
/// and others (2022, JASSS 25(2)1). The implausibility of a point for one target is the distance between the mean of
/// the runs and the observation, in standard deviations of: error of the observation, discrepancy of the model, chance
/// of the model (reality is one run of it), and the error of the mean of the runs.
struct HistoryMatching {
    let problem: CalibrationProblem
    let options: CalibrationOptions
    let runs: ModelRuns

    /// The waves, how they ended, and the region that is left (nil where nothing is plausible).
    func search() async throws -> (
        waves: [CalibrationWave], ending: HistoryMatchingEnding, region: PlausibleRegion?
    ) {
        var region = PlausibleRegion(dimensions: problem.parameters.count)
        var waves: [CalibrationWave] = []
        var leftBefore = 1.0
        for number in 1...options.waves {
            let points = region.points(options.points, seed: options.seed, stage: number)
            let outcomes = try await runs.outcomes(of: points, replicates: options.replicates, stage: number)
            let wave = judge(points, outcomes, number: number, searched: region.volume)
            waves.append(wave)
            let isLast = number == options.waves
            let plausible = wave.points.contains { $0.implausibility <= options.cutoff }
            if wave.kept == 0 || (isLast && !plausible) { return (waves, .nothingPlausible, nil) }
            let kept = zip(points, wave.points).filter { $0.1.implausibility <= wave.cutoff }.map(\.0)
            region = PlausibleRegion(
                around: kept, of: points.count, in: region, seed: options.seed, stage: number + 1)
            if wave.cutoff == options.cutoff, wave.spaceLeft >= options.settledPart * leftBefore {
                return (waves, .settled, region)
            }
            leftBefore = wave.spaceLeft
        }
        return (waves, .wavesUsed, region)
    }

    private func judge(_ points: [[Double]], _ outcomes: [[[Double]]], number: Int, searched: Double)
        -> CalibrationWave
    {
        let targets = problem.targets
        let means = outcomes.map { runs in
            targets.indices.map { target in runs.reduce(0) { $0 + $1[target] } / Double(runs.count) }
        }
        let chance = targets.indices.map { pooledVariance(of: $0, outcomes, means) }
        let replicates = Double(options.replicates)
        let judged = zip(points, means).map { point, mean -> CalibrationWave.Point in
            var worst = 0
            var largest = -1.0
            for (place, target) in targets.enumerated() {
                let scale = (target.variance + chance[place] * (1 + 1 / replicates)).squareRoot()
                let one = mean[place].isFinite ? abs(mean[place] - target.observed) / scale : .infinity
                if one > largest {
                    largest = one
                    worst = place
                }
            }
            return CalibrationWave.Point(
                parameters: problem.parameters(at: point), simulated: mean, implausibility: largest,
                worstTarget: worst)
        }
        let fewest = max(3 * (problem.parameters.count + 1), points.count / 10)
        let ranked = judged.map(\.implausibility).filter(\.isFinite).sorted()
        let cutoff =
            ranked.isEmpty ? options.cutoff : max(options.cutoff, ranked[min(fewest, ranked.count) - 1])
        let kept = judged.reduce(0) { $0 + ($1.implausibility <= cutoff ? 1 : 0) }
        return CalibrationWave(
            number: number, replicates: options.replicates, cutoff: cutoff, spaceSearched: searched,
            spaceLeft: judged.isEmpty ? 0 : searched * Double(kept) / Double(judged.count),
            chance: chance.map { $0.squareRoot() }, points: judged)
    }

    /// The variance between runs at one point, pooled over the points where all runs gave a value; 0 with one run each.
    private func pooledVariance(of target: Int, _ outcomes: [[[Double]]], _ means: [[Double]]) -> Double {
        guard options.replicates > 1 else { return 0 }
        var squares = 0.0
        var freedom = 0.0
        for (runs, mean) in zip(outcomes, means) where mean[target].isFinite {
            for run in runs { squares += (run[target] - mean[target]) * (run[target] - mean[target]) }
            freedom += Double(runs.count - 1)
        }
        return freedom > 0 ? squares / freedom : 0
    }
}

internal import Stochastics

/// How much of the variance of single runs is chance, from several runs with own seeds at each point.
///
/// One-way analysis of variance with the points as random groups (Searle, Casella and McCulloch 1992): the mean square
/// within points estimates the variance by chance; what the mean squares between points exceed it by, over m, estimates
/// the variance by the inputs.
public struct ReplicateNoise: Sendable, Equatable {
    /// The number of points.
    public let points: Int
    /// The number m of runs per point.
    public let replicates: Int
    /// The variance of runs at the same point.
    public let chanceVariance: Double
    /// The variance of the expected outcome over the points, by the inputs; 0 where the estimate falls below 0.
    public let inputVariance: Double
    /// Chance as a share of the variance of a single run, 0 ... 1, with the interval from points drawn again.
    public let chanceShare: ResampledEstimate
    /// Chance as a share of the variance of the mean of the m runs of a point, 0 ... 1. About this share sits in every
    /// total Sobol' index of point means whose seeds are independent; with the same seeds at all points it does not.
    public let chanceShareOfMean: Double

    /// The mean of the runs of every point: the outcome to analyse further, with less chance in it.
    /// - Parameters:
    ///   - outcomes: point by point, the m runs of a point side by side.
    ///   - replicates: m, at least 1.
    /// - Throws: ``ExperimentError`` when the outcomes do not fill whole points, or one is not finite.
    public static func pointMeans(of outcomes: [Double], replicates: Int) throws -> [Double] {
        guard replicates >= 1, outcomes.count.isMultiple(of: replicates) else {
            throw ExperimentError.count(
                what: "outcomes", found: outcomes.count,
                expected: "\(replicates) for each point, and at least 1 for each point")
        }
        try Outcomes.checkFinite(outcomes)
        return stride(from: 0, to: outcomes.count, by: replicates).map { start in
            outcomes[start..<start + replicates].compensatedSum() / Double(replicates)
        }
    }

    /// Splits the variance of replicated outcomes.
    /// - Parameters:
    ///   - outcomes: point by point, the m runs of a point side by side.
    ///   - replicates: m, at least 2.
    ///   - options: how the interval is found.
    /// - Returns: `notEstimable` when all outcomes are the same.
    /// - Throws: ``ExperimentError`` for fewer than 2 points or replicates, or an outcome that is not finite.
    public static func estimate(
        outcomes: [Double], replicates: Int, options: ResamplingOptions = ResamplingOptions()
    ) throws -> Estimable<ReplicateNoise> {
        try options.check()
        guard replicates >= 2 else {
            throw ExperimentError.parameter(
                name: "replicates", found: "\(replicates)",
                expected: "at least 2, for one run per point cannot tell chance from the inputs")
        }
        guard outcomes.count.isMultiple(of: replicates), outcomes.count >= 2 * replicates else {
            throw ExperimentError.count(
                what: "outcomes", found: outcomes.count,
                expected: "\(replicates) for each of at least 2 points")
        }
        try Outcomes.checkFinite(outcomes)
        guard let moments = Outcomes.moments(outcomes) else { return .notEstimable(.constantOutcome) }
        let groups = ReplicateGroups(outcomes: outcomes, replicates: replicates, moments: moments)
        let count = groups.means.count
        guard let all = groups.split(over: 0..<count) else { return .notEstimable(.constantOutcome) }
        let draws = (0..<options.resamples).map { draw in
            var stream = RandomStream(seed: options.seed, run: UInt32(draw), purpose: .pointBootstrap)
            let places = (0..<count).map { _ in Int(stream.integer(below: UInt32(count))) }
            return groups.split(over: places)?.share ?? .nan
        }
        let scale = moments.deviation * moments.deviation
        let ofMean = all.chance / Double(replicates)
        return .value(
            ReplicateNoise(
                points: count, replicates: replicates, chanceVariance: all.chance * scale,
                inputVariance: all.input * scale,
                chanceShare: ResampledEstimate(
                    estimate: all.share, interval: options.interval(of: draws)),
                chanceShareOfMean: ofMean / (ofMean + all.input)))
    }
}

/// Means and squares within points, in standard form.
private struct ReplicateGroups {
    let replicates: Double
    var means: [Double] = []
    var squares: [Double] = []

    init(outcomes: [Double], replicates: Int, moments: (mean: Double, deviation: Double)) {
        self.replicates = Double(replicates)
        for start in stride(from: 0, to: outcomes.count, by: replicates) {
            let runs = outcomes[start..<start + replicates].map { ($0 - moments.mean) / moments.deviation }
            let mean = runs.compensatedSum() / Double(replicates)
            means.append(mean)
            squares.append(runs.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum())
        }
    }

    /// The two variances over some of the points, or `nil` when neither is above 0.
    func split(over places: some Collection<Int>) -> (chance: Double, input: Double, share: Double)? {
        let count = Double(places.count)
        let mean = places.lazy.map { means[$0] }.compensatedSum() / count
        let between = places.lazy.map { (means[$0] - mean) * (means[$0] - mean) }.compensatedSum()
        let chance = places.lazy.map { squares[$0] }.compensatedSum() / (count * (replicates - 1))
        let input = max(0, between / (count - 1) - chance / replicates)
        guard chance + input > 1e-24 else { return nil }
        return (chance, input, chance / (chance + input))
    }
}

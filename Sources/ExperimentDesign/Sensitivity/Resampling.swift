internal import Stochastics

/// How intervals are found by drawing points again with replacement.
public struct ResamplingOptions: Sendable, Hashable {
    /// How often is drawn, at least 2.
    public var resamples: Int
    /// The level of the intervals, between 0 and 1.
    public var level: Double
    /// The same seed gives the same intervals.
    public var seed: UInt64
    /// Threads to work with, at least 1. Results do not depend on it.
    public var threads: Int

    /// Options.
    public init(resamples: Int = 200, level: Double = 0.95, seed: UInt64 = 1, threads: Int = 1) {
        self.resamples = resamples
        self.level = level
        self.seed = seed
        self.threads = threads
    }

    func check() throws {
        guard resamples >= 2, resamples <= 1_000_000 else {
            throw ExperimentError.parameter(
                name: "resamples", found: "\(resamples)", expected: "between 2 and 1000000")
        }
        guard level > 0, level < 1 else {
            throw ExperimentError.parameter(
                name: "level", found: "\(level)", expected: "between 0 and 1, such as 0.95")
        }
        guard threads >= 1 else {
            throw ExperimentError.parameter(name: "threads", found: "\(threads)", expected: "at least 1")
        }
    }

    /// The interval that draws span.
    func interval(of draws: [Double]) -> Estimable<ResamplingInterval> {
        let usable = draws.filter(\.isFinite).sorted()
        let tail = (1 - level) / 2
        guard usable.count >= 2, let lower = usable.quantileOfSorted(tail),
            let upper = usable.quantileOfSorted(1 - tail)
        else { return .notEstimable(.constantResamples) }
        let mean = usable.compensatedSum() / Double(usable.count)
        let squares = usable.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        let deviation = (squares / Double(usable.count - 1)).squareRoot()
        return .value(
            ResamplingInterval(
                lower: lower, upper: upper,
                halfWidth: StandardNormal.quantile(0.5 + level / 2) * deviation, draws: usable.count))
    }
}

/// What the estimates from points drawn again span.
public struct ResamplingInterval: Sendable, Hashable {
    /// The lower percentile of the draws.
    public let lower: Double
    /// The upper percentile of the draws.
    public let upper: Double
    /// z times the standard deviation of the draws: the half width that SALib prints as `conf`.
    public let halfWidth: Double
    /// The draws that gave an estimate.
    public let draws: Int
}

/// An estimate with the interval that drawing points again gives.
public struct ResampledEstimate: Sendable, Equatable {
    /// The estimate from all points.
    public let estimate: Double
    /// The interval, or why there is none.
    public let interval: Estimable<ResamplingInterval>
}

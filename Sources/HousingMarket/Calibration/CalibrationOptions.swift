public import Stochastics

extension DrawPurpose {
    /// Points drawn within the region that is not ruled out.
    public static let calibrationRegion = DrawPurpose(rawValue: 132)
    /// Seeds of the model's runs.
    public static let calibrationRun = DrawPurpose(rawValue: 133)
    /// New particles near those of the generation before.
    public static let calibrationProposal = DrawPurpose(rawValue: 134)
}

/// How space is searched and what remains is weighed.
public struct CalibrationOptions: Sendable, Hashable {
    /// The most waves of history matching.
    public var waves: Int
    /// Points in a wave.
    public var points: Int
    /// Runs with different seeds at each point: from two on, chance is measured.
    public var replicates: Int
    /// Points with a larger implausibility are ruled out; 3 is the rule of Pukelsheim (1994, American Statistician 48):
    /// any unimodal law has at least 95 % within three standard deviations.
    public var cutoff: Double
    /// Waves stop when one leaves at least this part of the space that the wave before left, 0...1.
    public var settledPart: Double
    /// Particles in a generation of the posterior.
    public var particles: Int
    /// The most generations.
    public var generations: Int
    /// The seed of everything.
    public var seed: UInt64
    /// How many runs go on at once. The result does not depend on it.
    public var workers: Int

    /// Options; the standard suits a handful of parameters and a model that runs in a second.
    public init(
        waves: Int = 10, points: Int = 200, replicates: Int = 4, cutoff: Double = 3,
        settledPart: Double = 0.8,
        particles: Int = 1000, generations: Int = 12, seed: UInt64 = 1, workers: Int = 1
    ) {
        self.waves = waves
        self.points = points
        self.replicates = replicates
        self.cutoff = cutoff
        self.settledPart = settledPart
        self.particles = particles
        self.generations = generations
        self.seed = seed
        self.workers = workers
    }

    func check(parameters: Int) throws(CalibrationError) {
        func whole(_ name: String, _ found: Int, _ range: ClosedRange<Int>) throws(CalibrationError) {
            guard range.contains(found) else {
                throw .option(
                    name: name, found: Double(found), expected: "\(range.lowerBound) to \(range.upperBound)")
            }
        }
        try whole("the number of waves", waves, 1...1000)
        try whole("the number of points in a wave", points, 4 * (parameters + 1)...1_000_000)
        try whole("the number of runs at a point", replicates, 1...10_000)
        try whole("the number of particles", particles, 20 * (parameters + 1)...1_000_000)
        try whole("the number of generations", generations, 2...1000)
        try whole("the number of workers", workers, 1...1024)
        guard cutoff > 0, cutoff.isFinite else {
            throw .option(name: "the cutoff of implausibility", found: cutoff, expected: "above 0, mostly 3")
        }
        guard settledPart > 0, settledPart <= 1 else {
            throw .option(
                name: "the part of space at which waves stop", found: settledPart,
                expected: "above 0, at most 1")
        }
    }
}

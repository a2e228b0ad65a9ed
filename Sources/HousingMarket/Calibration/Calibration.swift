/// A calibration with everything it came from: it can be stored, read back and judged by others.
///
/// History matching first rules out what cannot be right; what is left is weighed by approximate Bayesian computation
/// (after McCulloch and others 2022, JASSS 25(2)1, who advise the two in this order).
public struct Calibration: Sendable, Hashable {
    /// What was fitted to what.
    public let problem: CalibrationProblem
    /// The seed.
    public let seed: UInt64
    /// The waves of history matching.
    public let waves: [CalibrationWave]
    /// How they ended.
    public let ending: HistoryMatchingEnding
    /// What is believed of the parameters; nil where nothing is plausible or every run failed.
    public let posterior: CalibrationPosterior?

    /// A calibration from its parts.
    init(
        problem: CalibrationProblem, seed: UInt64, waves: [CalibrationWave], ending: HistoryMatchingEnding,
        posterior: CalibrationPosterior?
    ) {
        self.problem = problem
        self.seed = seed
        self.waves = waves
        self.ending = ending
        self.posterior = posterior
    }

    /// Fits `model` to the targets. The result depends on the options but not on the number of workers.
    /// - Throws: ``CalibrationError`` for an option that cannot be used or a model that gives another number of values
    ///   than there are targets; `CancellationError` when the task is cancelled.
    public init(
        of problem: CalibrationProblem, options: CalibrationOptions = CalibrationOptions(),
        model: @escaping CalibrationModel
    ) async throws {
        try options.check(parameters: problem.parameters.count)
        let runs = ModelRuns(problem: problem, model: model, seed: options.seed, workers: options.workers)
        let matching = HistoryMatching(problem: problem, options: options, runs: runs)
        let (waves, ending, region) = try await matching.search()
        var posterior: CalibrationPosterior?
        if let region {
            let sampler = PopulationMonteCarlo(problem: problem, options: options, runs: runs, region: region)
            posterior = try await sampler.sample(firstStage: options.waves + 2)
        }
        self.init(problem: problem, seed: options.seed, waves: waves, ending: ending, posterior: posterior)
    }

    /// The part of the space of parameters that is left after the last wave, 0...1.
    public var spaceLeft: Double { waves.last?.spaceLeft ?? 1 }

    /// The point with the smallest implausibility of all waves.
    public var nearestPoint: CalibrationWave.Point? {
        waves.flatMap(\.points).min { $0.implausibility < $1.implausibility }
    }
}

public import Neighbourhoods
internal import Stochastics

/// How well a model predicted one indicator: skill against the baselines, and what its error is made of.
public struct BacktestScore: Sendable, Hashable {
    /// The squared error of one run, split in two parts that add up exactly: the squared error of the mean of the
    /// runs, and the variance of the runs around their mean. Means over areas, in the squared unit.
    public struct ErrorParts: Sendable, Hashable {
        /// The squared error of the mean of the runs: what more runs cannot mend.
        public let ofMean: Double
        /// The variance of the runs (divided by their number): chance.
        public let ofChance: Double
        /// The mean squared error of a single run.
        public var total: Double { ofMean + ofChance }
    }

    /// Below this number of runs the ends of a 95 % interval are not known.
    public static let fewestRunsForCoverage = 40

    /// A skill nearer to 0 than this is rounding: model and baseline say the same.
    private static let same = 1e-9

    /// What was predicted.
    public let indicator: BacktestIndicator
    /// The year in which the model started.
    public let year0: Int
    /// The year that was predicted.
    public let year1: Int
    /// How many runs.
    public let runs: Int
    /// The areas scored, in the order of the case.
    public let areas: [AreaCode]
    /// The areas left out, with why.
    public let leftOut: [AreaLeftOut]
    /// Whether areas were weighted by size.
    public let isWeighted: Bool
    /// The score against each baseline, in the order of ``BacktestBaseline``.
    public let baselines: [BaselineScore]
    /// The error of the model; nil where no area is left.
    public let error: ErrorParts?
    /// The share of areas whose observation lies within the middle 95 % of the runs, with a Wilson (1927) interval;
    /// nil below ``fewestRunsForCoverage`` runs. Runs that differ by chance only give a share below 0.95.
    public let coverage: BacktestInterval?
    /// The correlation over areas of predicted and observed change, weighted like the error; nil where either does
    /// not vary.
    public let changeCorrelation: BacktestInterval?
    /// Whether areas went the way the model says; nil where no area is left.
    public let direction: BacktestDirection?

    /// Whether predicted levels may be shown: only where the model is better than "nothing changes".
    public var showsLevels: Bool { verdict.showsLevels }

    /// The verdict against "nothing changes".
    public var verdict: BacktestVerdict { score(against: .persistence).verdict }

    /// The score against `baseline`.
    public func score(against baseline: BacktestBaseline) -> BaselineScore {
        baselines.first { $0.baseline == baseline }
            ?? BaselineScore(baseline: baseline, outcome: .notEstimable(.noAreas))
    }

    /// Scores a case.
    /// - Throws: ``BacktestError`` where there are no runs or an option cannot be used.
    public init(_ one: BacktestCase, options: BacktestOptions = BacktestOptions()) throws(BacktestError) {
        try options.check()
        guard !one.predicted.isEmpty else { throw .noDraws(indicator: one.indicator.id) }
        let weighs = options.weighting == .bySize && !one.indicator.isCount && one.sizes != nil
        let (places, leftOut) = Self.choose(one, weighs: weighs, minimumSize: options.minimumSize)
        let scored = ScoredAreas(one, places: places, weighs: weighs)
        let bootstrap = AreaBootstrap(
            draws: options.bootstrapDraws, level: options.level, seed: options.seed)
        indicator = one.indicator
        year0 = one.year0
        year1 = one.year1
        runs = one.predicted.count
        areas = places.map { one.areas[$0] }
        self.leftOut = leftOut
        isWeighted = weighs
        baselines = BacktestBaseline.allCases.map { baseline in
            BaselineScore(
                baseline: baseline,
                outcome: Self.outcome(of: baseline, one, scored, bootstrap, options.minimumAreas))
        }
        guard !places.isEmpty else {
            error = nil
            coverage = nil
            changeCorrelation = nil
            direction = nil
            return
        }
        error = scored.errorParts
        coverage = runs < Self.fewestRunsForCoverage ? nil : scored.coverage(level: options.level)
        changeCorrelation = scored.changeCorrelation(bootstrap)
        direction = BacktestDirection(
            before: scored.before, after: scored.after, predicted: scored.means, threshold: one.threshold,
            bootstrap: bootstrap)
    }

    private static func choose(_ one: BacktestCase, weighs: Bool, minimumSize: Double)
        -> (places: [Int], leftOut: [AreaLeftOut])
    {
        var places: [Int] = []
        var leftOut: [AreaLeftOut] = []
        for place in one.areas.indices {
            let size = one.sizes?[place].number
            let reason: AreaLeftOut.Reason? =
                if let reason = one.observed0[place].reason {
                    .before(reason)
                } else if let reason = one.observed1[place].reason {
                    .after(reason)
                } else if !one.predicted.allSatisfy({ $0[place].isFinite }) {
                    .noPrediction
                } else if size == nil && (weighs || minimumSize > 0) {
                    .noSize
                } else if let size, size < minimumSize {
                    .tooSmall
                } else {
                    nil
                }
            if let reason {
                leftOut.append(AreaLeftOut(area: one.areas[place], reason: reason))
            } else {
                places.append(place)
            }
        }
        return (places, leftOut)
    }

    private static func outcome(
        of baseline: BacktestBaseline, _ one: BacktestCase, _ scored: ScoredAreas, _ bootstrap: AreaBootstrap,
        _ minimumAreas: Int
    ) -> BaselineScore.Outcome {
        guard !scored.places.isEmpty else { return .notEstimable(.noAreas) }
        let predictions: [Double?]
        switch baseline.prediction(for: one, at: scored.places) {
        case .failure(let gap): return .notEstimable(.baseline(gap))
        case .success(let made): predictions = made
        }
        var model: [Double] = []
        var base: [Double] = []
        var weightSum = 0.0
        var size = CompensatedSum()
        for (index, prediction) in predictions.enumerated() {
            guard let prediction else { continue }
            let weight = scored.weights[index]
            let ours = scored.means[index] - scored.after[index]
            let theirs = prediction - scored.after[index]
            model.append(weight * ours * ours)
            base.append(weight * theirs * theirs)
            weightSum += weight
            size.add(weight * scored.after[index] * scored.after[index])
        }
        guard !base.isEmpty else { return .notEstimable(.noAreas) }
        let modelSum = model.compensatedSum()
        let baseSum = base.compensatedSum()
        // What rounding leaves of an exact prediction is no error.
        let rounding = 1e-20 * size.value
        guard baseSum > rounding else { return .notEstimable(.baselineExact) }
        let interval = bootstrap.interval(areas: base.count) { positions in
            var ours = 0.0
            var theirs = 0.0
            for place in positions {
                ours += model[place]
                theirs += base[place]
            }
            return theirs > rounding ? 1 - ours / theirs : nil
        }
        guard let interval else { return .notEstimable(.baselineMostlyExact) }
        let verdict: BacktestVerdict =
            base.count < minimumAreas
            ? .tooFewAreas
            : interval.low > Self.same
                ? .better : interval.high < -Self.same ? .worse : .notBetterThanNothingChanges
        return .estimated(
            SkillScore(
                skill: BacktestInterval(
                    value: 1 - modelSum / baseSum, low: interval.low, high: interval.high),
                modelError: modelSum / weightSum, baselineError: baseSum / weightSum, areas: base.count,
                worstAreaPart: (base.max() ?? 0) / baseSum, verdict: verdict))
    }
}

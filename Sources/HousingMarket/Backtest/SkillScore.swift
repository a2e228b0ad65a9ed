public import Bilingual
public import Neighbourhoods

/// An estimate with its interval.
public struct BacktestInterval: Sendable, Hashable {
    /// The estimate.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// An estimate with its ends.
    public init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// How much nearer the mean of the runs comes than a baseline: 1 - MSE(model) / MSE(baseline).
///
/// 1 is perfect, 0 as near as the baseline, below 0 farther off (Murphy 1988, Monthly Weather Review 116). The
/// interval is a percentile bootstrap over areas, in which model and baseline are scored on the same areas.
public struct SkillScore: Sendable, Hashable {
    /// The skill with its interval.
    public let skill: BacktestInterval
    /// The mean squared error of the mean of the runs, in the squared unit of the indicator.
    public let modelError: Double
    /// The mean squared error of the baseline on the same areas.
    public let baselineError: Double
    /// How many areas both could be scored on.
    public let areas: Int
    /// The part of the baseline's squared error that comes from its worst area, 0...1. Near 1 the score tells about
    /// one area only.
    public let worstAreaPart: Double
    /// What it comes to.
    public let verdict: BacktestVerdict
}

/// What a skill score comes to.
public enum BacktestVerdict: String, Sendable, Codable, CaseIterable, Hashable {
    /// The whole interval lies above 0.
    case better
    /// The interval includes 0: not better than the baseline, which is "nothing changes" where levels are concerned.
    case notBetterThanNothingChanges
    /// The whole interval lies below 0.
    case worse
    /// Fewer areas than the options ask for.
    case tooFewAreas
    /// There is no score, for a reason that stands beside it.
    case notEstimable

    /// Whether predicted levels may be shown. Where not, only differences between packages in the same runs may.
    public var showsLevels: Bool { self == .better }

    /// The verdict against `baseline` in words.
    public func name(against baseline: BacktestBaseline) -> BilingualText {
        let nl = "‘\(baseline.name.nl)’"
        let en = "“\(baseline.name.en)”"
        return switch self {
        case .better: BilingualText(nl: "beter dan \(nl)", en: "better than \(en)")
        case .notBetterThanNothingChanges:
            BilingualText(nl: "niet beter dan \(nl)", en: "not better than \(en)")
        case .worse: BilingualText(nl: "slechter dan \(nl)", en: "worse than \(en)")
        case .tooFewAreas: BilingualText(nl: "te weinig gebieden", en: "too few areas")
        case .notEstimable: BilingualText(nl: "niet te bepalen", en: "not estimable")
        }
    }
}

/// Why there is no skill score.
public enum SkillGap: Sendable, Hashable {
    /// The baseline cannot be made.
    case baseline(BaselineGap)
    /// The baseline is exactly right everywhere: nothing changed as it says, or both years hold the same figures.
    case baselineExact
    /// The baseline is exactly right in so many areas that more than one in twenty bootstrap samples has no error.
    case baselineMostlyExact
    /// No area is left.
    case noAreas

    /// The reason in a few words.
    public var name: BilingualText {
        switch self {
        case .baseline(let gap): gap.name
        case .baselineExact:
            BilingualText(
                nl: "deze voorspelling klopt overal precies: er is geen fout om mee te vergelijken",
                en: "this prediction is exactly right everywhere: there is no error to compare with")
        case .baselineMostlyExact:
            BilingualText(
                nl: "deze voorspelling klopt in bijna alle gebieden precies",
                en: "this prediction is exactly right in nearly all areas")
        case .noAreas: BilingualText(nl: "geen gebied om te vergelijken", en: "no area to compare")
        }
    }
}

/// The score of a model against one baseline.
public struct BaselineScore: Sendable, Hashable {
    /// The baseline.
    public let baseline: BacktestBaseline
    /// The score, or why there is none.
    public let outcome: Outcome

    /// A score or a reason.
    public enum Outcome: Sendable, Hashable {
        /// There is a score.
        case estimated(SkillScore)
        /// There is none.
        case notEstimable(SkillGap)
    }

    /// The score, where there is one.
    public var score: SkillScore? {
        if case .estimated(let score) = outcome { score } else { nil }
    }

    /// What it comes to.
    public var verdict: BacktestVerdict { score?.verdict ?? .notEstimable }
}

/// An area that is not scored, and why. Missing stays missing.
public struct AreaLeftOut: Sendable, Hashable {
    /// Why an area is left out.
    public enum Reason: Sendable, Hashable {
        /// No figure in the first year.
        case before(MissingReason)
        /// No figure in the second year.
        case after(MissingReason)
        /// The model has no prediction in at least one run.
        case noPrediction
        /// Its size is not known, where areas are weighted by size or must have one.
        case noSize
        /// It is smaller than the options ask for.
        case tooSmall
    }

    /// The area.
    public let area: AreaCode
    /// Why.
    public let reason: Reason
}

import MetaAnalysis

/// A set of columns that holds what a paper gives on one study, by the names that metafor uses.
enum StudyForm: CaseIterable {
    case effectAndVariance, effectAndError, effectAndInterval, fourCells, cellsOfTotals, means, rates, ratio
    case regression, tTest, fTest, pTest, correlation, share

    /// The columns that must hold a number.
    var columns: [String] {
        switch self {
        case .effectAndVariance: ["yi", "vi"]
        case .effectAndError: ["yi", "sei"]
        case .effectAndInterval: ["yi", "ci_lb", "ci_ub"]
        case .fourCells: ["ai", "bi", "ci", "di"]
        case .cellsOfTotals: ["ai", "n1i", "ci", "n2i"]
        case .means: ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"]
        case .rates: ["x1i", "t1i", "x2i", "t2i"]
        case .ratio: ["ratio", "ci_lb", "ci_ub"]
        case .regression: ["ti", "ni", "mi"]
        case .tTest: ["ti", "n1i", "n2i"]
        case .fTest: ["fi", "n1i", "n2i"]
        case .pTest: ["pi", "n1i", "n2i"]
        case .correlation: ["ri", "ni"]
        case .share: ["xi", "ni"]
        }
    }

    /// All columns of all forms, for a header that holds none whole.
    static var listing: String {
        allCases.map { $0.columns.joined(separator: "+") }.joined(separator: ", ")
    }

    /// The effect of one study.
    ///
    /// - Parameters:
    ///   - values: the numbers, in the order of ``columns``.
    ///   - metric: the scale that is asked for; nil takes the usual one of the form.
    ///   - isPositive: the direction of a result that a paper gives without sign, as with F and p.
    func effect(
        _ values: [Double], study: String, metric: EffectMetric?, outcome: String, sampleSize: Double?,
        isPositive: Bool?
    ) throws -> StudyEffect {
        let estimand = Estimand(metric ?? .other, of: outcome)
        switch self {
        case .effectAndVariance:
            return StudyEffect(
                study: study, estimand: estimand, value: values[0], variance: values[1],
                sampleSize: sampleSize)
        case .effectAndError:
            guard values[1] > 0 else {
                throw MetaAnalysisError.studyData(
                    study: study, problem: "standard error is \(values[1]); it must be above 0")
            }
            return StudyEffect(
                study: study, estimand: estimand, value: values[0], variance: values[1] * values[1],
                sampleSize: sampleSize)
        case .effectAndInterval:
            return try StudyEffect(
                study: study, estimand: estimand, value: values[0], lower: values[1], upper: values[2],
                sampleSize: sampleSize)
        case .fourCells:
            return try StudyEffect(
                study: study, metric: metric ?? .logOddsRatio,
                table: FourfoldTable(a: values[0], b: values[1], c: values[2], d: values[3]), outcome: outcome
            )
        case .cellsOfTotals:
            return try StudyEffect(
                study: study, metric: metric ?? .logOddsRatio,
                table: FourfoldTable(
                    a: values[0], b: values[1] - values[0], c: values[2], d: values[3] - values[2]),
                outcome: outcome)
        case .means:
            return try StudyEffect(
                study: study, metric: metric ?? .standardisedMeanDifference,
                comparing: GroupSummary(mean: values[0], standardDeviation: values[1], count: values[2]),
                with: GroupSummary(mean: values[3], standardDeviation: values[4], count: values[5]),
                outcome: outcome)
        case .rates:
            return try StudyEffect(
                study: study, metric: metric ?? .logRateRatio, events: values[0], during: values[1],
                with: values[2], during: values[3], outcome: outcome)
        case .ratio:
            return try StudyEffect(
                study: study, ratioEstimand: estimand, ratio: values[0], lower: values[1], upper: values[2])
        case .regression:
            return try StudyEffect(
                study: study, regressionT: values[0], persons: values[1], predictors: values[2],
                asFisherZ: metric == .partialFisherZ, outcome: outcome)
        case .tTest:
            return try StudyEffect(
                study: study, t: values[0], firstCount: values[1], secondCount: values[2], outcome: outcome
            ).converted(to: metric ?? .standardisedMeanDifference)
        case .fTest:
            return try StudyEffect(
                study: study, f: values[0], positive: try Self.direction(isPositive, "F", study),
                firstCount: values[1], secondCount: values[2], outcome: outcome
            ).converted(to: metric ?? .standardisedMeanDifference)
        case .pTest:
            return try StudyEffect(
                study: study, p: values[0], positive: try Self.direction(isPositive, "p", study),
                firstCount: values[1], secondCount: values[2], outcome: outcome
            ).converted(to: metric ?? .standardisedMeanDifference)
        case .correlation:
            return try StudyEffect(
                study: study, metric: metric ?? .fisherZ, correlation: values[0], count: values[1],
                outcome: outcome)
        case .share:
            return try StudyEffect(
                study: study, metric: metric ?? .logitProportion, events: values[0], of: values[1],
                outcome: outcome)
        }
    }

    private static func direction(_ isPositive: Bool?, _ statistic: String, _ study: String) throws -> Bool {
        guard let isPositive else {
            throw MetaAnalysisError.studyData(
                study: study,
                problem: "\(statistic) has no sign; say + or - in a column 'direction'")
        }
        return isPositive
    }
}

internal import Foundation

extension StudyEffect {
    /// An effect from a correlation.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: COR, UCOR or ZCOR.
    ///   - r: the correlation.
    ///   - n: persons.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: a correlation outside −1 … 1, fewer than 5 persons, another metric.
    public init(
        study: String, metric: EffectMetric, correlation r: Double, count n: Double, outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard abs(r) < 1 else {
            throw .studyData(study: study, problem: "correlation is \(r); it lies between −1 and 1")
        }
        guard n >= 5, n.isFinite else {
            throw .studyData(study: study, problem: "there are \(n) persons; a correlation needs at least 5")
        }
        let pair: (Double, Double)
        var route: [ConversionStep] = [.fromCorrelation]
        switch metric {
        case .correlation: pair = (r, (1 - r * r) * (1 - r * r) / (n - 1))
        case .unbiasedCorrelation:
            let corrected = r * EffectConversion.olkinPratt(r, n)
            pair = (corrected, (1 - corrected * corrected) * (1 - corrected * corrected) / (n - 1))
            route.append(.smallSampleFactor)
        case .fisherZ:
            pair = (atanh(r), 1 / (n - 3))
            route.append(.rToZ)
        default:
            throw .contradiction(
                "\(metric.rawValue) does not follow from a correlation; choose COR, UCOR or ZCOR")
        }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            sampleSize: n, route: route)
    }

    /// Hedges' g from a t statistic of two independent groups.
    /// - Throws: t that is not finite, groups smaller than 2.
    public init(
        study: String, t: Double, firstCount: Double, secondCount: Double, outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard t.isFinite else { throw .notFinite(what: "t", study: study) }
        guard firstCount >= 2, secondCount >= 2 else {
            throw .studyData(
                study: study,
                problem: "groups have \(firstCount) and \(secondCount) persons; give at least 2 each")
        }
        let total = firstCount + secondCount
        let d = EffectConversion.cohensD(t: t, firstCount, secondCount)
        let g = d * EffectConversion.smallSampleFactor(degreesOfFreedom: total - 2)
        self.init(
            study: study, estimand: Estimand(.standardisedMeanDifference, of: outcome), value: g,
            variance: 1 / firstCount + 1 / secondCount + g * g / (2 * total), sampleSize: total,
            route: [.tToD, .smallSampleFactor])
    }

    /// Hedges' g from F with one degree of freedom above; the sign says which group is higher.
    /// - Throws: F below 0 or as for t.
    public init(
        study: String, f: Double, positive: Bool, firstCount: Double, secondCount: Double,
        outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard f >= 0 else { throw .studyData(study: study, problem: "F is \(f); it is 0 or more") }
        let t = f.squareRoot()
        try self.init(
            study: study, t: positive ? t : -t, firstCount: firstCount, secondCount: secondCount,
            outcome: outcome)
        route.insert(.fToT, at: 0)
    }

    /// Hedges' g from a two-sided p; the sign says which group is higher.
    /// - Throws: p outside 0 … 1 (both ends excluded), or as for t.
    public init(
        study: String, p: Double, positive: Bool, firstCount: Double, secondCount: Double,
        outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard p > 0, p < 1 else {
            throw .studyData(study: study, problem: "p is \(p); give the exact p between 0 and 1")
        }
        let t = EffectConversion.t(p: p, degreesOfFreedom: firstCount + secondCount - 2)
        try self.init(
            study: study, t: positive ? t : -t, firstCount: firstCount, secondCount: secondCount,
            outcome: outcome)
        route.insert(.pToT, at: 0)
    }

    /// An effect with the confidence interval a paper prints, on the scale of the metric.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - estimand: the metric and the outcome.
    ///   - value: the effect.
    ///   - lower: the lower end.
    ///   - upper: the upper end.
    ///   - level: the level of the interval.
    ///   - sampleSize: persons, where known.
    /// - Throws: ends in the wrong order or a level out of range.
    public init(
        study: String, estimand: Estimand, value: Double, lower: Double, upper: Double, level: Double = 0.95,
        sampleSize: Double? = nil
    ) throws(MetaAnalysisError) {
        guard lower < upper, lower.isFinite, upper.isFinite else {
            throw .studyData(
                study: study,
                problem: "the interval runs from \(lower) to \(upper); the upper end must be higher")
        }
        try PoolingOptions.check(level: level)
        let error = EffectConversion.standardError(lower: lower, upper: upper, level: level)
        self.init(
            study: study, estimand: estimand, value: value, variance: error * error, sampleSize: sampleSize,
            route: [.intervalToStandardError])
    }

    /// The logarithm of a ratio (odds, risk or rate) with the interval a paper prints for the ratio.
    /// - Throws: a ratio or end of 0 or below, or as for an interval.
    public init(
        study: String, ratioEstimand: Estimand, ratio: Double, lower: Double, upper: Double,
        level: Double = 0.95
    ) throws(MetaAnalysisError) {
        guard ratio > 0, lower > 0 else {
            throw .studyData(study: study, problem: "a ratio and the ends of its interval are above 0")
        }
        try self.init(
            study: study, estimand: ratioEstimand, value: log(ratio), lower: log(lower), upper: log(upper),
            level: level)
        route.insert(.ratioToLogarithm, at: 0)
    }

    /// A partial correlation, or its Fisher z, from t of a regression coefficient.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - t: the statistic of the coefficient.
    ///   - persons: units in the regression.
    ///   - predictors: coefficients without the constant.
    ///   - asFisherZ: whether to take Fisher's z.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: no degrees of freedom left.
    public init(
        study: String, regressionT t: Double, persons: Double, predictors: Double, asFisherZ: Bool = false,
        outcome: String = ""
    ) throws(MetaAnalysisError) {
        let df = persons - predictors - 1
        guard df >= 1, t.isFinite else {
            throw .studyData(
                study: study,
                problem: "\(persons) units and \(predictors) predictors leave no degrees of freedom")
        }
        let r = EffectConversion.correlation(t: t, degreesOfFreedom: df)
        self.init(
            study: study,
            estimand: Estimand(asFisherZ ? .partialFisherZ : .partialCorrelation, of: outcome),
            value: asFisherZ ? atanh(r) : r,
            variance: asFisherZ ? 1 / df : (1 - r * r) * (1 - r * r) / df, sampleSize: persons,
            route: asFisherZ ? [.tToPartialCorrelation, .rToZ] : [.tToPartialCorrelation])
    }

    /// A regression coefficient in standard deviations of both variables.
    /// - Throws: spreads or an error of 0 or below.
    public init(
        study: String, coefficient: Double, standardError: Double, deviationOfX: Double, deviationOfY: Double,
        outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard standardError > 0, deviationOfX > 0, deviationOfY > 0 else {
            throw .studyData(study: study, problem: "standard error and standard deviations must be above 0")
        }
        let factor = deviationOfX / deviationOfY
        self.init(
            study: study, estimand: Estimand(.standardisedCoefficient, of: outcome),
            value: coefficient * factor,
            variance: standardError * standardError * factor * factor, route: [.standardised])
    }

    /// The effect on another scale: between d (SMD), r (COR), Fisher's z and the log odds ratio.
    ///
    /// Both variances follow by the delta method. The route grows by the steps taken.
    /// - Throws: a pair of scales that no formula connects.
    public func converted(to metric: EffectMetric) throws(MetaAnalysisError) -> StudyEffect {
        if metric == estimand.metric { return self }
        func moved(_ metric: EffectMetric, _ pair: (value: Double, variance: Double), _ step: ConversionStep)
            -> StudyEffect
        {
            StudyEffect(
                study: study, estimand: Estimand(metric, of: estimand.outcome), value: pair.value,
                variance: pair.variance, sampleSize: sampleSize, route: route + [step])
        }
        switch (estimand.metric, metric) {
        case (.standardisedMeanDifference, .correlation):
            return moved(.correlation, EffectConversion.dToR(value, variance), .dToR)
        case (.standardisedMeanDifference, .logOddsRatio):
            return moved(.logOddsRatio, EffectConversion.dToLogOdds(value, variance), .dToLogOdds)
        case (.logOddsRatio, .standardisedMeanDifference):
            return moved(
                .standardisedMeanDifference, EffectConversion.logOddsToD(value, variance), .logOddsToD)
        case (.correlation, .standardisedMeanDifference):
            guard abs(value) < 1 else { break }
            return moved(.standardisedMeanDifference, EffectConversion.rToD(value, variance), .rToD)
        case (.correlation, .fisherZ):
            guard abs(value) < 1 else { break }
            let slope = 1 / (1 - value * value)
            return moved(.fisherZ, (atanh(value), variance * slope * slope), .rToZ)
        case (.fisherZ, .correlation):
            let r = tanh(value)
            return moved(.correlation, (r, variance * (1 - r * r) * (1 - r * r)), .zToR)
        case (.fisherZ, _): return try converted(to: .correlation).converted(to: metric)
        case (_, .fisherZ): return try converted(to: .correlation).converted(to: .fisherZ)
        case (.logOddsRatio, .correlation), (.correlation, .logOddsRatio):
            return try converted(to: .standardisedMeanDifference).converted(to: metric)
        default: break
        }
        throw .contradiction(
            "study '\(study)': no formula leads from \(estimand.metric.english) to \(metric.english); "
                + "pool them apart"
        )
    }
}

internal import Foundation

extension EffectConversion {
    /// Hedges' J, the exact factor against the bias of d: Γ(m/2) / (√(m/2) Γ((m−1)/2)) for m degrees of
    /// freedom.
    public static func smallSampleFactor(degreesOfFreedom m: Double) -> Double {
        exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2)) / (m / 2).squareRoot()
    }

    /// The approximation 1 − 3/(4m − 1).
    public static func approximateSmallSampleFactor(degreesOfFreedom m: Double) -> Double {
        1 - 3 / (4 * m - 1)
    }

    /// The standard deviation within two groups, pooled over both.
    public static func pooledDeviation(_ first: GroupSummary, _ second: GroupSummary) -> Double {
        (((first.count - 1) * first.variance + (second.count - 1) * second.variance)
            / (first.count + second.count - 2)).squareRoot()
    }

    /// Cohen's d with its variance 1/n₁ + 1/n₂ + d²/2N.
    public static func cohensD(_ first: GroupSummary, _ second: GroupSummary) -> (
        value: Double, variance: Double
    ) {
        let d = (first.mean - second.mean) / pooledDeviation(first, second)
        return (
            d, 1 / first.count + 1 / second.count + d * d / (2 * (first.count + second.count))
        )
    }
}

extension StudyEffect {
    /// An effect from means, standard deviations and sizes of two groups.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: MD, SMD, SMDH, SMD1, ROM, CVR or VR.
    ///   - first: the group whose higher mean gives a positive effect.
    ///   - second: the group it is compared with.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    ///   - form: the form of the variance of SMD.
    ///   - revision: for metrics whose formula was revised.
    /// - Throws: spreads or sizes out of range, means of 0 or below where logarithms are taken, another
    ///   metric.
    public init(
        study: String, metric: EffectMetric, comparing first: GroupSummary, with second: GroupSummary,
        outcome: String = "", variance form: StandardisedVariance = .largeSample,
        revision: FormulaRevision = .current
    ) throws(MetaAnalysisError) {
        for group in [first, second] {
            guard group.mean.isFinite else { throw .notFinite(what: "a mean", study: study) }
            guard group.standardDeviation.isFinite, group.standardDeviation > 0 else {
                throw .studyData(
                    study: study,
                    problem: "standard deviation is \(group.standardDeviation); it must be above 0")
            }
            guard group.count.isFinite, group.count >= 2 else {
                throw .studyData(study: study, problem: "a group has \(group.count) persons; give at least 2")
            }
        }
        let difference = first.mean - second.mean
        let total = first.count + second.count
        let df = total - 2
        let inverse = 1 / first.count + 1 / second.count
        let pair: (Double, Double)
        var route: [ConversionStep] = [.fromMeans]
        func needPositive() throws(MetaAnalysisError) {
            guard first.mean > 0, second.mean > 0 else {
                throw .studyData(study: study, problem: "a ratio of means asks for means above 0")
            }
        }
        switch metric {
        case .meanDifference:
            pair = (difference, first.variance / first.count + second.variance / second.count)
        case .standardisedMeanDifference:
            let j = EffectConversion.smallSampleFactor(degreesOfFreedom: df)
            let d = difference / EffectConversion.pooledDeviation(first, second)
            let g = j * d
            route.append(.smallSampleFactor)
            switch form {
            case .largeSample: pair = (g, inverse + g * g / (2 * total))
            case .largeSampleTimesJ: pair = (g, j * j * (inverse + d * d / (2 * total)))
            case .unbiased: pair = (g, inverse + (1 - (df - 2) / (df * j * j)) * g * g)
            }
        case .standardisedMeanDifferenceUnequal:
            let j = EffectConversion.smallSampleFactor(degreesOfFreedom: df)
            let average = (first.variance + second.variance) / 2
            let g = j * difference / average.squareRoot()
            let spread =
                first.variance * first.variance / (first.count - 1)
                + second.variance * second.variance / (second.count - 1)
            let plain =
                g * g * spread / (8 * average * average)
                + (first.variance / (first.count - 1) + second.variance / (second.count - 1)) / average
            pair = (g, revision == .current ? plain : j * j * plain)
            route.append(.smallSampleFactor)
        case .standardisedMeanDifferenceControl:
            let j = EffectConversion.smallSampleFactor(degreesOfFreedom: second.count - 1)
            let g = j * difference / second.standardDeviation
            pair = (g, inverse + g * g / (2 * second.count))
            route.append(.smallSampleFactor)
        case .logRatioOfMeans:
            try needPositive()
            let correction =
                revision == .current ? 0.5 * (first.relativeVariance - second.relativeVariance) : 0
            pair = (
                log(first.mean / second.mean) + correction, first.relativeVariance + second.relativeVariance
            )
        case .logRatioOfVariation, .logRatioOfDeviations:
            let half = (1 / (2 * (first.count - 1)), 1 / (2 * (second.count - 1)))
            let deviations = log(first.standardDeviation / second.standardDeviation) + half.0 - half.1
            if metric == .logRatioOfDeviations {
                pair = (deviations, half.0 + half.1)
            } else {
                try needPositive()
                let correction =
                    revision == .current ? 0.5 * (first.relativeVariance - second.relativeVariance) : 0
                pair = (
                    deviations - log(first.mean / second.mean) - correction,
                    half.0 + half.1 + first.relativeVariance + second.relativeVariance
                )
            }
        default:
            throw .contradiction(
                "\(metric.rawValue) does not follow from means of two groups; choose MD, SMD or ROM")
        }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            sampleSize: total, route: route)
    }

    /// An effect from two measurements of the same persons.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: MC, SMCC or SMCR.
    ///   - repeated: both means, their spreads and correlation.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: spreads, sizes or a correlation out of range, another metric.
    public init(
        study: String, metric: EffectMetric, repeated: RepeatedMeans, outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard repeated.firstDeviation > 0, repeated.secondDeviation > 0 else {
            throw .studyData(study: study, problem: "standard deviations must be above 0")
        }
        guard repeated.count >= 3 else {
            throw .studyData(study: study, problem: "there are \(repeated.count) persons; give at least 3")
        }
        guard abs(repeated.correlation) < 1 else {
            throw .studyData(
                study: study, problem: "correlation is \(repeated.correlation); it lies between −1 and 1")
        }
        let n = repeated.count
        let change = repeated.after - repeated.before
        let spread =
            repeated.firstDeviation * repeated.firstDeviation
            + repeated.secondDeviation * repeated.secondDeviation
            - 2 * repeated.correlation * repeated.firstDeviation * repeated.secondDeviation
        let j = EffectConversion.smallSampleFactor(degreesOfFreedom: n - 1)
        let pair: (Double, Double)
        switch metric {
        case .meanChange: pair = (change, spread / n)
        case .standardisedMeanChange:
            let g = j * change / spread.squareRoot()
            pair = (g, 1 / n + g * g / (2 * n))
        case .standardisedMeanChangeRaw:
            let g = j * change / repeated.firstDeviation
            pair = (g, 2 * (1 - repeated.correlation) / n + g * g / (2 * n))
        default:
            throw .contradiction(
                "\(metric.rawValue) does not follow from two measurements; choose MC, SMCC or SMCR")
        }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            sampleSize: n,
            route: metric == .meanChange ? [.fromRepeatedMeans] : [.fromRepeatedMeans, .smallSampleFactor])
    }
}

extension EffectSet {
    /// Standardised mean differences whose variances use the average g of all studies, weighted by size, in
    /// place of each study's own (the form AV).
    ///
    /// - Throws: as the effect of a single study.
    public static func standardisedDifferencesWithAverageVariance(
        studies: [String], first: [GroupSummary], second: [GroupSummary], outcome: String = ""
    ) throws(MetaAnalysisError) -> EffectSet {
        guard first.count == studies.count, second.count == studies.count else {
            throw .count(what: "group", found: min(first.count, second.count), expected: studies.count)
        }
        var effects: [StudyEffect] = []
        for (place, study) in studies.enumerated() {
            effects.append(
                try StudyEffect(
                    study: study, metric: .standardisedMeanDifference, comparing: first[place],
                    with: second[place],
                    outcome: outcome))
        }
        let sizes = effects.compactMap(\.sampleSize)
        let mean = zip(effects, sizes).reduce(0) { $0 + $1.0.value * $1.1 } / sizes.reduce(0, +)
        for place in effects.indices {
            effects[place].variance =
                1 / first[place].count + 1 / second[place].count + mean * mean / (2 * sizes[place])
        }
        return try EffectSet(effects)
    }
}

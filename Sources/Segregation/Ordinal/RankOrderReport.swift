/// A rank-order index with all that is to be known before it is read: interval, two corrections and how much
/// it hangs on the choice of classes.
public struct RankOrderReport: Sendable, Equatable {
    /// How variety is measured.
    public let variation: OrdinalVariation
    /// The degree of the polynomial.
    public let degree: Int
    /// The index with its bootstrap interval. ``Estimate/expectedUnderNoSegregation`` is the exact value when
    /// nobody segregates and the sizes of units and classes stay, and ``Estimate/corrected`` is rescaled by
    /// it.
    public let estimate: Estimate
    /// The index corrected for sampling: what it would be in the population that the persons were drawn from.
    public let samplingCorrected: Estimate
    /// The share of the population among the counts that the correction was made for.
    public let samplingFraction: Double
    /// The share of persons below each threshold that was used, and the index there.
    public let profile: [Point]
    /// The index with other thresholds and curves.
    public let sensitivity: ThresholdSensitivity
    /// What a reader should be warned of.
    public let warnings: [RankOrderWarning]

    /// One threshold.
    public struct Point: Sendable, Equatable {
        /// The number of the threshold, from 0 for the lowest.
        public let threshold: Int
        /// The share of persons below it.
        public let share: Double
        /// The binary index of those below and those above.
        public let value: Double
    }

    /// The identifier of the measure, `rankorder-Hr` and so on.
    public var identifier: String { "rankorder-\(variation.rawValue)r" }

    /// As tidy rows: the index, the index corrected for sampling, and the lowest and highest of
    /// ``sensitivity``.
    public var rows: [MeasureRow] {
        let parameters = Self.parameters(degree: degree)
        var rows = [
            MeasureRow(identifier: identifier, parameters: parameters, estimate: estimate),
            MeasureRow(
                identifier: identifier,
                parameters: parameters + [
                    MeasureParameter("corrected", "sampling"),
                    MeasureParameter("fraction", "\(samplingFraction)"),
                ], estimate: samplingCorrected),
        ]
        for (name, choice) in [("lowest", sensitivity.lowest), ("highest", sensitivity.highest)] {
            guard let choice else { continue }
            rows.append(
                MeasureRow(
                    identifier: identifier,
                    parameters: Self.parameters(degree: choice.degree) + [
                        MeasureParameter("thresholds", "\(name): \(choice.change.english)")
                    ],
                    estimate: Estimate(
                        value: choice.value, intervalAbsence: .correctionItself, units: estimate.units,
                        persons: estimate.persons)))
        }
        return rows
    }

    static func parameters(degree: Int) -> [MeasureParameter] {
        [
            MeasureParameter("degree", "\(degree)"),
            MeasureParameter("fit", "least squares weighted by w(p)^2"),
        ]
    }

    init(
        _ ordered: OrderedCounts, _ variation: OrdinalVariation, degree asked: Int?, fraction: Double,
        _ options: MeasureOptions
    ) throws(SegregationError) {
        guard variation != .absolute else {
            throw .needsMore(
                identifier: "rankorder-Ar", needs: "another variation: A has no rank-order index")
        }
        guard fraction >= 0, fraction <= 1 else {
            throw .parameter(name: "samplingFraction", found: fraction, expected: "between 0 and 1")
        }
        if let asked, !(1...12).contains(asked) {
            throw .parameter(name: "degree", found: Double(asked), expected: "between 1 and 12")
        }
        let profile = ordered.profile([variation])
        let points = profile.points(variation)
        // One threshold more than the curve needs leaves something to smooth.
        let degree = asked ?? max(1, min(4, points.count - 2))
        let statistic = OrdinalStatistic(
            definition: MeasureDefinition.ordinal.first {
                $0.identifier == "rankorder-\(variation.rawValue)r"
            }
                ?? MeasureDefinition.ordinal[0],
            variation: variation, kind: .rankOrder(degree: degree))
        let value = statistic.value(profile)
        let totals = ordered.unitTotals
        var estimate = Estimate(
            value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notRequested,
            units: totals.count { $0 > 0 }, persons: profile.total)
        var corrected = estimate
        let correction = SampleCorrection(fraction: fraction)
        let canCorrect = ordered.holdsWholeNumbers && SampleCorrection.covers(variation)
        let harmonics = HarmonicNumbers(upTo: canCorrect ? 1.5 * (totals.max() ?? 0) + 10 : 1)
        let groups = ordered.groups
        @Sendable func correctedValue(_ profile: OrdinalProfile, _ counts: [Double]) -> Double? {
            guard canCorrect else { return nil }
            return correction.profile(
                profile, counts: counts, groups: groups, variation: variation, harmonics: harmonics
            ).flatMap { statistic.value($0).number }
        }
        let mended = correctedValue(profile, ordered.counts)
        corrected.value = mended.map { .defined($0) } ?? .undefined(Self.reason(value, variation, canCorrect))
        if mended == nil { corrected.intervalAbsence = .undefinedMeasure }
        if let number = value.number {
            estimate.addChance(
                statistic.value(ordered.expectedProfile(profile, [variation])), number, variation)
            if options.draws > 0 {
                let draws = ordered.draws(options, [variation], count: 2) { counts, profile in
                    [statistic.value(profile).number ?? .nan, correctedValue(profile, counts) ?? .nan]
                }
                estimate.addDraws(
                    draws.first, around: number, definition: statistic.definition, options: options)
                if let mended, let second = draws.last {
                    corrected.addDraws(
                        second, corrected: mended, ofValue: number, statistic.definition, options)
                }
            }
        }
        self.variation = variation
        self.degree = degree
        self.estimate = estimate
        samplingCorrected = corrected
        samplingFraction = fraction
        self.profile = points.map { Point(threshold: $0.threshold, share: $0.share, value: $0.value) }
        sensitivity = ThresholdSensitivity(points, variation, degree: degree)
        warnings = RankOrderWarning.all(
            self.profile, degree: degree, sensitivity: sensitivity, interval: estimate.interval,
            singlePersonUnits: totals.count { $0 == 1 })
    }

    private static func reason(
        _ value: MeasuredValue, _ variation: OrdinalVariation, _ canCorrect: Bool
    ) -> UndefinedReason {
        if case .undefined(let reason) = value { return reason }
        return .noSamplingCorrection
    }
}

extension Estimate {
    /// Adds standard error and interval of a corrected value. In a draw the table is the truth, and its plain
    /// value is what corrected draws aim at; their error around it is that of the corrected value around the
    /// truth.
    mutating func addDraws(
        _ draws: [Double], corrected: Double, ofValue plain: Double, _ definition: MeasureDefinition,
        _ options: MeasureOptions
    ) {
        let shift = options.method == .basic ? plain - corrected : 0
        addDraws(draws.map { $0 - shift }, around: corrected, definition: definition, options: options)
        bias = nil
    }
}

extension ContingencyTable {
    /// A rank-order index of ordered groups, lowest first, with interval, corrections and sensitivity.
    /// - Parameters:
    ///   - variation: entropy for H^R, variance ratio for R^R, square root for S^R.
    ///   - degree: the degree of the polynomial; if left out 4, or with few thresholds the highest that
    ///     leaves one to smooth.
    ///   - samplingFraction: the share of the population that was counted: 0 when the counts are a small
    ///     sample (or are seen as drawn by chance), 1 when everyone was counted and nothing is to be
    ///     corrected. Counts are persons counted, not estimates of the population.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)`` or
    ///   ``SegregationError/needsMore(identifier:needs:)`` for the absolute variation.
    public func rankOrderReport(
        _ variation: OrdinalVariation = .entropy, degree: Int? = nil, samplingFraction: Double = 0,
        options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> RankOrderReport {
        try options.check(for: self)
        return try RankOrderReport(
            OrderedCounts(self), variation, degree: degree, fraction: samplingFraction, options)
    }
}

extension PersonalIncomes {
    /// The same of incomes person by person, cut at the ranks 1/K ... (K-1)/K. Persons drawn again are ranked
    /// anew.
    /// - Parameters:
    ///   - thresholds: K - 1.
    ///   - options: ``Resampling/personsWithinGroups`` is refused, as persons have no groups.
    public func rankOrderReport(
        _ variation: OrdinalVariation = .entropy, thresholds: Int = 19, degree: Int = 4,
        samplingFraction: Double = 0, options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> RankOrderReport {
        try Self.check(thresholds: thresholds, degree: degree)
        guard options.resampling != .personsWithinGroups else {
            throw .needsMore(
                identifier: "rankorder-\(variation.rawValue)r", needs: "resampling of persons or of units")
        }
        try options.check(for: ContingencyTable(groups: ["income"], rows: [[0]]))
        return try RankOrderReport(
            OrderedCounts(self, thresholds: thresholds), variation, degree: degree,
            fraction: samplingFraction,
            options)
    }
}

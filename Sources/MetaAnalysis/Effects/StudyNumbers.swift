/// Mean, spread and size of one group, as a paper prints them.
public struct GroupSummary: Sendable, Hashable {
    /// The mean.
    public var mean: Double
    /// The standard deviation, above 0.
    public var standardDeviation: Double
    /// Persons in the group, at least 2.
    public var count: Double

    /// A group.
    public init(mean: Double, standardDeviation: Double, count: Double) {
        self.mean = mean
        self.standardDeviation = standardDeviation
        self.count = count
    }

    var variance: Double { standardDeviation * standardDeviation }

    /// (s/m)²/n, the squared coefficient of variation of the mean.
    var relativeVariance: Double { variance / (count * mean * mean) }
}

/// The same persons measured twice.
public struct RepeatedMeans: Sendable, Hashable {
    /// The later mean.
    public var after: Double
    /// The earlier mean.
    public var before: Double
    /// The standard deviation that changes are expressed in for ``EffectMetric/standardisedMeanChangeRaw``.
    public var firstDeviation: Double
    /// The other standard deviation.
    public var secondDeviation: Double
    /// The correlation of both measurements.
    public var correlation: Double
    /// Persons, at least 2.
    public var count: Double

    /// Two measurements.
    public init(
        after: Double, before: Double, firstDeviation: Double, secondDeviation: Double, correlation: Double,
        count: Double
    ) {
        self.after = after
        self.before = before
        self.firstDeviation = firstDeviation
        self.secondDeviation = secondDeviation
        self.correlation = correlation
        self.count = count
    }
}

/// Two groups by two outcomes.
public struct FourfoldTable: Sendable, Hashable {
    /// First group, with the outcome.
    public var a: Double
    /// First group, without.
    public var b: Double
    /// Second group, with.
    public var c: Double
    /// Second group, without.
    public var d: Double

    /// Counts of persons, 0 or more.
    public init(a: Double, b: Double, c: Double, d: Double) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// Persons in the first group.
    public var firstTotal: Double { a + b }
    /// Persons in the second group.
    public var secondTotal: Double { c + d }
    /// All persons.
    public var total: Double { a + b + c + d }

    var hasEmptyCell: Bool { min(min(a, b), min(c, d)) == 0 }

    func adding(_ amount: Double) -> FourfoldTable {
        FourfoldTable(a: a + amount, b: b + amount, c: c + amount, d: d + amount)
    }

    func check(_ study: String) throws(MetaAnalysisError) {
        for cell in [a, b, c, d] where !(cell.isFinite && cell >= 0) {
            throw .studyData(study: study, problem: "a cell holds \(cell); cells are counts of 0 or more")
        }
        guard firstTotal > 0, secondTotal > 0 else {
            throw .studyData(study: study, problem: "one group has no persons")
        }
    }
}

/// How the variance of a standardised mean difference is estimated.
public enum StandardisedVariance: String, Sendable, Hashable, CaseIterable {
    /// Large samples with g: 1/n₁ + 1/n₂ + g²/2N (Hedges 1982).
    case largeSample = "LS"
    /// Large samples with d, times J² (Borenstein et al. 2009).
    case largeSampleTimesJ = "LS2"
    /// Unbiased (Hedges 1983).
    case unbiased = "UB"
}

/// Which form of a formula that was revised in the literature is used.
public enum FormulaRevision: Sendable, Hashable {
    /// As it stands in the paper, with the correction for bias where there is one.
    case current
    /// As software computed it for years: ROM without correction for bias, the variance of SMDH times J².
    case earlier
}

/// When one half is added to all four cells of a table.
public enum ZeroCellRule: Sendable, Hashable {
    /// Where a cell is 0 and the metric takes logarithms, ratios or quantiles, and for RD; PETO, AS, PHI
    /// and RTET work with 0 as it is.
    case asNeeded
    /// Wherever a cell is 0, whatever the metric.
    case whereEmpty
    /// Never; metrics that cannot work with 0 are refused.
    case never
}

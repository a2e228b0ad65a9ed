/// A range of values with the level it was made at.
public struct ConfidenceInterval: Sendable, Equatable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double
    /// The level, for instance 0.95.
    public var level: Double

    /// An interval.
    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Whether a value lies within, ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The width, upper minus lower.
    public var width: Double { upper - lower }
}

/// An estimated coefficient with its test and interval.
public struct Coefficient: Sendable, Equatable {
    /// The name of the term; "intercept" for the constant.
    public var term: String
    /// The estimate.
    public var estimate: Double
    /// The standard error.
    public var standardError: Double
    /// Degrees of freedom of t; `nil` where the normal distribution is used.
    public var degreesOfFreedom: Double?
    /// The interval.
    public var interval: ConfidenceInterval

    /// The estimate in standard errors: z, or t where there are degrees of freedom; 0 for an estimate of 0
    /// without error, as studies that all say 0 give under Knapp and Hartung without a floor.
    public var statistic: Double { estimate == 0 ? 0 : estimate / standardError }

    /// The two-sided probability of a statistic at least as far from 0 when the coefficient is 0.
    public var pValue: Double {
        degreesOfFreedom.map { StudentDistribution.twoSided(statistic, df: $0) }
            ?? NormalDistribution.twoSided(statistic)
    }

    /// A coefficient with the interval that follows from its error and distribution.
    init(term: String, estimate: Double, standardError: Double, degreesOfFreedom: Double?, level: Double) {
        self.term = term
        self.estimate = estimate
        self.standardError = standardError
        self.degreesOfFreedom = degreesOfFreedom
        let half = Self.criticalValue(degreesOfFreedom, level: level) * standardError
        interval = ConfidenceInterval(lower: estimate - half, upper: estimate + half, level: level)
    }

    /// The two-sided critical value of t, or of the normal distribution.
    static func criticalValue(_ degreesOfFreedom: Double?, level: Double) -> Double {
        let tail = (1 + level) / 2
        return degreesOfFreedom.map { StudentDistribution.quantile(tail, df: $0) }
            ?? NormalDistribution.quantile(tail)
    }
}

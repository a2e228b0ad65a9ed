internal import Foundation

/// A test statistic as a paper prints it.
public enum TestStatistic: Sendable, Hashable {
    /// t with its degrees of freedom.
    case t(Double, df: Double)
    /// F with both degrees of freedom.
    case f(Double, df1: Double, df2: Double)
    /// χ² with its degrees of freedom.
    case chiSquared(Double, df: Double)
    /// z.
    case z(Double)
    /// A correlation with n − 2 degrees of freedom.
    case correlation(Double, df: Double)

    /// The two-sided probability.
    public var pValue: Double { upper(size) }

    /// The statistic as a point of F, or of χ² where there is no second number of degrees of freedom.
    private var size: Double {
        switch self {
        case .t(let t, _): t * t
        case .f(let f, _, _): f
        case .chiSquared(let chi, _): chi
        case .z(let z): z * z
        case .correlation(let r, let df): abs(r) < 1 ? r * r * df / (1 - r * r) : .infinity
        }
    }

    private var degrees: (first: Double, second: Double?) {
        switch self {
        case .t(_, let df), .correlation(_, let df): (1, df)
        case .f(_, let df1, let df2): (df1, df2)
        case .chiSquared(_, let df): (df, nil)
        case .z: (1, nil)
        }
    }

    /// Whether the statistic can occur.
    var isPossible: Bool {
        let degrees = degrees
        guard size.isFinite, size >= 0, degrees.first > 0, degrees.first.isFinite else { return false }
        return degrees.second.map { $0 > 0 && $0.isFinite } ?? true
    }

    private func upper(_ x: Double) -> Double {
        let degrees = degrees
        return degrees.second.map { FDistribution.upper(x, degrees.first, $0) }
            ?? ChiSquaredDistribution.upper(x, df: degrees.first)
    }

    private func lower(_ x: Double, _ noncentrality: Double) -> Double {
        let degrees = degrees
        return degrees.second.map {
            FDistribution.noncentralLower(x, degrees.first, $0, noncentrality: noncentrality)
        } ?? ChiSquaredDistribution.noncentralLower(x, df: degrees.first, noncentrality: noncentrality)
    }

    private func critical(_ p: Double) -> Double {
        let degrees = degrees
        return degrees.second.map { FDistribution.upperQuantile(p, degrees.first, $0) }
            ?? ChiSquaredDistribution.quantile(1 - p, df: degrees.first)
    }

    /// The chance of a p at least as large among those below a limit, when the test has this power at 0.05.
    func tail(power: Double, limit: Double) -> Double { tail(from: size, power: power, limit: limit) }

    /// The chance of a p at most `p` among those below 0.05, when the test has this power at 0.05.
    func share(upTo p: Double, power: Double) -> Double {
        1 - tail(from: critical(p), power: power, limit: 0.05)
    }

    private func tail(from size: Double, power: Double, limit: Double) -> Double {
        let edge = critical(0.05)
        func missing(_ noncentrality: Double) -> Double { lower(edge, noncentrality) - (1 - power) }
        var noncentrality = 0.0
        if missing(0) > 0, let end = RootFinding.firstNonPositive(above: 0, step: 1, missing) {
            noncentrality = RootFinding.brent(from: 0, to: end.point, valueAtSecond: end.value, missing) ?? 0
        }
        let below = lower(critical(limit), noncentrality)
        return (lower(size, noncentrality) - below) / (1 - below)
    }
}

/// Whether significant results pile up near 0, as they do when there is something to find (Simonsohn,
/// Nelson and Simmons 2014, 2015). Low weight: it knows nothing of heterogeneity or of the chosen outcome.
public struct PCurve: Sendable, Equatable {
    /// One half of the analysis.
    public struct Curve: Sendable, Equatable {
        /// p below this limit were used: 0.05 or 0.025.
        public let limit: Double
        /// p as a share of the limit, the chance of one at least as small when there is no effect.
        public let underNull: [Double]
        /// The chance of one at least as large with power 33 %.
        public let underThird: [Double]

        /// The number of results used.
        public var count: Int { underNull.count }
        /// Stouffer's z for more small p than without an effect; negative speaks for an effect.
        public var rightSkew: Double { PCurve.stouffer(underNull) }
        /// Its one-sided probability.
        public var rightSkewPValue: Double { NormalDistribution.lower(rightSkew) }
        /// Stouffer's z for a flatter curve than with power 33 %; negative speaks for flatter.
        public var flatness: Double { PCurve.stouffer(underThird) }
        /// Its one-sided probability.
        public var flatnessPValue: Double { NormalDistribution.lower(flatness) }
    }

    /// One step of the curve: the significant results with p in a range of 0.01.
    public struct Step: Sendable, Equatable {
        /// The upper end of the range: 0.01, 0.02, … 0.05.
        public let upper: Double
        /// The number of results in it.
        public let count: Int
        /// The share of significant results expected in it with power 33 %, 0 … 1: the mean over the tests of
        /// the significant results; 0 where nothing is significant. Without an effect it is 0.2 in each step.
        public let expectedAtThirdPower: Double
    }

    /// All p.
    public let pValues: [Double]
    /// Results with p below 0.05.
    public let full: Curve
    /// Results with p below 0.025.
    public let half: Curve
    /// The probability of so many p below 0.025 among those below 0.05, were it a coin toss.
    public let binomialPValue: Double
    /// The power that fits the curve best, 0.05 … 0.99; `nil` where the fit lies outside or nothing is
    /// significant.
    public let power: Double?
    /// The five steps of the curve, from small p to large.
    public let steps: [Step]

    /// Whether the curve shows evidence: the half curve at 0.05, or both at 0.1.
    public var showsEvidence: Bool {
        guard half.count > 0 || full.count > 0 else { return false }
        return half.rightSkewPValue < 0.05 || (half.rightSkewPValue < 0.1 && full.rightSkewPValue < 0.1)
    }

    /// Whether it is flatter than with power 33 %: the full curve at 0.05, or half curve and coin toss both
    /// at 0.1.
    public var isFlat: Bool {
        guard full.count > 0 else { return false }
        return full.flatnessPValue < 0.05 || (half.flatnessPValue < 0.1 && binomialPValue < 0.1)
    }

    /// Significant results only enter the curves.
    /// - Throws: a statistic that is not finite, a correlation of 1 or more, degrees of freedom of 0 or
    ///   below.
    public init(_ statistics: [TestStatistic]) throws(MetaAnalysisError) {
        for (place, statistic) in statistics.enumerated() where !statistic.isPossible {
            throw .studyData(
                study: "\(place + 1)",
                problem:
                    "\(statistic) is no test statistic; it must be finite, F and χ² not below 0, and degrees above 0"
            )
        }
        pValues = statistics.map(\.pValue)
        func curve(_ limit: Double) -> Curve {
            let used = statistics.filter { $0.pValue < limit }
            return Curve(
                limit: limit, underNull: used.map { $0.pValue / limit },
                underThird: used.map { $0.tail(power: 1.0 / 3, limit: limit) })
        }
        full = curve(0.05)
        half = curve(0.025)
        let n = full.count
        let below = half.count
        var term = pow(0.5, Double(n))
        var sum = below == 0 ? term : 0
        for m in 1...max(n, 1) where m <= n {
            term *= Double(n - m + 1) / Double(m)
            if m >= below { sum += term }
        }
        binomialPValue = sum
        let significant = statistics.filter { $0.pValue < 0.05 }
        steps = (1...5).map { step in
            let (lower, upper) = (Double(step - 1) / 100, Double(step) / 100)
            // The last step takes all the rest, so that the shares add up to 1.
            let shares = significant.map { test in
                (step == 5 ? 1 : test.share(upTo: upper, power: 1.0 / 3))
                    - (step == 1 ? 0 : test.share(upTo: lower, power: 1.0 / 3))
            }
            return Step(
                upper: upper,
                count: significant.count { $0.pValue <= upper && ($0.pValue > lower || step == 1) },
                expectedAtThirdPower: shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count))
        }
        func misfit(_ power: Double) -> Double {
            PCurve.stouffer(significant.map { $0.tail(power: power, limit: 0.05) })
        }
        power =
            significant.isEmpty
            ? nil : RootFinding.brent(from: 0.0501, to: 0.99, absoluteTolerance: 1e-9, misfit)
    }

    /// Σ Φ⁻¹(p)/√k; 0 for no values.
    static func stouffer(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let clipped = values.map { min(max($0, 1e-15), 1 - 1e-15) }
        return clipped.reduce(0) { $0 + NormalDistribution.quantile($1) } / Double(values.count).squareRoot()
    }
}

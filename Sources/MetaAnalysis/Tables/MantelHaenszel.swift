internal import Foundation

/// Which measure is pooled over fourfold tables.
public enum FourfoldMeasure: String, Sendable, Hashable, CaseIterable {
    /// The odds ratio, on the log scale.
    case oddsRatio = "OR"
    /// The risk ratio, on the log scale.
    case riskRatio = "RR"
    /// The risk difference.
    case riskDifference = "RD"
}

/// A pooled effect of fourfold tables without a variance per study, good for rare events.
public struct PooledTables: Sendable, Equatable {
    /// A χ² test.
    public struct Test: Sendable, Equatable {
        /// χ².
        public let statistic: Double
        /// Its degrees of freedom.
        public let degreesOfFreedom: Double
        /// The probability of a statistic at least as large.
        public var pValue: Double { ChiSquaredDistribution.upper(statistic, df: degreesOfFreedom) }
    }

    /// The effect; logarithms for ratios.
    public let effect: Coefficient
    /// Q of the studies' own effects around it.
    public let q: Test
    /// Cochran, Mantel and Haenszel's test of no association, with the correction for continuity; odds
    /// ratios only.
    public let association: Test?
    /// Cochran's test (1954), the same with variances that divide by N rather than N − 1; odds ratios only.
    public let cochran: Test?
    /// Breslow and Day's test (1980) of one common odds ratio; odds ratios only.
    public let breslowDay: Test?
    /// Tarone's correction (1985) of it.
    public let tarone: Test?
}

/// Pooling of fourfold tables by the methods of Mantel and Haenszel (1959) and Peto (Yusuf et al. 1985).
public enum TablePooling {
    /// Mantel and Haenszel's pooled effect.
    ///
    /// Q uses the studies' own effects; where a cell is 0 one half is added for Q only.
    /// - Throws: fewer than two tables, counts below 0, tables without any event.
    public static func mantelHaenszel(
        _ tables: [FourfoldTable], measure: FourfoldMeasure, level: Double = 0.95
    ) throws(MetaAnalysisError) -> PooledTables {
        try PoolingOptions.check(level: level)
        try check(tables)
        let value: Double
        let error: Double
        switch measure {
        case .oddsRatio: (value, error) = oddsRatio(tables)
        case .riskRatio: (value, error) = riskRatio(tables)
        case .riskDifference: (value, error) = riskDifference(tables)
        }
        guard value.isFinite, error.isFinite else {
            throw .contradiction(
                "the pooled \(measure.rawValue) is not finite, as one group or outcome has no events at all")
        }
        let metric: EffectMetric =
            switch measure {
            case .oddsRatio: .logOddsRatio
            case .riskRatio: .logRiskRatio
            case .riskDifference: .riskDifference
            }
        var q = 0.0
        for (place, table) in tables.enumerated() {
            let own = try StudyEffect(study: "\(place + 1)", metric: metric, table: table)
            q += (own.value - value) * (own.value - value) / own.variance
        }
        let df = Double(tables.count - 1)
        let isOdds = measure == .oddsRatio
        let peto = tables.map { PetoPart($0) }
        let excess = peto.reduce(0) { $0 + $1.excess }
        let variance = peto.reduce(0) { $0 + $1.variance }
        let cochranVariance = zip(peto, tables).reduce(0) {
            $0 + $1.0.variance * ($1.1.total - 1) / $1.1.total
        }
        let corrected = max(0, abs(excess) - 0.5)
        let day = isOdds ? breslowDay(tables, exp(value)) : nil
        return PooledTables(
            effect: Coefficient(
                term: "intercept", estimate: value, standardError: error, degreesOfFreedom: nil,
                level: level),
            q: .init(statistic: q, degreesOfFreedom: df),
            association: isOdds
                ? .init(statistic: corrected * corrected / variance, degreesOfFreedom: 1) : nil,
            cochran: isOdds
                ? .init(statistic: corrected * corrected / cochranVariance, degreesOfFreedom: 1) : nil,
            breslowDay: day.map { .init(statistic: $0.plain, degreesOfFreedom: df) },
            tarone: day.map { .init(statistic: $0.corrected, degreesOfFreedom: df) })
    }

    /// Peto's pooled log odds ratio; best for rare events and groups of like size.
    /// - Throws: fewer than two tables, counts below 0, tables without any event.
    public static func peto(
        _ tables: [FourfoldTable], level: Double = 0.95
    ) throws(MetaAnalysisError) -> PooledTables {
        try PoolingOptions.check(level: level)
        try check(tables)
        let parts = tables.map { PetoPart($0) }.filter { $0.variance > 0 }
        let variance = parts.reduce(0) { $0 + $1.variance }
        guard variance > 0 else { throw .contradiction("no table has events in both outcomes") }
        let value = parts.reduce(0) { $0 + $1.excess } / variance
        let q = parts.reduce(0) { sum, part in
            let difference = part.excess / part.variance - value
            return sum + part.variance * difference * difference
        }
        return PooledTables(
            effect: Coefficient(
                term: "intercept", estimate: value, standardError: 1 / variance.squareRoot(),
                degreesOfFreedom: nil,
                level: level), q: .init(statistic: q, degreesOfFreedom: Double(parts.count - 1)),
            association: nil,
            cochran: nil, breslowDay: nil, tarone: nil)
    }

    private static func check(_ tables: [FourfoldTable]) throws(MetaAnalysisError) {
        guard tables.count >= 2 else {
            throw .tooFewStudies(found: tables.count, needed: 2, purpose: "pooling")
        }
        for (place, table) in tables.enumerated() { try table.check("\(place + 1)") }
    }

    /// With the variance of Robins, Breslow and Greenland (1986).
    private static func oddsRatio(_ tables: [FourfoldTable]) -> (Double, Double) {
        var r = 0.0
        var s = 0.0
        var pr = 0.0
        var mixed = 0.0
        var qs = 0.0
        for t in tables {
            let ad = t.a * t.d / t.total
            let bc = t.b * t.c / t.total
            let p = (t.a + t.d) / t.total
            let q = (t.b + t.c) / t.total
            r += ad
            s += bc
            pr += p * ad
            mixed += p * bc + q * ad
            qs += q * bc
        }
        return (log(r / s), (0.5 * (pr / (r * r) + mixed / (r * s) + qs / (s * s))).squareRoot())
    }

    /// With the variance of Greenland and Robins (1985).
    private static func riskRatio(_ tables: [FourfoldTable]) -> (Double, Double) {
        var r = 0.0
        var s = 0.0
        var top = 0.0
        for t in tables {
            r += t.a * t.secondTotal / t.total
            s += t.c * t.firstTotal / t.total
            let with = t.a + t.c
            top += (t.firstTotal * t.secondTotal * with - t.a * t.c * t.total) / (t.total * t.total)
        }
        return (log(r / s), (top / (r * s)).squareRoot())
    }

    /// With the variance of Sato, Greenland and Robins (1989).
    private static func riskDifference(_ tables: [FourfoldTable]) -> (Double, Double) {
        var top = 0.0
        var weight = 0.0
        var first = 0.0
        var second = 0.0
        for t in tables {
            let n1 = t.firstTotal
            let n2 = t.secondTotal
            let n = t.total
            top += t.a * n2 / n - t.c * n1 / n
            weight += n1 * n2 / n
            first +=
                t.c * (n1 / n) * (n1 / n) - t.a * (n2 / n) * (n2 / n) + (n1 / n) * (n2 / n) * (n2 - n1) / 2
            second += t.a * (n2 - t.c) / n + t.c * (n1 - t.a) / n
        }
        let value = top / weight
        return (value, ((value * first + second / 2) / (weight * weight)).squareRoot())
    }

    /// Observed against expected first cells under a common odds ratio.
    private static func breslowDay(_ tables: [FourfoldTable], _ odds: Double) -> (
        plain: Double, corrected: Double
    ) {
        var sum = 0.0
        var excess = 0.0
        var variance = 0.0
        for t in tables {
            let n1 = t.firstTotal
            let with = t.a + t.c
            let expected = expectedCell(odds, n1, t.secondTotal, with)
            let spread =
                1
                / (1 / expected + 1 / (with - expected) + 1 / (n1 - expected)
                    + 1 / (t.secondTotal - with + expected))
            sum += (t.a - expected) * (t.a - expected) / spread
            excess += t.a - expected
            variance += spread
        }
        return (sum, sum - excess * excess / variance)
    }

    private static func expectedCell(_ odds: Double, _ n1: Double, _ n2: Double, _ with: Double) -> Double {
        if abs(odds - 1) < 1e-12 { return n1 * with / (n1 + n2) }
        let linear = odds * (n1 + with) + (n2 - with)
        let root = (linear * linear - 4 * odds * (odds - 1) * n1 * with).squareRoot()
        return (linear - root) / (2 * (odds - 1))
    }
}

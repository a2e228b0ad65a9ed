internal import Foundation

/// Conversions between scales of effects, number by number. Variances follow by the delta method.
public enum EffectConversion {
    /// Fisher's z of a correlation, arctanh r.
    public static func fisherZ(correlation r: Double) -> Double { atanh(r) }
    /// The correlation with a Fisher's z, tanh z.
    public static func correlation(fisherZ z: Double) -> Double { tanh(z) }
    /// e to the power of a logarithm.
    public static func ratio(logarithm: Double) -> Double { exp(logarithm) }
    /// The share with a logit.
    public static func share(logit: Double) -> Double { 1 / (1 + exp(-logit)) }
    /// The share with an arcsine of its root; 0 below 0 and 1 above π/2.
    public static func share(arcsine: Double) -> Double {
        let sine = sin(min(max(arcsine, 0), .pi / 2))
        return sine * sine
    }

    /// d from t of two independent groups.
    public static func cohensD(t: Double, _ firstCount: Double, _ secondCount: Double) -> Double {
        t * (1 / firstCount + 1 / secondCount).squareRoot()
    }

    /// The positive t with a two-sided p.
    public static func t(p: Double, degreesOfFreedom: Double) -> Double {
        StudentDistribution.quantile(1 - p / 2, df: degreesOfFreedom)
    }

    /// The correlation behind t.
    public static func correlation(t: Double, degreesOfFreedom: Double) -> Double {
        t / (t * t + degreesOfFreedom).squareRoot()
    }

    /// The semipartial correlation behind t of a regression with explained share R².
    public static func semipartialCorrelation(t: Double, degreesOfFreedom: Double, rSquared: Double) -> Double
    {
        t * (1 - rSquared).squareRoot() / degreesOfFreedom.squareRoot()
    }

    /// The standard error behind a confidence interval.
    public static func standardError(lower: Double, upper: Double, level: Double = 0.95) -> Double {
        (upper - lower) / (2 * NormalDistribution.quantile((1 + level) / 2))
    }

    /// d to r with a = N²/n₁n₂, 4 where groups are of one size.
    public static func dToR(_ d: Double, _ variance: Double, a: Double = 4) -> (
        value: Double, variance: Double
    ) {
        let sum = d * d + a
        return (d / sum.squareRoot(), a * a * variance / (sum * sum * sum))
    }

    /// r to d.
    public static func rToD(_ r: Double, _ variance: Double) -> (value: Double, variance: Double) {
        let rest = 1 - r * r
        return (2 * r / rest.squareRoot(), 4 * variance / (rest * rest * rest))
    }

    /// d to log odds ratio, times π/√3.
    public static func dToLogOdds(_ d: Double, _ variance: Double) -> (value: Double, variance: Double) {
        (d * .pi / 3.0.squareRoot(), variance * .pi * .pi / 3)
    }

    /// Log odds ratio to d, times √3/π.
    public static func logOddsToD(_ value: Double, _ variance: Double) -> (value: Double, variance: Double) {
        (value * 3.0.squareRoot() / .pi, variance * 3 / (.pi * .pi))
    }

    /// Log odds ratio to d by Cox, over 1.65.
    public static func logOddsToCox(_ value: Double, _ variance: Double) -> (value: Double, variance: Double)
    {
        (value / 1.65, variance / (1.65 * 1.65))
    }

    /// The risk in the group with an odds ratio, given the risk without.
    public static func risk(oddsRatio: Double, baseline: Double) -> Double {
        oddsRatio * baseline / (1 - baseline + oddsRatio * baseline)
    }

    /// The odds ratio of two risks.
    public static func oddsRatio(risk: Double, baseline: Double) -> Double {
        risk / (1 - risk) / (baseline / (1 - baseline))
    }

    /// Olkin and Pratt's factor against the bias of r: ₂F₁(½, ½; (n − 2)/2; 1 − r²).
    static func olkinPratt(_ r: Double, _ n: Double) -> Double {
        let x = 1 - r * r
        let c = (n - 2) / 2
        var term = 1.0
        var sum = 1.0
        for step in 0..<10_000 {
            let m = Double(step)
            term *= (m + 0.5) * (m + 0.5) * x / ((c + m) * (m + 1))
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }
}

/// What a standardised difference means for the overlap of two normal groups (Cohen 1988; McGraw and Wong
/// 1992).
public struct OverlapOfGroups: Sendable, Equatable {
    /// The share of the second group below the mean of the first.
    public let u3: Double
    /// The chance that a person of the first group is above one of the second.
    public let superiority: Double
    /// The share of both groups together that does not overlap.
    public let u1: Double
    /// The share of the first group above the same share of the second.
    public let u2: Double
    /// The success rate of the first group when both are cut in half together (binomial effect size display).
    public let binomialDisplay: Double

    /// The overlap for a difference of d standard deviations.
    public init(d: Double) {
        u3 = NormalDistribution.lower(d)
        superiority = NormalDistribution.lower(d / 2.0.squareRoot())
        let half = NormalDistribution.lower(abs(d) / 2)
        u1 = (2 * half - 1) / half
        u2 = NormalDistribution.lower(d / 2)
        binomialDisplay = 0.5 + EffectConversion.dToR(d, 0).value / 2
    }
}

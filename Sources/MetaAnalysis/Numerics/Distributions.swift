internal import Foundation

/// χ² with `df` degrees of freedom.
enum ChiSquaredDistribution {
    static func lower(_ x: Double, df: Double) -> Double { IncompleteGamma.lower(df / 2, x / 2) }
    static func upper(_ x: Double, df: Double) -> Double { IncompleteGamma.upper(df / 2, x / 2) }

    /// The x with P(X ≤ x) = p.
    static func quantile(_ p: Double, df: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return .infinity }
        let useUpper = p > 0.5
        func difference(_ x: Double) -> Double {
            useUpper ? upper(x, df: df) - (1 - p) : p - lower(x, df: df)
        }
        guard let end = RootFinding.firstNonPositive(above: 0, step: max(df, 1), difference) else {
            return .infinity
        }
        return RootFinding.brent(
            from: 0, to: end.point, valueAtFirst: difference(0), valueAtSecond: end.value, difference)
            ?? end.point
    }

    /// P(X ≤ x) with noncentrality λ: a Poisson mixture of central distributions, summed from its mode
    /// outwards.
    static func noncentralLower(_ x: Double, df: Double, noncentrality: Double) -> Double {
        PoissonMixture.sum(mean: noncentrality / 2) { lower(x, df: df + 2 * $0) }
    }
}

/// F with two numbers of degrees of freedom.
enum FDistribution {
    static func lower(_ x: Double, _ df1: Double, _ df2: Double) -> Double {
        if x <= 0 { return 0 }
        let total = df1 * x + df2
        return IncompleteBeta.lower(df1 / 2, df2 / 2, x: df1 * x / total, complement: df2 / total)
    }

    static func upper(_ x: Double, _ df1: Double, _ df2: Double) -> Double {
        if x <= 0 { return 1 }
        let total = df1 * x + df2
        return IncompleteBeta.upper(df1 / 2, df2 / 2, x: df1 * x / total, complement: df2 / total)
    }

    /// The x with P(X > x) = p.
    static func upperQuantile(_ p: Double, _ df1: Double, _ df2: Double) -> Double {
        if p >= 1 { return 0 }
        if p <= 0 { return .infinity }
        func difference(_ x: Double) -> Double { upper(x, df1, df2) - p }
        guard let end = RootFinding.firstNonPositive(above: 0, step: 1, difference) else { return .infinity }
        return RootFinding.brent(
            from: 0, to: end.point, valueAtFirst: 1 - p, valueAtSecond: end.value, difference) ?? end.point
    }

    /// P(X ≤ x) with noncentrality λ.
    static func noncentralLower(
        _ x: Double, _ df1: Double, _ df2: Double, noncentrality: Double
    ) -> Double {
        if x <= 0 { return 0 }
        let total = df1 * x + df2
        return PoissonMixture.sum(mean: noncentrality / 2) {
            IncompleteBeta.lower(
                df1 / 2 + $0, df2 / 2, x: df1 * x / total, complement: df2 / total)
        }
    }
}

/// Student's t.
enum StudentDistribution {
    /// P(T > t).
    static func upper(_ t: Double, df: Double) -> Double {
        t >= 0 ? twoSided(t, df: df) / 2 : 1 - twoSided(t, df: df) / 2
    }

    /// P(|T| > |t|), exact far out.
    static func twoSided(_ t: Double, df: Double) -> Double {
        if df.isInfinite { return NormalDistribution.twoSided(t) }
        if t.isInfinite { return 0 }
        let square = t * t
        return IncompleteBeta.lower(
            df / 2, 0.5, x: df / (df + square), complement: square / (df + square))
    }

    /// The t with P(T ≤ t) = p.
    static func quantile(_ p: Double, df: Double) -> Double {
        if df.isInfinite { return NormalDistribution.quantile(p) }
        if p <= 0 { return -.infinity }
        if p >= 1 { return .infinity }
        if p == 0.5 { return 0 }
        let tail = 2 * min(p, 1 - p)
        func difference(_ t: Double) -> Double { twoSided(t, df: df) - tail }
        guard let end = RootFinding.firstNonPositive(above: 0, step: 1, difference),
            let t = RootFinding.brent(
                from: 0, to: end.point, valueAtFirst: 1 - tail, valueAtSecond: end.value, difference)
        else { return p < 0.5 ? -.infinity : .infinity }
        return p < 0.5 ? -t : t
    }
}

/// Sums weighted by the Poisson distribution, from the mode outwards so that no start underflows.
enum PoissonMixture {
    static func sum(mean: Double, _ value: (Double) -> Double) -> Double {
        if mean <= 0 { return value(0) }
        let mode = mean.rounded(.down)
        let top = exp(mode * log(mean) - mean - LogGamma.value(mode + 1))
        var total = top * value(mode)
        var weight = top
        var n = mode
        while weight > 1e-18 {
            n += 1
            weight *= mean / n
            total += weight * value(n)
        }
        weight = top
        n = mode
        while n > 0, weight > 1e-18 {
            weight *= n / mean
            n -= 1
            total += weight * value(n)
        }
        return total
    }
}

internal import Foundation

/// The regularised incomplete gamma function (DLMF 8.7 and 8.9).
enum IncompleteGamma {
    /// P(a, x), the lower tail; a > 0, x ≥ 0.
    static func lower(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x.isInfinite { return 1 }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// Q(a, x), the upper tail, with full relative precision far out.
    static func upper(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 1 }
        if x.isInfinite { return 0 }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// x^a e^−x / Γ(a), through the deviation from a where both are large.
    private static func prefactor(_ a: Double, _ x: Double) -> Double {
        guard a >= 15 else { return exp(a * log(x) - x - LogGamma.value(a)) }
        let deviation = (x - a) / a
        let exponent = a * (log1p(deviation) - deviation) - LogGamma.correction(a)
        return exp(exponent) * (a / (2 * .pi)).squareRoot()
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var n = a
        for _ in 0..<100_000 {
            n += 1
            term *= x / n
            sum += term
            if term < sum * 1e-17 { break }
        }
        return prefactor(a, x) * sum
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var h = d
        for i in 1...100_000 {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = an * d + b
            if abs(d) < tiny { d = tiny }
            c = b + an / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let step = d * c
            h *= step
            if abs(step - 1) < 1e-16 { break }
        }
        return prefactor(a, x) * h
    }
}

internal import Foundation

/// The regularised incomplete beta function by its continued fraction (DLMF 8.17.22, modified Lentz).
enum IncompleteBeta {
    /// I_x(a, b) with the complement 1 − x given apart, so that neither tail loses digits.
    static func lower(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
        if x <= 0 { return 0 }
        if complement <= 0 { return 1 }
        return x < (a + 1) / (a + b + 2)
            ? fraction(a, b, x, complement) : 1 - fraction(b, a, complement, x)
    }

    /// 1 − I_x(a, b), with full relative precision far out.
    static func upper(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
        lower(b, a, x: complement, complement: x)
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ complement: Double) -> Double {
        let front = exp(a * log(x) + b * log(complement) - LogGamma.beta(a, b)) / a
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        if abs(d) < tiny { d = tiny }
        d = 1 / d
        var h = d
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 + even * d
            if abs(d) < tiny { d = tiny }
            c = 1 + even / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + odd * d
            if abs(d) < tiny { d = tiny }
            c = 1 + odd / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let change = d * c
            h *= change
            if abs(change - 1) < 1e-16 { break }
        }
        return front * h
    }
}

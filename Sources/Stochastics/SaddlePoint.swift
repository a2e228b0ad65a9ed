internal import Foundation

/// The two building blocks of Loader (2000), "Fast and accurate computation of binomial probabilities": the error
/// of Stirling's formula and the deviance. Together they give probabilities to about 14 digits at any size, where
/// differences of log-gamma values lose eight digits once counts reach the millions.
enum SaddlePoint {
    /// ln n! - ln(sqrt(2 pi n) (n/e)^n) for a whole n >= 0.
    static func stirlingError(_ n: Double) -> Double {
        if n < 16 { return smallErrors[Int(n)] }
        let square = n * n
        if n > 500 { return (1.0 / 12 - (1.0 / 360) / square) / n }
        if n > 80 { return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260) / square) / square) / n }
        if n > 35 {
            return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680) / square) / square) / square) / n
        }
        let inner = 1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188) / square) / square
        return (1.0 / 12 - (1.0 / 360 - inner / square) / square) / n
    }

    /// x ln(x/m) + m - x, without cancellation when x is near m.
    static func deviance(_ x: Double, _ mean: Double) -> Double {
        guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
        let ratio = (x - mean) / (x + mean)
        var sum = (x - mean) * ratio
        var term = 2 * x * ratio
        let square = ratio * ratio
        for step in 1..<1000 {
            term *= square
            let next = sum + term / Double(2 * step + 1)
            if next == sum { return next }
            sum = next
        }
        return sum
    }

    /// The values for 0 ... 15, where the series does not reach full precision.
    private static let smallErrors: [Double] = (0..<16).map { whole in
        guard whole > 0 else { return 0 }
        let n = Double(whole)
        // Products up to 15! are exact in a Double, so this difference is good to the last digits.
        let factorial = (1...whole).reduce(1.0) { $0 * Double($1) }
        return log(factorial) - (0.5 * log(2 * Double.pi * n) + n * log(n) - n)
    }
}

internal import Foundation
internal import Stochastics

/// The standard normal distribution.
enum NormalDistribution {
    static func density(_ z: Double) -> Double { 0.398942280401432677939946059934 * exp(-z * z / 2) }

    /// P(Z ≤ z).
    static func lower(_ z: Double) -> Double { erfc(-z * 0.707106781186547524400844362105) / 2 }

    /// P(Z > z), exact far out.
    static func upper(_ z: Double) -> Double { lower(-z) }

    /// P(|Z| > |z|).
    static func twoSided(_ z: Double) -> Double { erfc(abs(z) * 0.707106781186547524400844362105) }

    /// The logarithm of P(Z > z), also where the probability itself is below the smallest number.
    static func logUpper(_ z: Double) -> Double {
        guard z > 30 else { return log(upper(z)) }
        let square = 1 / (z * z)
        let series = 1 - square * (1 - square * (3 - square * (15 - square * 105)))
        return -z * z / 2 - log(z) - 0.918938533204672741780329736406 + log(series)
    }

    /// The z with P(Z ≤ z) = p (Wichura 1988, AS 241, 16 digits).
    static func quantile(_ p: Double) -> Double { StandardNormal.quantile(p) }

    /// The z with P(Z > z) = p, exact for small p.
    static func upperQuantile(_ p: Double) -> Double { StandardNormal.upperQuantile(p) }
}

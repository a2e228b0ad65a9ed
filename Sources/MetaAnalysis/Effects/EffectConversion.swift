internal import Foundation

/// Conversions between scales of effects, number by number.
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
}

internal import Foundation

/// What is believed about τ before seeing the studies.
public enum HeterogeneityPrior: Sendable, Hashable {
    /// The positive half of a normal distribution with this scale.
    case halfNormal(scale: Double)
    /// The positive half of a Cauchy distribution with this scale.
    case halfCauchy(scale: Double)
    /// The same density everywhere; improper, for three studies or more.
    case uniform
    /// Jeffreys' prior for the variance with the mean known; improper, for two studies or more.
    case jeffreys

    func logDensity(_ tau: Double, variances: [Double]) -> Double {
        switch self {
        case .halfNormal(let scale):
            return log(2 / (scale * (2 * .pi).squareRoot())) - tau * tau / (2 * scale * scale)
        case .halfCauchy(let scale): return log(2 / (.pi * scale)) - log1p(tau * tau / (scale * scale))
        case .uniform: return 0
        case .jeffreys:
            let sum = variances.reduce(0) { sum, v in
                let ratio = tau / (v + tau * tau)
                return sum + ratio * ratio
            }
            return 0.5 * log(sum)
        }
    }

    /// The power of 1/τ by which the density falls in the end; `nil` where it falls faster than any power.
    var tailPower: Double? {
        switch self {
        case .halfNormal: nil
        case .halfCauchy: 2
        case .uniform: 0
        case .jeffreys: 1
        }
    }

    var isProper: Bool {
        switch self {
        case .halfNormal, .halfCauchy: true
        case .uniform, .jeffreys: false
        }
    }
}

/// What is believed about the mean effect.
public enum EffectPrior: Sendable, Hashable {
    /// The same density everywhere; improper.
    case flat
    /// A normal distribution.
    case normal(mean: Double, deviation: Double)
}

/// A posterior distribution in a few numbers.
public struct PosteriorSummary: Sendable, Equatable {
    /// Where the density is highest.
    public let mode: Double
    /// The value with half of the probability below it.
    public let median: Double
    /// The mean; undefined where the tail is too long for one.
    public let mean: Defined<Double>
    /// The standard deviation; undefined where the tail is too long for one.
    public let deviation: Defined<Double>
    /// The shortest interval with the level's probability.
    public let interval: ConfidenceInterval
}

/// Which moments a posterior has: its density falls like a power of 1/τ.
struct PosteriorTail {
    /// The power; infinite for tails that fall faster.
    let power: Double

    /// The likelihood falls with τ^(1−k) under a flat mean and with τ^(−k) under a normal one.
    init(_ prior: HeterogeneityPrior, _ effect: EffectPrior, studies: Int) {
        let likelihood = Double(studies) - (effect == .flat ? 1 : 0)
        power = prior.tailPower.map { $0 + likelihood } ?? .infinity
    }

    func mean(_ value: Double) -> Defined<Double> { power > 2 ? .value(value) : .undefined(.longTail) }

    func deviation(_ value: Double) -> Defined<Double> { power > 3 ? .value(value) : .undefined(.longTail) }
}

internal import Foundation

/// Standard error and bias of a measure.
struct Moments {
    var standardError: Double
    /// How much the measure lies too high on average.
    var bias: Double

    /// Those of one less the measure.
    var mirrored: Moments { Moments(standardError: standardError, bias: -bias) }

    /// The value less its bias, give or take the normal quantile times the standard error, held within the range of the
    /// measure.
    func interval(around value: Double, definition: MeasureDefinition, level: Double) -> Interval {
        let reach = Self.normalQuantile((1 + level) / 2) * standardError
        return Interval(
            lower: definition.held(value - bias - reach), upper: definition.held(value - bias + reach),
            level: level, method: .closedForm, resampling: .persons, draws: 0)
    }

    /// The quantile of the standard normal law above one half, by Newton's method on its tail.
    static func normalQuantile(_ probability: Double) -> Double {
        var x = 0.0
        for _ in 0..<60 {
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            let below = 1 - erfc(x / 2.0.squareRoot()) / 2
            let step = (probability - below) / density
            x += step
            if abs(step) < 1e-14 * max(1, x) { break }
        }
        return x
    }
}

internal import Foundation
internal import Stochastics

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
        let reach = StandardNormal.quantile((1 + level) / 2) * standardError
        return Interval(
            lower: definition.held(value - bias - reach), upper: definition.held(value - bias + reach),
            level: level, method: .closedForm, resampling: .persons, draws: 0)
    }
}

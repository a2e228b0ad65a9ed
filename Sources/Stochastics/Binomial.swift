internal import Foundation

/// The number of successes in independent trials with the same probability.
public struct Binomial: Sendable, Equatable {
    /// The number of trials, a whole number.
    public let trials: Double
    /// The probability of success per trial.
    public let probability: Double

    /// The law of `trials` trials.
    /// - Precondition: `trials` is whole and not negative, `probability` lies in 0 ... 1.
    @inlinable
    public init(trials: Double, probability: Double) {
        precondition(trials >= 0 && probability >= 0 && probability <= 1)
        self.trials = trials
        self.probability = probability
    }

    /// The natural logarithm of the probability of exactly this number (Loader 2000).
    public func logProbability(_ number: Double) -> Double {
        guard number >= 0, number <= trials else { return -.infinity }
        if probability == 0 { return number == 0 ? 0 : -.infinity }
        if probability == 1 { return number == trials ? 0 : -.infinity }
        let failure = 1 - probability
        if number == 0 { return trials * log1p(-probability) }
        if number == trials { return trials * log(probability) }
        let missed = trials - number
        let exponent =
            SaddlePoint.stirlingError(trials) - SaddlePoint.stirlingError(number)
            - SaddlePoint.stirlingError(missed) - SaddlePoint.deviance(number, trials * probability)
            - SaddlePoint.deviance(missed, trials * failure)
        return exponent + 0.5 * log(trials / (2 * Double.pi * number * missed))
    }

    /// The mean absolute deviation from the mean, exactly: 2 m C(n, m) p^m q^(n-m+1) with m the first whole number
    /// above np (De Moivre 1730).
    /// - Complexity: constant.
    public var meanAbsoluteDeviation: Double {
        let next = (trials * probability).rounded(.down) + 1
        guard next <= trials, probability > 0, probability < 1 else { return 0 }
        return 2 * next * (1 - probability) * exp(logProbability(next))
    }

    /// A random number of successes.
    ///
    /// Counts failures between successes when few are expected, and otherwise uses the transformed rejection
    /// method BTRS of Hörmann (1993), Journal of Statistical Computation and Simulation 46.
    public func draw(using stream: inout RandomStream) -> Double {
        if probability > 0.5 {
            return trials - Binomial(trials: trials, probability: 1 - probability).draw(using: &stream)
        }
        guard trials > 0, probability > 0 else { return 0 }
        return trials * probability < 10 ? drawBySteps(using: &stream) : drawByRejection(using: &stream)
    }

    /// The waiting times between successes are geometric.
    private func drawBySteps(using stream: inout RandomStream) -> Double {
        let scale = 1 / log1p(-probability)
        var position = 0.0
        var successes = 0.0
        while true {
            position += (log(1 - stream.unit()) * scale).rounded(.down) + 1
            if position > trials { return successes }
            successes += 1
        }
    }

    private func drawByRejection(using stream: inout RandomStream) -> Double {
        let deviation = (trials * probability * (1 - probability)).squareRoot()
        let b = 1.15 + 2.53 * deviation
        let a = -0.0873 + 0.0248 * b + 0.01 * probability
        let centre = trials * probability + 0.5
        let quick = 0.92 - 4.2 / b
        let mode = ((trials + 1) * probability).rounded(.down)
        let scale = (2.83 + 5.1 / b) * deviation
        let atMode = logProbability(mode)
        while true {
            let u = stream.unit() - 0.5
            let v = 1 - stream.unit()
            let side = 0.5 - abs(u)
            let number = ((2 * a / side + b) * u + centre).rounded(.down)
            if side >= 0.07, v <= quick { return number }
            guard number >= 0, number <= trials else { continue }
            if log(v * scale / (a / (side * side) + b)) <= logProbability(number) - atMode { return number }
        }
    }
}

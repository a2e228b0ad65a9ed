internal import Foundation

/// A Poisson law prepared for many draws: what depends on the mean is worked out once.
public struct PoissonSampler: Sendable {
    @usableFromInline let mean: Double
    @usableFromInline let a: Double
    @usableFromInline let b: Double
    @usableFromInline let quick: Double
    @usableFromInline let scale: Double
    @usableFromInline let logMean: Double
    @usableFromInline let none: Double

    /// The law with this mean.
    /// - Precondition: the mean is finite and not negative.
    public init(mean: Double) {
        precondition(mean >= 0 && mean.isFinite)
        self.mean = mean
        let root = mean.squareRoot()
        b = 0.931 + 2.53 * root
        a = -0.059 + 0.02483 * b
        quick = 0.9277 - 3.6224 / (b - 2)
        scale = 1.1239 + 1.1328 / (b - 3.4)
        logMean = log(mean)
        none = exp(-mean)
    }

    /// A random number of events.
    ///
    /// Below a mean of 10 by adding probabilities, from there by the transformed rejection method PTRS of
    /// Hörmann (1993), Insurance: Mathematics and Economics 12.
    @inlinable @inline(__always)
    public func draw(using stream: inout RandomStream) -> Double {
        if mean < 10 { return drawBySteps(using: &stream) }
        while true {
            let u = stream.openUnit() - 0.5
            let v = stream.openUnit()
            let side = 0.5 - abs(u)
            let number = ((2 * a / side + b) * u + mean + 0.43).rounded(.down)
            if side >= 0.07, v <= quick { return number }
            if number < 0 || (side < 0.013 && v > side) { continue }
            if accepts(number, side: side, v: v) { return number }
        }
    }

    @inlinable @inline(__always)
    func drawBySteps(using stream: inout RandomStream) -> Double {
        let target = stream.unit()
        var number = 0.0
        var probability = none
        var sum = none
        while target >= sum, number < 200 {
            number += 1
            probability *= mean / number
            sum += probability
        }
        return number
    }

    @usableFromInline @inline(never)
    func accepts(_ number: Double, side: Double, v: Double) -> Bool {
        let logFactorial =
            number == 0
            ? 0
            : SaddlePoint.stirlingError(number) + 0.5 * log(2 * Double.pi * number) + number * log(number)
                - number
        return log(v * scale / (a / (side * side) + b)) <= number * logMean - mean - logFactorial
    }
}

internal import Foundation

/// A Poisson law prepared for many draws: what depends on the mean is worked out once.
public struct PoissonSampler: Sendable {
    @usableFromInline let mean: Double
    @usableFromInline let b: Double
    /// From a mean of 10 the bound below which a candidate is taken at once, below it the chance of no event.
    @usableFromInline let quickOrNone: Double

    /// The law with this mean.
    /// - Precondition: the mean is finite and not negative.
    public init(mean: Double) {
        precondition(mean >= 0 && mean.isFinite)
        self.mean = mean
        b = 0.931 + 2.53 * mean.squareRoot()
        quickOrNone = mean < 10 ? exp(-mean) : 0.9277 - 3.6224 / (b - 2)
    }

    /// A random number of events.
    ///
    /// Below a mean of 10 by adding probabilities, from there by the transformed rejection method PTRS of
    /// Hörmann (1993), Insurance: Mathematics and Economics 12. One 64-bit number serves for both coordinates of a
    /// candidate.
    @inlinable @inline(__always)
    public func draw(using generator: inout some RandomNumberGenerator) -> Double {
        if mean < 10 { return drawBySteps(generator.next()) }
        let a = 0.02483 * b - 0.059
        while true {
            let bits = generator.next()
            let u = (Double(UInt32(truncatingIfNeeded: bits)) + 0.5) * 0x1p-32 - 0.5
            let v = (Double(UInt32(truncatingIfNeeded: bits &>> 32)) + 0.5) * 0x1p-32
            let side = 0.5 - abs(u)
            let candidate = (2 * a / side + b) * u + mean + 0.43
            guard candidate >= 0 else { continue }
            let number = Double(Int(candidate))
            if side >= 0.07, v <= quickOrNone { return number }
            if side < 0.013, v > side { continue }
            if accepts(number, a: a, side: side, v: v) { return number }
        }
    }

    @inlinable @inline(__always)
    func drawBySteps(_ bits: UInt64) -> Double {
        let target = Double(bits &>> 11) * 0x1p-53
        var number = 0.0
        var probability = quickOrNone
        var sum = probability
        while target >= sum, number < 200 {
            number += 1
            probability *= mean / number
            sum += probability
        }
        return number
    }

    /// The probability of n is exp(-d(n)) / sqrt(2 pi n) up to the error of Stirling's formula, with d the deviance.
    @usableFromInline @inline(never)
    func accepts(_ number: Double, a: Double, side: Double, v: Double) -> Bool {
        let scale = 1.1239 + 1.1328 / (b - 3.4)
        let height = v * scale / (a / (side * side) + b)
        guard number > 0 else { return log(height) <= -mean }
        return log(height * (2 * Double.pi * number).squareRoot())
            <= -SaddlePoint.deviance(number, mean) - SaddlePoint.stirlingError(number)
    }
}

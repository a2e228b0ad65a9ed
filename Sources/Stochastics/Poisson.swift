internal import Foundation

/// A Poisson law prepared for many draws.
public struct PoissonSampler: Sendable {
    @usableFromInline let mean: Double
    /// From a mean of 10 the standard deviation, below it the chance of no event.
    @usableFromInline let deviationOrNone: Double

    /// The law with this mean.
    /// - Precondition: the mean is finite and not negative.
    public init(mean: Double) {
        precondition(mean >= 0 && mean.isFinite)
        self.mean = mean
        deviationOrNone = mean < 10 ? exp(-mean) : mean.squareRoot()
    }

    /// A random number of events.
    ///
    /// Below a mean of 10 by adding probabilities. From there a rounded normal number is taken at once in 99 cases of
    /// 100 and corrected exactly in the others: method PD of Ahrens and Dieter (1982), ACM Transactions on
    /// Mathematical Software 8:2. One 64-bit number holds a normal number and the coin of the first test.
    @inlinable @inline(__always)
    public func draw(using generator: inout some RandomNumberGenerator) -> Double {
        ZigguratTable.shared.widths.withUnsafeBufferPointer { widths in
            // The table has 128 layers and is never empty.
            guard let widths = widths.baseAddress else { return 0 }
            return draw(widths: widths, using: &generator)
        }
    }

    /// The same with the table of the normal law at hand, for loops over many laws.
    @inlinable @inline(__always)
    func draw(widths: UnsafePointer<Double>, using generator: inout some RandomNumberGenerator) -> Double {
        let bits = generator.next()
        if mean < 10 { return drawBySteps(bits) }
        let normal = ZigguratTable.normal(bits, widths: widths, using: &generator)
        let candidate = mean + deviationOrNone * normal
        let coin = (Double(bits &>> 40) + 0.5) * 0x1p-24
        guard candidate >= 0 else { return correct(nil, coin: coin, using: &generator) }
        let number = Double(Int(candidate))
        let below = mean - number
        // Both tests in one branch: from just under the mean up a candidate is always good, and below it nearly.
        if below <= 1.1484 || 6 * mean * mean * coin >= below * below * below { return number }
        return correct(number, coin: coin, using: &generator)
    }

    @inlinable @inline(__always)
    func drawBySteps(_ bits: UInt64) -> Double {
        let target = Double(bits &>> 11) * 0x1p-53
        var number = 0.0
        var probability = deviationOrNone
        var sum = probability
        while target >= sum, number < 200 {
            number += 1
            probability *= mean / number
            sum += probability
        }
        return number
    }

    /// Takes the candidate if the Poisson probability allows it and otherwise draws from what the normal law leaves
    /// uncovered, by rejection under a double exponential.
    @usableFromInline @inline(never)
    func correct(
        _ candidate: Double?, coin: Double, using generator: inout some RandomNumberGenerator
    ) -> Double {
        if let candidate, normalProbability(candidate) * (1 - coin) <= probability(candidate) {
            return candidate
        }
        func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
        while true {
            let exponential = -log(1 - unit())
            let side = 2 * unit() - 1
            let position = 1.8 + (side < 0 ? -exponential : exponential)
            guard position > -0.6744 else { continue }
            let number = (mean + deviationOrNone * position).rounded(.down)
            let uncovered = probability(number) - normalProbability(number)
            if 0.1069 / mean * abs(side) <= uncovered * exp(exponential) { return number }
        }
    }

    /// The Poisson probability, by the deviance and the error of Stirling's formula.
    private func probability(_ number: Double) -> Double {
        guard number > 0 else { return exp(-mean) }
        return exp(-SaddlePoint.deviance(number, mean) - SaddlePoint.stirlingError(number))
            / (2 * Double.pi * number).squareRoot()
    }

    /// The probability of a rounded normal number, to the order that Ahrens and Dieter need.
    private func normalProbability(_ number: Double) -> Double {
        let b1 = 1 / (24 * mean)
        let b2 = 0.3 * b1 * b1
        let c3 = b1 * b2 / 7
        let c2 = b2 - 15 * c3
        let c1 = b1 - 6 * b2 + 45 * c3
        let c0 = 1 - b1 + 3 * b2 - 15 * c3
        let distance = (0.5 - mean + number) / deviationOrNone
        let x = distance * distance
        return (((c3 * x + c2) * x + c1) * x + c0) * exp(-x / 2)
            / ((2 * Double.pi).squareRoot() * deviationOrNone)
    }
}

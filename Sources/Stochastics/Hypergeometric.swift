internal import Foundation

/// The number of marked balls among `drawn` balls taken without replacement from an urn.
///
/// In a table with fixed margins and no segregation, the count of a group in a unit follows this law: `total`
/// persons, `marked` of them in the group, `drawn` living in the unit.
public struct Hypergeometric: Sendable, Equatable {
    /// Balls in the urn.
    public let total: Double
    /// Marked balls in the urn.
    public let marked: Double
    /// Balls drawn.
    public let drawn: Double

    /// The law of an urn.
    /// - Precondition: whole numbers, `0 <= marked <= total`, `0 <= drawn <= total`.
    @inlinable
    public init(total: Double, marked: Double, drawn: Double) {
        precondition(marked >= 0 && marked <= total && drawn >= 0 && drawn <= total)
        self.total = total
        self.marked = marked
        self.drawn = drawn
    }

    /// The mean, drawn x marked / total; 0 for an empty urn.
    @inlinable
    public var mean: Double { total > 0 ? drawn * (marked / total) : 0 }

    /// The variance; 0 where nothing is left to chance.
    @inlinable
    public var variance: Double {
        guard total > 1 else { return 0 }
        return mean * ((total - marked) / total) * ((total - drawn) / (total - 1))
    }

    /// The smallest possible number.
    @inlinable
    public var lowest: Double { max(0, drawn + marked - total) }

    /// The largest possible number.
    @inlinable
    public var highest: Double { min(drawn, marked) }

    /// The probability of exactly this number.
    /// - Complexity: constant; relative error about 1e-14 at any size (Loader 2000).
    public func probability(_ number: Double) -> Double {
        guard number >= lowest, number <= highest else { return 0 }
        if drawn == 0 { return number == 0 ? 1 : 0 }
        if drawn == total { return number == marked ? 1 : 0 }
        let share = drawn / total
        let inside = Binomial(trials: marked, probability: share).logProbability(number)
        let outside = Binomial(trials: total - marked, probability: share).logProbability(drawn - number)
        let all = Binomial(trials: total, probability: share).logProbability(drawn)
        return exp(inside + outside - all)
    }

    /// The mean absolute deviation from the mean, exactly.
    ///
    /// With m the first whole number above the mean and a(n) = n (total - marked - drawn + n) / total, the sum
    /// telescopes to 2 a(m) P(m); Diaconis and Zabell (1991), Statistical Science 6, give the principle.
    /// - Complexity: constant.
    public var meanAbsoluteDeviation: Double {
        let next = mean.rounded(.down) + 1
        guard next <= highest else { return 0 }
        return 2 * next * ((total - marked - drawn + next) / total) * probability(next)
    }

    /// The expectation of a function of the number.
    /// - Complexity: about 17 standard deviations of terms; no memory.
    @inlinable @inline(__always)
    public func expectation(_ function: (Double) -> Double) -> Double {
        expectation { SIMD2(function($0), 0) }.x
    }

    /// The expectations of two functions of the number, in one walk.
    ///
    /// Walks from the mode both ways by the ratio of neighbouring probabilities and stops where what is left
    /// cannot change the sums.
    /// - Complexity: about 17 standard deviations of terms; no memory.
    @inlinable @inline(__always)
    public func expectation(_ functions: (Double) -> SIMD2<Double>) -> SIMD2<Double> {
        let low = lowest
        let high = highest
        var mode = ((drawn + 1) * ((marked + 1) / (total + 2))).rounded(.down)
        mode = min(max(mode, low), high)
        let rest = total - marked - drawn
        var weights = 1.0
        var sums = functions(mode)
        var weight = 1.0
        var number = mode
        while number < high {
            weight *= (marked - number) * (drawn - number) / ((number + 1) * (rest + number + 1))
            number += 1
            weights += weight
            sums += weight * functions(number)
            if weight < 1e-18 { break }
        }
        weight = 1
        number = mode
        while number > low {
            weight *= number * (rest + number) / ((marked - number + 1) * (drawn - number + 1))
            number -= 1
            weights += weight
            sums += weight * functions(number)
            if weight < 1e-18 { break }
        }
        return sums / weights
    }
}

internal import Foundation
internal import Stochastics

/// What sampling takes from the variety within units, given back.
///
/// Few persons of a unit look more alike than the unit is, so segregation in a sample is too high (Reardon,
/// Bischoff, Owens and Townsend 2018). For the variance ratio the variety of n persons falls short by exactly
/// 1/n of itself, and the factor n/(n-1) mends it. The entropy of n persons with k below the threshold, Σ k/n
/// (ln n - ln k), becomes Σ k/n (h(n-1) - h(k-1)) with h the harmonic numbers: its expectation is Σ p Σ
/// (1-p)^j / j over j < n, which is -Σ p ln p but for terms beyond n (Zhang 2012, Neural Computation 24). In
/// a sample without replacement that holds a share f of the unit only 1 - f of the shortfall is there; exact
/// for the variance ratio.
struct SampleCorrection {
    /// The share of the population in the sample, 0 when the population is without end.
    let fraction: Double

    /// Whether a variation has a correction.
    static func covers(_ variation: OrdinalVariation) -> Bool {
        variation == .entropy || variation == .varianceRatio
    }

    /// The corrected profile; `nil` when no unit has two persons.
    func profile(
        _ profile: OrdinalProfile, counts: [Double], groups: Int, variation: OrdinalVariation,
        harmonics: HarmonicNumbers
    ) -> OrdinalProfile? {
        guard let offset = profile.offset(variation) else { return nil }
        let thresholds = groups - 1
        var means = profile.means
        var wholes = profile.wholes
        var sums = [Double](repeating: 0, count: thresholds)
        var variances = sums
        var persons = 0.0
        for first in stride(from: 0, to: counts.count, by: groups) {
            let all = counts[first..<first + groups].reduce(0, +)
            // One person tells nothing of the variety around.
            guard all > 1 else { continue }
            persons += all
            var below = 0.0
            for threshold in 0..<thresholds {
                below += counts[first + threshold]
                let spread = below * (all - below)
                sums[threshold] += within(below, all, spread, variation, harmonics)
                // The estimated variance of the number below.
                variances[threshold] += (1 - fraction) * spread / (all - 1)
            }
        }
        guard persons > 0 else { return nil }
        for threshold in 0..<thresholds {
            means[offset + threshold] = sums[threshold] / persons
            let variance = variances[threshold] / (profile.total * profile.total)
            let share = profile.shares[threshold]
            guard share > 0, share < 1 else { continue }
            switch variation {
            case .varianceRatio: wholes[offset + threshold] += 4 * variance
            default: wholes[offset + threshold] += variance / (2 * share * (1 - share) * Self.ln2)
            }
        }
        return profile.replacing(means: means, wholes: wholes)
    }

    private static let ln2 = 0.6931471805599453

    /// t v of one unit, corrected.
    private func within(
        _ below: Double, _ all: Double, _ spread: Double, _ variation: OrdinalVariation,
        _ harmonics: HarmonicNumbers
    ) -> Double {
        if variation == .varianceRatio { return 4 * spread / all * (1 + (1 - fraction) / (all - 1)) }
        guard below > 0, below < all else { return 0 }
        let above = all - below
        let seen = all * log(all) - below * log(below) - above * log(above)
        let full =
            below * (harmonics(all - 1) - harmonics(below - 1))
            + above * (harmonics(all - 1) - harmonics(above - 1))
        return (seen + (1 - fraction) * (full - seen)) / Self.ln2
    }
}

/// 1 + 1/2 + ... + 1/n, looked up.
struct HarmonicNumbers: Sendable {
    private let sums: [Double]

    init(upTo limit: Double) {
        var sum = CompensatedSum()
        sums =
            [0]
            + (1...max(1, Int(min(limit, 1e6)))).map {
                sum.add(1 / Double($0))
                return sum.value
            }
    }

    /// The sum for a whole number; beyond the table by its asymptotic series, good to the last digit there.
    func callAsFunction(_ number: Double) -> Double {
        if number < Double(sums.count) { return sums[Int(number)] }
        let euler = 0.5772156649015329
        return log(number) + euler + 1 / (2 * number) - 1 / (12 * number * number)
    }
}

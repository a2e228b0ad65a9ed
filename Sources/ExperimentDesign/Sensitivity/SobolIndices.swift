/// The share of a pair of factors in the variance of the outcome, beyond what each does alone.
public struct PairIndex: Sendable, Equatable {
    /// The first factor, as its place in the list of factors, from 0.
    public let first: Int
    /// The second factor, after the first.
    public let second: Int
    /// S_jk with its interval.
    public let index: ResampledEstimate
}

/// Shares of factors in the variance of an outcome.
///
/// Estimates equal those of SALib's `sobol.analyze` on the same outcomes: first order after Saltelli et al. (2010,
/// Computer Physics Communications 181, table 2 b), total after Jansen (1999, table 2 f there), second order after
/// Saltelli (2002). An estimate may fall somewhat outside 0 ... 1; it is not cut off, for that would hide its error.
public struct SobolIndices: Sendable, Equatable {
    /// The factors, in the caller's order.
    public let factors: [Factor]
    /// The number N of base samples.
    public let baseSamples: Int
    /// The mean of all outcomes.
    public let mean: Double
    /// The variance of all outcomes (over their number).
    public let variance: Double
    /// S1 per factor: the share of variance that goes when the factor alone is known.
    public let first: [ResampledEstimate]
    /// ST per factor: the share that stays when all but the factor are known, so with all its interplay.
    public let total: [ResampledEstimate]
    /// S2 per pair, in the order (1, 2), (1, 3), … (k − 1, k); empty without second order.
    public let second: [PairIndex]

    /// Shares out the variance of outcomes of a design of Saltelli.
    /// - Parameters:
    ///   - factors: the k factors of the design, in its order.
    ///   - outcomes: one per point in the order of ``Design/saltelli(_:baseSamples:secondOrder:skipping:shiftSeed:)``.
    ///   - secondOrder: whether the design has the rows for pairs.
    ///   - options: how intervals are found. Base samples are drawn again as blocks, as SALib does.
    /// - Returns: `notEstimable` with the reason when the outcome does not vary.
    /// - Throws: ``ExperimentError`` for another number of outcomes than N(2k + 2) or N(k + 2) with N at least 2, or an
    ///   outcome that is not finite.
    public static func estimate(
        factors: [Factor], outcomes: [Double], secondOrder: Bool = true,
        options: ResamplingOptions = ResamplingOptions()
    ) throws -> Estimable<SobolIndices> {
        try Factor.check(factors)
        try options.check()
        let block = secondOrder ? 2 * factors.count + 2 : factors.count + 2
        guard outcomes.count.isMultiple(of: block), outcomes.count >= 2 * block else {
            throw ExperimentError.count(
                what: "outcomes", found: outcomes.count,
                expected: "a multiple of \(block) for \(factors.count) factors "
                    + "\(secondOrder ? "with" : "without") second order, at least \(2 * block)")
        }
        try Outcomes.checkFinite(outcomes)
        guard let moments = Outcomes.moments(outcomes) else { return .notEstimable(.constantOutcome) }
        let terms = SobolTerms(
            outcomes: outcomes, factors: factors.count, secondOrder: secondOrder, moments: moments)
        guard let all = terms.indices(fromSums: terms.sums()) else {
            return .notEstimable(.constantOutcome)
        }
        let draws = terms.bootstrap(options)
        let estimates = all.enumerated().map { place, estimate in
            ResampledEstimate(
                estimate: estimate,
                interval: options.interval(of: draws.map { $0.isEmpty ? .nan : $0[place] }))
        }
        let count = factors.count
        var pairs: [PairIndex] = []
        if secondOrder {
            for first in 0..<count {
                for second in first + 1..<max(count, first + 1) {
                    pairs.append(
                        PairIndex(
                            first: first, second: second, index: estimates[2 * count + pairs.count]))
                }
            }
        }
        return .value(
            SobolIndices(
                factors: factors, baseSamples: outcomes.count / block, mean: moments.mean,
                variance: moments.deviation * moments.deviation, first: Array(estimates[..<count]),
                total: Array(estimates[count..<2 * count]), second: pairs))
    }
}

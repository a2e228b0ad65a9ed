internal import Foundation

/// How the number of missing studies is estimated (Duval and Tweedie 2000).
public enum MissingStudiesEstimator: String, Sendable, Hashable, CaseIterable {
    /// By the sum of ranks, linear.
    case l0 = "L0"
    /// By the longest run of extreme ranks.
    case r0 = "R0"
    /// By the sum of ranks, quadratic.
    case q0 = "Q0"
}

/// The side of the funnel where studies may be missing.
public enum FunnelSide: String, Sendable, Hashable, CaseIterable {
    /// Low effects are missing.
    case left
    /// High effects are missing.
    case right
}

/// The funnel made symmetric by studies that may be missing (Duval and Tweedie 2000). A sensitivity analysis.
public struct TrimAndFill: Sendable, Equatable {
    /// The estimator of the number of missing studies.
    public let estimator: MissingStudiesEstimator
    /// The side where they are missing.
    public let side: FunnelSide
    /// The number of missing studies.
    public let missing: Int
    /// The standard error of that number before rounding; undefined where the formula turns negative.
    public let standardError: Defined<Double>
    /// The probability of so many when none is missing; R0 only.
    public let pValue: Double?
    /// The effects that were filled in, the most extreme last.
    public let filledEffects: [Double]
    /// Their variances.
    public let filledVariances: [Double]
    /// The pooled effect with the filled studies.
    public let effect: Coefficient
    /// Heterogeneity with the filled studies.
    public let heterogeneity: Heterogeneity
}

extension EffectSet {
    /// Trim and fill.
    /// - Parameters:
    ///   - estimator: L0 by default.
    ///   - side: chosen by the slope of the effects on their standard errors if left out.
    ///   - options: the model that pools while trimming and after filling.
    /// - Throws: fewer than three studies, weights of one's own, a rank count that does not settle.
    public func trimAndFill(
        _ estimator: MissingStudiesEstimator = .l0, side: FunnelSide? = nil,
        _ options: PoolingOptions = PoolingOptions()
    ) throws(MetaAnalysisError) -> TrimAndFill {
        try options.check(studies: studies)
        guard options.weights == nil else {
            throw .contradiction("trim and fill does not take weights of one's own; leave them out")
        }
        guard count >= 3 else {
            throw .tooFewStudies(found: count, needed: 3, purpose: "trim and fill")
        }
        let side = if let side { side } else { try steeperSide(options) }
        let sign = side == .right ? -1.0 : 1.0
        let order = effects.indices.sorted { sign * effects[$0] < sign * effects[$1] }
        let y = order.map { sign * effects[$0] }
        let v = order.map { variances[$0] }
        let k = Double(count)
        var missing = 0
        var error = Defined<Double>.value(0)
        var mean = 0.0
        var previous = -1
        var rounds = 0
        while missing != previous {
            rounds += 1
            guard rounds <= 100, count - missing >= 2 else { throw .notConverged("trim and fill") }
            previous = missing
            let kept = count - missing
            let model = LinearModel(effects: Array(y[..<kept]), variances: Array(v[..<kept]))
            mean = ModelFit(model, options.model, .normal).estimates[0]
            let ranks = signedRanks(y.map { $0 - mean })
            let positive = ranks.reduce(0) { $0 + max(0, $1) }
            var found: Double
            var variance: Double
            switch estimator {
            case .r0:
                let run = ranks.reduce(0) { max($0, -$1) }
                found = k - run - 1
                variance = 2 * max(0, found) + 2
            case .l0:
                found = (4 * positive - k * (k + 1)) / (2 * k - 1)
                variance = 16 * Self.varianceOfRanks(k, found) / ((2 * k - 1) * (2 * k - 1))
            case .q0:
                found = k - 0.5 - (2 * k * k - 4 * positive + 0.25).squareRoot()
                variance =
                    4 * Self.varianceOfRanks(k, found)
                    / ((k - 0.5) * (k - 0.5) - found * (2 * k - found - 1))
            }
            guard found.isFinite else { throw .notConverged("trim and fill with \(estimator.rawValue)") }
            error = variance >= 0 ? .value(variance.squareRoot()) : .undefined(.negativeVariance)
            missing = max(0, Int(found.rounded(.toNearestOrEven)))
        }
        let extremes = (count - missing)..<count
        let filled = extremes.map { sign * (2 * mean - y[$0]) }
        let model = LinearModel(effects: effects + filled, variances: variances + extremes.map { v[$0] })
        let fit = ModelFit(model, options.model, options.inference)
        return TrimAndFill(
            estimator: estimator, side: side, missing: missing, standardError: error,
            pValue: estimator == .r0 ? pow(0.5, Double(missing + 1)) : nil, filledEffects: filled,
            filledVariances: extremes.map { v[$0] }, effect: fit.coefficients(level: options.level)[0],
            heterogeneity: fit.heterogeneity)
    }

    private func steeperSide(_ options: PoolingOptions) throws(MetaAnalysisError) -> FunnelSide {
        try regression(on: [.number("standard error", standardErrors)], options).coefficients[1].estimate < 0
            ? .right : .left
    }

    /// Ranks of distances from 0 with the sign of the deviation; equal distances keep their order.
    private func signedRanks(_ deviations: [Double]) -> [Double] {
        let order = deviations.indices.sorted {
            abs(deviations[$0]) < abs(deviations[$1])
                || (abs(deviations[$0]) == abs(deviations[$1]) && $0 < $1)
        }
        var ranks = [Double](repeating: 0, count: deviations.count)
        for (rank, place) in order.enumerated() {
            let sign = deviations[place] > 0 ? 1.0 : deviations[place] < 0 ? -1.0 : 0
            ranks[place] = sign * Double(rank + 1)
        }
        return ranks
    }

    private static func varianceOfRanks(_ k: Double, _ m: Double) -> Double {
        (k * (k + 1) * (2 * k + 1) + 10 * m * m * m + 27 * m * m + 17 * m - 18 * k * m * m - 18 * k * m
            + 6 * k * k * m) / 24
    }
}

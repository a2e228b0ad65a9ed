internal import Foundation

/// How many unseen studies it would take to undo a result. Old-fashioned: the number says nothing on how
/// many there are.
public struct FailSafeNumber: Sendable, Equatable {
    /// Whose definition.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Studies of effect 0 that lift the combined one-sided p above the level (Rosenthal 1979).
        case rosenthal = "Rosenthal"
        /// Studies of effect 0 that bring the plain mean down to the target (Orwin 1983).
        case orwin = "Orwin"
        /// Studies of effect 0 and average weight that lift the p of the weighted mean above the level
        /// (Rosenberg 2005).
        case rosenberg = "Rosenberg"
    }

    /// Whose definition.
    public let method: Method
    /// The number of studies.
    public let number: Int
    /// The p of the result as it is; `nil` for Orwin.
    public let pValue: Double?
    /// The mean effect; `nil` for Rosenthal.
    public let meanEffect: Double?
    /// Orwin's target.
    public let target: Double?
}

extension EffectSet {
    /// The number of unseen studies without effect that would undo the result.
    /// - Parameters:
    ///   - method: whose definition.
    ///   - significance: the level that p is lifted above.
    ///   - target: Orwin's target; half of the mean effect if left out.
    /// - Throws: a level or a target out of range.
    public func failSafeNumber(
        _ method: FailSafeNumber.Method, significance: Double = 0.05, target: Double? = nil
    ) throws(MetaAnalysisError) -> FailSafeNumber {
        guard significance > 0, significance < 0.5 else {
            throw .parameter(name: "significance", found: significance, expected: "between 0 and 0.5")
        }
        let k = Double(count)
        switch method {
        case .rosenthal:
            let z = zip(effects, variances).reduce(0) { $0 + $1.0 / $1.1.squareRoot() } / k.squareRoot()
            let limit = NormalDistribution.upperQuantile(significance)
            let extra = max(0, k * (z / limit) * (z / limit) - k)
            return FailSafeNumber(
                method: method, number: Self.whole(extra), pValue: NormalDistribution.upper(abs(z)),
                meanEffect: nil, target: nil)
        case .orwin:
            let mean = effects.reduce(0, +) / k
            let goal = target ?? mean / 2
            guard goal != 0, goal.isFinite, mean * goal > 0 || mean == 0 else {
                throw .parameter(
                    name: "target", found: goal, expected: "on the same side of 0 as the mean effect \(mean)")
            }
            let extra = max(0, k * (mean - goal) / goal)
            return FailSafeNumber(
                method: method, number: Self.whole(extra), pValue: nil, meanEffect: mean, target: goal)
        case .rosenberg:
            let sum = variances.reduce(0) { $0 + 1 / $1 }
            let weighted = zip(effects, variances).reduce(0) { $0 + $1.0 / $1.1 }
            let limit = NormalDistribution.upperQuantile(significance / 2)
            let extra = max(0, k * ((weighted / limit) * (weighted / limit) - sum) / sum)
            return FailSafeNumber(
                method: method, number: Self.whole(extra),
                pValue: NormalDistribution.twoSided(weighted / sum.squareRoot()), meanEffect: weighted / sum,
                target: nil)
        }
    }

    /// The next whole number, at most 9e15, which no literature holds.
    private static func whole(_ number: Double) -> Int { Int(min(number, 9e15).rounded(.up)) }

    /// Whether more studies are significant than their power allows (Ioannidis and Trikalinos 2007).
    /// - Parameter significance: the two-sided level at which studies count as significant.
    /// - Throws: a level out of range.
    public func excessSignificance(significance: Double = 0.05) throws(MetaAnalysisError)
        -> ExcessSignificance
    {
        guard significance > 0, significance < 1 else {
            throw .parameter(name: "significance", found: significance, expected: "between 0 and 1")
        }
        let model = LinearModel(effects: effects, variances: variances)
        let mean = WeightedFit(model, weights: variances.map { 1 / $0 }).coefficients[0]
        let limit = NormalDistribution.upperQuantile(significance / 2)
        let errors = standardErrors
        let power = errors.map { error in
            NormalDistribution.upper(limit - mean / error) + NormalDistribution.lower(-limit - mean / error)
        }
        let observed = zip(effects, errors).reduce(0) { $0 + (abs($1.0 / $1.1) >= limit ? 1 : 0) }
        return ExcessSignificance(effect: mean, observed: observed, power: power)
    }
}

/// The test of excess significance.
public struct ExcessSignificance: Sendable, Equatable {
    /// The effect that power is computed for: the equal-effects mean.
    public let effect: Double
    /// Significant studies.
    public let observed: Int
    /// The power of each study.
    public let power: [Double]

    /// The number of significant studies that power allows.
    public var expected: Double { power.reduce(0, +) }
    /// Observed over expected.
    public var ratio: Double { Double(observed) / expected }
    /// χ² with one degree of freedom.
    public var statistic: Double {
        let difference = Double(observed) - expected
        return difference * difference / expected + difference * difference / (Double(power.count) - expected)
    }
    /// The one-sided probability of at least as many.
    public var pValue: Double {
        let half = ChiSquaredDistribution.upper(statistic, df: 1) / 2
        return Double(observed) >= expected ? half : 1 - half
    }
}

internal import Foundation

/// Which logistic model with a random effect is fitted to fourfold tables (Stijnen, Hamza and Özdemir 2010).
public enum MixedLogisticModel: String, Sendable, Hashable, CaseIterable {
    /// A fixed level per study, a random effect.
    case fixedStudies = "UM.FS"
    /// Random levels and a random effect, independent of each other.
    case randomStudies = "UM.RS"
    /// Events of both groups together are given; the odds ratio is taken for a ratio of rates, good for
    /// rare events.
    case conditional = "CM.AL"
}

/// A pooled log odds ratio from the counts themselves, without variances per study.
public struct MixedLogistic: Sendable, Equatable {
    /// The model.
    public let model: MixedLogisticModel
    /// The pooled log odds ratio.
    public let effect: Coefficient
    /// τ², the variance of true log odds ratios.
    public let tau2: Double
    /// The Wald test that all studies share one effect.
    public let waldQ: PooledTables.Test
    /// The likelihood ratio test of the same.
    public let likelihoodRatioQ: PooledTables.Test

    /// Fits the model by maximum likelihood.
    ///
    /// Integrals over one random effect use seven adaptive points, over two Laplace's approximation.
    /// Studies in which everybody or nobody has the outcome say nothing on the odds ratio and are left out.
    /// - Throws: fewer than three tables that say something, counts below 0, no maximum.
    public init(
        _ tables: [FourfoldTable], model: MixedLogisticModel, level: Double = 0.95
    ) throws(MetaAnalysisError) {
        try PoolingOptions.check(level: level)
        guard tables.count >= 3 else {
            throw .tooFewStudies(found: tables.count, needed: 3, purpose: "a mixed logistic model")
        }
        for (place, table) in tables.enumerated() { try table.check("\(place + 1)") }
        let informative = tables.filter { $0.a + $0.c > 0 && $0.b + $0.d > 0 }
        guard informative.count >= 3 else {
            throw .tooFewStudies(
                found: informative.count, needed: 3,
                purpose: "a mixed logistic model, counting studies with events,")
        }
        let likelihood = MixedLogisticLikelihood(tables: informative, model: model)
        let fit = try likelihood.maximum()
        self.model = model
        effect = Coefficient(
            term: "intercept", estimate: fit.effect, standardError: fit.standardError, degreesOfFreedom: nil,
            level: level)
        tau2 = fit.tau2
        let df = Double(informative.count - 1)
        let tests = try likelihood.homogeneity()
        waldQ = .init(statistic: tests.wald, degreesOfFreedom: df)
        likelihoodRatioQ = .init(statistic: tests.ratio, degreesOfFreedom: df)
    }
}

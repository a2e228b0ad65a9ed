internal import Foundation

/// The normal-normal model with priors, by integration over τ and without simulation (Röver 2020).
public struct BayesianPooling: Sendable, Equatable {
    /// The prior of τ.
    public let heterogeneityPrior: HeterogeneityPrior
    /// The prior of the mean effect.
    public let effectPrior: EffectPrior
    /// The mean effect.
    public let effect: PosteriorSummary
    /// τ.
    public let heterogeneity: PosteriorSummary
    /// The true effect of a new study.
    public let prediction: PosteriorSummary
    /// The probability that the mean effect is below 0.
    public let probabilityBelowZero: Double
    /// The density of the data under the model; `nil` with an improper prior, where it has no meaning.
    public let marginalLikelihood: Double?
    /// The true effect of each study: mean, standard deviation and median.
    public let trueEffects: [PosteriorOfStudy]
    /// What a reader should know.
    public let warnings: [PoolingWarning]
}

/// The posterior of one study's true effect.
public struct PosteriorOfStudy: Sendable, Equatable {
    /// The study.
    public let study: String
    /// The median.
    public let median: Double
    /// The mean.
    public let mean: Double
    /// The standard deviation.
    public let deviation: Double
}

extension EffectSet {
    /// The posterior of mean effect, τ and a new effect.
    /// - Parameters:
    ///   - prior: the prior of τ, in the unit of the effect; half-normal with scale 0.5 suits log
    ///     ratios and standardised differences.
    ///   - effect: the prior of the mean.
    ///   - level: the probability within the shortest intervals.
    /// - Throws: too few studies for an improper prior, or a scale or level out of range.
    public func bayesian(
        heterogeneity prior: HeterogeneityPrior = .halfNormal(scale: 0.5), effect: EffectPrior = .flat,
        level: Double = 0.95
    ) throws(MetaAnalysisError) -> BayesianPooling {
        try PoolingOptions.check(level: level)
        switch prior {
        case .halfNormal(let scale), .halfCauchy(let scale):
            guard scale > 0, scale.isFinite else {
                throw .parameter(name: "scale", found: scale, expected: "above 0")
            }
        case .uniform, .jeffreys: break
        }
        if case .normal(_, let deviation) = effect {
            guard deviation > 0, deviation.isFinite else {
                throw .parameter(name: "deviation", found: deviation, expected: "above 0")
            }
        }
        let needed = prior == .uniform ? 3 : 2
        guard count >= needed else {
            throw .tooFewStudies(found: count, needed: needed, purpose: "this prior")
        }
        let grid = try HeterogeneityGrid(self, prior, effect)
        let tail = PosteriorTail(prior, effect, studies: count)
        func summary(extra: Bool) throws(MetaAnalysisError) -> PosteriorSummary {
            let parts = grid.points.map {
                NormalMixture.Part(
                    weight: $0.weight, mean: $0.mean,
                    deviation: ($0.variance + (extra ? $0.tau * $0.tau : 0)).squareRoot())
            }
            return try NormalMixture(parts).summary(level: level, tail: tail)
        }
        let mixture = NormalMixture(
            grid.points.map { .init(weight: $0.weight, mean: $0.mean, deviation: $0.variance.squareRoot()) })
        var studies: [PosteriorOfStudy] = []
        for place in 0..<count {
            let v = variances[place]
            let parts = grid.points.map { point -> NormalMixture.Part in
                let tau2 = point.tau * point.tau
                let trust = tau2 / (tau2 + v)
                return .init(
                    weight: point.weight, mean: trust * effects[place] + (1 - trust) * point.mean,
                    deviation: (trust * v + (1 - trust) * (1 - trust) * point.variance).squareRoot())
            }
            let own = NormalMixture(parts)
            studies.append(
                PosteriorOfStudy(
                    study: self.studies[place], median: own.quantile(0.5), mean: own.mean,
                    deviation: own.deviation))
        }
        return BayesianPooling(
            heterogeneityPrior: prior, effectPrior: effect, effect: try summary(extra: false),
            heterogeneity: try grid.summary(level: level, tail: tail), prediction: try summary(extra: true),
            probabilityBelowZero: mixture.lower(0),
            marginalLikelihood: prior.isProper && effect != .flat ? exp(grid.logEvidence) : nil,
            trueEffects: studies,
            warnings: PoolingWarning.size(count))
    }
}

internal import Foundation

/// How variance components are estimated.
public enum LikelihoodMethod: String, Sendable, Hashable, CaseIterable {
    /// Restricted maximum likelihood.
    case reml = "REML"
    /// Maximum likelihood.
    case ml = "ML"
}

/// The variance of one random term.
public struct VarianceComponent: Sendable, Equatable {
    /// The name of the term.
    public let name: String
    /// The number of different labels.
    public let groups: Int
    /// σ².
    public let variance: Double
    /// The share of the total variance of a typical effect, in percent.
    public let i2: Double
}

/// A model for effects that hang together: sampling covariances and nested or crossed random terms.
public struct MultilevelModel: Sendable, Equatable {
    /// The effects.
    public let effects: EffectSet
    /// The method.
    public let method: LikelihoodMethod
    /// Coefficients, tested by the normal distribution.
    public let coefficients: [Coefficient]
    /// The variance components, in the order given.
    public let components: [VarianceComponent]
    /// Σ over all effects of squared residuals under equal effects, with sampling covariances.
    public let q: Double
    /// The degrees of freedom of Q.
    public let degreesOfFreedom: Double
    /// ln L, restricted under REML.
    public let logLikelihood: Double
    /// The test that all coefficients but the constant are 0; `nil` without moderators.
    public let moderatorTest: WaldTest?
    /// Where the true effect of a new label of every term is expected; `nil` with moderators.
    public let prediction: ConfidenceInterval?
    /// What a reader should know.
    public let warnings: [PoolingWarning]
    let fit: GeneralisedFit
    let search: ComponentSearch
    let level: Double

    /// The probability of Q when there is one effect.
    public var qPValue: Double { ChiSquaredDistribution.upper(q, df: degreesOfFreedom) }

    private var parameters: Double { Double(coefficients.count + components.count) }
    /// Akaike's criterion.
    public var aic: Double { -2 * logLikelihood + 2 * parameters }
    /// Schwarz's criterion.
    public var bic: Double {
        -2 * logLikelihood + parameters * log(method == .reml ? degreesOfFreedom : Double(effects.count))
    }

    /// For two nested terms: the total variance between effects and the correlation of effects in one outer
    /// group (compound symmetry).
    public var compoundSymmetry: (variance: Double, correlation: Double)? {
        guard components.count == 2 else { return nil }
        let total = components[0].variance + components[1].variance
        return total > 0 ? (total, components[0].variance / total) : nil
    }

    init(
        _ effects: EffectSet, random: [RandomTerm], sampling: SamplingCovariance, moderators: [Moderator],
        method: LikelihoodMethod, level: Double
    ) throws(MetaAnalysisError) {
        guard effects.count >= 3 else {
            throw .tooFewStudies(found: effects.count, needed: 3, purpose: "a multilevel model")
        }
        try PoolingOptions.check(level: level)
        guard !random.isEmpty else { throw .needs("at least one random term") }
        for term in random where term.labels.count != effects.count {
            throw .count(what: "label of '\(term.name)'", found: term.labels.count, expected: effects.count)
        }
        for moderator in moderators {
            guard moderator.count == effects.count else {
                throw .count(
                    what: "moderator '\(moderator.name)'", found: moderator.count, expected: effects.count)
            }
            if let missing = (0..<effects.count).first(where: moderator.isMissing) {
                throw .studyData(
                    study: effects.studies[missing],
                    problem: "moderator '\(moderator.name)' is missing; leave the effect out first")
            }
        }
        var terms = ["intercept"]
        var design = [[Double](repeating: 1, count: effects.count)]
        for moderator in moderators {
            for column in try moderator.columns(for: Array(0..<effects.count), names: effects.studies) {
                terms.append(column.term)
                design.append(column.values)
            }
        }
        let model = try LinearModel(
            effects: effects.effects, variances: effects.variances, terms: terms, design: design)
        let search = ComponentSearch(
            model: model, sampling: try sampling.errors(of: effects), terms: random,
            restricted: method == .reml)
        guard let equal = search.fit([Double](repeating: 0, count: random.count)) else {
            throw .contradiction(
                "sampling covariances are not positive definite; lower the correlation or check the matrix")
        }
        let variances = try search.maximum()
        guard let fit = search.fit(variances) else { throw .notConverged("the multilevel model") }
        self.effects = effects
        self.method = method
        self.search = search
        self.fit = fit
        self.level = level
        coefficients = terms.indices.map {
            Coefficient(
                term: terms[$0], estimate: fit.estimates[$0],
                standardError: fit.covariance[$0, $0].squareRoot(),
                degreesOfFreedom: nil, level: level)
        }
        let typical = equal.typicalVariance
        let total = variances.reduce(0, +)
        components = random.indices.map {
            VarianceComponent(
                name: random[$0].name, groups: Set(random[$0].labels).count, variance: variances[$0],
                i2: 100 * variances[$0] / (total + typical))
        }
        q = equal.quadratic
        degreesOfFreedom = model.degreesOfFreedom
        logLikelihood = fit.logLikelihood(restricted: method == .reml)
        moderatorTest =
            terms.count > 1
            ? WaldTest(
                estimates: fit.estimates, covariance: fit.covariance, places: Array(1..<terms.count),
                secondDegreesOfFreedom: nil) : nil
        let half = NormalDistribution.quantile((1 + level) / 2) * (fit.covariance[0, 0] + total).squareRoot()
        prediction =
            terms.count == 1
            ? ConfidenceInterval(lower: fit.estimates[0] - half, upper: fit.estimates[0] + half, level: level)
            : nil
        warnings = PoolingWarning.size(components.map(\.groups).min() ?? 0)
    }

    /// The interval of one component by the profile of its likelihood.
    /// - Throws: a name that is not in the model, or no end found.
    public func profileInterval(of name: String) throws(MetaAnalysisError) -> ConfidenceInterval {
        guard let place = components.firstIndex(where: { $0.name == name }) else {
            throw .unknown(what: "random term", name: name, known: components.map(\.name))
        }
        return try search.profileInterval(
            place, around: components.map(\.variance), top: logLikelihood, level: level)
    }

    /// Coefficients with cluster-robust errors.
    /// - Parameters:
    ///   - clusters: a label per effect; the outermost level.
    ///   - form: CR2 unless there are many clusters.
    /// - Throws: clusters that cut through dependent effects, or no more clusters than coefficients.
    public func robust(clusters: [String], _ form: RobustForm = .cr2) throws(MetaAnalysisError)
        -> RobustCoefficients
    {
        try RobustCoefficients(fit, clusters: clusters, form: form, level: level)
    }
}

extension EffectSet {
    /// A model with random terms, for several effects per study or studies in the same places.
    /// - Parameters:
    ///   - random: the terms, outermost first; a last term with a label of its own for every effect makes
    ///     the model three-level.
    ///   - sampling: how errors hang together within studies.
    ///   - moderators: properties without missing values.
    ///   - method: REML, or ML to compare moderators.
    ///   - level: the level of intervals.
    /// - Throws: labels or moderators of another length, columns that hang on each other, no maximum.
    /// - Complexity: O(Σ n³) over blocks of dependent effects per step.
    public func multilevel(
        random: [RandomTerm], sampling: SamplingCovariance = .independent, moderators: [Moderator] = [],
        method: LikelihoodMethod = .reml, level: Double = 0.95
    ) throws(MetaAnalysisError) -> MultilevelModel {
        try MultilevelModel(
            self, random: random, sampling: sampling, moderators: moderators, method: method, level: level)
    }

    /// One effect per label: the best combination of its effects under their sampling covariances.
    /// - Throws: labels of another length, covariances that are not positive definite.
    public func aggregated(
        by labels: [String], sampling: SamplingCovariance
    ) throws(MetaAnalysisError) -> EffectSet {
        guard labels.count == count else { throw .count(what: "label", found: labels.count, expected: count) }
        let errors = try sampling.errors(of: self)
        let (order, members) = Clusters.members(labels)
        var values: [Double] = []
        var spreads: [Double] = []
        for (label, rows) in zip(order, members) {
            guard let factor = Cholesky(errors.block(rows)) else {
                throw .contradiction(
                    "sampling covariances of '\(label)' are not positive definite; lower the correlation")
            }
            let weights = factor.solve([Double](repeating: 1, count: rows.count))
            let total = weights.reduce(0, +)
            values.append(zip(weights, rows).reduce(0) { $0 + $1.0 * effects[$1.1] } / total)
            spreads.append(1 / total)
        }
        return try EffectSet(effects: values, variances: spreads, studies: order, estimand: estimand)
    }
}

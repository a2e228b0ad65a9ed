/// A regression of effects on properties of studies, with τ² for what is left.
public struct MetaRegression: Sendable, Equatable {
    /// The studies that were used.
    public let effects: EffectSet
    /// The choices it was made with.
    public let options: PoolingOptions
    /// The constant and one coefficient per number or per class beside the reference.
    public let coefficients: [Coefficient]
    /// How much studies differ beyond the moderators.
    public let heterogeneity: Heterogeneity
    /// The test that all coefficients but the constant are 0.
    public let moderatorTest: WaldTest?
    /// The share of τ² that the moderators explain, in percent, not below 0; the adjusted R² under equal
    /// effects.
    public let r2: Double?
    /// Studies that were left out, as a moderator is missing.
    public let dropped: [String]
    /// What a reader should know.
    public let warnings: [PoolingWarning]
    let fit: ModelFit
    let moderators: [Moderator]

    /// The log-likelihood and criteria.
    public var likelihood: LikelihoodSummary { LikelihoodSummary(fit) }

    /// An interval of the τ² that is left.
    public func heterogeneityInterval(_ method: HeterogeneityIntervalMethod) -> Defined<HeterogeneityInterval>
    {
        fit.heterogeneityInterval(method, level: options.level)
    }

    init(
        _ all: EffectSet, _ moderators: [Moderator], _ options: PoolingOptions
    ) throws(MetaAnalysisError) {
        for moderator in moderators where moderator.count != all.count {
            throw .count(what: "moderator '\(moderator.name)'", found: moderator.count, expected: all.count)
        }
        try options.check(studies: all.studies)
        let kept = (0..<all.count).filter { study in !moderators.contains { $0.isMissing(study) } }
        guard kept.count >= 2 else {
            throw .tooFewStudies(found: kept.count, needed: 2, purpose: "a regression")
        }
        let effects = try all.subset(kept)
        var terms = ["intercept"]
        var design = [[Double](repeating: 1, count: kept.count)]
        for moderator in moderators {
            for column in try moderator.columns(for: kept, names: all.studies) {
                terms.append(column.term)
                design.append(column.values)
            }
        }
        let model = try LinearModel(
            effects: effects.effects, variances: effects.variances, terms: terms, design: design)
        let weights = options.weights.map { weights in kept.map { weights[$0] } }
        let fit = ModelFit(model, options.model, options.inference, userWeights: weights)
        self.effects = effects
        self.options = options
        self.moderators = moderators
        self.fit = fit
        coefficients = fit.coefficients(level: options.level)
        heterogeneity = fit.heterogeneity
        dropped = (0..<all.count).filter { !kept.contains($0) }.map { all.studies[$0] }
        moderatorTest = design.count > 1 ? WaldTest(fit, places: Array(1..<design.count)) : nil
        r2 = design.count > 1 ? Self.explained(fit, weights) : nil
        var warnings = PoolingWarning.size(kept.count)
        if !dropped.isEmpty { warnings.append(.studiesDropped(dropped)) }
        if case .knappHartung(let floor) = options.inference, fit.meanSquare < 1 {
            warnings.append(
                floor ? .floorUsed(factor: fit.meanSquare) : .narrowerThanPlain(factor: fit.meanSquare))
        }
        self.warnings = warnings
    }

    private static func explained(_ fit: ModelFit, _ weights: [Double]?) -> Double? {
        let constant = LinearModel(effects: fit.model.effects, variances: fit.model.variances)
        let whole = ModelFit(constant, fit.poolingModel, fit.inference, userWeights: weights).heterogeneity
        if fit.poolingModel == .equalEffects {
            guard whole.q > 0 else { return 0 }
            let left = fit.heterogeneity.q / fit.heterogeneity.degreesOfFreedom
            return max(0, 100 * (1 - left / (whole.q / whole.degreesOfFreedom)))
        }
        guard whole.tau2 > 0 else { return nil }
        return max(0, 100 * (whole.tau2 - fit.heterogeneity.tau2) / whole.tau2)
    }

    /// The mean effect of studies with these properties, its interval, and the prediction interval of a new
    /// one.
    /// - Parameters:
    ///   - values: a value per term, in the order of ``coefficients`` without the constant.
    ///   - method: the prediction interval; that of the options if left out.
    /// - Throws: another number of values.
    public func prediction(
        at values: [Double], method: PredictionMethod? = nil
    ) throws(MetaAnalysisError) -> RegressionPrediction {
        guard values.count == coefficients.count - 1 else {
            throw .count(what: "term", found: values.count, expected: coefficients.count - 1)
        }
        let found = fit.prediction(
            at: [1] + values, method: method ?? options.prediction, level: options.level)
        return RegressionPrediction(
            value: found.value, standardError: found.standardError, interval: found.confidence,
            prediction: found.interval)
    }

    /// The test that a set of coefficients is 0, for instance all classes of one moderator.
    /// - Throws: a moderator that is not in the model.
    public func test(of moderator: String) throws(MetaAnalysisError) -> WaldTest {
        let places = coefficients.indices.filter {
            coefficients[$0].term == moderator || coefficients[$0].term.hasPrefix("\(moderator): ")
        }
        guard !places.isEmpty else {
            throw .unknown(what: "moderator", name: moderator, known: moderators.map(\.name))
        }
        return WaldTest(fit, places: places)
    }

    /// Twice the difference in log-likelihood from a smaller model, both fitted by maximum likelihood.
    /// - Throws: models by another estimator, or of other studies.
    public func likelihoodRatio(against smaller: MetaRegression) throws(MetaAnalysisError) -> LikelihoodRatio
    {
        guard options.model == .randomEffects(.maximumLikelihood), smaller.options.model == options.model
        else {
            throw .contradiction(
                "likelihoods of different moderators compare only under ML; fit both models by ML")
        }
        guard effects.effects == smaller.effects.effects, effects.variances == smaller.effects.variances
        else {
            throw .contradiction(
                "both models must use the same studies; leave out those with a missing moderator first")
        }
        let ratio = 2 * (likelihood.logLikelihood - smaller.likelihood.logLikelihood)
        let df = Double(coefficients.count - smaller.coefficients.count)
        return LikelihoodRatio(statistic: ratio, degreesOfFreedom: df)
    }
}

extension EffectSet {
    /// Regression on moderators; studies with a missing moderator are left out and named in a warning.
    ///
    /// - Throws: columns that hang on each other, too few studies, or an option out of range.
    /// - Complexity: O(k p²) per step.
    public func regression(
        on moderators: [Moderator], _ options: PoolingOptions = PoolingOptions()
    ) throws(MetaAnalysisError) -> MetaRegression {
        try MetaRegression(self, moderators, options)
    }
}

/// What a regression says about studies with given properties.
public struct RegressionPrediction: Sendable, Equatable {
    /// The mean effect.
    public let value: Double
    /// Its standard error.
    public let standardError: Double
    /// Its confidence interval.
    public let interval: ConfidenceInterval
    /// Where the true effect of one new study is expected.
    public let prediction: Defined<ConfidenceInterval>
}

/// The test that several coefficients are 0 together.
public struct WaldTest: Sendable, Equatable {
    /// χ², or F where the inference has degrees of freedom.
    public let statistic: Double
    /// The number of coefficients.
    public let degreesOfFreedom: Double
    /// The second degrees of freedom of F; `nil` for χ².
    public let secondDegreesOfFreedom: Double?

    /// The probability of a statistic at least as large when all are 0.
    public var pValue: Double {
        secondDegreesOfFreedom.map { FDistribution.upper(statistic, degreesOfFreedom, $0) }
            ?? ChiSquaredDistribution.upper(statistic, df: degreesOfFreedom)
    }

    init(statistic: Double, degreesOfFreedom: Double, secondDegreesOfFreedom: Double?) {
        self.statistic = statistic
        self.degreesOfFreedom = degreesOfFreedom
        self.secondDegreesOfFreedom = secondDegreesOfFreedom
    }

    init(_ fit: ModelFit, places: [Int]) {
        self.init(
            estimates: fit.estimates, covariance: fit.covariance, places: places,
            secondDegreesOfFreedom: fit.degreesOfFreedom)
    }

    init(estimates: [Double], covariance: Matrix, places: [Int], secondDegreesOfFreedom: Double?) {
        let block = covariance.block(rows: places, columns: places)
        let chosen = places.map { estimates[$0] }
        // Scaled to a correlation matrix, so that units of moderators do not matter to the factorisation.
        let scales = block.diagonal.map { $0.squareRoot() }
        var scaled = block
        for i in scales.indices { for j in scales.indices { scaled[i, j] /= scales[i] * scales[j] } }
        let z = zip(chosen, scales).map { $0 / $1 }
        let solved = Cholesky(scaled)?.solve(z) ?? (SymmetricEigen(scaled).apply { 1 / $0 } * z)
        let quadratic = zip(z, solved).reduce(0) { $0 + $1.0 * $1.1 }
        let count = Double(places.count)
        self.init(
            statistic: secondDegreesOfFreedom == nil ? quadratic : quadratic / count, degreesOfFreedom: count,
            secondDegreesOfFreedom: secondDegreesOfFreedom)
    }
}

/// A comparison of two nested models by their likelihoods.
public struct LikelihoodRatio: Sendable, Equatable {
    /// Twice the difference of log-likelihoods.
    public let statistic: Double
    /// The difference in the number of parameters.
    public let degreesOfFreedom: Double
    /// The probability by χ² of a statistic at least as large when the smaller model holds; `nil` for
    /// equally large models.
    public var pValue: Double? {
        degreesOfFreedom > 0 ? ChiSquaredDistribution.upper(max(0, statistic), df: degreesOfFreedom) : nil
    }
}

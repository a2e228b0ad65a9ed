internal import ReferenceFiles

extension ReferenceCalculator {
    /// Files with one set of effects and the whole suite of analyses.
    func univariate() -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        for (key, metric) in [("log_rr", "RR"), ("log_or", "OR"), ("smd", "SMD"), ("zcor", "ZCOR")] {
            guard let expected = file[key] else { continue }
            result[key] = attempt { try suite(expected, effects(metric)) }
        }
        result["effect_sizes"] = effectSizes()
        return result.merging(regressions()) { _, new in new }
    }

    /// The set of effects that the suite of a file works with.
    func effects(_ metric: String) throws -> EffectSet {
        if let yi = inputs["yi"]?.numbers, let vi = inputs["vi"]?.numbers {
            return try EffectSet(
                effects: yi, variances: vi,
                studies: zip(labels("author"), labels("year")).map { "\($0) \($1)" },
                sampleSizes: inputs["ni"]?.numbers,
                estimand: Estimand(EffectMetric(rawValue: metric) ?? .other))
        }
        return try effectSet(metric) ?? EffectSet(effects: [], variances: [])
    }

    private func suite(_ expected: JSONValue, _ effects: EffectSet) throws -> JSONValue {
        var result: [String: JSONValue] = [:]
        result["models"] = .record(
            try (expected["models"]?.record ?? [:]).mapValues { _ in JSONValue.null }
                .reduce(into: [:]) { $0[$1.key] = try model($1.key, effects) })
        guard expected["leave_one_out_REML"] != nil else { return .record(result) }
        result.merge(try influenceSuite(expected, effects)) { _, new in new }
        result.merge(try biasSuite(expected, effects)) { _, new in new }
        return .record(result)
    }

    static func poolingModel(_ name: String) -> PoolingModel? {
        name == "EE" ? .equalEffects : HeterogeneityEstimator(rawValue: name).map { .randomEffects($0) }
    }

    /// All numbers of one pooling model: normal, t, Knapp-Hartung with and without floor.
    private func model(_ name: String, _ effects: EffectSet) throws -> JSONValue? {
        guard let model = Self.poolingModel(name) else { return nil }
        let pooled = try effects.pooled(PoolingOptions(model, inference: .normal, prediction: .asInference))
        var result = summary(pooled.fit)
        guard model != .equalEffects else { return .record(result) }
        result["prediction"] = prediction(pooled.fit, at: [1], asIn: nil)
        result["confint_QP"] = interval(pooled.heterogeneityInterval(.qProfile), pooled.heterogeneity)
        result["confint_PL"] = interval(
            pooled.heterogeneityInterval(.profileLikelihood), pooled.heterogeneity)
        if case .value(let interval) = pooled.prediction(.higgins) {
            result["pi_t_km2"] = .record(["pi_lb": .number(interval.lower), "pi_ub": .number(interval.upper)])
        }
        for (key, inference) in [
            ("t", CoefficientInference.student), ("knha", .knappHartung(neverNarrower: false)),
            ("knha_adhoc", .knappHartung(neverNarrower: true)),
        ] {
            let other = try effects.pooled(
                PoolingOptions(model, inference: inference, prediction: .asInference))
            var row = coefficient(other.effect)
            row["term"] = nil
            row["estimate"] = nil
            row["ddf"] = JSONValue(other.effect.degreesOfFreedom)
            row["s2w"] = .number(other.meanSquare)
            row["pi_lb"] = JSONValue(other.prediction.value?.lower)
            row["pi_ub"] = JSONValue(other.prediction.value?.upper)
            result[key] = .record(row)
        }
        return .record(result)
    }

    func coefficient(_ coefficient: Coefficient) -> [String: JSONValue] {
        [
            "term": .text(coefficient.term == "intercept" ? "intrcpt" : coefficient.term),
            "estimate": .number(coefficient.estimate), "se": .number(coefficient.standardError),
            "stat": .number(coefficient.statistic), "pval": .number(coefficient.pValue),
            "ci_lb": .number(coefficient.interval.lower), "ci_ub": .number(coefficient.interval.upper),
        ]
    }

    /// What every fitted model has.
    func summary(_ fit: ModelFit) -> [String: JSONValue] {
        let heterogeneity = fit.heterogeneity
        let likelihood = LikelihoodSummary(fit)
        return [
            "k": .number(Double(fit.model.count)), "p": .number(Double(fit.model.parameters)),
            "coef": .list(fit.coefficients(level: 0.95).map { .record(coefficient($0)) }),
            "tau2": .number(heterogeneity.tau2), "se_tau2": JSONValue(heterogeneity.standardError),
            "I2": .number(heterogeneity.i2), "H2": .number(heterogeneity.h2), "QE": .number(heterogeneity.q),
            "QE_df": .number(heterogeneity.degreesOfFreedom), "QEp": .number(heterogeneity.pValue),
            "fit": .record([
                "logLik": .number(likelihood.logLikelihood), "deviance": .number(likelihood.deviance),
                "AIC": .number(likelihood.aic), "BIC": .number(likelihood.bic),
                "AICc": .number(likelihood.aicc),
            ]),
        ]
    }

    func prediction(_ fit: ModelFit, at row: [Double], asIn method: PredictionMethod?) -> JSONValue {
        let found = fit.prediction(at: row, method: method ?? .asInference, level: 0.95)
        return .record([
            "pred": .number(found.value), "se": .number(found.standardError),
            "ci_lb": .number(found.confidence.lower), "ci_ub": .number(found.confidence.upper),
            "pi_lb": JSONValue(found.interval.value?.lower), "pi_ub": JSONValue(found.interval.value?.upper),
        ])
    }

    func interval(_ interval: Defined<HeterogeneityInterval>, _ heterogeneity: Heterogeneity) -> JSONValue? {
        guard let interval = interval.value else { return nil }
        func row(_ estimate: Double, _ ends: ConfidenceInterval) -> JSONValue {
            .record(["est": .number(estimate), "lb": .number(ends.lower), "ub": .number(ends.upper)])
        }
        return .record([
            "tau2": row(heterogeneity.tau2, interval.tau2), "tau": row(heterogeneity.tau, interval.tau),
            "I2": row(heterogeneity.i2, interval.i2), "H2": row(heterogeneity.h2, interval.h2),
        ])
    }
}

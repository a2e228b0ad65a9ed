internal import ReferenceFiles

extension ReferenceCalculator {
    /// bayesian.json.
    func posteriors() -> [String: JSONValue] {
        let cases = (file["cases"]?.record ?? [:]).mapValues { item -> JSONValue in
            guard
                let effects = try? EffectSet(
                    effects: item["yi"]?.numbers ?? [], variances: item["vi"]?.numbers ?? [])
            else { return .null }
            return .record([
                "results": .list(
                    (item["results"]?.list ?? []).map { expected in
                        attempt { try posterior(expected["prior"]?.text ?? "", effects) } ?? .null
                    })
            ])
        }
        return ["cases": .record(cases)]
    }

    private func posterior(_ words: String, _ effects: EffectSet) throws -> JSONValue? {
        guard let (prior, effect) = Self.priors(words) else { return nil }
        let found = try effects.bayesian(heterogeneity: prior, effect: effect)
        func row(_ summary: PosteriorSummary) -> JSONValue {
            .record([
                "mode": .number(summary.mode), "median": .number(summary.median),
                "mean": JSONValue(summary.mean.value),
                "sd": JSONValue(summary.deviation.value), "lb95": .number(summary.interval.lower),
                "ub95": .number(summary.interval.upper),
            ])
        }
        return .record([
            "mu": row(found.effect), "tau": row(found.heterogeneity),
            "predictive_theta": row(found.prediction),
            "P_mu_below_0": .number(found.probabilityBelowZero),
            "marginal_likelihood": JSONValue(found.marginalLikelihood),
            "shrinkage_median": JSONValue(found.trueEffects.map(\.median)),
        ])
    }

    /// The priors that a file names in words.
    static func priors(_ words: String) -> (HeterogeneityPrior, EffectPrior)? {
        let effect = words.contains("N(0, 4^2)") ? EffectPrior.normal(mean: 0, deviation: 4) : .flat
        if words.contains("half-normal(0.5)") { return (.halfNormal(scale: 0.5), effect) }
        if words.contains("half-Cauchy(0.5)") { return (.halfCauchy(scale: 0.5), effect) }
        if words.contains("improper uniform") { return (.uniform, effect) }
        return words.contains("Jeffreys") ? (.jeffreys, effect) : nil
    }
}

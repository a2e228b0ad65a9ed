internal import ReferenceFiles

extension ReferenceCalculator {
    /// The names of studies as the file lists them.
    func studyNames(_ key: String) -> [JSONValue] { inputs[key]?.list ?? [] }

    func influenceSuite(_ expected: JSONValue, _ effects: EffectSet) throws -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        for (name, estimator) in [("REML", HeterogeneityEstimator.reml), ("DL", .derSimonianLaird)] {
            let options = PoolingOptions(
                .randomEffects(estimator), inference: .normal, prediction: .asInference)
            let rows = try effects.leaveOneOut(options)
            result["leave_one_out_\(name)"] = .record(series(rows)).adding([
                "omitted": .list(rows.map { .text($0.study) })
            ])
            if let years = inputs["year"]?.numbers {
                result["cumulative_\(name)"] = .record(series(try effects.cumulative(by: years, options)))
            }
        }
        let pooled = try effects.pooled(
            PoolingOptions(.randomEffects(.reml), inference: .normal, prediction: .asInference))
        let rows = try pooled.influence()
        result["influence_REML"] = influence(rows)
        result["diagnostics_REML"] = .record([
            "baujat": .record([
                "study": .list(rows.map { .text($0.study) }),
                "x_contribution_to_Q": JSONValue(rows.map(\.contributionToQ)),
                "y_influence": JSONValue(rows.map(\.influenceOnResult)),
            ]),
            "weights_pct": JSONValue(rows.map(\.weight)),
            "rstandard": JSONValue(rows.map(\.standardisedResidual)),
            "rstudent": JSONValue(rows.map(\.studentisedResidual)),
        ])
        let blups = pooled.trueEffects()
        result["blup_REML"] = .record([
            "study": .list(blups.map { .text($0.study) }), "pred": JSONValue(blups.map(\.value)),
            "se": JSONValue(blups.map(\.standardError)), "pi_lb": JSONValue(blups.map(\.interval.lower)),
            "pi_ub": JSONValue(blups.map(\.interval.upper)),
        ])
        return result
    }

    private func series(_ rows: [RefitRow]) -> [String: JSONValue] {
        [
            "study": JSONValue(rows.map { Double($0.place + 1) }),
            "estimate": JSONValue(rows.map(\.effect.estimate)),
            "se": JSONValue(rows.map(\.effect.standardError)), "pval": JSONValue(rows.map(\.effect.pValue)),
            "ci_lb": JSONValue(rows.map(\.effect.interval.lower)),
            "ci_ub": JSONValue(rows.map(\.effect.interval.upper)),
            "Q": JSONValue(rows.map(\.heterogeneity.q)),
            "Qp": JSONValue(rows.map(\.heterogeneity.pValue)),
            "tau2": JSONValue(rows.map(\.heterogeneity.tau2)),
            "I2": JSONValue(rows.map(\.heterogeneity.i2)), "H2": JSONValue(rows.map(\.heterogeneity.h2)),
        ]
    }
}

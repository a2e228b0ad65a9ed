internal import ReferenceFiles

extension ReferenceCalculator {
    func biasSuite(_ expected: JSONValue, _ effects: EffectSet) throws -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        result["funnel_asymmetry_REML"] = try asymmetry(effects)
        for (name, model) in [
            ("REML", PoolingModel.randomEffects(.reml)), ("EE", .equalEffects),
            ("DL", .randomEffects(.derSimonianLaird)),
        ] {
            result["trimfill_\(name)"] = try trimAndFill(effects, PoolingOptions(model, inference: .normal))
        }
        let test = try effects.precisionEffectTest()
        func line(_ coefficients: [Coefficient]) -> JSONValue {
            let constant = coefficients[0]
            let slope = coefficients[1]
            return .record([
                "intercept": .number(constant.estimate), "intercept_se": .number(constant.standardError),
                "intercept_t": .number(constant.statistic), "intercept_p": .number(constant.pValue),
                "slope": .number(slope.estimate), "slope_se": .number(slope.standardError),
                "slope_t": .number(slope.statistic), "slope_p": .number(slope.pValue),
                "df": JSONValue(slope.degreesOfFreedom),
            ])
        }
        result["pet_peese"] = .record([
            "pet": line(test.pet), "peese": line(test.peese),
            "chosen": .text(test.choosesPEESE ? "peese" : "pet"),
        ])
        result["fail_safe_n"] = .record(
            try FailSafeNumber.Method.allCases.reduce(into: [:]) { record, method in
                let number = try effects.failSafeNumber(method)
                record[method.rawValue] = .record([
                    "fsnum": .number(Double(number.number)), "pval": JSONValue(number.pValue),
                    "meanes": JSONValue(number.meanEffect), "target": JSONValue(number.target),
                ])
            })
        let henmi = try effects.henmiCopas()
        result["henmi_copas_DL"] = .record([
            "estimate": .number(henmi.estimate), "se": .number(henmi.standardError),
            "ci_lb": .number(henmi.interval.lower), "ci_ub": .number(henmi.interval.upper),
            "tau2": .number(henmi.tau2),
        ])
        let excess = try effects.excessSignificance()
        result["excess_significance"] = .record([
            "two_sided": .record([
                "theta": .number(excess.effect), "O": .number(Double(excess.observed)),
                "E": .number(excess.expected),
                "OEratio": .number(excess.ratio), "X2": .number(excess.statistic),
                "pval": .number(excess.pValue),
                "power": JSONValue(excess.power),
            ])
        ])
        if let models = expected["selection_models"] {
            result["selection_models"] = .record([
                "results": .record(
                    (models["results"]?.record ?? [:]).keys.sorted().reduce(into: [:]) { record, key in
                        record[key] = attempt {
                            try selection(key, effects, positive: models["alternative"]?.text == "greater")
                        }
                    })
            ])
        }
        return result
    }

    private func asymmetry(_ effects: EffectSet) throws -> JSONValue {
        var result: [String: JSONValue] = [:]
        let mixed = FunnelModel.mixedEffects(PoolingOptions(.randomEffects(.reml), inference: .normal))
        for predictor in FunnelPredictor.allCases {
            for (name, model) in [("rma", mixed), ("lm", .multiplicative)] {
                let test = try effects.regressionTest(predictor, model: model)
                result["\(name)_\(predictor.rawValue)"] = .record([
                    "stat": .number(test.slope.statistic), "df": JSONValue(test.slope.degreesOfFreedom),
                    "pval": .number(test.slope.pValue), "limit_estimate": JSONValue(test.limit?.estimate),
                    "limit_ci_lb": JSONValue(test.limit?.interval.lower),
                    "limit_ci_ub": JSONValue(test.limit?.interval.upper),
                ])
            }
        }
        let ranks = try effects.rankCorrelationTest().value
        result["begg_mazumdar"] = .record([
            "kendall_tau": JSONValue(ranks?.correlation), "pval": JSONValue(ranks?.pValue),
        ])
        return .record(result)
    }

    private func trimAndFill(_ effects: EffectSet, _ options: PoolingOptions) throws -> JSONValue {
        var result: [String: JSONValue] = [:]
        for estimator in MissingStudiesEstimator.allCases {
            for side in FunnelSide.allCases {
                result["\(estimator.rawValue)_\(side.rawValue)"] = attempt {
                    let filled = try effects.trimAndFill(estimator, side: side, options)
                    return .record([
                        "k0": .number(Double(filled.missing)), "se_k0": JSONValue(filled.standardError.value),
                        "p_k0": JSONValue(filled.pValue), "estimate": .number(filled.effect.estimate),
                        "se": .number(filled.effect.standardError),
                        "ci_lb": .number(filled.effect.interval.lower),
                        "ci_ub": .number(filled.effect.interval.upper),
                        "tau2": .number(filled.heterogeneity.tau2),
                        "filled_yi": JSONValue(filled.filledEffects),
                        "filled_vi": JSONValue(filled.filledVariances),
                    ])
                }
            }
        }
        result["auto_side"] = attempt {
            let filled = try effects.trimAndFill(.l0, options)
            return .record([
                "side": .text(filled.side.rawValue), "k0": .number(Double(filled.missing)),
                "estimate": .number(filled.effect.estimate),
            ])
        }
        return .record(result)
    }

    static func selectionFunction(_ key: String) -> SelectionFunction? {
        switch key {
        case "stepfun_3PSM_.025": .threeParameter
        case "stepfun_.05_.5": .steps([0.05, 0.5])
        case "VW_moderate_one_tailed_fixed": .moderateOneTailed
        case "VW_severe_one_tailed_fixed": .severeOneTailed
        case "beta": .beta
        case "halfnorm": .halfNormal
        case "negexp": .negativeExponential
        case "logistic": .logistic
        case "power": .power
        default: nil
        }
    }

    private func selection(_ key: String, _ effects: EffectSet, positive: Bool) throws -> JSONValue? {
        guard let function = Self.selectionFunction(key) else { return nil }
        let model = try effects.selectionModel(function, favouringPositive: positive)
        let interval = try model.interval().value
        return .record([
            "estimate": .number(model.estimate), "se": JSONValue(model.standardError.value),
            "ci_lb": JSONValue(interval?.lower), "ci_ub": JSONValue(interval?.upper),
            "tau2": .number(model.tau2),
            "logLik": .number(model.logLikelihood), "LRT": .number(model.test.statistic),
            "LRTdf": .number(model.test.degreesOfFreedom), "LRTp": JSONValue(model.test.pValue),
            "delta": JSONValue(model.delta), "delta_se": JSONValue(model.deltaErrors),
        ])
    }

    /// pcurve.json.
    func pCurves() -> [String: JSONValue] {
        let cases = (file["cases"]?.list ?? []).map { item -> JSONValue in
            let statistics = (item["tests"]?.list ?? []).compactMap { test -> TestStatistic? in
                let value = test["value"]?.number ?? .nan
                let df1 = test["df1"]?.number ?? .nan
                let df2 = test["df2"]?.number ?? .nan
                switch test["stat"]?.text {
                case "t": return .t(value, df: df2)
                case "F": return .f(value, df1: df1, df2: df2)
                case "chi2": return .chiSquared(value, df: df1)
                case "z": return .z(value)
                case "r": return .correlation(value, df: df2)
                default: return nil
                }
            }
            guard let curve = try? PCurve(statistics) else { return .null }
            let parts = [curve.full, curve.half].map { part -> JSONValue in
                .record([
                    "k": .number(Double(part.count)), "pp_right": JSONValue(part.underNull),
                    "z_right_skew": .number(part.rightSkew), "p_right_skew": .number(part.rightSkewPValue),
                    "pp_33": JSONValue(part.underThird), "z_flatter_than_33": .number(part.flatness),
                    "p_flatter_than_33": .number(part.flatnessPValue),
                ])
            }
            return .record([
                "expected": .record([
                    "p_values": JSONValue(curve.pValues), "significant": .number(Double(curve.full.count)),
                    "below_025": .number(Double(curve.half.count)),
                    "binomial_p_right": .number(curve.binomialPValue), "curves": .list(parts),
                    "power_estimate": JSONValue(curve.power), "evidential_value": .flag(curve.showsEvidence),
                    "flatter_than_33_power": .flag(curve.isFlat),
                ])
            ])
        }
        return ["cases": .list(cases)]
    }
}

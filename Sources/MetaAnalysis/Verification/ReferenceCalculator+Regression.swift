internal import ReferenceFiles

extension ReferenceCalculator {
    /// The regressions of a file that stand under one key each.
    func regressions() -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        switch dataset {
        case "bcg":
            result["meta_regression"] = attempt { try bcgRegressions() }
            result["mantel_haenszel"] = attempt { try mantelHaenszel() }
            result["glmm_OR"] = attempt { try mixedLogistic() }
            result["peto"] = attempt { try pooledTables(TablePooling.peto(fourfoldTables.map(\.1))) }
            result["subgroups_by_alloc"] = attempt { try subgroups(effects("RR"), labels("alloc")) }
        case "molloy2014":
            result["meta_regression_quality_meanage_knha"] = attempt {
                try regression(
                    effects("ZCOR"), [moderator("quality"), moderator("meanage")], "REML", knappHartung: true)
            }
            result["subgroups_by_design"] = attempt { try subgroups(effects("ZCOR"), labels("design")) }
            result["back_transformed_REML"] = attempt { try backTransformed() }
        case "bangertdrowns2004":
            let effects = try? effects("SMD")
            result["meta_regression"] = attempt {
                guard let effects else { return nil }
                return .record([
                    "length_REML": try regression(effects, [moderator("length")], "REML"),
                    "length_meta_knha": try regression(
                        effects, [moderator("length"), moderator("meta")], "REML", knappHartung: true),
                    "year_REML": try regression(effects, [moderator("year")], "REML"),
                    "grade_factor_REML": try regression(effects, [category("grade")], "REML"),
                ])
            }
            result["subgroups_by_meta"] = attempt {
                try effects.flatMap { try subgroups($0, inputs["meta"]?.list?.map(\.label) ?? []) }
            }
        default: break
        }
        return result
    }

    private func moderator(_ name: String) -> Moderator {
        .number(name, inputs[name]?.optionalNumbers ?? [])
    }

    private func category(_ name: String) -> Moderator { .category(name, labels(name)) }

    /// Names of terms as R writes them.
    private func term(_ name: String) -> JSONValue {
        if name == "intercept" { return .text("intrcpt") }
        if name.hasPrefix("grade: ") { return .text("factor(grade)" + name.dropFirst(7)) }
        return .text(name.replacing(": ", with: ""))
    }

    func regression(
        _ effects: EffectSet, _ moderators: [Moderator], _ name: String, knappHartung: Bool = false
    ) throws -> JSONValue {
        let model = Self.poolingModel(name) ?? .equalEffects
        let regression = try effects.regression(
            on: moderators,
            PoolingOptions(
                model, inference: knappHartung ? .knappHartung(neverNarrower: false) : .normal,
                prediction: .asInference))
        var result = summary(regression.fit)
        result["coef"] = .list(
            regression.coefficients.map { .record(coefficient($0)).adding(["term": term($0.term)]) })
        result["ddf"] = JSONValue(regression.fit.degreesOfFreedom)
        result["QM"] = JSONValue(regression.moderatorTest?.statistic)
        result["QM_df"] = JSONValue([
            regression.moderatorTest?.degreesOfFreedom, regression.moderatorTest?.secondDegreesOfFreedom,
        ])
        result["QMp"] = JSONValue(regression.moderatorTest?.pValue)
        result["R2"] = JSONValue(regression.r2)
        if model != .equalEffects {
            result["confint_QP"] = interval(
                regression.heterogeneityInterval(.qProfile), regression.heterogeneity)
            result["confint_PL"] = interval(
                regression.heterogeneityInterval(.profileLikelihood), regression.heterogeneity)
        }
        return .record(result)
    }

    private func bcgRegressions() throws -> JSONValue {
        let effects = try effects("RR")
        let latitude = moderator("ablat")
        let year = moderator("year")
        let allocation = category("alloc")
        var result: [String: JSONValue] = [:]
        for name in ["DL", "ML", "EE", "PM", "SJ"] {
            result["ablat_\(name)"] = try regression(effects, [latitude], name)
        }
        for knappHartung in [false, true] {
            let fitted = try effects.regression(
                on: [latitude],
                PoolingOptions(
                    .randomEffects(.reml),
                    inference: knappHartung ? .knappHartung(neverNarrower: false) : .normal,
                    prediction: .asInference))
            let key = knappHartung ? "ablat_REML_knha" : "ablat_REML"
            let places = file.at("meta_regression", key, "predict", "ablat")?.numbers ?? []
            let predictions = try places.map { try fitted.prediction(at: [$0]) }
            result[key] = try regression(effects, [latitude], "REML", knappHartung: knappHartung).adding([
                "predict": .record([
                    "ablat": JSONValue(places), "pred": JSONValue(predictions.map(\.value)),
                    "se": JSONValue(predictions.map(\.standardError)),
                    "ci_lb": JSONValue(predictions.map(\.interval.lower)),
                    "ci_ub": JSONValue(predictions.map(\.interval.upper)),
                    "pi_lb": JSONValue(predictions.map { $0.prediction.value?.lower }),
                    "pi_ub": JSONValue(predictions.map { $0.prediction.value?.upper }),
                ]), "influence": influence(fitted.influence()),
            ])
        }
        result["ablat_year_REML"] = try regression(effects, [latitude, year], "REML")
        result["alloc_REML"] = try regression(effects, [allocation], "REML")
        result["ablat_year_alloc_REML_knha"] = try regression(
            effects, [latitude, year, allocation], "REML", knappHartung: true)
        let ml = PoolingOptions(.randomEffects(.maximumLikelihood), inference: .normal)
        let full = try effects.regression(on: [latitude], ml)
        let null = try effects.regression(on: [], ml)
        let ratio = try full.likelihoodRatio(against: null)
        result["LRT_ablat_vs_null_ML"] = .record([
            "LRT": .number(ratio.statistic), "p": JSONValue(ratio.pValue),
            "AIC_full": .number(full.likelihood.aic), "AIC_null": .number(null.likelihood.aic),
        ])
        let block = try effects.regression(
            on: [latitude, year, allocation], PoolingOptions(.randomEffects(.reml), inference: .normal)
        ).test(of: "alloc")
        result["wald_block_alloc"] = .record([
            "QM": .number(block.statistic), "df": .list([.number(block.degreesOfFreedom)]),
            "p": .number(block.pValue),
        ])
        result.merge(try robustRegression()) { _, new in new }
        return .record(result)
    }

    func influence(_ rows: [InfluenceRow]) -> JSONValue {
        var record: [String: JSONValue] = [
            "study": .list(rows.map { .text($0.study) }),
            "rstudent": JSONValue(rows.map(\.studentisedResidual)),
            "dffits": JSONValue(rows.map(\.fittedChange)), "cook_d": JSONValue(rows.map(\.cooksDistance)),
            "cov_r": JSONValue(rows.map(\.covarianceRatio)), "tau2_del": JSONValue(rows.map(\.tau2Without)),
            "QE_del": JSONValue(rows.map(\.qWithout)), "hat": JSONValue(rows.map(\.leverage)),
            "weight_pct": JSONValue(rows.map(\.weight)),
            "is_influential": .list(rows.map { .flag($0.isInfluential) }),
        ]
        record["dfbs"] = JSONValue(rows.map { $0.coefficientChanges.first })
        return .record(record)
    }

    private func mantelHaenszel() throws -> JSONValue {
        .record(
            try FourfoldMeasure.allCases.reduce(into: [:]) { record, measure in
                record[measure.rawValue] = try pooledTables(
                    TablePooling.mantelHaenszel(fourfoldTables.map(\.1), measure: measure))
            })
    }

    private func mixedLogistic() throws -> JSONValue {
        .record(
            try MixedLogisticModel.allCases.reduce(into: [:]) { record, model in
                let found = try MixedLogistic(fourfoldTables.map(\.1), model: model)
                record[model.rawValue] = .record([
                    "estimate": .number(found.effect.estimate), "se": .number(found.effect.standardError),
                    "ci_lb": .number(found.effect.interval.lower),
                    "ci_ub": .number(found.effect.interval.upper),
                    "tau2": .number(found.tau2), "QE_Wld": .number(found.waldQ.statistic),
                    "QE_LRT": .number(found.likelihoodRatioQ.statistic),
                ])
            })
    }

    private func pooledTables(_ pooled: PooledTables) -> JSONValue {
        var record = coefficient(pooled.effect)
        record["term"] = nil
        for (key, test) in [
            ("QE", Optional(pooled.q)), ("MH", pooled.association), ("CO", pooled.cochran),
            ("BD", pooled.breslowDay), ("TA", pooled.tarone),
        ] {
            record[key] = JSONValue(test?.statistic)
            record["\(key)p"] = JSONValue(test?.pValue)
        }
        return .record(record)
    }

    private func backTransformed() throws -> JSONValue {
        let pooled = try effects("ZCOR").pooled(
            PoolingOptions(.randomEffects(.reml), inference: .normal, prediction: .asInference))
        let back = EffectMetric.fisherZ.backTransformed
        return .record([
            "r": .number(back(pooled.estimate)), "ci_lb": .number(back(pooled.effect.interval.lower)),
            "ci_ub": .number(back(pooled.effect.interval.upper)),
            "pi_lb": JSONValue(pooled.prediction.value.map { back($0.lower) }),
            "pi_ub": JSONValue(pooled.prediction.value.map { back($0.upper) }),
        ])
    }

    private func subgroups(_ effects: EffectSet, _ labels: [String?]) throws -> JSONValue {
        let options = PoolingOptions(.randomEffects(.reml), inference: .normal, prediction: .asInference)
        let own = try effects.subgroups(by: labels, heterogeneity: .own, options)
        let common = try effects.subgroups(by: labels, heterogeneity: .common, options)
        let fixed = try effects.subgroups(
            by: labels, heterogeneity: .own, PoolingOptions(.equalEffects, inference: .normal))
        let separate = own.groups.map { group -> JSONValue in
            guard let pooled = group.pooled else { return .null }
            return .record(summary(pooled.fit)).adding([
                "level": .text(group.label), "prediction": prediction(pooled.fit, at: [1], asIn: nil),
            ])
        }
        return .record([
            "levels": .list(own.groups.map { .text($0.label) }), "separate_tau2": .list(separate),
            "Q_between_separate_tau2": .record([
                "Q": JSONValue(own.differenceTest?.statistic),
                "df": JSONValue(own.differenceTest?.degreesOfFreedom),
                "p": JSONValue(own.differenceTest?.pValue),
            ]),
            "common_tau2": .record([
                "tau2": JSONValue(common.commonTau2),
                "Q_between": JSONValue(common.differenceTest?.statistic),
                "df": JSONValue(common.differenceTest?.degreesOfFreedom),
                "p": JSONValue(common.differenceTest?.pValue),
                "level_estimates": JSONValue(common.groups.map { $0.effect.value?.estimate }),
                "level_se": JSONValue(common.groups.map { $0.effect.value?.standardError }),
            ]),
            "fixed_effect": .record([
                "Q_between": JSONValue(fixed.differenceTest?.statistic),
                "p": JSONValue(fixed.differenceTest?.pValue),
                "Q_within": .number(fixed.withinQ),
            ]),
        ])
    }
}

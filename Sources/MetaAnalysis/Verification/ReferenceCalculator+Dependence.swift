internal import ReferenceFiles

extension ReferenceCalculator {
    private func termed(_ coefficients: [Coefficient], _ rename: (String) -> String) -> JSONValue {
        .list(
            coefficients.map {
                .record(coefficient($0)).adding([
                    "term": .text($0.term == "intercept" ? "intrcpt" : rename($0.term))
                ])
            })
    }

    private func robust(_ robust: RobustCoefficients, _ rename: (String) -> String) -> JSONValue {
        let degrees = robust.coefficients.compactMap(\.degreesOfFreedom)
        return .record([
            "coef": termed(robust.coefficients, rename),
            "df": robust.form == .cr1 ? JSONValue(degrees.first) : JSONValue(degrees),
        ])
    }

    private func multilevel(
        _ model: MultilevelModel, clusters: [String]?, _ rename: (String) -> String = { $0 }
    ) throws -> [String: JSONValue] {
        var result: [String: JSONValue] = [
            "coef": termed(model.coefficients, rename), "sigma2": JSONValue(model.components.map(\.variance)),
            "tau2": .list([.number(0)]), "rho": .list([.number(0)]), "QE": .number(model.q),
            "QEp": .number(model.qPValue), "logLik": .number(model.logLikelihood), "AIC": .number(model.aic),
            "BIC": .number(model.bic), "QM": JSONValue(model.moderatorTest?.statistic),
            "QMp": JSONValue(model.moderatorTest?.pValue),
            "I2_levels_pct": JSONValue(model.components.map(\.i2)),
        ]
        if let prediction = model.prediction {
            result["prediction"] = .record([
                "pi_lb": .number(prediction.lower), "pi_ub": .number(prediction.upper),
            ])
        }
        if let clusters {
            result["CR1"] = robust(try model.robust(clusters: clusters, .cr1), rename)
            result["CR2_satterthwaite"] = robust(try model.robust(clusters: clusters, .cr2), rename)
        }
        return result
    }

    /// konstantopoulos2011.json.
    func threeLevel() -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        guard let effects = try? EffectSet(effects: numbers("yi"), variances: numbers("vi")) else {
            return [:]
        }
        let districts = labels("district")
        let random = [RandomTerm("district", districts), RandomTerm("school", labels("study"))]
        let years = numbers("year")
        let mean = years.reduce(0, +) / Double(max(years.count, 1))
        result["three_level_REML"] = attempt {
            let model = try effects.multilevel(random: random)
            let intervals = try random.enumerated().map { place, term -> JSONValue in
                let interval = try model.profileInterval(of: term.name)
                return .record([
                    "est": .number(model.components[place].variance), "lb": .number(interval.lower),
                    "ub": .number(interval.upper),
                ])
            }
            return .record(
                try multilevel(model, clusters: districts).merging(["sigma2_profile_ci": .list(intervals)]) {
                    $1
                })
        }
        result["three_level_ML"] = attempt {
            .record(try multilevel(effects.multilevel(random: random, method: .ml), clusters: nil))
        }
        result["district_only_REML"] = attempt {
            .record(try multilevel(effects.multilevel(random: [random[0]]), clusters: districts))
        }
        result["compound_symmetry_REML"] = attempt {
            let model = try effects.multilevel(random: random)
            let symmetry = model.compoundSymmetry
            return .record(
                try multilevel(model, clusters: nil).merging([
                    "sigma2": .list([.number(0)]), "tau2": JSONValue([symmetry?.variance]),
                    "rho": JSONValue([symmetry?.correlation]),
                ]) { $1 })
        }
        result["year_moderator_REML"] = attempt {
            let model = try effects.multilevel(
                random: random, moderators: [.number("I(year - mean(year))", years.map { $0 - mean })])
            return .record(try multilevel(model, clusters: districts))
        }
        result["two_level_standard_REML"] = attempt {
            let pooled = try effects.pooled(
                PoolingOptions(.randomEffects(.reml), inference: .normal, prediction: .asInference))
            return .record(summary(pooled.fit)).adding([
                "prediction": prediction(pooled.fit, at: [1], asIn: nil)
            ])
        }
        return result
    }

    /// assink2016.json.
    func dependentEffects() -> [String: JSONValue] {
        var result: [String: JSONValue] = [:]
        guard let effects = try? EffectSet(effects: numbers("yi"), variances: numbers("vi")) else {
            return [:]
        }
        let studies = labels("study")
        let random = [RandomTerm("study", studies), RandomTerm("effect", labels("id"))]
        let sampling = SamplingCovariance.correlated(within: studies, rho: 0.6)
        let type = Moderator.category("deltype", labels("deltype"))
        func rename(_ term: String) -> String { term.replacing(": ", with: "") }
        result["multilevel_V_rho06"] = attempt {
            .record(try multilevel(effects.multilevel(random: random, sampling: sampling), clusters: studies))
        }
        result["multilevel_V_rho06_deltype"] = attempt {
            .record(
                try multilevel(
                    effects.multilevel(random: random, sampling: sampling, moderators: [type]),
                    clusters: studies,
                    rename))
        }
        result["multilevel_independent"] = attempt {
            .record(try multilevel(effects.multilevel(random: random), clusters: studies))
        }
        result["aggregate_CS_rho06"] = attempt {
            let whole = try effects.aggregated(by: studies, sampling: sampling)
            let pooled = try whole.pooled(
                PoolingOptions(.randomEffects(.reml), inference: .normal, prediction: .asInference))
            return .record([
                "study": JSONValue(whole.studies.map { Double($0) }), "yi": JSONValue(whole.effects),
                "vi": JSONValue(whole.variances),
                "REML": .record(summary(pooled.fit)).adding([
                    "prediction": prediction(pooled.fit, at: [1], asIn: nil)
                ]),
            ])
        }
        func robu(_ model: WorkingModel, _ moderators: [Moderator]) -> JSONValue? {
            attempt {
                let found = try effects.robustRegression(
                    clusters: studies, moderators: moderators, workingModel: model)
                return .record([
                    "coef": .list(
                        found.coefficients.map {
                            .record([
                                "term": .text($0.term == "intercept" ? "X.Intercept." : rename($0.term)),
                                "estimate": .number($0.estimate), "se": .number($0.standardError),
                                "t": .number($0.statistic), "df": JSONValue($0.degreesOfFreedom),
                                "p": .number($0.pValue), "ci_lb": .number($0.interval.lower),
                                "ci_ub": .number($0.interval.upper),
                            ])
                        }), "tau2": .number(found.tau2), "omega2": JSONValue(found.omega2),
                    "I2": JSONValue(found.i2),
                ])
            }
        }
        result["robu_CORR_rho08"] = robu(.correlated(rho: 0.8), [])
        result["robu_CORR_deltype"] = robu(.correlated(rho: 0.8), [type])
        result["robu_HIER"] = robu(.hierarchical, [])
        return result
    }

    /// Cluster-robust errors of the regression on latitude in bcg.json, every trial a cluster of its own.
    func robustRegression() throws -> [String: JSONValue] {
        let fitted = try effects("RR").regression(
            on: [.number("ablat", numbers("ablat").map { $0 })],
            PoolingOptions(.randomEffects(.reml), inference: .normal))
        return [
            "ablat_robust_CR1": robust(try fitted.robust(clusters: labels("study"), .cr1)) { $0 },
            "ablat_robust_CR2": robust(try fitted.robust(clusters: labels("study"), .cr2)) { $0 },
        ]
    }
}

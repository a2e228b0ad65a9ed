import MetaAnalysis

/// Looks at whether small or insignificant studies are missing. Asymmetry has more causes than that.
enum PoolBias {
    static func part(_ test: BiasTest, _ set: EffectSet, _ options: PoolingOptions) throws -> PoolPart {
        switch test {
        case .egger: try egger(set, options)
        case .begg: try begg(set)
        case .trimfill: try trimAndFill(set, options)
        case .petpeese: try precision(set, options)
        case .selection: try selection(set, options)
        case .pcurve: try curve(set)
        }
    }

    private static func egger(_ set: EffectSet, _ options: PoolingOptions) throws -> PoolPart {
        func row(_ name: String, _ model: FunnelModel) throws -> PoolPart.Row {
            let found = try set.regressionTest(.standardError, model: model, level: options.level)
            var values: [(String, PoolPart.Value)] = [
                ("stat", .number(found.slope.statistic)),
                ("df", found.slope.degreesOfFreedom.map { .number($0) } ?? .undefined("normal")),
                ("pval", .number(found.slope.pValue)),
            ]
            if let limit = found.limit {
                values += [
                    ("limit_estimate", .number(limit.estimate)),
                    ("limit_ci_lb", .number(limit.interval.lower)),
                    ("limit_ci_ub", .number(limit.interval.upper)),
                ]
            }
            return .init(name, values)
        }
        return PoolPart(
            key: "funnel_asymmetry", title: "Egger: do small studies show other effects?", nameKey: "model",
            layout: .named,
            rows: [try row("lm_sei", .multiplicative), try row("rma_sei", .mixedEffects(options))])
    }

    private static func begg(_ set: EffectSet) throws -> PoolPart {
        let values: [(String, PoolPart.Value)] =
            switch try set.rankCorrelationTest() {
            case .value(let test): [("tau", .number(test.correlation)), ("pval", .number(test.pValue))]
            case .undefined(let reason): [("tau", .undefined(reason.english))]
            }
        return PoolPart(
            key: "ranktest", title: "Begg and Mazumdar: rank correlation of effect and variance",
            nameKey: "test", layout: .single, rows: [.init("Kendall", values)])
    }

    private static func trimAndFill(_ set: EffectSet, _ options: PoolingOptions) throws -> PoolPart {
        let found = try set.trimAndFill(.l0, options)
        return PoolPart(
            key: "trimfill", title: "Trim and fill: how many studies would make the funnel even?",
            nameKey: "estimator", layout: .named,
            rows: [
                .init(
                    "\(found.estimator.rawValue)_\(found.side.rawValue)",
                    [
                        ("k0", .integer(found.missing)),
                        ("se_k0", defined(found.standardError)),
                        ("tau2", .number(found.heterogeneity.tau2)),
                    ] + PoolSummary.coefficient(found.effect))
            ])
    }

    private static func precision(_ set: EffectSet, _ options: PoolingOptions) throws -> PoolPart {
        let found = try set.precisionEffectTest(level: options.level)
        func row(_ name: String, _ list: [Coefficient]) -> PoolPart.Row {
            var values: [(String, PoolPart.Value)] = []
            for (prefix, coefficient) in zip(["intercept", "slope"], list) {
                values += [
                    (prefix, .number(coefficient.estimate)),
                    ("\(prefix)_se", .number(coefficient.standardError)),
                    ("\(prefix)_p", .number(coefficient.pValue)),
                ]
            }
            return .init(name, values)
        }
        return PoolPart(
            key: "pet_peese", title: "PET-PEESE: the effect of a study without error", nameKey: "model",
            layout: .named, rows: [row("pet", found.pet), row("peese", found.peese)],
            notes: [
                "the rule takes \(found.choosesPEESE ? "PEESE" : "PET") (PEESE where the p of PET is below .10)"
            ])
    }

    private static func selection(_ set: EffectSet, _ options: PoolingOptions) throws -> PoolPart {
        let found = try set.selectionModel()
        var values: [(String, PoolPart.Value)] = [
            ("estimate", .number(found.estimate)), ("se", defined(found.standardError)),
        ]
        if let interval = try found.interval(level: options.level).value {
            values += [("ci_lb", .number(interval.lower)), ("ci_ub", .number(interval.upper))]
        }
        values += [
            ("tau2", .number(found.tau2)),
            ("delta", found.delta.first.map { .number($0) } ?? .undefined("")),
            ("logLik", .number(found.logLikelihood)), ("LRT", .number(found.test.statistic)),
            ("LRTp", found.test.pValue.map { .number($0) } ?? .undefined("no degrees of freedom")),
        ]
        return PoolPart(
            key: "selection_models", title: "Three-parameter selection model (step at one-sided .025)",
            nameKey: "model", layout: .named, rows: [.init("stepfun_3PSM_.025", values)],
            notes: found.isAtBound
                ? ["a parameter lies at its bound; read it as a sensitivity analysis only"] : [])
    }

    private static func curve(_ set: EffectSet) throws -> PoolPart {
        let found = try PCurve(zip(set.effects, set.standardErrors).map { .z($0 / $1) })
        func row(_ name: String, _ curve: PCurve.Curve) -> PoolPart.Row {
            guard curve.count > 0 else {
                return .init(name, [("k", .integer(0)), ("z_right_skew", .undefined("nothing significant"))])
            }
            return .init(
                name,
                [
                    ("k", .integer(curve.count)), ("z_right_skew", .number(curve.rightSkew)),
                    ("p_right_skew", .number(curve.rightSkewPValue)), ("z_flat", .number(curve.flatness)),
                    ("p_flat", .number(curve.flatnessPValue)),
                ])
        }
        return PoolPart(
            key: "pcurve",
            title: "p-curve of the significant effects (low weight: it knows no heterogeneity)",
            nameKey: "curve", layout: .named,
            rows: [row("full", found.full), row("half", found.half)])
    }

    private static func defined(_ value: Defined<Double>) -> PoolPart.Value {
        switch value {
        case .value(let number): .number(number)
        case .undefined(let reason): .undefined(reason.english)
        }
    }
}

import MetaAnalysis

/// Models beside the pooled mean: subgroups, regression, robust errors, three levels.
enum PoolModels {
    static func subgroups(_ groups: Subgroups) -> [PoolPart] {
        var parts = [
            PoolPart(
                key: "subgroups",
                title: "Subgroups, "
                    + (groups.heterogeneity == .own ? "each its own tau2" : "one tau2 for all"),
                nameKey: "level", layout: .rows,
                rows: groups.groups.map { group in
                    var values: [(String, PoolPart.Value)] = [("k", .integer(group.count))]
                    switch group.effect {
                    case .value(let effect): values += PoolSummary.coefficient(effect)
                    case .undefined(let reason): values.append(("estimate", .undefined(reason.english)))
                    }
                    let tau2 = group.pooled?.heterogeneity.tau2 ?? groups.commonTau2
                    if let tau2 { values.append(("tau2", .number(tau2))) }
                    return .init(group.label, values)
                })
        ]
        if let test = groups.differenceTest {
            parts.append(wald("Q_between", "Do subgroups differ?", test))
        }
        return parts
    }

    static func regression(_ model: MetaRegression) -> [PoolPart] {
        let heterogeneity = model.heterogeneity
        var values: [(String, PoolPart.Value)] = [
            ("tau2", .number(heterogeneity.tau2)), ("I2", .number(heterogeneity.i2)),
            ("H2", .number(heterogeneity.h2)), ("QE", .number(heterogeneity.q)),
            ("QE_df", .number(heterogeneity.degreesOfFreedom)), ("QEp", .number(heterogeneity.pValue)),
            ("R2", model.r2.map { .number($0) } ?? .undefined("no tau2 without moderators")),
        ]
        if let test = model.moderatorTest {
            values += [
                ("QM", .number(test.statistic)), ("QM_df", .number(test.degreesOfFreedom)),
                ("QM_df2", test.secondDegreesOfFreedom.map { .number($0) } ?? .undefined("chi-square")),
                ("QMp", .number(test.pValue)),
            ]
        }
        return [
            coefficients("meta_regression", "Meta-regression", model.coefficients),
            PoolPart(
                key: "meta_regression_fit", title: "Fit of the meta-regression", nameKey: "model",
                layout: .single, rows: [.init(model.options.model.symbol, values)]),
        ]
    }

    static func permutations(_ test: CoefficientPermutationTest) -> PoolPart {
        PoolPart(
            key: "permutation_test",
            title: test.isExact
                ? "Permutation test, all \(test.draws) orders" : "Permutation test, \(test.draws) draws",
            nameKey: "term", layout: .rows,
            rows: zip(test.terms, test.pValues).map { .init(term($0), [("pval", .number($1))]) } + [
                .init("all moderators", [("pval", .number(test.moderatorPValue))])
            ])
    }

    static func robust(_ robust: RobustCoefficients, _ key: String) -> PoolPart {
        var part = coefficients(
            "\(key)_\(robust.form.rawValue)",
            "Cluster-robust errors \(robust.form.rawValue), \(robust.clusters) clusters",
            robust.coefficients)
        part.notes = robust.doubtful.map {
            "\(term($0)): fewer than 4 degrees of freedom, do not lean on it"
        }
        return part
    }

    static func threeLevel(
        _ set: EffectSet, _ studies: [String], _ column: String, rho: Double?, _ options: PoolingOptions
    ) throws -> [PoolPart] {
        let method: LikelihoodMethod =
            options.model == .randomEffects(.maximumLikelihood) ? .ml : .reml
        let model = try set.multilevel(
            random: [
                RandomTerm(column, studies), RandomTerm("effect", set.studies.indices.map { "\($0)" }),
            ],
            sampling: rho.map { .correlated(within: studies, rho: $0) } ?? .independent, method: method,
            level: options.level)
        return [
            coefficients("three_level", "Three-level model, \(method.rawValue)", model.coefficients),
            PoolPart(
                key: "three_level_components", title: "Variance by level", nameKey: "level", layout: .rows,
                rows: model.components.map { component in
                    .init(
                        component.name,
                        [
                            ("groups", .integer(component.groups)), ("sigma2", .number(component.variance)),
                            ("I2", .number(component.i2)),
                        ])
                }),
            robust(try model.robust(clusters: studies), "three_level"),
        ]
    }

    static func coefficients(_ key: String, _ title: String, _ list: [Coefficient]) -> PoolPart {
        PoolPart(
            key: key, title: title, nameKey: "term", layout: .rows,
            rows: list.map { .init(term($0.term), PoolSummary.coefficient($0)) })
    }

    private static func wald(_ key: String, _ title: String, _ test: WaldTest) -> PoolPart {
        PoolPart(
            key: key, title: title, nameKey: "test", layout: .single,
            rows: [
                .init(
                    "Q",
                    [
                        ("Q", .number(test.statistic)), ("df", .number(test.degreesOfFreedom)),
                        ("df2", test.secondDegreesOfFreedom.map { .number($0) } ?? .undefined("chi-square")),
                        ("p", .number(test.pValue)),
                    ])
            ])
    }

    /// The word that metafor has for the constant.
    private static func term(_ name: String) -> String { name == "intercept" ? "intrcpt" : name }
}

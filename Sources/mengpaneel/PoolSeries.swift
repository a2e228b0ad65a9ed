import MetaAnalysis

/// One row per study: refits and measures of influence.
enum PoolSeries {
    static func part(_ key: String, _ nameKey: String, _ rows: [RefitRow]) -> PoolPart {
        PoolPart(
            key: key, title: key == "cumulative" ? "As studies come in" : "Without each study in turn",
            nameKey: nameKey, layout: .lists,
            rows: rows.map { row in
                .init(
                    row.study,
                    [("k", .integer(row.count))]
                        + PoolSummary.coefficient(row.effect).filter { !["stat", "ddf"].contains($0.0) } + [
                            ("tau2", .number(row.heterogeneity.tau2)), ("I2", .number(row.heterogeneity.i2)),
                            ("Q", .number(row.heterogeneity.q)),
                        ])
            })
    }

    static func influence(_ rows: [InfluenceRow]) -> PoolPart {
        PoolPart(
            key: "influence", title: "What each study does to the result", nameKey: "study", layout: .lists,
            rows: rows.map { row in
                .init(
                    row.study,
                    [
                        ("rstudent", .number(row.studentisedResidual)), ("dffits", .number(row.fittedChange)),
                        ("cook_d", .number(row.cooksDistance)), ("cov_r", .number(row.covarianceRatio)),
                        ("tau2_del", .number(row.tau2Without)), ("QE_del", .number(row.qWithout)),
                        ("hat", .number(row.leverage)), ("weight_pct", .number(row.weight)),
                        ("dfbs", row.coefficientChanges.first.map { .number($0) } ?? .undefined("")),
                        ("x_contribution_to_Q", .number(row.contributionToQ)),
                        ("y_influence", .number(row.influenceOnResult)),
                        ("is_influential", .flag(row.isInfluential)),
                    ])
            }, notes: ["A study that stands out is a reason to look at it, not to leave it out."])
    }
}

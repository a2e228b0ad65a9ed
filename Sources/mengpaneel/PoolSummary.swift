import Foundation
import MetaAnalysis

/// The pooled effect itself, its estimators and its studies.
enum PoolSummary {
    /// One row with everything that is a number.
    static func part(_ pooled: PooledEffect, test: String) -> PoolPart {
        let heterogeneity = pooled.heterogeneity
        var values: [(String, PoolPart.Value)] = [
            ("model", .text(pooled.options.model.symbol)), ("test", .text(test.lowercased())),
            ("level", .number(pooled.options.level)), ("k", .integer(pooled.count)), ("p", .integer(1)),
        ]
        values += coefficient(pooled.effect)
        if let interval = pooled.prediction.value {
            values += [("pi_lb", .number(interval.lower)), ("pi_ub", .number(interval.upper))]
        } else {
            let reason = pooled.prediction.reason?.english ?? ""
            values += [("pi_lb", .undefined(reason)), ("pi_ub", .undefined(reason))]
        }
        values += [
            ("tau2", .number(heterogeneity.tau2)),
            ("se_tau2", heterogeneity.standardError.map { .number($0) } ?? .undefined("equal effects")),
            ("I2", .number(heterogeneity.i2)), ("H2", .number(heterogeneity.h2)),
            ("QE", .number(heterogeneity.q)), ("QE_df", .number(heterogeneity.degreesOfFreedom)),
            ("QEp", .number(heterogeneity.pValue)), ("s2w", .number(pooled.meanSquare)),
        ]
        return PoolPart(
            key: "pooled", title: "Pooled effect", nameKey: "term", layout: .single,
            rows: [.init("intrcpt", values)])
    }

    /// What JSON holds in objects: the coefficient, the prediction, fit and intervals of τ².
    static func nested(_ pooled: PooledEffect) -> [(String, JSONTree)] {
        let likelihood = pooled.likelihood
        var fields: [(String, JSONTree)] = [
            (
                "coef",
                .array([
                    .object(
                        [("term", .text("intrcpt"))] + coefficient(pooled.effect).map { ($0.0, $0.1.json) })
                ])
            ),
            (
                "prediction",
                .object([
                    ("method", .text(pooled.options.prediction.english)),
                    ("pi_lb", pooled.prediction.value.map { .number($0.lower) } ?? .null),
                    ("pi_ub", pooled.prediction.value.map { .number($0.upper) } ?? .null),
                    ("undefined", pooled.prediction.reason.map { .text($0.english) } ?? .null),
                ])
            ),
            (
                "fit",
                .object([
                    ("logLik", .number(likelihood.logLikelihood)), ("deviance", .number(likelihood.deviance)),
                    ("AIC", .number(likelihood.aic)), ("BIC", .number(likelihood.bic)),
                    ("AICc", .number(likelihood.aicc)),
                ])
            ),
        ]
        for (key, method) in [
            ("confint_QP", HeterogeneityIntervalMethod.qProfile), ("confint_PL", .profileLikelihood),
        ] {
            switch pooled.heterogeneityInterval(method) {
            case .undefined(let reason): fields.append((key, .object([("undefined", .text(reason.english))])))
            case .value(let found):
                let heterogeneity = pooled.heterogeneity
                func ends(_ estimate: Double, _ interval: ConfidenceInterval) -> JSONTree {
                    .object([
                        ("est", .number(estimate)), ("lb", .number(interval.lower)),
                        ("ub", .number(interval.upper)),
                    ])
                }
                fields.append(
                    (
                        key,
                        .object([
                            ("tau2", ends(heterogeneity.tau2, found.tau2)),
                            ("tau", ends(heterogeneity.tau, found.tau)),
                            ("I2", ends(heterogeneity.i2, found.i2)),
                            ("H2", ends(heterogeneity.h2, found.h2)),
                        ])
                    ))
            }
        }
        return fields
    }

    /// All estimators of τ² beside each other, for the choice can matter.
    static func estimators(_ pooled: PooledEffect) -> PoolPart {
        PoolPart(
            key: "models", title: "The same studies under every estimator of tau2", nameKey: "model",
            layout: .named,
            rows: pooled.estimators.map { row in
                .init(
                    row.estimator.rawValue,
                    [
                        ("tau2", .number(row.tau2)), ("se_tau2", .number(row.standardError)),
                        ("I2", .number(row.i2)),
                    ] + coefficient(row.effect))
            })
    }

    /// The studies with their share in the result.
    static func studies(_ pooled: PooledEffect) -> PoolPart {
        let set = pooled.effects
        return PoolPart(
            key: "studies", title: "Studies", nameKey: "study", layout: .lists,
            rows: set.studies.indices.map { place in
                .init(
                    set.studies[place],
                    [
                        ("yi", .number(set.effects[place])), ("vi", .number(set.variances[place])),
                        ("weights_pct", .number(pooled.shares[place] * 100)),
                    ])
            })
    }

    /// A coefficient under the keys of the reference files.
    static func coefficient(_ coefficient: Coefficient) -> [(String, PoolPart.Value)] {
        [
            ("estimate", .number(coefficient.estimate)), ("se", .number(coefficient.standardError)),
            ("stat", .number(coefficient.statistic)),
            ("ddf", coefficient.degreesOfFreedom.map { .number($0) } ?? .undefined("normal")),
            ("pval", .number(coefficient.pValue)), ("ci_lb", .number(coefficient.interval.lower)),
            ("ci_ub", .number(coefficient.interval.upper)),
        ]
    }

    /// The result in words.
    static func sentences(_ pooled: PooledEffect) -> [String] {
        let heterogeneity = pooled.heterogeneity
        let level = "\(number(pooled.options.level * 100, 3))%"
        func ends(_ interval: ConfidenceInterval) -> String {
            "[\(number(interval.lower)), \(number(interval.upper))]"
        }
        var lines = [
            "\(pooled.count) studies, \(pooled.effects.estimand.english), \(pooled.options.model.symbol).",
            "Mean effect \(number(pooled.estimate)), \(level) interval \(ends(pooled.effect.interval)), p \(probability(pooled.effect.pValue)).",
        ]
        let metric = pooled.effects.estimand.metric
        if metric.backTransformed(0.5) != 0.5 {
            let interval = pooled.effect.interval
            lines.append(
                "On the scale people read: \(number(metric.backTransformed(pooled.estimate))) [\(number(metric.backTransformed(interval.lower))), \(number(metric.backTransformed(interval.upper)))]."
            )
        }
        switch pooled.prediction {
        case .value(let interval):
            lines.append(
                "True effect in a new place: \(ends(interval)), \(level) prediction interval, \(pooled.options.prediction.english)."
            )
        case .undefined(let reason):
            lines.append("No prediction interval, because \(reason.english).")
        }
        lines.append(
            "tau2 \(number(heterogeneity.tau2)), I2 \(number(heterogeneity.i2, 3))%, H2 \(number(heterogeneity.h2)), Q \(number(heterogeneity.q)) (df \(number(heterogeneity.degreesOfFreedom, 6)), p \(probability(heterogeneity.pValue)))."
        )
        switch pooled.heterogeneityInterval(.qProfile) {
        case .value(let interval):
            lines.append("\(level) interval of tau2 by Q-profile: \(ends(interval.tau2)).")
        case .undefined(let reason):
            lines.append("No interval of tau2 by Q-profile, because \(reason.english).")
        }
        return lines
    }

    /// A number with `digits` significant digits.
    static func number(_ value: Double, _ digits: Int = 4) -> String { String(format: "%.\(digits)g", value) }

    private static func probability(_ value: Double) -> String {
        value < 0.0001 ? "< 0.0001" : "= \(number(value, 3))"
    }
}

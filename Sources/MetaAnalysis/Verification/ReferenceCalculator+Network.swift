internal import ReferenceFiles

extension ReferenceCalculator {
    /// hasselblad1998_network.json.
    func network() -> [String: JSONValue] {
        let studies = labels("study")
        let arms = studies.indices.map {
            NetworkArm(
                study: studies[$0], treatment: labels("trt")[$0], events: numbers("xi")[$0],
                persons: numbers("ni")[$0])
        }
        let treatments = ["no_contact", "self_help", "ind_counseling", "grp_counseling"]
        var result: [String: JSONValue] = [:]
        result["contrasts"] = attempt {
            let contrasts = try NetworkContrasts(arms: arms, treatments: treatments)
            // The package lists the contrasts of a study in the alphabetical order of treatments.
            let order = contrasts.studies.indices.sorted {
                let first = (Int(contrasts.studies[$0]) ?? 0, contrasts.first[$0])
                return first < (Int(contrasts.studies[$1]) ?? 0, contrasts.first[$1])
            }
            func listed(_ value: (Int) -> Double) -> JSONValue { JSONValue(order.map(value)) }
            return .record([
                "study": listed { Double(contrasts.studies[$0]) ?? .nan },
                "trt.1": .list(order.map { .text(contrasts.first[$0]) }),
                "trt.2": .list(order.map { .text(contrasts.second[$0]) }),
                "xi.1": listed { contrasts.arms[$0].first.events },
                "ni.1": listed { contrasts.arms[$0].first.persons },
                "xi.2": listed { contrasts.arms[$0].second.events },
                "ni.2": listed { contrasts.arms[$0].second.persons },
                "yi": listed { contrasts.effects[$0].value }, "vi": listed { contrasts.effects[$0].variance },
            ])
        }
        func row(_ network: NetworkMetaAnalysis) -> JSONValue {
            .record([
                "coef": .list(network.effects.map { .record(coefficient($0)) }),
                "tau2": .number(network.tau2),
                "QE": .number(network.q), "QEp": .number(network.qPValue),
                "logLik": .number(network.logLikelihood),
                "vcov": .list(network.covariance.map { JSONValue($0) }),
            ])
        }
        for (key, random) in [("network_RE_REML", true), ("network_FE", false)] {
            result[key] = attempt {
                let contrasts = try NetworkContrasts(arms: arms, treatments: treatments)
                return row(try NetworkMetaAnalysis(contrasts, treatments: treatments, randomEffects: random))
            }
        }
        result["p_scores_RE"] = attempt {
            let contrasts = try NetworkContrasts(arms: arms, treatments: treatments)
            let network = try NetworkMetaAnalysis(contrasts, treatments: treatments)
            return .record([
                "treatment": .list(treatments.map { .text($0) }), "p_score": JSONValue(network.pScores()),
            ])
        }
        result["arm_based_fixed_study_RE"] = attempt {
            let network = try NetworkMetaAnalysis(arms: arms, treatments: treatments)
            return .record([
                "coef_trt": .list(
                    network.effects.map {
                        .record(coefficient($0)).adding(["term": .text("trt" + $0.term)])
                    }), "tau2": .number(network.tau2),
            ])
        }
        return result
    }
}

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
        // The package lists contrasts of a study in the alphabetical order of treatments.
        let listed = ["no_contact", "self_help"] + Set(labels("trt")).subtracting(["no_contact", "self_help"]).sorted()
        result["contrasts"] = attempt {
            let contrasts = try NetworkContrasts(arms: arms, treatments: listed)
            return .record([
                "study": JSONValue(contrasts.studies.map { Double($0) }),
                "trt.1": .list(contrasts.first.map { .text($0) }), "trt.2": .list(contrasts.second.map { .text($0) }),
                "xi.1": JSONValue(contrasts.arms.map(\.first.events)),
                "ni.1": JSONValue(contrasts.arms.map(\.first.persons)),
                "xi.2": JSONValue(contrasts.arms.map(\.second.events)),
                "ni.2": JSONValue(contrasts.arms.map(\.second.persons)),
                "yi": JSONValue(contrasts.effects.map(\.value)), "vi": JSONValue(contrasts.effects.map(\.variance)),
            ])
        }
        func row(_ network: NetworkMetaAnalysis) -> JSONValue {
            .record([
                "coef": .list(network.effects.map { .record(coefficient($0)) }), "tau2": .number(network.tau2),
                "QE": .number(network.q), "QEp": .number(network.qPValue), "logLik": .number(network.logLikelihood),
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

internal import Foundation
internal import ReferenceFiles

extension ReferenceCalculator {
    /// conversions.json: one case per item.
    func conversions() -> [String: JSONValue] {
        let cases = (file["cases"]?.list ?? []).map { item -> JSONValue in
            let identifier = item["id"]?.text ?? ""
            var result: [String: JSONValue] = [:]
            result["out"] = attempt { try conversion(identifier, item["inp"] ?? .null, revision: .earlier) }
            if item["out_metafor_5_1_12"] != nil {
                result["out_metafor_5_1_12"] = attempt {
                    try conversion(identifier, item["inp"] ?? .null, revision: .current)
                }
            }
            return .record(result)
        }
        return ["cases": .list(cases)]
    }

    private func conversion(_ identifier: String, _ inp: JSONValue, revision: FormulaRevision) throws
        -> JSONValue?
    {
        func n(_ key: String) -> Double { inp[key]?.number ?? .nan }
        func record(_ pairs: [String: Double]) -> JSONValue { .record(pairs.mapValues { JSONValue($0) }) }
        if identifier.hasPrefix("escalc_") {
            guard let metric = EffectMetric(rawValue: String(identifier.dropFirst(7))) else { return nil }
            let effect = try escalc(metric, n, inp, revision)
            return record(["yi": effect.value, "vi": effect.variance])
        }
        typealias C = EffectConversion
        switch identifier {
        case "hedges_J_exact":
            return record([
                "J": C.smallSampleFactor(degreesOfFreedom: n("df")),
                "J_approx": C.approximateSmallSampleFactor(degreesOfFreedom: n("df")),
            ])
        case "cohen_d_from_means":
            let groups = groups(n)
            let d = C.cohensD(groups.0, groups.1)
            let j = C.smallSampleFactor(degreesOfFreedom: n("n1") + n("n2") - 2)
            return record([
                "sd_pooled": C.pooledDeviation(groups.0, groups.1), "d": d.value, "var_d": d.variance,
                "g": d.value * j,
            ])
        case "fisher_z": return record(["z": C.fisherZ(correlation: n("r"))])
        case "d_to_r":
            let total = n("n1") + n("n2")
            let a = total * total / (n("n1") * n("n2"))
            let r = C.dToR(n("d"), n("var_d"), a: a)
            return record(["a": a, "r": r.value, "var_r": r.variance])
        case "d_to_log_or":
            let odds = C.dToLogOdds(n("d"), n("var_d"))
            return record(["log_or": odds.value, "var_log_or": odds.variance])
        case "d_to_u3_cles_overlap":
            let overlap = OverlapOfGroups(d: n("d"))
            return record([
                "U3": overlap.u3, "CLES": overlap.superiority, "U1": overlap.u1, "U2": overlap.u2,
                "BESD": overlap.binomialDisplay,
            ])
        case "log_or_to_d":
            let d = C.logOddsToD(n("log_or"), n("var_log_or"))
            let cox = C.logOddsToCox(n("log_or"), n("var_log_or"))
            return record(["d": d.value, "var_d": d.variance, "d_cox": cox.value, "var_d_cox": cox.variance])
        case "r_to_d":
            let d = C.rToD(n("r"), n("var_r"))
            return record(["d": d.value, "var_d": d.variance])
        case "or_to_rr_and_points":
            let base = n("baseline_risk")
            let risk = C.risk(oddsRatio: n("or"), baseline: base)
            return record([
                "rr": risk / base, "log_rr": log(risk / base), "risk1": risk, "rd": risk - base,
                "percentage_points": 100 * (risk - base), "nnt": 1 / abs(risk - base),
            ])
        case "rr_to_or_and_points":
            let base = n("baseline_risk")
            let risk = n("rr") * base
            return record(["or": C.oddsRatio(risk: risk, baseline: base), "rd": risk - base])
        case "t_to_d_g":
            let effect = try StudyEffect(study: "", t: n("t"), firstCount: n("n1"), secondCount: n("n2"))
            return record([
                "d": C.cohensD(t: n("t"), n("n1"), n("n2")), "g": effect.value, "var_g": effect.variance,
                "r": C.correlation(t: n("t"), degreesOfFreedom: n("n1") + n("n2") - 2),
            ])
        case "p_two_sided_to_t_d":
            let t = n("sign") * C.t(p: n("p"), degreesOfFreedom: n("n1") + n("n2") - 2)
            return record(["t": t, "d": C.cohensD(t: t, n("n1"), n("n2"))])
        case "ci_to_se":
            let effect = try StudyEffect(
                study: "", estimand: Estimand(.other), value: n("est"), lower: n("lb"), upper: n("ub"),
                level: n("level"))
            let z = effect.value / effect.standardError
            return record(["se": effect.standardError, "z": z, "p": NormalDistribution.twoSided(z)])
        case "ratio_ci_to_log_se":
            let effect = try StudyEffect(
                study: "", ratioEstimand: Estimand(.logOddsRatio), ratio: n("est"), lower: n("lb"),
                upper: n("ub"))
            return record(["log_est": effect.value, "se": effect.standardError])
        case "standardise_regression_coefficient":
            let effect = try StudyEffect(
                study: "", coefficient: n("b"), standardError: n("se"), deviationOfX: n("sd_x"),
                deviationOfY: n("sd_y"))
            return record(["beta": effect.value, "se_beta": effect.standardError])
        case "t_to_partial_r":
            let r = try StudyEffect(
                study: "", regressionT: n("t"), persons: n("n"), predictors: n("predictors_m"))
            let z = try StudyEffect(
                study: "", regressionT: n("t"), persons: n("n"), predictors: n("predictors_m"),
                asFisherZ: true)
            return record([
                "pr": r.value, "var": r.variance, "z": z.value, "var_z": z.variance,
                "semipartial_r_if_R2_0.3": C.semipartialCorrelation(
                    t: n("t"), degreesOfFreedom: n("n") - n("predictors_m") - 1, rSquared: 0.3),
            ])
        default: return nil
        }
    }

    private func groups(_ n: (String) -> Double) -> (GroupSummary, GroupSummary) {
        (
            GroupSummary(mean: n("m1"), standardDeviation: n("sd1"), count: n("n1")),
            GroupSummary(mean: n("m2"), standardDeviation: n("sd2"), count: n("n2"))
        )
    }

    private func escalc(
        _ metric: EffectMetric, _ n: (String) -> Double, _ inp: JSONValue, _ revision: FormulaRevision
    ) throws -> StudyEffect {
        if inp["a"] != nil {
            return try StudyEffect(
                study: "", metric: metric, table: FourfoldTable(a: n("a"), b: n("b"), c: n("c"), d: n("d")),
                // The package adds one half for Peto's metric too, though it is not needed.
                zeroCells: metric == .petoLogOddsRatio ? .whereEmpty : .asNeeded)
        }
        if inp["m1_post"] != nil {
            return try StudyEffect(
                study: "", metric: metric,
                repeated: RepeatedMeans(
                    after: n("m1_post"), before: n("m2_pre"), firstDeviation: n("sd1"),
                    secondDeviation: n("sd2"),
                    correlation: n("r"), count: n("n")))
        }
        if inp["t1"] != nil {
            return try StudyEffect(
                study: "", metric: metric, events: n("x1"), during: n("t1"), with: n("x2"), during: n("t2"))
        }
        if inp["x"] != nil { return try StudyEffect(study: "", metric: metric, events: n("x"), of: n("n")) }
        if inp["r"] != nil {
            return try StudyEffect(study: "", metric: metric, correlation: n("r"), count: n("n"))
        }
        let groups = groups(n)
        return try StudyEffect(
            study: "", metric: metric, comparing: groups.0, with: groups.1, revision: revision)
    }

    /// The effect sizes of bcg (four cells), normand1999 (means) and molloy2014 (correlations).
    func effectSizes() -> JSONValue? {
        guard let expected = file["effect_sizes"]?.record else { return nil }
        return .record(
            expected.keys.sorted().reduce(into: [:]) { result, key in
                result[key] = attempt {
                    guard let set = try effectSet(key) else { return nil }
                    return .record(["yi": JSONValue(set.effects), "vi": JSONValue(set.variances)])
                }
            })
    }

    /// The effects of all studies in a metric, from the inputs of the file.
    func effectSet(_ key: String) throws -> EffectSet? {
        let name = key.split(separator: "_").first.map(String.init) ?? key
        guard let metric = EffectMetric(rawValue: name) else { return nil }
        if inputs["tpos"] != nil {
            return try EffectSet(fourfoldTables.map { try StudyEffect(study: $0, metric: metric, table: $1) })
        }
        if inputs["m1i"] != nil {
            let first = summaries("1")
            let second = summaries("2")
            if key == "SMD_vtype_AV" {
                return try .standardisedDifferencesWithAverageVariance(
                    studies: labels("source"), first: first, second: second)
            }
            let form =
                key.hasPrefix("SMD_vtype_")
                ? StandardisedVariance(rawValue: String(key.dropFirst(10))) ?? .largeSample : .largeSample
            return try EffectSet(
                labels("source").indices.map {
                    try StudyEffect(
                        study: labels("source")[$0], metric: metric, comparing: first[$0], with: second[$0],
                        variance: form, revision: key.hasSuffix("5_1_12") ? .current : .earlier)
                })
        }
        if inputs["ri"] != nil {
            return try EffectSet(
                labels("authors").indices.map {
                    try StudyEffect(
                        study: "\(labels("authors")[$0]) \(labels("year")[$0])", metric: metric,
                        correlation: numbers("ri")[$0],
                        count: numbers("ni")[$0])
                })
        }
        return nil
    }

    var fourfoldTables: [(String, FourfoldTable)] {
        labels("study").indices.map {
            (
                labels("study")[$0],
                FourfoldTable(
                    a: numbers("tpos")[$0], b: numbers("tneg")[$0], c: numbers("cpos")[$0],
                    d: numbers("cneg")[$0])
            )
        }
    }

    private func summaries(_ group: String) -> [GroupSummary] {
        numbers("n\(group)i").indices.map {
            GroupSummary(
                mean: numbers("m\(group)i")[$0], standardDeviation: numbers("sd\(group)i")[$0],
                count: numbers("n\(group)i")[$0])
        }
    }
}

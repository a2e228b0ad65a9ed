internal import ReferenceFiles

extension ReferenceCalculator {
    /// The part of a file whose values a package is known to fall short of, if a path lies in one.
    func remarkKey(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        if let place = parts.firstIndex(of: "selection_models"), parts.count > place + 2 {
            return parts[...(place + 2)].joined(separator: "/")
        }
        if let place = parts.firstIndex(of: "separate_tau2"), parts.count > place + 1 {
            return parts[...(place + 1)].joined(separator: "/")
        }
        if parts == ["glmm_OR", "UM.RS", "QE_Wld"] { return path }
        if dataset == "bayes", parts.count > 5, ["mu", "predictive_theta"].contains(parts[4]) {
            return parts[...4].joined(separator: "/")
        }
        if parts.count > 2, parts[0].hasPrefix("robu_"), parts[1] == "coef" {
            return parts[...2].joined(separator: "/")
        }
        return nil
    }

    /// What was checked in place of the values under a key; `nil` where the check fails and the values
    /// count as missed.
    func remark(_ key: String) -> String? {
        let parts = key.split(separator: "/").map(String.init)
        if parts.contains("selection_models") { return selectionRemark(parts) }
        if dataset == "bayes" { return coarseGridRemark(parts) }
        if parts.first == "glmm_OR" { return differencedCovarianceRemark() }
        if parts.contains("separate_tau2") { return boundaryRemark(parts) }
        return exactFitRemark(parts)
    }

    /// The package's parameters give its likelihood here too, and the maximum here is at least as high: the
    /// package stopped short of it, or on a ridge.
    private func selectionRemark(_ parts: [String]) -> String? {
        let metric = ["log_rr": "RR", "smd": "SMD", "zcor": "ZCOR"][parts[0]] ?? ""
        guard let models = file.at(parts[0], "selection_models"),
            let expected = models.at("results", parts[parts.count - 1]),
            let function = Self.selectionFunction(parts[parts.count - 1]), let effects = try? effects(metric),
            let mean = expected["estimate"]?.number, let tau2 = expected["tau2"]?.number,
            let height = expected["logLik"]?.number
        else { return nil }
        let positive = models["alternative"]?.text == "greater"
        let sign = positive ? 1.0 : -1.0
        var delta = expected["delta"]?.numbers ?? []
        if function.stepWeights(function.neutral) != nil {
            delta = function.parameters == 0 ? [] : Array(delta.dropFirst())
        }
        let there = SelectionLikelihood(
            effects: effects.effects.map { sign * $0 }, variances: effects.variances, function: function
        ).logLikelihood(mean: sign * mean, tau2: tau2, delta: delta)
        guard abs(there - height) < 1e-3,
            let own = try? effects.selectionModel(function, favouringPositive: positive),
            own.logLikelihood >= max(there, height) - 1e-3
        else { return nil }
        return
            "at the package's parameters the likelihood is the package's (\(there)), and the maximum "
            + "here is at least "
            + "as high (\(own.logLikelihood))"
    }

    /// The package takes the covariance of 14 coefficients from coarse differences. The likelihoods of both
    /// models must be its own to 1e-5, and the Wald statistic within 0.5 %.
    private func differencedCovarianceRemark() -> String? {
        guard let expected = file.at("glmm_OR", "UM.RS"), let ratio = expected["QE_LRT"]?.number,
            let wald = expected["QE_Wld"]?.number,
            let own = try? MixedLogistic(fourfoldTables.map(\.1), model: .randomStudies),
            abs(own.likelihoodRatioQ.statistic / ratio - 1) < 1e-5, abs(own.waldQ.statistic / wald - 1) < 5e-3
        else { return nil }
        return
            "the likelihood ratio agrees to 1e-5; the package takes the covariance for the Wald test "
            + "from coarse differences"
    }

    /// The package adds up normal distributions on a coarse grid of τ. Its intervals must hold the level's
    /// probability up to 0.001 under the posterior here, and no less width than the shortest; its variances
    /// must break the identity var(new effect) = E τ² + var(mean effect) or stand within 0.5 % of those
    /// here.
    private func coarseGridRemark(_ parts: [String]) -> String? {
        guard let item = file.at("cases", parts[1]), let place = Int(parts[3]),
            let expected = item["results"]?.list?[place], let row = expected[parts[4]],
            let words = expected["prior"]?.text, let prior = Self.priors(words),
            let effects = try? EffectSet(
                effects: item["yi"]?.numbers ?? [], variances: item["vi"]?.numbers ?? []),
            let grid = try? HeterogeneityGrid(effects, prior.0, prior.1), let lower = row["lb95"]?.number,
            let upper = row["ub95"]?.number, let deviation = row["sd"]?.number
        else { return nil }
        let extra = parts[4] == "predictive_theta"
        let mixture = NormalMixture(
            grid.points.map {
                .init(
                    weight: $0.weight, mean: $0.mean,
                    deviation: ($0.variance + (extra ? $0.tau * $0.tau : 0)).squareRoot())
            })
        let covered = mixture.lower(upper) - mixture.lower(lower)
        guard
            let own = try? mixture.summary(
                level: 0.95, tail: PosteriorTail(prior.0, prior.1, studies: effects.count)),
            abs(covered - 0.95) < 1e-3,
            upper - lower >= own.interval.width - 1e-6, abs(deviation / mixture.deviation - 1) < 5e-3
        else { return nil }
        return
            "the package approximates on a coarse grid of τ: its interval holds probability \(covered) "
            + "and is wider than "
            + "the shortest"
    }

    /// The package stops within its own tolerance of the maximum, where the likelihood is lower than here.
    private func boundaryRemark(_ parts: [String]) -> String? {
        let sources = [
            "subgroups_by_design": ("ZCOR", "design"), "subgroups_by_meta": ("SMD", "meta"),
            "subgroups_by_alloc": ("RR", "alloc"),
        ]
        guard let (metric, property) = sources[parts[0]], let place = parts.last.flatMap({ Int($0) }),
            let levels = file.at(parts[0], "separate_tau2")?.list, place < levels.count,
            let label = levels[place]["level"]?.text, let tau2 = levels[place]["tau2"]?.number,
            let effects = try? effects(metric), let given = inputs[property]?.list?.map(\.label),
            let group = try? effects.subset(given.indices.filter { given[$0] == label })
        else { return nil }
        let model = LinearModel(effects: group.effects, variances: group.variances)
        let own = model.likelihoodRoot(restricted: true)
        guard abs(own - tau2) < 1e-4,
            model.logLikelihood(own, restricted: true) >= model.logLikelihood(tau2, restricted: true)
        else { return nil }
        return "the package stops at τ² = \(tau2); the likelihood is higher at \(own)"
    }

    /// A coefficient with an error of 0 up to rounding, on both sides.
    private func exactFitRemark(_ parts: [String]) -> String? {
        guard let place = parts.last.flatMap({ Int($0) }), let row = file.at(parts[0], "coef")?.list?[place],
            let estimate = row["estimate"]?.number, let error = row["se"]?.number,
            error < 1e-6 * abs(estimate)
        else { return nil }
        return
            "one study alone stands behind the coefficient; its error is 0 up to rounding, and what "
            + "follows from it is "
            + "rounding"
    }
}

/// Recomputes `pve-portfolio.json`.
struct PortfolioReference {
    static let file = "pve-portfolio.json"
    private static let tolerance = 1e-6

    func report(on document: ReferenceEntry) throws -> ReferenceReport {
        var report = ReferenceReport(file: Self.file)
        guard let budget = document["budget"].number else {
            throw GroupDecisionError.malformedReference(file: Self.file, member: "budget")
        }
        let set = try PortfolioSet(costs: document["costs"].numbers, budget: budget)
        let chosen = document["chosen"].wholeTable.map { $0.map { $0 == 1 } }
        let choices = try PortfolioChoices(set, chosen: chosen)
        report.number("feasible_portfolios", Double(set.portfolios.count), document["feasible_portfolios"])
        report.numbers("share_choosing", choices.shareChoosing, document["share_choosing"].list)
        report.number("mean_unspent", choices.meanUnspent, document["mean_unspent"])
        let models: [(String, PortfolioModel)] = [
            ("model_attributes", .attributes(document["attributes"].table)),
            ("model_project_constants", .projectConstants),
        ]
        for (place, (name, model)) in models.enumerated() {
            guard document[name].isRecord else { continue }
            let logit = try PortfolioLogit(choices, model: model)
            if place == 0 {
                report.number(
                    "null_log_likelihood", logit.nullLogLikelihood, document["null_log_likelihood"],
                    within: Self.tolerance)
            }
            compare(name, logit, set, document[name], &report)
        }
        return report
    }

    private func compare(
        _ name: String, _ logit: PortfolioLogit, _ set: PortfolioSet, _ expected: ReferenceEntry,
        _ report: inout ReferenceReport
    ) {
        report.number(
            "\(name).log_likelihood", logit.logLikelihood, expected["log_likelihood"], within: Self.tolerance)
        report.number(
            "\(name).max_abs_gradient", logit.largestGradient, expected["max_abs_gradient"],
            within: Self.tolerance)
        if expected["best_portfolio"].isList {
            let best = logit.highestUtility.map { set.portfolios[$0].map { $0 ? 1 : 0 } }
            report.same("\(name).best_portfolio", best.contains(expected["best_portfolio"].wholes), true)
        }
        if logit.aliased.isEmpty {
            report.numbers(
                "\(name).estimate", logit.estimates, expected["estimate"].list, within: Self.tolerance)
            report.numbers(
                "\(name).se", logit.standardErrors.map { $0 ?? .nan }, expected["se"].list, within: 1e-4,
                relative: true)
            if expected["best_portfolio_expected_utility"].number != nil {
                report.number(
                    "\(name).best_portfolio_expected_utility", logit.utilities.max(),
                    expected["best_portfolio_expected_utility"], within: Self.tolerance)
            }
        } else {
            compareIdentified(name, logit, set, expected, &report)
        }
    }

    /// Only differences that the choices determine are compared: each constant minus cost times the worth of
    /// unspent budget. The worth itself and the printed standard errors (millions) are rounding of a singular
    /// Hessian.
    private func compareIdentified(
        _ name: String, _ logit: PortfolioLogit, _ set: PortfolioSet, _ expected: ReferenceEntry,
        _ report: inout ReferenceReport
    ) {
        let theirs = expected["estimate"].numbers
        guard let worth = theirs.last, theirs.count == set.costs.count + 1 else { return }
        for (project, cost) in set.costs.enumerated() {
            report.number(
                "\(name).estimate[\(project)] less cost times unspent", logit.estimates[project],
                .number(theirs[project] - cost * worth), within: Self.tolerance)
        }
        if let utility = expected["best_portfolio_expected_utility"].number {
            report.number(
                "\(name).best_portfolio_expected_utility less the worth of the budget", logit.utilities.max(),
                .number(utility - worth * set.budget), within: Self.tolerance)
        }
        report.skip(
            "\(name).estimate[\(theirs.count - 1)]", "not identified: costs are the same for everybody")
        for place in expected["se"].list.indices {
            report.skip("\(name).se[\(place)]", "not identified: the Hessian of the file is singular")
        }
    }
}

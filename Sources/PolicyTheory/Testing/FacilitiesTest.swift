internal import Bilingual
internal import Neighbourhoods

/// The test of C5: do areas with better facilities have more well-being, also among areas with as many low incomes?
///
/// The headline is the partial rank correlation with the low-income share held constant; the plain one stands
/// beside it. The first well-being candidate with figures is the headline, whatever it says.
struct FacilitiesTest {
    static let wellbeing: [Variable.ID] = [
        "wellbeing.socialIndex", "satisfaction.life", "liveability.cohesion", "contact.feelsAtHome",
        "liveability.score", "satisfaction.neighbourhood",
    ]
    /// The second end of the claim, outcomes of persons: shown beside the headline.
    static let emancipation: [Variable.ID] = ["work.participation", "education.high", "benefits.welfare"]

    /// Scores that their producers compute from facilities among other things.
    private static let containsFacilities: [Variable.ID] = ["wellbeing.socialIndex", "liveability.score"]

    func finding(in context: ClaimContext) -> ClaimFinding {
        var draft = FindingDraft(.facilities)
        guard let facilities = context.facilities else {
            return draft.untestable(ImportHint.wellbeing, in: context)
        }
        draft.use(facilities)
        let series = Self.wellbeing.compactMap { context.frame.series($0, near: context.settings.year) }
        for outcome in series { add(outcome, facilities, canLead: true, in: context, to: &draft) }
        for id in Self.emancipation {
            guard let outcome = context.frame.series(id, near: context.settings.year) else { continue }
            add(outcome, facilities, canLead: false, in: context, to: &draft)
        }
        guard !series.isEmpty else { return draft.untestable(ImportHint.wellbeing, in: context) }
        guard let lowIncome = context.lowIncome else {
            return draft.untestable(ImportHint.lowIncome, in: context)
        }
        draft.use(context.frame.use(lowIncome))
        guard let headline = draft.headlines.first, let verdict = headline.verdict else {
            return draft.untestable(FindingTexts.inseparable(context.lowIncomeName), in: context)
        }
        draft.trend = trend(headline, in: context)
        if let note = FindingTexts.years(outcome: headline.year, areas: facilities.year) {
            draft.caveats.append(note)
        }
        draft.caveats += [FindingTexts.areasNotPersons, FindingTexts.noCause]
        return draft.finding(
            verdict, .joined([headline.sentence, FindingTexts.conclusion(verdict, from: [headline])]),
            in: context)
    }

    private func add(
        _ outcome: Series, _ facilities: AreaMeasure, canLead: Bool, in context: ClaimContext,
        to draft: inout FindingDraft
    ) {
        let isHeadline = canLead && draft.headlines.isEmpty
        draft.use(context.frame.use(outcome))
        let shares = context.lowIncomeShares(near: context.settings.year)
        let partial = shares.flatMap { figure(outcome, facilities, holding: $0, "partial", in: context) }
        if let partial, isHeadline {
            draft.headlines.append(partial)
            if Self.containsFacilities.contains(outcome.variable) { draft.caveats.append(Self.circular) }
        } else if let partial {
            draft.others.append(partial)
        }
        if let plain = figure(outcome, facilities, holding: nil, "plain", in: context) {
            draft.others.append(plain)
        }
    }

    private func figure(
        _ outcome: Series, _ facilities: AreaMeasure, holding shares: [Double]?, _ name: String,
        in context: ClaimContext
    ) -> LocalFigure? {
        guard let variable = VariableCatalogue.variable(outcome.variable),
            let association = RankAssociation(
                facilities.values.numbers, context.frame.numbers(outcome), holding: shares,
                draws: context.draws)
        else { return nil }
        let held = BilingualText(
            nl: shares == nil ? "" : " bij een gelijk aandeel ‘\(context.lowIncomeName.nl)’",
            en: shares == nil ? "" : " at an equal share of ‘\(context.lowIncomeName.en)’")
        let verdict: Verdict? =
            switch variable.direction {
            case .higherIsWished: ClaimContext.verdict(association.uncertainty, line: 0, above: true)
            case .lowerIsWished: ClaimContext.verdict(association.uncertainty, line: 0, above: false)
            case .neutral: nil
            }
        let weights = context.frame.weights(of: variable.universe, near: outcome.year)
        return LocalFigure(
            id: "C5.\(variable.id.rawValue).\(name)", name: variable.name,
            label: BilingualText(
                nl: "Samenhang tussen voorzieningen en ‘\(variable.name.nl)’\(held.nl)",
                en: "Association of facilities with ‘\(variable.name.en)’\(held.en)"),
            unit: .correlation, value: association.correlation, uncertainty: association.uncertainty,
            line: verdict == nil ? nil : 0, verdict: verdict, levels: nil,
            municipal: context.municipal(variable, outcome, weights),
            national: context.national(variable, outcome), year: outcome.year, areas: association.areas)
    }

    private func trend(_ headline: LocalFigure, in context: ClaimContext) -> Trend {
        guard let id = Self.wellbeing.first(where: { "C5.\($0.rawValue).partial" == headline.id }),
            let series = context.frame.series(id, near: context.settings.year)
        else { return .none(reason: FindingTexts.oneYear(headline.year)) }
        let years = context.frame.dataset.years(of: id, at: context.settings.level, version: series.version)
        let figures = years.compactMap { year -> LocalFigure? in
            guard let outcome = context.frame.series(id, near: year, version: series.version),
                let facilities = FacilityAccess.of(context.frame, near: year),
                let shares = context.lowIncomeShares(near: year)
            else { return nil }
            return figure(outcome, facilities, holding: shares, "partial.\(year)", in: context)
        }
        return figures.count > 1 ? .points(figures) : .none(reason: FindingTexts.oneYear(headline.year))
    }

    private static let circular = BilingualText(
        nl:
            "Let op: deze score is door de maker deels uit voorzieningen berekend. Een deel van de samenhang zit er "
            + "dus in gebakken.",
        en:
            "Mind: its producer computes this score partly from facilities, so part of the association is built in."
    )
}

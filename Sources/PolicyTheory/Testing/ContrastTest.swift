internal import Bilingual
internal import Neighbourhoods

/// The test of a claim that says how areas with many low incomes differ from the others (C2, C3, C4).
///
/// Each row of candidates is one side of the claim that must stay apart, such as recorded crime and experienced
/// nuisance. The first candidate that has figures is the row's headline, whatever it says; all other candidates are
/// shown beside it. The claim is supported when every headline supports it, contradicted when every headline
/// contradicts it, and undecided otherwise.
struct ContrastTest {
    let claim: Claim
    let rows: [[Variable.ID]]
    /// What is shown beside without saying anything of the claim.
    let aside: [Variable.ID]
    let hint: (what: BilingualText, by: BilingualText)

    static let crime = ContrastTest(
        claim: .crime,
        rows: [
            leading(["crime.total", "crime.violence", "crime.burglary", "crime.theft"]) { isRecorded($0) },
            leading(["nuisance.experienced", "victimisation.any", "nuisance.experiencedViolence"]) {
                !isRecorded($0)
            } + ["liveability.nuisance"],
        ], aside: [], hint: ImportHint.crime)

    static let dissatisfaction = ContrastTest(
        claim: .dissatisfaction,
        rows: [
            [
                "satisfaction.neighbourhood", "satisfaction.housingSituation", "satisfaction.environment",
                "satisfaction.dwelling",
            ]
        ], aside: [], hint: ImportHint.satisfaction)

    static let wishToMove = ContrastTest(
        claim: .wishToMove, rows: [["moving.intention"]], aside: ["moving.turnover", "moving.longStay"],
        hint: ImportHint.wishToMove)

    /// The safety variables that satisfy `belongs`: `first` in their order, then all others as in the catalogue.
    private static func leading(_ first: [Variable.ID], where belongs: (Variable.ID) -> Bool) -> [Variable.ID]
    {
        let all = VariableCatalogue.all.filter { $0.theme == .safety && belongs($0.id) }.map(\.id)
        return first + all.filter { !first.contains($0) }
    }

    /// Whether police or municipality recorded it, rather than residents telling of it.
    private static func isRecorded(_ variable: Variable.ID) -> Bool {
        variable.family == "crime" || variable == "nuisance.reported"
    }

    func finding(in context: ClaimContext) -> ClaimFinding {
        var draft = FindingDraft(claim)
        guard let division = context.concentration else {
            return draft.untestable(ImportHint.lowIncome, in: context)
        }
        draft.use(division)
        var rowsFound = 0
        for row in rows {
            let found = row.compactMap { context.frame.series($0, near: context.settings.year) }
            rowsFound += found.isEmpty ? 0 : 1
            add(found, row: row, division: division, in: context, to: &draft)
        }
        for variable in aside {
            guard let series = context.frame.series(variable, near: context.settings.year) else { continue }
            add(beside: series, division: division, in: context, to: &draft)
        }
        guard let first = draft.headlines.first else {
            return rowsFound == 0
                ? draft.untestable(hint, in: context)
                : draft.untestable(FindingTexts.tooFewAreas, in: context)
        }
        draft.trend = trend(of: first, in: context)
        let divided = Set(draft.trend.figures.compactMap { context.concentration(near: $0.year)?.year })
        if divided.count == 1, draft.trend.figures.count > 1 {
            draft.caveats.append(Self.fixed(division.year))
        }
        if let note = FindingTexts.years(outcome: first.year, areas: division.year) {
            draft.caveats.append(note)
        }
        if rows.count > rowsFound { draft.caveats.append(Self.onlyOneSide) }
        draft.caveats += [FindingTexts.areasNotPersons, FindingTexts.noCause]
        return draft.decided(byEveryHeadlineIn: context)
    }

    private func add(
        _ found: [Series], row: [Variable.ID], division: AreaDivision, in context: ClaimContext,
        to draft: inout FindingDraft
    ) {
        var hasHeadline = false
        for series in found {
            guard let variable = VariableCatalogue.variable(series.variable) else { continue }
            let expectation: ClaimContext.Expectation =
                switch variable.direction {
                case .lowerIsWished: .higher
                case .higherIsWished: .lower
                case .neutral: .none
                }
            draft.use(context.frame.use(series))
            if let figure = context.contrast(
                "\(claim.rawValue).\(variable.id.rawValue).lowIncome", of: series, between: division,
                expecting: expectation)
            {
                if hasHeadline || figure.verdict == nil {
                    draft.others.append(figure)
                } else {
                    draft.headlines.append(figure)
                    hasHeadline = true
                    if let wanted = row.first, wanted != variable.id {
                        draft.caveats.append(Self.instead(of: wanted, taken: variable))
                    }
                }
            }
            addTyped(series, expectation, in: context, to: &draft)
        }
    }

    private func add(
        beside series: Series, division: AreaDivision, in context: ClaimContext, to draft: inout FindingDraft
    ) {
        draft.use(context.frame.use(series))
        if let figure = context.contrast(
            "\(claim.rawValue).\(series.variable.rawValue).lowIncome", of: series, between: division,
            expecting: .none)
        {
            draft.others.append(figure)
        }
        addTyped(series, .none, in: context, to: &draft)
    }

    private func addTyped(
        _ series: Series, _ expectation: ClaimContext.Expectation, in context: ClaimContext,
        to draft: inout FindingDraft
    ) {
        guard let typed = context.typed,
            let figure = context.contrast(
                "\(claim.rawValue).\(series.variable.rawValue).typed", of: series, between: typed,
                expecting: expectation)
        else { return }
        draft.use(typed)
        draft.others.append(figure)
    }

    private func trend(of figure: LocalFigure, in context: ClaimContext) -> Trend {
        guard let variable = figure.id.variable(in: rows.flatMap { $0 }, claim: claim),
            let series = context.frame.series(variable, near: context.settings.year)
        else { return .none(reason: FindingTexts.oneYear(figure.year)) }
        let years = context.frame.dataset.years(
            of: variable, at: context.settings.level, version: series.version)
        let figures = years.compactMap { year -> LocalFigure? in
            guard let then = context.frame.series(variable, near: year, version: series.version),
                let division = context.concentration(near: year)
            else { return nil }
            let expectation: ClaimContext.Expectation =
                VariableCatalogue.variable(variable)?.direction == .lowerIsWished ? .higher : .lower
            return context.contrast(
                "\(figure.id).\(year)", of: then, between: division, expecting: expectation)
        }
        return figures.count > 1 ? .points(figures) : .none(reason: FindingTexts.oneYear(figure.year))
    }

    private static func instead(of wanted: Variable.ID, taken: Variable) -> BilingualText {
        let name = VariableCatalogue.variable(wanted)?.name ?? BilingualText(same: wanted.rawValue)
        return BilingualText(
            nl: "Er is geen cijfer over ‘\(name.nl)’; in plaats daarvan is ‘\(taken.name.nl)’ gebruikt.",
            en: "There is no figure on ‘\(name.en)’; ‘\(taken.name.en)’ is used in its place.")
    }

    private static func fixed(_ year: Int) -> BilingualText {
        BilingualText(
            nl: "De lijn door de jaren vergelijkt steeds dezelfde gebieden: de indeling is van \(year).",
            en: "The line through the years compares the same areas each time: their division is of \(year).")
    }

    private static let onlyOneSide = BilingualText(
        nl:
            "Geregistreerde criminaliteit en ervaren overlast zijn verschillende dingen; hier is er maar één van.",
        en: "Recorded crime and experienced nuisance are different things; only one of them is here.")
}

extension String {
    /// The candidate whose contrast has this identifier.
    fileprivate func variable(in candidates: [Variable.ID], claim: Claim) -> Variable.ID? {
        candidates.first { self == "\(claim.rawValue).\($0.rawValue).lowIncome" }
    }
}

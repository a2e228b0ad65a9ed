internal import Bilingual
internal import Neighbourhoods

/// The test of C6: do incomes mix where the stock is more varied?
///
/// With figures of one year, only an association of stock diversity with income mixing can be seen. That can speak
/// against the claim, but not for it: what leads to what takes time. With two years or more, the change in the one
/// is held against the change in the other. Physical measures and social facilities are not in these data, so the
/// test covers the steering of the stock only.
struct MixingTest {
    func finding(in context: ClaimContext) -> ClaimFinding {
        var draft = FindingDraft(.mixing)
        guard context.lowIncome != nil else { return draft.untestable(ImportHint.lowIncome, in: context) }
        guard let stock = context.homogeneity,
            let mix = IncomeMix.of(
                context.frame, definition: context.settings.lowIncome, near: context.settings.year)
        else { return draft.untestable(ImportHint.mixing, in: context) }
        draft.use(stock)
        draft.use(mix)
        draft.caveats += [Self.part, FindingTexts.areasNotPersons, FindingTexts.noCause]
        let spread = SegregationSummary.figures(in: context)
        draft.others += spread
        let uneven = spread.map(\.sentence)
        guard let now = association(stock, mix, "association", in: context) else {
            return draft.untestable(FindingTexts.tooFewAreas, in: context)
        }
        draft.trend = trend(in: context, now: now)
        if let change = change(in: context), let verdict = change.verdict {
            draft.headlines = [change]
            draft.others.insert(now, at: 0)
            return draft.finding(
                verdict,
                .joined([change.sentence, FindingTexts.conclusion(verdict, from: [change])] + uneven),
                in: context)
        }
        draft.headlines = [now]
        let verdict = now.verdict ?? .undecided
        return draft.finding(
            verdict,
            .joined(
                [
                    now.sentence,
                    verdict == .contradicts ? FindingTexts.conclusion(verdict, from: [now]) : Self.oneYear,
                ] + uneven),
            in: context)
    }

    /// The association in one year. On its own it can contradict the claim, never support it.
    private func association(
        _ stock: AreaMeasure, _ mix: AreaMeasure, _ name: String, in context: ClaimContext
    )
        -> LocalFigure?
    {
        guard
            let association = RankAssociation(
                stock.values.numbers.map { 1 - $0 }, mix.values.numbers, draws: context.draws)
        else { return nil }
        let seen = ClaimContext.verdict(association.uncertainty, line: 0, above: true)
        return figure(
            name,
            BilingualText(
                nl: "Samenhang tussen een gevarieerde woningvoorraad en gemengde inkomens (\(mix.year))",
                en: "Association of a varied housing stock with mixed incomes (\(mix.year))"),
            association, seen == .contradicts ? .contradicts : .undecided, year: mix.year, mix: mix)
    }

    private func change(in context: ClaimContext) -> LocalFigure? {
        let groups = IncomeMix.groups(of: context.settings.lowIncome, in: context.frame)
        let years = context.frame.commonYears(groups)
        guard let last = AreaFrame.nearest(years, to: context.settings.year), let first = years.first,
            first < last, let before = IncomeMix.values(of: groups, in: context.frame, year: first),
            let after = IncomeMix.values(of: groups, in: context.frame, year: last),
            let stock = stockChange(from: first, to: last, in: context),
            let mix = IncomeMix.of(
                context.frame, definition: context.settings.lowIncome, near: context.settings.year),
            let association = RankAssociation(
                stock, zip(after, before).map { $0 - $1 }, draws: context.draws)
        else { return nil }
        return figure(
            "change",
            BilingualText(
                nl:
                    "Samenhang tussen meer variatie in de voorraad en meer menging van inkomens, van \(first) tot "
                    + "\(last)",
                en: "Association of a more varied stock with more mixing of incomes, from \(first) to \(last)"
            ),
            association, ClaimContext.verdict(association.uncertainty, line: 0, above: true), year: last,
            mix: mix)
    }

    /// The change in the diversity of the stock, over the dimensions that have the same classes at both ends.
    private func stockChange(from first: Int, to last: Int, in context: ClaimContext) -> [Double]? {
        var changes: [[Double]] = []
        for dimension in context.settings.stockDimensions {
            for division in dimension.divisions {
                let years = context.frame.commonYears(division)
                guard let start = AreaFrame.nearest(years, to: first),
                    let end = AreaFrame.nearest(years, to: last), start < end,
                    let before = StockHomogeneity.diversity(division, in: context.frame, year: start),
                    let after = StockHomogeneity.diversity(division, in: context.frame, year: end)
                else { continue }
                changes.append(zip(after, before).map { $0 - $1 })
                break
            }
        }
        guard !changes.isEmpty else { return nil }
        return context.frame.areas.indices.map { area in
            changes.reduce(0.0) { $0 + $1[area] } / Double(changes.count)
        }
    }

    private func trend(in context: ClaimContext, now: LocalFigure) -> Trend {
        let groups = IncomeMix.groups(of: context.settings.lowIncome, in: context.frame)
        let figures = context.frame.commonYears(groups).compactMap { year -> LocalFigure? in
            guard
                let stock = StockHomogeneity.of(
                    context.frame, dimensions: context.settings.stockDimensions, near: year),
                let mix = IncomeMix.of(
                    context.frame, definition: context.settings.lowIncome, near: year)
            else { return nil }
            return association(stock, mix, "association.\(year)", in: context)
        }
        return figures.count > 1 ? .points(figures) : .none(reason: FindingTexts.oneYear(now.year))
    }

    private func figure(
        _ name: String, _ label: BilingualText, _ association: RankAssociation, _ verdict: Verdict, year: Int,
        mix: AreaMeasure
    ) -> LocalFigure {
        let municipal: Reference =
            mix.municipalLevel.map {
                .value(
                    label: BilingualText(
                        nl: "Menging van inkomens, gemiddeld over de \(mix.level.plural.nl)",
                        en: "Mixing of incomes, mean over the \(mix.level.plural.en)"),
                    $0, unit: .index, year: mix.year)
            } ?? .none(reason: BilingualText(nl: "geen enkel gebied bekend", en: "no area is known"))
        return LocalFigure(
            id: "C6.\(name)", name: Claim.mixing.title, label: label, unit: .correlation,
            value: association.correlation,
            uncertainty: association.uncertainty, line: 0, verdict: verdict, levels: nil,
            municipal: municipal,
            national: .none(
                reason: BilingualText(
                    nl: "landelijk vergelijken vraagt gebieden van heel Nederland",
                    en: "a national figure needs the areas of the whole country")),
            year: year, areas: association.areas)
    }

    private static let oneYear = BilingualText(
        nl:
            "Met cijfers van één jaar is niet te zien of menging hierdoor ontstaat. Voor een oordeel zijn twee jaren "
            + "nodig.",
        en: "Figures of one year cannot show whether this brings about mixing. A verdict needs two years.")

    private static let part = BilingualText(
        nl:
            "Deze toets gaat alleen over de woningvoorraad. Fysieke ingrepen en sociale voorzieningen staan niet in "
            + "deze cijfers.",
        en:
            "This test covers the housing stock only. Physical measures and social facilities are not in these "
            + "figures.")
}

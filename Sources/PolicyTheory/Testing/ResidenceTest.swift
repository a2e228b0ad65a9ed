internal import Bilingual
internal import Neighbourhoods
internal import Segregation

/// The test of C1: does more than half of a group live in areas with a one-sided stock and limited facilities?
///
/// The group comes from outside as a plain observation. The line of one half is the claim's own word.
struct ResidenceTest {
    let groups: [ObservedGroup]

    func finding(in context: ClaimContext) -> ClaimFinding {
        var draft = FindingDraft(.residence)
        let here = groups.filter { $0.level == context.settings.level }
        var identifiers: [String] = []
        for group in here where !identifiers.contains(group.id) { identifiers.append(group.id) }
        for identifier in identifiers {
            let years = here.filter { $0.id == identifier }.sorted { $0.year < $1.year }
            guard let nearest = AreaFrame.nearest(years.map(\.year), to: context.settings.year),
                let group = years.last(where: { $0.year == nearest })
            else { continue }
            add(group, isFirst: identifier == identifiers.first, in: context, to: &draft)
            if identifier == identifiers.first { draft.trend = trend(years, in: context) }
        }
        if identifiers.isEmpty { addEverybody(in: context, to: &draft) }
        guard let typed = context.typed else { return draft.untestable(ImportHint.areaType, in: context) }
        draft.use(typed)
        guard let headline = draft.headlines.first, let verdict = headline.verdict else {
            return draft.untestable(ImportHint.group, in: context)
        }
        let half = BilingualText(
            nl: "De bewering zegt: meer dan de helft.", en: "The claim says: more than half.")
        draft.caveats += [FindingTexts.areasNotPersons, Self.ownScale, Self.meaningOfChance]
        if let note = FindingTexts.years(outcome: headline.year, areas: typed.year) {
            draft.caveats.append(note)
        }
        return draft.finding(
            verdict,
            .joined([headline.sentence, half, Self.conclusion(verdict, headline)]),
            in: context)
    }

    /// Why the verdict is what it is; more than half decides nothing where chance alone gives as much.
    private static func conclusion(_ verdict: Verdict, _ headline: LocalFigure) -> BilingualText {
        guard let line = headline.line, verdict == .undecided,
            ClaimContext.verdict(headline.uncertainty, line: line, above: true) == .supports
        else { return FindingTexts.conclusion(verdict, from: [headline]) }
        return BilingualText(
            nl: "Meer dan de helft woont daar, maar niet zeker meer dan door toeval: dit beslist niets.",
            en: "More than half live there, but not surely more than by chance: this decides nothing.")
    }

    private func add(
        _ group: ObservedGroup, isFirst: Bool, in context: ClaimContext, to draft: inout FindingDraft
    ) {
        let row = Observed(group, in: context)
        draft.use(
            DataUse(
                variable: nil, label: row.label, year: group.year, version: group.classification.nl,
                source: group.source, areas: group.counts.knownCount))
        if let typed = context.typed, let figure = row.share(in: typed, "typed", line: 0.5, context) {
            if isFirst { draft.headlines.append(figure) } else { draft.others.append(figure) }
            if let all = row.shareOfAll(in: typed, "typed", context), isFirst { draft.others.append(all) }
        }
        if let apart = row.dissimilarity(context) { draft.others.append(apart) }
        if let concentration = context.concentration {
            draft.use(concentration)
            // The claim speaks of stock and facilities; where low incomes live is shown beside it without a verdict.
            if let figure = row.share(in: concentration, "lowIncome", line: nil, context) {
                draft.others.append(figure)
            }
            if isFirst, let all = row.shareOfAll(in: concentration, "lowIncome", context) {
                draft.others.append(all)
            }
        }
    }

    /// Without an observed group: how all residents live, which the reader may hold against other sources.
    private func addEverybody(in context: ClaimContext, to draft: inout FindingDraft) {
        for (division, name) in [(context.typed, "typed"), (context.concentration, "lowIncome")] {
            guard let division else { continue }
            draft.use(division)
            let weights = context.frame.weights(of: .persons, near: division.year)
            if let figure = Observed.everybody(weights, division.year, in: division, name, context) {
                draft.others.append(figure)
            }
        }
    }

    private func trend(_ years: [ObservedGroup], in context: ClaimContext) -> Trend {
        guard let typed = context.typed else {
            return .none(reason: BilingualText(nl: "er is niets te toetsen", en: "there is nothing to test"))
        }
        let figures = years.compactMap { group in
            Observed(group, in: context).share(in: typed, "typed", line: 0.5, context)
        }
        if figures.count > 1 { return .points(figures) }
        return .none(reason: FindingTexts.oneYear(years.last?.year ?? typed.year))
    }

    private static let meaningOfChance = BilingualText(
        nl:
            "“Door toeval” is het deel van alle bewoners dat in zulke gebieden woont. “Zonder toeval” is 0% als de groep daar even vaak woont als iedereen, en 100% als de hele groep daar woont. De bewering wordt pas gesteund als ook dat cijfer zeker boven 0% ligt.",
        en:
            "“By chance” is the share of all residents who live in such areas. “Without chance” is 0% if the group lives there as often as everyone, and 100% if all of it lives there. The claim is supported only if that figure too is surely above 0%."
    )
    private static let ownScale = BilingualText(
        nl:
            "Eenzijdig en weinig voorzieningen zijn gemeten tegen de gemeente zelf, of tegen een grens van de groep.",
        en: "One-sided and limited are measured against the municipality itself, or a threshold of the group."
    )
}

/// The counts of one observed group along the areas of the frame.
private struct Observed {
    let group: ObservedGroup
    let counts: [Double]
    let totals: [Double]
    let label: BilingualText

    init(_ group: ObservedGroup, in context: ClaimContext) {
        self.group = group
        var positions: [AreaCode: Int] = [:]
        for (index, code) in group.areas.enumerated() { positions[code] = index }
        let pick = { (column: Column) in
            context.frame.areas.map { positions[$0.code].flatMap { column[$0].number } ?? .nan }
        }
        counts = pick(group.counts)
        totals = pick(group.totals)
        label = BilingualText(
            nl: "\(group.label.nl) (\(group.classification.nl), \(group.year))",
            en: "\(group.label.en) (\(group.classification.en), \(group.year))")
    }

    func share(in division: AreaDivision, _ name: String, line: Double?, _ context: ClaimContext)
        -> LocalFigure?
    {
        guard let share = WeightedShare(of: counts, sides: division.sides, draws: context.draws) else {
            return nil
        }
        let all = WeightedShare(of: totals, sides: division.sides, draws: context.draws)
        let chance = all.map { all in
            // By chance a group lives where all live, so that share is what is taken out. Both shares are drawn
            // together: an area that leaves a draw leaves both.
            ChancePart(
                expected: all.share,
                corrected: ChanceCorrection.rescaled.correct(share.share, expected: all.share).map { value in
                    CorrectedValue(
                        value: value, uncertainty: corrected(in: division, draws: context.draws))
                })
        }
        return LocalFigure(
            id: "C1.\(group.id).\(group.year).\(name)", name: group.label,
            label: BilingualText(
                nl: "\(label.nl): aandeel dat woont in \(division.inside.nl)",
                en: "\(label.en): share living in \(division.inside.en)"),
            unit: .level(.share), value: share.share, uncertainty: share.uncertainty, line: line,
            verdict: line.map { Self.verdict(share.uncertainty, line: $0, chance) }, levels: nil,
            municipal: all.map {
                .value(label: Self.everybodyLabel, $0.share, unit: .level(.share), year: group.year)
            } ?? .none(reason: BilingualText(nl: "geen totalen bekend", en: "no totals known")),
            national: .none(reason: Self.noNation), year: group.year, areas: share.areas, chance: chance)
    }

    /// A share above the line supports the claim only where it is also more than chance gives: where most residents
    /// live in such areas, so does most of any group. Below the line nothing is taken out: less than half is less
    /// than half.
    private static func verdict(_ raw: Uncertainty, line: Double, _ chance: ChancePart?) -> Verdict {
        let plain = ClaimContext.verdict(raw, line: line, above: true)
        guard plain == .supports, let corrected = chance?.corrected else { return plain }
        return ClaimContext.verdict(corrected.uncertainty, line: 0, above: true) == .supports
            ? .supports : .undecided
    }

    private func corrected(in division: AreaDivision, draws: AreaDraws) -> Uncertainty {
        let known = counts.indices.filter {
            counts[$0] >= 0 && totals[$0] >= 0 && division.sides[$0] != .unknown
        }
        return draws.uncertainty { times in
            var (own, ownInside, all, allInside) = (0.0, 0.0, 0.0, 0.0)
            for area in known {
                let weight = Double(times[area])
                own += weight * counts[area]
                all += weight * totals[area]
                guard division.sides[area] == .inside else { continue }
                ownInside += weight * counts[area]
                allInside += weight * totals[area]
            }
            guard own > 0, all > 0 else { return .nan }
            return ChanceCorrection.rescaled.correct(ownInside / own, expected: allInside / all) ?? .nan
        }
    }

    /// How unevenly the group is spread over all areas, whatever their stock and facilities; the claim draws no line.
    func dissimilarity(_ context: ClaimContext) -> LocalFigure? {
        let known = counts.indices.filter { counts[$0] >= 0 && totals[$0] > 0 }
        guard
            let table = try? ContingencyTable(
                groups: [Group(rawValue: "group"), Group(rawValue: "others")],
                rows: known.map {
                    [counts[$0].rounded(), max(0, totals[$0].rounded() - counts[$0].rounded())]
                }, unitIdentifiers: known.map { context.frame.areas[$0].code.rawValue }),
            let row = (try? table.measure(["D-vs-rest"], options: context.measureOptions))?.first,
            let value = row.estimate.value.number
        else { return nil }
        return LocalFigure(
            id: "C1.\(group.id).\(group.year).D", name: group.label,
            label: BilingualText(
                nl: "\(label.nl): ongelijke spreiding (D)", en: "\(label.en): uneven spread (D)"),
            unit: .index, value: value, uncertainty: Uncertainty(row.estimate), line: nil, verdict: nil,
            levels: nil, municipal: .none(reason: SegregationTables.isMunicipal),
            national: .none(reason: SegregationTables.noNation), year: group.year, areas: row.estimate.units,
            chance: ChancePart(row))
    }

    func shareOfAll(in division: AreaDivision, _ name: String, _ context: ClaimContext) -> LocalFigure? {
        Self.everybody(totals, group.year, in: division, name, context)
    }

    static func everybody(
        _ weights: [Double], _ year: Int, in division: AreaDivision, _ name: String, _ context: ClaimContext
    ) -> LocalFigure? {
        guard let share = WeightedShare(of: weights, sides: division.sides, draws: context.draws) else {
            return nil
        }
        return LocalFigure(
            id: "C1.everybody.\(year).\(name)", name: everybodyLabel,
            label: BilingualText(
                nl: "\(everybodyLabel.nl) (\(year)): aandeel dat woont in \(division.inside.nl)",
                en: "\(everybodyLabel.en) (\(year)): share living in \(division.inside.en)"),
            unit: .level(.share), value: share.share, uncertainty: share.uncertainty, line: nil, verdict: nil,
            levels: nil,
            municipal: .none(
                reason: BilingualText(
                    nl: "dit is het cijfer van de gemeente zelf", en: "this is the municipality's own figure")
            ),
            national: .none(reason: noNation), year: year, areas: share.areas)
    }

    private static let everybodyLabel = BilingualText(nl: "Alle bewoners", en: "All residents")
    private static let noNation = BilingualText(
        nl:
            "de indeling van gebieden geldt binnen de gemeente; landelijk vergelijken vraagt gebieden van heel "
            + "Nederland",
        en:
            "areas are divided within the municipality; a national figure needs the areas of the whole country"
    )
}

internal import Bilingual
internal import Neighbourhoods

/// A finding while its test gathers figures.
struct FindingDraft {
    let claim: Claim
    var headlines: [LocalFigure] = []
    var others: [LocalFigure] = []
    var caveats: [BilingualText] = []
    var trend: Trend = .none(
        reason: BilingualText(nl: "er is niets te toetsen", en: "there is nothing to test"))
    private var data: [DataUse] = []

    init(_ claim: Claim) { self.claim = claim }

    /// Records that a series was used.
    mutating func use(_ use: DataUse) {
        if !data.contains(use) { data.append(use) }
    }

    /// Records the series and notes behind a division of the areas.
    mutating func use(_ division: AreaDivision) {
        division.data.forEach { use($0) }
        for note in division.notes where !caveats.contains(note) { caveats.append(note) }
    }

    /// Records the series and notes behind a measure.
    mutating func use(_ measure: AreaMeasure) {
        measure.data.forEach { use($0) }
        for note in measure.notes where !caveats.contains(note) { caveats.append(note) }
    }

    /// The finding when the data are not there.
    func untestable(_ hint: (what: BilingualText, by: BilingualText), in context: ClaimContext)
        -> ClaimFinding
    {
        untestable(FindingTexts.untestable(lacking: hint.what, brought: hint.by), in: context)
    }

    /// The finding when the data do not suffice.
    func untestable(_ reason: BilingualText, in context: ClaimContext) -> ClaimFinding {
        var draft = self
        draft.others = headlines + others
        draft.headlines = []
        return draft.finding(.notTestable, reason, in: context)
    }

    /// The finding that all headlines agree on, or undecided when they do not.
    func decided(byEveryHeadlineIn context: ClaimContext) -> ClaimFinding {
        let verdicts = headlines.compactMap(\.verdict)
        let agreed = verdicts.dropFirst().allSatisfy { $0 == verdicts.first } ? verdicts.first : nil
        let sentences = headlines.map(FindingTexts.contrast)
        guard let agreed else {
            let ends = zip(headlines, verdicts).map { figure, verdict in
                BilingualText(
                    nl: "\(FindingTexts.contrast(figure).nl) Dit: \(verdict.name.nl).",
                    en: "\(FindingTexts.contrast(figure).en) This: \(verdict.name.en).")
            }
            let opposed = verdicts.contains(.supports) && verdicts.contains(.contradicts)
            let apart =
                opposed
                ? BilingualText(
                    nl: "De cijfers wijzen niet dezelfde kant op.",
                    en: "The figures do not point the same way.")
                : BilingualText(
                    nl: "Niet elk cijfer wijst een kant op: samen beslissen ze niets.",
                    en: "Not every figure points a way: together they decide nothing.")
            return finding(.undecided, .joined(ends + [apart]), in: context)
        }
        return finding(
            agreed, .joined(sentences + [FindingTexts.conclusion(agreed, from: headlines)]), in: context)
    }

    /// The finding with its verdict.
    func finding(_ verdict: Verdict, _ reason: BilingualText, in context: ClaimContext) -> ClaimFinding {
        var notes = caveats
        if let small = FindingTexts.small(context.frame.smallCount, context.settings.level) {
            notes.append(small)
        }
        if !context.frame.hasWeights { notes.append(Self.unweighted) }
        return ClaimFinding(
            claim: claim, verdict: verdict, reason: reason, headlines: headlines, trend: trend,
            others: others,
            data: data.sorted(by: Self.order), caveats: notes, lowIncome: context.settings.lowIncome,
            level: context.settings.level)
    }

    private static func order(_ left: DataUse, _ right: DataUse) -> Bool {
        (left.variable?.rawValue ?? "", left.label.nl, left.year, left.source.rawValue)
            < (right.variable?.rawValue ?? "", right.label.nl, right.year, right.source.rawValue)
    }

    private static let unweighted = BilingualText(
        nl: "Er zijn geen aantallen bewoners of woningen: elk gebied telt even zwaar.",
        en: "There are no numbers of residents or dwellings: each area counts the same.")
}

import Bilingual

/// The numbers of a forest plot: one row a study, group mean, overall mean and prediction interval.
struct ForestTable {
    let words: EvidenceWords
    let measure: EffectMeasure
    let caption: String

    private static let share = ValueFormat.percent(decimals: 1)

    func table(_ groups: [ForestGroup], overall: ForestSummary?) -> FigureTable {
        var rows: [[FigureTable.Cell]] = []
        for group in groups {
            rows += group.studies.map { study($0, in: group.title) }
            if let summary = group.summary {
                rows += means(
                    summary, k: group.k, name: words.pick("Gemiddelde van groep", "Group mean"), group.title)
            }
        }
        if let overall {
            rows += means(overall, k: groups.reduce(0) { $0 + $1.k }, name: words.overall, "")
        }
        return FigureTable(
            caption: caption,
            columns: [
                words.study, words.tag, words.group, measure.name, words.lower, words.upper, words.weight,
                "k", "τ²",
                "I²", "Q", "df", "p", words.method,
            ], rows: rows, language: words.language)
    }

    private func study(_ study: ForestStudy, in group: String) -> [FigureTable.Cell] {
        var reason: String?
        if case .missing(let why) = study.value { reason = why }
        let weight: FigureTable.Cell =
            study.weight.map { .known($0 >= 0 ? $0 : nil, Self.share, else: words.noWeight) } ?? .blank
        return [
            study.href.map { .link(study.label, href: $0) } ?? .text(study.label), .text(study.tag),
            .text(group),
            measure.cell(study.value.number, words, why: reason),
        ] + measure.cells(study.interval, words) + [weight]
    }

    private func means(
        _ summary: ForestSummary, k: Int, name: String, _ group: String
    ) -> [[FigureTable.Cell]] {
        let start: [FigureTable.Cell] = [.text(name), .blank, .text(group)]
        let count = FigureTable.Cell.number(Double(k), .number())
        guard k > 1 else {
            let reason = FigureTable.Cell.missing(words.noSummary)
            return [start + [reason, reason, reason, .blank, count]]
        }
        var reason: String?
        if case .missing(let why) = summary.value { reason = why }
        let note = summary.heterogeneity
        let figures: [FigureTable.Cell] = [
            cell(note?.tau2, .number(decimals: 4)), cell(note?.i2Share, Self.share),
            cell(note?.q, .number(decimals: 2)), cell(note?.degreesOfFreedom, .number()),
            cell(note?.pValue, .number(decimals: 4)), note.map { .text($0.method) } ?? .blank,
        ]
        let mean =
            start + [measure.cell(summary.value.number, words, why: reason)]
            + measure.cells(summary.interval, words) + [.blank, count] + figures
        guard let prediction = summary.prediction else { return [mean] }
        return [
            mean,
            [.text(prediction.name), .blank, .text(group), .blank]
                + measure.cells(prediction.interval, words),
        ]
    }

    private func cell(_ value: Double?, _ format: ValueFormat) -> FigureTable.Cell {
        value.map { .known($0, format, else: words.noEstimate) } ?? .blank
    }
}

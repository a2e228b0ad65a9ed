/// One line of a forest plot or of a figure that is drawn like one.
struct ForestRow {
    enum Mark: Hashable {
        /// A heading above a group.
        case heading
        /// A study; area in 0...1 of the largest square, nil = weight unknown (an open square).
        case study(area: Double?)
        /// An estimate of which no weight is drawn: cumulative and leave-one-out.
        case dot(isMarked: Bool)
        /// The mean of a group or of all.
        case diamond(isOverall: Bool)
        /// A prediction interval.
        case bar
        /// Words only.
        case note
    }

    var mark: Mark
    var label: String
    var tag = ""
    /// Where the mark stands; nil = no mark.
    var value: Double?
    var interval: ClosedRange<Double>?
    /// The estimate as text, at the right.
    var text = ""
    var weight = ""

    /// Whether a new sheet may start with this row.
    var mayStartSheet: Bool {
        switch mark {
        case .heading, .study, .dot: true
        case .diamond, .bar, .note: false
        }
    }

    var isHeading: Bool { mark == .heading }

    /// The rows of a forest plot: per group its heading, its studies and its mean; the overall mean last.
    static func rows(
        _ groups: [ForestGroup], overall: ForestSummary?, measure: EffectMeasure, words: EvidenceWords
    ) -> [ForestRow] {
        let weights = groups.flatMap(\.studies).filter(\.isDrawn).compactMap(\.weight)
            .filter { $0.isFinite && $0 >= 0 }
        let heaviest = weights.max() ?? 0
        var rows: [ForestRow] = []
        for group in groups {
            if !group.title.isEmpty { rows.append(ForestRow(mark: .heading, label: group.title)) }
            rows += group.studies.map { study($0, heaviest: heaviest, measure, words) }
            guard let summary = group.summary else { continue }
            rows += means(
                summary, k: group.k, label: words.pick("Gemiddelde van groep", "Group mean"),
                isOverall: false, measure, words)
            if group.k > 1, let note = summary.heterogeneity {
                rows.append(ForestRow(mark: .note, label: note.text(k: group.k, words)))
            }
        }
        if let overall {
            rows += means(
                overall, k: groups.reduce(0) { $0 + $1.k }, label: words.overall, isOverall: true, measure,
                words)
        }
        return rows
    }

    private static func study(
        _ study: ForestStudy, heaviest: Double, _ measure: EffectMeasure, _ words: EvidenceWords
    ) -> ForestRow {
        let weight = study.weight.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        var row = ForestRow(
            mark: .study(area: weight.map { heaviest > 0 ? $0 / heaviest : 0 }), label: study.label,
            tag: study.tag)
        switch study.value {
        case .value(let number), .withinNoise(let number):
            if number.isFinite {
                row.value = number
                row.interval = study.interval
                row.text = measure.text(number, study.interval, words.language)
                if study.interval == nil { row.text += " (\(words.noInterval))" }
            } else {
                row.text = words.noEstimate
            }
        case .missing(let reason): row.text = reason
        }
        if row.value != nil, study.weight != nil {
            row.weight = weight.map { words.number($0 * 100, 1) + "%" } ?? "?"
        }
        return row
    }

    /// The diamond and the bar of a mean, or a note where there is no mean of one study.
    static func means(
        _ summary: ForestSummary, k: Int, label: String, isOverall: Bool, _ measure: EffectMeasure,
        _ words: EvidenceWords
    ) -> [ForestRow] {
        guard k > 1 else {
            let text = k == 1 ? words.noSummary : words.pick("k = 0: geen samenvatting", "k = 0: no summary")
            return [ForestRow(mark: .note, label: text)]
        }
        var row = ForestRow(mark: .diamond(isOverall: isOverall), label: "\(label) (k = \(k))")
        guard let mean = summary.value.number, mean.isFinite else {
            if case .missing(let reason) = summary.value {
                row.text = reason
            } else {
                row.text = words.noEstimate
            }
            return [row]
        }
        row.value = mean
        row.interval = summary.interval
        row.text = measure.text(mean, summary.interval, words.language)
        if summary.interval == nil { row.text += " (\(words.noInterval))" }
        guard let prediction = summary.prediction else { return [row] }
        return [
            row,
            ForestRow(
                mark: .bar, label: prediction.name, interval: prediction.interval,
                text: measure.text(prediction.interval, words.language)),
        ]
    }

    /// The rows over sheets of about `limit`: a heading stays with its first study, a mean with its group.
    static func sheets(_ rows: [ForestRow], limit: Int) -> [[ForestRow]] {
        var sheets: [[ForestRow]] = []
        var sheet: [ForestRow] = []
        for row in rows {
            if sheet.count >= limit, row.mayStartSheet {
                var carried: [ForestRow] = []
                if let last = sheet.last, last.isHeading { carried = [sheet.removeLast()] }
                if !sheet.isEmpty { sheets.append(sheet) }
                sheet = carried
            }
            sheet.append(row)
        }
        if !sheet.isEmpty { sheets.append(sheet) }
        return sheets
    }
}

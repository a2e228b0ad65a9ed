import Bilingual

/// One pooled estimate in a row of them: after adding a study, or without one.
public struct SequenceEstimate: Sendable, Hashable {
    /// The study that was added or left out.
    public var label: String
    /// Year and country in short; may be empty.
    public var tag: String
    /// The pooled effect, in the unit of the measure.
    public var value: MapValue
    /// Its interval.
    public var interval: ClosedRange<Double>?
    /// The heterogeneity that goes with it, for the table; nil = not known.
    public var tau2: Double?
    /// I² as a share, 0...1; nil = not known.
    public var i2Share: Double?
    /// Whether the row is marked: drawn as an orange diamond and named in the sentence.
    public var isMarked: Bool

    /// An estimate from its parts.
    public init(
        label: String, tag: String = "", value: MapValue, interval: ClosedRange<Double>? = nil,
        tau2: Double? = nil,
        i2Share: Double? = nil, isMarked: Bool = false
    ) {
        self.label = label
        self.tag = tag
        self.value = value
        self.interval = interval
        self.tau2 = tau2
        self.i2Share = i2Share
        self.isMarked = isMarked
    }
}

extension Figure {
    /// A cumulative forest plot: the pooled effect after each study that is added, in the order given.
    public static func cumulativeForest(
        _ frame: FigureFrame, steps: [SequenceEstimate], measure: EffectMeasure
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke rij is het gemiddelde van alle studies tot en met deze.",
                "Each row is the mean of all studies up to and including this one."),
            notSaid: words.pick(
                "Dat het beeld vaststaat: een volgende studie kan het weer verschuiven.",
                "That the matter is settled: a next study can shift it again."))
        let plus = steps.map { step in
            var step = step
            step.label = "+ \(step.label)"
            return step
        }
        return sequence(frame, plus, overall: nil, measure, words) { first, last in
            words.pick(
                "Gemiddelde van \(first) na de eerste rij naar \(last) na de laatste",
                "Mean from \(first) after the first row to \(last) after the last")
        }
    }

    /// A leave-one-out plot: the pooled effect without each study in turn, with the mean of all as a diamond.
    public static func leaveOneOut(
        _ frame: FigureFrame, estimates: [SequenceEstimate], overall: ForestSummary, measure: EffectMeasure
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke rij is het gemiddelde zonder die ene studie; de ruit is het gemiddelde van alle.",
                "Each row is the mean without that one study; the diamond is the mean of all."),
            notSaid: words.pick(
                "Dat een studie die het gemiddelde verschuift verkeerd is.",
                "That a study that shifts the mean is wrong."))
        let without = estimates.map { estimate in
            var estimate = estimate
            estimate.label = words.pick("zonder ", "without ") + estimate.label
            return estimate
        }
        return sequence(frame, without, overall: overall, measure, words) { _, _ in
            let means = estimates.compactMap(\.value.number).filter(\.isFinite)
            let (least, most) = (means.min() ?? 0, means.max() ?? 0)
            return words.pick(
                "Zonder één studie ligt het gemiddelde tussen ", "Without one study the mean lies between ")
                + measure.text(least, words.language) + words.pick(" en ", " and ")
                + measure.text(most, words.language)
        }
    }

    private static func sequence(
        _ frame: FigureFrame, _ steps: [SequenceEstimate], overall: ForestSummary?, _ measure: EffectMeasure,
        _ words: EvidenceWords, _ found: (String, String) -> String
    ) -> Figure {
        var rows = steps.map { step -> ForestRow in
            var row = ForestRow(mark: .dot(isMarked: step.isMarked), label: step.label, tag: step.tag)
            if let number = step.value.number, number.isFinite {
                row.value = number
                row.interval = step.interval
                row.text = measure.text(number, step.interval, words.language)
            } else if case .missing(let reason) = step.value {
                row.text = reason
            } else {
                row.text = words.noEstimate
            }
            return row
        }
        let known = rows.compactMap(\.value)
        if let overall {
            rows += ForestRow.means(
                overall, k: steps.count, label: words.overall, isOverall: true, measure, words)
        }
        let table = sequenceTable(frame, steps, overall: overall, measure, words)
        guard let first = known.first, let last = known.last else {
            return PlotLayout.nothing(frame, words.noStudies, table)
        }
        var sentence = found(measure.text(first, words.language), measure.text(last, words.language))
        let marked = steps.filter(\.isMarked).map(\.label)
        if !marked.isEmpty {
            sentence += "; \(words.influential.lowercased()): " + marked.joined(separator: ", ")
        }
        sentence += words.notDrawn(steps.count - known.count) + "."
        return Figure(
            frame: frame,
            picture: ForestDrawing(frame: frame, rows: rows, measure: measure).picture(sentence: sentence),
            sentence: sentence, table: table)
    }

    private static func sequenceTable(
        _ frame: FigureFrame, _ steps: [SequenceEstimate], overall: ForestSummary?, _ measure: EffectMeasure,
        _ words: EvidenceWords
    ) -> FigureTable {
        let share = ValueFormat.percent(decimals: 1)
        var rows = steps.map { step -> [FigureTable.Cell] in
            var reason: String?
            if case .missing(let why) = step.value { reason = why }
            return [
                .text(step.label), .text(step.tag), measure.cell(step.value.number, words, why: reason),
            ] + measure.cells(step.interval, words) + [
                step.tau2.map { .known($0, .number(decimals: 4), else: words.noEstimate) } ?? .blank,
                step.i2Share.map { .known($0, share, else: words.noEstimate) } ?? .blank,
                .text(step.isMarked ? words.yes : words.no),
            ]
        }
        if let overall {
            rows.append(
                [.text(words.overall), .blank, measure.cell(overall.value.number, words)]
                    + measure.cells(overall.interval, words) + [
                        overall.heterogeneity?.tau2.map {
                            .known($0, .number(decimals: 4), else: words.noEstimate)
                        } ?? .blank,
                        overall.heterogeneity?.i2Share.map { .known($0, share, else: words.noEstimate) }
                            ?? .blank,
                    ])
        }
        return FigureTable(
            caption: frame.title,
            columns: [
                words.study, words.tag, measure.name, words.lower, words.upper, "τ²", "I²", words.influential,
            ], rows: rows, language: frame.language)
    }
}

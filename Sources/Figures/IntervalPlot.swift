import Bilingual

/// An estimate with its margin, as on the card of a claim.
public struct IntervalRow: Sendable, Hashable {
    /// What is estimated; empty when the figure has one row and the title says it.
    public var label: String
    /// The estimate.
    public var value: MapValue
    /// Its margin; nil where there is none.
    public var interval: ClosedRange<Double>?
    /// Why there is no margin; shown beside the estimate.
    public var noIntervalReason: String

    /// A row from its parts.
    public init(
        label: String = "", value: MapValue, interval: ClosedRange<Double>? = nil,
        noIntervalReason: String = ""
    ) {
        self.label = label
        self.value = value
        self.interval = interval
        self.noIntervalReason = noIntervalReason
    }
}

extension Figure {
    /// Estimates as dots with their margins on one scale, with lines for the municipality and the Netherlands.
    public static func intervalPlot(
        _ frame: FigureFrame, rows: [IntervalRow], format: ValueFormat, quantity: String,
        benchmarks: Benchmarks = Benchmarks()
    ) -> Figure {
        let language = frame.language
        let words = FigureWords(language: language)
        let labels = ReferenceLabels(benchmarks, format: format, words: words)
        let values = rows.flatMap { row in
            [row.value.number].compactMap { $0 }
                + (row.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
        }
        let axis = Axis(
            over: values + benchmarks.values, from: 14, to: Drawing.width - 14, includesZero: false,
            format: format)
        let height = 42.0
        let bottom = labels.height + Double(rows.count) * height + 2
        var parts = labels.lines(on: axis, to: bottom)
        var names: [Markup] = []
        for (place, row) in rows.enumerated() {
            let top = labels.height + Double(place) * height
            let text = described(row, format, words)
            for (name, x, anchor) in [
                (row.label, 8, Drawing.Anchor.start), (text, Drawing.width - 8, .end),
            ] where !name.isEmpty {
                let wide = Drawing.width(of: name)
                names.append(
                    Drawing.box(
                        x: anchor == .end ? x - wide : x, y: top + 2, width: wide, height: 17, fill: .paper))
                names.append(
                    Drawing.text(
                        name, x: x, y: top + 15, anchor: anchor,
                        isBold: anchor == .end && row.value.number != nil))
            }
            if let interval = row.interval { names += Drawing.whisker(interval, on: axis, y: top + 28) }
            if let value = row.value.number, value.isFinite {
                names.append(
                    Drawing.dot(
                        x: axis.place(value), y: top + 28, radius: 5.5, fill: Palette.bar, stroke: .ink,
                        strokeWidth: 1.5))
            }
        }
        parts += axis.drawn(y: bottom, format: format, language) + names + labels.names(on: axis)
        let estimates = rows.map { row in
            let name = row.label.isEmpty ? quantity : row.label
            let margin = row.interval.map {
                ", \(words.margin) \(format.interval($0.lowerBound, $0.upperBound, language))"
            }
            return "\(name): \(shown(row.value, format, language))\(margin ?? "")"
        }
        let sentence = (estimates + labels.references.map(\.text)).joined(separator: "; ") + "."
        return Figure(
            frame: frame,
            picture: Drawing.svg(height: bottom + 24, sentence: sentence, kind: "mp-chart", parts),
            sentence: sentence,
            table: FigureTable(
                caption: frame.title,
                columns: [words.topic, quantity, words.lower, words.upper]
                    + [words.municipality, words.national].map(words.title),
                rows: rows.map { row in
                    let reason = row.noIntervalReason.isEmpty ? words.noInterval : row.noIntervalReason
                    let ends: [FigureTable.Cell] =
                        row.interval == nil
                        ? [.missing(reason), .missing(reason)]
                        : FigureTable.Cell.ends(of: row.interval, format, words)
                    return [.text(row.label.isEmpty ? quantity : row.label), .value(row.value, format)] + ends
                        + benchmarks.cells(format)
                }, language: language))
    }

    /// `23% (19–27%)`, or the estimate with the reason why it has no margin.
    private static func described(_ row: IntervalRow, _ format: ValueFormat, _ words: FigureWords) -> String {
        let value = shown(row.value, format, words.language)
        guard row.value.number != nil else { return value }
        if let interval = row.interval {
            let ends = format.interval(interval.lowerBound, interval.upperBound, words.language)
            return "\(value) (\(ends))"
        }
        return row.noIntervalReason.isEmpty ? value : "\(value) (\(row.noIntervalReason))"
    }
}

import Bilingual

/// One deviation from a middle, such as a dimension of liveability from the mean of the municipality.
public struct DeviationBar: Sendable, Hashable {
    /// What deviates.
    public var label: String
    /// The deviation: below or above zero.
    public var value: MapValue
    /// The margin around it; nil where none is known.
    public var interval: ClosedRange<Double>?

    /// A bar from its parts.
    public init(label: String, value: MapValue, interval: ClosedRange<Double>? = nil) {
        self.label = label
        self.value = value
        self.interval = interval
    }

    /// Whether the deviation cannot be told from none: it says so itself, or zero lies within its margin.
    var isWithinNoise: Bool {
        if case .withinNoise = value { return true }
        return interval.map { $0.contains(0) } ?? false
    }
}

extension Figure {
    /// Bars to both sides of zero with their margins: ochre below, blue above, neutral within the noise.
    public static func deviationBars(
        _ frame: FigureFrame, bars: [DeviationBar], format: ValueFormat, quantity: String
    ) -> Figure {
        let language = frame.language
        let words = FigureWords(language: language)
        let (left, right, row) = (24.0, Drawing.width - 24, 42.0)
        let ends = bars.flatMap { bar in
            [bar.value.number].compactMap { $0 }
                + (bar.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
        }
        let reach = ends.filter(\.isFinite).map(abs).max() ?? 1
        let axis = Axis(over: [-reach, reach], from: left, to: right, includesZero: true, format: format)
        let bottom = Double(bars.count) * row + 2
        var parts: [Markup] = []
        for (place, bar) in bars.enumerated() {
            let top = Double(place) * row
            parts.append(Drawing.text(bar.label, x: 8, y: top + 15))
            parts.append(
                Drawing.text(
                    shown(bar.value, format, language), x: Drawing.width - 8, y: top + 15, anchor: .end,
                    isBold: bar.value.number != nil, colour: bar.value.number == nil ? .muted : .ink))
            if let value = bar.value.number, value.isFinite {
                let (start, end) = (axis.place(min(0, value)), axis.place(max(0, value)))
                let fill =
                    bar.isWithinNoise
                    ? Palette.neutral : value < 0 ? Palette.diverging[1] : Palette.diverging[5]
                parts.append(
                    Drawing.box(
                        x: start, y: top + 21, width: end - start, height: 13, fill: fill,
                        stroke: bar.isWithinNoise ? .border : nil))
            }
            parts.append(
                Drawing.line(axis.place(0), top + 18, axis.place(0), top + 38, colour: .border, width: 1.5))
            if let interval = bar.interval { parts += Drawing.whisker(interval, on: axis, y: top + 27.5) }
        }
        parts += axis.drawn(y: bottom, format: format, language)

        var key = [
            Legend.Item(.fill(Palette.diverging[1]), BilingualText(nl: "eronder", en: "below")[language]),
            Legend.Item(.fill(Palette.diverging[5]), BilingualText(nl: "erboven", en: "above")[language]),
        ]
        if bars.contains(where: \.isWithinNoise) {
            key.append(.init(.fill(Palette.neutral), words.withinNoise))
        }
        if bars.contains(where: { $0.interval != nil }) { key.append(.init(.line(.ink), words.margin)) }
        let sentence =
            bars.map { bar in
                let noise = bar.isWithinNoise && bar.value.number != nil ? " (\(words.withinNoise))" : ""
                return "\(bar.label) \(shown(bar.value, format, language))\(noise)"
            }.joined(separator: "; ") + "."
        return Figure(
            frame: frame,
            picture: Drawing.svg(height: bottom + 24, sentence: sentence, kind: "mp-chart", parts),
            legend: Legend(key).html(language), sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: [words.topic, quantity, words.lower, words.upper],
                rows: bars.map {
                    [.text($0.label), .value($0.value, format)]
                        + FigureTable.Cell.ends(of: $0.interval, format, words)
                }, language: language))
    }
}

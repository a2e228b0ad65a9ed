import Bilingual

/// One topic of a neighbourhood beside the municipality and the Netherlands.
public struct BenchmarkBar: Sendable, Hashable {
    /// The topic.
    public var label: String
    /// The value of the neighbourhood.
    public var value: MapValue
    /// The margin around the value; nil where none is known.
    public var interval: ClosedRange<Double>?
    /// The values it is set beside.
    public var benchmarks: Benchmarks

    /// A bar from its parts.
    public init(
        label: String, value: MapValue, interval: ClosedRange<Double>? = nil,
        benchmarks: Benchmarks = Benchmarks()
    ) {
        self.label = label
        self.value = value
        self.interval = interval
        self.benchmarks = benchmarks
    }
}

extension Figure {
    /// Bars of one neighbourhood on a common scale from zero, with an orange tick for the municipality and a ring
    /// for the Netherlands. All topics must have the same unit.
    public static func barsWithBenchmarks(
        _ frame: FigureFrame, bars: [BenchmarkBar], format: ValueFormat
    ) -> Figure {
        let language = frame.language
        let words = frame.words
        let (left, right, row) = (8.0, Drawing.width - 8, 42.0)
        let all = bars.flatMap { bar in
            [bar.value.number].compactMap { $0 } + bar.benchmarks.values
                + (bar.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
        }
        let axis = Axis(over: all, from: left, to: right, includesZero: true, format: format)
        let bottom = Double(bars.count) * row + 2

        var parts = [Drawing.hatch(id: frame.id + "-hatch", spacing: 6)]
        for (place, bar) in bars.enumerated() {
            let top = Double(place) * row
            parts.append(Drawing.text(bar.label, x: left, y: top + 15))
            parts.append(
                Drawing.text(
                    shown(bar.value, format, language), x: right, y: top + 15, anchor: .end,
                    isBold: bar.value.number != nil, colour: bar.value.number == nil ? .muted : .ink))
            if let value = bar.value.number, value.isFinite {
                let (start, end) = (axis.place(min(0, value)), axis.place(max(0, value)))
                parts.append(
                    Drawing.box(x: start, y: top + 21, width: end - start, height: 13, fill: Palette.bar))
            } else {
                parts.append(
                    .element(
                        "rect",
                        [
                            "x": .number(left), "y": .number(top + 21), "width": .number(right - left),
                            "height": 13, "fill": .text("url(#\(frame.id)-hatch)"),
                        ]))
            }
            if let interval = bar.interval {
                parts += Drawing.whisker(interval, on: axis, y: top + 27.5)
            }
            if let value = bar.benchmarks.national, value.isFinite {
                parts.append(
                    Drawing.dot(
                        x: axis.place(value), y: top + 27.5, radius: 5, fill: .paper, stroke: .ink,
                        strokeWidth: 2))
            }
            if let value = bar.benchmarks.municipality, value.isFinite {
                parts.append(
                    Drawing.box(
                        x: axis.place(value) - 2, y: top + 18, width: 4, height: 19, fill: .focus,
                        stroke: .paper))
            }
        }
        parts += axis.drawn(y: bottom, format: format, language)

        let sentence =
            bars.map { bar in
                var text = "\(bar.label) \(shown(bar.value, format, language))"
                let beside = [
                    (words.municipality, bar.benchmarks.municipality),
                    (words.national, bar.benchmarks.national),
                ].compactMap { name, value in value.map { "\(name) \(format.text($0, language))" } }
                if !beside.isEmpty { text += " (\(beside.joined(separator: ", ")))" }
                return text
            }.joined(separator: "; ") + "."
        return Figure(
            frame: frame,
            picture: Drawing.svg(height: bottom + 24, sentence: sentence, kind: "mp-chart", parts),
            legend: barLegend(bars, words: words).html(language), sentence: sentence,
            table: barTable(frame, bars: bars, format: format, words: words))
    }

    private static func barLegend(_ bars: [BenchmarkBar], words: FigureWords) -> Legend {
        var items = [Legend.Item(.fill(Palette.bar), words.area)]
        if bars.contains(where: { $0.benchmarks.municipality != nil }) {
            items.append(.init(.tick(.focus), words.municipality))
        }
        if bars.contains(where: { $0.benchmarks.national != nil }) {
            items.append(.init(.ring(.ink), words.national))
        }
        if bars.contains(where: { $0.interval != nil }) { items.append(.init(.line(.ink), words.margin)) }
        if bars.contains(where: { $0.value.number == nil }) { items.append(.init(.hatch, words.noFigure)) }
        return Legend(items)
    }

    private static func barTable(
        _ frame: FigureFrame, bars: [BenchmarkBar], format: ValueFormat, words: FigureWords
    ) -> FigureTable {
        let hasMargin = bars.contains { $0.interval != nil }
        let names = [words.topic, words.area] + (hasMargin ? [words.lower, words.upper] : [])
        return FigureTable(
            caption: frame.title,
            columns: (names + [words.municipality, words.national]).map(words.title),
            rows: bars.map { bar in
                let ends = hasMargin ? FigureTable.Cell.ends(of: bar.interval, format, words) : []
                return [.text(bar.label), .value(bar.value, format)] + ends + bar.benchmarks.cells(format)
            }, language: frame.language)
    }

    /// A value as shown beside its bar, or the reason why there is none.
    static func shown(_ value: MapValue, _ format: ValueFormat, _ language: Language) -> String {
        switch value {
        case .value(let number), .withinNoise(let number): format.text(number, language)
        case .missing(let reason): reason
        }
    }
}

extension FigureTable.Cell {
    /// The two cells for a margin.
    static func ends(
        of interval: ClosedRange<Double>?, _ format: ValueFormat, _ words: FigureWords
    ) -> [FigureTable.Cell] {
        guard let interval else { return [.missing(words.noInterval), .missing(words.noInterval)] }
        return [.number(interval.lowerBound, format), .number(interval.upperBound, format)]
    }
}

extension Drawing {
    /// A margin: a line with upright ends, with a thin edge of paper so that it also shows on a dark bar.
    static func whisker(_ interval: ClosedRange<Double>, on axis: Axis, y: Double) -> [Markup] {
        let (start, end) = (axis.place(interval.lowerBound), axis.place(interval.upperBound))
        var line = PathData()
        line.addLine([(x: start, y: y), (x: end, y: y)])
        line.addLine([(x: start, y: y - 4), (x: start, y: y + 4)])
        line.addLine([(x: end, y: y - 4), (x: end, y: y + 4)])
        return [(4.5, Colour.paper), (2, .ink)].map { width, colour in
            .element(
                "path",
                ["d": .path(line), "fill": "none", "stroke": .colour(colour), "stroke-width": .number(width)])
        }
    }
}

import Bilingual

/// How a strip plot is drawn.
public struct StripPlotOptions: Sendable {
    /// How values are written.
    public var format: ValueFormat
    /// The name of the quantity, as the title of its column in the table.
    public var quantity: String
    /// The code of the chosen area; nil = none.
    public var selected: String?
    /// Lines for the municipality and the Netherlands.
    public var benchmarks: Benchmarks

    /// Options from their parts.
    public init(
        format: ValueFormat, quantity: String, selected: String? = nil, benchmarks: Benchmarks = Benchmarks()
    ) {
        self.format = format
        self.quantity = quantity
        self.selected = selected
        self.benchmarks = benchmarks
    }
}

extension Figure {
    /// All areas as dots on one scale, stacked where they come close, with the chosen one named: where a
    /// neighbourhood stands among the others, without a ranking. Areas without a value are counted in the sentence.
    public static func stripPlot(_ frame: FigureFrame, areas: [MapArea], options: StripPlotOptions) -> Figure
    {
        let language = frame.language
        let words = frame.words
        let known = areas.compactMap { area in
            area.value.number.flatMap { $0.isFinite ? (area: area, value: $0) : nil }
        }
        let chosen = known.first { $0.area.id == options.selected }
        let own = chosen.map {
            ReferenceLabels.Reference(
                text: "\($0.area.name) \(options.format.text($0.value, language))", value: $0.value,
                colour: .ink,
                isBold: true)
        }
        let labels = ReferenceLabels(
            options.benchmarks, format: options.format, words: words, before: own.map { [$0] } ?? [])

        let (left, right, pitch) = (12.0, Drawing.width - 12, 6.6)
        let values = known.map(\.value)
        let axis = Axis(
            over: values + options.benchmarks.values, from: left, to: right,
            includesZero: values.allSatisfy { $0 >= 0 }, format: options.format)
        // The chosen area comes last, on top of its stack.
        let ordered = known.filter { $0.area.id != options.selected } + (chosen.map { [$0] } ?? [])
        let lastBin = Int((right - left) / pitch) - 1
        var stacks = Array(repeating: [Bool](), count: lastBin + 1)
        for item in ordered {
            let bin = min(max(Int((axis.place(item.value) - left) / pitch), 0), lastBin)
            stacks[bin].append(item.area.id == options.selected)
        }
        let tallest = Double(stacks.map(\.count).max() ?? 0)
        let zone = min(max(tallest * pitch, 30), 120)
        let rise = tallest > 0 ? min(pitch, zone / tallest) : pitch
        let base = labels.height + zone + 6

        var parts = labels.lines(on: axis, to: base)
        parts += axis.drawn(y: base, format: options.format, language)
        for (bin, stack) in stacks.enumerated() {
            for (place, isChosen) in stack.enumerated() {
                let x = left + (Double(bin) + 0.5) * pitch
                let y = base - 4 - Double(place) * rise
                parts.append(
                    isChosen
                        ? Drawing.dot(x: x, y: y, radius: 5.5, fill: .ink, stroke: .paper, strokeWidth: 1.5)
                        : Drawing.dot(x: x, y: y, radius: 2.9, fill: Palette.others))
            }
        }
        parts += labels.names(on: axis)

        let unknown = areas.filter { $0.id == options.selected && $0.value.number == nil }
        let sentence = stripSentence(
            known: known.count, of: areas.count,
            marks: unknown.map { "\($0.name) \(shown($0.value, options.format, language))" }
                + labels.references.map(\.text), words: words)
        let rows = areas.map { area -> [FigureTable.Cell] in
            [
                area.href.map { .link(area.name, href: $0) } ?? .text(area.name),
                .value(area.value, options.format),
            ]
        }
        return Figure(
            frame: frame,
            picture: Drawing.svg(height: base + 24, sentence: sentence, kind: "mp-chart", parts),
            sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: [words.title(words.area), options.quantity],
                rows: rows,
                language: language))
    }

    private static func stripSentence(
        known: Int, of total: Int, marks: [String], words: FigureWords
    ) -> String {
        let missing = total - known
        let gap = missing > 0 ? ", \(missing) \(words.noFigure)" : ""
        let start = BilingualText(
            nl: "Verdeling van \(words.areas(total))\(gap)", en: "Spread of \(words.areas(total))\(gap)")
        return start[words.language] + (marks.isEmpty ? "" : ": " + marks.joined(separator: "; ")) + "."
    }
}

extension FigureTable.Cell {
    /// The cell for what is known of an area.
    public static func value(_ value: MapValue, _ format: ValueFormat) -> FigureTable.Cell {
        switch value {
        case .value(let number), .withinNoise(let number): .number(number, format)
        case .missing(let reason): .missing(reason)
        }
    }
}

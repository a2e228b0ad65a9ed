import Bilingual

/// How a quantile dotplot is drawn.
public struct QuantileDotplotOptions: Sendable {
    /// How values are written.
    public var format: ValueFormat
    /// The name of the quantity.
    public var quantity: String
    /// A limit that divides the outcomes; nil = none.
    public var threshold: Double?
    /// What an outcome below the limit is called, such as "lager dan nu".
    public var below: String
    /// What an outcome at or above the limit is called, such as "gelijk of hoger".
    public var above: String

    /// Options from their parts.
    public init(
        format: ValueFormat, quantity: String, threshold: Double? = nil, below: String = "",
        above: String = ""
    ) {
        self.format = format
        self.quantity = quantity
        self.threshold = threshold
        self.below = below
        self.above = above
    }
}

extension Figure {
    /// An uncertain outcome as equally likely dots, to be counted: "17 van de 20 lager" (Fernandes and others 2018).
    /// Give 20 quantiles for a phone or projector, 50 for a desk.
    public static func quantileDotplot(
        _ frame: FigureFrame, quantiles: [Double], options: QuantileDotplotOptions
    ) -> Figure {
        let language = frame.language
        let words = FigureWords(language: language)
        let values = quantiles.filter(\.isFinite).sorted()
        let threshold = options.threshold
        let belowCount = threshold.map { limit in values.count { $0 < limit } }
        let references = threshold.map {
            [
                ReferenceLabels.Reference(
                    text: options.format.text($0, language), value: $0, colour: .focus, isBold: true, width: 2
                )
            ]
        }
        let labels = ReferenceLabels(references ?? [])
        let axis = Axis(
            over: values + (threshold.map { [$0] } ?? []), from: 14, to: Drawing.width - 14,
            includesZero: false,
            format: options.format)
        let size = values.count <= 25 ? 17.0 : 11
        // Columns begin at the limit, so that no dot stands on the wrong side of its line.
        let edge = threshold.map { axis.place($0) } ?? 14
        let first = -Int((edge - 14) / size) - 1
        let columns = Int((Drawing.width - 28) / size) + 2
        var stacks = Array(repeating: [Double](), count: columns)
        for value in values {
            var column = Int(((axis.place(value) - edge) / size).rounded(.down))
            // A value a hair below the limit can fall on it in the drawing.
            if let threshold, value < threshold { column = min(column, -1) }
            stacks[min(max(column - first, 0), columns - 1)].append(value)
        }
        let tallest = stacks.map(\.count).max() ?? 0
        let base = labels.height + Double(max(tallest, 2)) * size + 6

        var parts = labels.lines(on: axis, to: base) + axis.drawn(y: base, format: options.format, language)
        for (column, stack) in stacks.enumerated() {
            for (row, value) in stack.enumerated() {
                let isBelow = threshold.map { value < $0 } ?? true
                parts.append(
                    Drawing.dot(
                        x: edge + (Double(column + first) + 0.5) * size,
                        y: base - 3 - (Double(row) + 0.5) * size,
                        radius: size / 2 - 1.8, fill: isBelow ? Palette.bar : .paper,
                        stroke: isBelow ? Palette.bar : Palette.votes[2], strokeWidth: 2))
            }
        }
        parts += labels.names(on: axis)

        var key: [Legend.Item] = []
        var sentence = BilingualText(
            nl: "\(values.count) even waarschijnlijke uitkomsten van \(options.quantity)",
            en: "\(values.count) equally likely outcomes of \(options.quantity)")[language]
        if let least = values.first, let most = values.last {
            let (low, high) = (options.format.text(least, language), options.format.text(most, language))
            sentence +=
                BilingualText(nl: ", van \(low) tot \(high)", en: ", from \(low) to \(high)")[language]
        }
        if let belowCount {
            key = [
                .init(.dot(Palette.bar), options.below, count: belowCount),
                .init(.ring(Palette.votes[2]), options.above, count: values.count - belowCount),
            ]
            sentence += "; "
            sentence +=
                BilingualText(
                    nl: "\(belowCount) van de \(values.count) \(options.below)",
                    en: "\(belowCount) of \(values.count) \(options.below)")[language]
        }
        sentence += "."
        return Figure(
            frame: frame,
            picture: Drawing.svg(height: base + 24, sentence: sentence, kind: "mp-chart", parts),
            legend: key.isEmpty ? .empty : Legend(key).html(language), sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: [words.outcome, options.quantity],
                rows: values.enumerated().map { [.text(String($0 + 1)), .number($1, options.format)] },
                language: language))
    }
}

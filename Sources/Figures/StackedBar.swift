import Bilingual

/// One whole and its parts, such as the tenure of a neighbourhood's stock.
public struct StackedBarRow: Sendable, Hashable {
    /// Whose parts these are.
    public var label: String
    /// The share of each part in 0...1, in the order of the parts.
    public var shares: [MapValue]

    /// A bar from its parts.
    public init(label: String, shares: [MapValue]) {
        self.label = label
        self.shares = shares
    }
}

extension Figure {
    /// Bars of parts that make a whole, under each other. What the known parts leave open is hatched, not stretched.
    ///
    /// `colours` are for kinds without an order by default and repeat when there are more parts than colours; give
    /// a sequential palette for ordered parts such as building periods.
    public static func stackedBar(
        _ frame: FigureFrame, parts names: [String], rows: [StackedBarRow],
        colours: [Colour] = Palette.groups,
        format: ValueFormat = .percent()
    ) -> Figure {
        let language = frame.language
        let words = FigureWords(language: language)
        let shades = colours.isEmpty ? Palette.groups : colours
        let (left, width, row) = (8.0, Drawing.width - 16, 50.0)
        let openShare = 0.005
        var parts = [Drawing.hatch(id: frame.id + "-hatch", spacing: 6)]
        var hasGap = false
        for (place, bar) in rows.enumerated() {
            let top = Double(place) * row
            parts.append(Drawing.text(bar.label, x: left, y: top + 15))
            var filled = 0.0
            for (part, share) in bar.shares.prefix(names.count).enumerated() {
                guard let number = share.number, number.isFinite, number > 0 else { continue }
                let fill = shades[part % shades.count]
                let (start, length) = (left + filled * width, min(number, 1 - filled) * width)
                parts.append(
                    Drawing.box(x: start, y: top + 21, width: length, height: 24, fill: fill, stroke: .paper))
                let text = format.text(number, language)
                if Drawing.width(of: text) + 4 < length {
                    parts.append(
                        Drawing.text(
                            text, x: start + length / 2, y: top + 38, anchor: .middle, isBold: true,
                            colour: fill.legibleText))
                }
                filled = min(filled + number, 1)
            }
            if 1 - filled > openShare {
                hasGap = true
                parts.append(
                    .element(
                        "rect",
                        [
                            "x": .number(left + filled * width), "y": .number(top + 21),
                            "width": .number((1 - filled) * width), "height": 24,
                            "fill": .text("url(#\(frame.id)-hatch)"), "stroke": .colour(.border),
                        ]))
            }
        }
        var key = names.enumerated().map { Legend.Item(.fill(shades[$0 % shades.count]), $1) }
        if hasGap { key.append(.init(.hatch, words.noFigure)) }
        let sentence =
            rows.map { bar in
                let shares = zip(names, bar.shares).map { "\($0) \(shown($1, format, language))" }
                return "\(bar.label): " + shares.joined(separator: ", ")
            }.joined(separator: "; ") + "."
        return Figure(
            frame: frame,
            picture: Drawing.svg(
                height: max(Double(rows.count) * row, 1), sentence: sentence, kind: "mp-chart", parts),
            legend: Legend(key).html(language), sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: [words.part] + names,
                rows: rows.map { [.text($0.label)] + $0.shares.map { .value($0, format) } },
                language: language))
    }
}

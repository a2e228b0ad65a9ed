import Bilingual

/// Draws rows of estimates with their intervals on one axis: names at the left and figures at the right on a
/// wide place, figures above the marks on a phone.
struct ForestDrawing {
    let frame: FigureFrame
    let rows: [ForestRow]
    let measure: EffectMeasure
    /// The line under the axis.
    var foot = ""

    /// What fits an A4 page when printed.
    private static let rowsPerSheet = 40
    private var words: EvidenceWords { EvidenceWords(language: frame.language) }

    func picture(sentence: String) -> Markup {
        let sheets = ForestRow.sheets(rows, limit: Self.rowsPerSheet)
        guard sheets.count > 1 else { return self.sheet(rows, sentence: sentence, isLast: true) }
        return .element("div", ["class": "mp-sheets"]) {
            for (place, sheet) in sheets.enumerated() {
                let name = words.page(place + 1, of: sheets.count)
                Markup.element("p", ["class": "mp-panel-title"]) { name }
                self.sheet(
                    sheet, sentence: place == 0 ? "\(sentence) \(name)." : "\(frame.title). \(name).",
                    isLast: place == sheets.count - 1)
            }
        }
    }

    private func sheet(_ rows: [ForestRow], sentence: String, isLast: Bool) -> Markup {
        PlotLayout.picture(frame, sentence: sentence) { layout in
            let columns = ForestColumns(layout: layout, rows: self.rows, words: words)
            let scale = self.scale(from: columns.plot.lowerBound, to: columns.plot.upperBound)
            let head = self.head(columns, scale)
            var y = head.height
            var marks: [Markup] = []
            for row in rows {
                let height = columns.height(of: row)
                marks += self.row(row, top: y, height: height, columns, scale)
                y += height
            }
            y += 4
            var parts = lines(scale, from: head.height - 4, to: y) + head.parts + marks
            parts += scale.drawnAcross(y: y, within: layout.width)
            let below = direction(columns, scale, y: y + 38)
            parts += below.parts
            y += 26 + below.height
            if isLast, !foot.isEmpty {
                let wrapped = Drawing.lines(of: foot, within: layout.width - 16)
                parts += Drawing.paragraph(wrapped, x: 8, y: y + 18, colour: .muted)
                y += Double(wrapped.count) * 19 + 8
            }
            return (y, parts)
        }
    }

    /// All estimates and means lie on the axis; intervals reach out at most once the spread of the estimates
    /// to each side, so that one very wide interval does not press the others together. The rest gets arrows.
    private func scale(from left: Double, to right: Double) -> PlotScale {
        var core = rows.compactMap(\.value)
        core.append(0)
        if let reference = measure.reference?.value, reference.isFinite { core.append(reference) }
        for row in rows {
            guard case .diamond = row.mark, let interval = row.interval else { continue }
            core += [interval.lowerBound, interval.upperBound].filter(\.isFinite)
        }
        let intervals = rows.compactMap(\.interval)
        let widths = intervals.map { $0.upperBound - $0.lowerBound }.filter(\.isFinite).sorted()
        let typical = widths.isEmpty ? 0 : widths[widths.count / 2]
        let (least, most) = (core.min() ?? 0, core.max() ?? 0)
        let reach = max(most - least, typical)
        let ends = intervals.flatMap { [$0.lowerBound, $0.upperBound] }.filter(\.isFinite)
            .map { min(max($0, least - reach), most + reach) }
        return PlotScale(
            over: core + ends, range: measure.range, from: left, to: right, scale: measure.scale,
            format: measure.format, frame.language)
    }

    private func lines(_ scale: PlotScale, from top: Double, to bottom: Double) -> [Markup] {
        var parts: [Markup] = []
        if scale.contains(0) {
            parts.append(Drawing.line(scale.place(0), top, scale.place(0), bottom, colour: .ink, width: 1.2))
        }
        if let reference = measure.reference, scale.contains(reference.value) {
            let x = scale.place(reference.value)
            parts.append(Drawing.line(x, top, x, bottom, colour: .focus, width: 2, dashes: "5 3"))
        }
        return parts
    }

    /// Column titles (wide) and the name of the reader's own line.
    private func head(_ columns: ForestColumns, _ scale: PlotScale) -> (height: Double, parts: [Markup]) {
        var height = 8.0
        var parts: [Markup] = []
        if columns.layout.isWide {
            parts.append(Drawing.text(words.study, x: 8, y: 16, colour: .muted))
            let name = Drawing.fitted(measure.name, within: columns.textRoom)
            parts.append(Drawing.text(name, x: columns.textRight, y: 16, anchor: .end, colour: .muted))
            if columns.hasWeight {
                parts.append(
                    Drawing.text(
                        words.weight, x: columns.layout.width - 8, y: 16, anchor: .end, colour: .muted))
            }
            height = 26
        }
        if let reference = measure.reference, !reference.label.isEmpty, scale.contains(reference.value) {
            let text = "\(reference.label) \(measure.text(reference.value, frame.language))"
            let shown = Drawing.fitted(text, within: columns.layout.width - 8)
            let x = Drawing.clamped(scale.place(reference.value), text: shown, within: columns.layout.width)
            parts.append(Drawing.text(shown, x: x, y: height + 12, anchor: .middle, colour: .focus))
            height += 22
        }
        return (height, parts)
    }

    /// What left and right of the null line mean, under the axis.
    private func direction(
        _ columns: ForestColumns, _ scale: PlotScale, y: Double
    ) -> (height: Double, parts: [Markup]) {
        guard !measure.below.isEmpty || !measure.above.isEmpty else { return (0, []) }
        let wide = columns.layout.isWide
        // On a wide place the words may reach over the columns beside the plot.
        let (left, right) =
            wide
            ? (columns.plot.lowerBound - 60, columns.plot.upperBound + 60) : (4, columns.layout.width - 4)
        let room = (right - left) / 2 - 8
        let below = measure.below.isEmpty ? [] : Drawing.lines(of: "← \(measure.below)", within: room)
        let above = measure.above.isEmpty ? [] : Drawing.lines(of: "\(measure.above) →", within: room)
        return (
            Double(max(below.count, above.count)) * 19 + 4,
            Drawing.paragraph(below, x: left, y: y, colour: .muted)
                + Drawing.paragraph(above, x: right, y: y, anchor: .end, colour: .muted)
        )
    }

    private func row(
        _ row: ForestRow, top: Double, height: Double, _ columns: ForestColumns, _ scale: PlotScale
    ) -> [Markup] {
        let width = columns.layout.width
        let isWide = columns.layout.isWide
        let base = isWide ? top + height / 2 + 5 : top + 15
        if row.isHeading {
            return Drawing.grounded(
                Drawing.fitted(row.label, within: width - 16), x: 8, y: base + 1, isBold: true)
        }
        if row.mark == .note {
            return Drawing.lines(of: row.label, within: width - 24).enumerated().flatMap { place, line in
                Drawing.grounded(line, x: 16, y: top + 15 + Double(place) * 19, colour: .muted)
            }
        }
        var isStrong = false
        if case .diamond = row.mark { isStrong = true }
        let indent = row.mark == .bar || isStrong ? 8.0 : columns.indent
        let name = [row.label, row.tag].filter { !$0.isEmpty }.joined(separator: isWide ? " " : ", ")
        let nameColour = row.mark == .bar ? Colour.muted : .ink
        let figureColour = row.value == nil && row.interval == nil ? Colour.muted : .ink
        let marks = ForestMarks(scale: scale, y: isWide ? top + height / 2 : top + height - 11).drawn(row)
        if isWide {
            let lines =
                row.mark == .bar
                ? columns.barLines(row) : [Drawing.fitted(name, within: columns.labelRoom - indent + 8)]
            return marks
                + Drawing.paragraph(
                    lines, x: indent, y: base - Double(lines.count - 1) * 9, isBold: isStrong,
                    colour: nameColour,
                    leading: 18) + [
                    Drawing.text(
                        Drawing.fitted(row.text, within: columns.textRoom), x: columns.textRight, y: base,
                        anchor: .end, isBold: isStrong, colour: figureColour),
                    row.weight.isEmpty
                        ? .empty : Drawing.text(row.weight, x: width - 8, y: base, anchor: .end),
                ]
        }
        // A long name and its figures stand on lines of their own.
        let isTwoLines = columns.needsTwoLines(row)
        let figures = Drawing.fitted(columns.figures(of: row), within: width - 12)
        let taken = isTwoLines ? 0 : Double(figures.count) * Drawing.textSize * 0.56 + 4
        return Drawing.grounded(
            Drawing.fitted(name, within: width - indent - 6 - taken), x: indent, y: base, isBold: isStrong,
            colour: nameColour)
            + Drawing.grounded(
                figures, x: width - 8, y: isTwoLines ? base + 18 : base, anchor: .end, isBold: isStrong,
                colour: figureColour) + marks
    }
}

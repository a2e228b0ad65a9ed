/// The two shapes of an evidence grid: a matrix, and a card per lever.
struct EvidenceGridDrawing {
    let frame: FigureFrame
    let domains: [String]
    let rows: [EvidenceGridRow]

    private static let columnsPerBlock = 12
    private var words: EvidenceWords { EvidenceWords(language: frame.language) }
    private var most: Int { rows.flatMap(\.cells).map(\.total).max() ?? 0 }

    func draw(_ layout: PlotLayout) -> (height: Double, parts: [Markup]) {
        let patterns = DirectionPatterns(prefix: layout.id(frame, "direction"))
        var parts = [patterns.definitions]
        var y = 0.0
        guard layout.isWide else {
            for row in rows { parts += card(row, y: &y, layout.width, patterns) }
            return (y, parts)
        }
        // More outcomes than fit side by side go into a second matrix below.
        for start in stride(from: 0, to: domains.count, by: Self.columnsPerBlock) {
            let block = start..<min(start + Self.columnsPerBlock, domains.count)
            parts += matrix(block, y: &y, layout.width, patterns)
            y += 16
        }
        return (y - 12, parts)
    }

    /// The radius for a count: area in proportion, never so small that its fill cannot be seen.
    private func radius(_ count: Int, largest: Double) -> Double {
        max((Double(count) / Double(max(most, 1))).squareRoot() * largest, 4)
    }

    private func matrix(
        _ block: Range<Int>, y: inout Double, _ width: Double, _ patterns: DirectionPatterns
    ) -> [Markup] {
        let left = 128.0
        let isSlanted = block.count > 6
        let slantedHeads = block.map { Self.slantedLines(domains[$0]) }
        // Slanted names lean out to the right of the last column.
        let margin =
            isSlanted ? max(Double(slantedHeads.last?.map(\.count).max() ?? 0) * 7.8 * 0.71 + 2, 20) : 4
        let cell = min((width - left - margin) / Double(block.count), 110)
        let largest = min(cell / 2 - 3, 20)
        let height = 2 * largest + 44
        var parts: [Markup] = []
        let heads = block.map { Drawing.lines(of: domains[$0], within: cell + 4) }
        let longest = slantedHeads.flatMap { $0 }.map(\.count).max() ?? 0
        let deepest = heads.map(\.count).max() ?? 0
        let head = isSlanted ? Double(longest) * 7.8 * 0.71 + 24 : Double(deepest) * 18 + 8
        for place in heads.indices {
            let x = left + (Double(place) + 0.5) * cell
            guard isSlanted else {
                let top = y + head - 8 - Double(heads[place].count - 1) * 18
                parts += Drawing.paragraph(heads[place], x: x, y: top, anchor: .middle, leading: 18)
                continue
            }
            // The lines of one name lie side by side along the slant, together centred on their column.
            for (line, text) in slantedHeads[place].enumerated() {
                let shift = (Double(line) - Double(slantedHeads[place].count - 1) / 2) * 22
                parts.append(slanted(text, x: x + shift + 4, y: y + head - 6))
            }
        }
        y += head
        for row in rows {
            let lines = Drawing.lines(of: row.lever, within: left - 8)
            parts += Drawing.paragraph(
                lines, x: left - 10, y: y + height / 2 + 5 - Double(lines.count - 1) * 9, anchor: .end,
                leading: 18)
            for (place, domain) in block.enumerated() {
                let box = (x: left + Double(place) * cell, y: y, width: cell, height: height)
                parts.append(
                    linked(row, domain) {
                        matrixCell(row.cell(domain), box, largest: largest, patterns)
                    })
            }
            y += height
        }
        return parts
    }

    private func matrixCell(
        _ cell: EvidenceCell, _ box: (x: Double, y: Double, width: Double, height: Double), largest: Double,
        _ patterns: DirectionPatterns
    ) -> [Markup] {
        let middle = box.x + box.width / 2
        var parts = [
            Drawing.box(
                x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2,
                fill: cell.total > 0 ? .paper : .surface, stroke: cell.total > 0 ? .line : nil)
        ]
        guard cell.total > 0 else {
            // Beside each other in narrow cells the words would run together.
            let fits = Double(words.gap.count) * 7.6 < box.width - 12
            let text = Drawing.text(
                fits ? words.gap : "0", x: middle, y: box.y + box.height / 2 + 5, anchor: .middle,
                colour: .muted)
            parts.append(text)
            return parts
        }
        parts += patterns.pie(
            cell.trials, x: middle, y: box.y + 5 + largest, radius: radius(cell.total, largest: largest))
        let base = box.y + 2 * largest + 21
        parts.append(Drawing.text(String(cell.total), x: middle, y: base, anchor: .middle, isBold: true))
        // The counts per direction where they fit, otherwise the signs alone; the table has all counts.
        let fits = Double(cell.signs.count) * 7.6 < box.width - 4
        let signs = fits ? cell.signs : cell.directions.map(\.sign).joined()
        parts.append(Drawing.text(signs, x: middle, y: base + 16, anchor: .middle))
        return parts
    }

    private func card(
        _ row: EvidenceGridRow, y: inout Double, _ width: Double, _ patterns: DirectionPatterns
    ) -> [Markup] {
        let title = Drawing.lines(of: row.lever, within: width - 16)
        var parts = [Drawing.line(0, y + 6, width, y + 6, colour: .border)]
        parts += Drawing.paragraph(title, x: 4, y: y + 28, isBold: true)
        y += 20 + Double(title.count) * 19
        for (place, domain) in domains.enumerated() {
            let cell = row.cell(place)
            let lines = Drawing.lines(of: domain, within: 150)
            // Links are as tall as a finger; a gap that leads nowhere may be shorter.
            let height = max(cell.total == 0 && cell.href == nil ? 26 : 44, Double(lines.count) * 18 + 8)
            let top = y
            parts.append(
                linked(row, place) {
                    cardRow(cell, lines, (x: 0, y: top, width: width, height: height), patterns)
                })
            y += height
        }
        y += 10
        return parts
    }

    private func cardRow(
        _ cell: EvidenceCell, _ lines: [String], _ box: (x: Double, y: Double, width: Double, height: Double),
        _ patterns: DirectionPatterns
    ) -> [Markup] {
        let middle = box.y + box.height / 2
        var parts = [
            Drawing.box(
                x: 1, y: box.y + 1, width: box.width - 2, height: box.height - 2,
                fill: cell.total > 0 ? .paper : .surface, stroke: cell.total > 0 ? .line : nil)
        ]
        parts += Drawing.paragraph(lines, x: 8, y: middle + 5 - Double(lines.count - 1) * 9, leading: 18)
        guard cell.total > 0 else {
            parts.append(Drawing.text(words.gap, x: 222, y: middle + 5, colour: .muted))
            return parts
        }
        parts += patterns.pie(cell.trials, x: 178, y: middle, radius: radius(cell.total, largest: 18))
        parts.append(Drawing.text(String(cell.total), x: 202, y: middle + 5, isBold: true))
        let signs = Drawing.lines(of: cell.signs, within: 92)
        parts += Drawing.paragraph(
            signs, x: box.width - 6, y: middle + 5 - Double(signs.count - 1) * 9, anchor: .end, leading: 18)
        return parts
    }

    /// The marks of a cell, inside a link to its studies where there is one.
    private func linked(_ row: EvidenceGridRow, _ domain: Int, _ marks: () -> [Markup]) -> Markup {
        let cell = row.cell(domain)
        guard let href = cell.href else { return .fragment(marks()) }
        return .element(
            "a",
            [
                "class": "mp-cell", "href": .text(href),
                "aria-label": .text("\(row.lever), \(domains[domain]): \(cell.described(words))"),
            ], children: marks())
    }

    /// A name over at most two lines of fourteen letters.
    private static func slantedLines(_ text: String) -> [String] {
        let lines = Drawing.lines(of: text, within: 14 * Drawing.textSize * 0.6)
        guard lines.count > 2 else { return lines }
        return [
            lines[0],
            Drawing.fitted(lines.dropFirst().joined(separator: " "), within: 14 * Drawing.textSize * 0.56),
        ]
    }

    private func slanted(_ text: String, x: Double, y: Double) -> Markup {
        .element(
            "text",
            [
                "x": .number(x), "y": .number(y), "aria-hidden": "true",
                "transform": .text("rotate(-45 \(Tenth(x)) \(Tenth(y)))"),
            ], children: [.text(text)])
    }
}

/// A coordinate inside a `transform`, with the same tenths as everywhere.
struct Tenth: CustomStringConvertible {
    let description: String

    init(_ value: Double) {
        var bytes: [UInt8] = []
        Tenths.append(Tenths.rounded(value), to: &bytes)
        description = String(decoding: bytes, as: UTF8.self)
    }
}

import Bilingual

/// The outcome of pooling one subset of the studies.
public struct SubsetEstimate: Sendable, Hashable {
    /// The pooled effect of the subset, in the unit of the measure.
    public var value: Double
    /// I² within the subset as a share, 0...1.
    public var i2Share: Double

    /// An estimate from its parts.
    public init(value: Double, i2Share: Double) {
        self.value = value
        self.i2Share = i2Share
    }
}

extension Figure {
    /// A GOSH plot (Olkin, Dahabreh and Trikalinos 2012): the mean of every subset of studies against I². Up
    /// to two hundred subsets are points; more are counted in a grid, and the table holds the counts.
    public static func goshPlot(_ frame: FigureFrame, subsets: [SubsetEstimate], measure: EffectMeasure)
        -> Figure
    {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke plek is het gemiddelde van een deel van de studies; donkerder is vaker. Twee "
                    + "wolken wijzen op twee soorten studies.",
                "Each place is the mean of some of the studies; darker is more often. Two clouds "
                    + "point at two kinds of studies."
            ),
            notSaid: words.pick(
                "Welk deel van de studies het goede is.", "Which part of the studies is the right one."))
        let known = subsets.filter { abs($0.value) <= 1e12 && $0.i2Share.isFinite }
        let isGrid = known.count > 200
        let least = known.map(\.value).min() ?? 0
        let most = known.map(\.value).max() ?? 0
        let cells = isGrid ? SubsetGrid(known, from: least, to: most).cells : []
        let table = goshTable(frame, known, cells: cells, isGrid: isGrid, measure, words)
        guard !known.isEmpty else {
            return PlotLayout.nothing(
                frame, words.pick("Geen deelverzamelingen om te tekenen.", "No subsets to draw."), table)
        }
        let number = NumberText(frame.language).count(known.count)
        var sentence =
            words.pick("\(number) deelverzamelingen: gemiddelde van ", "\(number) subsets: mean from ")
            + measure.text(least, frame.language) + words.pick(" tot ", " to ")
            + measure.text(most, frame.language)
        let shares = known.map(\.i2Share)
        sentence +=
            ", I² \(words.number((shares.min() ?? 0) * 100, 0))–\(words.number((shares.max() ?? 0) * 100, 0))%"
        if known.count < subsets.count {
            sentence += words.pick(
                "; \(subsets.count - known.count) zonder uitkomst",
                "; \(subsets.count - known.count) without outcome")
        }
        sentence += "."
        let limits = SubsetGrid.limits(cells.map(\.count).max() ?? 1)
        let picture = PlotLayout.picture(frame, sentence: sentence) { layout in
            let field = ScatterDrawing(
                layout,
                x: .init(
                    values: [least, most, 0], range: measure.range, scale: measure.scale,
                    format: measure.format,
                    title: measure.name),
                y: .init(values: [], range: 0...1, format: .percent(), title: "↑ I²"), frame.language)
            var parts = [field.clip(layout.id(frame, "clip"))] + field.axes
            if field.x.contains(0) {
                parts.append(
                    Drawing.line(field.x.place(0), field.top, field.x.place(0), field.bottom, colour: .ink))
            }
            if isGrid {
                // Without smoothing no seams show between cells that touch.
                let boxes = cells.map { cell in
                    let (start, end) = (
                        field.extended(cell.low, cell.bottom), field.extended(cell.high, cell.top)
                    )
                    let fill = SequentialPalette.teal.colours[SubsetGrid.shade(cell.count, limits)]
                    return Drawing.box(
                        x: start.x, y: end.y, width: max(end.x - start.x, 0.5), height: start.y - end.y,
                        fill: fill)
                }
                parts.append(.element("g", ["shape-rendering": "crispEdges"], children: boxes))
            } else {
                parts += known.map {
                    let spot = field.spot($0.value, $0.i2Share)
                    return Drawing.dot(x: spot.x, y: spot.y, radius: 3, fill: Palette.bar, stroke: .paper)
                }
            }
            return (field.height, parts)
        }
        let key = zip(SequentialPalette.teal.colours.dropFirst(), SubsetGrid.names(limits, frame.language))
            .map { Legend.Item(.fill($0), $1) }
        return Figure(
            frame: frame, picture: picture,
            legend: isGrid
                ? Legend(
                    key,
                    note: words.pick("Aantal deelverzamelingen per vakje.", "Number of subsets per cell.")
                )
                .html(frame.language) : .empty, sentence: sentence, table: table)
    }

    private static func goshTable(
        _ frame: FigureFrame, _ known: [SubsetEstimate], cells: [SubsetGrid.Cell], isGrid: Bool,
        _ measure: EffectMeasure, _ words: EvidenceWords
    ) -> FigureTable {
        let share = ValueFormat.percent(decimals: 1)
        let until = words.pick("tot", "to")
        return isGrid
            ? FigureTable(
                caption: frame.title,
                columns: [measure.name, "\(measure.name) \(until)", "I²", "I² \(until)", words.count],
                rows: cells.map { cell in
                    [
                        measure.cell(cell.low, words), measure.cell(cell.high, words),
                        .number(cell.bottom, share),
                        .number(cell.top, share), .number(Double(cell.count), .number()),
                    ]
                }, language: frame.language)
            : FigureTable(
                caption: frame.title, columns: [measure.name, "I²"],
                rows: known.map { [measure.cell($0.value, words), .number($0.i2Share, share)] },
                language: frame.language)
    }
}

/// Subsets counted in a grid of 48 by 25 cells.
struct SubsetGrid {
    struct Cell {
        var low: Double
        var high: Double
        var bottom: Double
        var top: Double
        var count: Int
    }

    private static let (columns, rows) = (48, 25)
    /// The cells with at least one subset, by row and column.
    let cells: [Cell]

    init(_ subsets: [SubsetEstimate], from least: Double, to most: Double) {
        let width = max(most - least, abs(most) * 1e-9, 1e-12) / Double(Self.columns)
        var counts = Array(repeating: 0, count: Self.columns * Self.rows)
        for subset in subsets {
            let column = min(max(Int((subset.value - least) / width), 0), Self.columns - 1)
            let row = min(max(Int(min(max(subset.i2Share, 0), 1) * Double(Self.rows)), 0), Self.rows - 1)
            counts[row * Self.columns + column] += 1
        }
        cells = counts.indices.filter { counts[$0] > 0 }.map { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: Self.columns)
            return Cell(
                low: least + Double(column) * width, high: least + Double(column + 1) * width,
                bottom: Double(row) / Double(Self.rows), top: Double(row + 1) / Double(Self.rows),
                count: counts[index])
        }
    }

    /// Three limits between four shades, each a tenth to a half of the next, so that rare cells show too.
    static func limits(_ most: Int) -> [Int] {
        let parts = [0.02, 0.1, 0.4].map { Int((Double(most) * $0).rounded(.up)) }
        return [max(parts[0], 1), max(parts[1], 2), max(parts[2], 3)]
    }

    /// The shade of a cell; the lightest of the palette is left to empty cells.
    static func shade(_ count: Int, _ limits: [Int]) -> Int { 1 + limits.count(where: { count > $0 }) }

    static func names(_ limits: [Int], _ language: Language) -> [String] {
        let text = limits.map { NumberText(language).count($0) }
        let next = limits.map { NumberText(language).count($0 + 1) }
        return ["1–\(text[0])", "\(next[0])–\(text[1])", "\(next[1])–\(text[2])", "≥ \(next[2])"]
    }
}

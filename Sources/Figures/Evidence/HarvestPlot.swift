import Bilingual

/// How well a finding was verified in its source.
public enum EvidenceVerification: Int, Sendable, Hashable, CaseIterable {
    /// Known from title, press or memory only.
    case unverified
    /// Read in the abstract or in a report on the study.
    case abstract
    /// Read in the full text.
    case fullText

    var name: BilingualText {
        switch self {
        case .unverified: BilingualText(nl: "niet in de bron gelezen", en: "not read in the source")
        case .abstract: BilingualText(nl: "samenvatting gelezen", en: "abstract read")
        case .fullText: BilingualText(nl: "volledig gelezen", en: "read in full")
        }
    }

    /// From hollow to dark, so that it reads in grey.
    var fill: Colour {
        switch self {
        case .unverified: .paper
        case .abstract: Palette.others
        case .fullText: .accentDark
        }
    }
}

/// One independent study in a harvest plot.
public struct HarvestBar: Sendable, Hashable {
    /// Its name.
    public var label: String
    /// Which way it points.
    public var direction: EvidenceDirection
    /// The class of its design: a place in the list of designs, weakest first.
    public var design: Int
    /// How well it was verified.
    public var verification: EvidenceVerification
    /// How many papers report it.
    public var papers: Int

    /// A bar from its parts.
    public init(
        label: String, direction: EvidenceDirection, design: Int, verification: EvidenceVerification,
        papers: Int = 1
    ) {
        self.label = label
        self.direction = direction
        self.design = design
        self.verification = verification
        self.papers = papers
    }
}

/// The studies on one outcome.
public struct HarvestRow: Sendable, Hashable {
    /// The outcome.
    public var domain: String
    /// Its studies, in the order in which they are drawn within their direction.
    public var bars: [HarvestBar]

    /// A row from its parts.
    public init(domain: String, bars: [HarvestBar]) {
        self.domain = domain
        self.bars = bars
    }
}

extension Figure {
    /// A harvest plot (Ogilvie et al. 2008): per outcome one bar per independent study under its direction;
    /// taller for a stronger design, darker when better verified, with the number of papers on top. `designs`
    /// names the classes of design from weakest to strongest.
    public static func harvestPlot(_ frame: FigureFrame, designs: [String], rows: [HarvestRow]) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let counts = words.pick("Aantallen, geen groottes.", "Counts, not sizes.")
        let frame = frame.noted(
            seen: words.pick(
                "Elke staaf is een studie: hoger is een sterkere opzet, donkerder is beter nagelezen; "
                    + "het cijfer is het aantal publicaties. \(counts)",
                "Each bar is a study: taller is a stronger design, darker is better verified; "
                    + "the figure is the number of papers. \(counts)"
            ),
            notSaid: words.pick(
                "Hoe groot een effect is; de meeste staven is niet het meeste effect.",
                "How large an effect is; most bars is not most effect."))
        let bars = rows.flatMap(\.bars)
        func design(_ bar: HarvestBar) -> String {
            designs.indices.contains(bar.design) ? designs[bar.design] : "–"
        }
        let table = FigureTable(
            caption: "\(frame.title) – \(counts)",
            columns: [
                words.study, words.pick("Uitkomst", "Outcome"), words.pick("Richting", "Direction"),
                words.pick("Opzet", "Design"), words.pick("Nagelezen", "Verified"), words.papers,
            ],
            rows: rows.flatMap { row in
                row.bars.map { bar in
                    [
                        .text(bar.label), .text(row.domain),
                        .text("\(bar.direction.sign) \(bar.direction.name[frame.language])"),
                        .text(design(bar)), .text(bar.verification.name[frame.language]),
                        .number(Double(bar.papers), .number()),
                    ]
                }
            }, language: frame.language)
        guard !bars.isEmpty else { return PlotLayout.nothing(frame, words.noStudies, table) }
        let used = EvidenceDirection.allCases.filter { direction in
            bars.contains { $0.direction == direction }
        }
        // The four directions always keep their column, so that an empty one is seen.
        let directions = EvidenceDirection.allCases.filter { $0 != .unclear || used.contains(.unclear) }
        let sums = directions.map { direction in
            "\(direction.name[frame.language]) \(bars.count { $0.direction == direction })"
        }
        let sentence =
            words.pick(
                "\(rows.count) uitkomsten, \(bars.count) tellingen: ",
                "\(rows.count) outcomes, \(bars.count) counts: ")
            + sums.joined(separator: ", ") + ". " + counts
        let heights =
            designs.isEmpty
            ? ""
            : words.pick("Hoogte van laag naar hoog: ", "Height from low to high: ")
                + designs.joined(separator: ", ")
                + ". "
        let drawing = HarvestDrawing(
            rows: rows, directions: directions, classes: max(designs.count, 1), language: frame.language)
        let items = EvidenceVerification.allCases.reversed().map {
            Legend.Item(.fill($0.fill), $0.name[frame.language])
        }
        return Figure(
            frame: frame, picture: PlotLayout.picture(frame, sentence: sentence, drawing.draw),
            legend: Legend(items, note: heights + counts).html(frame.language), sentence: sentence,
            table: table)
    }
}

/// Positions of the bars of a harvest plot.
private struct HarvestDrawing {
    let rows: [HarvestRow]
    let directions: [EvidenceDirection]
    let classes: Int
    let language: Language

    func draw(_ layout: PlotLayout) -> (height: Double, parts: [Markup]) {
        let left = layout.isWide ? 150.0 : 4
        let column = (layout.width - left - 4) / Double(directions.count)
        let widest = rows.flatMap(\.bars).map { String($0.papers).count }.max() ?? 1
        let pitch = max(15, Double(widest) * 9 + 4)
        let perLine = max(Int((column - 8) / pitch), 1)
        let tallest = 14.0 + 9 * Double(classes)
        // The figure on top, the tallest bar and a little air.
        let line = tallest + 19
        var parts: [Markup] = []
        var y = 0.0
        for (place, direction) in directions.enumerated() {
            let x = left + (Double(place) + 0.5) * column
            let name = layout.isWide ? "\(direction.sign) \(direction.name[language])" : direction.sign
            let lines = Drawing.lines(of: name, within: column)
            parts += Drawing.paragraph(lines, x: x, y: 17, anchor: .middle, isBold: true, leading: 18)
            y = max(y, 8 + Double(lines.count) * 18)
        }
        for row in rows {
            parts.append(Drawing.line(0, y, layout.width, y, colour: .line))
            let name = Drawing.lines(of: row.domain, within: layout.isWide ? left - 12 : layout.width - 12)
            let groups = directions.map { direction in row.bars.filter { $0.direction == direction } }
            let lines = max(groups.map { ($0.count + perLine - 1) / perLine }.max() ?? 1, 1)
            var top = y + 4
            if layout.isWide {
                parts += Drawing.paragraph(name, x: 4, y: y + 20)
            } else {
                parts += Drawing.paragraph(name, x: 4, y: y + 17, isBold: true)
                top += Double(name.count) * 19
            }
            for (place, bars) in groups.enumerated() {
                let start = left + Double(place) * column
                if place > 0 {
                    parts.append(Drawing.line(start, top, start, top + Double(lines) * line, colour: .line))
                }
                for (index, bar) in bars.enumerated() {
                    let (shelf, spot) = index.quotientAndRemainder(dividingBy: perLine)
                    let x = start + 5 + Double(spot) * pitch
                    let base = top + Double(shelf + 1) * line - 2
                    let height = 14 + 9 * Double(min(max(bar.design, 0), classes - 1) + 1)
                    parts.append(
                        Drawing.box(
                            x: x + 1.5, y: base - height, width: pitch - 4, height: height,
                            fill: bar.verification.fill,
                            stroke: .ink))
                    parts.append(
                        Drawing.text(
                            String(bar.papers), x: x + pitch / 2 - 0.5, y: base - height - 3, anchor: .middle)
                    )
                }
            }
            y = max(top + Double(lines) * line, layout.isWide ? y + Double(name.count) * 19 + 10 : 0) + 4
        }
        return (y, parts)
    }
}

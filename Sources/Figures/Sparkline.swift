import Bilingual

/// One year of a trend.
public struct TrendPoint: Sendable, Hashable {
    /// The year.
    public var year: Int
    /// The value in that year; the line is broken where it is missing.
    public var value: MapValue
    /// The margin around it; nil where none is known.
    public var interval: ClosedRange<Double>?
    /// Whether the definition changed with this year: the line is broken before it.
    public var startsNewSeries: Bool

    /// A point from its parts.
    public init(
        year: Int, value: MapValue, interval: ClosedRange<Double>? = nil, startsNewSeries: Bool = false
    ) {
        self.year = year
        self.value = value
        self.interval = interval
        self.startsNewSeries = startsNewSeries
    }
}

/// How a sparkline is drawn.
public struct SparklineOptions: Sendable {
    /// How values are written.
    public var format: ValueFormat
    /// The name of the quantity.
    public var quantity: String
    /// The scale, when several sparklines must share one; nil = from the values, at least a fifth of the largest
    /// value high so that a small change does not look large.
    public var range: ClosedRange<Double>?
    /// The same quantity for the municipality: a dashed orange line.
    public var municipality: [TrendPoint]

    /// Options from their parts.
    public init(
        format: ValueFormat, quantity: String, range: ClosedRange<Double>? = nil,
        municipality: [TrendPoint] = []
    ) {
        self.format = format
        self.quantity = quantity
        self.range = range
        self.municipality = municipality
    }
}

extension Figure {
    /// A small trend: a line broken where years are missing, a band for its margin, the first and last value named.
    public static func sparkline(_ frame: FigureFrame, points: [TrendPoint], options: SparklineOptions)
        -> Figure
    {
        let points = points.sorted { $0.year < $1.year }
        let drawing = SparklineDrawing(points: points, options: options, language: frame.language)
        let words = frame.words
        let sentence = drawing.sentence
        let hasMunicipality = !options.municipality.isEmpty
        var key = [Legend.Item(.line(Palette.bar), words.area)]
        if hasMunicipality { key.append(.init(.line(.focus), words.municipality)) }
        var columns = [words.year, options.quantity, words.lower, words.upper]
        if hasMunicipality { columns.append(words.title(words.municipality)) }
        let years = Set((points + options.municipality).map(\.year)).sorted()
        return Figure(
            frame: frame, picture: drawing.picture(sentence: sentence),
            legend: hasMunicipality ? Legend(key).html(frame.language) : .empty, sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: columns,
                rows: years.map { year in
                    var row: [FigureTable.Cell] = [.text(String(year))]
                    if let point = points.first(where: { $0.year == year }) {
                        row.append(.value(point.value, options.format))
                        row += FigureTable.Cell.ends(of: point.interval, options.format, words)
                    } else {
                        row += [.missing(words.noFigure), .blank, .blank]
                    }
                    if let point = options.municipality.first(where: { $0.year == year }) {
                        row.append(.value(point.value, options.format))
                    }
                    return row
                }, language: frame.language))
    }
}

/// The parts of one sparkline.
private struct SparklineDrawing {
    let points: [TrendPoint]
    let options: SparklineOptions
    let language: Language

    private static let width = 240.0
    private static let (top, bottom) = (24.0, 74.0)

    private var known: [(point: TrendPoint, value: Double)] {
        points.compactMap { point in point.value.number.flatMap { $0.isFinite ? (point, $0) : nil } }
    }

    var sentence: String {
        guard let first = known.first, let last = known.last else {
            return "\(options.quantity): \(FigureWords(language: language).noFigure)."
        }
        let (start, end) = (
            options.format.text(first.value, language), options.format.text(last.value, language)
        )
        guard first.point.year != last.point.year else {
            return "\(options.quantity): \(end) (\(last.point.year))."
        }
        let text = BilingualText(
            nl: "\(options.quantity): van \(start) in \(first.point.year) naar \(end) in \(last.point.year).",
            en: "\(options.quantity): from \(start) in \(first.point.year) to \(end) in \(last.point.year).")
        return text[language]
    }

    func picture(sentence: String) -> Markup {
        let years = (points + options.municipality).map(\.year)
        let ends = points.flatMap { $0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [] }
        let values = known.map(\.value) + ends + options.municipality.compactMap(\.value.number)
        guard let firstYear = years.min(), let lastYear = years.max(), let least = values.min(),
            let most = values.max(), let end = known.last
        else {
            let text = Drawing.text(
                FigureWords(language: language).noFigure, x: 4, y: 50, colour: .muted)
            return Drawing.svg(width: Self.width, height: 96, sentence: sentence, kind: "mp-spark", [text])
        }
        let endText = options.format.text(end.value, language)
        let right = Self.width - Drawing.width(of: endText) - 14
        let span = max(most - least, max(abs(most), abs(least)) * 0.2, .leastNormalMagnitude)
        let middle = (least + most) / 2
        let low = options.range?.lowerBound ?? middle - span / 2
        let high = options.range?.upperBound ?? middle + span / 2
        func place(_ year: Int, _ value: Double) -> (x: Double, y: Double) {
            let along = Double(year - firstYear) / Double(max(lastYear - firstYear, 1))
            let up = high > low ? (min(max(value, low), high) - low) / (high - low) : 0.5
            return (8 + along * (right - 8), Self.bottom - up * (Self.bottom - Self.top))
        }

        var parts = [Drawing.line(4, Self.bottom + 5, right + 4, Self.bottom + 5, colour: .line)]
        for run in runs(points) { parts += band(run, place) }
        for run in runs(options.municipality) { parts.append(line(run, place, .focus, dashes: "4 3")) }
        for run in runs(points) { parts.append(line(run, place, Palette.bar, dashes: nil)) }
        let last = place(end.point.year, end.value)
        parts.append(Drawing.dot(x: last.x, y: last.y, radius: 4, fill: .ink))
        parts.append(Drawing.text(endText, x: last.x + 8, y: last.y + 5, isBold: true))
        if let start = known.first, start.point.year != end.point.year {
            let first = place(start.point.year, start.value)
            parts.append(Drawing.dot(x: first.x, y: first.y, radius: 3, fill: Palette.bar))
            parts.append(
                Drawing.text(options.format.text(start.value, language), x: 4, y: first.y - 9, colour: .muted)
            )
        }
        parts.append(Drawing.text(String(firstYear), x: 4, y: Self.bottom + 20, colour: .muted))
        if lastYear != firstYear {
            parts.append(
                Drawing.text(
                    String(lastYear), x: right + 4, y: Self.bottom + 20, anchor: .end, colour: .muted))
        }
        return Drawing.svg(width: Self.width, height: 98, sentence: sentence, kind: "mp-spark", parts)
    }

    /// The stretches that one line may connect.
    private func runs(_ points: [TrendPoint]) -> [[TrendPoint]] {
        var runs: [[TrendPoint]] = []
        var isOpen = false
        for point in points.sorted(by: { $0.year < $1.year }) {
            guard point.value.number?.isFinite == true else {
                isOpen = false
                continue
            }
            if isOpen && !point.startsNewSeries {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
            isOpen = true
        }
        return runs
    }

    private func line(
        _ run: [TrendPoint], _ place: (Int, Double) -> (x: Double, y: Double), _ colour: Colour,
        dashes: String?
    ) -> Markup {
        let spots = run.compactMap { point in point.value.number.map { place(point.year, $0) } }
        if spots.count == 1 { return Drawing.dot(x: spots[0].x, y: spots[0].y, radius: 3, fill: colour) }
        var path = PathData()
        path.addLine(spots)
        return .element(
            "path",
            [
                "d": .path(path), "fill": "none", "stroke": .colour(colour), "stroke-width": 2.5,
                "stroke-linejoin": "round", "stroke-dasharray": .optional(dashes),
            ])
    }

    private func band(_ run: [TrendPoint], _ place: (Int, Double) -> (x: Double, y: Double)) -> [Markup] {
        let edges = run.compactMap { point in point.interval.map { (point.year, $0) } }
        guard edges.count > 1 else { return [] }
        var path = PathData()
        path.addRing(
            edges.map { place($0.0, $0.1.lowerBound) } + edges.reversed().map { place($0.0, $0.1.upperBound) }
        )
        return [.element("path", ["d": .path(path), "fill": .colour(SequentialPalette.teal.colours[1])])]
    }
}

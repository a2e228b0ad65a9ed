import Bilingual

/// A measure for surroundings from near to far, such as the evenness of one group.
public struct ScaleLine: Sendable, Hashable {
    /// Whose line it is.
    public var label: String
    /// One value for each step, near to far.
    public var values: [MapValue]
    /// The margin of each value; nil where none is known.
    public var intervals: [ClosedRange<Double>?]

    /// A line from its parts. Margins that are not given are unknown.
    public init(label: String, values: [MapValue], intervals: [ClosedRange<Double>?] = []) {
        self.label = label
        self.values = values
        self.intervals = values.indices.map { $0 < intervals.count ? intervals[$0] : nil }
    }
}

extension Figure {
    /// Lines over steps from near to far, on a scale that starts at zero. The steps stand at equal distances: they
    /// are kinds of surroundings and no axis of metres. Every line has a colour and a mark of its own.
    ///
    /// - Parameters:
    ///   - frame: what stands around the picture.
    ///   - steps: the name of each step, short enough to stand below it.
    ///   - lines: the lines, each with as many values as there are steps.
    ///   - stepsName: what the steps are, as the title of their column.
    public static func scaleProfile(
        _ frame: FigureFrame, steps: [String], lines: [ScaleLine], format: ValueFormat, quantity: String,
        stepsName: String
    ) -> Figure {
        let language = frame.language
        let words = frame.words
        let drawing = ScaleProfileDrawing(steps: steps, lines: lines, format: format, language: language)
        let sentence = lines.map { line in drawing.sentence(line) }.joined(separator: " ")
        return Figure(
            frame: frame, picture: drawing.picture(sentence: sentence, nothing: words.noFigure),
            legend: Legend(
                lines.enumerated().map { place, line in
                    Legend.Item(ScaleProfileDrawing.mark(place).swatch, line.label)
                }
            ).html(language), sentence: sentence,
            table: FigureTable(
                caption: frame.title, columns: [words.topic, stepsName, quantity, words.lower, words.upper],
                rows: lines.flatMap { line in
                    zip(steps, zip(line.values, line.intervals)).map { step, value in
                        [.text(line.label), .text(step), .value(value.0, format)]
                            + (value.1 == nil
                                ? [.missing(words.noInterval), .missing(words.noInterval)]
                                : FigureTable.Cell.ends(of: value.1, format, words))
                    }
                }, language: language))
    }
}

/// The parts of one profile.
private struct ScaleProfileDrawing {
    let steps: [String]
    let lines: [ScaleLine]
    let format: ValueFormat
    let language: Language

    enum Shape {
        case dot, ring, square, tick, none
    }

    private static let (left, right, top, bottom) = (46.0, 306.0, 10.0, 160.0)
    private static let shapes: [Shape] = [.dot, .ring, .square, .tick, .none]

    /// Colour and shape of the line at `place`.
    static func mark(_ place: Int) -> (colour: Colour, shape: Shape, swatch: Legend.Swatch) {
        let colour = Palette.groups[place % Palette.groups.count]
        let shape = shapes[place % shapes.count]
        let swatch: Legend.Swatch =
            switch shape {
            case .dot: .dot(colour)
            case .ring: .ring(colour)
            case .square: .fill(colour)
            case .tick: .tick(colour)
            case .none: .line(colour)
            }
        return (colour, shape, swatch)
    }

    /// From the nearest surroundings that have a value to the farthest.
    func sentence(_ line: ScaleLine) -> String {
        let known = zip(steps, line.values).compactMap { step, value in value.number.map { (step, $0) } }
        guard let near = known.first, let far = known.last, known.count > 1 else {
            return "\(line.label): \(FigureWords(language: language).noFigure)."
        }
        let (start, end) = (format.text(near.1, language), format.text(far.1, language))
        return BilingualText(
            nl: "\(line.label): van \(start) (\(near.0)) naar \(end) (\(far.0)).",
            en: "\(line.label): from \(start) (\(near.0)) to \(end) (\(far.0)).")[language]
    }

    func picture(sentence: String, nothing: String) -> Markup {
        let numbers = lines.flatMap { line in
            line.values.compactMap(\.number) + line.intervals.compactMap { $0?.upperBound }
        }.filter(\.isFinite)
        guard let most = numbers.max(), steps.count > 1 else {
            return Drawing.svg(
                height: 60, sentence: sentence.isEmpty ? nothing : sentence, kind: "mp-chart",
                [Drawing.text(nothing, x: 4, y: 36, colour: .muted)])
        }
        let tick = RoundStep(atLeast: max(most, .leastNormalMagnitude) / 4, withQuarters: false)
        let count = max(tick.stepsAbove(most), 1)
        let high = tick.multiple(count)
        let shown = format.withDecimals(tick.decimals(isShare: format.isShare))
        let x = { (step: Int) in
            Self.left + 16 + Double(step) * (Self.right - Self.left - 32) / Double(steps.count - 1)
        }
        let y = { (value: Double) in
            Self.bottom - min(max(value, 0), high) / high * (Self.bottom - Self.top)
        }
        var parts: [Markup] = []
        for number in 0...count {
            let value = tick.multiple(number)
            parts.append(
                Drawing.line(
                    Self.left, y(value), Self.right, y(value), colour: number == 0 ? .border : .line))
            parts.append(
                Drawing.text(
                    shown.text(value, language), x: Self.left - 6, y: y(value) + 5, anchor: .end,
                    colour: .muted))
        }
        for (place, step) in steps.enumerated() {
            parts.append(
                Drawing.text(
                    step, x: Drawing.clamped(x(place), text: step), y: Self.bottom + 20, anchor: .middle,
                    colour: .muted))
        }
        for (place, line) in lines.enumerated() {
            parts += drawn(line, place, x: { x($0) + Double(2 * place - lines.count + 1) * 3 }, y: y)
        }
        return Drawing.svg(height: Self.bottom + 28, sentence: sentence, kind: "mp-chart", parts)
    }

    /// Whiskers below the line, marks on top of it; lines stand a little apart so that whiskers do not cover.
    private func drawn(_ line: ScaleLine, _ place: Int, x: (Int) -> Double, y: (Double) -> Double)
        -> [Markup]
    {
        let (colour, shape, _) = Self.mark(place)
        var spots: [(x: Double, y: Double)] = []
        var whiskers: [Markup] = []
        for (step, value) in line.values.prefix(steps.count).enumerated() {
            guard let number = value.number, number.isFinite else { continue }
            spots.append((x(step), y(number)))
            guard let interval = line.intervals[step] else { continue }
            whiskers.append(
                Drawing.line(
                    x(step), y(interval.lowerBound), x(step), y(interval.upperBound), colour: colour,
                    width: 1.5))
        }
        var path = PathData()
        path.addLine(spots)
        let stroke = Markup.element(
            "path",
            [
                "d": .path(path), "fill": "none", "stroke": .colour(colour), "stroke-width": 2,
                "stroke-linejoin": "round",
            ])
        let marks = spots.map { spot -> Markup in
            switch shape {
            case .dot: Drawing.dot(x: spot.x, y: spot.y, radius: 4.5, fill: colour)
            case .ring:
                Drawing.dot(
                    x: spot.x, y: spot.y, radius: 4.5, fill: .paper, stroke: colour, strokeWidth: 2)
            case .square:
                Drawing.box(x: spot.x - 4, y: spot.y - 4, width: 8, height: 8, fill: colour, stroke: .paper)
            case .tick: Drawing.box(x: spot.x - 1.5, y: spot.y - 6, width: 3, height: 12, fill: colour)
            case .none: .empty
            }
        }
        return whiskers + (spots.count > 1 ? [stroke] : []) + marks
    }
}

import Bilingual

/// One study in a bubble plot.
public struct BubbleStudy: Sendable, Hashable {
    /// Its name.
    public var label: String
    /// Its value of the moderator.
    public var moderator: Double
    /// Its effect, in the unit of the measure.
    public var value: Double
    /// Its weight, in any unit; the area of its bubble is in proportion.
    public var weight: Double

    /// A study from its parts.
    public init(label: String, moderator: Double, value: Double, weight: Double) {
        self.label = label
        self.moderator = moderator
        self.value = value
        self.weight = weight
    }

    var isDrawn: Bool { moderator.isFinite && value.isFinite }
    var knownWeight: Double? { weight.isFinite && weight >= 0 ? weight : nil }
}

/// One place on a fitted line.
public struct RegressionPoint: Sendable, Hashable {
    /// The value of the moderator.
    public var moderator: Double
    /// The fitted effect there.
    public var value: Double
    /// Its interval; nil leaves the band out there.
    public var interval: ClosedRange<Double>?

    /// A point from its parts.
    public init(moderator: Double, value: Double, interval: ClosedRange<Double>? = nil) {
        self.moderator = moderator
        self.value = value
        self.interval = interval
    }
}

extension Figure {
    /// A bubble plot for meta-regression: studies with an area in proportion to their weight, the fitted line
    /// with its band. `line` holds the fitted effects along the moderator; empty = no line.
    public static func bubblePlot(
        _ frame: FigureFrame, studies: [BubbleStudy], line: [RegressionPoint], moderator: String,
        moderatorFormat: ValueFormat, measure: EffectMeasure
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke bol is een studie, groter naarmate zij zwaarder weegt; de lijn is het verband "
                    + "met haar onzekerheid.",
                "Each bubble is a study, larger when it weighs more; the line is the relation with "
                    + "its uncertainty."
            ),
            notSaid: words.pick(
                "Dat het kenmerk de oorzaak is: studies verschillen in meer dan dit ene kenmerk.",
                "That the moderator is the cause: studies differ in more than this one thing."))
        let drawn = studies.filter(\.isDrawn)
        let line = line.filter { $0.moderator.isFinite && $0.value.isFinite }
        let table = bubbleTable(frame, studies, line, moderator, moderatorFormat, measure, words)
        guard !drawn.isEmpty else { return PlotLayout.nothing(frame, words.noStudies, table) }
        var sentence = words.pick(
            "\(words.studies(drawn.count)) naar \(moderator)", "\(words.studies(drawn.count)) by \(moderator)"
        )
        if let first = line.first, let last = line.last, line.count > 1 {
            let (start, end) = (first.moderator, last.moderator)
            sentence +=
                words.pick("; lijn van ", "; line from ") + measure.text(first.value, frame.language)
                + words.pick(" bij ", " at ") + moderatorFormat.text(start, frame.language)
                + words.pick(" naar ", " to ") + measure.text(last.value, frame.language)
                + words.pick(" bij ", " at ") + moderatorFormat.text(end, frame.language)
        }
        sentence += words.notDrawn(studies.count - drawn.count) + "."
        let picture = PlotLayout.picture(frame, sentence: sentence) { layout in
            let field = ScatterDrawing(
                layout,
                x: .init(
                    values: drawn.map(\.moderator) + line.map(\.moderator), format: moderatorFormat,
                    title: moderator),
                y: .init(
                    values: drawn.map(\.value) + [0] + line.map(\.value)
                        + line.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }.filter(
                            \.isFinite),
                    range: measure.range, scale: measure.scale, format: measure.format,
                    title: "↑ \(measure.name)"),
                frame.language)
            return (field.height, bubbles(field, drawn, line, clip: layout.id(frame, "clip")))
        }
        var items = [Legend.Item(.dot(Palette.others), words.study.lowercased())]
        if !line.isEmpty {
            items.append(.init(.line(.accentDark), words.pick("geschat verband", "fitted relation")))
            items.append(
                .init(.fill(SequentialPalette.teal.colours[0]), words.pick("onzekerheid", "uncertainty")))
        }
        return Figure(
            frame: frame, picture: picture, legend: Legend(items).html(frame.language), sentence: sentence,
            table: table)
    }

    private static func bubbles(
        _ field: ScatterDrawing, _ studies: [BubbleStudy], _ line: [RegressionPoint], clip: String
    ) -> [Markup] {
        var parts = [field.clip(clip)]
        let band = line.compactMap { point in point.interval.map { (point.moderator, $0) } }
        if band.count > 1 {
            let edge =
                band.map { field.extended($0.0, $0.1.lowerBound) }
                + band.reversed().map { field.extended($0.0, $0.1.upperBound) }
            var path = PathData()
            path.addRing(edge)
            parts.append(
                .element(
                    "path",
                    [
                        "d": .path(path), "fill": .colour(SequentialPalette.teal.colours[0]),
                        "stroke": .colour(SequentialPalette.teal.colours[2]),
                        "clip-path": .text("url(#\(clip))"),
                    ]))
        }
        parts += field.axes
        if field.y.contains(0) {
            parts.append(
                Drawing.line(
                    field.left, field.y.place(0), field.right, field.y.place(0), colour: .ink, width: 1.2))
        }
        parts.append(
            Drawing.polyline(
                line.map { field.extended($0.moderator, $0.value) }, colour: .accentDark, width: 2.5,
                clip: clip))
        let heaviest = studies.compactMap(\.knownWeight).max() ?? 0
        let largest = field.layout.isWide ? 18.0 : 13
        func radius(_ study: BubbleStudy) -> Double {
            let share = heaviest > 0 ? (study.knownWeight ?? 0) / heaviest : 0
            return max(share.squareRoot() * largest, 2.5)
        }
        // Heavy studies first, so that light ones stay visible on top.
        let order = studies.indices.sorted {
            let (one, other) = (radius(studies[$0]), radius(studies[$1]))
            return one == other ? $0 < $1 : one > other
        }
        for index in order {
            let study = studies[index]
            let spot = field.spot(study.moderator, study.value)
            let isKnown = study.knownWeight != nil
            parts.append(
                Drawing.dot(
                    x: spot.x, y: spot.y, radius: radius(study), fill: isKnown ? Palette.others : .paper,
                    stroke: .ink))
        }
        return parts
    }

    private static func bubbleTable(
        _ frame: FigureFrame, _ studies: [BubbleStudy], _ line: [RegressionPoint], _ moderator: String,
        _ format: ValueFormat, _ measure: EffectMeasure, _ words: EvidenceWords
    ) -> FigureTable {
        FigureTable(
            caption: frame.title,
            columns: [words.study, moderator, measure.name, words.weight, words.lower, words.upper],
            rows: studies.map { study in
                [
                    .text(study.label), .known(study.moderator, format, else: words.noEstimate),
                    measure.cell(study.value, words),
                    .known(study.knownWeight, .number(decimals: 2), else: words.noWeight),
                ]
            }
                + line.map { point in
                    [
                        .text(words.pick("Lijn", "Line")),
                        .known(point.moderator, format, else: words.noEstimate),
                        measure.cell(point.value, words), .blank,
                    ] + measure.cells(point.interval, words)
                }, language: frame.language)
    }
}

import Bilingual

/// One diagnostic of influence, with a value per study.
public struct InfluenceDiagnostic: Sendable, Hashable {
    /// Its name: "rstudent", "DFFITS", "Cook", "cov. ratio", "τ² zonder", "Q zonder", "hat", "gewicht".
    public var name: String
    /// One value per study, in their order.
    public var values: [MapValue]
    /// Values beyond which a study stands out; drawn as dashed lines. Empty = none.
    public var limits: [Double]
    /// The value of all studies together or of an average study; drawn as a line. nil = none.
    public var middle: Double?
    /// How a value is written.
    public var format: ValueFormat

    /// A diagnostic from its parts.
    public init(
        name: String, values: [MapValue], limits: [Double] = [], middle: Double? = nil,
        format: ValueFormat = .number(decimals: 3)
    ) {
        self.name = name
        self.values = values
        self.limits = limits
        self.middle = middle
        self.format = format
    }
}

extension Figure {
    /// Small multiples of influence diagnostics (Viechtbauer and Cheung 2010): one panel per diagnostic, one
    /// dot per study in the order given. `influential` holds the places of the studies that the caller found
    /// to stand out: they get a diamond and their number.
    public static func influencePlot(
        _ frame: FigureFrame, studies: [String], diagnostics: [InfluenceDiagnostic],
        influential: Set<Int> = []
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke stip is een studie, in dezelfde volgorde in elk vakje; een ruit met nummer valt op.",
                "Each dot is a study, in the same order in every panel; a diamond with a number stands out."),
            notSaid: words.pick(
                "Dat een opvallende studie fout is: het zegt alleen dat het gemiddelde op haar leunt.",
                "That a study that stands out is wrong: only that the mean leans on it."))
        let marked = influential.filter { studies.indices.contains($0) }.sorted()
        let table = FigureTable(
            caption: frame.title,
            columns: [words.study, words.pick("Nummer", "Number")] + diagnostics.map(\.name) + [
                words.influential
            ],
            rows: studies.indices.map { place in
                [.text(studies[place]), .number(Double(place + 1), .number())]
                    + diagnostics.map { diagnostic in
                        guard place < diagnostic.values.count else { return .missing(words.noEstimate) }
                        if case .missing(let reason) = diagnostic.values[place] { return .missing(reason) }
                        return .known(
                            diagnostic.values[place].number, diagnostic.format, else: words.unbounded)
                    } + [.text(marked.contains(place) ? words.yes : words.no)]
            }, language: frame.language)
        guard !studies.isEmpty, !diagnostics.isEmpty else {
            return PlotLayout.nothing(frame, words.noStudies, table)
        }
        let names = marked.map { "\($0 + 1) = \(studies[$0])" }
        let sentence =
            words.pick(
                "\(diagnostics.count) maten van invloed voor \(words.studies(studies.count)); ",
                "\(diagnostics.count) measures of influence for \(words.studies(studies.count)); ")
            + (names.isEmpty
                ? words.pick("geen studie valt op", "no study stands out")
                : words.pick("opvallend: ", "standing out: ") + names.joined(separator: ", ")) + "."
        let panels = Markup.element("div", ["class": "mp-panels"]) {
            for diagnostic in diagnostics {
                Markup.element("div", ["class": "mp-panel"]) {
                    Markup.element("p", ["class": "mp-panel-title"]) { diagnostic.name }
                    InfluencePanel(
                        diagnostic: diagnostic, count: studies.count, marked: marked, language: frame.language
                    ).picture(sentence: "\(diagnostic.name). \(sentence)")
                }
            }
        }
        let key = Legend([
            .init(.dot(Palette.bar), words.study.lowercased()),
            .init(.ring(.focus), words.influential.lowercased()),
            .init(.line(.border), words.pick("grens (streepjes) of geheel", "limit (dashes) or whole")),
        ])
        return Figure(
            frame: frame, picture: panels, legend: key.html(frame.language), sentence: sentence, table: table)
    }
}

/// One panel: values up, studies across.
private struct InfluencePanel {
    let diagnostic: InfluenceDiagnostic
    let count: Int
    let marked: [Int]
    let language: Language

    private static let (width, height) = (240.0, 150.0)

    func picture(sentence: String) -> Markup {
        let known = diagnostic.values.prefix(count).enumerated().compactMap { place, value in
            value.number.flatMap { $0.isFinite ? (place: place, value: $0) : nil }
        }
        let lines = (diagnostic.limits + (diagnostic.middle.map { [$0] } ?? [])).filter(\.isFinite)
        let (top, bottom) = (10.0, Self.height - 28)
        let scale = PlotScale(
            over: known.map(\.value) + lines, from: bottom, to: top, format: diagnostic.format, ticks: 3,
            language)
        let left = 12 + (scale.names.map { Drawing.width(of: $0) }.max() ?? 0)
        let right = Self.width - 10
        func across(_ place: Int) -> Double {
            left + (Double(place) + 0.5) / Double(max(count, 1)) * (right - left)
        }
        var parts = scale.drawnUp(left: left, right: right)
        for limit in diagnostic.limits where limit.isFinite {
            parts.append(
                Drawing.line(
                    left, scale.place(limit), right, scale.place(limit), colour: .border, width: 1.5,
                    dashes: "4 3"))
        }
        if let middle = diagnostic.middle, middle.isFinite {
            parts.append(Drawing.line(left, scale.place(middle), right, scale.place(middle), colour: .border))
        }
        for item in known where !marked.contains(item.place) {
            parts.append(
                Drawing.dot(
                    x: across(item.place), y: scale.place(item.value), radius: count > 60 ? 2 : 3.5,
                    fill: Palette.bar))
        }
        for item in known where marked.contains(item.place) {
            let (x, y) = (across(item.place), scale.place(item.value))
            parts.append(
                Drawing.shape(
                    [(x: x, y: y - 6), (x: x + 6, y: y), (x: x, y: y + 6), (x: x - 6, y: y)], fill: .paper,
                    stroke: .focus, strokeWidth: 2))
            let name = String(item.place + 1)
            let isRight = x + 8 + Drawing.width(of: name) < Self.width
            parts.append(
                Drawing.text(
                    name, x: isRight ? x + 8 : x - 8, y: y + 5, anchor: isRight ? .start : .end, isBold: true,
                    colour: .focus))
        }
        parts.append(Drawing.line(left, bottom + 6, right, bottom + 6, colour: .border))
        parts.append(Drawing.text("1", x: across(0), y: bottom + 22, anchor: .middle, colour: .muted))
        if count > 1 {
            parts.append(
                Drawing.text(
                    String(count), x: across(count - 1), y: bottom + 22, anchor: .middle, colour: .muted))
        }
        let missing = diagnostic.values.prefix(count).count - known.count
        if missing > 0 {
            let words = EvidenceWords(language: language)
            parts.append(
                Drawing.text(
                    "\(missing)× \(words.noEstimate)", x: (left + right) / 2, y: bottom + 22, anchor: .middle,
                    colour: .muted))
        }
        return Drawing.svg(
            width: Self.width, height: Self.height, sentence: sentence, kind: "mp-panel-picture", parts)
    }
}

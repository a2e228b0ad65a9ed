import Bilingual

/// The two shapes of a picture that has more to tell than fits a phone: drawn twice, shown once.
///
/// The style sheet shows the narrow one where the figure has less than 640 px, and the wide one elsewhere.
/// Where the sheet does not arrive, `display="none"` on the narrow one leaves the wide one alone on the page.
/// On both, letters are at least 12 px at the narrowest place they are shown at.
enum PlotLayout: String, CaseIterable {
    case wide, narrow

    /// The width of the figure in px from which the wide shape is shown.
    static let threshold = 640.0

    var width: Double { self == .wide ? 740 : Drawing.width }
    var isWide: Bool { self == .wide }

    /// An id within the figure, different for both shapes.
    func id(_ frame: FigureFrame, _ name: String) -> String { "\(frame.id)-\(rawValue)-\(name)" }

    /// A picture in both shapes, named by its sentence and described by the notes of its frame.
    static func picture(
        _ frame: FigureFrame, sentence: String, hasLinks: Bool = false,
        _ draw: (PlotLayout) -> (height: Double, parts: [Markup])
    ) -> Markup {
        .fragment(
            allCases.map { layout in
                let drawn = draw(layout)
                let description = [frame.seen, frame.notSaid].filter { !$0.isEmpty }.joined(separator: " ")
                return .element(
                    "svg",
                    [
                        "xmlns": "http://www.w3.org/2000/svg",
                        "class": .text("mp-svg mp-shape-\(layout.rawValue)"),
                        "display": layout == .narrow ? "none" : .absent,
                        "viewBox": .numbers([0, 0, layout.width, max(drawn.height, 1)]), "width": "100%",
                        "role": hasLinks ? "group" : "img", "aria-label": .text(sentence),
                        "font-family": "Open Sans, system-ui, Segoe UI, Roboto, sans-serif",
                        "font-size": .number(Drawing.textSize), "fill": .colour(.ink),
                    ]
                ) {
                    if !description.isEmpty { Markup.element("desc") { description } }
                    drawn.parts
                }
            })
    }

    /// One line of text instead of a picture, where there is nothing to draw.
    static func nothing(_ frame: FigureFrame, _ text: String, _ table: FigureTable) -> Figure {
        Figure(
            frame: frame,
            picture: picture(frame, sentence: text) { layout in
                let lines = Drawing.lines(of: text, within: layout.width - 16)
                return (
                    Double(lines.count) * 19 + 12,
                    Drawing.paragraph(lines, x: 8, y: 22, colour: .muted)
                )
            }, sentence: text, table: table)
    }
}

extension FigureFrame {
    /// This frame with the figure's own reading notes where the caller gave none.
    func noted(seen: String, notSaid: String) -> FigureFrame {
        var frame = self
        if frame.seen.isEmpty { frame.seen = seen }
        if frame.notSaid.isEmpty { frame.notSaid = notSaid }
        return frame
    }
}

extension Drawing {
    /// `text` over lines of at most `width`, broken between words; a word that is longer is broken itself.
    static func lines(of text: String, within width: Double) -> [String] {
        let room = max(Int(width / (textSize * 0.6)), 1)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var rest = String(word)
            if !line.isEmpty {
                if line.count + 1 + rest.count <= room {
                    line += " " + rest
                    continue
                }
                lines.append(line)
            }
            while rest.count > room {
                lines.append(String(rest.prefix(room)))
                rest = String(rest.dropFirst(room))
            }
            line = rest
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// `text` cut to `width` with an ellipsis; the table has it in full.
    static func fitted(_ text: String, within width: Double) -> String {
        let room = max(Int(width / (textSize * 0.56)), 2)
        return text.count <= room ? text : String(text.prefix(room - 1)) + "…"
    }

    /// Lines of text under each other.
    static func paragraph(
        _ lines: [String], x: Double, y: Double, anchor: Anchor = .start, isBold: Bool = false,
        colour: Colour = .ink, leading: Double = 19
    ) -> [Markup] {
        lines.enumerated().map { place, line in
            text(
                line, x: x, y: y + Double(place) * leading, anchor: anchor, isBold: isBold, colour: colour)
        }
    }

    /// A text on a ground of paper, so that lines behind it do not strike it through.
    static func grounded(
        _ text: String, x: Double, y: Double, anchor: Anchor = .start, isBold: Bool = false,
        colour: Colour = .ink
    ) -> [Markup] {
        guard !text.isEmpty else { return [] }
        let wide = Double(text.count) * textSize * 0.56 + 4
        let left = anchor == .end ? x - wide + 2 : anchor == .middle ? x - wide / 2 : x - 2
        return [
            box(x: left, y: y - 13, width: wide, height: 17, fill: .paper),
            self.text(text, x: x, y: y, anchor: anchor, isBold: isBold, colour: colour),
        ]
    }

    /// A closed shape.
    static func shape(
        _ points: [(x: Double, y: Double)], fill: Colour, stroke: Colour? = nil, strokeWidth: Double = 1
    ) -> Markup {
        var path = PathData()
        path.addRing(points)
        return .element(
            "path",
            [
                "d": .path(path), "fill": .colour(fill), "stroke": stroke.map(MarkupValue.colour) ?? .absent,
                "stroke-width": stroke == nil ? .absent : .number(strokeWidth),
            ])
    }

    /// An open line through `points`.
    static func polyline(
        _ points: [(x: Double, y: Double)], colour: Colour, width: Double = 2, dashes: String? = nil,
        clip: String? = nil
    ) -> Markup {
        var path = PathData()
        path.addLine(points)
        return .element(
            "path",
            [
                "d": .path(path), "fill": "none", "stroke": .colour(colour), "stroke-width": .number(width),
                "stroke-linejoin": "round", "stroke-dasharray": .optional(dashes),
                "clip-path": .optional(clip.map { "url(#\($0))" }),
            ])
    }
}

import Bilingual

/// The shared hand of all figures: the `<svg>` around a picture, texts and axes.
///
/// Pictures are drawn on a narrow viewBox and scaled to the width of their place. On a phone of 320 px about 288 px
/// are left for a picture, so ``textSize`` on ``width`` gives letters of at least 12 px there.
enum Drawing {
    /// Width of the viewBox of a chart.
    static let width = 320.0
    /// Size of letters on that viewBox.
    static let textSize = 14.0

    enum Anchor: String {
        case start, middle, end
    }

    /// The `<svg>` element. A picture without links is one image to a screen reader, named by its sentence; one with
    /// links is a group, because the content of an image is hidden from those who cannot see it.
    static func svg(
        width: Double = width, height: Double, sentence: String, kind: StaticString, hasLinks: Bool = false,
        textSize: Double = textSize, _ content: [Markup]
    ) -> Markup {
        .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": .text("mp-svg \(kind)"),
                "viewBox": .numbers([0, 0, width, height]), "width": "100%",
                "role": hasLinks ? "group" : "img", "aria-label": .text(sentence),
                "font-family": "Open Sans, system-ui, Segoe UI, Roboto, sans-serif",
                "font-size": .number(textSize), "fill": .colour(.ink),
            ], children: content)
    }

    static func text(
        _ text: String, x: Double, y: Double, anchor: Anchor = .start, isBold: Bool = false,
        colour: Colour = .ink
    ) -> Markup {
        .element(
            "text",
            [
                "x": .number(x), "y": .number(y),
                "text-anchor": anchor == .start ? .absent : .text(anchor.rawValue),
                "font-weight": isBold ? "700" : .absent,
                "fill": colour == .ink ? .absent : .colour(colour), "aria-hidden": "true",
            ], children: [.text(text)])
    }

    static func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: Colour, width: Double = 1,
        dashes: String? = nil
    ) -> Markup {
        .element(
            "line",
            [
                "x1": .number(x1), "y1": .number(y1), "x2": .number(x2), "y2": .number(y2),
                "stroke": .colour(colour), "stroke-width": .number(width),
                "stroke-dasharray": .optional(dashes),
            ])
    }

    static func box(
        x: Double, y: Double, width: Double, height: Double, fill: Colour, stroke: Colour? = nil
    ) -> Markup {
        .element(
            "rect",
            [
                "x": .number(x), "y": .number(y), "width": .number(max(width, 0)), "height": .number(height),
                "fill": .colour(fill), "stroke": stroke.map(MarkupValue.colour) ?? .absent,
            ])
    }

    static func dot(
        x: Double, y: Double, radius: Double, fill: Colour, stroke: Colour? = nil, strokeWidth: Double = 1
    ) -> Markup {
        .element(
            "circle",
            [
                "cx": .number(x), "cy": .number(y), "r": .number(radius), "fill": .colour(fill),
                "stroke": stroke.map(MarkupValue.colour) ?? .absent,
                "stroke-width": stroke == nil ? .absent : .number(strokeWidth),
            ])
    }

    /// A guess at the width of a text, wide enough for any of the fonts: 0.6 of the size a letter.
    static func width(of text: String, size: Double = textSize) -> Double { Double(text.count) * size * 0.6 }

    /// Where a text must start to stay within the picture when it would best be centred on `x`.
    static func clamped(_ x: Double, text: String, size: Double = textSize, within width: Double = width)
        -> Double
    {
        let half = Self.width(of: text, size: size) / 2
        return min(max(x, half + 1), max(width - half - 1, half + 1))
    }

    /// The hatching for "no figure", as a pattern to fill with.
    static func hatch(id: String, spacing: Double) -> Markup {
        .element("defs") {
            Markup.element(
                "pattern",
                [
                    "id": .text(id), "width": .number(spacing), "height": .number(spacing),
                    "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
                ]
            ) {
                box(x: 0, y: 0, width: spacing, height: spacing, fill: .paper)
                line(0, 0, 0, spacing, colour: .border, width: spacing / 4)
            }
        }
    }
}

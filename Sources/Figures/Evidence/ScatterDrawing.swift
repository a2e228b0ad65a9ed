import Bilingual

/// Two axes around a field of points, in one of the two shapes.
struct ScatterDrawing {
    let layout: PlotLayout
    let x: PlotScale
    let y: PlotScale
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    private let xTitle: [String]
    private let yTitle: [String]

    /// One axis: what it spans and how it is written.
    struct Side {
        var values: [Double]
        var range: ClosedRange<Double>?
        var scale = EffectScale.linear
        var format: ValueFormat
        var title: String
        /// Whether high values stand low (funnel).
        var isReversed = false
    }

    init(_ layout: PlotLayout, x across: Side, y up: Side, _ language: Language) {
        self.layout = layout
        top = 12 + Double(Drawing.lines(of: up.title, within: layout.width - 16).count) * 19
        bottom = top + (layout.isWide ? 360 : 250)
        let trial = PlotScale(
            over: up.values, range: up.range, from: bottom, to: top, scale: up.scale, format: up.format,
            language)
        left = 16 + (trial.names.map { Drawing.width(of: $0) }.max() ?? 0)
        right = layout.width - 14
        x = PlotScale(
            over: across.values, range: across.range, from: left, to: right, scale: across.scale,
            format: across.format, language)
        y = PlotScale(
            over: up.values, range: up.range, from: up.isReversed ? top : bottom,
            to: up.isReversed ? bottom : top,
            scale: up.scale, format: up.format, language)
        xTitle = Drawing.lines(of: across.title, within: layout.width - 16)
        yTitle = Drawing.lines(of: up.title, within: layout.width - 16)
    }

    /// The height of the whole picture.
    var height: Double { bottom + 32 + Double(xTitle.count) * 19 }

    /// The clip path that keeps lines within the field.
    func clip(_ id: String) -> Markup {
        .element("clipPath", ["id": .text(id)]) {
            Drawing.box(x: left, y: top, width: right - left, height: bottom - top, fill: .paper)
        }
    }

    /// Grid, scales and titles, to be drawn before the marks.
    var axes: [Markup] {
        y.drawnUp(left: left, right: right)
            + x.drawnAcross(y: bottom, within: layout.width)
            + Drawing.paragraph(yTitle, x: 8, y: 15, colour: .muted)
            + Drawing.paragraph(xTitle, x: layout.width - 14, y: bottom + 38, anchor: .end, colour: .muted)
    }

    func spot(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (self.x.place(x), self.y.place(y)) }

    /// A place on or beyond the field, for lines that are clipped; far beyond it no picture needs to tell
    /// apart.
    func extended(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (min(max(self.x.extended(x), -5_000), 5_000), min(max(self.y.extended(y), -5_000), 5_000))
    }
}

/// Puts names beside points where they cover no earlier name and no point; what finds no place stays in the
/// table.
struct LabelPlacer {
    private struct Box {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        func touches(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }
    }

    private var taken: [Box]
    private let field: Box

    /// A placer in the field of `drawing` around points with a radius.
    init(_ drawing: ScatterDrawing, points: [(x: Double, y: Double, radius: Double)]) {
        field = Box(
            x: drawing.left, y: drawing.top - 4, width: drawing.layout.width - drawing.left,
            height: drawing.bottom - drawing.top + 4)
        taken = points.map {
            Box(x: $0.x - $0.radius, y: $0.y - $0.radius, width: 2 * $0.radius, height: 2 * $0.radius)
        }
    }

    /// The name of the point at `x`, `y`, or nothing when there is no room for it.
    mutating func name(_ text: String, x: Double, y: Double, radius: Double) -> Markup? {
        let (width, height) = (Double(text.count) * Drawing.textSize * 0.56, 15.0)
        let away = radius + 4
        let places: [(Double, Double, Drawing.Anchor)] = [
            (x + away, y - 7.5, .start), (x - away - width, y - 7.5, .end),
            (x - width / 2, y - away - 14, .middle),
            (x - width / 2, y + away, .middle),
        ]
        for (left, top, anchor) in places {
            let box = Box(x: left, y: top, width: width, height: height)
            guard left >= field.x, left + width <= field.x + field.width, top >= field.y,
                top + height <= field.y + field.height, !taken.contains(where: box.touches)
            else { continue }
            taken.append(box)
            let at = anchor == .start ? left : anchor == .end ? left + width : x
            return Drawing.text(text, x: at, y: top + 12, anchor: anchor)
        }
        return nil
    }
}

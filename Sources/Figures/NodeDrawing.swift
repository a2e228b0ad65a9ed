/// Draws the boxes and arrows of a ``DiagramNode`` diagram.
struct NodeDrawing {
    static let boxWidth = 172.0
    static let boxHeight = 50.0
    private static let margin = 4.0
    /// How far before its end a bent line comes in straight, so that it stays clear of boxes beside it.
    private static let approach = 60.0
    private static let lineHeight = 17.0

    let nodes: [DiagramNode]

    var width: Double { (nodes.map(\.x).max() ?? 0) + Self.boxWidth + Self.margin }
    var height: Double { (nodes.map(\.y).max() ?? 0) + Self.boxHeight + Self.margin }

    // MARK: Boxes

    func box(_ node: DiagramNode) -> Markup {
        let lines = Self.lines(of: node.name)
        let top = node.y + Self.boxHeight / 2 - Double(lines.count - 1) * Self.lineHeight / 2 + 5
        return .element("a", ["href": .text(node.href), "aria-label": .text(node.name)]) {
            Markup.element(
                "rect",
                [
                    "x": .number(node.x), "y": .number(node.y), "width": .number(Self.boxWidth),
                    "height": .number(Self.boxHeight), "rx": 6,
                    "fill": .colour(node.isTinted ? SequentialPalette.teal.colours[0] : .paper),
                    "stroke": .colour(.ink), "stroke-width": 1.5,
                ])
            for (place, line) in lines.enumerated() {
                Drawing.text(
                    line, x: node.x + Self.boxWidth / 2, y: top + Double(place) * Self.lineHeight,
                    anchor: .middle)
            }
        }
    }

    /// A name in two lines where one is too long, broken where both are most alike.
    static func lines(of name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        guard words.count > 1, Drawing.width(of: name) > boxWidth - 12 else { return [name] }
        let cuts = (1..<words.count).map { cut in
            [words[..<cut].joined(separator: " "), words[cut...].joined(separator: " ")]
        }
        return cuts.min { abs($0[0].count - $0[1].count) < abs($1[0].count - $1[1].count) } ?? [name]
    }

    // MARK: Arrows

    private struct Curve {
        let start, first, second, end: (x: Double, y: Double)

        func point(_ t: Double) -> (x: Double, y: Double) {
            let s = 1 - t
            let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            return (
                a * start.x + b * first.x + c * second.x + d * end.x,
                a * start.y + b * first.y + c * second.y + d * end.y
            )
        }
    }

    private func curve(_ arrow: DiagramArrow) -> Curve? {
        guard let from = nodes.first(where: { $0.id == arrow.from }),
            let to = nodes.first(where: { $0.id == arrow.to })
        else { return nil }
        let start = Self.point(on: arrow.leaves, of: from)
        let end = Self.point(on: arrow.reaches, of: to)
        func away(_ point: (x: Double, y: Double), _ side: DiagramArrow.Side, _ far: Double)
            -> (x: Double, y: Double)
        {
            switch side {
            case .left: (point.x - far, point.y)
            case .right: (point.x + far, point.y)
            case .top: (point.x, point.y - far)
            case .bottom: (point.x, point.y + far)
            }
        }
        guard arrow.bend > 0 else {
            let third = { (t: Double) in
                (x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t)
            }
            return Curve(start: start, first: third(1 / 3), second: third(2 / 3), end: end)
        }
        return Curve(
            start: start, first: away(start, arrow.leaves, arrow.bend),
            second: away(end, arrow.reaches, min(arrow.bend, Self.approach)), end: end)
    }

    private static func point(on side: DiagramArrow.Side, of node: DiagramNode) -> (x: Double, y: Double) {
        switch side {
        case .left: (node.x, node.y + boxHeight / 2)
        case .right: (node.x + boxWidth, node.y + boxHeight / 2)
        case .top: (node.x + boxWidth / 2, node.y)
        case .bottom: (node.x + boxWidth / 2, node.y + boxHeight)
        }
    }

    func heads(_ id: String) -> Markup {
        .element("defs") {
            Markup.element(
                "marker",
                [
                    "id": .text(id + "-punt"), "refX": 9, "refY": 5, "markerWidth": 10, "markerHeight": 10,
                    "markerUnits": "userSpaceOnUse", "orient": "auto",
                ]
            ) {
                Markup.element("path", ["d": "M0 0L10 5L0 10z", "fill": .colour(.ink)])
            }
        }
    }

    func line(_ arrow: DiagramArrow, _ id: String) -> Markup? {
        guard let curve = curve(arrow) else { return nil }
        let numbers = [curve.start, curve.first, curve.second, curve.end].map { point in
            "\(Self.tenths(point.x)) \(Self.tenths(point.y))"
        }
        return .element(
            "path",
            [
                "d": .text("M\(numbers[0])C\(numbers[1]) \(numbers[2]) \(numbers[3])"), "fill": "none",
                "stroke": .colour(.ink), "stroke-width": 1.5,
                "stroke-dasharray": .optional(arrow.line.dashes),
                "marker-end": arrow.hasHead ? .text("url(#\(id)-punt)") : .absent,
            ])
    }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }

    func label(_ arrow: DiagramArrow) -> Markup? {
        guard let middle = curve(arrow)?.point(arrow.labelAt) else { return nil }
        let width = max(34, Drawing.width(of: arrow.label) + 10)
        return .element("a", ["href": .text(arrow.href), "aria-label": .text(arrow.fullName)]) {
            Markup.element(
                "rect",
                [
                    "x": .number(middle.x - width / 2), "y": .number(middle.y - 13),
                    "width": .number(width), "height": 26, "rx": 13, "fill": .colour(.paper),
                    "stroke": .colour(.ink),
                ])
            Drawing.text(arrow.label, x: middle.x, y: middle.y + 5, anchor: .middle, isBold: true)
        }
    }

    // MARK: Key

    static func key(_ rows: [(DiagramArrow.Line, String)]) -> Markup {
        .element("ul", ["class": "mp-legend"]) {
            for (line, text) in rows {
                Markup.element("li") {
                    Markup.element(
                        "svg",
                        [
                            "class": "mp-swatch", "viewBox": .numbers([0, 0, 40, 12]), "width": 40,
                            "height": 12, "aria-hidden": "true",
                        ]
                    ) {
                        Drawing.line(0, 6, 40, 6, colour: .ink, width: 2, dashes: line.dashes)
                    }
                    text
                }
            }
        }
    }
}

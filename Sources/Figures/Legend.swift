public import Bilingual

/// The key of a figure: swatches with a label and, where classes are counted, how many areas are in each.
public struct Legend: Sendable {
    /// What a swatch looks like.
    public enum Swatch: Sendable, Hashable {
        /// An area filled with a colour.
        case fill(Colour)
        /// The hatching for "no figure".
        case hatch
        /// An upright tick.
        case tick(Colour)
        /// An open ring.
        case ring(Colour)
        /// A filled dot.
        case dot(Colour)
        /// A horizontal line, such as an interval.
        case line(Colour)
    }

    /// One line of the key.
    public struct Item: Sendable, Hashable {
        /// The swatch.
        public var swatch: Swatch
        /// What it stands for.
        public var label: String
        /// How many areas have it; nil where counting has no meaning.
        public var count: Int?

        /// A line from its parts.
        public init(_ swatch: Swatch, _ label: String, count: Int? = nil) {
            self.swatch = swatch
            self.label = label
            self.count = count
        }
    }

    /// The lines, in the order of the picture.
    public var items: [Item]
    /// What is counted, for the note behind the numbers, such as "aantal buurten tussen haakjes"; may be empty.
    public var note: String

    /// A key from its lines.
    public init(_ items: [Item], note: String = "") {
        self.items = items
        self.note = note
    }

    /// The key as a list. Swatches are small pictures of their own, hidden from screen readers, so that they print.
    public func html(_ language: Language) -> Markup {
        .fragment([
            .element("ul", ["class": "mp-legend"]) {
                for item in items {
                    Markup.element("li") {
                        Self.picture(of: item.swatch)
                        Markup.element("span") {
                            item.label
                            if let count = item.count {
                                Markup.element("span", ["class": "mp-count"]) {
                                    " (\(NumberText(language).count(count)))"
                                }
                            }
                        }
                    }
                }
            },
            note.isEmpty ? .empty : .element("p", ["class": "mp-legend-note"]) { note },
        ])
    }

    private static func picture(of swatch: Swatch) -> Markup {
        .element(
            "svg",
            [
                "class": "mp-swatch", "viewBox": "0 0 28 18", "width": 28, "height": 18,
                "aria-hidden": "true",
                "focusable": "false",
            ]
        ) { mark(of: swatch) }
    }

    private static func mark(of swatch: Swatch) -> Markup {
        switch swatch {
        case .fill(let colour):
            return .element(
                "rect",
                [
                    "x": 0.5, "y": 0.5, "width": 27, "height": 17, "fill": .colour(colour),
                    "stroke": .colour(.border),
                ])
        case .hatch:
            var lines = PathData()
            for start in stride(from: -14.0, through: 22, by: 6) {
                let (left, right) = (max(start, 0.5), min(start + 17, 27.5))
                lines.addLine([(x: left, y: 17.5 - (left - start)), (x: right, y: 17.5 - (right - start))])
            }
            return .fragment([
                .element(
                    "rect",
                    [
                        "x": 0.5, "y": 0.5, "width": 27, "height": 17, "fill": .colour(.paper),
                        "stroke": .colour(.border),
                    ]),
                .element("path", ["d": .path(lines), "stroke": .colour(.border), "fill": "none"]),
            ])
        case .tick(let colour):
            return .element("rect", ["x": 12.5, "y": 0, "width": 3, "height": 18, "fill": .colour(colour)])
        case .ring(let colour):
            return .element(
                "circle",
                [
                    "cx": 14, "cy": 9, "r": 5, "fill": .colour(.paper), "stroke": .colour(colour),
                    "stroke-width": 2,
                ])
        case .dot(let colour):
            return .element("circle", ["cx": 14, "cy": 9, "r": 5, "fill": .colour(colour)])
        case .line(let colour):
            return .element("rect", ["x": 2, "y": 8, "width": 24, "height": 2, "fill": .colour(colour)])
        }
    }
}

/// A node of a diagram: a box with a name in it.
public struct DiagramNode: Sendable, Hashable {
    /// What arrows call it.
    public var id: String
    /// The name in the box.
    public var name: String
    /// The upper left corner of the box.
    public var x, y: Double
    /// Where it leads.
    public var href: String
    /// Whether it is drawn as a tinted box, to set one kind of node apart.
    public var isTinted: Bool

    /// A node from its parts.
    public init(id: String, name: String, x: Double, y: Double, href: String, isTinted: Bool = false) {
        self.id = id
        self.name = name
        self.x = x
        self.y = y
        self.href = href
        self.isTinted = isTinted
    }
}

/// An arrow between two nodes, with a short name on it.
public struct DiagramArrow: Sendable, Hashable {
    /// How the line is drawn.
    public enum Line: Sendable, Hashable, CaseIterable {
        case solid, dashed, dotted

        var dashes: String? {
            switch self {
            case .solid: nil
            case .dashed: "9 5"
            case .dotted: "2 5"
            }
        }
    }

    /// Which side of a box a line touches.
    public enum Side: Sendable, Hashable {
        case left, right, top, bottom
    }

    /// The short name, such as `E5`, with a sign where it has one.
    public var label: String
    /// The name in full, for a reader who only hears it.
    public var fullName: String
    /// Where it leads.
    public var href: String
    /// The node it starts from.
    public var from: String
    /// The node it ends at.
    public var to: String
    /// The side of the box that it leaves.
    public var leaves: Side
    /// The side of the box that it reaches.
    public var reaches: Side
    /// How the line is drawn.
    public var line: Line
    /// Whether it has a head; a line without says nothing of which comes first.
    public var hasHead: Bool
    /// Where the label stands on the line, 0 (start) to 1 (end).
    public var labelAt: Double
    /// How far the line goes straight on before it bends to its end; 0 draws it straight.
    public var bend: Double

    /// An arrow from its parts.
    public init(
        label: String, fullName: String, href: String, from: String, to: String, leaves: Side = .right,
        reaches: Side = .left, line: Line = .solid, hasHead: Bool = true, labelAt: Double = 0.5,
        bend: Double = 0
    ) {
        self.label = label
        self.fullName = fullName
        self.href = href
        self.from = from
        self.to = to
        self.leaves = leaves
        self.reaches = reaches
        self.line = line
        self.hasHead = hasHead
        self.labelAt = labelAt
        self.bend = bend
    }
}

extension Figure {
    /// Boxes with arrows between them; every box and every arrow is a link. Places come in: the caller knows which
    /// nodes belong together.
    ///
    /// The picture is as large as it is drawn and scrolls sideways on a narrow screen, where its letters would be too
    /// small; the same boxes and arrows stand in the table.
    public static func nodeDiagram(
        _ frame: FigureFrame, nodes: [DiagramNode], arrows: [DiagramArrow], sentence: String,
        legend: [(DiagramArrow.Line, String)], table: FigureTable
    ) -> Figure {
        let drawing = NodeDrawing(nodes: nodes)
        let parts =
            [drawing.heads(frame.id)] + arrows.compactMap { drawing.line($0, frame.id) }
            + nodes.map(drawing.box) + arrows.compactMap(drawing.label)
        let picture = Markup.element(
            "div",
            ["class": "mp-diagram", "tabindex": 0, "role": "region", "aria-label": .text(frame.title)]
        ) {
            Drawing.svg(
                width: drawing.width, height: drawing.height, sentence: sentence, kind: "mp-nodes",
                hasLinks: true, parts)
        }
        return Figure(
            frame: frame, picture: picture, legend: NodeDrawing.key(legend), sentence: sentence, table: table)
    }
}

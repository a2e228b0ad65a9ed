public import Bilingual
import Foundation

/// Which way a study points. All directions get tints of one lightness and a sign and pattern of their own:
/// none is the good or the bad colour.
public enum EvidenceDirection: String, Sendable, Hashable, CaseIterable {
    /// Better.
    case positive
    /// No difference found.
    case noDifference
    /// Worse.
    case negative
    /// Better for some, worse for others.
    case mixed
    /// The source does not say.
    case unclear

    /// The sign beside every count.
    public var sign: String {
        switch self {
        case .positive: "+"
        case .noDifference: "="
        case .negative: "−"
        case .mixed: "±"
        case .unclear: "?"
        }
    }

    /// What the sign stands for.
    public var name: BilingualText {
        switch self {
        case .positive: BilingualText(nl: "beter", en: "better")
        case .noDifference: BilingualText(nl: "geen verschil (0)", en: "no difference (0)")
        case .negative: BilingualText(nl: "slechter", en: "worse")
        case .mixed: BilingualText(nl: "gemengd", en: "mixed")
        case .unclear: BilingualText(nl: "onduidelijk", en: "unclear")
        }
    }

    /// The tint under the pattern.
    var tint: Colour {
        switch self {
        case .positive: Colour(0xB7CFE3)
        case .noDifference: Colour(0xD5DBD8)
        case .negative: Colour(0xE8CD98)
        case .mixed: Colour(0xB9C7B0)
        case .unclear: .paper
        }
    }

    /// The pattern: upright crosses, nothing, level lines, slanted lines, dots.
    func pattern(id: String) -> Markup {
        var lines = PathData()
        switch self {
        case .positive:
            lines.addLine([(x: 3, y: 0.5), (x: 3, y: 5.5)])
            lines.addLine([(x: 0.5, y: 3), (x: 5.5, y: 3)])
        case .noDifference: break
        case .negative: lines.addLine([(x: 0, y: 3), (x: 6, y: 3)])
        case .mixed:
            lines.addLine([(x: -1, y: 1), (x: 1, y: -1)])
            lines.addLine([(x: 0, y: 6), (x: 6, y: 0)])
            lines.addLine([(x: 5, y: 7), (x: 7, y: 5)])
        case .unclear: lines.addLine([(x: 2.4, y: 3), (x: 3.6, y: 3)])
        }
        return .element(
            "pattern",
            ["id": .text(id), "width": 6, "height": 6, "patternUnits": "userSpaceOnUse"]
        ) {
            Drawing.box(x: 0, y: 0, width: 6, height: 6, fill: tint)
            Markup.element(
                "path", ["d": .path(lines), "fill": "none", "stroke": .colour(.muted), "stroke-width": 1])
        }
    }
}

/// The patterns of all directions within one picture.
struct DirectionPatterns {
    let prefix: String

    var definitions: Markup {
        .element("defs") {
            for direction in EvidenceDirection.allCases { direction.pattern(id: id(direction)) }
        }
    }

    func id(_ direction: EvidenceDirection) -> String { "\(prefix)-\(direction.rawValue)" }

    private func fill(_ direction: EvidenceDirection) -> MarkupValue { .text("url(#\(id(direction)))") }

    /// A circle of `radius` parted by direction, clockwise from the top.
    func pie(_ counts: [EvidenceDirection: Int], x: Double, y: Double, radius: Double) -> [Markup] {
        let total = EvidenceDirection.allCases.reduce(0) { $0 + max(counts[$1] ?? 0, 0) }
        guard total > 0 else { return [] }
        var parts: [Markup] = []
        var start = 0
        for direction in EvidenceDirection.allCases {
            let count = max(counts[direction] ?? 0, 0)
            guard count > 0 else { continue }
            let outline =
                count == total ? circle(x, y, radius) : sector(x, y, radius, start, start + count, total)
            parts.append(
                .element(
                    "path",
                    [
                        "d": .path(outline), "fill": fill(direction), "stroke": .colour(.ink),
                        "stroke-width": 1,
                    ]))
            start += count
        }
        return parts
    }

    private func circle(_ x: Double, _ y: Double, _ radius: Double) -> PathData {
        var path = PathData()
        path.addRing(arc(x, y, radius, from: 0, to: 1))
        return path
    }

    private func sector(
        _ x: Double, _ y: Double, _ radius: Double, _ start: Int, _ end: Int, _ total: Int
    ) -> PathData {
        var path = PathData()
        let (from, to) = (Double(start) / Double(total), Double(end) / Double(total))
        path.addRing([(x: x, y: y)] + arc(x, y, radius, from: from, to: to))
        return path
    }

    /// Points every six degrees at most.
    private func arc(_ x: Double, _ y: Double, _ radius: Double, from: Double, to: Double) -> [(
        x: Double, y: Double
    )] {
        let steps = max(Int(((to - from) * 60).rounded(.up)), 2)
        return (0...steps).map { step in
            let angle = (from + (to - from) * Double(step) / Double(steps)) * 2 * Double.pi
            return (x + radius * sin(angle), y - radius * cos(angle))
        }
    }

    /// The key of the directions that occur.
    func legend(_ directions: [EvidenceDirection], note: String, _ language: Language) -> Markup {
        .fragment([
            .element("ul", ["class": "mp-legend"]) {
                for direction in directions {
                    Markup.element("li") {
                        Markup.element(
                            "svg",
                            [
                                "class": "mp-swatch", "viewBox": "0 0 28 18", "width": 28, "height": 18,
                                "aria-hidden": "true", "focusable": "false",
                            ]
                        ) {
                            Markup.element("defs") { direction.pattern(id: id(direction)) }
                            Markup.element(
                                "rect",
                                [
                                    "x": 0.5, "y": 0.5, "width": 27, "height": 17, "fill": fill(direction),
                                    "stroke": .colour(.border),
                                ])
                        }
                        Markup.element("span") { "\(direction.sign) \(direction.name[language])" }
                    }
                }
            }, note.isEmpty ? .empty : .element("p", ["class": "mp-legend-note"]) { note },
        ])
    }
}

import Bilingual

/// The two figures that a neighbourhood is set beside; nil where there is none.
public struct Benchmarks: Sendable, Hashable {
    /// The value of the municipality.
    public var municipality: Double?
    /// The value of the Netherlands.
    public var national: Double?

    /// Benchmarks from their values.
    public init(municipality: Double? = nil, national: Double? = nil) {
        self.municipality = municipality
        self.national = national
    }

    var values: [Double] { [municipality, national].compactMap { $0 }.filter(\.isFinite) }

    func cells(_ format: ValueFormat) -> [FigureTable.Cell] {
        [municipality, national].map { $0.map { .number($0, format) } ?? .blank }
    }
}

/// Names with a line down to a place on a scale, each on a row of its own above the picture, so that they never
/// cover each other or the marks.
struct ReferenceLabels {
    struct Reference {
        var text: String
        var value: Double
        var colour: Colour
        var isBold = false
        var dashes: String?
        var width = 1.5
    }

    private static let rowHeight = 18.0
    let references: [Reference]

    init(_ references: [Reference]) { self.references = references.filter { $0.value.isFinite } }

    /// The lines for the municipality (orange, dashed) and the Netherlands (ink, dotted).
    init(_ benchmarks: Benchmarks, format: ValueFormat, words: FigureWords, before others: [Reference] = []) {
        var references = others
        if let value = benchmarks.municipality {
            references.append(
                .init(
                    text: "\(words.municipality) \(format.text(value, words.language))", value: value,
                    colour: .focus, dashes: "5 3", width: 2))
        }
        if let value = benchmarks.national {
            references.append(
                .init(
                    text: "\(words.national) \(format.text(value, words.language))", value: value,
                    colour: .muted,
                    dashes: "1.5 3", width: 2))
        }
        self.init(references)
    }

    var height: Double { Double(references.count) * Self.rowHeight + (references.isEmpty ? 2 : 6) }

    /// The lines, to be drawn behind the marks, down to `bottom`.
    func lines(on axis: Axis, to bottom: Double) -> [Markup] {
        references.enumerated().map { row, reference in
            Drawing.line(
                axis.place(reference.value), Double(row + 1) * Self.rowHeight + 1,
                axis.place(reference.value),
                bottom, colour: reference.colour, width: reference.width, dashes: reference.dashes)
        }
    }

    /// The names, to be drawn after the lines, each on a ground of paper.
    func names(on axis: Axis) -> [Markup] {
        references.enumerated().flatMap { row, reference -> [Markup] in
            let x = Drawing.clamped(axis.place(reference.value), text: reference.text)
            let half = Drawing.width(of: reference.text) / 2
            let y = Double(row) * Self.rowHeight
            return [
                Drawing.box(x: x - half, y: y, width: 2 * half, height: Self.rowHeight, fill: .paper),
                Drawing.text(
                    reference.text, x: x, y: y + 13.5, anchor: .middle, isBold: reference.isBold,
                    colour: reference.colour),
            ]
        }
    }
}

import Bilingual

/// The five steps of a p-curve: significant results with p up to .01, .02, .03, .04 and .05.
public struct PCurveBin: Sendable, Hashable {
    /// The upper end of the step: 0.01 to 0.05.
    public var upper: Double
    /// How many results fall in it.
    public var count: Int
    /// The share expected when there is no effect, 0...1.
    public var expectedWithoutEffect: Double
    /// The share expected with a power of 33%, 0...1.
    public var expectedAtThirdPower: Double

    /// A step from its parts.
    public init(upper: Double, count: Int, expectedWithoutEffect: Double = 0.2, expectedAtThirdPower: Double)
    {
        self.upper = upper
        self.count = count
        self.expectedWithoutEffect = expectedWithoutEffect
        self.expectedAtThirdPower = expectedAtThirdPower
    }
}

extension Figure {
    /// A p-curve (Simonsohn, Nelson and Simmons 2014): the shares of significant results per step as bars,
    /// with the shares expected without an effect and with a power of 33%.
    public static func pCurve(_ frame: FigureFrame, bins: [PCurveBin]) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke staaf is het deel van de significante uitkomsten met die p. Is er een effect, "
                    + "dan zijn lage p's het talrijkst.",
                "Each bar is the part of significant results with that p. With a true effect, low p's"
                    + " are the most numerous."
            ),
            notSaid: words.pick(
                "Hoe groot het effect is; en bij studies die onderling verschillen is de curve weinig waard.",
                "How large the effect is; and with studies that differ the curve is worth little."))
        let total = bins.reduce(0) { $0 + max($1.count, 0) }
        let share = { (bin: PCurveBin) in total > 0 ? Double(max(bin.count, 0)) / Double(total) : 0 }
        let without = words.pick("verwacht zonder effect", "expected without effect")
        let third = words.pick("verwacht bij 33% onderscheidend vermogen", "expected with 33% power")
        let format = ValueFormat.percent(decimals: 1)
        let table = FigureTable(
            caption: frame.title,
            columns: [
                words.pick("p tot en met", "p up to"), words.count, words.pick("Aandeel", "Share"), without,
                third,
            ],
            rows: bins.map { bin in
                [
                    .number(bin.upper, .number(decimals: 2)), .number(Double(bin.count), .number()),
                    total > 0 ? .number(share(bin), format) : .missing(words.noEstimate),
                    .known(bin.expectedWithoutEffect, format, else: words.noEstimate),
                    .known(bin.expectedAtThirdPower, format, else: words.noEstimate),
                ]
            }, language: frame.language)
        guard total > 0 else {
            return PlotLayout.nothing(
                frame,
                words.pick(
                    "Geen significante uitkomsten: geen p-curve.", "No significant results: no p-curve."),
                table)
        }
        let texts = bins.map {
            "p ≤ \(words.number($0.upper)) \(format.withDecimals(0).text(share($0), frame.language))"
        }
        let sentence =
            words.pick(
                "\(total) significante uitkomsten: ", "\(total) significant results: ")
            + texts.joined(separator: ", ") + "."
        let picture = PlotLayout.picture(frame, sentence: sentence) { layout in
            let highest =
                bins.flatMap { [share($0), $0.expectedWithoutEffect, $0.expectedAtThirdPower] }
                .filter(\.isFinite).max() ?? 1
            let (top, bottom) = (46.0, layout.isWide ? 330.0 : 250)
            let scale = PlotScale(
                over: [0, min(highest, 1)], from: bottom, to: top, format: .percent(), frame.language)
            let (left, right) = (52.0, layout.width - 10)
            let pitch = (right - left) / Double(max(bins.count, 1))
            var parts = Drawing.paragraph(
                Drawing.lines(
                    of: "↑ "
                        + words.pick("deel van de significante uitkomsten", "part of significant results"),
                    within: layout.width - 16),
                x: 8, y: 15, colour: .muted)
            parts += scale.drawnUp(left: left, right: right)
            for (place, bin) in bins.enumerated() {
                let x = left + (Double(place) + 0.5) * pitch
                parts.append(
                    Drawing.box(
                        x: x - pitch * 0.32, y: scale.place(share(bin)), width: pitch * 0.64,
                        height: bottom - scale.place(share(bin)), fill: Palette.others, stroke: .ink))
                parts.append(
                    Drawing.text(
                        String(bin.count), x: x, y: bottom - 6, anchor: .middle, isBold: true))
                parts.append(
                    Drawing.text(
                        words.number(bin.upper), x: x, y: bottom + 18, anchor: .middle, colour: .muted))
            }
            parts.append(Drawing.line(left, bottom, right, bottom, colour: .border))
            let expectations: [(value: (PCurveBin) -> Double, colour: Colour, dashes: String?)] = [
                (\.expectedWithoutEffect, .focus, "5 3"), (\.expectedAtThirdPower, .ink, nil),
            ]
            for (place, expected) in expectations.enumerated() {
                let spots = bins.indices.filter { expected.value(bins[$0]).isFinite }.map {
                    (x: left + (Double($0) + 0.5) * pitch, y: scale.place(expected.value(bins[$0])))
                }
                parts.append(Drawing.polyline(spots, colour: .paper, width: 4.5))
                parts.append(
                    Drawing.polyline(spots, colour: expected.colour, width: 2, dashes: expected.dashes))
                parts += spots.map {
                    place == 0
                        ? Drawing.dot(
                            x: $0.x, y: $0.y, radius: 4.5, fill: .paper, stroke: expected.colour,
                            strokeWidth: 2)
                        : Drawing.dot(x: $0.x, y: $0.y, radius: 4.5, fill: expected.colour, stroke: .paper)
                }
            }
            parts.append(
                Drawing.text(
                    words.pick("p tot en met", "p up to"), x: right, y: bottom + 38, anchor: .end,
                    colour: .muted))
            return (bottom + 46, parts)
        }
        let key = Legend([
            .init(
                .fill(Palette.others),
                words.pick("gevonden (aantal in de staaf)", "found (number in the bar)")),
            .init(.ring(.focus), without), .init(.dot(.ink), third),
        ])
        return Figure(
            frame: frame, picture: picture, legend: key.html(frame.language), sentence: sentence, table: table
        )
    }
}

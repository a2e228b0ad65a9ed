import Bilingual

/// One study in a funnel plot.
public struct FunnelStudy: Sendable, Hashable {
    /// Its name.
    public var label: String
    /// Its effect, in the unit of the measure.
    public var value: Double
    /// Its standard error, in the same unit (of the logarithm for ratios); above 0.
    public var standardError: Double
    /// Whether it is no study but was filled in by trim and fill: drawn hollow.
    public var isFilled: Bool

    /// A study from its parts.
    public init(label: String, value: Double, standardError: Double, isFilled: Bool = false) {
        self.label = label
        self.value = value
        self.standardError = standardError
        self.isFilled = isFilled
    }

    var isDrawn: Bool { value.isFinite && standardError.isFinite && standardError >= 0 }
}

/// What a funnel plot draws behind the studies.
public enum FunnelGround: Sendable, Hashable {
    /// Lines at mean ± 1.96 standard errors.
    case pseudoLimits
    /// Shades around no effect at p = .10, .05 and .01 (Peters et al. 2008).
    case significanceContours
}

extension Figure {
    /// A funnel plot: effect across, standard error downwards, so that the most precise studies stand on top.
    /// `mean` is the pooled effect; nil leaves its line (and the pseudo-limits) out.
    public static func funnelPlot(
        _ frame: FigureFrame, studies: [FunnelStudy], mean: Double?, measure: EffectMeasure,
        ground: FunnelGround = .pseudoLimits
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: ground == .pseudoLimits
                ? words.pick(
                    "Elke stip is een studie, precieze bovenaan. Zonder andere verschillen ligt 95% "
                        + "tussen de stippellijnen.",
                    "Each dot is a study, precise ones on top. Without other differences 95% lie "
                        + "between the dashed lines."
                )
                : words.pick(
                    "Elke stip is een studie, precieze bovenaan. De tinten tonen bij welke uitkomst "
                        + "een studie op zichzelf significant zou zijn.",
                    "Each dot is a study, precise ones on top. The shades show where a study would be"
                        + " significant by itself."
                ),
            notSaid: words.pick(
                "Of studies zijn weggelaten: een scheve trechter kan ook komen door echte verschillen"
                    + " tussen kleine en grote studies, of door toeval.",
                "Whether studies were left out: a lopsided funnel can also come from real differences"
                    + " between small and large studies, or from chance."
            ))
        let drawn = studies.filter(\.isDrawn)
        let table = FigureTable(
            caption: frame.title,
            columns: [
                words.study, measure.name,
                words.standardError + (measure.scale == .logRatio ? " (log)" : ""),
                words.pick("Soort", "Kind"),
            ],
            rows: studies.map { study in
                [
                    .text(study.label), measure.cell(study.value, words),
                    .known(
                        study.isDrawn ? study.standardError : nil, .number(decimals: 3),
                        else: words.pick("geen bruikbare standaardfout", "no usable standard error")),
                    .text(study.isFilled ? words.pick("aangevuld", "filled") : words.study.lowercased()),
                ]
            }
                + (mean.map { [[.text(words.mean), measure.cell($0, words), .blank, .blank]] } ?? []),
            language: frame.language)
        guard !drawn.isEmpty else {
            let text =
                studies.isEmpty
                ? words.noStudies
                : words.pick(
                    "Geen studie met een bruikbare standaardfout.", "No study with a usable standard error.")
            return PlotLayout.nothing(frame, text, table)
        }
        let filled = drawn.count(where: \.isFilled)
        var sentence = words.pick(
            "Trechter van \(words.studies(drawn.count - filled))",
            "Funnel of \(words.studies(drawn.count - filled))")
        if filled > 0 { sentence += words.pick(" en \(filled) aangevulde", " and \(filled) filled") }
        if let mean { sentence += "; \(words.mean.lowercased()) \(measure.text(mean, frame.language))" }
        sentence += words.notDrawn(studies.count - drawn.count) + "."
        let drawing = FunnelDrawing(
            frame: frame, studies: drawn, mean: mean.flatMap { $0.isFinite ? $0 : nil }, measure: measure,
            ground: ground)
        return Figure(
            frame: frame,
            picture: PlotLayout.picture(frame, sentence: sentence) { drawing.draw($0) },
            legend: drawing.legend(hasFilled: filled > 0).html(frame.language), sentence: sentence,
            table: table)
    }
}

/// Positions and shades of a funnel plot.
struct FunnelDrawing {
    let frame: FigureFrame
    let studies: [FunnelStudy]
    let mean: Double?
    let measure: EffectMeasure
    let ground: FunnelGround

    /// Two-sided normal quantiles of p = .10, .05, .01.
    private static let quantiles = [1.644853626951472, 1.959963984540054, 2.575829303548901]
    /// From not significant at the centre to p < .01 outside.
    static let shades = [Colour.paper, Colour(0xB9C2C0), Colour(0xD5DBD8), Colour(0xEEF1EF)]

    func draw(_ layout: PlotLayout) -> (height: Double, parts: [Markup]) {
        let words = EvidenceWords(language: frame.language)
        let deepest = studies.map(\.standardError).max() ?? 0
        let depth = deepest > 0 ? deepest * 1.05 : 1
        let reach = Self.quantiles[ground == .pseudoLimits ? 1 : 2] * depth
        let centre = ground == .pseudoLimits ? mean : 0
        let edges = centre.map { [$0 - reach, $0 + reach] } ?? []
        let side = ScatterDrawing.Side(
            values: studies.map(\.value) + [0] + (mean.map { [$0] } ?? []) + edges, range: measure.range,
            scale: measure.scale, format: measure.format, title: measure.name)
        let field = ScatterDrawing(
            layout, x: side,
            y: .init(
                values: [], range: 0...depth, format: .number(decimals: 2), title: "↓ \(words.standardError)",
                isReversed: true), frame.language)
        let clip = layout.id(frame, "clip")
        var parts = [field.clip(clip)]
        if ground == .significanceContours { parts += contours(field, depth, clip) }
        parts += field.axes
        if field.x.contains(0) {
            let x = field.x.place(0)
            parts.append(Drawing.line(x, field.top, x, field.bottom, colour: .ink))
        }
        if let mean, field.x.contains(mean) {
            let x = field.x.place(mean)
            parts.append(
                Drawing.line(x, field.top, x, field.bottom, colour: .accentDark, width: 2, dashes: "8 3"))
            if ground == .pseudoLimits {
                for sign in [-1.0, 1] {
                    parts.append(
                        Drawing.polyline(
                            [
                                field.extended(mean, 0),
                                field.extended(mean + sign * Self.quantiles[1] * depth, depth),
                            ], colour: .border, width: 1.5, dashes: "4 3", clip: clip))
                }
            }
        }
        for study in studies {
            let spot = field.spot(study.value, study.standardError)
            parts.append(
                study.isFilled
                    ? Drawing.dot(
                        x: spot.x, y: spot.y, radius: 5, fill: .paper, stroke: .ink, strokeWidth: 1.5)
                    : Drawing.dot(x: spot.x, y: spot.y, radius: 5, fill: Palette.bar, stroke: .ink))
        }
        return (field.height, parts)
    }

    private func contours(_ field: ScatterDrawing, _ depth: Double, _ clip: String) -> [Markup] {
        var parts = [
            Drawing.box(
                x: field.left, y: field.top, width: field.right - field.left,
                height: field.bottom - field.top,
                fill: Self.shades[3])
        ]
        // From the outside in, each triangle covers the middle of the one before.
        for (place, quantile) in Self.quantiles.enumerated().reversed() {
            var path = PathData()
            path.addRing([
                field.extended(0, 0), field.extended(-quantile * depth, depth),
                field.extended(quantile * depth, depth),
            ])
            parts.append(
                .element(
                    "path",
                    [
                        "d": .path(path), "fill": .colour(Self.shades[place]), "stroke": .colour(.border),
                        "stroke-width": 0.7, "clip-path": .text("url(#\(clip))"),
                    ]))
        }
        return parts
    }

    func legend(hasFilled: Bool) -> Legend {
        let words = EvidenceWords(language: frame.language)
        var items = [Legend.Item(.dot(Palette.bar), words.study.lowercased())]
        if hasFilled {
            items.append(
                .init(.ring(.ink), words.pick("aangevuld (trim and fill)", "filled (trim and fill)")))
        }
        if mean != nil { items.append(.init(.tick(.accentDark), words.mean.lowercased())) }
        switch ground {
        case .pseudoLimits:
            if mean != nil {
                items.append(
                    .init(
                        .line(.border),
                        words.pick("gemiddelde ± 1,96 standaardfout", "mean ± 1.96 standard errors")))
            }
        case .significanceContours:
            let limits = [0.1, 0.05, 0.01].map { words.number($0, 2) }
            let names = [
                "p > \(limits[0])", "\(limits[1])–\(limits[0])", "\(limits[2])–\(limits[1])",
                "p < \(limits[2])",
            ]
            items += zip(Self.shades, names).map { Legend.Item(.fill($0), $1) }
        }
        return Legend(items)
    }
}

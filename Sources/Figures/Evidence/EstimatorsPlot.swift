import Bilingual

/// One estimator of the variance between studies, and the mean that follows from it.
public struct VarianceEstimate: Sendable, Hashable {
    /// The name of the estimator: "REML", "Paule-Mandel".
    public var estimator: String
    /// τ², or why it could not be estimated.
    public var tau2: MapValue
    /// The interval of τ²; nil = none.
    public var tau2Interval: ClosedRange<Double>?
    /// The pooled effect with this τ², in the unit of the measure.
    public var value: MapValue
    /// The interval of the pooled effect.
    public var interval: ClosedRange<Double>?
    /// Whether this is the estimator that the other figures use.
    public var isChosen: Bool

    /// An estimate from its parts.
    public init(
        estimator: String, tau2: MapValue, tau2Interval: ClosedRange<Double>? = nil, value: MapValue,
        interval: ClosedRange<Double>? = nil, isChosen: Bool = false
    ) {
        self.estimator = estimator
        self.tau2 = tau2
        self.tau2Interval = tau2Interval
        self.value = value
        self.interval = interval
        self.isChosen = isChosen
    }
}

extension Figure {
    /// Estimators of τ² under each other: the estimate at the left, the mean that follows from it at the
    /// right, so that one sees whether the choice matters.
    public static func varianceEstimators(
        _ frame: FigureFrame, estimates: [VarianceEstimate], measure: EffectMeasure
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke rij is een manier om de verschillen tussen studies (τ²) te schatten, met het "
                    + "gemiddelde dat eruit volgt.",
                "Each row is a way to estimate the differences between studies (τ²), with the mean "
                    + "that follows from it."
            ),
            notSaid: words.pick(
                "Welke manier de juiste is; kies vooraf, niet op de uitkomst.",
                "Which way is right; choose beforehand, not by the outcome."))
        let format = ValueFormat.number(decimals: 3)
        func tau2Text(_ estimate: VarianceEstimate) -> String {
            switch estimate.tau2 {
            case .value(let number), .withinNoise(let number):
                number.isFinite ? words.number(number, 3) : words.unbounded
            case .missing(let reason): reason
            }
        }
        func meanText(_ estimate: VarianceEstimate) -> String {
            switch estimate.value {
            case .value(let number), .withinNoise(let number):
                number.isFinite ? measure.text(number, estimate.interval, words.language) : words.noEstimate
            case .missing(let reason): reason
            }
        }
        let table = FigureTable(
            caption: frame.title,
            columns: [
                words.pick("Schatter", "Estimator"), "τ²", "τ² \(words.lower.lowercased())",
                "τ² \(words.upper.lowercased())", measure.name, words.lower, words.upper,
                words.pick("Gekozen", "Chosen"),
            ],
            rows: estimates.map { estimate in
                var (tauReason, reason): (String?, String?) = (nil, nil)
                if case .missing(let why) = estimate.tau2 { tauReason = why }
                if case .missing(let why) = estimate.value { reason = why }
                let ends: [FigureTable.Cell] =
                    estimate.tau2Interval.map {
                        [
                            .known($0.lowerBound, format, else: words.unbounded),
                            .known($0.upperBound, format, else: words.unbounded),
                        ]
                    } ?? [.blank, .blank]
                return [
                    .text(estimate.estimator),
                    .known(estimate.tau2.number, format, else: tauReason ?? words.unbounded),
                ] + ends + [measure.cell(estimate.value.number, words, why: reason)]
                    + measure.cells(estimate.interval, words) + [
                        .text(estimate.isChosen ? words.yes : words.no)
                    ]
            }, language: frame.language)
        guard !estimates.isEmpty else {
            return PlotLayout.nothing(frame, words.pick("Geen schatters.", "No estimators."), table)
        }
        let taus = estimates.compactMap(\.tau2.number).filter(\.isFinite)
        let means = estimates.compactMap(\.value.number).filter(\.isFinite)
        var sentence = words.pick("\(estimates.count) schatters", "\(estimates.count) estimators")
        if let least = taus.min(), let most = taus.max() {
            sentence += words.pick(
                "; τ² van \(words.number(least, 3)) tot \(words.number(most, 3))",
                "; τ² from \(words.number(least, 3)) to \(words.number(most, 3))")
        }
        if let least = means.min(), let most = means.max() {
            sentence +=
                words.pick("; gemiddelde van ", "; mean from ") + measure.text(least, words.language)
                + words.pick(" tot ", " to ") + measure.text(most, words.language)
        }
        sentence += "."
        let picture = PlotLayout.picture(frame, sentence: sentence) { layout in
            let isWide = layout.isWide
            let left: ClosedRange<Double> = isWide ? 150...336 : 14...112
            let right: ClosedRange<Double> = isWide ? 362...556 : 140...(layout.width - 16)
            let tauScale = PlotScale(
                over: [0] + taus, from: left.lowerBound, to: left.upperBound, format: .number(decimals: 2),
                ticks: isWide ? 4 : 2,
                words.language)
            let ends = estimates.compactMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }.filter(
                \.isFinite)
            let scale = PlotScale(
                over: means + ends + [0], range: measure.range, from: right.lowerBound, to: right.upperBound,
                scale: measure.scale, format: measure.format, ticks: isWide ? 4 : 3, words.language)
            let height = isWide ? 28.0 : 62
            var y = 30.0
            var parts = [
                Drawing.text("τ²", x: left.lowerBound, y: 16, colour: .muted),
                Drawing.text(
                    Drawing.fitted(measure.name, within: isWide ? 190 : 170), x: right.lowerBound, y: 16,
                    colour: .muted),
            ]
            let bottom = y + Double(estimates.count) * height
            for estimate in estimates {
                let middle = isWide ? y + height / 2 : y + height - 14
                // On a phone the lines of no effect leave the words above them alone.
                for scale in [tauScale, scale] where scale.contains(0) {
                    let x = scale.place(0)
                    parts.append(
                        Drawing.line(
                            x, isWide ? y : middle - 11, x, isWide ? y + height : middle + 12, colour: .ink))
                }
                let name = estimate.isChosen ? "\(estimate.estimator) ✓" : estimate.estimator
                parts.append(
                    Drawing.text(
                        Drawing.fitted(name, within: isWide ? 138 : layout.width - 16), x: 8,
                        y: isWide ? middle + 5 : y + 15,
                        isBold: estimate.isChosen))
                let text = "τ² \(tau2Text(estimate)); \(meanText(estimate))"
                if isWide {
                    parts.append(
                        Drawing.text(
                            Drawing.fitted(meanText(estimate), within: 170), x: layout.width - 8,
                            y: middle + 5, anchor: .end,
                            isBold: estimate.isChosen))
                } else {
                    parts.append(
                        Drawing.text(
                            Drawing.fitted(text, within: layout.width - 12), x: layout.width - 8, y: y + 33,
                            anchor: .end,
                            isBold: estimate.isChosen))
                }
                if let tau2 = estimate.tau2.number, tau2.isFinite {
                    let x = tauScale.place(tau2)
                    parts.append(
                        Drawing.line(tauScale.place(0), middle, x, middle, colour: Palette.others, width: 3))
                    parts.append(Drawing.dot(x: x, y: middle, radius: 4.5, fill: Palette.bar, stroke: .ink))
                    if isWide {
                        // The number stands beside its dot, on the side where there is room.
                        let shown = words.number(tau2, 3)
                        let isRight = x + 8 + Drawing.width(of: shown) < right.lowerBound
                        parts.append(
                            Drawing.text(
                                shown, x: isRight ? x + 8 : x - 8, y: middle + 5,
                                anchor: isRight ? .start : .end))
                    }
                } else if isWide {
                    parts.append(
                        Drawing.text(
                            Drawing.fitted(tau2Text(estimate), within: 190), x: left.lowerBound + 6,
                            y: middle + 5, colour: .muted))
                }
                if let value = estimate.value.number, value.isFinite {
                    parts += ForestMarks(scale: scale, y: middle).drawn(
                        ForestRow(
                            mark: .dot(isMarked: false), label: "", value: value, interval: estimate.interval)
                    )
                }
                y += height
            }
            parts += tauScale.drawnAcross(y: bottom, within: right.lowerBound - 8)
            parts += scale.drawnAcross(y: bottom, within: layout.width)
            return (bottom + 26, parts)
        }
        return Figure(frame: frame, picture: picture, sentence: sentence, table: table)
    }
}

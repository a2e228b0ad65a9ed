import Bilingual
import Foundation

/// How effects lie on an axis.
public enum EffectScale: Sendable, Hashable {
    /// As they are; no effect is 0.
    case linear
    /// Effects are natural logarithms of a ratio: the axis keeps their distances and is written in ratios, so
    /// no effect is 1.
    case logRatio
}

/// A line that the reader sets beside no effect, such as the smallest effect that would matter.
public struct EffectReference: Sendable, Hashable {
    /// Where it stands, in the unit of the effects (a logarithm on ``EffectScale/logRatio``).
    public var value: Double
    /// What it is.
    public var label: String

    /// A line from its parts.
    public init(value: Double, label: String) {
        self.value = value
        self.label = label
    }
}

/// What the studies of a figure estimate and how it is written. Values always come in the unit in which they
/// were pooled; on ``EffectScale/logRatio`` that is the logarithm, and texts, ticks and tables show the
/// ratio.
public struct EffectMeasure: Sendable, Hashable {
    /// The name of the measure, as a column title: "Verschil in SD (g)", "Odds ratio".
    public var name: String
    /// How effects lie on the axis.
    public var scale: EffectScale
    /// How one effect is written.
    public var format: ValueFormat
    /// What an effect left of the null line means, such as "minder contact"; may be empty.
    public var below: String
    /// What an effect right of it means; may be empty.
    public var above: String
    /// A line of the reader's own; nil = none.
    public var reference: EffectReference?
    /// The ends of the axis; nil = from the values. What lies outside gets an arrow.
    public var range: ClosedRange<Double>?

    /// A measure from its parts.
    public init(
        name: String, scale: EffectScale = .linear,
        format: ValueFormat = .number(decimals: 2, isSigned: true),
        below: String = "", above: String = "", reference: EffectReference? = nil,
        range: ClosedRange<Double>? = nil
    ) {
        self.name = name
        self.scale = scale
        self.format = format
        self.below = below
        self.above = above
        self.reference = reference
        self.range = range
    }

    /// The effect in the unit readers know: itself, or the ratio of a logarithm.
    func natural(_ value: Double) -> Double { scale == .linear ? value : exp(value) }

    /// One effect as text; without end it is ∞, and what would not fit a column becomes a power of ten.
    func text(_ value: Double, _ language: Language) -> String {
        let shown = natural(value)
        if shown.isInfinite { return shown < 0 ? "−∞" : "∞" }
        let size = abs(shown) * (format.isShare ? 100 : 1)
        guard size >= 1e4 else { return format.bare(shown, language) + shortUnit(language) }
        if size < 1e7 { return format.withDecimals(0).bare(shown, language) + shortUnit(language) }
        let power = Int(log10(size).rounded(.down))
        let lead = NumberText(language).decimal(size / pow(10, Double(power)), decimals: 1)
        return "\(shown < 0 ? "−" : "")\(lead)·10^\(power)" + shortUnit(language)
    }

    /// `[−1,11; −0,32]`.
    func text(_ interval: ClosedRange<Double>, _ language: Language) -> String {
        "[\(text(interval.lowerBound, language))\(language == .dutch ? ";" : ",") "
            + "\(text(interval.upperBound, language))]"
    }

    /// `−0,71 [−1,11; −0,32]`.
    func text(_ value: Double, _ interval: ClosedRange<Double>?, _ language: Language) -> String {
        text(value, language) + (interval.map { " " + text($0, language) } ?? "")
    }

    /// Longer units stand in the subtitle, not at every effect.
    private func shortUnit(_ language: Language) -> String {
        format.suffix[language].count <= 2 ? format.suffix[language] : ""
    }

    /// The cell of one effect; a value that is no number is named, never left as a figure.
    func cell(_ value: Double?, _ words: EvidenceWords, why reason: String? = nil) -> FigureTable.Cell {
        guard let value, !value.isNaN else { return .missing(reason ?? words.noEstimate) }
        let shown = natural(value)
        return shown.isFinite ? .number(shown, format) : .missing(words.unbounded)
    }

    /// The two cells of an interval.
    func cells(_ interval: ClosedRange<Double>?, _ words: EvidenceWords) -> [FigureTable.Cell] {
        guard let interval else { return [.missing(words.noInterval), .missing(words.noInterval)] }
        return [cell(interval.lowerBound, words), cell(interval.upperBound, words)]
    }
}

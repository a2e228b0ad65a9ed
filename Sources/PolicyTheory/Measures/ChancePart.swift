public import Bilingual
internal import Segregation

/// What chance alone gives a measure of segregation, and the value with that taken out.
///
/// Small areas look segregated even when nobody segregates. The expectation is an exact sum over all ways to fill
/// the areas at random while areas and groups keep their sizes; no draws are made for it.
public struct ChancePart: Sendable, Hashable {
    /// What the measure is expected to be when all live at random.
    public let expected: Double
    /// The value with chance taken out; nil for a measure that is not 0 when groups are evenly spread.
    public let corrected: CorrectedValue?

    /// A part from its numbers.
    init(expected: Double, corrected: CorrectedValue?) {
        self.expected = expected
        self.corrected = corrected
    }
}

/// A value with what chance alone gives taken out: 0 is no more than chance, 1 is wholly apart, below 0 is more even
/// than chance (Carrington and Troske 1997, with the exact expectation in place of a simulated one).
public struct CorrectedValue: Sendable, Hashable {
    /// The corrected value.
    public let value: Double
    /// The interval of the raw value with both ends corrected in the same way.
    public let uncertainty: Uncertainty

    /// A corrected value from its parts.
    init(value: Double, uncertainty: Uncertainty) {
        self.value = value
        self.uncertainty = uncertainty
    }
}

extension ChancePart {
    /// The chance part of a measured value; nil where no exact expectation is known.
    init?(_ row: MeasureRow) {
        guard let expected = row.estimate.expectedUnderNoSegregation else { return nil }
        let correction = MeasureDefinition.named(row.identifier)?.correction ?? .none
        let corrected = row.estimate.corrected.map { value in
            CorrectedValue(
                value: value,
                uncertainty: Uncertainty(row.estimate).corrected(by: correction, expected: expected))
        }
        self.init(expected: expected, corrected: corrected)
    }
}

extension Uncertainty {
    /// The same interval with both ends corrected; the correction never turns their order.
    func corrected(by correction: ChanceCorrection, expected: Double) -> Uncertainty {
        guard let lower, let upper else { return self }
        guard let low = correction.correct(lower, expected: expected),
            let high = correction.correct(upper, expected: expected)
        else {
            return .none(
                reason: BilingualText(
                    nl: "een van de grenzen is niet te verbeteren voor toeval",
                    en: "one of the ends cannot be corrected for chance"))
        }
        return .interval(lower: low, upper: high)
    }
}

/// Something that follows from the data, or the reason why it does not.
public enum Derived<Content: Sendable & Hashable>: Sendable, Hashable {
    /// It is there.
    case found(Content)
    /// It is not, and why; no full stop at the end.
    case none(reason: BilingualText)

    /// What was found, or nil.
    public var content: Content? { if case .found(let content) = self { content } else { nil } }
    /// Why there is nothing, or nil.
    public var reason: BilingualText? { if case .none(let reason) = self { reason } else { nil } }
}

/// The value of an attribute. Always written between double quotes.
public enum MarkupValue: Sendable {
    /// A text, escaped when written.
    case text(String)
    /// A coordinate or length, rounded to 0.1; left out when it is not finite.
    case number(Double)
    /// Several numbers with spaces between them, each rounded to 0.1, as in `viewBox`.
    case numbers([Double])
    /// A whole number.
    case integer(Int)
    /// A colour, as `#RRGGBB`.
    case colour(Colour)
    /// The outline of a shape.
    case path(PathData)
    /// An attribute that is either there (with an empty value) or not, as in `hidden`.
    case flag(Bool)
    /// No attribute.
    case absent

    /// A text that may be missing; the attribute is then left out.
    public static func optional(_ text: String?) -> MarkupValue { text.map(MarkupValue.text) ?? .absent }
}

extension MarkupValue: ExpressibleByStringInterpolation {
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension MarkupValue: ExpressibleByFloatLiteral {
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
}

extension MarkupValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}

/// Attributes in the order in which they are written: `["x": 1.5, "fill": .colour(.ink)]`.
public struct MarkupAttributes: Sendable, ExpressibleByDictionaryLiteral {
    var pairs: [(name: StaticString, value: MarkupValue)]

    /// Attributes from a literal, in its order.
    public init(dictionaryLiteral elements: (StaticString, MarkupValue)...) {
        pairs = elements.map { (name: $0.0, value: $0.1) }
    }

    /// These attributes followed by `more`.
    public func adding(_ more: MarkupAttributes) -> MarkupAttributes {
        var result = self
        result.pairs += more.pairs
        return result
    }
}

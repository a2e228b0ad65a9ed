public import Bilingual

/// How the values of one quantity are written: as a percentage or a plain number, with how many decimals, with
/// which unit around it, with a sign or not.
public struct ValueFormat: Sendable, Hashable {
    /// Whether a value is a share in 0...1 that is shown times 100.
    public var isShare: Bool
    /// Decimals shown.
    public var decimals: Int
    /// What stands before the number, such as `€ `.
    public var prefix: BilingualText
    /// What stands after the number, such as `%` or ` km`.
    public var suffix: BilingualText
    /// Whether a value above zero gets a plus sign, as differences do.
    public var isSigned: Bool

    /// A format from its parts.
    public init(
        isShare: Bool, decimals: Int, prefix: BilingualText = BilingualText(same: ""),
        suffix: BilingualText = BilingualText(same: ""), isSigned: Bool = false
    ) {
        self.isShare = isShare
        self.decimals = decimals
        self.prefix = prefix
        self.suffix = suffix
        self.isSigned = isSigned
    }

    /// Shares in 0...1, shown as `38%`.
    public static func percent(decimals: Int = 0) -> ValueFormat {
        ValueFormat(isShare: true, decimals: decimals, suffix: BilingualText(same: "%"))
    }

    /// Differences between shares in −1...1, shown as `+3,1 %-punt`.
    public static func percentagePoints(decimals: Int = 1) -> ValueFormat {
        ValueFormat(
            isShare: true, decimals: decimals, suffix: BilingualText(nl: " %-punt", en: " pp"), isSigned: true
        )
    }

    /// Plain numbers, with `unit` after them and a space between.
    public static func number(
        decimals: Int = 0, unit: BilingualText? = nil, isSigned: Bool = false
    ) -> ValueFormat {
        ValueFormat(
            isShare: false, decimals: decimals,
            suffix: unit.map { BilingualText(nl: " " + $0.nl, en: " " + $0.en) } ?? BilingualText(same: ""),
            isSigned: isSigned)
    }

    /// Amounts of money, shown as `€ 84.000`.
    public static func euro(decimals: Int = 0) -> ValueFormat {
        ValueFormat(isShare: false, decimals: decimals, prefix: BilingualText(nl: "€ ", en: "€"))
    }

    /// `value` with its unit. What is not a number becomes an en dash.
    public func text(_ value: Double, _ language: Language) -> String {
        guard value.isFinite else { return "–" }
        return prefix[language] + bare(value, language) + suffix[language]
    }

    /// `value` without its unit, for the ends of a class or interval.
    public func bare(_ value: Double, _ language: Language) -> String {
        let shown = isShare ? value * 100 : value
        let numbers = NumberText(language)
        return isSigned
            ? numbers.signed(shown, decimals: decimals) : numbers.decimal(shown, decimals: decimals)
    }

    /// `lower` to `upper` with the unit once: `19–23%`.
    public func interval(_ lower: Double, _ upper: Double, _ language: Language) -> String {
        let separator = lower < 0 || upper < 0 || isSigned ? (language == .dutch ? " tot " : " to ") : "–"
        return prefix[language] + bare(lower, language) + separator + bare(upper, language) + suffix[language]
    }

    /// The same format with `decimals` decimals.
    public func withDecimals(_ decimals: Int) -> ValueFormat {
        var result = self
        result.decimals = decimals
        return result
    }
}

public import Bilingual
public import Neighbourhoods

/// The unit of a figure on a claim card, with the way it is written.
public enum FigureUnit: Sendable, Hashable {
    /// The level of a variable.
    case level(MeasurementUnit)
    /// A difference between two levels; of shares in percentage points.
    case difference(MeasurementUnit)
    /// A rank correlation, -1...1.
    case correlation
    /// An index, 0...1.
    case index

    /// `value` as text with its unit, for `language`: `38,4%`, `+3,1 procentpunt`, `0,23`.
    public func text(_ value: Double, _ language: Language) -> String {
        number(value, language) + suffix(language)
    }

    /// The interval as text: `12,1% tot 15,0%`, with the unit once where it is a word.
    public func text(from lower: Double, to upper: Double, _ language: Language) -> String {
        let to = language == .dutch ? " tot " : " to "
        return number(lower, language) + to + number(upper, language) + suffix(language)
    }

    private func number(_ value: Double, _ language: Language) -> String {
        let write = NumberText(language)
        return switch self {
        case .level(.share): write.percent(value, decimals: 1)
        case .difference(.share): write.signed(value * 100, decimals: 1)
        case .level(let unit): write.decimal(value, decimals: unit.decimals)
        case .difference(let unit): write.signed(value, decimals: unit.decimals)
        case .correlation, .index: write.decimal(value, decimals: 2)
        }
    }

    private func suffix(_ language: Language) -> String {
        switch self {
        case .level(.share), .correlation, .index: ""
        case .difference(.share): language == .dutch ? " procentpunt" : " percentage points"
        case .level(let unit), .difference(let unit): unit.suffix[language]
        }
    }
}

extension MeasurementUnit {
    /// Decimals that a figure of this unit is written with on a card.
    var decimals: Int {
        switch self {
        case .perThousand, .kilometres: 1
        case .points, .share: 2
        case .persons, .households, .dwellings, .euro, .count, .hectares, .perSquareKilometre, .years: 0
        }
    }

    /// The unit after a number, with its space.
    var suffix: BilingualText {
        switch self {
        case .perThousand: BilingualText(nl: " per 1.000", en: " per 1,000")
        case .kilometres: BilingualText(same: " km")
        case .points: BilingualText(nl: " punten", en: " points")
        case .persons: BilingualText(nl: " personen", en: " persons")
        case .households: BilingualText(nl: " huishoudens", en: " households")
        case .dwellings: BilingualText(nl: " woningen", en: " dwellings")
        case .euro: BilingualText(same: " euro")
        case .hectares: BilingualText(nl: " hectare", en: " hectares")
        case .perSquareKilometre: BilingualText(nl: " per km²", en: " per km²")
        case .years: BilingualText(nl: " jaar", en: " years")
        case .count, .share: BilingualText(same: "")
        }
    }
}

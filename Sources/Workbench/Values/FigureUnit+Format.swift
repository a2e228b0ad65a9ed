import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension FigureUnit {
    /// How a picture writes values of this unit; the same decimals as on the cards.
    var format: ValueFormat {
        switch self {
        case .level(.share): return .percent(decimals: 1)
        case .difference(.share): return .percentagePoints()
        case .correlation, .index: return .number(decimals: 2)
        case .level(let unit): return Self.plain(unit)
        case .difference(let unit):
            var format = Self.plain(unit)
            format.isSigned = true
            return format
        }
    }

    private static func plain(_ unit: MeasurementUnit) -> ValueFormat {
        switch unit {
        case .perThousand: .number(decimals: 1, unit: BilingualText(nl: "per 1.000", en: "per 1,000"))
        case .kilometres: .number(decimals: 1, unit: BilingualText(same: "km"))
        case .points: .number(decimals: 2, unit: BilingualText(nl: "punten", en: "points"))
        case .euro: .euro()
        default: .number()
        }
    }
}

extension LocalFigure {
    /// The interval as a range; nil where there is none.
    var interval: ClosedRange<Double>? {
        guard let lower = uncertainty.lower, let upper = uncertainty.upper, lower <= upper else { return nil }
        return lower...upper
    }
}

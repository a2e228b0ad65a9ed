import Bilingual
import Figures
import Neighbourhoods

extension Variable {
    /// How values of this variable are written. Points differ per producer: a scale whose values stay within ±5
    /// needs two decimals, others none.
    ///
    /// - Parameter values: figures of the variable, for scales without a fixed size.
    func format(over values: [Double] = []) -> ValueFormat {
        switch unit {
        case .share:
            let largest = values.map(abs).max() ?? 1
            return .percent(decimals: largest < 0.1 ? 1 : 0)
        case .euro: return .euro()
        case .kilometres: return .number(decimals: 1, unit: BilingualText(nl: "km", en: "km"))
        case .perThousand:
            return .number(
                decimals: 1, unit: BilingualText(nl: "per 1.000 inwoners", en: "per 1,000 inhabitants"))
        case .points:
            let largest = values.map(abs).max() ?? 0
            return .number(decimals: largest < 5 ? 2 : largest < 50 ? 1 : 0)
        case .persons: return .number(unit: BilingualText(nl: "personen", en: "persons"))
        case .households: return .number(unit: BilingualText(nl: "huishoudens", en: "households"))
        case .dwellings: return .number(unit: BilingualText(nl: "woningen", en: "dwellings"))
        case .hectares: return .number(unit: BilingualText(nl: "hectare", en: "hectares"))
        case .perSquareKilometre: return .number(unit: BilingualText(nl: "per km²", en: "per km²"))
        case .years: return .number(decimals: 1, unit: BilingualText(nl: "jaar", en: "years"))
        case .count: return .number(decimals: 1)
        }
    }

    /// How differences between two values are written, always with their sign.
    func differenceFormat(over values: [Double] = []) -> ValueFormat {
        if unit == .share { return .percentagePoints() }
        var result = format(over: values)
        result.isSigned = true
        return result
    }
}

extension MissingReason {
    /// The reason as readers see it in a cell, a tooltip or a key.
    var name: BilingualText {
        switch self {
        case .suppressed:
            BilingualText(nl: "geheim: te weinig mensen of woningen", en: "withheld: too few people or homes")
        case .notCollected: BilingualText(nl: "geen cijfer", en: "no figure")
        case .notApplicable: BilingualText(nl: "niet van toepassing", en: "does not apply")
        case .refused: BilingualText(nl: "onbruikbaar cijfer in de bron", en: "unusable figure in the source")
        case .smallCell: BilingualText(nl: "verborgen: kleine groep", en: "hidden: small group")
        }
    }
}

extension Theme {
    /// The name of the theme.
    var name: BilingualText {
        switch self {
        case .population: BilingualText(nl: "Bewoners en huishoudens", en: "Residents and households")
        case .stock: BilingualText(nl: "Woningen", en: "Housing stock")
        case .income: BilingualText(nl: "Inkomen", en: "Income")
        case .facilities: BilingualText(nl: "Voorzieningen", en: "Facilities")
        case .safety: BilingualText(nl: "Veiligheid en overlast", en: "Safety and nuisance")
        case .satisfaction: BilingualText(nl: "Wat bewoners vinden", en: "What residents say")
        case .moving: BilingualText(nl: "Verhuizen", en: "Moving")
        case .liveability: BilingualText(nl: "Leefbaarheid", en: "Liveability")
        case .opportunity: BilingualText(nl: "Opleiding en werk", en: "Education and work")
        case .contact: BilingualText(nl: "Contact in de buurt", en: "Contact in the neighbourhood")
        }
    }

    /// The order of the choice list: places before people.
    static let readingOrder: [Theme] = [
        .facilities, .stock, .liveability, .satisfaction, .safety, .moving, .contact, .income, .opportunity,
        .population,
    ]
}

extension AreaLevel {
    /// The name of one area, and of several, at this level.
    var one: BilingualText {
        switch self {
        case .nation: BilingualText(nl: "land", en: "country")
        case .municipality: BilingualText(nl: "gemeente", en: "municipality")
        case .district: BilingualText(nl: "wijk", en: "district")
        case .neighbourhood: BilingualText(nl: "buurt", en: "neighbourhood")
        case .estate: BilingualText(nl: "complex", en: "estate")
        }
    }

    /// Both names, as figures use them.
    var noun: AreaNoun { AreaNoun(one: one, many: many) }

    /// The name of several areas at this level.
    var many: BilingualText {
        switch self {
        case .nation: BilingualText(nl: "landen", en: "countries")
        case .municipality: BilingualText(nl: "gemeenten", en: "municipalities")
        case .district: BilingualText(nl: "wijken", en: "districts")
        case .neighbourhood: BilingualText(nl: "buurten", en: "neighbourhoods")
        case .estate: BilingualText(nl: "complexen", en: "estates")
        }
    }
}

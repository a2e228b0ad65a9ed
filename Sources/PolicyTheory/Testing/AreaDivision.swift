internal import Bilingual
internal import Neighbourhoods

/// The areas of a municipality in two: those that the theory speaks of, and the others.
struct AreaDivision {
    /// What lies on each side, to follow "in": "buurten boven het gemeentelijke aandeel".
    let inside: BilingualText
    let outside: BilingualText
    let sides: [Side]
    let data: [DataUse]
    let notes: [BilingualText]
    /// The year of the figures that it stands on.
    let year: Int

    /// The fewest areas that each side must have before a contrast says anything: an interval by drawing areas
    /// again is no interval when a side holds a handful.
    static let fewestAreas = 3

    /// Areas above (or below) a line.
    static func sides(_ values: [Double], line: Double, above: Bool) -> [Side] {
        values.map { value in
            guard value.isFinite else { return .unknown }
            return (above ? value > line : value < line) ? .inside : .outside
        }
    }

    /// The areas that lie inside both divisions. An area that lies outside one of them is outside, also when the
    /// other one is unknown.
    static func both(_ first: [Side], _ second: [Side]) -> [Side] {
        zip(first, second).map { one, other in
            if one == .outside || other == .outside { return .outside }
            return one == .unknown || other == .unknown ? .unknown : .inside
        }
    }
}

extension AreaLevel {
    /// Areas of this level, in the plural.
    var plural: BilingualText {
        switch self {
        case .nation: BilingualText(nl: "landen", en: "countries")
        case .municipality: BilingualText(nl: "gemeenten", en: "municipalities")
        case .district: BilingualText(nl: "wijken", en: "districts")
        case .neighbourhood: BilingualText(nl: "buurten", en: "neighbourhoods")
        case .estate: BilingualText(nl: "complexen", en: "estates")
        }
    }
}

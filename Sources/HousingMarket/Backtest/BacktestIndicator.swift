public import Bilingual
public import Neighbourhoods

/// What a back-test scores: a variable without a wished direction. A prediction is good when it is near, whichever
/// way the figure went.
public struct BacktestIndicator: Sendable, Hashable, Identifiable {
    /// The identifier of the variable.
    public let id: Variable.ID
    /// Its name.
    public let name: BilingualText
    /// The unit of observed and predicted values.
    public let unit: MeasurementUnit

    /// An indicator from its parts.
    public init(id: Variable.ID, name: BilingualText, unit: MeasurementUnit) {
        self.id = id
        self.name = name
        self.unit = unit
    }

    /// The indicator of a variable of the catalogue.
    public init(_ variable: Variable) {
        self.init(id: variable.id, name: variable.name, unit: variable.unit)
    }

    /// Whether values add up over areas. Sums have no weights: a large area already counts for more.
    public var isCount: Bool {
        switch unit {
        case .persons, .households, .dwellings, .count, .hectares: true
        case .share, .euro, .kilometres, .perThousand, .points, .perSquareKilometre, .years: false
        }
    }

    /// Whether zero means none, so that a ratio of two levels has a meaning.
    public var hasZeroPoint: Bool { unit != .points }

    /// `value` brought within what the unit allows: shares 0...1, everything but points at least 0.
    func bounded(_ value: Double) -> Double {
        switch unit {
        case .points: value
        case .share: min(max(value, 0), 1)
        default: max(value, 0)
        }
    }
}

/// How large a change must be before it counts as one: smaller ones may be noise of the source.
public enum NoiseThreshold: Sendable, Hashable {
    /// A change in the unit of the indicator.
    case absolute(Double)
    /// A part of the value in the first year: 0.02 is two per cent.
    case relative(Double)

    /// The threshold where a source gives no margins: one percentage point for shares, 2 % for counts, 5 % for the
    /// rest. A convention, printed with every result; no property of the data.
    public static func standard(for unit: MeasurementUnit) -> NoiseThreshold {
        switch unit {
        case .share: .absolute(0.01)
        case .persons, .households, .dwellings, .count, .hectares: .relative(0.02)
        case .euro, .kilometres, .perThousand, .points, .perSquareKilometre, .years: .relative(0.05)
        }
    }

    /// The smallest change that counts for an area whose value in the first year is `value`.
    public func width(at value: Double) -> Double {
        switch self {
        case .absolute(let width): width
        case .relative(let part): part * abs(value)
        }
    }

    /// The number in the threshold.
    var size: Double {
        switch self {
        case .absolute(let size), .relative(let size): size
        }
    }
}

public import Bilingual

/// What a figure counts or measures in. Shares are kept as 0...1, never as percentages.
public enum MeasurementUnit: String, Sendable, Codable, CaseIterable {
    /// A number of persons.
    case persons
    /// A number of households.
    case households
    /// A number of dwellings.
    case dwellings
    /// A share of the universe, 0...1.
    case share
    /// Euro.
    case euro
    /// Kilometres.
    case kilometres
    /// A number of things, such as shops within reach.
    case count
    /// Events per 1,000 inhabitants a year.
    case perThousand
    /// Points on the producer's own scale, whose direction the variable's description gives.
    case points
    /// Hectares.
    case hectares
    /// Number per square kilometre.
    case perSquareKilometre
    /// Years.
    case years
}

/// Who or what a figure is about. Persons are not households.
public enum Universe: String, Sendable, Codable, CaseIterable {
    /// Inhabitants.
    case persons
    /// Private households.
    case households
    /// Dwellings.
    case dwellings
    /// The area as such.
    case area
}

/// The subject under which a variable is found.
public enum Theme: String, Sendable, Codable, CaseIterable {
    /// Population and households.
    case population
    /// Housing stock: tenure, type, period, size, value.
    case stock
    /// Household income.
    case income
    /// Facilities by function.
    case facilities
    /// Recorded crime and experienced nuisance, kept apart by their variables.
    case safety
    /// What residents say of neighbourhood and dwelling.
    case satisfaction
    /// Wish to move and moves.
    case moving
    /// Liveability scores of their producers.
    case liveability
    /// Education, work and benefits.
    case opportunity
    /// Contact and cohesion.
    case contact
}

/// Something that is known of areas: its name, unit and universe. Origin is not among them: it is observed in a
/// module of its own.
public struct Variable: Sendable, Hashable, Identifiable {
    /// A stable identifier such as `tenure.socialRent`; the first part is the family.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable, ExpressibleByStringLiteral {
        /// The identifier as text.
        public let rawValue: String
        /// An identifier from text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// An identifier from a literal.
        public init(stringLiteral value: String) { rawValue = value }
        /// Identifiers are ordered as text.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
        /// The part before the first dot: variables of one family make up one distribution or subject.
        public var family: String { String(rawValue.prefix { $0 != "." }) }
    }

    /// Whether more of it reads as stronger, weaker or neither. Only what a claim states a direction for has one.
    public enum Direction: String, Sendable, Codable {
        /// More is what the policy theory calls better.
        case higherIsWished
        /// Less is what the policy theory calls better.
        case lowerIsWished
        /// No wish is stated.
        case neutral
    }

    /// The identifier.
    public let id: ID
    /// A short name.
    public let name: BilingualText
    /// What exactly is counted, in a sentence.
    public let meaning: BilingualText
    /// The unit of its values.
    public let unit: MeasurementUnit
    /// Who or what it is about.
    public let universe: Universe
    /// The subject.
    public let theme: Theme
    /// What the policy theory wishes.
    public let direction: Direction

    /// Makes a variable.
    public init(
        _ id: ID, nl: String, en: String, meaningNL: String = "", meaningEN: String = "",
        unit: MeasurementUnit,
        of universe: Universe, theme: Theme, direction: Direction = .neutral
    ) {
        self.id = id
        name = BilingualText(nl: nl, en: en)
        meaning = BilingualText(
            nl: meaningNL.isEmpty ? nl : meaningNL, en: meaningEN.isEmpty ? en : meaningEN)
        self.unit = unit
        self.universe = universe
        self.theme = theme
        self.direction = direction
    }

    /// The values that can occur: shares lie in 0...1, counts and distances are not negative, points are free.
    public var range: ClosedRange<Double> { unit.range }
}

extension MeasurementUnit {
    /// The values that can occur. Nothing here is larger than a thousand million million, and no country has a thousand
    /// million people: what is, is a code or a slip, and beyond all whole numbers.
    public var range: ClosedRange<Double> {
        switch self {
        case .share: 0...1
        case .points: -1e15...1e15
        case .persons, .households, .dwellings: 0...1e9
        default: 0...1e15
        }
    }
}

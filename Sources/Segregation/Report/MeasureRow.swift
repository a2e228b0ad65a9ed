/// One measured value of a tidy table: which measure, of whom, with what parameters, and how sure.
public struct MeasureRow: Sendable, Equatable {
    /// The identifier of the measure, see ``MeasureDefinition``.
    public let identifier: String
    /// The groups concerned: none for a measure of the whole table, one, or two in order.
    public let groups: [Group]
    /// The unit concerned, for local measures.
    public let unit: String?
    /// The parameters, in a fixed order.
    public let parameters: [MeasureParameter]
    /// The value and its uncertainty.
    public var estimate: Estimate
    /// The scale of the units, such as `buurt`; `nil` where it was not given.
    public var scale: String?
    /// The year of the counts; `nil` where it was not given.
    public var year: Int?

    /// A row.
    public init(
        identifier: String, groups: [Group] = [], unit: String? = nil, parameters: [MeasureParameter] = [],
        estimate: Estimate, scale: String? = nil, year: Int? = nil
    ) {
        self.identifier = identifier
        self.groups = groups
        self.unit = unit
        self.parameters = parameters
        self.estimate = estimate
        self.scale = scale
        self.year = year
    }

    /// The definition of the measure; `nil` for an identifier that is not in ``MeasureDefinition/complete``.
    public var definition: MeasureDefinition? { MeasureDefinition.named(identifier) }
}

/// A parameter of a measure and its value.
public struct MeasureParameter: Sendable, Hashable {
    /// The name, as in the reference files.
    public let name: String
    /// The value as text, `e` or a number.
    public let value: String

    /// A parameter.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    static let naturalBase = MeasureParameter("base", "e")
}

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

    /// A row.
    public init(
        identifier: String, groups: [Group] = [], unit: String? = nil, parameters: [MeasureParameter] = [],
        estimate: Estimate
    ) {
        self.identifier = identifier
        self.groups = groups
        self.unit = unit
        self.parameters = parameters
        self.estimate = estimate
    }
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

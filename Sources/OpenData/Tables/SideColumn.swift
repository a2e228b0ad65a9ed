public import Neighbourhoods

/// A column that this library hands on without reading meaning into it: observations of origin, which only the
/// target for origins types. The name says which class of which classification it is.
public struct SideColumn: Sendable, Hashable {
    /// The target in the mapping, such as `origin.historical.nonWestern`.
    public var id: String
    /// The column in the file.
    public var columnName: String
    /// Whether it holds shares of persons (0...1) or numbers of persons.
    public var unit: MeasurementUnit
    /// The level of the areas.
    public var level: AreaLevel
    /// The year of the figures.
    public var year: Int
    /// Where they come from.
    public var source: Source.ID
    /// The classification, where the mapping names one.
    public var version: String
    /// The areas.
    public var areas: [AreaCode]
    /// One value for each area.
    public var values: Column
}

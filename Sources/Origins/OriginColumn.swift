public import Neighbourhoods

/// One column of observations as a reader of files hands it on, before this library gives it meaning.
public struct OriginColumn: Sendable, Hashable {
    /// Which class of which classification, such as `origin.historical.nonWestern`.
    public let id: String
    /// The year of the figures.
    public let year: Int
    /// The scale.
    public let level: AreaLevel
    /// The areas.
    public let areas: [AreaCode]
    /// One value for each area: a share of residents (0...1) or a number of residents.
    public let values: Column
    /// Whether the values are shares.
    public let isShare: Bool
    /// Where they come from.
    public let source: Source.ID

    /// Makes a column; whether it fits is checked by ``OriginTable``.
    public init(
        id: String, year: Int, level: AreaLevel, areas: [AreaCode], values: Column, isShare: Bool,
        source: Source.ID
    ) {
        self.id = id
        self.year = year
        self.level = level
        self.areas = areas
        self.values = values
        self.isShare = isShare
        self.source = source
    }
}

public import Bilingual
public import Neighbourhoods

/// Counts of some group of residents by area, as observed by a statistical office. It enters the first claim only,
/// as something seen: no other test, choice of areas or threshold ever reads it.
public struct ObservedGroup: Sendable, Hashable {
    /// A stable identifier; the same one in several years makes a trend.
    public let id: String
    /// Its name in the words of the classification.
    public let label: BilingualText
    /// The classification that the name belongs to.
    public let classification: BilingualText
    /// The year of the counts.
    public let year: Int
    /// The scale.
    public let level: AreaLevel
    /// The areas.
    public let areas: [AreaCode]
    /// How many residents of each area are in the group.
    public let counts: Column
    /// How many residents each area has.
    public let totals: Column
    /// Where the counts come from.
    public let source: Source.ID

    /// Makes an observation; nil when the columns do not fit the areas.
    public init?(
        id: String, label: BilingualText, classification: BilingualText, year: Int, level: AreaLevel,
        areas: [AreaCode], counts: Column, totals: Column, source: Source.ID
    ) {
        guard counts.count == areas.count, totals.count == areas.count, Set(areas).count == areas.count
        else { return nil }
        self.id = id
        self.label = label
        self.classification = classification
        self.year = year
        self.level = level
        self.areas = areas
        self.counts = counts
        self.totals = totals
        self.source = source
    }
}

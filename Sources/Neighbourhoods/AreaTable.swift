/// One variable in one year from one source, for the areas of the table that holds it.
public struct Series: Sendable, Hashable {
    /// What it is.
    public var variable: Variable.ID
    /// The year the figures are about (reference year, not the year of publication).
    public var year: Int
    /// Where it comes from.
    public var source: Source.ID
    /// The classification or version its figures belong to ("Leefbaarometer 3.0"); figures of two versions are
    /// never compared. Empty where the source knows one only.
    public var version: String
    /// The values, one for each area of the table.
    public var values: Column
    /// Half the width of the 95% interval of each value where the producer gives it (surveys), in the same unit.
    public var margins: Column?

    /// Makes a series.
    public init(
        variable: Variable.ID, year: Int, source: Source.ID, version: String = "", values: Column,
        margins: Column? = nil
    ) {
        self.variable = variable
        self.year = year
        self.source = source
        self.version = version
        self.values = values
        self.margins = margins
    }
}

/// The outcome of one import: areas of one level and series over them.
public struct AreaTable: Sendable, Hashable {
    /// The level of all areas.
    public var level: AreaLevel
    /// The areas; no code occurs twice.
    public var areas: [Area]
    /// The series; each has one value per area.
    public var series: [Series]

    /// Makes a table; nil when a code occurs twice or a series has another number of values than there are areas.
    public init?(level: AreaLevel, areas: [Area], series: [Series]) {
        guard Set(areas.map(\.code)).count == areas.count,
            series.allSatisfy({
                $0.values.count == areas.count && ($0.margins?.count ?? areas.count) == areas.count
            })
        else { return nil }
        self.level = level
        self.areas = areas
        self.series = series
    }
}

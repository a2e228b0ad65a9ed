public import Neighbourhoods

/// A column of observed numbers that is kept apart from everything that policy can reach, such as the origin of
/// residents. This file only keeps it; the module `Origins` gives it meaning.
public struct ObservedColumn: Sendable, Hashable {
    /// Its identifier, such as `origin.cbs2022.outsideEurope`.
    public var id: String
    /// The level of its areas.
    public var level: AreaLevel
    /// The year it is about.
    public var year: Int
    /// Where it comes from.
    public var source: Source.ID
    /// Whether values are shares (0...1) or counts of persons.
    public var isShare: Bool
    /// The areas, one per value.
    public var areas: [AreaCode]
    /// The values.
    public var values: Column

    /// Makes a column; nil when there is not one value per area.
    public init?(
        id: String, level: AreaLevel, year: Int, source: Source.ID, isShare: Bool, areas: [AreaCode],
        values: Column
    ) {
        guard areas.count == values.count else { return nil }
        self.id = id
        self.level = level
        self.year = year
        self.source = source
        self.isShare = isShare
        self.areas = areas
        self.values = values
    }
}

/// Everything that one import adds to a project, written in one transaction or not at all.
public struct Contribution: Sendable {
    /// What was imported, for the list of imports.
    public var name: String
    /// A hash of the input and of how it was read. A second import with the same fingerprint changes nothing.
    public var fingerprint: String
    /// The sources of its figures.
    public var sources: [Source]
    /// The tables.
    public var tables: [AreaTable]
    /// The shapes.
    public var geometries: [AreaGeometry]
    /// The observed columns kept apart.
    public var observed: [ObservedColumn]
    /// The import report, as JSON text.
    public var report: String

    /// Makes a contribution.
    public init(
        name: String, fingerprint: String, sources: [Source], tables: [AreaTable],
        geometries: [AreaGeometry] = [],
        observed: [ObservedColumn] = [], report: String = "[]"
    ) {
        self.name = name
        self.fingerprint = fingerprint
        self.sources = sources
        self.tables = tables
        self.geometries = geometries
        self.observed = observed
        self.report = report
    }
}

/// One import that a project holds.
public struct ImportRecord: Sendable, Hashable {
    /// Its number, from 1 in order of import.
    public var number: Int
    /// What was imported.
    public var name: String
    /// Its fingerprint.
    public var fingerprint: String
    /// Its report, as JSON text.
    public var report: String
}

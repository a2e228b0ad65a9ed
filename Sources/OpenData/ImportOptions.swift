public import Neighbourhoods

/// What the caller knows or wants beside the file.
public struct ImportOptions: Sendable {
    /// The year of the figures; needed where the file does not tell, and chooses where it tells several.
    public var year: Int?
    /// Only this municipality, its districts and neighbourhoods, and the nation. Nil takes all.
    public var municipality: AreaCode?
    /// The sheet or layer.
    public var layer: String?
    /// What is known already: rates need its numbers of inhabitants and dwellings.
    public var existing: Dataset?

    /// Makes options.
    public init(
        year: Int? = nil, municipality: AreaCode? = nil, layer: String? = nil, existing: Dataset? = nil
    ) {
        self.year = year
        self.municipality = municipality
        self.layer = layer
        self.existing = existing
    }
}

/// What an import gave, ready to be stored. Reading the same files again gives an equal value.
public struct ImportResult: Sendable {
    /// The municipality, where the import is about one.
    public var municipality: Area?
    /// Areas and series, one table per level and file.
    public var tables: [AreaTable] = []
    /// The sources of the tables and shapes.
    public var sources: [Source] = []
    /// The shapes.
    public var geometries: [AreaGeometry] = []
    /// Observations of origin, untouched.
    public var sideColumns: [SideColumn] = []
    /// What happened to each column.
    public var report = ImportReport()

    /// An empty result.
    public init() {}

    /// The data set of these tables alone; nil when they are not about one municipality.
    public var dataset: Dataset? {
        municipality.map {
            Dataset(municipality: $0, tables: tables, sources: sources, geometries: geometries)
        }
    }
}

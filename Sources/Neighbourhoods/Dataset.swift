/// Everything that is known of one municipality: its areas, series, sources and shapes. A value; pages and claims
/// are functions of it.
public struct Dataset: Sendable {
    /// The municipality.
    public let municipality: Area
    /// All sources, in order of their identifiers.
    public let sources: [Source]
    /// The shapes, newest first.
    public let geometries: [AreaGeometry]

    private let areasByLevel: [AreaLevel: [Area]]
    private let indexByLevel: [AreaLevel: [AreaCode: Int]]
    private let seriesByKey: [Key: [Series]]

    private struct Key: Hashable {
        var variable: Variable.ID
        var level: AreaLevel
    }

    /// Gathers the tables of one municipality. Areas are ordered by code. Where two tables have the same variable,
    /// year and version, the table that comes later in `tables` is taken and fills its gaps from the earlier one.
    ///
    /// - Parameters:
    ///   - municipality: the municipality; areas of others are left out, the nation is kept for reference.
    ///   - tables: imported tables in the order of their import.
    public init(municipality: Area, tables: [AreaTable], sources: [Source], geometries: [AreaGeometry] = []) {
        self.municipality = municipality
        self.sources = sources.sorted { $0.id < $1.id }
        self.geometries = geometries.sorted { ($0.year, $0.source) > ($1.year, $1.source) }
        var byLevel: [AreaLevel: [AreaCode: Area]] = [.municipality: [municipality.code: municipality]]
        for table in tables {
            for area in table.areas where Self.belongs(area, to: municipality.code) {
                byLevel[table.level, default: [:]][area.code] = area
            }
        }
        let areas = byLevel.mapValues { $0.values.sorted { $0.code < $1.code } }
        let index = areas.mapValues { list in
            Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1.code, $0) })
        }
        areasByLevel = areas
        indexByLevel = index
        var merged: [Key: [Series]] = [:]
        for table in tables {
            guard let positions = index[table.level] else { continue }
            for series in table.series {
                let key = Key(variable: series.variable, level: table.level)
                let aligned = Self.align(series, of: table.areas, to: positions)
                guard aligned.values.knownCount > 0 || !aligned.values.reasons.isEmpty else { continue }
                Self.merge(aligned, into: &merged[key, default: []])
            }
        }
        seriesByKey = merged.mapValues { $0.sorted { ($0.year, $0.version) < ($1.year, $1.version) } }
    }

    /// Whether any source describes a made-up place.
    public var isSynthetic: Bool { sources.contains(where: \.isSynthetic) }

    /// The areas of `level`, in code order.
    public func areas(_ level: AreaLevel) -> [Area] { areasByLevel[level] ?? [] }

    /// The area with `code` at any level.
    public func area(_ code: AreaCode) -> Area? {
        for (level, positions) in indexByLevel {
            if let index = positions[code] { return areasByLevel[level]?[index] }
        }
        return nil
    }

    /// The position of `code` among the areas of `level`.
    public func index(of code: AreaCode, at level: AreaLevel) -> Int? { indexByLevel[level]?[code] }

    /// All series of `variable` at `level`, oldest first; each is aligned with ``areas(_:)``.
    public func allSeries(of variable: Variable.ID, at level: AreaLevel) -> [Series] {
        seriesByKey[Key(variable: variable, level: level)] ?? []
    }

    /// The series of `variable` at `level` in `year`, or the newest one that holds a known value when `year` is nil.
    public func series(_ variable: Variable.ID, at level: AreaLevel, year: Int? = nil) -> Series? {
        let all = allSeries(of: variable, at: level)
        if let year { return all.last { $0.year == year } }
        return all.last { $0.values.knownCount > 0 } ?? all.last
    }

    /// The years in which `variable` has a known value at `level`, oldest first, within one version when given.
    public func years(of variable: Variable.ID, at level: AreaLevel, version: String? = nil) -> [Int] {
        var years: [Int] = []
        for series in allSeries(of: variable, at: level)
        where series.values.knownCount > 0 && (version == nil || series.version == version) {
            if years.last != series.year { years.append(series.year) }
        }
        return years
    }

    /// The value of `variable` for one area; ``MissingReason/notCollected`` where there is no series.
    public func value(_ variable: Variable.ID, of code: AreaCode, at level: AreaLevel, year: Int? = nil)
        -> Value
    {
        guard let series = series(variable, at: level, year: year), let index = index(of: code, at: level)
        else { return .missing(.notCollected) }
        return series.values[index]
    }

    /// The figure of the municipality as a whole, as its source publishes it.
    public func municipalValue(_ variable: Variable.ID, year: Int? = nil) -> Value {
        value(variable, of: municipality.code, at: .municipality, year: year)
    }

    /// The national figure, as its source publishes it.
    public func nationalValue(_ variable: Variable.ID, year: Int? = nil) -> Value {
        guard let nation = areas(.nation).first else { return .missing(.notCollected) }
        return value(variable, of: nation.code, at: .nation, year: year)
    }

    /// The variables that have a known value at `level`, in catalogue order.
    public func variables(at level: AreaLevel) -> [Variable] {
        VariableCatalogue.all.filter { variable in
            allSeries(of: variable.id, at: level).contains { $0.values.knownCount > 0 }
        }
    }

    /// All series at `level`, in catalogue order and by year: what the provenance page lists.
    public func allSeries(at level: AreaLevel) -> [Series] {
        VariableCatalogue.all.flatMap { allSeries(of: $0.id, at: level) }
    }

    /// The source with identifier `id`.
    public func source(_ id: Source.ID) -> Source? { sources.first { $0.id == id } }

    /// The shapes of `level` nearest in time to `year`, or the newest.
    public func geometry(at level: AreaLevel, year: Int? = nil) -> AreaGeometry? {
        let candidates = geometries.filter { $0.level == level }
        guard let year else { return candidates.first }
        return candidates.min { abs($0.year - year) < abs($1.year - year) }
    }

    private static func belongs(_ area: Area, to municipality: AreaCode) -> Bool {
        area.level == .nation || area.code == municipality || area.municipality == municipality
    }

    private static func align(_ series: Series, of areas: [Area], to positions: [AreaCode: Int]) -> Series {
        let empty = Array(repeating: Value.missing(.notCollected), count: positions.count)
        var aligned = series
        aligned.values = Column(empty)
        aligned.margins = series.margins.map { _ in Column(empty) }
        for (index, area) in areas.enumerated() {
            guard let position = positions[area.code] else { continue }
            aligned.values[position] = series.values[index]
            if let margins = series.margins { aligned.margins?[position] = margins[index] }
        }
        return aligned
    }

    private static func merge(_ series: Series, into all: inout [Series]) {
        guard let place = all.firstIndex(where: { $0.year == series.year && $0.version == series.version })
        else {
            all.append(series)
            return
        }
        var later = series
        let earlier = all[place]
        for index in 0..<later.values.count where later.values[index].number == nil {
            if case .known = earlier.values[index] {
                later.values[index] = earlier.values[index]
                if let margins = earlier.margins { later.margins?[index] = margins[index] }
            }
        }
        all[place] = later
    }
}

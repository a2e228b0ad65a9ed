public import Neighbourhoods

/// Numbers of residents by class of origin, area and year, kept apart from everything else that is known of areas.
///
/// It can be observed and measured; nothing in the program can choose areas, weigh, filter or steer by it, because no
/// target that does such things can import this one.
public struct OriginTable: Sendable {
    /// The numbers of one class in one year.
    public struct Observation: Sendable, Hashable {
        /// The class.
        public let origin: OriginClass
        /// The year.
        public let year: Int
        /// The scale.
        public let level: AreaLevel
        /// The areas, in code order.
        public let areas: [AreaCode]
        /// Residents of the class in each area; not rounded, because a share times a rounded total is no whole number.
        public let counts: Column
        /// All residents of each area.
        public let totals: Column
        /// Where the figures come from.
        public let source: Source.ID
    }

    /// All observations: by classification, class, level and year.
    public let observations: [Observation]
    /// What residents say of living together with people of another origin (`origin.survey. ...`): answers, not
    /// counts of residents. They are kept as they came.
    public let surveys: [OriginColumn]

    /// Gathers columns. Shares become numbers with the residents of their area in the nearest year of `dataset`; a
    /// column at a level that the dataset has no residents for is left out when it holds shares.
    ///
    /// - Throws: ``OriginError`` for a column that names no known class, does not fit its areas or holds an
    ///   impossible value.
    public init(_ columns: [OriginColumn], in dataset: Dataset) throws(OriginError) {
        var found: [Observation] = []
        surveys = columns.filter { $0.id.hasPrefix("origin.survey.") }
        for column in columns where !column.id.hasPrefix("origin.survey.") {
            guard let origin = OriginClass(rawValue: column.id) else { throw .unknownClass(column.id) }
            guard column.areas.count == column.values.count, Set(column.areas).count == column.areas.count
            else { throw .misfit(column.id, areas: Set(column.areas).count, values: column.values.count) }
            guard let observation = try Self.observation(of: origin, column, in: dataset) else { continue }
            found.removeAll {
                $0.origin == origin && $0.year == observation.year && $0.level == observation.level
            }
            found.append(observation)
        }
        observations = found.sorted { left, right in
            let order = { (one: Observation) in
                (one.origin.classification.rawValue, one.origin.rawValue, one.level.rawValue, one.year)
            }
            return order(left) < order(right)
        }
    }

    /// The observations of one class at one level, oldest first. All are of one classification, so they may be set
    /// beside each other.
    public func observations(of origin: OriginClass, at level: AreaLevel) -> [Observation] {
        observations.filter { $0.origin == origin && $0.level == level }
    }

    /// The observation of one class at one level in one year, or the newest.
    /// - Throws: ``OriginError/noFigures(_:_:year:)``.
    public func observation(of origin: OriginClass, at level: AreaLevel, year: Int? = nil) throws(OriginError)
        -> Observation
    {
        let all = observations(of: origin, at: level)
        let match = year.map { year in all.last { $0.year == year } } ?? all.last
        guard let match else { throw .noFigures(origin, level, year: year ?? 0) }
        return match
    }

    /// The years in which every one of `classes` has figures at `level`, oldest first.
    /// - Throws: ``OriginError/noBridge(from:to:)`` when the classes belong to different classifications.
    public func years(of classes: [OriginClass], at level: AreaLevel) throws(OriginError) -> [Int] {
        guard let first = classes.first else { return [] }
        for other in classes where other.classification != first.classification {
            throw .noBridge(from: first.classification, to: other.classification)
        }
        return observations(of: first, at: level).map(\.year).filter { year in
            classes.allSatisfy { one in observations(of: one, at: level).contains { $0.year == year } }
        }
    }

    private static func observation(of origin: OriginClass, _ column: OriginColumn, in dataset: Dataset)
        throws(OriginError) -> Observation?
    {
        guard let base = dataset.base(of: .persons, at: column.level, near: column.year) else { return nil }
        var positions: [AreaCode: Int] = [:]
        for (index, code) in column.areas.enumerated() { positions[code] = index }
        var counts = Column()
        var totals = Column()
        var codes: [AreaCode] = []
        for (index, area) in dataset.areas(column.level).enumerated() {
            guard let position = positions[area.code] else { continue }
            codes.append(area.code)
            totals.append(base.values[index])
            let value = column.values[position]
            guard let number = value.number else {
                counts.append(value)
                continue
            }
            guard number >= 0, !column.isShare || number <= 1 else {
                throw .impossible(column.id, area: area.code, value: number)
            }
            guard let total = base.values[index].number else {
                counts.append(.missing(base.values[index].reason ?? .notCollected))
                continue
            }
            // Counts and totals are rounded apart from each other, to 5 or 10: a count may lie 10 above.
            guard column.isShare || number <= total + 10 else {
                throw .impossible(column.id, area: area.code, value: number)
            }
            counts.append(.known(column.isShare ? number * total : min(number, total)))
        }
        return Observation(
            origin: origin, year: column.year, level: column.level, areas: codes, counts: counts,
            totals: totals,
            source: column.source)
    }
}

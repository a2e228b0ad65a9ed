import Segregation

/// Measures one table as the command line asks for.
struct Measuring {
    var counts: CountsFile
    var options: MeasureOptions
    var spatial = SpatialOptions()
    /// Draws for measures of places; `nil` to follow from the work they take.
    var spatialDraws: Int?
    var isOrdered = false
    /// The degree of the curve behind the rank-order index.
    var degree: Int?
    /// The share of the population that was counted.
    var samplingFraction = 0.0

    init(counts: CountsFile, options: MeasureOptions) {
        self.counts = counts
        self.options = options
        spatial.selfDistance = counts.geography.areas == nil ? .none : .rootOfArea
        spatial.threads = options.threads
    }

    /// About as many products of weights and counts as take some seconds.
    private static let affordable = 4e10

    /// Everything that the data allow, or the measures asked for; those that need more say so.
    func rows(_ identifiers: [String]) throws -> [MeasureRow] {
        if let ranges = counts.ranges { return try rows(identifiers, of: ranges) }
        guard identifiers.isEmpty else { return try identifiers.flatMap { try rows(of: $0) } }
        let known = counts.geography.known
        let possible = MeasureDefinition.spatial.filter {
            !$0.needsOfPlaces.isEmpty && known.isSuperset(of: $0.needsOfPlaces)
        }
        return try MeasureReport(of: counts.table, options: options).rows
            + (isOrdered ? try ordinalRows() : [])
            + (possible.isEmpty ? [] : try spatialRows(possible.map(\.identifier)))
    }

    /// Bounds and intervals over all tables in keeping with ranges.
    private func rows(_ identifiers: [String], of ranges: CountRanges) throws -> [MeasureRow] {
        guard identifiers.isEmpty else { return try ranges.measure(identifiers, options: options) }
        return try ranges.measure(options: options)
    }

    private func rows(of name: String) throws -> [MeasureRow] {
        switch MeasureDefinition.named(name)?.family {
        case .ordinal: try ordinalRows().filter { $0.identifier == name }
        case .profile:
            try labelled(
                counts.table.distanceProfiles(geography: counts.geography, threads: options.threads)
            ).filter { $0.identifier == name }
        default:
            MeasureDefinition.spatial.contains { $0.identifier == name }
                ? try spatialRows([name]) : try counts.table.measure([name], options: options)
        }
    }

    /// Ordered groups: all ordinal measures, with the rank-order index corrected for sampling and under other classes.
    private func ordinalRows() throws -> [MeasureRow] {
        let report = try rankOrder(options)
        return try labelled(counts.table.ordinalMeasures(options: options) + report.rows.dropFirst())
    }

    private func rankOrder(_ options: MeasureOptions) throws -> RankOrderReport {
        try counts.table.rankOrderReport(
            degree: degree, samplingFraction: samplingFraction, options: options)
    }

    private func spatialRows(_ names: [String]) throws -> [MeasureRow] {
        var drawn = options
        drawn.draws = drawsOfPlaces
        return try labelled(
            counts.table.spatialMeasures(
                names, geography: counts.geography, options: spatial, intervals: drawn))
    }

    private func labelled(_ rows: [MeasureRow]) -> [MeasureRow] {
        rows.map { row in
            var row = row
            row.scale = options.scale
            row.year = options.year
            return row
        }
    }

    private var drawsOfPlaces: Int {
        if let spatialDraws { return spatialDraws }
        let units = Double(counts.table.unitCount)
        let work = units * units * Double(counts.table.groupCount * options.draws)
        return work <= Self.affordable ? options.draws : 0
    }

    /// What is said beside the rows.
    func remarks(_ identifiers: [String]) -> [String] {
        guard counts.ranges == nil else { return [] }
        var remarks: [String] = []
        let isSpatial =
            identifiers.isEmpty
            ? !counts.geography.known.isEmpty
            : identifiers.contains { name in MeasureDefinition.spatial.contains { $0.identifier == name } }
        if isSpatial, options.draws > 0, drawsOfPlaces == 0, spatialDraws == nil {
            remarks.append(
                "\(counts.fileName): measures of places come without interval, draws for \(counts.table.unitCount) units would take long; ask for them with --spatial-draws."
            )
        }
        if isOrdered, let report = try? rankOrder(withoutDraws) {
            remarks += report.warnings.map { "\(counts.fileName): \($0.english)." }
        }
        return remarks
    }

    private var withoutDraws: MeasureOptions {
        var options = options
        options.draws = 0
        return options
    }
}

extension MeasureSubject {
    /// Whether the measure belongs to single units.
    var isLocal: Bool { self == .unit || self == .groupInUnit }
}

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

    /// The units at the centres, for measures around several.
    var centres: [String] = []
    /// How many neighbours local centralisation looks at.
    var neighbours = 8
    /// How many borders away differences still count, for dissimilarity over steps.
    var steps = 2
    /// A file with travel distances.
    var distances: String?

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
            + (isOrdered ? labelled(try ordinalRows()) : [])
            + (possible.isEmpty ? [] : try spatialRows(possible.map(\.identifier)))
    }

    /// Bounds and intervals over all tables in keeping with ranges.
    private func rows(_ identifiers: [String], of ranges: CountRanges) throws -> [MeasureRow] {
        guard identifiers.isEmpty else { return try ranges.measure(identifiers, options: options) }
        return try ranges.measure(options: options)
    }

    private func rows(of name: String) throws -> [MeasureRow] {
        func isIn(_ definitions: [MeasureDefinition]) -> Bool {
            definitions.contains { $0.identifier == name }
        }
        let table = counts.table
        let rows: [MeasureRow]
        if isIn(MeasureDefinition.all) { return try table.measure([name], options: options) }
        if isIn(MeasureDefinition.spatial) { return try spatialRows([name]) }
        if isIn(MeasureDefinition.ordinal) {
            rows = try ordinalRows()
        } else if isIn(MeasureDefinition.profiles) {
            rows = try table.distanceProfiles(
                geography: counts.geography, threads: options.threads,
                intervals: drawsOfPlaces > 0 ? drawn : nil)
        } else if isIn(MeasureDefinition.diversityOfOrder) {
            rows = table.diversityMeasures()
        } else if isIn(MeasureDefinition.stepwise) {
            rows = try table.dissimilarityOverSteps(steps, geography: counts.geography)
        } else if isIn(MeasureDefinition.normalised) {
            rows = try table.normalisedDistortion(geography: counts.geography, threads: options.threads)
        } else if isIn(MeasureDefinition.travelled) {
            guard let distances else {
                throw UserError(
                    "\(name) asks for travel distances; give a file with two ids and a distance as --distances."
                )
            }
            rows = try table.environmentMeasures(
                over: TravelDistances(path: distances, counts), decay: spatial.decay)
        } else if name == "local-RCE-vs-rest" {
            rows = try table.localCentralisation(neighbours: neighbours, geography: counts.geography)
        } else {
            guard !centres.isEmpty else {
                throw UserError(
                    "\(name) asks for centres; name their units as --centre, with commas between.")
            }
            rows = try table.centralisation(around: centres, geography: counts.geography)
        }
        return labelled(rows.filter { $0.identifier == name })
    }

    /// Ordered groups: all ordinal measures, with the rank-order index corrected for sampling and under other classes.
    private func ordinalRows() throws -> [MeasureRow] {
        let report = try rankOrder(options)
        return try counts.table.ordinalMeasures(options: options) + report.rows.dropFirst()
    }

    private func rankOrder(_ options: MeasureOptions) throws -> RankOrderReport {
        try counts.table.rankOrderReport(
            degree: degree, samplingFraction: samplingFraction, options: options)
    }

    private func spatialRows(_ names: [String]) throws -> [MeasureRow] {
        try labelled(
            counts.table.spatialMeasures(
                names, geography: counts.geography, options: spatial, intervals: drawn))
    }

    private var drawn: MeasureOptions {
        var drawn = options
        drawn.draws = drawsOfPlaces
        return drawn
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

    /// Permutation tests of the measures that can be tested, for `draws` permutations.
    func tests(_ identifiers: [String], draws: Int) throws -> [PermutationTest] {
        guard draws > 0, counts.ranges == nil else { return [] }
        guard counts.table.holdsWholeNumbers else {
            throw UserError(
                "\(counts.fileName): --permutations puts whole persons back over the units; these counts are no whole numbers."
            )
        }
        var options = options
        options.draws = draws
        func isAsked(_ name: String) -> Bool { identifiers.isEmpty || identifiers.contains(name) }
        let known = counts.geography.known
        let places = MeasureDefinition.spatial.filter {
            isAsked($0.identifier) && !$0.needsOfPlaces.isEmpty && known.isSuperset(of: $0.needsOfPlaces)
        }
        return try counts.table.permutationTest(
            PermutationTest.measuresOfCounts.filter(isAsked), options: options)
            + (places.isEmpty
                ? []
                : counts.table.permutationTest(
                    places.map(\.identifier), geography: counts.geography, spatial: spatial, options: options))
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

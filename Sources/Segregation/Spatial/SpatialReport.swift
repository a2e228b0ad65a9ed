extension ContingencyTable {
    /// Every spatial measure of ``MeasureDefinition/spatial`` as tidy rows, in that order.
    ///
    /// A measure that asks for more than the geography holds is reported as undefined, because. Memory grows
    /// with the units and not with their square: no matrix of distances is kept, and draws go in batches of a
    /// fixed size.
    /// - Parameters:
    ///   - geography: where the units lie.
    ///   - options: how distance enters.
    ///   - intervals: draws, seed, method and threads of the bootstrap behind intervals; none are drawn if
    ///     left out.
    /// - Throws: places in another order than the rows, an unknown centre, or a parameter out of range.
    /// - Complexity: pairs of units within reach, times groups and draws.
    public func spatialMeasures(
        geography: UnitGeography, options: SpatialOptions = SpatialOptions(),
        intervals: MeasureOptions? = nil
    ) throws(SegregationError) -> [MeasureRow] {
        try spatialMeasures(
            MeasureDefinition.spatial.map(\.identifier), geography: geography, options: options,
            intervals: intervals)
    }

    /// The spatial measures with these identifiers, in the order asked for.
    /// - Throws: an identifier that is no spatial measure, and as above.
    public func spatialMeasures(
        _ identifiers: [String], geography: UnitGeography, options: SpatialOptions = SpatialOptions(),
        intervals: MeasureOptions? = nil
    ) throws(SegregationError) -> [MeasureRow] {
        let report = try SpatialReport(self, identifiers, geography, options)
        try intervals?.check(for: self)
        return report.rows(intervals: intervals)
    }

    /// Tests spatial measures against persons who settle by chance, with the sizes of units and groups as
    /// they are.
    ///
    /// The mean over the permutations is what chance alone gives; measures of places have no exact form for
    /// it.
    /// - Parameters:
    ///   - identifiers: measures of ``MeasureDefinition/spatial``.
    ///   - geography: where the units lie.
    ///   - spatial: how distance enters.
    ///   - options: draws, seed and threads; the result does not depend on threads.
    /// - Throws: an unknown measure, counts that are not whole, or a parameter out of range.
    public func permutationTest(
        _ identifiers: [String], geography: UnitGeography, spatial: SpatialOptions = SpatialOptions(),
        options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [PermutationTest] {
        let report = try SpatialReport(self, identifiers, geography, spatial)
        try options.check(for: self)
        guard options.draws > 0 else {
            throw .parameter(name: "draws", found: 0, expected: "1 or more for a test")
        }
        guard holdsWholeNumbers else {
            throw .needsMore(identifier: identifiers.first ?? "", needs: "whole numbers of persons")
        }
        return report.permutationTests(options)
    }
}

/// The spatial measures asked for, and the places behind them.
struct SpatialReport {
    private let definitions: [MeasureDefinition]
    private let places: InhabitedPlaces
    private let options: SpatialOptions
    private let centre: Centre?

    init(
        _ table: ContingencyTable, _ identifiers: [String], _ geography: UnitGeography,
        _ options: SpatialOptions
    ) throws(SegregationError) {
        try options.check()
        guard table.groupCount <= MeasureOptions.mostGroups else {
            throw .tooManyGroups(found: table.groupCount, limit: MeasureOptions.mostGroups)
        }
        var definitions: [MeasureDefinition] = []
        for identifier in identifiers {
            guard let definition = MeasureDefinition.spatial.first(where: { $0.identifier == identifier })
            else { throw .unknownMeasure(identifier: identifier) }
            definitions.append(definition)
        }
        self.definitions = definitions
        self.options = options
        places = try InhabitedPlaces(table, geography)
        centre = try Centre(options.centre, in: places)
    }

    /// The rows, with intervals where draws are asked for.
    func rows(intervals: MeasureOptions?) -> [MeasureRow] {
        let measured = measured()
        guard let intervals, intervals.draws > 0 else { return measured.map { $0.row } }
        let draws = SpatialDraws(measured.filter { $0.isDrawn(intervals.resampling) }, intervals, self)
        return measured.map { value in
            var row = value.row
            guard let number = row.estimate.value.number else { return row }
            if let drawn = draws.draws(of: value) {
                row.estimate.take(
                    drawn, around: number, lowest: value.definition.lowest,
                    highest: value.definition.highest, intervals)
            } else {
                row.estimate.intervalAbsence = .unitsKeepTheirPlace
            }
            return row
        }
    }

    func permutationTests(_ settings: MeasureOptions) -> [PermutationTest] {
        let measured = measured()
        let draws = SpatialDraws(measured, settings, self, source: .permutation)
        return measured.map { value in
            PermutationTest(
                identifier: value.row.identifier, groups: value.row.groups,
                parameters: value.row.parameters, value: value.row.estimate.value,
                draws: draws.draws(of: value) ?? [])
        }
    }

    /// A value of the table as it is, with its place among all values of its measure.
    struct Measured {
        let definition: MeasureDefinition
        let place: Int
        let row: MeasureRow

        /// Whether the measure has a meaning in draws of this kind: only ground and distance to a fixed
        /// centre belong to a unit by itself.
        func isDrawn(_ resampling: Resampling) -> Bool {
            resampling != .units
                || [.concentration, .centralisation].contains(definition.family)
        }
    }

    private func measured() -> [Measured] {
        let needs = SpatialNeeds(of: definitions, in: places)
        let values = SpatialValues(
            places, sums: SpatialSums(of: places, for: needs, options: options), options: options,
            centre: centre, families: Set(definitions.map(\.family)))
        return definitions.flatMap { definition -> [Measured] in
            let columns = definition.columns(of: places.groupCount)
            let rows = values.variants(of: definition).flatMap { variant in
                zip(columns, variant.values).map { columns, value in
                    row(definition, columns, variant.parameters, value)
                }
            }
            return rows.enumerated().map { Measured(definition: definition, place: $0, row: $1) }
        }
    }

    private func row(
        _ definition: MeasureDefinition, _ columns: [Int], _ parameters: [MeasureParameter],
        _ value: MeasuredValue
    ) -> MeasureRow {
        let value = places.total > 0 ? value : .undefined(.emptyTable)
        return MeasureRow(
            identifier: definition.identifier, groups: columns.map { places.table.groups[$0] },
            parameters: parameters,
            estimate: Estimate(
                value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notRequested,
                units: places.count, persons: places.total))
    }

    /// The draws of values.
    private struct SpatialDraws {
        /// Where the values of each measure start.
        private let starts: [String: Int]
        private let simulation: SpatialSimulation

        init(
            _ measured: [Measured], _ settings: MeasureOptions, _ report: SpatialReport,
            source: DrawSource? = nil
        ) {
            var definitions: [MeasureDefinition] = []
            var sizes: [String: Int] = [:]
            for value in measured {
                if sizes[value.definition.identifier] == nil { definitions.append(value.definition) }
                sizes[value.definition.identifier] = max(
                    sizes[value.definition.identifier] ?? 0, value.place + 1)
            }
            var starts: [String: Int] = [:]
            var count = 0
            for definition in definitions {
                starts[definition.identifier] = count
                count += sizes[definition.identifier] ?? 0
            }
            let needs = SpatialNeeds(of: definitions, in: report.places)
            let families = Set(definitions.map(\.family))
            simulation = SpatialSimulation(
                of: report.places, kernels: needs.kernels(report.options), options: settings,
                source: source ?? DrawSource(settings.resampling), count: count
            ) { places, sums in
                let values = SpatialValues(
                    places, sums: SpatialSums(sums, for: needs), options: report.options,
                    centre: report.centre, families: families)
                return definitions.flatMap { definition in
                    values.variants(of: definition).flatMap { $0.values.map { $0.number ?? .nan } }
                }
            }
            self.starts = starts
        }

        func draws(of value: Measured) -> ArraySlice<Double>? {
            starts[value.definition.identifier].map { simulation.draws(of: $0 + value.place) }
        }
    }
}

extension MeasureDefinition {
    /// The groups that each value belongs to, for values of the table, of groups or of pairs.
    func columns(of groupCount: Int) -> [[Int]] {
        let columns = 0..<groupCount
        return switch subject {
        case .table: [[]]
        case .pair: columns.flatMap { of in columns.map { [of, $0] } }
        default: columns.map { [$0] }
        }
    }
}

extension ContingencyTable {
    /// Every spatial measure of ``MeasureDefinition/spatial`` as tidy rows, in that order.
    ///
    /// A measure that asks for more than the geography holds is reported as undefined, because. Memory grows with the
    /// units and not with their square: no matrix of distances is kept.
    /// - Throws: places in another order than the rows, an unknown centre, or a parameter out of range.
    public func spatialMeasures(
        geography: UnitGeography, options: SpatialOptions = SpatialOptions()
    ) throws(SegregationError) -> [MeasureRow] {
        try spatialMeasures(
            MeasureDefinition.spatial.map(\.identifier), geography: geography, options: options)
    }

    /// The spatial measures with these identifiers, in the order asked for.
    /// - Throws: an identifier that is no spatial measure, and as above.
    public func spatialMeasures(
        _ identifiers: [String], geography: UnitGeography, options: SpatialOptions = SpatialOptions()
    ) throws(SegregationError) -> [MeasureRow] {
        try options.check()
        guard groupCount <= MeasureOptions.mostGroups else {
            throw .tooManyGroups(found: groupCount, limit: MeasureOptions.mostGroups)
        }
        var definitions: [MeasureDefinition] = []
        for identifier in identifiers {
            guard let definition = MeasureDefinition.spatial.first(where: { $0.identifier == identifier })
            else { throw .unknownMeasure(identifier: identifier) }
            definitions.append(definition)
        }
        let places = try InhabitedPlaces(self, geography)
        let centre = try Centre(options.centre, in: places)
        let needs = SpatialNeeds(of: definitions, in: places)
        let values = SpatialValues(
            places, sums: SpatialSums(of: places, for: needs, options: options), options: options,
            centre: centre, families: Set(definitions.map(\.family)))
        return definitions.flatMap { definition in
            values.variants(of: definition).flatMap { variant in
                zip(definition.columns(of: groupCount), variant.values).map { columns, value in
                    let value = places.total > 0 ? value : .undefined(.emptyTable)
                    return MeasureRow(
                        identifier: definition.identifier, groups: columns.map { groups[$0] },
                        parameters: variant.parameters,
                        estimate: Estimate(
                            value: value,
                            intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                            units: places.count, persons: places.total))
                }
            }
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

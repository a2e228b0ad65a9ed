extension ContingencyTable {
    /// Every measure of ``MeasureDefinition/profiles`` as tidy rows: distortion of the town and of every
    /// unit, and the spatial proximity profile of every group.
    /// - Parameters:
    ///   - geography: coordinates for distortion, neighbours for the proximity profile.
    ///   - thresholds: the number of shares at which the proximity profile is read, 2 or more.
    ///   - threads: results do not depend on it.
    ///   - intervals: draws of persons, seed, method and threads of the bootstrap; none are drawn if left out, nor for
    ///     more than 2000 units, as each draw takes as long as the profile itself.
    /// - Throws: places in another order than the rows, or a parameter out of range.
    /// - Complexity: units squared in time, times draws; units in memory.
    public func distanceProfiles(
        geography: UnitGeography, thresholds: Int = 1000, threads: Int = 1,
        intervals: MeasureOptions? = nil
    ) throws(SegregationError) -> [MeasureRow] {
        guard (2...100_000).contains(thresholds) else {
            throw .parameter(name: "thresholds", found: Double(thresholds), expected: "between 2 and 100000")
        }
        try intervals?.check(for: self)
        let places = try InhabitedPlaces(self, geography)
        let distortions = DivergenceProfiles(places)?.distortions(threads: threads)
        let proximity = proximityProfile(places, thresholds)
        var rows = MeasureDefinition.profiles.flatMap { definition -> [MeasureRow] in
            switch definition.identifier {
            case "distortion-global":
                return [row(definition, places, globalDistortion(places, distortions))]
            case "distortion-local": return localRows(definition, places, distortions)
            default:
                let parameters = [
                    MeasureParameter("m", "\(thresholds)"), MeasureParameter("contiguity", "queen"),
                ]
                return zip(groups, proximity).map {
                    row(definition, places, $1, groups: [$0], parameters: parameters)
                }
            }
        }
        if let intervals, intervals.draws > 0 { addDraws(to: &rows, places, thresholds, intervals) }
        return rows
    }

    /// Draws of a profile take as long as the profile; for more units than this nobody would wait for them.
    static let mostUnitsOfDrawnProfiles = 2000

    private func addDraws(
        to rows: inout [MeasureRow], _ places: InhabitedPlaces, _ thresholds: Int,
        _ settings: MeasureOptions
    ) {
        let drawn = rows.indices.filter { rows[$0].unit == nil && rows[$0].estimate.value.number != nil }
        let absence: IntervalAbsence? =
            if settings.resampling == .units {
                .unitsKeepTheirPlace
            } else if places.count > Self.mostUnitsOfDrawnProfiles {
                .tooManyUnits(places.count, limit: Self.mostUnitsOfDrawnProfiles)
            } else {
                nil
            }
        if let absence {
            for place in drawn { rows[place].estimate.intervalAbsence = absence }
            return
        }
        let simulation = SpatialSimulation(
            of: places, kernels: [], options: settings, source: DrawSource(settings.resampling),
            count: 1 + groupCount
        ) { places, _ in
            let distortions = DivergenceProfiles(places)?.distortions(threads: 1)
            return ([globalDistortion(places, distortions)] + proximityProfile(places, thresholds))
                .map { $0.number ?? .nan }
        }
        for place in drawn {
            // Distortion stands first, and then the groups in their order.
            let column = rows[place].groups.first.flatMap { groups.firstIndex(of: $0) }
            guard let number = rows[place].estimate.value.number else { continue }
            rows[place].estimate.take(
                simulation.draws(of: column.map { $0 + 1 } ?? 0), around: number, lowest: nil, highest: nil,
                settings)
        }
    }

    private func proximityProfile(_ places: InhabitedPlaces, _ thresholds: Int) -> [MeasuredValue] {
        ProximityProfile(places, thresholds: thresholds)?.values()
            ?? groups.map { _ in .undefined(.notGiven(.contacts)) }
    }

    /// The surroundings of one unit, growing over the town unit by unit.
    /// - Throws: a unit that is not there or has no persons, or a geography without coordinates.
    public func divergenceProfile(
        around unit: String, geography: UnitGeography
    ) throws(SegregationError) -> [DivergenceStep] {
        let places = try InhabitedPlaces(self, geography)
        guard let profiles = DivergenceProfiles(places) else {
            throw .needsMore(identifier: "kl-profile", needs: PlaceInformation.coordinates.english)
        }
        guard let row = unitIdentifiers.firstIndex(of: unit), let origin = places.rows.firstIndex(of: row)
        else { throw .needsMore(identifier: "kl-profile", needs: "a unit '\(unit)' with persons") }
        return profiles.steps(around: origin)
    }

    private func globalDistortion(_ places: InhabitedPlaces, _ distortions: [Double]?) -> MeasuredValue {
        guard let distortions else { return .undefined(.notGiven(.coordinates)) }
        return .defined(zip(distortions, places.totals).reduce(0) { $0 + $1.0 * $1.1 } / places.total)
    }

    private func localRows(
        _ definition: MeasureDefinition, _ places: InhabitedPlaces, _ distortions: [Double]?
    ) -> [MeasureRow] {
        var values = unitIdentifiers.map { MeasuredValue.undefined(.emptyUnit($0)) }
        for (place, row) in places.rows.enumerated() {
            values[row] = distortions.map { .defined($0[place]) } ?? .undefined(.notGiven(.coordinates))
        }
        return zip(unitIdentifiers, values).map { row(definition, places, $1, unit: $0) }
    }

    private func row(
        _ definition: MeasureDefinition, _ places: InhabitedPlaces, _ value: MeasuredValue,
        groups: [Group] = [], unit: String? = nil, parameters: [MeasureParameter] = []
    ) -> MeasureRow {
        let value = places.total > 0 ? value : .undefined(.emptyTable)
        let absence: IntervalAbsence =
            value.number == nil ? .undefinedMeasure : unit == nil ? .notRequested : .valueOfOneUnit
        return MeasureRow(
            identifier: definition.identifier, groups: groups, unit: unit, parameters: parameters,
            estimate: Estimate(
                value: value, intervalAbsence: absence, units: places.count, persons: places.total))
    }
}

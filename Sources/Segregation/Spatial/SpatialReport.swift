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
        var report = try SpatialReport(InhabitedPlaces(self, geography), options: options)
        return definitions.flatMap { report.rows(of: $0) }
    }
}

/// Works out the spatial measures asked for, and the sums over pairs of units behind them once each.
struct SpatialReport {
    private let places: InhabitedPlaces
    private let options: SpatialOptions
    private let centre: Int?
    private lazy var areas = AreaMeasures(places)
    private lazy var contacts = ContactMeasures(places)
    private lazy var decaySums = NeighbourSums(
        of: places, kernel: .exponential(rate: options.decay, reach: nil), threads: options.threads)
    private lazy var decayed = proximity(own: ownWeights)
    private lazy var environments = options.environments.map { kernel in
        NeighbourSums(
            of: places, kernel: .exponential(rate: kernel.decay, reach: kernel.reach),
            threads: options.threads
        ).map { EnvironmentMeasures(places, sums: $0, own: 1) }
    }

    init(_ places: InhabitedPlaces, options: SpatialOptions) throws(SegregationError) {
        self.places = places
        self.options = options
        if let name = options.centre {
            guard let row = places.table.unitIdentifiers.firstIndex(of: name),
                let unit = places.rows.firstIndex(of: row)
            else {
                throw .needsMore(
                    identifier: "ACE", needs: "a centre with persons; there is none called '\(name)'")
            }
            centre = unit
        } else {
            // Ties go to the first row; the row is named in the parameters.
            centre = places.totals.max().flatMap { places.totals.firstIndex(of: $0) }
        }
    }

    mutating func rows(of definition: MeasureDefinition) -> [MeasureRow] {
        switch definition.family {
        case .concentration: concentrationRows(definition)
        case .clustering: clusteringRows(definition)
        case .centralisation: centralisationRows(definition)
        default:
            definition.identifier.hasPrefix("RO-") ? environmentRows(definition) : contactRows(definition)
        }
    }

    private mutating func concentrationRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        guard let areas else { return missing(definition, .areas) }
        switch definition.identifier {
        case "delta": return groupRows(definition) { areas.delta($0) }
        case "ACO": return groupRows(definition) { areas.absolute($0) }
        case "RCO-vs-rest": return groupRows(definition) { areas.relativeToRest($0) }
        default: return pairRows(definition) { areas.relative($0, to: $1) }
        }
    }

    private mutating func contactRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        guard let contacts else { return missing(definition, .contacts) }
        let variants: [(MeasureParameter?, ContactMeasures.Weighing)] =
            switch definition.identifier {
            case "D-Wong-w-vs-rest": [(nil, .boundary)]
            case "D-Wong-w-rowstd-vs-rest": [(nil, .boundaryByUnit)]
            case "D-Wong-s-vs-rest":
                [
                    (MeasureParameter("perimeter", "whole"), .perimeterOverArea),
                    (MeasureParameter("perimeter", "shared boundaries only"), .sharedOverArea),
                ]
            default:
                [
                    (MeasureParameter("contiguity", "rook"), .rook),
                    (MeasureParameter("contiguity", "queen"), .queen),
                ]
            }
        return variants.flatMap { parameter, weighing in
            let parameters = parameter.map { [$0] } ?? []
            if weighing == .perimeterOverArea, places.perimeters == nil {
                return missing(definition, .perimeters, parameters: parameters)
            }
            return definition.subject == .pair
                ? pairRows(definition, parameters) { contacts.value($0, $1, weighing) }
                : groupRows(definition, parameters) { contacts.value($0, weighing) }
        }
    }

    private mutating func clusteringRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        var rows: [MeasureRow] = []
        if definition.identifier == "SP-White-isp" {
            let parameters =
                decayParameters
                + [MeasureParameter("self_distance", "pairs of a unit with itself left out")]
            guard let apart = proximity(own: [Double](repeating: 0, count: places.count)) else {
                return missing(definition, .coordinates, parameters: parameters)
            }
            return [row(definition, [], parameters, apart.spatialProximity())]
        }
        let parameters =
            decayParameters + [MeasureParameter("self_distance", options.selfDistance.label)]
        if places.x == nil {
            rows = missing(definition, .coordinates, parameters: parameters)
        } else if let decayed {
            rows = proximityRows(definition, decayed, parameters)
        } else {
            rows = missing(definition, .areas, parameters: parameters)
        }
        if definition.identifier == "ACL" { rows += contiguousRows(definition) }
        return rows
    }

    /// Absolute clustering with shared borders for proximity.
    private func contiguousRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        let parameters = [MeasureParameter("proximity", "rook contiguity with 1 on the diagonal")]
        guard let contacts = places.contacts else {
            return missing(definition, .boundaries, parameters: parameters)
        }
        let proximity = ProximityMeasures(
            places, sums: NeighbourSums(of: places, borders: contacts),
            own: [Double](repeating: 1, count: places.count))
        return groupRows(definition, parameters) { group in
            let value = proximity.absoluteClustering(group)
            return value == .undefined(.outOfReach) ? .undefined(.noNeighbours) : value
        }
    }

    private func proximityRows(
        _ definition: MeasureDefinition, _ near: ProximityMeasures, _ parameters: [MeasureParameter]
    ) -> [MeasureRow] {
        switch definition.identifier {
        case "SP-multi": [row(definition, [], parameters, near.spatialProximity())]
        case "SP-one": groupRows(definition, parameters) { near.spatialProximity($0) }
        case "SP-matrix": pairRows(definition, parameters) { near.spatialProximity($0, $1) }
        case "Pxx": groupRows(definition, parameters) { near.proximity($0, $0) }
        case "Pxy-matrix": pairRows(definition, parameters) { near.proximity($0, $1) }
        case "ACL": groupRows(definition, parameters) { near.absoluteClustering($0) }
        case "RCL-matrix": pairRows(definition, parameters) { near.relativeClustering($0, $1) }
        case "DPxx": groupRows(definition, parameters) { near.environment($0, $0) }
        default: pairRows(definition, parameters) { near.environment($0, $1) }
        }
    }

    private func centralisationRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        guard places.x != nil else { return missing(definition, .coordinates) }
        guard let centre, let measures = CentralisationMeasures(places, centre: centre) else {
            return missing(definition, nil)
        }
        let parameters = [
            MeasureParameter("center", places.table.unitIdentifiers[places.rows[centre]])
        ]
        return switch definition.identifier {
        case "ACE": groupRows(definition, parameters) { measures.absolute($0) }
        case "RCE-matrix": pairRows(definition, parameters) { measures.relative($0, to: $1) }
        default: groupRows(definition, parameters) { measures.relativeToRest($0) }
        }
    }

    private mutating func environmentRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        zip(options.environments, environments).flatMap { kernel, measures in
            let parameters = [
                MeasureParameter("kernel", "exp(-power*d)"), MeasureParameter("power", "\(kernel.decay)"),
                MeasureParameter("maxdist", kernel.reach.map { "\($0)" } ?? "none"),
                MeasureParameter("distance_unit", "\(places.distanceUnit)"),
                MeasureParameter("self_distance", "0"),
            ]
            guard let measures else { return missing(definition, .coordinates, parameters: parameters) }
            return switch definition.identifier {
            case "RO-spatial-H": [row(definition, [], parameters, measures.informationTheoryIndex())]
            case "RO-spatial-R": [row(definition, [], parameters, measures.relativeDiversity())]
            case "RO-spatial-D": [row(definition, [], parameters, measures.dissimilarity())]
            default: pairRows(definition, parameters) { measures.exposure(of: $0, to: $1) }
            }
        }
    }

    private var decayParameters: [MeasureParameter] {
        [
            MeasureParameter("decay", "exp(-beta*d)"), MeasureParameter("beta", "\(options.decay)"),
            MeasureParameter("distance_unit", "\(places.distanceUnit)"),
        ]
    }

    /// The weight of a unit's own residents, or `nil` where it needs areas that are not there.
    private var ownWeights: [Double]? {
        switch options.selfDistance {
        case .none: [Double](repeating: 1, count: places.count)
        case .rootOfArea:
            places.areas.map { areas in
                let kernel = DistanceKernel.exponential(rate: options.decay, reach: nil)
                return areas.map { kernel.weight(at: 0.6 * $0.squareRoot() / places.distanceUnit) }
            }
        }
    }

    private mutating func proximity(own: [Double]?) -> ProximityMeasures? {
        guard let own, let decaySums else { return nil }
        return ProximityMeasures(places, sums: decaySums, own: own)
    }
}

extension SpatialReport {
    /// Rows for a measure that asks for what is not there.
    private func missing(
        _ definition: MeasureDefinition, _ information: PlaceInformation?,
        parameters: [MeasureParameter] = []
    ) -> [MeasureRow] {
        let reason = information.map { UndefinedReason.notGiven($0) } ?? .emptyTable
        return switch definition.subject {
        case .table: [row(definition, [], parameters, .undefined(reason))]
        case .pair: pairRows(definition, parameters) { _, _ in .undefined(reason) }
        default: groupRows(definition, parameters) { _ in .undefined(reason) }
        }
    }

    private func groupRows(
        _ definition: MeasureDefinition, _ parameters: [MeasureParameter] = [],
        _ value: (Int) -> MeasuredValue
    ) -> [MeasureRow] {
        (0..<places.groupCount).map { row(definition, [$0], parameters, value($0)) }
    }

    private func pairRows(
        _ definition: MeasureDefinition, _ parameters: [MeasureParameter] = [],
        _ value: (Int, Int) -> MeasuredValue
    ) -> [MeasureRow] {
        (0..<places.groupCount).flatMap { of in
            (0..<places.groupCount).map { to in row(definition, [of, to], parameters, value(of, to)) }
        }
    }

    private func row(
        _ definition: MeasureDefinition, _ groups: [Int], _ parameters: [MeasureParameter],
        _ value: MeasuredValue
    ) -> MeasureRow {
        let value = places.total > 0 ? value : .undefined(.emptyTable)
        return MeasureRow(
            identifier: definition.identifier, groups: groups.map { places.table.groups[$0] },
            parameters: parameters,
            estimate: Estimate(
                value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                units: places.count, persons: places.total))
    }
}

/// The values of one measure with one set of parameters: one, or group after group, or pair after pair.
struct SpatialVariant {
    let parameters: [MeasureParameter]
    let values: [MeasuredValue]
}

/// Works out spatial measures from places and the sums over pairs of units behind them.
struct SpatialValues {
    private let places: InhabitedPlaces
    private let options: SpatialOptions
    private let centre: Centre?
    private let areas: AreaMeasures?
    private let contacts: ContactMeasures?
    private let decay: KernelSums?
    private let environments: [EnvironmentMeasures]

    /// - Parameter families: the families that will be asked for.
    init(
        _ places: InhabitedPlaces, sums: SpatialSums, options: SpatialOptions, centre: Centre?,
        families: Set<MeasureFamily>
    ) {
        self.places = places
        self.options = options
        self.centre = centre
        areas = families.contains(.concentration) ? AreaMeasures(places) : nil
        contacts = families.contains(.environment) ? ContactMeasures(places) : nil
        decay = sums.decay
        environments = sums.environments.map { EnvironmentMeasures(places, sums: $0, own: 1) }
    }

    /// Every variant of a measure, in a fixed order.
    func variants(of definition: MeasureDefinition) -> [SpatialVariant] {
        switch definition.family {
        case .concentration: concentration(definition)
        case .clustering: clustering(definition)
        case .centralisation: centralisation(definition)
        default:
            definition.identifier.hasPrefix("RO-") ? environment(definition) : contact(definition)
        }
    }

    private func concentration(_ definition: MeasureDefinition) -> [SpatialVariant] {
        guard let areas else { return [missing(definition, .areas)] }
        return switch definition.identifier {
        case "delta": [groups { areas.delta($0) }]
        case "ACO": [groups { areas.absolute($0) }]
        case "RCO-vs-rest": [groups { areas.relativeToRest($0) }]
        default: [pairs { areas.relative($0, to: $1) }]
        }
    }

    private func contact(_ definition: MeasureDefinition) -> [SpatialVariant] {
        guard let contacts else { return [missing(definition, .contacts)] }
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
        return variants.map { parameter, weighing in
            let parameters = parameter.map { [$0] } ?? []
            if weighing == .perimeterOverArea, places.perimeters == nil {
                return missing(definition, .perimeters, parameters)
            }
            return definition.subject == .pair
                ? pairs(parameters) { contacts.value($0, $1, weighing) }
                : groups(parameters) { contacts.value($0, weighing) }
        }
    }

    private func clustering(_ definition: MeasureDefinition) -> [SpatialVariant] {
        if definition.identifier == "SP-White-isp" {
            let parameters =
                decayParameters
                + [MeasureParameter("self_distance", "pairs of a unit with itself left out")]
            guard let apart = proximity(own: [Double](repeating: 0, count: places.count)) else {
                return [missing(definition, .coordinates, parameters)]
            }
            return [SpatialVariant(parameters: parameters, values: [apart.spatialProximity()])]
        }
        let parameters =
            decayParameters + [MeasureParameter("self_distance", options.selfDistance.label)]
        var variants: [SpatialVariant] = []
        if places.x == nil {
            variants = [missing(definition, .coordinates, parameters)]
        } else if let near = proximity(own: ownWeights) {
            variants = [proximity(definition, near, parameters)]
        } else {
            variants = [missing(definition, .areas, parameters)]
        }
        if definition.identifier == "ACL" { variants.append(contiguous(definition)) }
        return variants
    }

    /// Absolute clustering with shared borders for proximity.
    private func contiguous(_ definition: MeasureDefinition) -> SpatialVariant {
        let parameters = [MeasureParameter("proximity", "rook contiguity with 1 on the diagonal")]
        guard let contacts = places.contacts else { return missing(definition, .boundaries, parameters) }
        let near = ProximityMeasures(
            places,
            meetings: GroupMeetings(of: places, sums: NeighbourSums(of: places, borders: contacts)),
            own: [Double](repeating: 1, count: places.count))
        return groups(parameters) { group in
            let value = near.absoluteClustering(group)
            return value == .undefined(.outOfReach) ? .undefined(.noNeighbours) : value
        }
    }

    private func proximity(
        _ definition: MeasureDefinition, _ near: ProximityMeasures, _ parameters: [MeasureParameter]
    ) -> SpatialVariant {
        switch definition.identifier {
        case "SP-multi": SpatialVariant(parameters: parameters, values: [near.spatialProximity()])
        case "SP-one": groups(parameters) { near.spatialProximity($0) }
        case "SP-matrix": pairs(parameters) { near.spatialProximity($0, $1) }
        case "Pxx": groups(parameters) { near.proximity($0, $0) }
        case "Pxy-matrix": pairs(parameters) { near.proximity($0, $1) }
        case "ACL": groups(parameters) { near.absoluteClustering($0) }
        case "RCL-matrix": pairs(parameters) { near.relativeClustering($0, $1) }
        case "DPxx": groups(parameters) { near.environment($0, $0) }
        default: pairs(parameters) { near.environment($0, $1) }
        }
    }

    private func centralisation(_ definition: MeasureDefinition) -> [SpatialVariant] {
        guard places.x != nil else { return [missing(definition, .coordinates)] }
        guard let centre, let measures = CentralisationMeasures(places, centre: centre) else {
            return [missing(definition, nil)]
        }
        let parameters = [MeasureParameter("center", centre.unit)]
        return switch definition.identifier {
        case "ACE": [groups(parameters) { measures.absolute($0) }]
        case "RCE-matrix": [pairs(parameters) { measures.relative($0, to: $1) }]
        default: [groups(parameters) { measures.relativeToRest($0) }]
        }
    }

    private func environment(_ definition: MeasureDefinition) -> [SpatialVariant] {
        options.environments.enumerated().map { place, kernel in
            let parameters = [
                MeasureParameter("kernel", "exp(-power*d)"), MeasureParameter("power", "\(kernel.decay)"),
                MeasureParameter("maxdist", kernel.reach.map { "\($0)" } ?? "none"),
                MeasureParameter("distance_unit", "\(places.distanceUnit)"),
                MeasureParameter("self_distance", "0"),
            ]
            guard environments.indices.contains(place) else {
                return missing(definition, .coordinates, parameters)
            }
            let measures = environments[place]
            return switch definition.identifier {
            case "RO-spatial-H":
                SpatialVariant(parameters: parameters, values: [measures.informationTheoryIndex()])
            case "RO-spatial-R":
                SpatialVariant(parameters: parameters, values: [measures.relativeDiversity()])
            case "RO-spatial-D":
                SpatialVariant(parameters: parameters, values: [measures.dissimilarity()])
            default: pairs(parameters) { measures.exposure(of: $0, to: $1) }
            }
        }
    }
}

extension SpatialValues {
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
                areas.map { options.proximityKernel.weight(at: 0.6 * $0.squareRoot() / places.distanceUnit) }
            }
        }
    }

    private func proximity(own: [Double]?) -> ProximityMeasures? {
        guard let own else { return nil }
        return switch decay {
        case nil: nil
        case .meetings(let meetings): ProximityMeasures(places, meetings: meetings, own: own)
        case .around(let sums): ProximityMeasures(places, sums: sums, own: own)
        }
    }

    /// A measure that asks for what is not there.
    private func missing(
        _ definition: MeasureDefinition, _ information: PlaceInformation?,
        _ parameters: [MeasureParameter] = []
    ) -> SpatialVariant {
        let value = MeasuredValue.undefined(information.map { .notGiven($0) } ?? .emptyTable)
        return switch definition.subject {
        case .table: SpatialVariant(parameters: parameters, values: [value])
        case .pair: pairs(parameters) { _, _ in value }
        default: groups(parameters) { _ in value }
        }
    }

    private func groups(
        _ parameters: [MeasureParameter] = [], _ value: (Int) -> MeasuredValue
    ) -> SpatialVariant {
        SpatialVariant(parameters: parameters, values: (0..<places.groupCount).map(value))
    }

    private func pairs(
        _ parameters: [MeasureParameter] = [], _ value: (Int, Int) -> MeasuredValue
    ) -> SpatialVariant {
        let groups = 0..<places.groupCount
        return SpatialVariant(
            parameters: parameters, values: groups.flatMap { of in groups.map { value(of, $0) } })
    }
}

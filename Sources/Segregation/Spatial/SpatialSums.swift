/// The sums over pairs of units that the measures asked for share, each worked out once.
struct SpatialSums {
    /// By the decay of the proximity measures; only pairs where no measure asks for sums per unit.
    enum Decay {
        case none
        case meetings(GroupMeetings)
        case around(NeighbourSums)
    }

    let decay: Decay
    /// One per environment, in the order of the options.
    let environments: [NeighbourSums]

    /// Sums of a table.
    init(of places: InhabitedPlaces, for needs: SpatialNeeds, options: SpatialOptions) {
        guard needs.usesKernels, let blocks = PlaceBlocks(places) else {
            decay = .none
            environments = []
            return
        }
        let threads = options.threads
        decay =
            switch needs.decay {
            case .none: .none
            case .meetings:
                .meetings(
                    GroupMeetings(of: places, blocks, kernel: options.proximityKernel, threads: threads))
            case .around:
                .around(NeighbourSums(of: places, blocks, kernel: options.proximityKernel, threads: threads))
            }
        environments =
            needs.environments
            ? options.environments.map {
                NeighbourSums(of: places, blocks, kernel: $0.distanceKernel, threads: threads)
            } : []
    }

    /// Sums that a simulation made, in the order of ``SpatialNeeds/kernels(_:)``.
    init(_ sums: [NeighbourSums], for needs: SpatialNeeds) {
        decay = needs.decay == .none ? .none : sums.first.map { .around($0) } ?? .none
        environments = Array(needs.decay == .none ? sums[...] : sums.dropFirst())
    }
}

/// What the measures asked for need summed over distance.
struct SpatialNeeds {
    enum Decay { case none, meetings, around }

    let decay: Decay
    let environments: Bool

    init(of definitions: [MeasureDefinition], in places: InhabitedPlaces) {
        let isPlaced = places.x != nil
        let clustering = definitions.filter { $0.family == .clustering }
        if !isPlaced || clustering.isEmpty {
            decay = .none
        } else {
            decay = clustering.contains { $0.identifier.hasPrefix("DP") } ? .around : .meetings
        }
        environments = isPlaced && definitions.contains { $0.identifier.hasPrefix("RO-") }
    }

    var usesKernels: Bool { decay != .none || environments }

    /// The kernels to sum by: that of proximity first.
    func kernels(_ options: SpatialOptions) -> [DistanceKernel] {
        (decay == .none ? [] : [options.proximityKernel])
            + (environments ? options.environments.map(\.distanceKernel) : [])
    }
}

extension SpatialOptions {
    /// The weight of proximity measures.
    var proximityKernel: DistanceKernel { .exponential(rate: decay, reach: nil) }
}

extension EnvironmentKernel {
    /// The weight of environments.
    var distanceKernel: DistanceKernel { .exponential(rate: decay, reach: reach) }
}

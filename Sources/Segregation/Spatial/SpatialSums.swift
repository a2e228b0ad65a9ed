/// What a kernel sums up.
enum KernelSums {
    /// Pairs of groups only.
    case meetings(GroupMeetings)
    /// Counts around every unit.
    case around(NeighbourSums)
}

/// The sums over pairs of units that the measures asked for share, each worked out once.
struct SpatialSums {
    /// By the decay of the proximity measures; only pairs where no measure asks for sums per unit.
    let decay: KernelSums?
    /// One per environment, in the order of the options.
    let environments: [NeighbourSums]

    /// Sums of a table.
    init(of places: InhabitedPlaces, for needs: SpatialNeeds, options: SpatialOptions) {
        guard needs.usesKernels, let blocks = PlaceBlocks(places) else {
            decay = nil
            environments = []
            return
        }
        let threads = options.threads
        decay =
            switch needs.decay {
            case .none: nil
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
    init(_ sums: [KernelSums], for needs: SpatialNeeds) {
        decay = needs.decay == .none ? nil : sums.first
        environments = (needs.decay == .none ? sums[...] : sums.dropFirst()).compactMap { sums in
            if case .around(let around) = sums { around } else { nil }
        }
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

    /// What to sum by: the kernel of proximity first.
    func kernels(_ options: SpatialOptions) -> [SimulatedKernel] {
        (decay == .none
            ? [] : [SimulatedKernel(kernel: options.proximityKernel, needsUnits: decay == .around)])
            + (environments
                ? options.environments.map { SimulatedKernel(kernel: $0.distanceKernel, needsUnits: true) }
                : [])
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

/// How distance enters spatial measures.
public struct SpatialOptions: Sendable, Equatable {
    /// β in the proximity exp(-βd), per unit of distance of the geography.
    public var decay = 1.0
    /// How far residents of one unit are from each other.
    public var selfDistance = SelfDistance.rootOfArea
    /// The environments of the measures of Reardon and O'Sullivan.
    public var environments = [EnvironmentKernel(decay: 2)]
    /// The unit whose centroid is the centre; the unit with most persons if left out.
    public var centre: String?
    /// The number of threads for sums over pairs of units; results do not depend on it.
    public var threads = 1

    /// The defaults: exp(-d) with a self-distance of 0.6 √area, environments of exp(-2d), the largest unit as centre.
    public init() {}

    func check() throws(SegregationError) {
        guard decay > 0, decay.isFinite else {
            throw .parameter(name: "decay", found: decay, expected: "a number above 0")
        }
        guard threads > 0 else {
            throw .parameter(name: "threads", found: Double(threads), expected: "1 or more")
        }
        for environment in environments {
            guard environment.decay >= 0, environment.decay.isFinite else {
                throw .parameter(
                    name: "environment decay", found: environment.decay, expected: "0 or more")
            }
            if let reach = environment.reach, !(reach >= 0) {
                throw .parameter(name: "environment reach", found: reach, expected: "0 or more")
            }
        }
    }
}

/// The distance between residents of one unit.
public enum SelfDistance: Sendable, Equatable {
    /// 0: as if all residents lived on the centroid.
    case none
    /// 0.6 √area, about the mean distance between two random points in a unit (White 1983); needs areas.
    case rootOfArea

    var label: String {
        switch self {
        case .none: "0"
        case .rootOfArea: "0.6*sqrt(area)"
        }
    }
}

/// How much the persons at a distance count in the environment of a unit.
public struct EnvironmentKernel: Sendable, Equatable {
    /// p in the weight exp(-pd), per unit of distance; 0 for an equal weight within reach.
    public var decay: Double
    /// The largest distance that counts, in units of distance; everything if left out.
    public var reach: Double?

    /// A kernel.
    public init(decay: Double, reach: Double? = nil) {
        self.decay = decay
        self.reach = reach
    }
}

/// Which units belong to a centre.
public enum CentreInfluence: Sendable, Equatable {
    /// All units.
    case everywhere
    /// The units nearest to each centre, so many, the centre's own included; ties at the last place come along.
    case nearest(Int)
    /// The units within this distance of a centre, in units of distance.
    case reach(Double)

    var label: String {
        switch self {
        case .everywhere: "everywhere"
        case .nearest(let count): "nearest \(count)"
        case .reach(let distance): "within \(distance)"
        }
    }

    func check() throws(SegregationError) {
        switch self {
        case .everywhere: break
        case .nearest(let count):
            guard count > 1 else {
                throw .parameter(name: "nearest units", found: Double(count), expected: "2 or more")
            }
        case .reach(let distance):
            guard distance > 0, distance.isFinite else {
                throw .parameter(name: "reach", found: distance, expected: "a number above 0")
            }
        }
    }
}

/// Units in rings of equal distance from a centre.
struct CentreRings {
    /// The units that belong to the centre, from near to far.
    let units: [Int]
    /// The ring of each, from 0 up.
    let rings: [Int]
    /// The distance of the last ring.
    let radius: Double

    /// - Parameter distances: of all units.
    init(_ distances: [Double], within influence: CentreInfluence) {
        // Coordinates carry about sixteen digits; distances that differ by less are the same.
        let same = 1e-9 * (distances.max() ?? 0)
        let limit: Double =
            switch influence {
            case .everywhere: .infinity
            case .nearest(let count): Self.largest(ofNearest: count, distances) + same
            case .reach(let reach): reach + same
            }
        let order = distances.indices.filter { distances[$0] <= limit }
            .sorted { (distances[$0], $0) < (distances[$1], $1) }
        self.init(sorted: order, distances, same: same)
    }

    /// The distance of the unit at a place from the nearest, or infinity where there are no more units.
    private static func largest(ofNearest count: Int, _ distances: [Double]) -> Double {
        guard count < distances.count else { return .infinity }
        // For many neighbours a sort is quicker than keeping a short list in order.
        guard count <= 128 else { return distances.sorted()[count - 1] }
        var nearest = [Double](repeating: .infinity, count: count)
        for distance in distances where distance < nearest[count - 1] {
            var place = count - 1
            while place > 0, nearest[place - 1] > distance {
                nearest[place] = nearest[place - 1]
                place -= 1
            }
            nearest[place] = distance
        }
        return nearest[count - 1]
    }

    /// - Parameter order: the units that belong to the centre, from near to far.
    init(sorted order: [Int], _ distances: [Double], same: Double) {
        var rings: [Int] = []
        rings.reserveCapacity(order.count)
        var last = -Double.infinity
        var ring = -1
        for unit in order {
            if distances[unit] - last > same { ring += 1 }
            last = distances[unit]
            rings.append(ring)
        }
        units = order
        self.rings = rings
        radius = order.last.map { distances[$0] } ?? 0
    }

    /// Σ X_{i-1} Y_i - Σ X_i Y_{i-1} over rings from the centre outwards, with X and Y the shares of members and of others
    /// among those who belong to the centre (Duncan and Duncan 1955).
    func centralisation(_ members: [Double], _ others: [Double]) -> Double? {
        let own = units.reduce(0.0) { $0 + members[$1] }
        let rest = units.reduce(0.0) { $0 + others[$1] }
        guard own > 0, rest > 0 else { return nil }
        var sum = 0.0
        var inside = (members: 0.0, others: 0.0)
        var before = inside
        for (place, unit) in units.enumerated() {
            inside.members += members[unit] / own
            inside.others += others[unit] / rest
            if place + 1 < units.count, rings[place + 1] == rings[place] { continue }
            sum += before.members * inside.others - inside.members * before.others
            before = inside
        }
        return sum
    }
}

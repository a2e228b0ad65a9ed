internal import Foundation

/// Collects the nearest persons around one unit after another.
struct EgohoodWalker {
    private let places: InhabitedPlaces
    private let members: [Double]
    /// The radius of a circle with a unit's area, times how far its residents are spread over it.
    private let reach: [Double]
    private var order: DistanceOrder

    init(_ places: InhabitedPlaces, members: [Double], _ order: DistanceOrder, reach: [Double]) {
        self.places = places
        self.members = members
        self.order = order
        self.reach = reach
    }

    /// One egohood per size, in the order of the sizes.
    mutating func egohoods(around origin: Int, sizes: [Double]) -> [Egohood] {
        order.sort(around: origin)
        let unit = places.table.unitIdentifiers[places.rows[origin]]
        var result = [Egohood?](repeating: nil, count: sizes.count)
        var persons = 0.0
        var inGroup = 0.0
        // Squared radii: of what is passed, and of the ring that is next.
        var inner = 0.0
        var start = 0
        while start < order.units.count, result.contains(where: { $0 == nil }) {
            let end = order.ringEnd(from: start)
            var ring = 0.0
            var ringMembers = 0.0
            for place in start..<end {
                ring += places.totals[Int(order.units[place])]
                ringMembers += members[Int(order.units[place])]
            }
            let outer = start == 0 ? reach[origin] * reach[origin] : max(inner, order.squares[start])
            for (place, size) in sizes.enumerated() where result[place] == nil && persons + ring >= size {
                let part = (size - persons) / ring
                result[place] = Egohood(
                    unit: unit, persons: size, members: inGroup + part * ringMembers,
                    radius: (inner + part * (outer - inner)).squareRoot())
            }
            persons += ring
            inGroup += ringMembers
            inner = outer
            start = end
        }
        let all = Egohood(unit: unit, persons: persons, members: inGroup, radius: inner.squareRoot())
        return result.map { $0 ?? all }
    }
}

extension EgohoodScale {
    /// Measures egohoods against the share of the group in the whole town.
    init(size: Double?, _ egohoods: [Egohood], share: Double, members: [Double]) {
        let persons = egohoods.reduce(0) { $0 + $1.persons }
        let inGroup = egohoods.reduce(0) { $0 + $1.members }
        let shares = egohoods.map { $0.members / $0.persons }
        func entropy(_ p: Double) -> Double { p > 0 && p < 1 ? -p * log(p) - (1 - p) * log(1 - p) : 0 }
        var deviation = 0.0
        var variety = 0.0
        var roots = 0.0
        var meeting = 0.0
        var around = 0.0
        for (place, egohood) in egohoods.enumerated() {
            let p = shares[place]
            deviation += egohood.persons * abs(p - share)
            variety += egohood.persons * entropy(p)
            roots += egohood.persons * max(0, p * (1 - p)).squareRoot()
            meeting += egohood.members * p
            around += members[place] * p
        }
        let spread = persons * share * (1 - share)
        let overlap = roots / (share * persons)
        self.size = size
        self.egohoods = egohoods
        dissimilarity = deviation / (2 * spread)
        gini = Self.differences(egohoods, shares) / (persons * spread)
        informationTheoryIndex = 1 - variety / (entropy(share) * persons)
        atkinson = 1 - share / (1 - share) * overlap * overlap
        let isolation = meeting / inGroup
        self.isolation = isolation
        interaction = 1 - isolation
        correlationRatio = (isolation - share) / (1 - share)
        meanShareAroundMembers = around / members.reduce(0, +)
    }

    /// Σ t t' |p - p'| over pairs, every pair once.
    private static func differences(_ egohoods: [Egohood], _ shares: [Double]) -> Double {
        var persons = 0.0
        var members = 0.0
        var sum = 0.0
        for place in shares.indices.sorted(by: { shares[$0] < shares[$1] }) {
            sum += egohoods[place].members * persons - egohoods[place].persons * members
            persons += egohoods[place].persons
            members += egohoods[place].members
        }
        return sum
    }
}

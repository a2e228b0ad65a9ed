/// The nearest persons around a unit.
public struct Egohood: Sendable, Equatable {
    /// The unit in the middle.
    public let unit: String
    /// The persons counted: as many as asked for, or all there are.
    public let persons: Double
    /// The members of the group among them.
    public let members: Double
    /// How far they reach, in units of distance.
    public let radius: Double
}

/// Segregation between egohoods of one size, each taken as a unit (Östh, Clark and Malmberg 2015).
public struct EgohoodScale: Sendable, Equatable {
    /// The number of persons in an egohood; `nil` for the units themselves.
    public let size: Double?
    /// The egohoods, one per unit with persons.
    public let egohoods: [Egohood]
    /// Σ t |p - P| / (2 T P (1-P)), with P the share in the town.
    public let dissimilarity: Double
    /// ΣΣ t t' |p - p'| / (2 T² P (1-P)).
    public let gini: Double
    /// Σ t (E - E_i) / (E T).
    public let informationTheoryIndex: Double
    /// 1 - P/(1-P) [Σ √(p (1-p)) t / (P T)]².
    public let atkinson: Double
    /// Σ (x/X) p.
    public let isolation: Double
    /// Σ (x/X) (1-p).
    public let interaction: Double
    /// (isolation - P) / (1 - P).
    public let correlationRatio: Double
    /// The mean share around a member of the group: egohood shares weighed by the members who live in the middle.
    public let meanShareAroundMembers: Double
}

extension ContingencyTable {
    /// Segregation of a group over the k nearest persons, for several k.
    ///
    /// An egohood grows over rings of units at the same distance; of the ring that passes k every unit gives the same
    /// share of its persons, so exactly k are counted (Östh, Clark and Malmberg 2015).
    /// - Parameters:
    ///   - group: the group.
    ///   - sizes: k, each above 0.
    ///   - geography: coordinates; areas too if `selfPotential` is above 0.
    ///   - selfPotential: how residents of the unit itself are spread, from 0 (all on the centroid) to 1 (evenly over a
    ///     circle of the unit's area); it changes radii only.
    /// - Returns: the units themselves and then every size; empty where the group has no members or no others.
    public func egohoodProfile(
        of group: Group, sizes: [Double], geography: UnitGeography, selfPotential: Double = 0
    ) throws(SegregationError) -> [EgohoodScale] {
        let column = try column(of: group)
        for size in sizes where !(size > 0 && size.isFinite) {
            throw .parameter(name: "size", found: size, expected: "a number of persons above 0")
        }
        guard (0...1).contains(selfPotential) else {
            throw .parameter(name: "self potential", found: selfPotential, expected: "between 0 and 1")
        }
        let places = try InhabitedPlaces(self, geography)
        guard let x = places.x, let y = places.y else {
            throw .needsMore(identifier: "knn-egohoods", needs: PlaceInformation.coordinates.english)
        }
        var reach = [Double](repeating: 0, count: places.count)
        if selfPotential > 0 {
            guard let areas = places.areas else {
                throw .needsMore(identifier: "knn-egohoods", needs: PlaceInformation.areas.english)
            }
            reach = areas.map { selfPotential * ($0 / .pi).squareRoot() / places.distanceUnit }
        }
        let members = places.members(of: column)
        let share = places.groupTotals[column] / places.total
        guard share > 0, share < 1 else { return [] }
        var walker = EgohoodWalker(places, members: members, DistanceOrder(x: x, y: y), reach: reach)
        var egohoods = [[Egohood]](repeating: [], count: sizes.count)
        for origin in 0..<places.count {
            for (place, egohood) in walker.egohoods(around: origin, sizes: sizes).enumerated() {
                egohoods[place].append(egohood)
            }
        }
        let own = (0..<places.count).map { unit in
            Egohood(
                unit: unitIdentifiers[places.rows[unit]], persons: places.totals[unit],
                members: members[unit], radius: reach[unit])
        }
        return [EgohoodScale(size: nil, own, share: share, members: members)]
            + zip(sizes, egohoods).map { EgohoodScale(size: $0, $1, share: share, members: members) }
    }
}

internal import Stochastics

/// The share of an old unit that lies in a new one.
public struct CrosswalkShare: Sendable, Equatable {
    /// The unit of the table.
    public let from: String
    /// The unit to which its persons go.
    public let to: String
    /// The share of its persons that go there, 0 to 1.
    public let share: Double

    /// A share.
    public init(from: String, to: String, share: Double) {
        self.from = from
        self.to = to
        self.share = share
    }
}

extension ContingencyTable {
    /// The table over other units, with the persons of each old unit dealt over the new ones by shares.
    ///
    /// Every group of a unit is dealt by the same shares, which is an assumption: where a new border follows a social one
    /// it hides segregation.
    /// - Parameters:
    ///   - shares: for every unit with persons, shares that add up to 1 (within one in a million).
    ///   - units: the new units in the order wanted; in the order in which they first appear if left out.
    /// - Throws: a share out of range, a unit that is not there, or shares that do not add up to 1, by the name of the unit.
    public func crosswalked(
        _ shares: [CrosswalkShare], units: [String]? = nil
    ) throws(SegregationError) -> ContingencyTable {
        var rows: [String: Int] = [:]
        for (row, unit) in unitIdentifiers.enumerated() { rows[unit] = row }
        var names = units ?? []
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() { places[name] = place }
        var given = [CompensatedSum](repeating: CompensatedSum(), count: unitCount)
        var sums = [Double](repeating: 0, count: names.count * groupCount)
        for share in shares {
            guard let row = rows[share.from] else {
                throw .contact(
                    first: share.from, second: share.to,
                    problem: "unit '\(share.from)' is not in the table; remove the line or add the unit")
            }
            guard share.share >= 0, share.share <= 1 else {
                throw .contact(
                    first: share.from, second: share.to,
                    problem: "share \(share.share) where 0 to 1 is expected (not per cent)")
            }
            if places[share.to] == nil {
                guard units == nil else {
                    throw .contact(
                        first: share.from, second: share.to,
                        problem: "unit '\(share.to)' is not among the new units; add it or correct the line")
                }
                places[share.to] = names.count
                names.append(share.to)
                sums += [Double](repeating: 0, count: groupCount)
            }
            guard let place = places[share.to] else { continue }
            given[row].add(share.share)
            for group in 0..<groupCount {
                sums[place * groupCount + group] += share.share * counts[row * groupCount + group]
            }
        }
        for (row, persons) in unitTotals.enumerated() where persons > 0 {
            guard abs(given[row].value - 1) <= 1e-6 else {
                throw .placeValue(
                    what: "the sum of the shares of unit '\(unitIdentifiers[row])'", row: row,
                    found: given[row].value, expected: "1, so that nobody is lost or counted twice")
            }
        }
        return try ContingencyTable(groups: groups, counts: sums, unitIdentifiers: names)
    }
}

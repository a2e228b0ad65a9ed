/// Dissimilarity less what neighbouring units differ by: a move over the nearest border costs little (Morrill 1991;
/// Wong 1993).
struct ContactMeasures {
    /// How the difference of two neighbours is weighed.
    enum Weighing: Equatable {
        /// Every pair alike, borders only.
        case rook
        /// Every pair alike, corners too.
        case queen
        /// By the length of the shared border, over all borders.
        case boundary
        /// By the share of the border in each unit's own borders, every unit alike.
        case boundaryByUnit
        /// By length, and by how drawn-out both units are, with whole perimeters.
        case perimeterOverArea
        /// The same with shared borders only in place of perimeters.
        case sharedOverArea
    }

    private let places: InhabitedPlaces
    private let contacts: [UnitContact]

    init?(_ places: InhabitedPlaces) {
        guard let contacts = places.contacts else { return nil }
        self.places = places
        self.contacts = contacts
    }

    /// The index of a group against the rest.
    func value(_ group: Int, _ weighing: Weighing) -> MeasuredValue {
        let name = places.table.groups[group].rawValue
        guard places.groupTotals[group] > 0 else { return .undefined(.absentGroup(name)) }
        guard places.groupTotals[group] < places.total else { return .undefined(.noRest(name)) }
        return value(places.members(of: group), places.others(than: group), weighing)
    }

    /// The index of two groups.
    func value(_ group: Int, _ other: Int, _ weighing: Weighing) -> MeasuredValue {
        for column in [group, other] where places.groupTotals[column] == 0 {
            return .undefined(.absentGroup(places.table.groups[column].rawValue))
        }
        if group == other { return .defined(0) }
        return value(places.members(of: group), places.members(of: other), weighing)
    }

    private func value(_ members: [Double], _ others: [Double], _ weighing: Weighing) -> MeasuredValue {
        guard let pairs = weights(weighing) else { return .undefined(.notGiven(.areas)) }
        let sum = pairs.reduce(0.0) { $0 + $1.weight }
        guard sum > 0 else { return .undefined(.noNeighbours) }
        let shares = members.indices.map { unit in
            let both = members[unit] + others[unit]
            return both > 0 ? members[unit] / both : 0
        }
        let between = pairs.reduce(0.0) { total, pair in
            total + pair.weight / sum * pair.factor
                * abs(shares[contacts[pair.contact].first] - shares[contacts[pair.contact].second])
        }
        return .defined(dissimilarity(members, others) - between)
    }

    private func dissimilarity(_ members: [Double], _ others: [Double]) -> Double {
        let own = members.reduce(0, +)
        let rest = others.reduce(0, +)
        return zip(members, others).reduce(0.0) { $0 + abs($1.0 / own - $1.1 / rest) } / 2
    }

    private struct Pair {
        var contact: Int
        var weight: Double
        var factor = 1.0
    }

    private func weights(_ weighing: Weighing) -> [Pair]? {
        switch weighing {
        case .queen: return contacts.indices.map { Pair(contact: $0, weight: 1) }
        case .rook:
            return contacts.indices.filter { contacts[$0].length > 0 }.map { Pair(contact: $0, weight: 1) }
        case .boundary:
            return contacts.indices.map { Pair(contact: $0, weight: contacts[$0].length) }
        case .boundaryByUnit:
            let borders = bordersOfUnits
            return contacts.indices.filter { contacts[$0].length > 0 }.map { index in
                let contact = contacts[index]
                return Pair(
                    contact: index,
                    weight: contact.length / borders[contact.first] + contact.length / borders[contact.second]
                )
            }
        case .perimeterOverArea: return places.perimeters.flatMap { compact($0) }
        case .sharedOverArea: return compact(bordersOfUnits)
        }
    }

    /// Weights by length, with (P_i/A_i + P_j/A_j) / (2 max P/A) as factor (Wong 1993; the constant as in Tivadar 2019).
    private func compact(_ perimeters: [Double]) -> [Pair]? {
        guard let areas = places.areas else { return nil }
        let ratios = zip(perimeters, areas).map { $0 / $1 }
        let largest = ratios.max() ?? 0
        guard largest > 0 else { return [] }
        return contacts.indices.map { index in
            let contact = contacts[index]
            return Pair(
                contact: index, weight: contact.length,
                factor: (ratios[contact.first] + ratios[contact.second]) / (2 * largest))
        }
    }

    private var bordersOfUnits: [Double] {
        var borders = [Double](repeating: 0, count: places.count)
        for contact in contacts {
            borders[contact.first] += contact.length
            borders[contact.second] += contact.length
        }
        return borders
    }
}

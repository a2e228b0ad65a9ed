/// The point from which centralisation is measured.
struct Centre {
    /// The unit whose centroid it is.
    let unit: String
    /// Its place, in units of distance.
    let x: Double
    let y: Double

    /// The centroid of a unit with persons, or of the unit with most persons; ties go to the first row.
    init?(_ name: String?, in places: InhabitedPlaces) throws(SegregationError) {
        var centre = places.totals.max().flatMap { places.totals.firstIndex(of: $0) }
        if let name {
            centre = places.table.unitIdentifiers.firstIndex(of: name).flatMap {
                places.rows.firstIndex(of: $0)
            }
            guard centre != nil else {
                throw .needsMore(
                    identifier: "ACE", needs: "a centre with persons; there is none called '\(name)'")
            }
        }
        guard let centre, let x = places.x, let y = places.y else { return nil }
        unit = places.table.unitIdentifiers[places.rows[centre]]
        self.x = x[centre]
        self.y = y[centre]
    }
}

/// Centralisation: how near a group lives to a centre (Duncan and Duncan 1955; Massey and Denton 1988).
///
/// Units go from the centre outwards; those at the same distance are taken together, so no order of rows
/// decides.
struct CentralisationMeasures {
    private let places: InhabitedPlaces
    /// The ring of every unit, from the centre outwards.
    private let rings: [Int]
    private let ringCount: Int

    init?(_ places: InhabitedPlaces, centre: Centre) {
        guard let x = places.x, let y = places.y else { return nil }
        let distances = x.indices.map { unit in
            let dx = x[unit] - centre.x
            let dy = y[unit] - centre.y
            return (dx * dx + dy * dy).squareRoot()
        }
        // Coordinates carry about sixteen digits; distances that differ by less are the same.
        let same = 1e-9 * (distances.max() ?? 0)
        var rings = [Int](repeating: 0, count: distances.count)
        var ring = -1
        var last = -Double.infinity
        for unit in distances.indices.sorted(by: { distances[$0] < distances[$1] }) {
            if distances[unit] - last > same { ring += 1 }
            last = distances[unit]
            rings[unit] = ring
        }
        self.places = places
        self.rings = rings
        ringCount = ring + 1
    }

    /// Σ X_{i-1} A_i - Σ X_i A_{i-1} over rings.
    func absolute(_ group: Int) -> MeasuredValue {
        guard places.groupTotals[group] > 0 else { return .undefined(absent(group)) }
        guard let areas = places.areas else { return .undefined(.notGiven(.areas)) }
        return value(places.members(of: group), areas)
    }

    /// The same with everyone else for areas.
    func relativeToRest(_ group: Int) -> MeasuredValue {
        guard places.groupTotals[group] > 0 else { return .undefined(absent(group)) }
        guard places.groupTotals[group] < places.total else {
            return .undefined(.noRest(places.table.groups[group].rawValue))
        }
        return value(places.members(of: group), places.others(than: group))
    }

    /// The same with another group for areas.
    func relative(_ group: Int, to other: Int) -> MeasuredValue {
        for column in [group, other] where places.groupTotals[column] == 0 {
            return .undefined(absent(column))
        }
        if group == other { return .defined(0) }
        return value(places.members(of: group), places.members(of: other))
    }

    private func value(_ first: [Double], _ second: [Double]) -> MeasuredValue {
        guard places.count > 1 else { return .undefined(.singleUnit) }
        let first = cumulated(first)
        let second = cumulated(second)
        var sum = 0.0
        for ring in 1..<max(1, ringCount) {
            sum += first[ring - 1] * second[ring] - first[ring] * second[ring - 1]
        }
        return .defined(sum)
    }

    private func cumulated(_ values: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: ringCount)
        for (unit, ring) in rings.enumerated() { sums[ring] += values[unit] }
        var running = 0.0
        let all = values.reduce(0, +)
        return sums.map { sum in
            running += sum
            return running / all
        }
    }

    private func absent(_ group: Int) -> UndefinedReason { .absentGroup(places.table.groups[group].rawValue) }
}

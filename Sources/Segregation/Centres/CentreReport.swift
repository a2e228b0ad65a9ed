extension MeasureDefinition {
    /// Centralisation around several centres, or around every unit in turn; see
    /// ``ContingencyTable/centralisation(around:within:geography:)`` and
    /// ``ContingencyTable/localCentralisation(neighbours:geography:)``.
    public static let centred: [MeasureDefinition] = [
        centred(
            "ACE-centres", "ACE", "absolute centralisation around the nearest of several centres",
            "absolute centralisatie rond het dichtstbijzijnde van meer centra", .group,
            "Folch & Rey 2016; Tivadar 2019"),
        centred(
            "RCE-centres-vs-rest", "RCE",
            "centralisation relative to the rest, around the nearest of several centres",
            "centralisatie ten opzichte van de rest, rond het dichtstbijzijnde van meer centra", .group,
            "Folch & Rey 2016; Tivadar 2019"),
        centred(
            "RCE-centres-matrix", "RCE",
            "centralisation relative to another group, around the nearest of several centres",
            "centralisatie ten opzichte van een andere groep, rond het dichtstbijzijnde van meer centra",
            .pair,
            "Folch & Rey 2016; Tivadar 2019"),
        centred(
            "local-RCE-vs-rest", "RCE_i",
            "centralisation around each unit among its neighbours, relative to the rest",
            "centralisatie rond elk gebied tussen zijn buren, ten opzichte van de rest", .groupInUnit,
            "Folch & Rey 2016"),
    ]

    private static func centred(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ subject: MeasureSubject,
        _ paper: String
    ) -> MeasureDefinition {
        place(identifier, symbol, english, dutch, .centralisation, subject, -1...1, paper, .nearerToCentre)
    }
}

extension ContingencyTable {
    /// Centralisation around several centres as tidy rows: every unit stands at its distance from the nearest centre.
    ///
    /// With one centre and no limit these are ACE, RCE-vs-rest and RCE-matrix.
    /// - Parameters:
    ///   - centres: identifiers of units with persons; their centroids are the centres.
    ///   - influence: which units belong to the centres; all others are left out.
    ///   - geography: coordinates, and areas for the absolute measure.
    /// - Throws: a centre that is not there, places in another order than the rows, or a parameter out of range.
    /// - Complexity: units times centres, and a sort.
    public func centralisation(
        around centres: [String], within influence: CentreInfluence = .everywhere, geography: UnitGeography
    ) throws(SegregationError) -> [MeasureRow] {
        try influence.check()
        let places = try InhabitedPlaces(self, geography)
        guard let x = places.x, let y = places.y else {
            throw .needsMore(identifier: "RCE-centres", needs: PlaceInformation.coordinates.english)
        }
        var origins: [Int] = []
        for name in centres {
            guard let row = unitIdentifiers.firstIndex(of: name), let unit = places.rows.firstIndex(of: row)
            else {
                throw .needsMore(
                    identifier: "RCE-centres", needs: "centres with persons; there is none called '\(name)'")
            }
            origins.append(unit)
        }
        guard !origins.isEmpty else {
            throw .parameter(name: "number of centres", found: 0, expected: "1 or more")
        }
        let all = origins.map { origin in
            x.indices.map { unit -> Double in
                let (dx, dy) = (x[unit] - x[origin], y[unit] - y[origin])
                return (dx * dx + dy * dy).squareRoot()
            }
        }
        let nearest = x.indices.map { unit in all.lazy.map { $0[unit] }.min() ?? 0 }
        // A unit belongs when it belongs to one of the centres.
        let kept = Set(all.flatMap { CentreRings($0, within: influence).units })
        let order = kept.sorted { (nearest[$0], $0) < (nearest[$1], $1) }
        let rings = CentreRings(sorted: order, nearest, same: 1e-9 * (nearest.max() ?? 0))
        let parameters = [
            MeasureParameter("centres", centres.joined(separator: " ")),
            MeasureParameter("influence", influence.label),
            MeasureParameter("distance_unit", "\(places.distanceUnit)"),
        ]
        func row(_ identifier: String, _ columns: [Int], _ value: MeasuredValue) -> MeasureRow {
            let value = places.total > 0 ? value : .undefined(.emptyTable)
            return MeasureRow(
                identifier: identifier, groups: columns.map { groups[$0] }, parameters: parameters,
                estimate: Estimate(
                    value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                    units: order.count, persons: order.reduce(0) { $0 + places.totals[$1] }))
        }
        let columns = 0..<groupCount
        let absolute = columns.map { group in
            row(
                "ACE-centres", [group],
                places.areas.map { places.centralisation(group, rings, places.members(of: group), $0) }
                    ?? .undefined(.notGiven(.areas)))
        }
        let relative = columns.map { group in
            row(
                "RCE-centres-vs-rest", [group],
                places.centralisation(group, rings, places.members(of: group), places.others(than: group)))
        }
        let pairs = columns.flatMap { of in
            columns.map { to in
                row(
                    "RCE-centres-matrix", [of, to],
                    places.centralisation(
                        of, rings, places.members(of: of), places.members(of: to), other: to))
            }
        }
        return absolute + relative + pairs
    }

    /// Centralisation around every unit in turn, among the unit and its nearest neighbours (Folch and Rey 2016): above 0
    /// where members live nearer to the unit than the rest of its surroundings do.
    /// - Parameters:
    ///   - neighbours: k, the number of nearest units besides the unit itself; those as far as the k-th come along.
    ///   - geography: coordinates.
    /// - Returns: a row per unit and group; undefined where the surroundings hold no members or no others.
    /// - Throws: places in another order than the rows, or a parameter out of range.
    /// - Complexity: units squared for few neighbours, and times k for many; units in memory.
    public func localCentralisation(
        neighbours: Int, geography: UnitGeography
    ) throws(SegregationError) -> [MeasureRow] {
        guard neighbours > 0 else {
            throw .parameter(name: "neighbours", found: Double(neighbours), expected: "1 or more")
        }
        let places = try InhabitedPlaces(self, geography)
        guard let x = places.x, let y = places.y else {
            throw .needsMore(identifier: "local-RCE-vs-rest", needs: PlaceInformation.coordinates.english)
        }
        var values = unitIdentifiers.flatMap { unit in
            groups.map { _ in
                MeasuredValue.undefined(places.total > 0 ? .emptyUnit(unit) : .emptyTable)
            }
        }
        let members = (0..<groupCount).map { places.members(of: $0) }
        let others = (0..<groupCount).map { places.others(than: $0) }
        for origin in x.indices {
            let distances = x.indices.map { unit -> Double in
                let (dx, dy) = (x[unit] - x[origin], y[unit] - y[origin])
                return (dx * dx + dy * dy).squareRoot()
            }
            let rings = CentreRings(distances, within: .nearest(neighbours + 1))
            for group in 0..<groupCount {
                values[places.rows[origin] * groupCount + group] = places.centralisation(
                    group, rings, members[group], others[group])
            }
        }
        let parameters = [MeasureParameter("k", "\(neighbours)")]
        return values.enumerated().map { cell, value in
            let (unit, group) = cell.quotientAndRemainder(dividingBy: groupCount)
            return MeasureRow(
                identifier: "local-RCE-vs-rest", groups: [groups[group]], unit: unitIdentifiers[unit],
                parameters: parameters,
                estimate: Estimate(
                    value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .valueOfOneUnit,
                    units: 1, persons: counts(inUnit: unit).reduce(0, +)))
        }
    }
}

extension InhabitedPlaces {
    /// Centralisation over rings, or why there is none.
    fileprivate func centralisation(
        _ group: Int, _ rings: CentreRings, _ members: [Double], _ others: [Double], other: Int? = nil
    ) -> MeasuredValue {
        for column in [group, other ?? group] where groupTotals[column] == 0 {
            return .undefined(.absentGroup(table.groups[column].rawValue))
        }
        if other == group { return .defined(0) }
        guard rings.units.count > 1 else { return .undefined(.singleUnit) }
        if let value = rings.centralisation(members, others) { return .defined(value) }
        let name = table.groups[group].rawValue
        let isAbsent = rings.units.allSatisfy { members[$0] == 0 }
        if isAbsent { return .undefined(.absentGroup(name)) }
        return .undefined(other.map { .absentGroup(table.groups[$0].rawValue) } ?? .noRest(name))
    }
}

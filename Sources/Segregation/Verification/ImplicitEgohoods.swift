internal import ReferenceFiles

/// What PySAL computes for a distance: counts summed over neighbours with falling weight, rounded to whole persons and
/// then treated as units. Persons count many times and the city's shares move, so it is no published measure; it stands
/// here only to show where such values come from.
struct ImplicitEgohoods {
    private let groupCounts: [[Double]]
    private let groupTotals: [Double]
    private let unitTotals: [Double]
    private let groups: [Group]

    init?(_ places: InhabitedPlaces, reach: Double) {
        guard let sums = NeighbourSums(of: places, kernel: .triangular(reach: reach), threads: 1) else {
            return nil
        }
        groups = places.table.groups
        let counts = (0..<places.count).map { unit in
            (0..<places.groupCount).map { sums.count(of: $0, around: unit, own: 1, in: places) }
        }
        groupCounts = counts
        // PySAL rounds the total by itself, so it need not be the sum of the rounded groups.
        unitTotals = counts.map { $0.reduce(0, +).rounded(.toNearestOrEven) }
        groupTotals = (0..<places.groupCount).map { group in
            counts.reduce(0) { $0 + $1[group].rounded(.toNearestOrEven) }
        }
    }

    func informationTheoryIndex() throws(SegregationError) -> Double? {
        try ContingencyTable(
            groups: groups, rows: groupCounts.map { $0.map { $0.rounded(.toNearestOrEven) } }
        ).informationTheoryIndex().number
    }

    func dissimilarity(_ group: Int) -> Double {
        let rest = unitTotals.reduce(0, +) - groupTotals[group]
        let sum = groupCounts.indices.reduce(0.0) { sum, unit in
            let own = groupCounts[unit][group].rounded(.toNearestOrEven)
            return sum + abs(own / groupTotals[group] - (unitTotals[unit] - own) / rest)
        }
        return sum / 2
    }
}

extension ReferenceCalculator {
    func implicitEgohoods(
        _ index: String, _ table: ContingencyTable, _ groups: [Group], _ parameters: JSONValue?
    ) throws -> JSONValue? {
        guard parameters?["kernel"]?.text == "triangular", let reach = parameters?["distance"]?.number,
            let egohoods = ImplicitEgohoods(
                try InhabitedPlaces(table, reference.geography(distanceUnit: 1)), reach: reach)
        else { return nil }
        switch index {
        case "pysal-implicit-H": return JSONValue(try egohoods.informationTheoryIndex())
        case "pysal-implicit-D-vs-rest":
            return .list(try groups.map { .number(egohoods.dissimilarity(try table.column(of: $0))) })
        default: return nil
        }
    }
}

internal import Bilingual
public import Neighbourhoods
internal import Segregation

/// How evenly groups are spread when every area is seen with its surroundings, from near to far.
///
/// Every area is one point, the centroid of its shape, with all its households or dwellings on it. Its surroundings
/// are the nearest k of them (Östh, Clark and Malmberg 2015), or all within a distance, each counting the same
/// (Reardon and O'Sullivan 2004 with a flat kernel). The measure is D of a group and the others with the make-up of
/// the surroundings in place of the area's own, weighed by who lives in the middle: Σ t |p̃ - P| / (2 T P (1 - P)).
public struct ScaleProfile: Sendable, Hashable {
    /// What is looked at around every area.
    public enum Surroundings: Sendable, Hashable {
        /// The area itself.
        case area
        /// As many as this, the nearest first.
        case nearest(Int)
        /// All within this many metres, the area itself always included.
        case within(metres: Int)
    }

    /// One group in surroundings of one size.
    public struct Step: Sendable, Hashable {
        /// What is looked at.
        public let surroundings: Surroundings
        /// The group that is set against all others.
        public let group: Variable.ID
        /// D of the surroundings, 0...1.
        public let dissimilarity: Double
        /// How sure D is: the areas in the middle are drawn again, their surroundings and the share of the municipality
        /// stay as they are.
        public let uncertainty: Uncertainty
        /// How far the surroundings reach on average, in metres; nil for the areas themselves.
        public let reach: Double?
        /// How many households or dwellings they hold on average.
        public let counted: Double
    }

    /// Numbers of nearest households or dwellings.
    public static let sizes = [200, 800, 3200, 12800]
    /// Distances in metres.
    public static let distances = [500, 1000, 2000, 4000]
    /// The fewest areas with a shape that a profile is drawn from.
    public static let fewestAreas = 10

    /// The steps: for each group the areas themselves, then the nearest, then the distances, near to far.
    public let steps: [Step]
    /// The sizes that are left out, because the municipality holds no more than that.
    public let sizesLeftOut: [Int]
    /// How many areas it stands on.
    public let areas: Int
    /// How many areas with figures are left out because they have no shape.
    public let areasWithoutShape: Int
    /// The year of the boundaries.
    public let shapesOf: Int
    /// The source of the boundaries.
    public let source: Source.ID

    /// The profile of a table on the shapes of `dataset`.
    static func of(_ table: SegregationTables.Table, dataset: Dataset, settings: ClaimSettings) -> Derived<
        ScaleProfile
    > {
        guard let geometry = dataset.geometry(at: settings.level, year: table.year) else {
            return .none(reason: noShapes)
        }
        let counts = table.counts
        var rows: [Int] = []
        var points: [Point] = []
        for (row, code) in counts.unitIdentifiers.enumerated() {
            guard let point = geometry.shapes[AreaCode(code)]?.centroid else { continue }
            rows.append(row)
            points.append(point)
        }
        guard rows.count >= fewestAreas else { return .none(reason: fewShapes(rows.count)) }
        guard
            let used = try? ContingencyTable(
                groups: counts.groups, rows: rows.map { Array(counts.counts(inUnit: $0)) },
                unitIdentifiers: rows.map { counts.unitIdentifiers[$0] }),
            let geography = try? UnitGeography(
                unitIdentifiers: used.unitIdentifiers, x: points.map(\.x), y: points.map(\.y), distanceUnit: 1
            )
        else { return .none(reason: noShapes) }
        let draws = AreaDraws(areas: rows.count, draws: settings.bootstrapDraws, seed: settings.seed)
        let sizes = Self.sizes.filter { Double($0) < used.total }
        let steps = table.columns.flatMap { column -> [Step] in
            var one = table
            one.counts = used
            guard let two = one.against(column: column) else { return [] }
            return Surrounded(two, points, geography).steps(sizes: sizes, distances: distances, draws: draws)
        }
        guard !steps.isEmpty else { return .none(reason: noGroups) }
        return .found(
            ScaleProfile(
                steps: steps, sizesLeftOut: Self.sizes.filter { !sizes.contains($0) }, areas: rows.count,
                areasWithoutShape: counts.unitCount - rows.count, shapesOf: geometry.year,
                source: geometry.source))
    }

    private static let noShapes = BilingualText(
        nl: "er zijn geen grenzen van de gebieden, dus geen afstanden",
        en: "there are no boundaries of the areas, so no distances")
    private static let noGroups = BilingualText(
        nl: "er is geen groep naast een andere", en: "there is no group beside another one")
    private static func fewShapes(_ count: Int) -> BilingualText {
        BilingualText(
            nl: "er zijn maar \(count) gebieden met grenzen; \(fewestAreas) zijn nodig",
            en: "there are \(count) areas with boundaries only; \(fewestAreas) are needed")
    }
}

/// One group and the others with places: makes the steps of a profile.
private struct Surrounded {
    /// What lies around every area, the area itself included.
    struct Around {
        var shares: [Double]
        var counted: [Double]
        /// In metres; empty for the areas themselves.
        var reach: [Double] = []
    }

    private let table: ContingencyTable
    private let points: [Point]
    private let geography: UnitGeography
    private let members: [Double]
    private let totals: [Double]

    init(_ table: ContingencyTable, _ points: [Point], _ geography: UnitGeography) {
        self.table = table
        self.points = points
        self.geography = geography
        totals = table.unitTotals
        members = (0..<table.unitCount).map { table.counts(inUnit: $0).first ?? 0 }
    }

    func steps(sizes: [Int], distances: [Int], draws: AreaDraws) -> [ScaleProfile.Step] {
        let all = members.reduce(0, +)
        let inhabitants = totals.reduce(0, +)
        guard all > 0, all < inhabitants else { return [] }
        var found: [(ScaleProfile.Surroundings, Around)] = [
            (.area, Around(shares: zip(members, totals).map { $1 > 0 ? $0 / $1 : 0 }, counted: totals))
        ]
        if let profile = try? table.egohoodProfile(
            of: table.groups[0], sizes: sizes.map(Double.init), geography: geography)
        {
            for scale in profile {
                guard let size = scale.size else { continue }
                found.append((.nearest(Int(size)), around(scale.egohoods)))
            }
        }
        for distance in distances {
            found.append((.within(metres: distance), around(within: Double(distance))))
        }
        return found.map { surroundings, around in step(surroundings, around, share: all / inhabitants, draws)
        }
    }

    /// Egohoods come for units with persons only, so they are found by name.
    private func around(_ egohoods: [Egohood]) -> Around {
        var places: [String: Egohood] = [:]
        for egohood in egohoods { places[egohood.unit] = egohood }
        let found = table.unitIdentifiers.map { places[$0] }
        return Around(
            shares: found.map { $0.map { $0.members / $0.persons } ?? 0 },
            counted: found.map { $0?.persons ?? 0 },
            reach: found.map { $0?.radius ?? 0 })
    }

    private func around(within distance: Double) -> Around {
        var result = Around(
            shares: [Double](repeating: 0, count: points.count),
            counted: [Double](repeating: 0, count: points.count),
            reach: [Double](repeating: distance, count: points.count))
        for middle in points.indices {
            var (inGroup, counted) = (0.0, 0.0)
            for other in points.indices {
                let (dx, dy) = (points[other].x - points[middle].x, points[other].y - points[middle].y)
                guard (dx * dx + dy * dy).squareRoot() <= distance else { continue }
                inGroup += members[other]
                counted += totals[other]
            }
            result.shares[middle] = counted > 0 ? inGroup / counted : 0
            result.counted[middle] = counted
        }
        return result
    }

    private func step(
        _ surroundings: ScaleProfile.Surroundings, _ around: Around, share: Double, _ draws: AreaDraws
    ) -> ScaleProfile.Step {
        let deviations = around.shares.map { abs($0 - share) }
        let scale = 2 * share * (1 - share)
        return ScaleProfile.Step(
            surroundings: surroundings, group: Variable.ID(rawValue: table.groups[0].rawValue),
            dissimilarity: mean(deviations) { _ in 1 } / scale,
            uncertainty: draws.uncertainty { times in mean(deviations) { Double(times[$0]) } / scale },
            reach: around.reach.isEmpty ? nil : around.reach.weightedMean(totals),
            counted: around.counted.weightedMean(totals) ?? 0)
    }

    /// The mean over all who live in the middle, each area as often as it is drawn.
    @inline(__always)
    private func mean(_ values: [Double], times: (Int) -> Double) -> Double {
        var (weight, sum) = (0.0, 0.0)
        for area in totals.indices {
            weight += times(area) * totals[area]
            sum += times(area) * totals[area] * values[area]
        }
        return sum / weight
    }
}

public import Neighbourhoods

/// A made-up Dutch town, so that every page can be tried without data of a real place.
///
/// The same seed gives the same town, to the last digit. Its totals follow published national figures and its
/// differences between neighbourhoods are those of an ordinary town, with gaps and secret cells like real data.
public struct DemoTown: Sendable {
    /// Counts of persons of one origin class, for the areas of one level. Origin is only ever observed, so it is
    /// kept apart from the tables; nothing else in the town is made from it.
    public struct OriginColumn: Sendable, Hashable {
        /// The class, such as `origin.cbs2022.europe`: the 2022 classes of CBS.
        public let id: String
        /// The level of the areas.
        public let level: AreaLevel
        /// The year of the counts.
        public let year: Int
        /// Where they come from.
        public let source: Source.ID
        /// Persons, aligned with the areas of the table of the same level.
        public let values: Column
    }

    /// The years with figures, oldest first.
    public static let years = [2018, 2022]

    /// The version that the town's liveability scores carry, so that nobody takes them for the Leefbaarometer.
    public static let liveabilityVersion = "synthetisch"

    /// The town.
    public let municipality: Area
    /// Neighbourhoods, districts, the town and the nation; one table for each, areas in code order.
    public let tables: [AreaTable]
    /// The sources. All that describe the town are marked synthetic; two that are not hold national figures only.
    public let sources: [Source]
    /// The shapes of neighbourhoods, districts and the town.
    public let geometries: [AreaGeometry]
    /// The river, as a surface in the plane of the shapes.
    public let water: MultiPolygon
    /// Origin, for both years and the levels neighbourhood, district and municipality.
    public let originColumns: [OriginColumn]

    /// Everything but origin, ready for use.
    public var dataset: Dataset {
        Dataset(municipality: municipality, tables: tables, sources: sources, geometries: geometries)
    }

    /// Makes the town that belongs to `seed`.
    ///
    /// About a tenth of a second in a release build.
    public static func make(seed: UInt64 = 2018) -> DemoTown {
        let random = TownRandom(seed: seed)
        let plan = TownPlan(random: random)
        let stock = TownStock(plan: plan, random: random, years: years.count)
        let people = TownPeople(plan: plan, stock: stock, random: random)
        let facilities = TownFacilities(plan: plan, stock: stock, random: random)
        let outcomes = TownOutcomes(
            plan: plan, stock: stock, people: people, facilities: facilities, random: random)
        let origins = TownOrigins(plan: plan, stock: stock, random: random)
        let publishers = TownPublisher.levels(of: plan)
        let measured = years.indices.map { year in
            land(plan, stock.years[year]) + stock.measurements(year: year)
                + people.measurements(year: year, stock: stock.years[year])
                + facilities.measurements(year: year, stock: stock.years[year])
                + outcomes.measurements(year: year)
        }
        var tables = publishers.compactMap { publisher in
            AreaTable(
                level: publisher.level, areas: publisher.areas,
                series: years.indices.flatMap { year in
                    measured[year].map {
                        publisher.series($0, year: years[year], inhabitants: stock.years[year].inhabitants)
                    }
                })
        }
        if let nation = AreaTable(
            level: .nation, areas: [NationalFigures.area], series: NationalFigures.series(years: years))
        {
            tables.append(nation)
        }
        let geography = Geography(plan: plan)
        return DemoTown(
            municipality: TownPublisher.municipality, tables: tables,
            sources: DemoSource.allCases.map(\.source) + [
                NationalFigures.definitions, NationalFigures.published,
            ],
            geometries: geography.geometries(year: years.last ?? 0, source: DemoSource.map.id),
            water: geography.water,
            originColumns: publishers.flatMap { publisher in
                years.indices.flatMap { year in
                    origins.measurements(year: year).map { id, measurement in
                        OriginColumn(
                            id: id, level: publisher.level, year: years[year], source: measurement.source.id,
                            values: publisher.series(
                                measurement, year: years[year], inhabitants: stock.years[year].inhabitants
                            ).values)
                    }
                }
            })
    }

    /// Land and density: land in hectares, half of the river along the border left out.
    private static func land(_ plan: TownPlan, _ stock: TownStock.Year) -> [Measurement] {
        let hectares = plan.neighbourhoods.map { Int(($0.land / 10_000).rounded()) }
        return [
            Measurement("population.landArea", .register, .total(hectares)),
            Measurement("population.density", .register, .density(stock.inhabitants, hectares: hectares)),
        ]
    }
}

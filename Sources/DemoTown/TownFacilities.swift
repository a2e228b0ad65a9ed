internal import Foundation
internal import Neighbourhoods
internal import Stochastics

/// Shops, schools, doctors, parks: placed on the map apart from who lives where, then measured as distances.
struct TownFacilities {
    /// A kind of facility and how it is placed.
    private struct Kind {
        var name: String
        var count: Int
        /// How strongly it seeks the middle of the town.
        var central: Double
        /// Whether it follows the residents, or the open land.
        var followsHomes = true
    }

    private static let kinds = [
        Kind(name: "generalPractice", count: 27, central: 0.5),
        Kind(name: "supermarket", count: 29, central: 0.6),
        Kind(name: "childcare", count: 58, central: 0),
        Kind(name: "outOfSchoolCare", count: 55, central: 0),
        Kind(name: "primarySchool", count: 44, central: 0),
        Kind(name: "secondarySchool", count: 8, central: 0.4),
        Kind(name: "library", count: 4, central: 1),
        Kind(name: "park", count: 40, central: -0.2, followsHomes: false),
        Kind(name: "sports", count: 18, central: -1, followsHomes: false),
        Kind(name: "cafe", count: 55, central: 3),
        Kind(name: "shops", count: 520, central: 3.2),
        Kind(name: "hospital", count: 1, central: 0.5, followsHomes: false),
        Kind(name: "station", count: 2, central: 1.5, followsHomes: false),
        Kind(name: "mainRoad", count: 4, central: -2, followsHomes: false),
    ]

    private static let published = [
        "generalPractice", "supermarket", "childcare", "outOfSchoolCare", "primarySchool", "secondarySchool",
        "library", "park", "sports", "cafe", "hospital", "station", "mainRoad",
    ]

    /// Roads are longer than straight lines.
    private static let detour = 1.3

    /// Kilometres by kind, one per neighbourhood and year.
    private let distances: [[String: [Double]]]
    private let schoolsWithin3km: [[Double]]
    private let shopsWithin1km: [[Double]]
    let workplaces: [[Int]]

    init(plan: TownPlan, stock: TownStock, random: TownRandom) {
        let homes = plan.neighbourhoods.map { Self.residents(of: $0, plan) }
        var distances: [[String: [Double]]] = []
        var schools: [[Double]] = []
        var shops: [[Double]] = []
        var workplaces: [[Int]] = []
        for year in stock.years.indices {
            var byKind: [String: [Double]] = [:]
            for (number, kind) in Self.kinds.enumerated() {
                let places = Self.places(kind, number, plan, stock.years[0].households, random)
                // A few places open or close between the years.
                let open = places.dropLast(year == 0 ? 0 : places.count / 20)
                byKind[kind.name] = homes.map { points in
                    points.reduce(0.0) { $0 + (Self.roads($1, open).min() ?? 0) } / Double(points.count)
                }
                if kind.name == "primarySchool" { schools.append(Self.within(3, homes, open)) }
                if kind.name == "shops" { shops.append(Self.within(1, homes, open)) }
            }
            distances.append(byKind)
            workplaces.append(Self.jobs(plan, stock.years[year], year, random))
        }
        self.distances = distances
        schoolsWithin3km = schools
        shopsWithin1km = shops
        self.workplaces = workplaces
    }

    /// How far residents live from a facility, standardised.
    func remoteness(_ kind: String, year: Int) -> [Double] { (distances[year][kind] ?? []).standardised }

    /// The figures as they are published.
    func measurements(year: Int, stock: TownStock.Year) -> [Measurement] {
        let people = stock.inhabitants
        func mean(_ id: String, _ values: [Double]) -> Measurement {
            Measurement(
                Variable.ID(rawValue: id), .facilities, .mean(values, weights: people, step: 0.1))
        }
        return Self.published.map { mean("facility.\($0).distance", distances[year][$0] ?? []) } + [
            mean("facility.primarySchool.within3km", schoolsWithin3km[year]),
            mean("facility.shops.within1km", shopsWithin1km[year]),
            Measurement("facility.workplaces", .facilities, .count(workplaces[year])),
        ]
    }

    /// Points where residents are taken to live: the middle, and halfway to the border all round.
    private static func residents(of place: TownPlan.Neighbourhood, _ plan: TownPlan) -> [Point] {
        let ring = plan.mesh.shape { $0 == place.cell }.polygons.first?.first ?? []
        let step = max(1, ring.count / 12)
        return [place.centre]
            + stride(from: 0, to: ring.count, by: step).map { index in
                Point(x: (place.centre.x + ring[index].x) / 2, y: (place.centre.y + ring[index].y) / 2)
            }
    }

    private static func places(
        _ kind: Kind, _ number: Int, _ plan: TownPlan, _ households: [Int], _ random: TownRandom
    ) -> [Point] {
        let table = AliasTable(
            weights: zip(plan.neighbourhoods, households).map { place, homes in
                let pull = exp(-kind.central * place.remoteness * 1.5)
                return pull * (kind.followsHomes ? Double(homes) : (place.land / 1e4) + 1)
            })
        var stream = random.stream(.facilities, entity: number)
        return (0..<kind.count).map { _ in
            let place = plan.neighbourhoods[table.pick(using: &stream)]
            let reach = place.land.squareRoot() * 0.35
            return Point(
                x: place.centre.x + reach * (2 * stream.unit() - 1),
                y: place.centre.y + reach * (2 * stream.unit() - 1))
        }
    }

    private static func roads(_ home: Point, _ places: ArraySlice<Point>) -> [Double] {
        places.map { place in
            let (dx, dy) = (place.x - home.x, place.y - home.y)
            return (dx * dx + dy * dy).squareRoot() * detour / 1000
        }
    }

    private static func within(_ kilometres: Double, _ homes: [[Point]], _ places: ArraySlice<Point>)
        -> [Double]
    {
        homes.map { points in
            let found = points.reduce(0) { sum, home in
                sum + roads(home, places).count { $0 <= kilometres }
            }
            return Double(found) / Double(points.count)
        }
    }

    private static func jobs(_ plan: TownPlan, _ stock: TownStock.Year, _ year: Int, _ random: TownRandom)
        -> [Int]
    {
        zip(plan.neighbourhoods.indices, random.noise(.jobs, plan.neighbourhoods.count)).map { index, noise in
            let place = plan.neighbourhoods[index]
            switch place.kind {
            case .industrial: return year == 0 ? 5_200 : 5_450
            case .park, .nature: return 15
            default:
                let local = Double(stock.households[index]) * exp(0.5 * noise - 1.2 * place.remoteness)
                return Int((local * (year == 0 ? 1.35 : 1.4)).rounded())
            }
        }
    }
}

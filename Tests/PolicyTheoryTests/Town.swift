import Bilingual
import Neighbourhoods
import PolicyTheory

/// A value that a test has made and that must be there.
func made<Content>(_ content: Content?) -> Content {
    guard let content else { preconditionFailure("the test's own material is not well made") }
    return content
}

/// A town of 40 neighbourhoods that a test fills with what it needs. The first 20 have many low incomes.
struct Town {
    static let size = 40
    var series: [Series] = []
    /// Multiplies all numbers of residents, households and dwellings.
    var scale = 1.0

    static func code(_ index: Int) -> AreaCode {
        AreaCode("BU9999" + (index < 10 ? "000" : "00") + "\(index)")
    }

    /// A number in 0...1 that wanders over the areas and knows nothing of which area has many low incomes: both
    /// halves of the town see the same twenty numbers.
    static func wander(_ index: Int) -> Double { Double((index % 20) * 7 % 20) / 19 }

    mutating func add(
        _ variable: Variable.ID, year: Int = 2020, version: String = "", _ value: (Int) -> Double?
    ) {
        let values = (0..<Self.size).map { index in
            value(index).map { Value.known($0) } ?? Value.missing(.suppressed)
        }
        series.append(
            Series(
                variable: variable, year: year, source: Source.ID(rawValue: "test"), version: version,
                values: Column(values)))
    }

    func adding(
        _ variable: Variable.ID, year: Int = 2020, version: String = "", _ value: (Int) -> Double?
    ) -> Town {
        var town = self
        town.add(variable, year: year, version: version, value)
        return town
    }

    /// The areas in the order of `order`, which a dataset must not care about.
    func dataset(
        order: [Int]? = nil, nation: [(Variable.ID, Double)] = [], geometries: [AreaGeometry] = []
    ) -> Dataset {
        let order = order ?? Array(0..<Self.size)
        var all = self
        all.add("population.inhabitants") { (1000 + 100 * Double($0 % 5)) * scale }
        all.add("population.households") { (500 + 50 * Double($0 % 5)) * scale }
        all.add("stock.dwellings") { (520 + 50 * Double($0 % 5)) * scale }
        let areas = order.map { Area(code: Self.code($0), name: "Buurt \($0)", level: .neighbourhood) }
        let shuffled = all.series.map { series in
            var copy = series
            copy.values = Column(order.map { series.values[$0] })
            return copy
        }
        let table = made(AreaTable(level: .neighbourhood, areas: areas, series: shuffled))
        let country = made(
            AreaTable(
                level: .nation, areas: [Area(code: AreaCode("NL00"), name: "Nederland", level: .nation)],
                series: nation.map { variable, value in
                    Series(
                        variable: variable, year: 2020, source: Source.ID(rawValue: "test"),
                        values: Column([.known(value)]))
                }))
        let source = Source(
            id: Source.ID(rawValue: "test"), title: "Test", producer: "Test", licence: "CC0-1.0",
            isSynthetic: true)
        return Dataset(
            municipality: Area(code: AreaCode("GM9999"), name: "Teststad", level: .municipality),
            tables: [table, country], sources: [source], geometries: geometries)
    }

    /// Squares of 400 m in rows of eight, in an order of their own so that like does not lie beside like.
    static let squares = AreaGeometry(
        level: .neighbourhood, year: 2020, source: Source.ID(rawValue: "test"),
        shapes: Dictionary(
            uniqueKeysWithValues: (0..<size).map { index in
                let place = index * 7 % size
                let (x, y) = (Double(place % 8) * 400, Double(place / 8) * 400)
                let ring = [(0.0, 0.0), (400, 0), (400, 400), (0, 400)].map {
                    Point(x: x + $0.0, y: y + $0.1)
                }
                return (code(index), MultiPolygon(polygons: [[ring]]))
            }), adjacency: Adjacency(pairs: []))

    /// Low incomes by two definitions: the first 20 areas are above the town's share by the one, areas 10 to 29 by
    /// the other.
    static let withIncomes: Town = {
        var town = Town()
        town.add("income.lowest40") { $0 < 20 ? 0.5 + 0.2 * wander($0) : 0.2 + 0.2 * wander($0) }
        town.add("income.middle40") { $0 < 20 ? 0.3 - 0.1 * wander($0) : 0.4 }
        town.add("income.highest20") { $0 < 20 ? 0.2 - 0.1 * wander($0) : 0.4 - 0.2 * wander($0) }
        town.add("income.low") { (10..<30).contains($0) ? 0.2 : 0.05 }
        return town
    }()

    /// The first 20 areas also have one kind of homes and far facilities.
    static let withAreaTypes: Town = {
        var town = withIncomes
        town.add("tenure.socialRent") { $0 < 20 ? 0.9 : 0.4 }
        town.add("tenure.privateRent") { $0 < 20 ? 0.05 : 0.3 }
        town.add("tenure.ownerOccupied") { $0 < 20 ? 0.05 : 0.3 }
        town.add("facility.supermarket.distance") { $0 < 20 ? 2 + 0.5 * wander($0) : 1 + 0.5 * wander($0) }
        town.add("facility.primarySchool.distance") { $0 < 20 ? 1.5 : 0.5 }
        town.add("facility.park.distance") { $0 < 20 ? 1 : 0.2 + 0.1 * wander($0) }
        return town
    }()

    /// An observed group of which `share` lives in the first 20 areas.
    static func group(share: Double, year: Int = 2020, id: String = "observed") -> ObservedGroup {
        made(
            ObservedGroup(
                id: id, label: BilingualText(nl: "Groep", en: "Group"),
                classification: BilingualText(nl: "testindeling", en: "test classification"), year: year,
                level: .neighbourhood, areas: (0..<size).map(code),
                counts: Column((0..<size).map { .known(2000 / 20 * ($0 < 20 ? share : 1 - share)) }),
                totals: Column((0..<size).map { .known(1000 + 100 * Double($0 % 5)) }),
                source: Source.ID(rawValue: "test")))
    }
}

/// Fewer draws than a page takes: a debug build is slow, and no test leans on the third digit of an interval.
let settings = ClaimSettings(lowIncome: .lowest40, bootstrapDraws: 299)

func findings(_ town: Town, _ groups: [ObservedGroup] = [], _ chosen: ClaimSettings = settings)
    -> [ClaimFinding]
{
    ClaimBoard.evaluate(dataset: town.dataset(), observedGroups: groups, settings: chosen)
}

func finding(
    _ claim: Claim, _ town: Town, _ groups: [ObservedGroup] = [], _ chosen: ClaimSettings = settings
) -> ClaimFinding {
    made(findings(town, groups, chosen).first { $0.claim == claim })
}

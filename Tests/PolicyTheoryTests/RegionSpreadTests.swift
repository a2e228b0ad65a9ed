import Bilingual
import Neighbourhoods
import Testing

@testable import PolicyTheory

/// Municipalities of a project taken together.
@Suite struct RegionSpreadTests {
    private static let fewer = ClaimSettings(lowIncome: .lowIncome, bootstrapDraws: 99)

    /// Four neighbourhoods in two districts.
    private static func town(_ number: String, _ shares: [Double], version: String = "") -> Dataset {
        let gm = AreaCode("GM" + number)
        let districts = ["00", "01"].map {
            Area(code: AreaCode("WK" + number + $0), name: "Wijk \($0)", level: .district)
        }
        let areas = (0..<4).map { index in
            Area(
                code: AreaCode("BU\(number)0\(index / 2)0\(index % 2)"), name: "Buurt \(index)",
                level: .neighbourhood)
        }
        let series = { (id: Variable.ID, version: String, values: [Double]) in
            Series(
                variable: id, year: 2020, source: Source.ID(rawValue: "test"), version: version,
                values: Column(values.map { .known($0) }))
        }
        return Dataset(
            municipality: Area(code: gm, name: number, level: .municipality),
            tables: [
                made(AreaTable(level: .district, areas: districts, series: [])),
                made(
                    AreaTable(
                        level: .neighbourhood, areas: areas,
                        series: [
                            series("income.low", version, shares),
                            series("population.households", "", [1000, 1000, 1000, 1000]),
                        ])),
            ], sources: [])
    }

    private static let poor = town("0001", [0.3, 0.3, 0.3, 0.3])
    private static let rich = town("0002", [0.1, 0.1, 0.1, 0.1])
    private static let mixed = town("0003", [0.3, 0.1, 0.3, 0.1])

    private func region(_ towns: [Dataset], like: Dataset) -> Derived<RegionSpread> {
        RegionSpread.of(towns, like: like, subject: .income, settings: Self.fewer)
    }

    @Test func twoEvenTownsDifferBetweenTownsOnly() throws {
        let found = try #require(region([Self.rich, Self.poor], like: Self.poor).content)
        #expect(found.municipalities == [AreaCode("GM0001"), AreaCode("GM0002")])
        #expect(found.parts.map(\.between) == [.municipality, .district, .neighbourhood])
        #expect(found.parts.map(\.within) == [nil, .municipality, .district])
        #expect(abs(found.parts[0].share - 1) < 1e-9)
        #expect(found.areas == 8)
        let sum = found.parts.map(\.entropyIndex).reduce(0, +)
        #expect(abs(sum - found.entropyIndex) < 1e-12)
    }

    @Test func aMixedTownAddsUnevennessInsideItsDistricts() throws {
        let found = try #require(region([Self.poor, Self.mixed], like: Self.poor).content)
        #expect(found.parts[2].share > 0.5)
        #expect(abs(found.parts[1].mutualInformation) < 1e-12)
        let shares: Double = found.parts.map(\.share).reduce(0, +)
        #expect(abs(shares - 1) < 1e-12)
    }

    @Test func anotherVersionIsLeftOutAndNamed() throws {
        let other = Self.town("0004", [0.2, 0.2, 0.2, 0.2], version: "nieuw")
        let found = try #require(region([Self.poor, Self.rich, other], like: Self.poor).content)
        #expect(found.leftOut == [AreaCode("GM0004")])
        #expect(
            region([Self.poor, other], like: Self.poor).reason?.nl.contains("geen andere gemeente") == true)
    }
}

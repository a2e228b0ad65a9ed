import HousingMarket
import Neighbourhoods
import Testing

@Suite struct BacktestSelectionTests {
    private let city = Area(code: AreaCode("GM0518"), name: "Den Haag", level: .municipality)

    private func series(
        _ id: Variable.ID, _ year: Int, _ numbers: [Double?], version: String = "", margins: [Double]? = nil
    ) -> Series {
        Series(
            variable: id, year: year, source: Source.ID(rawValue: "made"), version: version,
            values: Column(numbers.map { $0.map { .known($0) } ?? .missing(.suppressed) }),
            margins: margins.map { Column($0.map { .known($0) }) })
    }

    private func dataset(_ all: [Series], city totals: [Series] = []) throws -> Dataset {
        let areas = ["WK051803", "WK051804", "WK051807"].map {
            Area(code: AreaCode($0), name: $0, level: .district)
        }
        let table = try #require(AreaTable(level: .district, areas: areas, series: all))
        var tables = [table]
        if !totals.isEmpty {
            tables.append(try #require(AreaTable(level: .municipality, areas: [city], series: totals)))
        }
        return Dataset(municipality: city, tables: tables, sources: [])
    }

    @Test func theNearestPairOfYearsOfOneVersionIsTakenAndEarlierYearsGoAlong() throws {
        let data = try dataset(
            (2011...2017).map { series("benefits.welfare", $0, [0.05, nil, 0.01 * Double($0 - 2010)]) }
                + [
                    series("population.inhabitants", 2012, [100, 200, 0]),
                    series("population.inhabitants", 2016, [1, 2, 3]),
                ])
        let found = try BacktestCase.cases(
            in: data, level: .district, from: 2013, to: 2018, indicators: ["benefits.welfare"])
        let one = try #require(found.cases.first)
        #expect(one.year0 == 2013 && one.year1 == 2017)
        #expect(one.earlier.map(\.year) == [2011, 2012])
        #expect(one.observed0 == [.known(0.05), .missing(.suppressed), .known(0.03)])
        #expect(
            one.sizes == [.known(100), .known(200), .missing(.notApplicable)], "the year nearest to 2013")
        #expect(one.predicted.isEmpty && one.municipality == nil)
        #expect(one.threshold == .absolute(0.01))
    }

    @Test func twoVersionsAreNeverCompared() throws {
        let data = try dataset([
            series("liveability.score", 2012, [4, 4, 4], version: "2.0"),
            series("liveability.score", 2014, [4, 4, 4], version: "3.0"),
            series("liveability.score", 2016, [4, 4, 4], version: "2.0"),
            series("liveability.score", 2018, [4, 4, 4], version: "3.0"),
        ])
        func years(_ from: Int, _ to: Int) throws -> [Int]? {
            try BacktestCase.cases(
                in: data, level: .district, from: from, to: to, indicators: ["liveability.score"]
            ).cases.first.map { [$0.year0, $0.year1] }
        }
        #expect(try years(2014, 2018) == [2014, 2018])
        #expect(try years(2012, 2016) == [2012, 2016])
        #expect(try years(2013, 2017) == [2012, 2016], "of two equally near pairs the earlier")
        let none = try BacktestCase.cases(
            in: data, level: .district, from: 2012, to: 2018, indicators: ["liveability.score"], tolerance: 0)
        #expect(none.cases.isEmpty && none.notScorable.map(\.reason) == [.noPair])
    }

    @Test func whatCannotBeScoredIsListedWithWhy() throws {
        let data = try dataset([series("income.low", 2014, [0.1, 0.2, 0.3])])
        let found = try BacktestCase.cases(
            in: data, level: .district, from: 2014, to: 2016,
            indicators: ["income.low", "tenure.socialRent", "no.such"])
        #expect(found.cases.isEmpty)
        #expect(
            found.notScorable.map(\.reason) == [
                .noneNear(year: 2016), .noneNear(year: 2014), .unknownVariable,
            ])
    }

    @Test func thePublishedFigureOfTheMunicipalityAndTheMarginsGoAlong() throws {
        let data = try dataset(
            [
                series("income.low", 2014, [0.1, 0.2, 0.3], margins: [0.03, 0.03, 0.03]),
                series("income.low", 2016, [0.1, 0.2, 0.3], margins: [0.04, 0.04, 0.04]),
            ],
            city: [series("income.low", 2014, [0.21]), series("income.low", 2016, [0.24])])
        let one = try #require(
            try BacktestCase.cases(
                in: data, level: .district, from: 2014, to: 2016, indicators: ["income.low"]
            ).cases.first)
        #expect(one.municipality == MunicipalLevel(year0: 0.21, year1: 0.24, basis: .published))
        guard case .absolute(let width) = one.threshold else {
            Issue.record("a threshold from margins is absolute")
            return
        }
        #expect(abs(width - 0.05) < 1e-12)
    }
}

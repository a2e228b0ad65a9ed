import DemoTown
import Neighbourhoods
import Testing

@Suite struct TownFiguresTests {
    static let towns = [shipped] + otherTowns

    static let divisions: [[Variable.ID]] = [
        ["tenure.socialRent", "tenure.privateRent", "tenure.ownerOccupied"],
        ["type.singleFamily", "type.multiFamily"],
        [
            "period.before1945", "period.from1945to1969", "period.from1970to1979", "period.from1980to1999",
            "period.from2000",
        ],
        ["size.under50", "size.from50to75", "size.from75to100", "size.from100to150", "size.over150"],
        ["valueClass.low", "valueClass.middle", "valueClass.high"],
        ["income.lowest40", "income.middle40", "income.highest20"],
        ["income.quintile1", "income.quintile2", "income.quintile3", "income.quintile4", "income.quintile5"],
        ["households.onePerson", "households.withoutChildren", "households.withChildren"],
        ["population.age0to14", "population.age15to64", "population.age65plus"],
    ]

    @Test func theTownHasTheSizeThatItPromises() throws {
        #expect(shippedData.areas(.neighbourhood).count == 84)
        #expect(shippedData.areas(.district).count == 12)
        #expect(shippedData.municipalValue("population.households", year: 2022) == .known(60_000))
        let inhabitants = try #require(shippedData.municipalValue("population.inhabitants").number)
        #expect(abs(inhabitants - 130_000) < 3_000)
        #expect(shippedData.isSynthetic)
        #expect(Set(shippedData.areas(.neighbourhood).map(\.name)).count == 84)
        #expect(Set(shippedData.areas(.district).map(\.name)).count == 12)
    }

    @Test func codesTellWhereAnAreaBelongs() {
        #expect(shipped.municipality.code == AreaCode("GM9999"))
        let districts = Set(shippedData.areas(.district).map(\.code))
        for area in shippedData.areas(.neighbourhood) {
            #expect(area.code.rawValue.count == 10)
            #expect(area.parent.map(districts.contains) == true)
            #expect(area.municipality == shipped.municipality.code)
        }
    }

    @Test func aSeedGivesTheSameTownInEveryProcess() {
        let transcript = shipped.transcript
        #expect(DemoTown.make().transcript == transcript)
        #expect(otherTowns[0].transcript != transcript)
        #expect(transcript.digest == 0xe9dd0b4c7dcfb8e, "the shipped town changed: \(transcript.digest)")
    }

    @Test(arguments: towns.indices, DemoTown.years)
    func neighbourhoodsAddUpToDistrictsAndTown(town: Int, year: Int) throws {
        let town = Self.towns[town]
        let data = town.dataset
        for variable in ["population.inhabitants", "population.households", "stock.dwellings"]
            as [Variable.ID]
        {
            let whole = try #require(data.municipalValue(variable, year: year).number)
            for level in [AreaLevel.neighbourhood, .district] {
                let values = try #require(data.series(variable, at: level, year: year)).values
                let sum = values.numbers.reduce(0, +)
                // Each figure is rounded to 5 on its own.
                #expect(abs(sum - whole) <= 2.5 * Double(values.count + 1))
            }
        }
    }

    @Test(arguments: towns.indices, DemoTown.years)
    func sharesAddUpToOneOnEveryLevel(town: Int, year: Int) throws {
        let data = Self.towns[town].dataset
        for division in Self.divisions {
            for level in [AreaLevel.neighbourhood, .district, .municipality] {
                let columns = try division.map { try #require(data.series($0, at: level, year: year)).values }
                for index in data.areas(level).indices {
                    let known = columns.compactMap { $0[index].number }
                    #expect(known.isEmpty || known.count == division.count)
                    guard !known.isEmpty else { continue }
                    let slack = 0.005 * Double(division.count) + 1e-9
                    #expect(abs(known.reduce(0, +) - 1) <= slack)
                }
            }
        }
    }

    @Test(arguments: towns.indices, DemoTown.years)
    func townTotalsFollowTheirTargets(town: Int, year: Int) throws {
        let data = Self.towns[town].dataset
        func total(_ variable: Variable.ID) throws -> Double {
            try #require(data.municipalValue(variable, year: year).number)
        }
        // By definition, and no more than rounding away from it.
        #expect(try abs(total("income.lowest40") - 0.4) <= 0.005)
        #expect(try abs(total("income.middle40") - 0.4) <= 0.005)
        #expect(try abs(total("income.highest20") - 0.2) <= 0.005)
        #expect(try abs(total("income.quintile1") - 0.2) <= 0.005)
        // Published national figures: within two points.
        for variable in [
            "tenure.ownerOccupied", "tenure.socialRent", "tenure.privateRent", "type.singleFamily",
        ] as [Variable.ID] {
            let nation = try #require(data.nationalValue(variable).number)
            #expect(try abs(total(variable) - nation) <= 0.02)
        }
        // Surveys: within their own margin, doubled because eight are looked at.
        for (variable, target) in [("satisfaction.dwelling", 0.855), ("safety.feelsUnsafe", 0.145)] {
            let series = try #require(
                data.series(Variable.ID(rawValue: variable), at: .municipality, year: year))
            let margin = try #require(series.margins?[0].number)
            let value = try #require(series.values[0].number)
            #expect(abs(value - target) <= 2 * margin + 0.01)
        }
    }

    @Test func lowIncomesAreSpreadAsInAnOrdinaryTown() {
        for year in DemoTown.years {
            #expect((0.2...0.3).contains(dissimilarity("income.lowest40", shippedData, year: year)))
            let tenure = correlation("tenure.socialRent", "income.lowest40", shippedData, year: year)
            #expect((0.5...0.9).contains(tenure))
            let nuisance = correlation("nuisance.experienced", "income.lowest40", shippedData, year: year)
            #expect((0.1...0.7).contains(nuisance))
        }
        for town in otherTowns {
            #expect((0.14...0.34).contains(dissimilarity("income.lowest40", town.dataset, year: 2022)))
        }
    }

    @Test func liveabilityDoesNotFollowFromWhoLivesThere() {
        let versions = Set(
            shippedData.allSeries(of: "liveability.score", at: .neighbourhood).map(\.version))
        #expect(versions == [DemoTown.liveabilityVersion])
        let found = ([shipped] + otherTowns).map {
            correlation("liveability.score", "income.lowest40", $0.dataset, year: 2022)
        }
        // Smooth fields agree by chance now and then; over towns they do not.
        #expect(abs(found.reduce(0, +) / Double(found.count)) < 0.3)
    }

    @Test func theTwoYearsDiffer() throws {
        for variable in ["population.households", "income.lowest40", "nuisance.experienced", "crime.total"]
            as [Variable.ID]
        {
            let years = shippedData.years(of: variable, at: .neighbourhood)
            #expect(years == DemoTown.years)
            let first = try #require(shippedData.series(variable, at: .neighbourhood, year: 2018))
            let second = try #require(shippedData.series(variable, at: .neighbourhood, year: 2022))
            #expect(first.values != second.values)
        }
    }

    @Test func everyFigureIsOfAKnownVariableAndWithinItsRange() throws {
        for table in shipped.tables {
            for series in table.series {
                let variable = try #require(
                    VariableCatalogue.variable(series.variable), "\(series.variable.rawValue)")
                for index in 0..<series.values.count {
                    guard let number = series.values[index].number else { continue }
                    #expect(variable.range.contains(number))
                    if variable.unit == .share {
                        #expect(abs(number * 100 - (number * 100).rounded()) < 1e-9)
                    }
                }
            }
        }
    }
}

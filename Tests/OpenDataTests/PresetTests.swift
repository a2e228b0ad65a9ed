import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

@Suite(.enabled(if: SharedData.isThere, "shared data is not beside the repository"))
struct PresetTests {
    @Test func theHagueHasItsDistrictsByYearWithoutTheRepeatedRows() async throws {
        let result = try await SharedData.preset("denhaag")
        let data = try #require(result.dataset)
        #expect(data.municipality.code == AreaCode("GM0518"))
        // 44 districts, of which WK051801 and WK051835 repeat another one (data/README.md section 2): they stay
        // as areas, without figures.
        #expect(data.areas(.district).count == 44)
        for code in ["WK051801", "WK051835"] {
            #expect(
                data.value("population.inhabitants", of: AreaCode(code), at: .district) == .missing(.refused))
        }
        #expect(data.series("population.inhabitants", at: .district)?.values.knownCount == 42)
        #expect(data.years(of: "population.inhabitants", at: .district) == Array(2009...2017))
        // Zero stands for missing: there is no income before 2011 and no education before 2013.
        #expect(data.years(of: "income.lowPersons", at: .district).first == 2011)
        #expect(data.years(of: "education.low", at: .district).first == 2013)
        #expect(result.report.notes.contains { $0.text.en.contains("repeats another district") })
        #expect(result.report.entries.contains { $0.target == "income.lowPersons" && $0.zeroAsMissing > 0 })
    }

    @Test func theHagueDissimilarityOfLowIncomeIsTheOneMeasuredBefore() async throws {
        let data = try #require(try await SharedData.preset("denhaag").dataset)
        // data/README.md: low income over 42 districts, 2011 0.279 and 2014 0.294.
        for (year, expected) in [(2011, 0.279), (2014, 0.294)] {
            let share = try #require(data.series("income.lowPersons", at: .district, year: year)).values
                .numbers
            let people = try #require(data.series("population.inhabitants", at: .district, year: year)).values
                .numbers
            let low = zip(share, people).map { $0.isNaN ? 0 : $0 * $1 }
            let rest = zip(share, people).map { $0.isNaN ? 0 : (1 - $0) * $1 }
            let (l, r) = (low.reduce(0, +), rest.reduce(0, +))
            let d = zip(low, rest).reduce(0) { $0 + abs($1.0 / l - $1.1 / r) } / 2
            #expect(abs(d - expected) < 0.002, "\(year): \(d)")
        }
    }

    @Test func leefbaarometerIsNationalAndKeepsItsVersionsApart() async throws {
        let result = try await SharedData.preset("leefbaarometer")
        let table = try #require(result.tables.first)
        #expect(result.tables.count == 1 && table.level == .neighbourhood)
        #expect(result.municipality == nil)
        let scores = table.series.filter { $0.variable == "liveability.score" }
        #expect(scores.map(\.year) == [2002, 2008, 2012, 2014, 2016, 2018])
        #expect(
            scores.map(\.version)
                == ["1.0", "1.0", "2.0", "3.0", "2.0", "3.0"].map { "Leefbaarometer " + $0 })
        // data/README.md section 3: neighbourhoods with a score.
        #expect(scores.map(\.values.knownCount) == [11_378, 11_378, 11_378, 11_396, 11_421, 11_450])
        let dimensions = table.series.filter { $0.variable == "liveability.cohesion" }
        #expect(dimensions.map(\.year) == [2014, 2018])
    }

    @Test func oneMunicipalityIsTakenFromANationalFile() async throws {
        let result = try await SharedData.importer().read(
            SharedData.path("leefbaarometer/leefbaarometer_buurt_2002_2018.csv.gz"),
            options: ImportOptions(municipality: AreaCode("GM0758")))
        let data = try #require(result.dataset)
        // data/README.md section 3: Breda 55 to 56.
        #expect((55...58).contains(data.areas(.neighbourhood).count))
        #expect(data.areas(.neighbourhood).allSatisfy { $0.municipality == AreaCode("GM0758") })
    }

    @Test func bredaJoinsItsTablesAndShapesByName() async throws {
        let data = try #require(try await SharedData.preset("breda").dataset)
        #expect(data.areas(.neighbourhood).count >= 56)
        #expect(data.years(of: "assessedValue.mean", at: .neighbourhood) == Array(2015...2022))
        let shapes = try #require(data.geometry(at: .neighbourhood))
        #expect(shapes.shapes.count >= 50)
    }

    @Test func zeroIsMissingInTheProvinceOfUtrecht() async throws {
        let result = try await SharedData.preset("utrecht")
        #expect(result.tables.flatMap(\.areas).count == 969)
        func zeros(_ target: String) -> Int? {
            result.report.entries.first { $0.target == target }?.zeroAsMissing
        }
        // data/README.md section 5: zeros that stand for missing.
        #expect(zeros("tenure.ownerOccupied") == 101)
        #expect(zeros("assessedValue.mean") == 120)
        #expect(zeros("income.seswoa") == 262)
    }
}

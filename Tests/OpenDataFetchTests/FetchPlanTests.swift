import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenDataFetch

@Suite struct FetchPlanTests {
    private func plan(_ year: Int, _ dialect: FetchPlan.Dialect = .v3) throws -> [Retrieval] {
        try FetchPlan.municipality(AreaCode("GM0153"), year: year, dialect: dialect)
    }

    private func plain(_ retrieval: Retrieval) -> String {
        retrieval.address.removingPercentEncoding ?? ""
    }

    @Test func aPlanNamesTheTablesOfItsYear() throws {
        let tables = try plan(2024).compactMap(\.table)
        #expect(Set(tables) == ["85984NED", "85900NED", "86134NED", "47018NED"])
        #expect(try plan(2023).compactMap(\.table).contains("85618NED"))
        #expect(
            try plan(2023).first { $0.table == "85231NED" }?.year == 2021, "facilities keep their own year")
        #expect(!(try plan(2018).contains { $0.table == "85900NED" }), "no status of a later year")
    }

    @Test func aPlanIsTheSameTwice() throws {
        #expect(try plan(2024) == plan(2024))
        let names = try plan(2024).map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func rowsAreChosenByCodeWithTheCountryForReference() throws {
        let rows = try #require(plan(2024).first)
        #expect(rows.content == .odataV3Rows)
        #expect(
            plain(rows)
                == "https://opendata.cbs.nl/ODataFeed/odata/85984NED/TypedDataSet?$format=json&$filter="
                + "(substring(WijkenEnBuurten,2,4) eq '0153' or startswith(WijkenEnBuurten,'NL'))")
        #expect(!rows.address.contains(" ") && !rows.address.contains("'"))
    }

    @Test func v4ChoosesCodesByTheirGroup() throws {
        let codes = try #require(plan(2025, .v4).first { $0.content == .odataV4Codes })
        #expect(plain(codes).contains("DimensionGroupId eq 'GM0153'"))
        #expect(plain(codes).hasPrefix("https://datasets.cbs.nl/odata/v1/CBS/86165NED/WijkenEnBuurtenCodes?"))
        let cells = try #require(plan(2025, .v4).first { $0.content == .odataV4Cells })
        #expect(plain(cells).contains("startswith(WijkenEnBuurten,'BU0153')"))
    }

    @Test func statusAndCrimeAreAskedInV3UnderEitherDialect() throws {
        let subjects: Set = ["85900NED", "47018NED"]
        let four = try plan(2024, .v4)
        #expect(four.filter { subjects.contains($0.table ?? "") }.allSatisfy { $0.paging == .odataV3 })
        #expect(subjects.isSubset(of: four.compactMap(\.table)))
        let others = four.filter { ["85984NED", "86134NED"].contains($0.table ?? "") }
        #expect(others.count == 8 && others.allSatisfy { $0.paging != .odataV3 })
    }

    @Test func crimeIsOfTheYearAndFromThePolice() throws {
        let crime = try #require(plan(2022).first { $0.table == "47018NED" })
        #expect(plain(crime).hasPrefix("https://dataderden.cbs.nl/"))
        #expect(plain(crime).contains("startswith(Perioden,'2022JJ')"))
    }

    @Test(arguments: [
        (2020, "wijkenbuurten2020:cbs_buurten_2020"), (2021, "wijkenbuurten:cbs_buurten_2021"),
        (2024, "wijkenbuurten:buurten"),
    ])
    func theMapLayerIsCalledAsInItsYear(year: Int, layer: String) throws {
        let map = try #require(plan(year).first { $0.level == .neighbourhood })
        #expect(plain(map).contains("/cbs/wijkenbuurten/\(year)/wfs/v1_0?"))
        #expect(plain(map).contains("typeNames=\(layer)&"))
        #expect(plain(map).contains("<fes:Literal>GM0153</fes:Literal>"))
        #expect(map.paging == .features(count: 1000))
    }

    @Test func everyAddressStaysOnTheChosenHosts() throws {
        let mirror = try #require(URL(string: "http://mirror.example:8080/open/"))
        for dialect in FetchPlan.Dialect.allCases {
            let plan = try FetchPlan.municipality(
                AreaCode("GM0153"), year: 2024, hosts: OpenDataHosts(mirror: mirror), dialect: dialect)
            #expect(plan.allSatisfy { $0.address.hasPrefix("http://mirror.example:8080/open/") })
        }
    }

    @Test func anUnknownYearIsRefusedWithTheYearsThereAre() {
        #expect(
            throws: FetchError.unknownYear(2016, known: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])
        ) {
            try plan(2016)
        }
    }

    @Test(arguments: ["BU01530001", "GM153", "GM01x3", "Enschede", ""])
    func anotherCodeThanAMunicipalityIsRefused(code: String) {
        #expect(throws: FetchError.notAMunicipality(code)) {
            try FetchPlan.municipality(AreaCode(code), year: 2024)
        }
    }

    @Test func fileNamesCannotLeaveTheFolder() {
        let retrieval = Retrieval(
            name: "../../etc/x y", address: "http://h/a.tar.gz?x=.b/c", content: .file, paging: .single)
        #expect(!retrieval.name.contains("/") && !retrieval.name.hasPrefix("."))
        #expect(retrieval.fileExtension == "gz")
    }

    @Test func everyErrorIsOneLineInBothLanguages() {
        let words = BilingualText(same: "x")
        let errors: [FetchError] = [
            .notAMunicipality("x"), .unknownYear(1, known: [2]),
            .unreachable(host: "h", address: "a", detail: words), .interrupted(address: "a", detail: words),
            .busy(address: "a", seconds: 1), .refused(address: "a", status: 403), .notFound(address: "a"),
            .serverFailure(address: "a", status: 503),
            .notTheShape(address: "a", expected: "b", found: "c"), .strangeLink(page: "a", link: "b"),
            .circle(address: "a"), .tooLarge(address: "a", limit: 1), .tooManyPages(address: "a", limit: 1),
            .notInCache(name: "a", folder: "b"), .sameName("a"), .cacheInUse(folder: "a"),
            .storage(path: "a", detail: "b"),
        ]
        for error in errors {
            for line in [error.text.nl, error.text.en] {
                #expect(!line.contains("\n") && line.count > 20 && line.hasSuffix("."))
            }
        }
        #expect(
            FetchError.unreachable(host: "h", address: "http://h/t", detail: words).description.contains(
                "get http://h/t with a browser, save it and `mengpaneel import FILE`"))
    }
}

import Bilingual
import Foundation
import Neighbourhoods
import Origins
import Segregation
import Testing

@Suite struct OriginTableTests {
    static let codes = (0..<10).map { AreaCode("BU9999000\($0)") }

    static func dataset() throws -> Dataset {
        let areas = codes.map { Area(code: $0, name: $0.rawValue, level: .neighbourhood) }
        let residents = Series(
            variable: "population.inhabitants", year: 2020, source: Source.ID(rawValue: "test"),
            values: Column(codes.indices.map { .known($0 == 9 ? 5 : 1000) }))
        let table = try #require(AreaTable(level: .neighbourhood, areas: areas, series: [residents]))
        return Dataset(
            municipality: Area(code: AreaCode("GM9999"), name: "Teststad", level: .municipality),
            tables: [table], sources: [])
    }

    static func column(
        _ id: String, year: Int = 2020, isShare: Bool = true, _ value: (Int) -> Value
    ) -> OriginColumn {
        OriginColumn(
            id: id, year: year, level: .neighbourhood, areas: codes, values: Column(codes.indices.map(value)),
            isShare: isShare, source: Source.ID(rawValue: "test"))
    }

    @Test func sharesBecomeNumbersOfResidents() throws {
        let table = try OriginTable(
            [Self.column("origin.cbs2022.outsideEurope") { $0 == 3 ? .missing(.suppressed) : .known(0.25) }],
            in: Self.dataset())
        let found = try table.observation(of: .outsideEurope, at: .neighbourhood)
        #expect(found.counts[0] == .known(250))
        #expect(found.counts[3] == .missing(.suppressed))
        #expect(found.totals[0] == .known(1000))
    }

    @Test func bothSidesAreMeasuredAndAddUp() throws {
        // Half of the areas have 60% members, the other half 20%.
        let table = try OriginTable(
            [Self.column("origin.cbs2022.outsideEurope") { .known($0 % 2 == 0 ? 0.6 : 0.2) }],
            in: Self.dataset())
        let found = try table.measures(of: .outsideEurope, at: .neighbourhood, draws: 199)
        let own = try #require(found.isolation.value.number)
        let met = try #require(found.interaction.value.number)
        #expect(abs(own + met - 1) < 1e-12)
        let others = try #require(found.isolationOfOthers.value.number)
        let meeting = try #require(found.interactionOfOthers.value.number)
        #expect(abs(others + meeting - 1) < 1e-12)
        // Area 9 has 5 residents and is not read: 5 areas of 600 members and 4 of 200.
        let members = 5 * 600.0 + 4 * 200
        #expect(abs(own - (5 * 600 * 0.6 + 4 * 200 * 0.2) / members) < 1e-12)
        #expect(abs(met * members - meeting * (9000 - members)) < 1e-6)
        for one in [found.dissimilarity, found.isolation, found.isolationOfOthers] {
            #expect(one.interval != nil || one.intervalAbsence != nil)
        }
    }

    @Test func nothingIsComparedOverTheBreak() throws {
        let table = try OriginTable(
            [
                Self.column("origin.historical.nonWestern", year: 2015) { _ in .known(0.3) },
                Self.column("origin.cbs2022.outsideEurope", year: 2023) { _ in .known(0.3) },
            ], in: Self.dataset())
        let refusal = OriginError.noBridge(from: .historical, to: .cbs2022)
        #expect(throws: refusal) {
            try table.comparison(
                of: .historicalNonWestern, in: 2015, with: .outsideEurope, in: 2023, at: .neighbourhood)
        }
        #expect(throws: refusal) {
            try table.years(of: [.historicalNonWestern, .outsideEurope], at: .neighbourhood)
        }
        #expect(try table.trend(of: .outsideEurope, at: .neighbourhood, draws: 99).map(\.year) == [2023])
        #expect(refusal.description.contains("no bridge"))
    }

    @Test(arguments: OriginClassification.allCases)
    func theClassesOfAClassificationAreItsOwn(classification: OriginClassification) {
        #expect(classification.classes.count == 3)
        #expect(classification.classes.allSatisfy { $0.classification == classification })
        for one in OriginClass.allCases where one.classification == classification {
            #expect(one.whole.map { $0.classification == classification } ?? true)
            #expect(one.fullName.nl.contains(classification.name.nl))
        }
    }

    @Test func aHistoricalClassIsAlwaysAQuotation() {
        for one in OriginClass.allCases where one.classification == .historical {
            #expect(one.name.nl.hasPrefix("‘") && one.name.nl.hasSuffix("’"))
            #expect(one.name.en.hasPrefix("‘"))
        }
    }

    @Test func whatCannotBeIsRefusedWithItsArea() throws {
        let data = try Self.dataset()
        #expect(throws: OriginError.unknownClass("origin.other")) {
            try OriginTable([Self.column("origin.other") { _ in .known(0) }], in: data)
        }
        #expect(
            throws: OriginError.impossible("origin.cbs2022.europe", area: Self.codes[2], value: 1.5)
        ) {
            try OriginTable(
                [Self.column("origin.cbs2022.europe") { .known($0 == 2 ? 1.5 : 0.5) }], in: data)
        }
        #expect(throws: OriginError.misfit("origin.cbs2022.europe", areas: 10, values: 1)) {
            try OriginTable(
                [
                    OriginColumn(
                        id: "origin.cbs2022.europe", year: 2020, level: .neighbourhood, areas: Self.codes,
                        values: Column([.known(0)]), isShare: true, source: Source.ID(rawValue: "test"))
                ], in: data)
        }
        #expect(throws: OriginError.noFigures(.europe, .district, year: 2020)) {
            try OriginTable([], in: data).observation(of: .europe, at: .district, year: 2020)
        }
    }

    @Test func answersOfResidentsAreNoCounts() throws {
        let table = try OriginTable(
            [Self.column("origin.survey.noDiscrimination") { _ in .known(0.9) }], in: Self.dataset())
        #expect(table.observations.isEmpty)
        #expect(table.surveys.map(\.id) == ["origin.survey.noDiscrimination"])
    }
}

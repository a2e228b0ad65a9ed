import Neighbourhoods
import Testing

@Suite struct DatasetTests {
    static let source = Source(id: .init(rawValue: "s"), title: "t", producer: "p", licence: "l")
    static let town = Area(code: AreaCode("GM0001"), name: "Stad", level: .municipality)

    static func table(
        _ values: [(String, [Variable.ID: Value])], year: Int = 2020, level: AreaLevel = .neighbourhood,
        version: String = ""
    ) throws -> AreaTable {
        let areas = values.map { Area(code: AreaCode($0.0), name: $0.0, level: level) }
        let ids = values.flatMap(\.1.keys).reduce(into: [Variable.ID]()) {
            if !$0.contains($1) { $0.append($1) }
        }.sorted()
        return try #require(
            AreaTable(
                level: level, areas: areas,
                series: ids.map { id in
                    Series(
                        variable: id, year: year, source: source.id, version: version,
                        values: Column(values.map { $0.1[id] ?? .missing(.notCollected) }))
                }))
    }

    static func dataset(_ tables: [AreaTable]) -> Dataset {
        Dataset(municipality: town, tables: tables, sources: [source])
    }

    @Test func areasOfAnotherMunicipalityAreLeftOut() throws {
        let table = try Self.table([
            ("BU00010000", ["tenure.socialRent": .known(0.5)]),
            ("BU00020000", ["tenure.socialRent": .known(0.1)]),
        ])
        let dataset = Self.dataset([table])
        #expect(dataset.areas(.neighbourhood).map(\.code.rawValue) == ["BU00010000"])
        #expect(dataset.series("tenure.socialRent", at: .neighbourhood)?.values.count == 1)
    }

    @Test func theLaterImportIsTakenAndItsGapsFilledFromTheEarlier() throws {
        let earlier = try Self.table([
            ("BU00010000", ["income.low": .known(0.1)]), ("BU00010001", ["income.low": .known(0.2)]),
        ])
        let later = try Self.table([
            ("BU00010000", ["income.low": .known(0.3)]),
            ("BU00010001", ["income.low": .missing(.suppressed)]),
        ])
        let dataset = Self.dataset([earlier, later])
        #expect(dataset.value("income.low", of: AreaCode("BU00010000"), at: .neighbourhood) == .known(0.3))
        #expect(dataset.value("income.low", of: AreaCode("BU00010001"), at: .neighbourhood) == .known(0.2))
    }

    @Test func versionsAreKeptApart() throws {
        let old = try Self.table(
            [("BU00010000", ["liveability.score": .known(4)])], year: 2014, version: "2.0")
        let new = try Self.table(
            [("BU00010000", ["liveability.score": .known(4.1)])], year: 2018, version: "3.0")
        let dataset = Self.dataset([old, new])
        #expect(dataset.years(of: "liveability.score", at: .neighbourhood) == [2014, 2018])
        #expect(dataset.years(of: "liveability.score", at: .neighbourhood, version: "3.0") == [2018])
    }

    @Test func countsAreSharesTimesTheirOwnBaseAndMissingIsLeftOutNotZero() throws {
        let dataset = Self.dataset([
            try Self.table([
                ("BU00010000", ["income.lowest40": .known(0.25), "population.households": .known(200)]),
                (
                    "BU00010001",
                    ["income.lowest40": .missing(.suppressed), "population.households": .known(100)]
                ),
                ("BU00010002", ["income.lowest40": .known(0.5), "population.households": .known(0)]),
            ])
        ])
        let counts = try #require(
            dataset.counts(of: ["income.lowest40"], at: .neighbourhood, includeRest: true))
        #expect(counts.areas.map(\.rawValue) == ["BU00010000"])
        #expect(counts.counts == [[50, 150]])
        #expect(counts.leftOut.map(\.rawValue) == ["BU00010001", "BU00010002"])
        #expect(counts.universe == .households)
    }

    @Test func aShareThatStandsForASmallCellIsNotShown() throws {
        let dataset = Self.dataset([
            try Self.table([
                ("BU00010000", ["income.lowest40": .known(0.03), "population.households": .known(100)]),
                ("BU00010001", ["income.lowest40": .known(0.30), "population.households": .known(100)]),
                ("BU00010002", ["income.lowest40": .known(0.98), "population.households": .known(100)]),
                ("BU00010003", ["income.lowest40": .known(0.5), "population.households": .known(3)]),
                ("BU00010004", ["income.lowest40": .known(0), "population.households": .known(100)]),
            ])
        ])
        let shown = dataset.areas(.neighbourhood).map {
            dataset.shown("income.lowest40", of: $0.code, at: .neighbourhood)
        }
        let hidden = Value.missing(.smallCell)
        #expect(shown == [hidden, .known(0.30), hidden, hidden, .known(0)])
    }

    @Test func orderOfAreasInATableDoesNotMatter() throws {
        let rows: [(String, [Variable.ID: Value])] = [
            ("BU00010002", ["income.low": .known(0.3)]), ("BU00010000", ["income.low": .known(0.1)]),
        ]
        let one = Self.dataset([try Self.table(rows)])
        let other = Self.dataset([try Self.table(rows.reversed())])
        #expect(
            one.series("income.low", at: .neighbourhood) == other.series("income.low", at: .neighbourhood))
    }

    @Test func theFinestDivisionThatIsThereIsUsed() throws {
        let dataset = Self.dataset([
            try Self.table([
                ("BU00010000", ["type.singleFamily": .known(0.4), "type.multiFamily": .known(0.6)])
            ])
        ])
        #expect(dataset.division(of: .type, at: .neighbourhood) == ["type.singleFamily", "type.multiFamily"])
        #expect(dataset.division(of: .tenure, at: .neighbourhood) == nil)
    }
}

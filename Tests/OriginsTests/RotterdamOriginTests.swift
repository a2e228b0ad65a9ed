import Foundation
import Neighbourhoods
import Origins
import Segregation
import Testing

/// The context table of the Rotterdam Wijkprofiel, read by column name for tests only.
private enum Rotterdam {
    static let file = OriginBoundaryTests.root.deletingLastPathComponent()
        .appending(path: "shared/data/rotterdam_wijkprofiel/context_2015.csv")

    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func table() throws -> OriginTable {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let column = { (name: String) throws in try #require(lines[0].firstIndex(of: name)) }
        let (level, code, residents) = (try column("niveau"), try column("wijknr"), try column("inwoners"))
        let rows = lines.dropFirst().filter { $0[level] == "buurt" }
        let numbers = { (place: Int) in
            Column(rows.map { Double($0[place]).map { .known($0) } ?? .missing(.suppressed) })
        }
        let codes = rows.map { AreaCode("R" + $0[code]) }
        let base = Series(
            variable: "population.inhabitants", year: 2015, source: Source.ID(rawValue: "context"),
            values: numbers(residents))
        let areas = codes.map {
            Area(code: $0, name: $0.rawValue, level: .neighbourhood, municipality: AreaCode("GM0599"))
        }
        let dataset = Dataset(
            municipality: Area(code: AreaCode("GM0599"), name: "Rotterdam", level: .municipality),
            tables: [try #require(AreaTable(level: .neighbourhood, areas: areas, series: [base]))],
            sources: [])
        let columns = try [
            ("autochtoon", OriginClass.historicalNative), ("westers", .historicalWestern),
            ("niet_westers", .historicalNonWestern),
        ].map { name, origin in
            OriginColumn(
                id: origin.rawValue, year: 2015, level: .neighbourhood, areas: codes,
                values: numbers(try column(name)), isShare: true, source: Source.ID(rawValue: "context"))
        }
        return try OriginTable(columns, in: dataset)
    }
}

@Suite(.enabled(if: Rotterdam.isThere, "the shared data folder is not here"))
struct RotterdamOriginTests {
    @Test func dissimilarityOfTheHistoricalClassIsWhatTheRegisterGives() throws {
        let found = try Rotterdam.table().measures(of: .historicalNonWestern, at: .neighbourhood)
        let value = try #require(found.dissimilarity.value.number)
        #expect(abs(value - 0.333) < 0.0005)
        let interval = try #require(found.dissimilarity.interval)
        #expect(interval.lower > 0)
        #expect((interval.lower...interval.upper).contains(value))
        #expect(abs(found.share - 0.374) < 0.001)
    }

    @Test func bothSidesAreThere() throws {
        let table = try Rotterdam.table()
        for origin in OriginClassification.historical.classes {
            let found = try table.measures(of: origin, at: .neighbourhood, draws: 199)
            #expect(found.isolation.value.number != nil)
            #expect(found.isolationOfOthers.value.number != nil)
            #expect(found.interactionOfOthers.interval != nil)
        }
    }
}

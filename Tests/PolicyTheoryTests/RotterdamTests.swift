import Bilingual
import Foundation
import Neighbourhoods
import PolicyTheory
import Testing

/// Reads the context table of the Rotterdam Wijkprofiel by column name, for tests only.
enum Rotterdam {
    static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/data/rotterdam_wijkprofiel/context_2015.csv")

    static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func dataset() throws -> Dataset {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let column = { (name: String) in made(header.firstIndex(of: name)) }
        let rows = lines.dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }.filter { $0[column("niveau")] == "buurt" }
        let areas = rows.map { row in
            Area(
                code: AreaCode("R" + row[column("wijknr")]), name: row[column("naam")], level: .neighbourhood,
                municipality: AreaCode("GM0599"))
        }
        let wanted: [(String, Variable.ID)] = [
            ("huishoudens", "population.households"), ("woningen", "stock.dwellings"),
            ("ink_laagste40", "income.lowest40"), ("ink_middelste40", "income.middle40"),
            ("ink_hoogste20", "income.highest20"), ("soc_huur", "tenure.socialRent"),
            ("part_huur", "tenure.privateRent"), ("koop", "tenure.ownerOccupied"),
        ]
        let series = wanted.map { name, variable in
            Series(
                variable: variable, year: 2015, source: Source.ID(rawValue: "context"),
                values: Column(
                    rows.map { row in Double(row[column(name)]).map { .known($0) } ?? .missing(.suppressed) })
            )
        }
        return Dataset(
            municipality: Area(code: AreaCode("GM0599"), name: "Rotterdam", level: .municipality),
            tables: [made(AreaTable(level: .neighbourhood, areas: areas, series: series))], sources: [])
    }
}

@Suite(.enabled(if: Rotterdam.isThere, "the shared data folder is not here"))
struct RotterdamTests {
    @Test(arguments: [("D.income.lowest40", 0.227), ("D.tenure.socialRent", 0.307)])
    func unevennessIsWhatTheRegisterGives(id: String, expected: Double) throws {
        let data = try Rotterdam.dataset()
        #expect(data.areas(.neighbourhood).count == 71)
        let summary = SegregationSummary.of(data, settings: settings)
        let row = try #require(summary.rows.first { $0.id == id })
        #expect(abs(row.figure.value - expected) < 0.0005)
        let lower = try #require(row.figure.uncertainty.lower)
        let upper = try #require(row.figure.uncertainty.upper)
        #expect(lower > 0)
        #expect((lower...upper).contains(row.figure.value))
        // Counts are of 300,000 homes: chance alone gives next to nothing.
        let chance = try #require(row.figure.chance)
        #expect(chance.expected > 0 && chance.expected < 0.02)
        // The corrected value and both ends of its interval follow from the published one by (D - E) / (1 - E).
        let corrected = try #require(chance.corrected)
        let correct = { (value: Double) in (value - chance.expected) / (1 - chance.expected) }
        #expect(abs(corrected.value - correct(row.figure.value)) < 1e-12)
        #expect(abs((corrected.uncertainty.lower ?? 0) - correct(lower)) < 1e-12)
        #expect(abs((corrected.uncertainty.upper ?? 0) - correct(upper)) < 1e-12)
        #expect(corrected.value < row.figure.value && corrected.value > row.figure.value - 0.02)
    }

    @Test func oneYearOfIncomesDecidesNothingOnMixingUnlessItSpeaksAgainst() throws {
        let found = ClaimBoard.evaluate(
            dataset: try Rotterdam.dataset(), settings: settings)
        let mixing = try #require(found.last)
        #expect(mixing.verdict == .undecided || mixing.verdict == .contradicts)
        #expect(mixing.areas > 60)
    }
}

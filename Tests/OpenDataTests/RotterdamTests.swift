import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

@Suite(.enabled(if: SharedData.isThere, "shared data is not beside the repository"))
struct RotterdamTests {
    private func rotterdam() async throws -> ImportResult {
        try await SharedData.preset("rotterdam")
    }

    @Test func rotterdamHas71Neighbourhoods14DistrictsAndACityRow() async throws {
        let result = try await rotterdam()
        let data = try #require(result.dataset)
        #expect(data.areas(.neighbourhood).count == 71)
        #expect(data.areas(.district).count == 14)
        #expect(data.municipality.code == AreaCode("GM0599"))
        #expect(data.municipalValue("population.inhabitants", year: 2015) == .known(623_967))
        #expect(result.report.unknownColumns["context_2015.csv"]?.contains("wijknr") == false)
        #expect(result.report.entries.allSatisfy { $0.fillRate > 0.5 })
        #expect(
            data.areas(.neighbourhood).allSatisfy {
                $0.municipality == AreaCode("GM0599") && $0.parent != nil
            })
    }

    @Test func sumsOfRotterdamNeighbourhoodsAreThePublishedOnes() async throws {
        let data = try #require(try await rotterdam().dataset)
        func sum(_ id: Variable.ID) throws -> Double {
            let series = try #require(data.series(id, at: .neighbourhood, year: 2015))
            return series.values.numbers.filter { !$0.isNaN }.reduce(0, +)
        }
        // data/README.md: sums of the 71 units, checked against the city row.
        #expect(try sum("population.inhabitants") == 623_781)
        #expect(try sum("stock.dwellings") == 300_909)
        #expect(try sum("population.households") == 316_090)
    }

    @Test func rotterdamDissimilarityMatchesPublishedRegister() async throws {
        let result = try await rotterdam()
        let data = try #require(result.dataset)
        func dissimilarity(_ group: [Double], _ rest: [Double]) -> Double {
            let (g, r) = (group.reduce(0, +), rest.reduce(0, +))
            return zip(group, rest).reduce(0) { $0 + abs($1.0 / g - $1.1 / r) } / 2
        }
        func split(_ shares: [Double], of bases: [Double]) -> Double {
            dissimilarity(zip(shares, bases).map { $0 * $1 }, zip(shares, bases).map { (1 - $0) * $1 })
        }
        let households = try #require(data.series("population.households", at: .neighbourhood)).values.numbers
        let dwellings = try #require(data.series("stock.dwellings", at: .neighbourhood)).values.numbers
        let low = try #require(data.series("income.lowest40", at: .neighbourhood)).values.numbers
        let social = try #require(data.series("tenure.socialRent", at: .neighbourhood)).values.numbers
        #expect(abs(split(low, of: households) - 0.227) < 0.0005)
        #expect(abs(split(social, of: dwellings) - 0.307) < 0.0005)
        let origin = try #require(
            result.sideColumns.first { $0.id == "origin.historical.nonWestern" && $0.level == .neighbourhood }
        )
        let inhabitants = try #require(data.series("population.inhabitants", at: .neighbourhood)).values
            .numbers
        #expect(origin.unit == .share)
        #expect(abs(split(origin.values.numbers, of: inhabitants) - 0.333) < 0.0005)
    }

    @Test func originNeverReachesTheTables() async throws {
        let result = try await rotterdam()
        #expect(result.tables.flatMap(\.series).allSatisfy { !$0.variable.rawValue.hasPrefix("origin") })
        #expect(!result.sideColumns.isEmpty)
    }

    @Test func rotterdamHasShapesForAllButTwoNeighbourhoods() async throws {
        let result = try await rotterdam()
        let geometry = try #require(result.geometries.first)
        let codes = Set(try #require(result.dataset).areas(.neighbourhood).map(\.code))
        #expect(geometry.shapes.keys.allSatisfy { codes.contains($0) })
        #expect(
            codes.subtracting(geometry.shapes.keys).sorted() == [
                AreaCode("BU05991017"), AreaCode("WP05991010"),
            ])
        // 75 polygons of the CBS map cover 152.5 km² (data.md section 4).
        let area: Double = geometry.shapes.values.reduce(0) { $0 + $1.area }
        #expect(abs(area / 1e6 - 152.5) < 0.1)
        #expect(geometry.adjacency.neighbours(of: AreaCode("BU05990110")).count >= 4)
    }

    @Test func importingTwiceGivesTheSame() async throws {
        let first = try await rotterdam()
        let second = try await SharedData.importer().read(preset: "rotterdam", folder: SharedData.folder.path)
        #expect(first.tables.map(bytes) == second.tables.map(bytes))
        #expect(first.sources == second.sources)
        #expect(first.geometries == second.geometries)
        #expect(first.sideColumns.map { bytes($0.values) } == second.sideColumns.map { bytes($0.values) })
        #expect(first.report == second.report)
    }

    /// A missing value is not-a-number, which never equals itself: figures are compared by their bits.
    private func bytes(_ column: Column) -> [UInt64] {
        column.numbers.map(\.bitPattern) + column.reasons.map(UInt64.init)
    }

    private func bytes(_ table: AreaTable) -> [String] {
        table.areas.map { "\($0)" }
            + table.series.map { "\($0.variable) \($0.year) \($0.source) \($0.version) \(bytes($0.values))" }
    }

    @Test func turnoverOfRotterdamFellBetweenTheRounds() async throws {
        let data = try #require(try await rotterdam().dataset)
        #expect(data.years(of: "moving.turnover", at: .neighbourhood) == [2014, 2016])
        // data.md section 2: mean over the 71 neighbourhoods 14.9% -> 14.5%.
        func mean(_ year: Int) throws -> Double {
            let series = try #require(data.series("moving.turnover", at: .neighbourhood, year: year))
            return series.values.numbers.reduce(0, +) / Double(series.values.count)
        }
        #expect(abs(try mean(2014) - 0.149) < 0.0005)
        #expect(abs(try mean(2016) - 0.145) < 0.0005)
    }
}

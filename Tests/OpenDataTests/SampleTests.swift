import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

/// The real samples of CBS and PDOK formats.
@Suite(.enabled(if: SharedData.isThere, "shared data is not beside the repository"))
struct SampleTests {
    private func read(_ name: String, _ options: ImportOptions = ImportOptions()) async throws -> ImportResult
    {
        try await SharedData.importer().read(SharedData.path("cbs_formaten/" + name), options: options)
    }

    @Test func sesWoaOfAmsterdamComesInAtThreeLevels() async throws {
        let result = try await read("statline_ses_woa_2019_amsterdam.csv")
        let data = try #require(result.dataset)
        #expect(data.municipality == Area(code: AreaCode("GM0363"), name: "Amsterdam", level: .municipality))
        #expect(result.tables.map { $0.areas.count }.reduce(0, +) == 579)
        #expect(data.municipalValue("population.households", year: 2019) == .known(457_400))
        #expect(data.value("income.seswoa", of: AreaCode("BU03630000"), at: .neighbourhood) == .known(0.045))
        #expect(data.value("education.low", of: AreaCode("BU03630000"), at: .neighbourhood) == .known(0.124))
        // "." is a figure that CBS hides, not a zero.
        #expect(
            data.value("income.seswoa", of: AreaCode("BU03630100"), at: .neighbourhood)
                == .missing(.suppressed))
    }

    @Test func aMapOfDistrictsWithShapesGivesFiguresAndShapes() async throws {
        let result = try await read("pdok_wfs_csv_wijken_2015_met_geom_2rijen.csv.gz")
        #expect(result.geometries.first?.shapes.count == 2)
        #expect(result.geometries.first?.year == 2015)
        let table = try #require(result.tables.first)
        #expect(table.level == .district)
        #expect(table.series.contains { $0.variable == "benefits.welfareCount" && $0.values.knownCount == 2 })
    }

    @Test func minus99999999IsMissingInTheMapOf2015() async throws {
        let result = try await read("pdok_wfs_csv_wijken_2015.csv")
        let values = result.tables.flatMap(\.series).flatMap(\.values.numbers).filter { !$0.isNaN }
        #expect(values.allSatisfy { $0 >= 0 })
        #expect(result.report.entries.contains { $0.suppressed > 0 })
        #expect(result.sideColumns.contains { $0.id == "origin.historical.nonWestern" && $0.unit == .share })
    }

    @Test func anExportWithNamesOnlyIsRefused() async throws {
        let error = await #expect(throws: ImportError.self) {
            try await read("statline_nabijheid_2021_voorbeeld.csv")
        }
        #expect(error?.kind == .missingColumn)
        #expect(error?.line(.dutch).contains("Regiocode") == true)
    }

    @Test func anExportOfBeforeCodesIsRefused() async throws {
        let error = await #expect(throws: ImportError.self) { try await read("statline_oud_woz_2014.csv") }
        #expect(error?.kind == .oldExport)
    }

    @Test func aTableOfNamesOnlyHasNothingKnown() async throws {
        let error = await #expect(throws: ImportError.self) { try await read("shape_wijk_2023_v0.dbf.gz") }
        #expect(error?.kind == .nothingKnown)
        let other = await #expect(throws: ImportError.self) {
            try await read("statline_onbewerkt_85950NED_woonquote.csv")
        }
        #expect(other?.kind == .nothingKnown)
    }

    @Test func theOldBinaryWorkbookIsReadOnceUnpacked() async throws {
        let packed = SharedData.path("rotterdam_wijkprofiel/bron_context_2015.xls.gz")
        let reader = try TableReader()
        let error = await #expect(throws: ImportError.self) { _ = try await reader.read(packed) }
        #expect(error?.kind == .format)
        let scratch = try Scratch()
        let table = try await reader.table(try scratch.unpack(packed, to: "context.xls"))
        #expect(table.name == "Totaal contextindicatoren")
        // The third row of the workbook: wijknr, wijktype, name, gebied, inhabitants.
        #expect(
            (0..<5).map { table.text(1, $0) } == [
                "1", "5", "Strand en duin", "gebied Hoek van Holland", "2031",
            ])
    }
}

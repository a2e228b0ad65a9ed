import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

/// A folder as `mengpaneel fetch` leaves it.
struct FetchedFolderTests {
    private func read(_ path: String, _ options: ImportOptions = ImportOptions()) async throws -> ImportResult
    {
        try await Importer(reader: try TableReader()).read(path, options: options)
    }

    private let keyFigures =
        #"{"value":[{"WijkenEnBuurten":"GM0772    ","Gemeentenaam_1":"Eindhoven","AantalInwoners_5":246417},{"WijkenEnBuurten":"BU07721111","AantalInwoners_5":4100}]}"#
    private let unknown =
        #"{"value":[{"Id":1,"Measure":"X999999","ValueAttribute":"None","Value":5,"StringValue":null,"WijkenEnBuurten":"BU07721111"}]}"#

    @Test func thePropertiesOfATableInV4AreNoFigures() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-cells-0001-0123456789ab.json",
            #"{"@odata.context":"x","value":[{"Id":1,"Measure":"T001036","ValueAttribute":"None","Value":4100,"StringValue":null,"WijkenEnBuurten":"BU07721111"}]}"#
        )
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-table-0001-0123456789ab.json",
            #"{"Identifier":"86165NED","Title":"Kerncijfers","Language":"nl"}"#)
        let result = try await read(scratch.folder.path)
        #expect(result.tables.flatMap(\.series).map(\.variable) == ["population.inhabitants"])
    }

    @Test func aTableNobodyKnowsDoesNotKeepTheOthersOut() async throws {
        let scratch = try Scratch()
        try scratch.write("GM0772-2024-kwb-85984NED-v3-rows-0001.json", keyFigures)
        try scratch.write("GM0772-2024-new-99999NED-v4-cells-0001.json", unknown)
        let result = try await read(scratch.folder.path, ImportOptions(year: 2024))
        #expect(result.tables.flatMap(\.series).contains { $0.variable == "population.inhabitants" })
        #expect(result.report.notes.contains { $0.file == "99999NED" && $0.text.en.contains("left out") })
        #expect(result.sources.map(\.table) == ["85984NED"], "no source of which nothing is kept")
    }

    @Test func aFolderOfWhichNothingIsKnownIsRefused() async throws {
        let scratch = try Scratch()
        try scratch.write("GM0772-2024-new-99999NED-v4-cells-0001.json", unknown)
        let error = await #expect(throws: ImportError.self) {
            try await read(scratch.folder.path, ImportOptions(year: 2024))
        }
        #expect(error?.kind == .nothingKnown)
    }
}

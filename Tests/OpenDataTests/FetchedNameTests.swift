import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

@Suite struct FetchedNameTests {
    /// A map as `mengpaneel fetch` names it: neither the code of the municipality nor the mark at the end is a year.
    @Test func aYearIsNotTakenFromACodeOrAMark() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "fetched-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = "gwb_code_10;regio;recs;a_inw;a_hh\nBU19910000;Made up;Buurt;100;50\n"
        for name in ["GM1991-2024-kwb-2019ab12cd34.csv", "GM1991-2024-kwb-0a2021bbccdd.csv"] {
            let path = folder.appendingPathComponent(name).path
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            let result = try await Importer(reader: try TableReader()).read(path)
            #expect(result.tables.flatMap(\.series).allSatisfy { $0.year == 2024 }, "\(name)")
            #expect(!result.tables.isEmpty)
        }
    }

    /// What the server said of a file is no part of the data: the same bytes are the same import.
    @Test func theBookkeepingOfAFolderIsNoPartOfItsFingerprint() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "marked-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = folder.appendingPathComponent("a.json")
        let note = folder.appendingPathComponent("a.manifest.json")
        try Data("{}".utf8).write(to: data)
        try Data("one".utf8).write(to: note)
        let first = try Fingerprint(of: folder.path).sha256
        try Data("two".utf8).write(to: note)
        #expect(try Fingerprint(of: folder.path).sha256 == first)
        try Data("[]".utf8).write(to: data)
        #expect(try Fingerprint(of: folder.path).sha256 != first)
    }
}

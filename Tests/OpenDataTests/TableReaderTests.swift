import Bilingual
import Foundation
import Testing

@testable import OpenData

/// The other side of the pipe may crash, babble or be absent: each is one clear error.
struct TableReaderTests {
    private func program(_ script: String, in scratch: Scratch) throws -> String {
        let path = try scratch.write("reader", "#!/bin/sh\n" + script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test(arguments: [
        ("exit 1", ImportError.Kind.readerStopped), ("kill -SEGV $$", .readerStopped),
        ("echo hello world", .stream),
        ("printf 'MPR1R\\005\\000\\000\\000abcde'", .stream),
        ("printf 'MPR1L\\377\\377\\000\\000ab'", .readerStopped),
        ("printf 'MPR1E\\000\\000\\000\\000'", .noLayer),
    ])
    func aProgramThatFailsIsOneClearError(_ script: String, _ kind: ImportError.Kind) async throws {
        let scratch = try Scratch()
        let reader = try TableReader(executable: try program(script, in: scratch))
        let file = try scratch.write("t.csv", "a,b\n1,2\n")
        let error = await #expect(throws: ImportError.self) { _ = try await reader.table(file) }
        #expect(error?.kind == kind)
        #expect(error?.file == "t.csv")
    }

    @Test func aProgramThatIsNotThereIsNamed() {
        let error = #expect(throws: ImportError.self) {
            try TableReader(executable: "/nowhere/mengpaneel-read")
        }
        #expect(error?.kind == .readerMissing)
    }

    @Test func cellsStayTextAsTheyStandInTheFile() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "t.csv", "\u{FEFF}\"code\";\"naam, met komma\";leeg;2015\n007;\"Zegt \"\"ja\"\"; en nee\";;1e3\n")
        let table = try await TableReader().table(path)
        #expect(table.fields == ["code", "naam, met komma", "leeg", "2015"])
        #expect((0..<4).map { table.text(0, $0) } == ["007", "Zegt \"ja\"; en nee", nil, "1e3"])
        #expect(table.encoding == "UTF-8")
    }

    @Test func windows1252IsRecognised() async throws {
        let scratch = try Scratch()
        let path = try scratch.write("t.csv", Data("code,naam\n1,Caf".utf8) + Data([0xE9, 0x20, 0x80, 0x0A]))
        let table = try await TableReader().table(path)
        #expect(table.text(0, 1) == "Café €")
        #expect(table.encoding == "Windows-1252")
    }

    /// Damaged copies of sound files, by a fixed rule: each ends in a table or in one error, none in a hang.
    @Test(arguments: ["t.csv", "t.xlsx", "t.gpkg", "t.geojson", "t.json"])
    func aDamagedFileNeverDoesMoreThanFail(_ name: String) async throws {
        let scratch = try Scratch()
        let rows = (0..<40).map { ["BU0599\(1000 + $0)", "\($0)"] }
        let square = "POLYGON((90000 430000,91000 430000,91000 431000,90000 430000))"
        let path: String
        switch name {
        case "t.csv":
            path = try scratch.write(
                name, "buurtcode,a_inw\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined())
        case "t.json":
            let records = rows.map { #"{"WijkenEnBuurten":"\#($0[0])","AantalInwoners_5":\#($0[1])}"# }
            path = try scratch.write(name, #"{"value":[\#(records.joined(separator: ","))]}"#)
        default:
            let driver = ["t.xlsx": "XLSX", "t.gpkg": "GPKG", "t.geojson": "GeoJSON"][name] ?? ""
            path = try scratch.table(
                name, driver: driver, fields: ["buurtcode", "a_inw"], rows: rows,
                shapes: driver == "XLSX" ? [] : Array(repeating: square, count: rows.count))
        }
        let sound = try Data(contentsOf: URL(fileURLWithPath: path))
        let importer = Importer(reader: try TableReader())
        for round in 1...6 {
            var damaged = sound
            var state = UInt64(round)
            for _ in 0..<(1 << round) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                damaged[Int((state >> 33) % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: state >> 24)
            }
            try scratch.write(name, damaged)
            do throws(ImportError) {
                _ = try await importer.read(scratch.path(name), options: ImportOptions(year: 2024))
            } catch {
                #expect(!error.line(.dutch).contains("\n") && error.kind != .stream)
            }
        }
    }
}

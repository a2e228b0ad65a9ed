import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

/// A damaged or mistaken file, made on the spot, and what must be said of it.
struct MalformedInput: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: ImportError.Kind
    var options = ImportOptions(year: 2024)
    var make: @Sendable (Scratch) throws -> String

    var testDescription: String { name }

    static let header = "gwb_code_10,regio,a_inw,a_hh,p_koopw,p_huurw,p_wcorpw,p_ov_hw\n"
    static let good = "BU05990110,Stadsdriehoek,100,50,40,60,40,20\n"

    static func csv(
        _ name: String, _ kind: ImportError.Kind, _ text: String, year: Int? = 2024, file: String = "t.csv"
    )
        -> MalformedInput
    {
        MalformedInput(name: name, kind: kind, options: ImportOptions(year: year)) {
            try $0.write(file, text)
        }
    }

    static func shape(_ name: String, _ kind: ImportError.Kind, _ coordinates: String, crs: String? = nil)
        -> MalformedInput
    {
        MalformedInput(name: name, kind: kind) { scratch in
            let system =
                crs.map { #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::\#($0)"}},"# }
                ?? ""
            return try scratch.write(
                "kaart.geojson",
                #"{"type":"FeatureCollection",\#(system)"features":[{"type":"Feature","properties":{"buurtcode":"BU05990110","buurtnaam":"A"},"geometry":{"type":"Polygon","coordinates":\#(coordinates)}}]}"#
            )
        }
    }

    static let cases: [MalformedInput] = files + texts + tables + shapes
}

extension MalformedInput {
    static let files: [MalformedInput] = [
        csv("empty file", .empty, ""),
        csv("spaces only", .empty, " \n \n"),
        MalformedInput(name: "folder instead of file", kind: .directory) { $0.folder.path },
        MalformedInput(name: "file that is not there", kind: .unreadable) { $0.path("nergens.csv") },
        MalformedInput(name: "path below a file", kind: .unreadable) {
            try $0.write("a.csv", good) + "/b.csv"
        },
        MalformedInput(name: "binary junk", kind: .binary) {
            try $0.write("t.csv", Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 73 ^ ($0 >> 3)) }))
        },
        MalformedInput(name: "truncated gzip", kind: .truncated) {
            let rows = (0..<2000).map { "BU0599\(1000 + $0),x,\($0),5,40,60,40,20\n" }.joined()
            return try $0.cut(try $0.pack("/vsigzip/", "t.csv.gz", Data((header + rows).utf8)), to: 0.6)
        },
        MalformedInput(name: "truncated workbook", kind: .truncated) {
            let path = try $0.table(
                "kwb-2024.xlsx", driver: "XLSX", fields: ["gwb_code_10", "a_inw"],
                rows: (0..<50).map { ["BU0599\(1000 + $0)", "\($0)"] })
            return try $0.cut(path, to: 0.5)
        },
        MalformedInput(name: "truncated GeoPackage", kind: .truncated) {
            let path = try $0.table(
                "w.gpkg", driver: "GPKG", fields: ["buurtcode"],
                rows: (0..<400).map { ["BU0599\(1000 + $0)"] },
                shapes: Array(
                    repeating: "POLYGON((90000 430000,91000 430000,91000 431000,90000 430000))", count: 400))
            return try $0.cut(path, to: 0.3)
        },
        MalformedInput(name: "truncated map", kind: .truncated) {
            try $0.write(
                "k.geojson",
                #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU05"#)
        },
        MalformedInput(name: "truncated service page", kind: .truncated) {
            try $0.write(
                "p.json", #"{"odata.metadata":"x","value":[{"WijkenEnBuurten":"BU05990110","AantalInw"#)
        },
        MalformedInput(name: "error page of a service", kind: .incompleteService) {
            try $0.write("p.json", #"{"odata.error":{"code":"","message":{"value":"too many records"}}}"#)
        },
        MalformedInput(name: "web page saved as table", kind: .format) {
            try $0.write("t.csv", "<!DOCTYPE html><html><body>404</body></html>")
        },
        MalformedInput(name: "gzip bomb", kind: .tooLarge) {
            try $0.pack("/vsigzip/", "t.csv.gz", Data(repeating: 0x30, count: 1 << 20), repeats: 80)
        },
        MalformedInput(name: "zip bomb", kind: .tooLarge) {
            try $0.pack(
                "/vsizip/", "t.zip", member: "t.csv", Data(repeating: 0x30, count: 1 << 20), repeats: 80)
        },
        MalformedInput(name: "zip without a table", kind: .format) {
            try $0.pack("/vsizip/", "t.zip", member: "foto.jpg", Data(repeating: 0x30, count: 100))
        },
        MalformedInput(name: "zip with several tables", kind: .severalMembers) {
            try $0.archive("v.zip", [("a.csv", "a,b\n1,2\n"), ("b.csv", "a,b\n1,2\n")])
        },
        MalformedInput(
            name: "layer that is not there", kind: .noLayer,
            options: ImportOptions(year: 2024, layer: "straten")
        ) {
            try $0.table("w.gpkg", driver: "GPKG", fields: ["buurtcode"], rows: [["BU05990110"]])
        },
    ]

    static let texts: [MalformedInput] = [
        MalformedInput(name: "UTF-16", kind: .encoding) {
            try $0.write("t.csv", Data([0xFF, 0xFE]) + Data((header + good).utf8.flatMap { [$0, 0] }))
        },
        MalformedInput(name: "broken UTF-8", kind: .encoding) {
            try $0.write(
                "t.csv", Data((header + "BU05990111,Café,").utf8) + Data([0xFF]) + Data("1,1,1,1,1,1\n".utf8))
        },
        csv(
            "10 MB on one line", .lineTooLong,
            header + "BU05990110," + String(repeating: "x", count: 10 << 20)),
        csv(
            "quotation mark never closed", .quotes,
            header + "BU05990110,\"Stadsdriehoek,100,50,40,60,40,20\n" + good),
        csv("row with too few cells", .raggedRow, header + "BU05990111,x,1\n" + good),
        csv("row with too many cells", .raggedRow, header + "BU05990111,x,1,1,1,1,1,1,7,8\n" + good),
        csv("cut off in the last row", .truncated, header + good + "BU05990111,Oude We"),
        csv("header only", .noRows, header),
        csv("two columns of one name", .duplicateColumn, "gwb_code_10,a_inw,a_inw\nBU05990110,1,2\n"),
        csv("columns that nobody knows", .nothingKnown, "gwb_code_10,kleur\nBU05990110,rood\n"),
        csv("key column missing", .missingColumn, "regio,a_inw\nStadsdriehoek,100\n"),
        csv("export of before codes", .oldExport, "Onderwerpen;Wonen;;\nWijken;x 1 000 euro;;\nA;100;;\n"),
    ]

    static let tables: [MalformedInput] = [
        csv("area twice", .duplicateCode, header + good + good),
        csv("negative number of people", .outOfRange, header + "BU05990110,x,-5,50,40,60,40,20\n"),
        csv("NaN", .notANumber, header + "BU05990110,x,NaN,50,40,60,40,20\n"),
        csv("infinity", .notANumber, header + "BU05990110,x,1e999,50,40,60,40,20\n"),
        csv("words where a number belongs", .notANumber, header + "BU05990110,x,veel,50,40,60,40,20\n"),
        csv("share over 100%", .outOfRange, header + "BU05990110,x,100,50,140,60,40,20\n"),
        csv("tenures over 105%", .sumTooLarge, header + "BU05990110,x,100,50,80,60,40,20\n"),
        csv("year unknown", .unknownYear, header + good, year: nil),
        csv("year of the file is another", .mixedYears, header + good, year: 2020, file: "kwb-2023.csv"),
        csv("no row of the year", .mixedYears, "gwb_code_10,jaar,a_inw\nBU05990110,2019,5\n", year: 2020),
        csv("months in place of years", .unknownYear, "gwb_code_10,Perioden,a_inw\nBU05990110,2019MM01,5\n"),
        csv("row without code", .missingCode, header + good + ",x,1,1,1,1,1,1\n"),
        csv("code of nothing", .invalidCode, header + good + "XX99,x,1,1,1,1,1,1\n"),
        MalformedInput(
            name: "municipality not in the file", kind: .municipalityMissing,
            options: ImportOptions(year: 2024, municipality: AreaCode("GM0153"))
        ) { try $0.write("t.csv", header + good) },
        csv(
            "figure twice in a long table", .duplicateCode,
            "WijkenEnBuurten,Measure,Value\nBU05990110,T001036,5\nBU05990110,T001036,6\n"),
    ]

    static let shapes: [MalformedInput] = [
        shape(
            "hole outside its ring", .geometry,
            "[[[90000,430000],[91000,430000],[91000,431000],[90000,431000],[90000,430000]],[[95000,435000],[95500,435000],[95500,435500],[95000,435000]]]",
            crs: "28992"),
        shape(
            "ring that crosses itself", .geometry,
            "[[[90000,430000],[91000,431000],[91000,430000],[90000,431500],[90000,430000]]]", crs: "28992"),
        shape(
            "degrees that are called RD", .coordinates,
            "[[[4.47,51.92],[4.48,51.92],[4.48,51.93],[4.47,51.92]]]", crs: "28992"),
        shape(
            "RD that is called degrees", .coordinates,
            "[[[90000,430000],[91000,430000],[91000,431000],[90000,430000]]]"),
        shape("outside the Netherlands", .coordinates, "[[[0.1,0.1],[0.2,0.1],[0.2,0.2],[0.1,0.1]]]"),
        MalformedInput(name: "points in place of areas", kind: .geometry) {
            try $0.write(
                "k.geojson",
                #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU05990110"},"geometry":{"type":"Point","coordinates":[4.4,51.9]}}]}"#
            )
        },
        MalformedInput(name: "map without areas", kind: .noRows) {
            try $0.write("k.geojson", #"{"type":"FeatureCollection","features":[]}"#)
        },
    ]
}

struct MalformedInputTests {
    @Test(arguments: MalformedInput.cases)
    func aMalformedFileGivesOneClearLine(_ input: MalformedInput) async throws {
        let scratch = try Scratch()
        let path = try input.make(scratch)
        let importer = Importer(reader: try TableReader())
        let error = await #expect(throws: ImportError.self) {
            _ = try await importer.read(path, options: input.options)
        }
        let found = try #require(error)
        #expect(found.kind == input.kind, "\(found)")
        for language in Language.allCases {
            let line = found.line(language)
            #expect(!line.contains("\n") && line.count < 600 && line.hasSuffix("."))
            #expect(!found.file.isEmpty && line.hasPrefix(found.file))
        }
    }

    @Test func thereAreAtLeastThirtyMalformedInputs() {
        #expect(MalformedInput.cases.count >= 30)
        #expect(Set(MalformedInput.cases.map(\.name)).count == MalformedInput.cases.count)
    }
}

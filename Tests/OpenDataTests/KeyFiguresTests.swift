import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

/// Tables as CBS and PDOK shape them, made on the spot.
struct KeyFiguresTests {
    private func read(_ path: String, _ options: ImportOptions = ImportOptions()) async throws -> ImportResult
    {
        try await Importer(reader: try TableReader()).read(path, options: options)
    }

    private func value(_ id: Variable.ID, _ code: String, _ result: ImportResult) -> Value? {
        for table in result.tables {
            guard let index = table.areas.firstIndex(where: { $0.code == AreaCode(code) }) else { continue }
            if let series = table.series.first(where: { $0.variable == id }) { return series.values[index] }
        }
        return nil
    }

    @Test func aWorkbookIsReadByNameWithPaddedCellsAndHeaders() async throws {
        let scratch = try Scratch()
        let path = try scratch.table(
            "kwb-2024.xlsx", driver: "XLSX", layer: "KWB2024",
            fields: [
                "gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "ind_wbi", "a_inw", "a_hh",
                "a_nb_won ",
                "g_wozbag", "p_koopw", "p_hh_li", "p_hh_hi", "a_1p_hh", "p_ink_ar", "a_neu_al",
            ],
            rows: [
                [
                    "NL00", "0", "Nederland", ".", "Land", ".", "17942942", "8474000", "70000", "379", "57",
                    "40,0", "20,0", "3400000", "3,1", "2600000",
                ],
                [
                    "GM0363", "363", "Amsterdam", "Amsterdam", "Gemeente", "1", "931748", "500000", "      .",
                    "500,5", "29", "  41,9", "20,8", "270000", ".", "300000",
                ],
                [
                    "WK0363ME", "363ME", "Dapperbuurt", "Amsterdam", "Wijk", "3", "9600", "5500", ".", "430",
                    "20", ".", "18", "3300", "9,9", "3000",
                ],
                [
                    "BU0363ME01", "363ME01", "Dapperbuurt-Noord", "Amsterdam", "Buurt", "3", "4000", "2300",
                    "10", "420", "18", "48", "16", ".", ".", "1300",
                ],
            ])
        let result = try await read(path)
        #expect(result.municipality?.name == "Amsterdam")
        #expect(result.tables.map(\.level) == [.nation, .municipality, .district, .neighbourhood])
        #expect(value("population.inhabitants", "BU0363ME01", result) == .known(4000))
        #expect(value("assessedValue.mean", "GM0363", result) == .known(500_500))
        #expect(value("income.lowest40", "GM0363", result) == .known(41.9 / 100))
        #expect(value("income.middle40", "NL00", result) == .known(1 - (0.4 + 0.2)))
        #expect(value("income.lowest40", "WK0363ME", result) == .missing(.suppressed))
        #expect(value("income.middle40", "WK0363ME", result) == .missing(.suppressed))
        #expect(value("households.onePerson", "WK0363ME", result) == .known(3300.0 / 5500))
        #expect(value("stock.newDwellings", "NL00", result) == .known(70_000))
        #expect(value("income.poverty2024", "NL00", result) == .known(3.1 / 100))
        #expect(result.tables.flatMap(\.series).allSatisfy { $0.year == 2024 })
        #expect(
            result.sideColumns.contains { $0.id == "origin.cbs2022.outsideEurope" && $0.unit == .persons })
    }

    @Test func bothVintagesOf2024GiveTheirOwnPovertyDefinition() async throws {
        let scratch = try Scratch()
        let old = try scratch.write(
            "kwb-2024a.csv", "gwb_code_10,a_inw,p_hh_osm,p_hh_110\nGM0363,10,9.5,12\n")
        let new = try scratch.write(
            "kwb2024b.csv", "gwb_code_10,a_inw,p_ink_ar,p_ink_ba\nGM0363,10,3.1,6.4\n")
        let first = try await read(old, ImportOptions(year: 2024))
        let second = try await read(new, ImportOptions(year: 2024))
        #expect(value("income.socialMinimum", "GM0363", first) == .known(0.095))
        #expect(value("income.poverty2024", "GM0363", first) == nil)
        #expect(value("income.poverty2024", "GM0363", second) == .known(0.031))
        #expect(value("income.socialMinimum", "GM0363", second) == nil)
    }

    @Test func columnNumbersOfServiceTablesDoNotMatter() async throws {
        let scratch = try Scratch()
        func page(_ number: Int) -> String {
            #"{"odata.metadata":"x","value":[{"ID":1,"WijkenEnBuurten":"BU05990504  ","Gemeentenaam_1":"Rotterdam","SoortRegio_2":"Buurt","Codering_3":"BU05990504  ","AantalInwoners_5":3455,"Koopwoningen_\#(number)":41,"InBezitWoningcorporatie_\#(number + 2)":null,"GemiddeldeWOZWaardeVanWoningen_35":312}]}"#
        }
        for (table, number, year) in [("85039NED", 40, 2021), ("85618NED", 41, 2023), ("85984NED", 47, 2024)]
        {
            let path = try scratch.write("GM0599-kwb-\(table)-v3-rows.1.json", page(number))
            let result = try await read(path)
            #expect(value("tenure.ownerOccupied", "BU05990504", result) == .known(0.41))
            #expect(value("assessedValue.mean", "BU05990504", result) == .known(312_000))
            #expect(result.tables.first?.series.first?.year == year)
            // The row names its municipality only, which is not the name of the neighbourhood.
            #expect(result.tables.first?.areas.first?.name == "BU05990504")
            #expect(result.report.unknownColumns.isEmpty)
        }
    }

    @Test func aFolderOfFetchedPagesBecomesOneTableWithNames() async throws {
        let scratch = try Scratch()
        let cells: (String) -> String = { #"{"@odata.context":"x","value":[\#($0)]}"# }
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-cells.1.json",
            cells(
                #"{"Id":1,"Measure":"T001036","ValueAttribute":"None","Value":246417,"StringValue":null,"WijkenEnBuurten":"GM0772    "},{"Id":2,"Measure":"1014800","ValueAttribute":"None","Value":46.0,"StringValue":null,"WijkenEnBuurten":"GM0772    "}"#
            ))
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-cells.2.json",
            cells(
                #"{"Id":3,"Measure":"T001036","ValueAttribute":"None","Value":4100,"StringValue":null,"WijkenEnBuurten":"BU07721111"},{"Id":4,"Measure":"1014800","ValueAttribute":".","Value":null,"StringValue":null,"WijkenEnBuurten":"BU07721111"}"#
            ))
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-codes.1.json",
            cells(
                #"{"Identifier":"BU07721111","Title":"Binnenstad","DimensionGroupId":"GM0772"},{"Identifier":"GM0772","Title":"Eindhoven","DimensionGroupId":null}"#
            ))
        try scratch.write(
            "GM0772-2025-kwb-86165NED-v4-measures.1.json",
            cells(#"{"Identifier":"T001036","Title":"Aantal inwoners"}"#))
        try scratch.write("GM0772-2025-kwb-86165NED-v4-cells.manifest.json", "{}")
        let result = try await read(scratch.folder.path)
        #expect(result.municipality?.name == "Eindhoven")
        #expect(value("population.inhabitants", "BU07721111", result) == .known(4100))
        #expect(value("tenure.ownerOccupied", "BU07721111", result) == .missing(.suppressed))
        #expect(value("tenure.ownerOccupied", "GM0772", result) == .known(0.46))
        #expect(result.tables.last?.areas.first?.name == "Binnenstad")
    }

    @Test func crimeIsARateOfTheInhabitantsThatCameWithIt() async throws {
        let scratch = try Scratch()
        try scratch.write(
            "kwb-85984NED-v3-rows.1.json",
            #"{"value":[{"WijkenEnBuurten":"GM0599    ","Gemeentenaam_1":"Rotterdam","AantalInwoners_5":600000},{"WijkenEnBuurten":"BU05990504","AantalInwoners_5":2000,"Woningvoorraad_35":1000}]}"#
        )
        let offence = { (kind: String, count: Int) in
            #"{"ID":1,"SoortMisdrijf":"\#(kind) ","WijkenEnBuurten":"BU05990504  ","Perioden":"2024JJ00","GeregistreerdeMisdrijven_1":\#(count)}"#
        }
        try scratch.write(
            "crime-47018NED-v3-rows.1.json",
            #"{"value":[\#(offence("0.0.0", 90)),\#(offence("1.1.1", 4)),\#(offence("2.2.1", 6))]}"#)
        let result = try await read(scratch.folder.path)
        #expect(value("crime.total", "BU05990504", result) == .known(45))
        #expect(value("crime.burglary", "BU05990504", result) == .known(4))
        #expect(value("crime.vandalism", "BU05990504", result) == .known(3))
        #expect(result.municipality?.name == "Rotterdam")
    }

    @Test func crimeWithoutInhabitantsIsLeftOutAndSaysSo() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "47018NED.json",
            #"{"value":[{"SoortMisdrijf":"0.0.0 ","WijkenEnBuurten":"BU05990504","Perioden":"2024JJ00","GeregistreerdeMisdrijven_1":9}]}"#
        )
        let result = try await read(path)
        #expect(result.tables.flatMap(\.series).isEmpty)
        #expect(result.report.notes.contains { $0.text.en.contains("import the key figures first") })
    }

    @Test func aMapPackageGivesThreeLevelsOfOneMunicipalityWithoutWater() async throws {
        let scratch = try Scratch()
        let square = { (x: Int) in
            "POLYGON((\(x) 430000,\(x + 1000) 430000,\(x + 1000) 431000,\(x) 431000,\(x) 430000))"
        }
        let path = try scratch.table(
            "wijkenbuurten_2022_v1.gpkg", driver: "GPKG", layer: "buurten",
            fields: [
                "buurtcode", "buurtnaam", "gemeentecode", "water", "aantalInwoners", "percentageKoopwoningen",
                "gemiddeldeWoningwaarde",
            ],
            rows: [
                ["BU05990110", "Stadsdriehoek", "GM0599", "NEE", "12000", "30", "-99997"],
                ["BU05990111", "Oude Westen", "GM0599", "NEE", "9000", "-99995", "250"],
                ["BU05990199", "Maas", "GM0599", "JA", "-99999999", "-99999999", "-99999999"],
                ["BU05180000", "Elders", "GM0518", "NEE", "5", "10", "100"],
            ],
            shapes: [square(90_000), square(91_000), square(92_000), square(80_000)])
        let result = try await read(path, ImportOptions(municipality: AreaCode("GM0599")))
        #expect(result.tables.count == 1 && result.tables.first?.areas.count == 2)
        #expect(value("assessedValue.mean", "BU05990110", result) == .missing(.suppressed))
        #expect(value("tenure.ownerOccupied", "BU05990111", result) == .missing(.suppressed))
        let geometry = try #require(result.geometries.first)
        #expect(geometry.year == 2022 && geometry.shapes.count == 2)
        #expect(geometry.shapes[AreaCode("BU05990110")]?.area == 1_000_000)
        let pair = try #require(geometry.adjacency.pairs.first)
        #expect(geometry.adjacency.pairs.count == 1)
        #expect(abs(pair.sharedBoundary - 1000) < 10)
    }

    @Test func aShapefileInDegreesComesOutInMetres() async throws {
        let scratch = try Scratch()
        let path = try scratch.table(
            "buurt_2020_v3.shp", driver: "ESRI Shapefile", fields: ["BU_CODE", "BU_NAAM", "WATER"],
            rows: [["BU05990110", "A", "NEE"]],
            shapes: ["POLYGON((4.47 51.92,4.49 51.92,4.49 51.93,4.47 51.92))"], epsg: 4326)
        let result = try await read(path)
        let centre = try #require(result.geometries.first?.shapes[AreaCode("BU05990110")]?.centroid)
        #expect((90_000...95_000).contains(centre.x) && (436_000...440_000).contains(centre.y))
    }

    @Test func aReusedCodeIsNotLinkedOverTheYears() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            "reeks.csv",
            "Perioden;Regiocode;Wijken en buurten;a_inw\n2021;WK036329;Dapperbuurt;9000\n2022;WK036329;Zeeburgereiland;7000\n2021;WK036330;Wijk 30 Oostelijk Havengebied;500\n2022;WK036330;Oostelijk havengebied;600\n"
        )
        let result = try await read(path)
        let table = try #require(result.tables.first)
        let early = try #require(table.series.first { $0.year == 2021 })
        #expect(early.values[0] == .missing(.notCollected))
        #expect(early.values[1] == .known(500))
        #expect(result.report.notes.contains { $0.text.nl.contains("WK036329") })
        let breaks = CodeBreak.between(
            [Area(code: AreaCode("WK036329"), name: "Dapperbuurt", level: .district)], table.areas)
        #expect(breaks.map(\.later) == ["Zeeburgereiland"])
    }

    @Test func theBulkArchiveOfAServiceIsReadWhole() async throws {
        let scratch = try Scratch()
        let parts = [
            (
                "Observations.csv",
                "Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n1;T001036;None;4100;BU07721111\n2;1014800;None;46,5;BU07721111\n3;M001642;.;;BU07721111\n"
            ), ("MeasureCodes.csv", "Identifier;Title\nT001036;Aantal inwoners\n"),
            ("WijkenEnBuurtenCodes.csv", "Identifier;Title;DimensionGroupId\nBU07721111;Binnenstad;GM0772\n"),
            ("Properties.csv", "Name;Value\nIdentifier;86165NED\n"),
        ]
        let path = try scratch.archive("86165NED.zip", parts)
        let result = try await read(path)
        #expect(value("population.inhabitants", "BU07721111", result) == .known(4100))
        #expect(value("tenure.ownerOccupied", "BU07721111", result) == .known(0.465))
        #expect(value("assessedValue.mean", "BU07721111", result) == .missing(.suppressed))
        #expect(result.tables.first?.areas.first?.name == "Binnenstad")
        #expect(result.tables.first?.series.first?.year == 2025)
    }

    @Test func aZippedShapefileIsReadInPlace() async throws {
        let scratch = try Scratch()
        _ = try scratch.table(
            "wijk_2023_v0.shp", driver: "ESRI Shapefile", fields: ["WK_CODE", "WK_NAAM", "WATER", "JAAR"],
            rows: [["WK059901", "Centrum", "NEE", "2023"]],
            shapes: ["POLYGON((90000 430000,91000 430000,91000 431000,90000 430000))"])
        let parts = try ["shp", "shx", "dbf", "prj"].map { ending in
            let name = "wijk_2023_v0." + ending
            return ("kaart/" + name, try Data(contentsOf: scratch.folder.appendingPathComponent(name)))
        }
        let result = try await read(try scratch.archive("kaart.zip", parts))
        #expect(result.geometries.first?.shapes[AreaCode("WK059901")]?.area == 500_000)
        #expect(result.geometries.first?.year == 2023)
    }
}

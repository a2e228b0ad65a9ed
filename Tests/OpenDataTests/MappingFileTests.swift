import Bilingual
import Foundation
import Neighbourhoods
import Testing

@testable import OpenData

struct MappingFileTests {
    static let example = """
        name: leiden-enquete
        municipality: {code: GM0546, name: Leiden}
        tables:
          - source: {id: leiden-enquete-2023, title: Stads- en wijkenquête 2023, producer: Gemeente Leiden, licence: CC BY 4.0}
            year: 2023
            level: neighbourhood
            code: {column: Buurtnummer, prefix: LD0546, digits: 2}
            areaName: Buurt
            keep: [{column: soort, is: [buurt], reason: {nl: totaalregels, en: total rows}}]
            missing: ["te weinig"]
            columns:
              - {name: Tevreden (%), scale: 0.01, variable: satisfaction.neighbourhood}
              - {name: Wil weg (%), scale: 0.01, variable: moving.intention, zeroIsMissing: true}
        """

    private func read(_ table: String, yaml: String = example) async throws -> ImportResult {
        let scratch = try Scratch()
        let path = try scratch.write("enquete.csv", table)
        return try await Importer(reader: try TableReader()).read(
            path, mapping: try MappingFile(yaml: yaml, file: "m.yaml"))
    }

    /// A count beyond all people, and a scale that is no number, are refused and stop nothing.
    @Test(arguments: ["population.households", "satisfaction.neighbourhood"])
    func whatIsBeyondAllMeasureIsRefused(_ variable: String) async {
        let scale = variable.hasPrefix("pop") ? "1" : ".nan"
        let yaml = """
            name: x
            municipality: {code: GM0999, name: Proefstad}
            tables:
              - {year: 2023, level: neighbourhood, code: {column: code}, areaName: naam, columns: [{name: n, scale: \(scale), variable: \(variable)}]}
            """
        let error = await #expect(throws: ImportError.self) {
            try await read("code;naam;n\nBU09990001;Een;1e300\n", yaml: yaml)
        }
        #expect(error?.kind == .outOfRange)
    }

    @Test func anyTableComesInThroughAMappingFile() async throws {
        let result = try await read(
            "Buurtnummer;Buurt;soort;Tevreden (%);Wil weg (%)\n1;Pieterswijk;buurt;87,5;0\n2;Academiewijk;buurt;te weinig;12\n99;Leiden;stad;80;10\n"
        )
        let data = try #require(result.dataset)
        #expect(data.areas(.neighbourhood).map(\.code) == [AreaCode("LD054601"), AreaCode("LD054602")])
        #expect(
            data.value("satisfaction.neighbourhood", of: AreaCode("LD054601"), at: .neighbourhood)
                == .known(0.875))
        #expect(
            data.value("satisfaction.neighbourhood", of: AreaCode("LD054602"), at: .neighbourhood)
                == .missing(.suppressed))
        #expect(
            data.value("moving.intention", of: AreaCode("LD054601"), at: .neighbourhood)
                == .missing(.notCollected))
        #expect(data.sources.first?.licence == "CC BY 4.0" && data.sources.first?.sha256?.count == 64)
        #expect(result.report.notes.contains { $0.text.en == "1 rows left out: total rows" })
        #expect(result.report.rows(.dutch).first?.count == ImportReport.header(.dutch).count)
    }

    @Test func aMappingThatDoesNotDecodeSaysWhere() throws {
        for (yaml, place) in [
            ("name: x\n", "tables"), ("name: x\ntables:\n  - year: 2020\n", "columns"), ("name: [\n", ""),
            ("name: x\ntables:\n  - {level: street, columns: []}\n", "level"),
        ] {
            let error = #expect(throws: ImportError.self) { try MappingFile(yaml: yaml, file: "m.yaml") }
            #expect(error?.kind == .mapping)
            #expect(
                place.isEmpty || error?.line(.english).contains(place) == true, "\(String(describing: error))"
            )
            #expect(error?.line(.english).contains("\n") == false)
        }
    }

    @Test func aVariableThatDoesNotExistIsRefused() async throws {
        let error = await #expect(throws: ImportError.self) {
            try await read(
                "Buurtnummer;Buurt;soort;Tevreden (%)\n1;A;buurt;1\n",
                yaml: Self.example.replacingOccurrences(
                    of: "satisfaction.neighbourhood", with: "satisfaction.nowhere"))
        }
        #expect(error?.kind == .mapping && error?.found == "satisfaction.nowhere")
    }

    @Test func aMappedColumnThatIsNotThereIsSaidWithTheNearest() async throws {
        let result = try await read(
            "Buurtnummer;Buurt;soort;Tevredn (%);Wil weg (%)\n1;Pieterswijk;buurt;87,5;12\n")
        let notes = result.report.notes.map(\.text)
        #expect(
            notes.map(\.en) == [
                "column “Tevreden (%)” of the mapping file is not in the file; nearest is “Tevredn (%)”"
            ])
        #expect(notes.first?.nl.contains("“Tevreden (%)”") == true)
        #expect(result.tables.flatMap(\.series).map(\.variable) == ["moving.intention"])
    }

    @Test func aMappingWithoutAnyColumnThatIsThereSaysWhichThereAre() async throws {
        let error = await #expect(throws: ImportError.self) {
            try await read("Buurtnummer;Buurt;soort;Cijfer\n1;Pieterswijk;buurt;7\n")
        }
        #expect(error?.kind == .mappedColumnMissing)
        #expect(error?.expected == "Tevreden (%), Wil weg (%)" && error?.found?.contains("Cijfer") == true)
    }

    @Test func aColumnOfWhichAnotherGivesTheFigureIsNotMissed() async throws {
        let yaml =
            Self.example + """

                      - {sum: [Blij, Heel blij], variable: satisfaction.neighbourhood}
                """
        let result = try await read(
            "Buurtnummer;Buurt;soort;Tevreden (%);Wil weg (%)\n1;Pieterswijk;buurt;87,5;12\n", yaml: yaml)
        #expect(result.report.notes.isEmpty)
    }

    @Test func nearestIsOnlyWhatIsNear() {
        let finder = ColumnFinder(fields: ["a_inw", "a_hh", "huishoudens "], file: "f")
        #expect(finder.nearest(to: "huishouden") == "huishoudens")
        #expect(finder.nearest(to: "A inw") == "a_inw")
        #expect(finder.nearest(to: "leegstand") == nil)
    }

    @Test func allPresetsNameVariablesOfTheCatalogue() throws {
        for mapping in try Importer.presetNames.map({ try Importer.preset($0) }) + [Presets.cbs()] {
            for column in mapping.tables.flatMap(\.columns) {
                guard let id = column.variable, !id.hasPrefix("origin.") else { continue }
                #expect(
                    VariableCatalogue.variable(Variable.ID(rawValue: id)) != nil, "\(mapping.name): \(id)")
            }
        }
    }

    @Test func mappingsSurviveCoding() throws {
        let mapping = try Importer.preset("rotterdam")
        let copy = try JSONDecoder().decode(MappingFile.self, from: try JSONEncoder().encode(mapping))
        #expect(copy == mapping)
    }

    @Test func fieldNamesAreComparedWithoutTheirDress() {
        #expect(FieldName("aantal_inwoners").loose == FieldName("Aantal inwoners (aantal)").loose)
        #expect(
            FieldName("GemiddeldInkomenPerInwoner_72").unnumbered
                == FieldName("gemiddeldInkomenPerInwoner").loose)
        // Mnemonics keep the digits that are part of them.
        #expect(FieldName("p_hh_110").unnumbered != FieldName("p_hh_120").unnumbered)
        #expect(FieldName("a_nb_won ").plain == "a_nb_won")
        #expect(FieldName("Wonen/Eigendom/Koopwoningen (%)").parts.contains("koopwoningen"))
    }

    @Test(arguments: [
        ("12.5", 12.5), ("12,5", 12.5), ("  -3 ", -3), ("1.234,5", 1234.5), ("0.1", 0.1),
        ("135.38956691424963", 135.38956691424963),
        ("1e-3", 0.001), ("623781", 623_781), (",5", 0.5),
    ])
    func numbersAreReadAsDutchFilesWriteThem(_ text: String, _ number: Double) {
        let table = ForeignTable(name: "t", fields: ["a"], rows: [[text]])
        #expect(table.withCell(0, 0) { NumberReader().read($0) } == .number(number))
    }

    @Test(arguments: [
        ("", CellNumber.missing(.empty)), (".", .missing(.sign)), ("x", .missing(.sign)), ("veel", .text),
        ("NaN", .text), ("1-2", .text), ("-", .text),
    ])
    func whatIsNoNumberIsMissingOrText(_ text: String, _ expected: CellNumber) {
        let table = ForeignTable(name: "t", fields: ["a"], rows: [[text]])
        #expect(table.withCell(0, 0) { NumberReader().read($0) } == expected)
    }

    @Test func countsCrossABoundaryChangeByAddresses() throws {
        let table = ForeignTable(
            name: "t", fields: ["niveau", "van_jaar", "naar_jaar", "van", "naar", "adressen"],
            rows: [
                ["gemeente", "2020", "2021", "GM0001", "GM0009", "300"],
                ["gemeente", "2020", "2021", "GM0001", "GM0002", "100"],
            ])
        let changes = try BoundaryChanges(table: table, file: "t")
        let (codes, counts) = changes.bridged(
            Column([.known(80), .known(10), .missing(.suppressed)]),
            of: [AreaCode("GM0001"), AreaCode("GM0002"), AreaCode("GM0003")], level: .municipality,
            from: 2020, to: 2021)
        #expect(codes == [AreaCode("GM0002"), AreaCode("GM0003"), AreaCode("GM0009")])
        #expect((0..<3).map { counts[$0] } == [.known(30), .missing(.suppressed), .known(60)])
        #expect(changes.covers(level: .municipality, from: 2020, to: 2021))
    }

    @Test(.enabled(if: SharedData.isThere, "shared data is not beside the repository"))
    func weightsOfTheRealMatricesAddToOne() async throws {
        let changes = try await BoundaryChanges.read(
            SharedData.path("grenswijzigingen_2016_2024/grenswijzigingen.csv.gz"), reader: try TableReader())
        // README: GM0022 of 2016 keeps all but a few of its addresses.
        let moves = changes.moves(of: AreaCode("GM0022"), level: .municipality, from: 2016, to: 2017)
        #expect(moves.count > 1 && abs(moves.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
        #expect(!changes.covers(level: .municipality, from: 2019, to: 2020))
    }
}

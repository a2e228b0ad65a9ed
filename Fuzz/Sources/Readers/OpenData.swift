internal import Foundation
internal import Harness
internal import Neighbourhoods

@testable import OpenData
@testable import TextScanner

extension FuzzTarget {
    /// Tables of open data as text: the look that `mengpaneel-read` takes before GDAL, then the columns as the importer
    /// reads them, by itself or as CBS and the presets lay them out.
    static let openData = FuzzTarget("opendata") { input in
        var input = input
        let form = input.choice(5)
        guard let table = table(input.bytes) else { return }
        let file = Scratch("kwb-2022.csv")
        file.write([])
        _ = refusable {
            if form == 4 {
                _ = try BoundaryChanges(table: table, file: "x.csv")
                return
            }
            let preset = form == 0 ? nil : Importer.presetNames[form]
            var session = ImportSession(
                options: ImportOptions(year: 2022), presetMunicipality: nil,
                tableYears: try Presets.cbs().tableYears ?? [:])
            for rule in try preset.map({ try Importer.preset($0).tables.prefix(2) })
                ?? [Recognition.mapping(for: table, file: "x.csv")]
            {
                try session.take(
                    table, mapping: rule, shapes: nil, file: try Fingerprint(of: file.path), isBuiltIn: true)
            }
            let result = try session.finish()
            for table in result.tables {
                for series in table.series {
                    promise(series.values.count == table.areas.count, "every area has its value")
                    promise(
                        (0..<series.values.count).allSatisfy { series.values[$0].number?.isFinite ?? true },
                        "a known value is a number")
                }
            }
        }
    }

    /// Text as a table, as far as the scan of the reading process lets it through.
    private static func table(_ bytes: [UInt8]) -> ForeignTable? {
        var scan: TextScan
        do {
            scan = try TextScan(decoding: bytes)
            try scan.prepareTable()
        } catch {
            _ = refusable { throw error }
            return nil
        }
        // The header is in quotes now; cells are cut where the scan counted them.
        let separator: Set<UInt8> = Set(";\t|,".utf8)
        let lines = scan.bytes.split { $0 == 0x0A || $0 == 0x0D }.prefix(60).map { line in
            let found = scan.bytes.drop { $0 != 0x22 }.first { separator.contains($0) } ?? 0x2C
            return line.split(separator: found, omittingEmptySubsequences: false).map {
                String(decoding: $0.filter { $0 != 0x22 }, as: UTF8.self)
            }
        }
        guard let header = lines.first else { return nil }
        return ForeignTable(name: "x", fields: header, rows: lines.dropFirst().map { $0 })
    }
}

internal import Foundation
internal import Harness
internal import Neighbourhoods

@testable import OpenData

extension FuzzTarget {
    /// Mapping files, and what they make of a small table.
    static let mappings = FuzzTarget("mappings") { input in
        guard let mapping = refusable({ try MappingFile(yaml: input.text, file: "x.yaml") }) else { return }
        let again = refusable {
            try JSONDecoder().decode(MappingFile.self, from: JSONEncoder().encode(mapping))
        }
        promise(again == mapping, "a mapping that was written is read as it was")
        let file = Scratch("table.csv")
        file.write([])
        guard let fingerprint = refusable({ try Fingerprint(of: file.path) }) else { return }
        var session = ImportSession(
            options: ImportOptions(), presetMunicipality: mapping.municipality.map { AreaCode($0.code) },
            tableYears: mapping.tableYears ?? [:])
        for rule in mapping.tables.prefix(4) {
            _ = refusable {
                var table = small
                if let long = rule.long {
                    table = try Pivot(rule: long, file: "x.csv").wide(
                        table, identifiedBy: [rule.code?.column, rule.areaName].compactMap(\.self))
                }
                try session.take(table, mapping: rule, shapes: nil, file: fingerprint, isBuiltIn: false)
            }
        }
        _ = refusable { try session.finish() }
    }

    private static let small = ForeignTable(
        name: "x", fields: ["code", "naam", "jaar", "soort", "inwoners", "huur"],
        rows: [
            ["BU09990001", "Een", "2022", "a", "1.200", "0,4"],
            ["BU09990002", "Twee", "2022", "b", ".", "12,5"],
            ["WK099900", "Wijk", "2021", "a", "0", ""], ["GM0999", "Proefstad", "2022", "b", "x", "-3"],
        ])
}

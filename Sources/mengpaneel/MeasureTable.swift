import Bilingual
import Segregation

/// Measures as rows of a table, for reading or as CSV with everything known.
struct MeasureTable {
    var rows: [MeasureRow]
    var tests: ChanceTests
    var format: OutputFormat
    var language: Language

    var table: DataTable {
        let isFull = format == .csv
        let hasUnits = rows.contains { $0.unit != nil }
        let hasParameters = isFull || Self.differByParameters(rows)
        let hasBounds = rows.contains { $0.estimate.bounds != nil }
        let columns: [(name: String, isShown: Bool, cell: (MeasureRow) -> Cell)] = [
            ("index", true, { .text($0.identifier) }),
            ("unit", hasUnits, { .text($0.unit ?? "") }),
            ("params", hasParameters, { .text(Self.parameters(of: $0)) }),
            ("groups", true, { .text($0.groups.map(\.rawValue).joined(separator: " | ")) }),
            ("value", true, { Self.number($0.estimate.value.number) }),
            ("lower", true, { Self.number($0.estimate.interval?.lower) }),
            ("upper", true, { Self.number($0.estimate.interval?.upper) }),
            ("lowest possible", hasBounds, { Self.number($0.estimate.bounds?.lowest) }),
            ("highest possible", hasBounds, { Self.number($0.estimate.bounds?.highest) }),
            ("bounds", hasBounds, { .text($0.estimate.bounds?.kind.rawValue ?? "") }),
            ("by chance", !hasBounds, { Self.number($0.estimate.expectedUnderNoSegregation) }),
            ("corrected", !hasBounds, { Self.number($0.estimate.corrected) }),
            ("p", !tests.isEmpty, { Self.number(tests[$0]?.pValue) }),
            ("corrected lower", isFull, { Self.number($0.estimate.correctedInterval?.lower) }),
            ("corrected upper", isFull, { Self.number($0.estimate.correctedInterval?.upper) }),
            ("standard error", isFull, { Self.number($0.estimate.standardError) }),
            ("bias", isFull, { Self.number($0.estimate.bias) }),
            ("units", isFull, { .integer($0.estimate.units) }),
            ("persons", isFull, { .number($0.estimate.persons) }),
            ("scale", isFull, { .text($0.scale ?? "") }),
            ("year", isFull, { $0.year.map { .integer($0) } ?? .missing("") }),
            ("note", true, { .text(MeasureDocument.note($0.estimate, language)) }),
            ("sentence", isFull, { .text(language == .dutch ? $0.dutch : $0.english) }),
        ]
        let shown = columns.filter(\.isShown)
        return DataTable(
            columns: shown.map(\.name), rows: rows.map { row in shown.map { $0.cell(row) } })
    }

    private static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing("") }

    /// Whether a reader needs the parameters to tell two rows apart.
    private static func differByParameters(_ rows: [MeasureRow]) -> Bool {
        var seen: Set<[String]> = []
        return !rows.allSatisfy { row in
            seen.insert([row.identifier, row.unit ?? ""] + row.groups.map(\.rawValue)).inserted
        }
    }

    private static func parameters(of row: MeasureRow) -> String {
        row.parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    /// The catalogue of measures.
    static func listing(_ language: Language) -> DataTable {
        DataTable(
            columns: ["index", "symbol", "family", "lowest", "highest", "name", "paper"],
            rows: MeasureDefinition.complete.map { measure in
                [
                    .text(measure.identifier), .text(measure.symbol), .text(measure.family.rawValue),
                    number(measure.lowest), number(measure.highest),
                    .text(language == .dutch ? measure.dutch : measure.english), .text(measure.paper),
                ]
            })
    }
}

import Bilingual
import Segregation

/// Measures as JSON: an object whose keys are the ids of the measures, each with its values for groups or pairs.
struct MeasureDocument {
    var rows: [MeasureRow]
    var tests: ChanceTests
    var counts: CountsFile
    var language: Language

    var json: String {
        var identifiers: [String] = []
        for row in rows where !identifiers.contains(row.identifier) { identifiers.append(row.identifier) }
        let measures = identifiers.map { identifier in
            let values = rows.filter { $0.identifier == identifier }.map(object)
            return "    \(DataTable.jsonText(identifier)): [\n      " + values.joined(separator: ",\n      ")
                + "\n    ]"
        }
        return """
            {
              "file": \(DataTable.jsonText(counts.fileName)),
              "groups": [\(counts.table.groups.map { DataTable.jsonText($0.rawValue) }.joined(separator: ", "))],
              "units": \(counts.table.unitCount),
              "units_left_out": [\(counts.leftOut.map(DataTable.jsonText).joined(separator: ", "))],
              "persons": \(counts.table.total),
              "measures": {
            \(measures.joined(separator: ",\n"))
              }
            }

            """
    }

    /// Why a value or an interval is not there, in one phrase; empty when both are.
    static func note(_ estimate: Estimate, _ language: Language) -> String {
        if let reason = estimate.value.reason {
            return language == .dutch
                ? "niet te berekenen: \(reason.dutch)" : "undefined, because \(reason.english)"
        }
        guard let absence = estimate.intervalAbsence else { return "" }
        return language == .dutch ? "geen marge: \(absence.dutch)" : "no interval: \(absence.english)"
    }

    private func object(_ row: MeasureRow) -> String {
        var fields: [(String, String)] = []
        if !row.groups.isEmpty {
            fields.append(
                (
                    "groups",
                    "[" + row.groups.map { DataTable.jsonText($0.rawValue) }.joined(separator: ", ") + "]"
                ))
        }
        if let unit = row.unit { fields.append(("unit", DataTable.jsonText(unit))) }
        if !row.parameters.isEmpty {
            let pairs = row.parameters.map {
                "\(DataTable.jsonText($0.name)): \(Double($0.value) == nil ? DataTable.jsonText($0.value) : $0.value)"
            }
            fields.append(("params", "{" + pairs.joined(separator: ", ") + "}"))
        }
        let estimate = row.estimate
        fields.append(("value", Self.number(estimate.value.number)))
        if let interval = estimate.interval {
            fields.append(("lower", Self.number(interval.lower)))
            fields.append(("upper", Self.number(interval.upper)))
            fields.append(("level", Self.number(interval.level)))
        }
        if let error = estimate.standardError { fields.append(("standard_error", Self.number(error))) }
        if let bias = estimate.bias { fields.append(("bias", Self.number(bias))) }
        if let expected = estimate.expectedUnderNoSegregation {
            fields.append(("expected_under_no_segregation", Self.number(expected)))
        }
        if let corrected = estimate.corrected { fields.append(("corrected", Self.number(corrected))) }
        if let interval = estimate.correctedInterval {
            fields.append(("corrected_lower", Self.number(interval.lower)))
            fields.append(("corrected_upper", Self.number(interval.upper)))
        }
        if let bounds = estimate.bounds {
            fields.append(("lowest_possible", Self.number(bounds.lowest)))
            fields.append(("highest_possible", Self.number(bounds.highest)))
            fields.append(("bounds", DataTable.jsonText(bounds.kind.rawValue)))
        }
        if let test = tests[row], let pValue = test.pValue {
            fields.append(("p", Self.number(pValue)))
            fields.append(("permutations", "\(test.draws)"))
            fields.append(("mean_by_permutation", Self.number(test.mean)))
        }
        fields.append(("units", "\(estimate.units)"))
        fields.append(("persons", Self.number(estimate.persons)))
        if let scale = row.scale { fields.append(("scale", DataTable.jsonText(scale))) }
        if let year = row.year { fields.append(("year", "\(year)")) }
        let note = Self.note(estimate, language)
        if !note.isEmpty { fields.append(("note", DataTable.jsonText(note))) }
        fields.append(
            ("sentence", DataTable.jsonText(language == .dutch ? row.dutch : row.english)))
        return "{" + fields.map { "\(DataTable.jsonText($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "null" }
        return "\(value)"
    }
}

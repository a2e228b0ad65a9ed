import Bilingual
import Segregation

/// Two tables compared: the difference of each measure with interval and test, or, where counts are ranges, whether it is
/// more than rounding and suppression can do.
struct TableComparison {
    var first: CountsFile
    var second: CountsFile
    var options: MeasureOptions
    var names: [String] = ["first", "second"]
    var permutations = 999
    var language = Language.english

    /// What is compared when nothing is asked for.
    private static let usual = ["M", "H", "D-vs-rest", "H-vs-rest", "isolation", "interaction-with-rest"]

    func table(_ identifiers: [String]) throws -> DataTable {
        if let earlier = first.ranges, let later = second.ranges {
            return try ranges(earlier, later, identifiers)
        }
        let rows = try ContingencyTable.differences(
            between: [NamedTable(names[0], first.table), NamedTable(names[1], second.table)],
            in: identifiers.isEmpty ? Self.usual : identifiers, options: comparison)
        return DataTable(
            columns: [
                "index", "groups", names[0], names[1], "difference", "lower", "upper", "p", "adjusted p",
                "note",
            ],
            rows: rows.map { row in
                [
                    .text(row.identifier), .text(row.groups.map(\.rawValue).joined(separator: " | ")),
                    Self.number(row.first.number), Self.number(row.second.number),
                    Self.number(row.difference.number), Self.number(row.interval?.lower),
                    Self.number(row.interval?.upper), Self.number(row.test?.pValue),
                    Self.number(row.test?.adjustedPValue), .text(note(row)),
                ]
            })
    }

    /// The same units at two dates are drawn and exchanged together.
    private var comparison: ComparisonOptions {
        var comparison = ComparisonOptions()
        comparison.measuring = options
        let isSame = Set(first.table.unitIdentifiers) == Set(second.table.unitIdentifiers)
        comparison.pairing = isSame ? .sameUnits : .independent
        comparison.permutations = permutations
        if permutations == 0 { comparison.null = nil }
        // Of two groups one tells the whole story, and each test makes the others weaker.
        if first.table.groupCount == 2 { comparison.groups = [first.table.groups[0]] }
        return comparison
    }

    private func note(_ row: MeasureDifference) -> String {
        if let reason = row.difference.reason {
            return language == .dutch
                ? "niet te berekenen: \(reason.dutch)" : "undefined, because \(reason.english)"
        }
        let absences = [
            row.intervalAbsence.map {
                language == .dutch ? "geen marge: \($0.dutch)" : "no interval: \($0.english)"
            },
            row.testAbsence.map { language == .dutch ? "geen toets: \($0.dutch)" : "no test: \($0.english)" },
        ]
        return absences.compactMap(\.self).joined(separator: "; ")
    }

    private func ranges(
        _ earlier: CountRanges, _ later: CountRanges, _ identifiers: [String]
    ) throws -> DataTable {
        let changes =
            identifiers.isEmpty
            ? try earlier.change(to: later) : try earlier.change(to: later, in: identifiers)
        return DataTable(
            columns: ["index", "groups", "lowest difference", "highest difference", "bounds", "answer"],
            rows: changes.map { change in
                [
                    .text(change.identifier), .text(change.groups.map(\.rawValue).joined(separator: " | ")),
                    .number(change.difference.lowest), .number(change.difference.highest),
                    .text(change.difference.kind.rawValue),
                    .text(language == .dutch ? change.answer.dutch : change.answer.english),
                ]
            })
    }

    private static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing("") }
}

import ArgumentParser
import Bilingual
import Segregation

/// `mengpaneel decompose`: which part of segregation arises where, or what changed it.
struct DecomposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decompose",
        abstract: "Split segregation over nested areas, or the change between two dates.",
        discussion: """
            With one table and --levels, M and H are split into the parts between and within larger areas; the parts
            add up. With two tables of the same groups, the change in M is split into units that came and went, sizes
            of groups and units, and segregation with sizes held.

            EXAMPLES
              mengpaneel decompose counts.csv --levels municipality,district
              mengpaneel decompose counts-2018.csv counts-2022.csv --method shapley
            """)

    @Argument(help: "One table of counts, or two: the earlier and the later.")
    var files: [String]

    @Option(help: "Columns with the larger areas of each unit, largest first, with commas between.")
    var levels = ""

    @Option(help: "The column with the unit's id.")
    var id: String?

    @Option(help: "The columns with counts, with commas between [default: every other column].")
    var groups: String?

    @Option(
        help: "How to split a change: shapley, km (Karmel and MacLachlan) or mrc (Mora and Ruiz-Castillo).")
    var method = ChangeMethod.shapley

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of names: nl or en.")
    var language = Language.english

    func validate() throws {
        switch files.count {
        case 1 where levels.isEmpty:
            throw ValidationError("Name the larger areas with --levels, or give a second table for a change.")
        case 1, 2: return
        default: throw ValidationError("Give one table with --levels, or two tables for a change.")
        }
    }

    func run() async throws {
        let tables = try files.map { try CountsFile(path: $0, id: id, groups: groups, levels: levels) }
        for counts in tables where !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        let outcome = tables.count == 1 ? try nested(tables[0]) : try change(tables[0], tables[1])
        outcome.write(as: format)
    }

    private func nested(_ counts: CountsFile) throws -> DataTable {
        let parts = try counts.table.nestedSegregation(counts.levels)
        let total = parts.reduce(0) { $0 + $1.mutualInformation }
        return DataTable(
            columns: ["between", "within", "M", "H", "share of M"],
            rows: parts.map { part in
                [
                    .text(part.between), .text(part.within.joined(separator: " / ")),
                    .number(part.mutualInformation), part.entropyIndex.map { .number($0) } ?? .missing(""),
                    total > 0 ? .number(part.mutualInformation / total) : .missing(""),
                ]
            })
    }

    private func change(_ earlier: CountsFile, _ later: CountsFile) throws -> DataTable {
        guard let change = try earlier.table.change(to: later.table, method: method) else {
            throw UserError(
                "\(earlier.fileName), \(later.fileName): no unit and group are there at both dates; check the ids."
            )
        }
        let isDutch = language == .dutch
        let ends: [(String, String, Double)] = [
            ("M1", isDutch ? "eerste peiling" : "first date", change.before),
            ("M2", isDutch ? "tweede peiling" : "second date", change.after),
            ("diff", isDutch ? "verschil" : "difference", change.difference),
        ]
        let parts = change.parts.map { ($0.name, isDutch ? $0.dutch : $0.english, $0.value) }
        return DataTable(
            columns: ["stat", "meaning", "value"],
            rows: (ends + parts).map { [.text($0.0), .text($0.1), .number($0.2)] })
    }
}

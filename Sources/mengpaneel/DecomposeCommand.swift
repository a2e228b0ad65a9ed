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
            add up. With --of, D of one group is split over the levels as well (Harris 2017). With two tables of the same
            groups, the change in M is split into units that came and went, sizes of groups and units, and segregation
            with sizes held; --units gives the part of every unit, in the order of the file.

            EXAMPLES
              mengpaneel decompose counts.csv --levels municipality,district
              mengpaneel decompose counts.csv --levels district --of low
              mengpaneel decompose counts-2018.csv counts-2022.csv --method shapley
              mengpaneel decompose counts-2018.csv counts-2022.csv --units --format csv
            """)

    @Argument(help: "One table of counts, or two: the earlier and the later.")
    var files: [String]

    @Option(help: "Columns with the larger areas of each unit, largest first, with commas between.")
    var levels = ""

    @Option(help: "The group whose D is split over the levels.")
    var of: String?

    @Flag(help: "The part of every unit in a change, in the order of the first table.")
    var units = false

    @OptionGroup(title: "Reading the table")
    var reading: CountsOptions

    @OptionGroup(title: "Uncertainty")
    var uncertainty: UncertaintyOptions

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
        case 1 where units:
            throw ValidationError("--units goes with two tables: it is the part of every unit in a change.")
        case 2 where of != nil:
            throw ValidationError(
                "--of goes with one table and --levels: it splits D of one group over levels.")
        case 1, 2: return
        default: throw ValidationError("Give one table with --levels, or two tables for a change.")
        }
    }

    func run() async throws {
        let tables = try files.map { try CountsFile(path: $0, options: reading, levels: levels) }
        for counts in tables where !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        let outcome =
            tables.count == 2
            ? try change(tables[0], tables[1])
            : try of.map { try multilevel($0, tables[0]) } ?? nested(tables[0])
        outcome.write(as: format)
    }

    private func nested(_ counts: CountsFile) throws -> DataTable {
        let estimates = try counts.table.nestedSegregationEstimates(
            counts.levels, options: uncertainty.options)
        let total = estimates.reduce(0) { $0 + $1.part.mutualInformation }
        return DataTable(
            columns: [
                "between", "within", "M", "M lower", "M upper", "H", "H lower", "H upper", "share of M",
                "note",
            ],
            rows: estimates.map { estimate in
                let part = estimate.part
                let numbers = [
                    part.mutualInformation, estimate.mutualInformationInterval?.lower,
                    estimate.mutualInformationInterval?.upper, part.entropyIndex,
                    estimate.entropyIndexInterval?.lower, estimate.entropyIndexInterval?.upper,
                    total > 0 ? part.mutualInformation / total : nil,
                ]
                return [.text(part.between), .text(part.within.joined(separator: " / "))]
                    + numbers.map(Self.number) + [.text(note(estimate.intervalAbsence))]
            })
    }

    private func multilevel(_ group: String, _ counts: CountsFile) throws -> DataTable {
        guard
            let found = try counts.table.multilevelDissimilarity(
                of: Group(rawValue: group), from: .rest, levels: counts.levels, options: uncertainty.options)
        else { throw UserError("\(counts.fileName): '\(group)' has no members, or nobody else lives there.") }
        if !found.isSettled {
            Terminal.say("\(counts.fileName): the search for the variances was ended before they settled.")
        }
        return DataTable(
            columns: [
                "level", "variance", "share of variance", "lower", "upper", "change in D without it", "lower",
                "upper", "note",
            ],
            rows: found.levels.map { level in
                [.text(level.name)]
                    + [
                        level.variance, level.varianceShare, level.varianceShareInterval?.lower,
                        level.varianceShareInterval?.upper, level.holdback, level.holdbackInterval?.lower,
                        level.holdbackInterval?.upper,
                    ].map(Self.number) + [.text(note(level.intervalAbsence))]
            })
    }

    private func change(_ earlier: CountsFile, _ later: CountsFile) throws -> DataTable {
        guard
            let found = try earlier.table.changeEstimate(
                to: later.table, method: method, options: uncertainty.options)
        else {
            throw UserError(
                "\(earlier.fileName), \(later.fileName): no unit and group are there at both dates; check the ids."
            )
        }
        if units { return parts(of: found.change) }
        let isDutch = language == .dutch
        let ends: [(String, String, Double)] = [
            ("M1", isDutch ? "eerste peiling" : "first date", found.change.before),
            ("M2", isDutch ? "tweede peiling" : "second date", found.change.after),
        ]
        let parts = found.estimates.map { estimate -> [Cell] in
            let name = estimate.part.name == "difference" ? "diff" : estimate.part.name
            return [.text(name), .text(isDutch ? estimate.part.dutch : estimate.part.english)]
                + [
                    estimate.part.value, estimate.interval?.lower, estimate.interval?.upper, estimate.bias,
                ].map(Self.number) + [.text(note(estimate.intervalAbsence))]
        }
        return DataTable(
            columns: ["stat", "meaning", "value", "lower", "upper", "bias", "note"],
            rows: ends.map {
                [
                    .text($0.0), .text($0.1), .number($0.2), .missing(""), .missing(""), .missing(""),
                    .text(""),
                ]
            } + parts)
    }

    private func parts(of change: SegregationChange) -> DataTable {
        let structural = Dictionary(
            change.unitStructurals.map { ($0.unit, $0.value) }, uniquingKeysWith: { first, _ in first })
        let marginal = Dictionary(
            change.unitMarginals.map { ($0.unit, $0.value) }, uniquingKeysWith: { first, _ in first })
        let units = (change.unitStructurals.isEmpty ? change.unitMarginals : change.unitStructurals).map(
            \.unit)
        return DataTable(
            columns: ["unit", "unit_marginal", "structural"],
            rows: units.map { [.text($0), Self.number(marginal[$0]), Self.number(structural[$0])] })
    }

    private func note(_ absence: IntervalAbsence?) -> String {
        guard let absence else { return "" }
        return language == .dutch ? "geen marge: \(absence.dutch)" : "no interval: \(absence.english)"
    }

    private static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing("") }
}

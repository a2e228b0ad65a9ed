import ArgumentParser
import Bilingual
import Foundation
import Segregation

/// `mengpaneel measure`: segregation indices of a plain table of counts, with uncertainty.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Segregation indices of a plain table of counts, with intervals.",
        discussion: """
            One row per unit (neighbourhood): an id, if you like x, y, area and perimeter (metres), and one column of
            counts per group. Each value comes with a bootstrap interval and with the value to expect by chance when
            nobody segregates. With places come the spatial measures. The keys are the ids of the measures; --list
            explains them.

            EXAMPLES
              mengpaneel measure counts.csv
              mengpaneel measure counts.csv --groups low,middle,high --index H --index D-matrix
              mengpaneel measure counts.csv --format json > measures.json
              mengpaneel measure counts.csv --adjacency neighbours.csv --index D-adj-Morrill-vs-rest
              mengpaneel measure incomes.csv --groups q1,q2,q3,q4,q5 --ordered
              mengpaneel measure --list
            """)

    @Argument(help: "The table: CSV with a header row; comma, semicolon or tab.")
    var file: String?

    @Option(parsing: .upToNextOption, help: "Only these measures (see --list).")
    var index: [String] = []

    @Option(help: "The column with the unit's id [default: id, unit, code, buurt, or the row number].")
    var id: String?

    @Option(help: "The columns with counts, with commas between [default: every other column].")
    var groups: String?

    @Option(
        help: "A file with touching units: two ids and the length of their border in metres, 0 for a corner.")
    var adjacency: String?

    @Option(
        help: "How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.")
    var distanceUnit = 1000.0

    @Option(help: "How fast proximity falls: b in exp(-b distance).")
    var decay = 1.0

    @Option(help: "The unit at the centre [default: the one with most persons].")
    var centre: String?

    @Option(help: "Bootstrap draws behind the intervals; 0 for none.")
    var draws = 500

    @Option(help: "What the bootstrap draws again: persons, or whole units.")
    var resample = Resampling.persons

    @Option(help: "The share of intervals that cover the truth, between 0 and 1.")
    var level = 0.95

    @Option(help: "The seed of the draws; the same seed gives the same figures anywhere.")
    var seed: UInt64 = 1

    @Flag(
        help:
            "The groups are ordered classes, lowest first (incomes): also the ordinal and rank-order measures."
    )
    var ordered = false

    @Flag(help: "Also the measures of every single unit.")
    var local = false

    @Flag(help: "List the measures with symbol, range and paper, and stop.")
    var list = false

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of names and reasons: nl or en.")
    var language = Language.english

    func validate() throws {
        if file == nil, !list {
            throw ValidationError("Give a table of counts, or --list. See `mengpaneel help measure`.")
        }
    }

    func run() async throws {
        if list { return listing.write(as: format) }
        for name in index where MeasureDefinition.named(name) == nil {
            let meant = Suggestion.nearest(
                to: name, among: MeasureDefinition.complete.map(\.identifier))
            throw UserError(
                "There is no measure '\(name)'\(meant.map { "; did you mean '\($0)'?" } ?? ".") See `mengpaneel measure --list`."
            )
        }
        guard let file else { return }
        let counts = try CountsFile(
            path: file, id: id, groups: groups, adjacency: adjacency, distanceUnit: distanceUnit)
        var options = MeasureOptions()
        options.draws = draws
        options.resampling = resample
        options.level = level
        options.seed = seed
        options.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        options.includesLocalMeasures =
            local || index.contains { MeasureDefinition.named($0)?.subject.isLocal == true }
        if !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        let rows = try rows(of: counts, options)
        if format == .json {
            let text = MeasureDocument(rows: rows, counts: counts, language: language).json
            FileHandle.standardOutput.write(Data(text.utf8))
        } else {
            table(rows).write(as: format)
        }
    }

    /// Everything that the data allow, or the measures asked for; those that need more say so.
    private func rows(of counts: CountsFile, _ options: MeasureOptions) throws -> [MeasureRow] {
        let isSpatial = { (name: String) in MeasureDefinition.spatial.contains { $0.identifier == name } }
        guard index.isEmpty else {
            return try index.flatMap { name -> [MeasureRow] in
                if isSpatial(name) { return try spatial([name], counts) }
                if MeasureDefinition.ordinal.contains(where: { $0.identifier == name }) {
                    return try counts.table.ordinalMeasures().filter { $0.identifier == name }
                }
                if MeasureDefinition.profiles.contains(where: { $0.identifier == name }) {
                    return try counts.table.distanceProfiles(geography: counts.geography).filter {
                        $0.identifier == name
                    }
                }
                return try counts.table.measure([name], options: options)
            }
        }
        let known = counts.geography.known
        let possible = MeasureDefinition.spatial.filter {
            !$0.needsOfPlaces.isEmpty && known.isSuperset(of: $0.needsOfPlaces)
        }
        return try MeasureReport(of: counts.table, options: options).rows
            + (ordered ? try counts.table.ordinalMeasures() : [])
            + (possible.isEmpty ? [] : try spatial(possible.map(\.identifier), counts))
    }

    private func spatial(_ names: [String], _ counts: CountsFile) throws -> [MeasureRow] {
        var options = SpatialOptions()
        options.decay = decay
        options.centre = centre
        options.selfDistance = counts.geography.areas == nil ? .none : .rootOfArea
        options.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        return try counts.table.spatialMeasures(names, geography: counts.geography, options: options)
    }

    private func table(_ rows: [MeasureRow]) -> DataTable {
        let hasUnits = rows.contains { $0.unit != nil }
        let hasParameters = format == .csv || Self.differByParameters(rows)
        let optional = (hasUnits ? ["unit"] : []) + (hasParameters ? ["params"] : [])
        return DataTable(
            columns: ["index"] + optional
                + ["groups", "value", "lower", "upper", "by chance", "corrected", "note"],
            rows: rows.map { row in
                let estimate = row.estimate
                let numbers = [
                    estimate.value.number, estimate.interval?.lower, estimate.interval?.upper,
                    estimate.expectedUnderNoSegregation, estimate.corrected,
                ]
                return [.text(row.identifier)] + (hasUnits ? [.text(row.unit ?? "")] : [])
                    + (hasParameters ? [.text(Self.parameters(of: row))] : [])
                    + [.text(row.groups.map(\.rawValue).joined(separator: " | "))]
                    + numbers.map { $0.map { .number($0) } ?? .missing("") }
                    + [.text(MeasureDocument.note(estimate, language))]
            })
    }

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

    private var listing: DataTable {
        DataTable(
            columns: ["index", "symbol", "family", "lowest", "highest", "name", "paper"],
            rows: MeasureDefinition.complete.map { measure in
                [
                    .text(measure.identifier), .text(measure.symbol), .text(measure.family.rawValue),
                    measure.lowest.map { .number($0) } ?? .missing(""),
                    measure.highest.map { .number($0) } ?? .missing(""),
                    .text(language == .dutch ? measure.dutch : measure.english), .text(measure.paper),
                ]
            })
    }
}

extension MeasureSubject {
    /// Whether the measure belongs to single units.
    var isLocal: Bool { self == .unit || self == .groupInUnit }
}

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
            nobody segregates. With places come the spatial measures, with two tables the differences between them. The
            keys are the ids of the measures; --list explains them.

            EXAMPLES
              mengpaneel measure counts.csv
              mengpaneel measure counts.csv --groups low,middle,high --index H --index D-matrix --sentences
              mengpaneel measure counts.csv --format json > measures.json
              mengpaneel measure counts.csv --adjacency neighbours.csv --index D-adj-Morrill-vs-rest
              mengpaneel measure incomes.csv --groups q1,q2,q3,q4,q5 --ordered
              mengpaneel measure counts-2018.csv counts-2022.csv --index D-vs-rest
              mengpaneel measure published.csv --rounded 5 --suppressed 0-4
              mengpaneel measure shares.csv --percentages households
              mengpaneel measure persons.csv --group-column income --weight weight
              mengpaneel measure --list
            """)

    @Argument(help: "The table: CSV with a header row; comma, semicolon or tab. Two tables are compared.")
    var files: [String] = []

    @Option(parsing: .upToNextOption, help: "Only these measures (see --list).")
    var index: [String] = []

    @OptionGroup(title: "Reading the table")
    var reading: CountsOptions

    @OptionGroup(title: "Counts that are not exact")
    var imperfect: RangeOptions

    @OptionGroup(title: "Uncertainty")
    var uncertainty: UncertaintyOptions

    @OptionGroup(title: "Places")
    var places: PlaceOptions

    @Flag(
        help:
            "The groups are ordered classes, lowest first (incomes): also the ordinal and rank-order measures."
    )
    var ordered = false

    @Option(
        help: "The degree of the curve behind the rank-order index [default: 4, or what the classes allow].")
    var degree: Int?

    @Option(
        help:
            "The share of the population that was counted, for the correction of the rank-order index: 0 for a small sample, 1 for everyone."
    )
    var samplingFraction = 0.0

    @Option(help: "The scale of the units, such as buurt, to carry along.")
    var scale: String?

    @Option(help: "The year of the counts, to carry along; two with a comma between for two tables.")
    var year: String?

    @Flag(help: "Also the measures of every single unit.")
    var local = false

    @Flag(help: "Write one plain sentence per value.")
    var sentences = false

    @Flag(help: "List the measures with symbol, range and paper, and stop.")
    var list = false

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    @Option(help: "The language of names and reasons: nl or en.")
    var language = Language.english

    func validate() throws {
        if files.isEmpty, !list {
            throw ValidationError("Give a table of counts, or --list. See `mengpaneel help measure`.")
        }
        if files.count > 2 {
            throw ValidationError("Give one table, or two to compare; \(files.count) were given.")
        }
        if sentences, format != .table {
            throw ValidationError("--sentences writes text; the sentences are in CSV and JSON by themselves.")
        }
        if ordered, imperfect.isGiven {
            throw ValidationError(
                "--ordered needs counts as they are; measures of ordered groups have no bounds for rounded or withheld counts."
            )
        }
        if degree != nil || samplingFraction != 0, !ordered {
            throw ValidationError("--degree and --sampling-fraction go with --ordered.")
        }
        _ = try years
    }

    func run() async throws {
        if list { return MeasureTable.listing(language).write(as: format) }
        for name in index where MeasureDefinition.named(name) == nil {
            let meant = Suggestion.nearest(
                to: name, among: MeasureDefinition.complete.map(\.identifier))
            throw UserError(
                "There is no measure '\(name)'\(meant.map { "; did you mean '\($0)'?" } ?? ".") See `mengpaneel measure --list`."
            )
        }
        let tables = try files.map { try CountsFile(path: $0, options: reading, imperfect: imperfect) }
        for counts in tables where !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        if tables.count == 2 {
            try compare(tables[0], tables[1])
        } else if let counts = tables.first {
            let measuring = try measuring(counts)
            let rows = try measuring.rows(index)
            for remark in measuring.remarks(index) { Terminal.say(remark) }
            write(
                rows, counts,
                ChanceTests(try measuring.tests(index, draws: uncertainty.permutations ?? 0)))
        }
    }

    private var years: [Int] {
        get throws {
            guard let year else { return [] }
            let years = year.split(separator: ",").map { Int($0.trimmingCharacters(in: .whitespaces)) }
            guard years.count == max(1, files.count), years.allSatisfy({ $0 != nil }) else {
                throw ValidationError(
                    "--year: '\(year)' is not one year per table; give for instance 2022, or 2018,2022 with two tables."
                )
            }
            return years.compactMap(\.self)
        }
    }

    private func measuring(_ counts: CountsFile) throws -> Measuring {
        var measuring = Measuring(counts: counts, options: try uncertainty.options)
        measuring.options.scale = scale
        measuring.options.year = try years.first
        measuring.options.includesLocalMeasures =
            local || index.contains { MeasureDefinition.named($0)?.subject.isLocal == true }
        measuring.isOrdered = ordered
        measuring.degree = degree
        measuring.samplingFraction = samplingFraction
        places.set(&measuring)
        if let draws = uncertainty.spatialDraws { measuring.spatialDraws = draws }
        return measuring
    }

    private func write(_ rows: [MeasureRow], _ counts: CountsFile, _ tests: ChanceTests) {
        if format == .json {
            let text = MeasureDocument(rows: rows, tests: tests, counts: counts, language: language).json
            return Terminal.write(Data(text.utf8))
        }
        if sentences {
            let lines = rows.map { (language == .dutch ? $0.dutch : $0.english) + "\n" }
            return Terminal.write(Data(lines.joined().utf8))
        }
        MeasureTable(rows: rows, tests: tests, format: format, language: language).table.write(as: format)
    }

    private func compare(_ first: CountsFile, _ second: CountsFile) throws {
        guard !local, !ordered else {
            throw UserError(
                "Two tables are compared on aspatial measures of the whole; leave out --local and --ordered, or measure each by itself."
            )
        }
        let names = try years.map(String.init)
        var comparison = TableComparison(first: first, second: second, options: try uncertainty.options)
        let fileNames = files.map { ($0 as NSString).lastPathComponent }
        if names.count == 2 {
            comparison.names = names
        } else if Set(fileNames).count == 2 {
            comparison.names = fileNames
        }
        comparison.permutations = uncertainty.permutations ?? 999
        comparison.language = language
        try comparison.table(index).write(as: format)
    }
}

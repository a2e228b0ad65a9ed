import ArgumentParser
import Bilingual
import Foundation
import Segregation

/// `mengpaneel profile`: how segregation looks from near and from far.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "How segregation changes with scale: nearest persons, distances, or growing surroundings.",
        discussion: """
            Needs columns x and y, or a list of travel distances. By default the surroundings of every person grow to the
            nearest so many persons (egohoods) and segregation is measured over these. With --reaches they grow over
            distance (Reardon and others 2008), with intervals and the ratio of the largest to the smallest. With --around
            the surroundings of one unit grow over the whole town, with how much they still differ from it.

            EXAMPLES
              mengpaneel profile counts.csv --of low --sizes 200,800,3200
              mengpaneel profile counts.csv --reaches 0.5,1,2,4
              mengpaneel profile counts.csv --around BU05990320
              mengpaneel profile counts.csv --of low --distances walking.csv
            """)

    @Argument(help: "The table of counts, with columns x and y.")
    var file: String

    @Option(help: "The group [default: the first column of counts].")
    var of: String?

    @Option(help: "The numbers of nearest persons, with commas between.")
    var sizes = "200,800,3200,12800"

    @Option(
        help: "Distances that surroundings reach, in units of distance (kilometres), with commas between.")
    var reaches: String?

    @Option(help: "The unit whose surroundings grow over the town.")
    var around: String?

    @Option(help: "A file with travel distances in place of those as the crow flies: two ids and a distance.")
    var distances: String?

    @OptionGroup(title: "Reading the table")
    var reading: CountsOptions

    @OptionGroup(title: "Uncertainty (with --reaches)")
    var uncertainty: UncertaintyOptions

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func validate() throws {
        let chosen = [reaches, around, distances].compactMap(\.self)
        if chosen.count > 1 {
            throw ValidationError(
                "Give one of --reaches, --around and --distances: each is a profile of its own.")
        }
    }

    func run() async throws {
        let counts = try CountsFile(path: file, options: reading)
        if !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        try outcome(counts).write(as: format)
    }

    private func outcome(_ counts: CountsFile) throws -> DataTable {
        if let around { return try surroundings(of: around, counts) }
        if let reaches { return try environments(reaches, counts) }
        return try egohoods(counts)
    }

    private func surroundings(of unit: String, _ counts: CountsFile) throws -> DataTable {
        guard counts.table.unitIdentifiers.contains(unit) else {
            let meant = Suggestion.nearest(to: unit, among: counts.table.unitIdentifiers)
            throw UserError(
                "\(counts.fileName): there is no unit '\(unit)'\(meant.map { "; did you mean '\($0)'?" } ?? ".")"
            )
        }
        let steps = try counts.table.divergenceProfile(around: unit, geography: counts.geography)
        return DataTable(
            columns: ["unit", "distance", "persons", "divergence"],
            rows: steps.map {
                [.text($0.unit), .number($0.distance), .number($0.persons), .number($0.divergence)]
            })
    }

    private func environments(_ text: String, _ counts: CountsFile) throws -> DataTable {
        let reaches = try Self.numbers(text, option: "--reaches", example: "0.5,1,2,4", what: "distance")
        let options = try uncertainty.options
        let profile = try counts.table.environmentProfile(
            geography: counts.geography, reaches: reaches, threads: options.threads, intervals: options)
        let rows: [(String, String, Estimate)] =
            profile.scales.flatMap { scale in
                [
                    ("\(scale.reach)", "H", scale.informationTheoryIndex),
                    ("\(scale.reach)", "R", scale.relativeDiversity),
                    ("\(scale.reach)", "D", scale.dissimilarity),
                ]
            } + [("largest / smallest", "H ratio", profile.macroMicroRatio)]
        return DataTable(
            columns: ["reach", "index", "value", "lower", "upper", "bias", "note"],
            rows: rows.map { reach, index, estimate in
                [.text(reach), .text(index)]
                    + [
                        estimate.value.number, estimate.interval?.lower, estimate.interval?.upper,
                        estimate.bias,
                    ].map { $0.map { .number($0) } ?? .missing("") }
                    + [.text(MeasureDocument.note(estimate, .english))]
            })
    }

    private func egohoods(_ counts: CountsFile) throws -> DataTable {
        let wanted = try Self.numbers(
            sizes, option: "--sizes", example: "200,800,3200", what: "number of persons")
        let group = of.map { Group(rawValue: $0) } ?? counts.table.groups[0]
        let scales =
            try distances.map {
                try counts.table.egohoodProfile(
                    of: group, sizes: wanted, over: TravelDistances(path: $0, counts))
            } ?? counts.table.egohoodProfile(of: group, sizes: wanted, geography: counts.geography)
        guard !scales.isEmpty else {
            throw UserError("\(counts.fileName): '\(group)' has no members, or nobody else lives there.")
        }
        return DataTable(
            columns: ["nearest persons", "D", "H", "Gini", "isolation", "interaction", "eta2"],
            rows: scales.map { scale in
                [
                    .text(scale.size.map { "\(Int($0))" } ?? "own unit"), .number(scale.dissimilarity),
                    .number(scale.informationTheoryIndex), .number(scale.gini), .number(scale.isolation),
                    .number(scale.interaction), .number(scale.correlationRatio),
                ]
            })
    }

    private static func numbers(
        _ text: String, option: String, example: String, what: String
    ) throws -> [Double] {
        try text.split(separator: ",").map { text in
            guard let number = Double(text.trimmingCharacters(in: .whitespaces)), number > 0, number < 1e12
            else {
                throw UserError("\(option): '\(text)' is no \(what); give for instance \(example).")
            }
            return number
        }
    }
}

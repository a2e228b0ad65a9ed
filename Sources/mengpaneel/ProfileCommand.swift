import ArgumentParser
import Segregation

/// `mengpaneel profile`: how segregation looks from near and from far.
struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "How segregation changes with scale: nearest persons, or growing surroundings.",
        discussion: """
            Needs columns x and y. Without --around, the surroundings of every person grow to the nearest so many
            persons (egohoods) and segregation is measured over these. With --around, the surroundings of one unit grow
            over the whole town, with how much they still differ from it.

            EXAMPLES
              mengpaneel profile counts.csv --of low --sizes 200,800,3200
              mengpaneel profile counts.csv --around BU05990320
            """)

    @Argument(help: "The table of counts, with columns x and y.")
    var file: String

    @Option(help: "The group [default: the first column of counts].")
    var of: String?

    @Option(help: "The numbers of nearest persons, with commas between.")
    var sizes = "200,800,3200,12800"

    @Option(help: "The unit whose surroundings grow over the town.")
    var around: String?

    @Option(help: "The column with the unit's id.")
    var id: String?

    @Option(help: "The columns with counts, with commas between [default: every other column].")
    var groups: String?

    @Option(
        help: "How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.")
    var distanceUnit = 1000.0

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func run() async throws {
        let counts = try CountsFile(path: file, id: id, groups: groups, distanceUnit: distanceUnit)
        if !counts.leftOut.isEmpty { Terminal.say(counts.remark) }
        let outcome = try around.map { try surroundings(of: $0, counts) } ?? egohoods(counts)
        outcome.write(as: format)
    }

    private func surroundings(of unit: String, _ counts: CountsFile) throws -> DataTable {
        let steps = try counts.table.divergenceProfile(around: unit, geography: counts.geography)
        return DataTable(
            columns: ["unit", "distance", "persons", "divergence"],
            rows: steps.map {
                [.text($0.unit), .number($0.distance), .number($0.persons), .number($0.divergence)]
            })
    }

    private func egohoods(_ counts: CountsFile) throws -> DataTable {
        let wanted = try sizes.split(separator: ",").map { text -> Double in
            guard let size = Double(text), size > 0, size < 1e12 else {
                throw UserError("--sizes: '\(text)' is no number of persons; give for instance 200,800,3200.")
            }
            return size
        }
        let group = of.map { Group(rawValue: $0) } ?? counts.table.groups[0]
        let scales = try counts.table.egohoodProfile(of: group, sizes: wanted, geography: counts.geography)
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
}

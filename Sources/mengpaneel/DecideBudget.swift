import ArgumentParser
import GroupDecision

extension DecideCommand {
    /// `mengpaneel decide budget`.
    struct Budget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "budget", abstract: "Projects under a budget: what each rule would fund.",
            discussion: """
                Approvals as for decide approval; costs are a table with columns project and cost, whole numbers in the
                unit of the budget.

                EXAMPLES
                  mengpaneel decide budget approvals.csv --costs costs.csv --budget 50
                """)

        @Argument(help: "CSV: a row for each person, a column for each project, 1 or 0.")
        var file: String

        @Option(help: "CSV with columns project and cost.")
        var costs: String

        @Option(help: "The budget, in the unit of the costs.")
        var budget: Int

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let table = try PlainTable(path: file)
            let prices = try PlainTable(path: costs).costs(of: table.header)
            let instance = try DecideCommand.explained(file) {
                try BudgetInstance(
                    names: table.header, costs: prices, budget: budget, profile: try table.approvals())
            }
            var rows: [[Cell]] = []
            for method in BudgetMethod.allCases {
                for satisfaction in BudgetInstance.Satisfaction.allCases {
                    let head: [Cell] = [.text(method.rawValue), .text(satisfaction.rawValue)]
                    do {
                        let view = try instance.view(by: method, satisfaction)
                        for funded in view.tied.prefix(20) {
                            let names = funded.map { table.header[$0] }.joined(separator: ", ")
                            rows.append(
                                head + [
                                    .text(names), .integer(view.tied.count),
                                    .integer(budget - instance.cost(of: funded)),
                                ])
                        }
                    } catch GroupDecisionError.notComputed {
                        rows.append(head + [.missing("takes too long"), .missing(""), .missing("")])
                    } catch let error as GroupDecisionError {
                        throw UserError("\(file): \(error)")
                    }
                }
            }
            DataTable(columns: ["rule", "satisfaction", "funded", "tied_sets", "unspent"], rows: rows).write(
                as: format)
        }
    }

    /// `mengpaneel decide criteria`.
    struct Criteria: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "criteria",
            abstract: "Alternatives on several criteria: what weights and methods make of them.",
            discussion: """
                A row for each alternative with its name first, a column for each criterion. Criteria of which less is
                better are named with --against. A row named "weights" gives weights; left out, all weigh the same.
                "at_the_top" is the share of all possible weights at which an alternative comes first: no weights need
                to be agreed on for that.

                EXAMPLES
                  mengpaneel decide criteria table.csv --against cost displaced
                """)

        @Argument(help: "CSV: a row for each alternative, a column for each criterion.")
        var file: String

        @Option(parsing: .upToNextOption, help: "The criteria of which less is better.")
        var against: [String] = []

        @Option(help: "The seed of the weights that are drawn.")
        var seed: UInt64 = 1

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let table = try PlainTable(path: file)
            guard table.header.count > 1 else {
                throw UserError(
                    "\(table.fileName): found one column; names and at least one criterion are expected.")
            }
            let criteria = Array(table.header.dropFirst())
            for name in against where !criteria.contains(name) {
                let meant =
                    Suggestion.nearest(to: name, among: criteria).map { "; did you mean '\($0)'?" } ?? "."
                throw UserError("--against: there is no criterion '\(name)'\(meant)")
            }
            let rows = table.rows.indices.filter { table.rows[$0][0].lowercased() != "weights" }
            let weights = try table.rows.indices.first { table.rows[$0][0].lowercased() == "weights" }.map {
                try table.numbers(row: $0)
            }
            let values = try rows.map { try table.numbers(row: $0) }
            let names = rows.map { table.rows[$0][0] }
            let (columns, smaa) = try DecideCommand.explained(file) {
                let instance = try CriteriaTable(
                    values: values, weights: weights,
                    directions: criteria.map { against.contains($0) ? .cost : .benefit })
                let views: [(String, CriteriaView)] = [
                    ("weighted_sum", try instance.weightedSum(.minMax)),
                    ("topsis", try instance.topsis(.vector)), ("vikor", try instance.vikor()),
                    (
                        "promethee",
                        try instance.promethee(Array(repeating: .usual, count: criteria.count))
                    ),
                ]
                return (views, try StochasticAcceptability(instance, seed: seed))
            }
            DataTable(
                columns: ["alternative"] + columns.map(\.0) + ["at_the_top", "at_the_bottom"],
                rows: names.indices.map { place in
                    [.text(names[place])] + columns.map { .number($0.1.scores[place]) }
                        + [
                            .number(smaa.rankAcceptability[place].first ?? 0),
                            .number(smaa.rankAcceptability[place].last ?? 0),
                        ]
                }
            ).write(as: format)
            Terminal.say(
                "In vikor lower is better; in the others higher. at_the_top comes from 100,000 draws of weights: right to 0.004. None of these is the outcome."
            )
        }
    }
}

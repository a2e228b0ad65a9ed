import ArgumentParser
import Foundation
import GroupDecision
import Perspectives

extension DecideCommand {
    /// `mengpaneel decide portfolio`.
    struct Portfolio: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "portfolio",
            abstract: "Participatory value evaluation: what choices within a budget say of the projects.",
            discussion: """
                A row for each person, a column for each project, 1 or 0: the projects that the person takes within the
                budget. Projects are a table with columns project and cost; its other columns are attributes, such as
                homes or residents who must leave. Then the weights of the attributes are estimated, otherwise a constant
                for each project. No set of projects is called the best one: the shares stand beside the estimates.

                EXAMPLES
                  mengpaneel decide portfolio choices.csv --projects projects.csv --budget 118
                """)

        @Argument(help: "CSV: a row for each person, a column for each project, 1 or 0.")
        var file: String

        @Option(help: "CSV with columns project and cost, and the attributes.")
        var projects: String

        @Option(help: "The budget, in the unit of the costs.")
        var budget: Double

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let table = try PlainTable(path: file)
            let (costs, attributes, names) = try PlainTable(path: projects).attributes(of: table.header)
            let approvals = try DecideCommand.explained(file) { try table.approvals() }
            let chosen = approvals.approvals.map { row in
                table.header.indices.map { row.contains($0) }
            }
            let (choices, logit) = try DecideCommand.explained(file) {
                let choices = try PortfolioChoices(
                    PortfolioSet(costs: costs, budget: budget), chosen: chosen)
                return (
                    choices,
                    try PortfolioLogit(
                        choices, model: names.isEmpty ? .projectConstants : .attributes(attributes))
                )
            }
            var rows: [[Cell]] = table.header.indices.map { place in
                let count = chosen.count { $0[place] }
                let share = VoteShare(count, of: chosen.count)
                return [
                    .text("share"), .text(table.header[place]), .number(choices.shareChoosing[place]),
                    .number(share.low), .number(share.high),
                ]
            }
            let labels = (names.isEmpty ? table.header : names) + ["unspent"]
            for (place, label) in labels.enumerated() {
                let head: [Cell] = [
                    .text(names.isEmpty ? "constant" : "weight"), .text(label),
                    .number(logit.estimates[place]),
                ]
                guard !logit.aliased.contains(place), let error = logit.standardErrors[place] else {
                    rows.append(head + [.missing("not identified"), .missing("not identified")])
                    continue
                }
                let reach = 1.959963984540054 * error
                rows.append(
                    head + [
                        .number(logit.estimates[place] - reach), .number(logit.estimates[place] + reach),
                    ])
            }
            DataTable(columns: ["what", "name", "value", "low", "high"], rows: rows).write(as: format)
            Terminal.say(
                "\(chosen.count) people, \(choices.feasible.portfolios.count) portfolios within the budget, log-likelihood \(String(format: "%.3f", logit.logLikelihood)) (all alike: \(String(format: "%.3f", logit.nullLogLikelihood))). Intervals are 95%."
            )
        }
    }
}

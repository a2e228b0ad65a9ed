import ArgumentParser
import Foundation
import GroupDecision

/// `mengpaneel decide`: what different rules make of the same ballots.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "What different rules make of the same ballots, and how close it was.",
        discussion: """
            Rules are views on disagreement: all are shown, with ties and distances, and none is the outcome.

            EXAMPLES
              mengpaneel decide ranked ballots.csv
              mengpaneel decide grades grades.csv
              mengpaneel decide approval approvals.csv --pick 4
              mengpaneel decide budget approvals.csv --costs costs.csv --budget 50
              mengpaneel decide portfolio choices.csv --projects projects.csv --budget 118
              mengpaneel decide criteria table.csv --against cost displaced
            """,
        subcommands: [
            Ranked.self, Grades.self, Approval.self, Budget.self, Portfolio.self, Criteria.self,
        ])

    /// Runs the sums of a subcommand; what they refuse is said in one line with the name of the file.
    static func explained<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as GroupDecisionError {
            throw UserError("\(file): \(error)")
        }
    }

    /// `mengpaneel decide ranked`.
    struct Ranked: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ranked",
            abstract: "Orders of preference: who stands at the top by each rule.",
            discussion: """
                A line for each ballot: alternatives from best to worst, A > B = C. With a column "count" a line stands
                for several people. Alternatives that a ballot does not name come last, together.

                EXAMPLES
                  mengpaneel decide ranked ballots.csv
                  mengpaneel decide ranked ballots.csv --format json
                """)

        @Argument(help: "CSV with a column ballot, and count where lines stand for several people.")
        var file: String

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let ballots = try RankedBallots(PlainTable(path: file))
            let outcome = try DecideCommand.explained(file) { MethodDisagreement(try ballots.profile()) }
            let rows = outcome.views.map { view -> [Cell] in
                [
                    .text(view.method.rawValue), .text(ballots.names(view.tied)),
                    view.gap.map { .number($0) } ?? .missing(""),
                ]
            }
            let left = outcome.notComputed.map {
                [.text($0.rawValue), .text(""), .missing("takes too long")] as [Cell]
            }
            DataTable(columns: ["rule", "at_the_top", "ahead_by"], rows: rows + left).write(as: format)
        }
    }

    /// `mengpaneel decide grades`.
    struct Grades: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "grades", abstract: "Grades: majority judgment, totals and STAR.",
            discussion: """
                A row for each person, a column for each alternative, whole numbers, higher is better.

                EXAMPLES
                  mengpaneel decide grades grades.csv
                """)

        @Argument(help: "CSV: a row for each person, a column for each alternative.")
        var file: String

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let table = try PlainTable(path: file)
            let grades = try table.grades()
            let (profile, star) = try DecideCommand.explained(file) {
                let profile = try GradeProfile(grades: grades)
                return (profile, try? StarVote(profile))
            }
            let judgment = MajorityJudgment(profile)
            DataTable(
                columns: ["alternative", "median", "above", "below", "total", "majority_judgment", "star"],
                rows: table.header.indices.map { option in
                    let gauge = judgment.gauges[option]
                    return [
                        .text(table.header[option]), .integer(gauge.median), .integer(gauge.above),
                        .integer(gauge.below), .integer(profile.totals[option]),
                        .text(judgment.tiers.first?.contains(option) == true ? "top" : ""),
                        .text(star?.tied.contains(option) == true ? "top" : ""),
                    ]
                }
            ).write(as: format)
        }
    }

    /// `mengpaneel decide approval`.
    struct Approval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "approval", abstract: "Approvals: which few serve all views, by each rule.",
            discussion: """
                A row for each person, a column for each candidate: 1 approved, 0 not. Rules that share seats
                proportionally (pav, equal-shares) give each view its part; av gives all to the largest.

                EXAMPLES
                  mengpaneel decide approval approvals.csv --pick 4
                """)

        @Argument(help: "CSV: a row for each person, a column for each candidate, 1 or 0.")
        var file: String

        @Option(help: "How many to pick.")
        var pick = 4

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let table = try PlainTable(path: file)
            let profile = try DecideCommand.explained(file) { try table.approvals() }
            var rows: [[Cell]] = []
            for method in CommitteeMethod.allCases {
                let view: CommitteeView
                do {
                    view = try profile.committees(of: pick, by: method)
                } catch GroupDecisionError.notComputed {
                    rows.append([.text(method.rawValue), .text(""), .missing("takes too long"), .missing("")])
                    continue
                } catch let error as GroupDecisionError {
                    throw UserError("\(file): \(error)")
                }
                for committee in view.tied.prefix(20) {
                    // How many people have none of their candidates in it.
                    let without = profile.representation(by: committee).count { $0 == 0 }
                    rows.append([
                        .text(method.rawValue),
                        .text(committee.map { table.header[$0] }.joined(separator: ", ")),
                        .integer(view.tied.count), .integer(without),
                    ])
                }
            }
            DataTable(columns: ["rule", "picked", "tied_sets", "people_without"], rows: rows).write(
                as: format)
        }
    }
}

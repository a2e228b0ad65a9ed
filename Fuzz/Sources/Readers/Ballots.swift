internal import GroupDecision
internal import Harness

@testable import CommandLineReaders

extension FuzzTarget {
    /// Ballots as `decide` reads them: orders, grades, approvals, budgets, choices within a budget, criteria.
    static let ballots = FuzzTarget("ballots") { input in
        var input = input
        let form = input.choice(6)
        let (file, beside) = (Scratch("ballots.csv"), Scratch("projects.csv"))
        let parts = input.parts
        file.write(form < 3 || form == 5 ? input.bytes : parts.first ?? [])
        beside.write(parts.count > 1 ? parts[1] : [])
        guard let table = refusable({ try PlainTable(path: file.path) }) else { return }
        switch form {
        case 0: ranked(table)
        case 1: graded(table)
        case 2: approved(table)
        case 3: budgeted(table, beside)
        case 4: chosen(table, beside)
        default: weighed(table)
        }
    }

    private static func ranked(_ table: PlainTable) {
        guard let ballots = refusable({ try RankedBallots(table) }),
            let profile = refusable({ try ballots.profile() })
        else { return }
        for view in MethodDisagreement(profile).views {
            promise(!view.tied.isEmpty, "\(view.method) names somebody")
            promise(!ballots.names(view.tied).isEmpty, "who is at the top has a name")
        }
    }

    private static func graded(_ table: PlainTable) {
        guard let profile = refusable({ try GradeProfile(grades: table.grades()) }) else { return }
        let judged = MajorityJudgment(profile).tiers.flatMap(\.self).sorted()
        promise(judged == Array(0..<profile.optionCount), "every alternative is judged once")
        _ = profile.totals
        _ = refusable { try StarVote(profile) }
    }

    private static func approved(_ table: PlainTable) {
        guard let profile = refusable({ try table.approvals() }) else { return }
        for method in CommitteeMethod.allCases {
            let view = refusable { try profile.committees(of: min(2, profile.candidateCount), by: method) }
            promise(view.map { !$0.tied.isEmpty } ?? true, "\(method) picks somebody")
        }
    }

    private static func budgeted(_ table: PlainTable, _ projects: Scratch) {
        let instance = refusable {
            try BudgetInstance(
                names: table.header, costs: PlainTable(path: projects.path).costs(of: table.header),
                budget: 100, profile: table.approvals())
        }
        guard let instance else { return }
        for method in BudgetMethod.allCases {
            let view = refusable { try instance.view(by: method, .cost) }
            promise(
                view.map { $0.tied.allSatisfy { instance.cost(of: $0) <= 100 } } ?? true,
                "\(method) stays within the budget")
        }
    }

    private static func chosen(_ table: PlainTable, _ projects: Scratch) {
        _ = refusable {
            let (costs, attributes, names) = try PlainTable(path: projects.path).attributes(of: table.header)
            let approvals = try table.approvals().approvals
            guard approvals.count <= 20, table.header.count <= 8 else { return }
            let choices = try PortfolioChoices(
                PortfolioSet(costs: costs, budget: 100),
                chosen: approvals.map { row in table.header.indices.map { row.contains($0) } })
            _ = try PortfolioLogit(
                choices, model: names.isEmpty ? .projectConstants : .attributes(attributes))
        }
    }

    private static func weighed(_ table: PlainTable) {
        _ = refusable {
            let values = try table.rows.indices.map { try table.numbers(row: $0) }
            let criteria = try CriteriaTable(
                values: values, directions: table.header.dropFirst().map { _ in .benefit })
            _ = try criteria.weightedSum(.minMax)
            _ = try criteria.topsis(.vector)
            _ = try criteria.vikor()
            _ = try criteria.promethee(Array(repeating: .usual, count: table.header.count - 1))
        }
    }
}

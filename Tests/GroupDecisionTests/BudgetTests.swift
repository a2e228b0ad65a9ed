import GroupDecision
import Stochastics
import Testing

@Suite struct BudgetTests {
    func instance(_ case_: UInt32, projects: Int = 9, voters: Int = 14) throws -> BudgetInstance {
        var groups = RandomGroups(case_)
        let profile = try ApprovalProfile(
            candidateCount: projects, approvals: groups.approvals(candidates: projects, voters: voters))
        let costs = (0..<projects).map { _ in 5 + Int(groups.stream.integer(below: 40)) }
        return try BudgetInstance(
            names: (0..<projects).map { "p\($0)" }, costs: costs, budget: 90, profile: profile)
    }

    @Test func theBudgetIsNeverExceeded() throws {
        for case_ in 1000..<1040 as Range<UInt32> {
            let instance = try instance(case_)
            for method in BudgetMethod.allCases {
                for satisfaction in BudgetInstance.Satisfaction.allCases {
                    let view = try instance.view(by: method, satisfaction)
                    #expect(view.tied.allSatisfy { instance.cost(of: $0) <= instance.budget })
                    #expect(view.tied.contains(view.firstByName))
                    #expect(view.unspent == instance.budget - instance.cost(of: view.firstByName))
                }
            }
        }
    }

    @Test func theExactMaximumAgreesWithTryingAll() throws {
        for case_ in 1100..<1130 as Range<UInt32> {
            let instance = try instance(case_)
            for satisfaction in BudgetInstance.Satisfaction.allCases {
                let worth = instance.totalSatisfaction(satisfaction)
                let lists = (0..<512).map { set in (0..<9).filter { set & 1 << $0 != 0 && worth[$0] > 0 } }
                    .filter { instance.cost(of: $0) <= instance.budget }
                let totals = lists.map { $0.reduce(0) { $0 + worth[$1] } }
                let best = Set(zip(lists, totals).filter { $0.1 == totals.max() }.map(\.0))
                let view = try instance.view(by: .maximum, satisfaction)
                #expect(Set(view.tied) == best)
                #expect(view.totalSatisfaction == totals.max())
                #expect(
                    instance.satisfaction(satisfaction, from: view.firstByName).reduce(0, +)
                        == view.totalSatisfaction)
            }
        }
    }

    @Test func renamingProjectsRenamesEveryTiedList() throws {
        for case_ in 1250..<1270 as Range<UInt32> {
            let instance = try instance(case_, projects: 6)
            var groups = RandomGroups(case_ + 5000)
            let names = groups.order(6)
            var costs = instance.costs
            for (project, name) in names.enumerated() { costs[name] = instance.costs[project] }
            let renamed = try BudgetInstance(
                names: instance.names, costs: costs, budget: instance.budget,
                profile: ApprovalProfile(
                    candidateCount: 6, approvals: instance.profile.approvals.map { $0.map { names[$0] } }))
            for method in BudgetMethod.allCases {
                for satisfaction in BudgetInstance.Satisfaction.allCases {
                    let expected = try instance.view(by: method, satisfaction).tied.map {
                        $0.map { names[$0] }.sorted()
                    }
                    #expect(Set(try renamed.view(by: method, satisfaction).tied) == Set(expected))
                }
            }
        }
    }

    @Test func nobodyPaysMoreThanAnEqualShareInEqualShares() throws {
        for case_ in 1200..<1220 as Range<UInt32> {
            let instance = try instance(case_)
            let bought = try instance.view(by: .equalShares, .cardinality).firstByName
            // Each project is paid by its supporters only, so it costs at most their shares together.
            for project in bought {
                let supporters = instance.profile.approvalCounts[project]
                #expect(instance.costs[project] * instance.profile.voterCount <= instance.budget * supporters)
            }
        }
    }

    @Test func largeCostsStayExactAndTiesGoToTheFirstName() throws {
        let profile = try ApprovalProfile(candidateCount: 3, approvals: [[0, 1], [1, 2], [0, 2]])
        let costs = [1_000_003, 1_000_003, 1_000_003]
        let instance = try BudgetInstance(
            names: ["c", "b", "a"], costs: costs, budget: 3_000_008, profile: profile)
        let view = try instance.view(by: .equalShares, .cost)
        // Two people pay for the first project half each; what they have left pays for a second one only
        // together with the third person, and nothing is left for the last.
        #expect(view.tied == [[0, 1], [0, 2], [1, 2]])
        #expect(view.firstByName == [1, 2])
        #expect(view.isExact)
    }

    @Test func unusableInstancesAreRefused() throws {
        let profile = try ApprovalProfile(candidateCount: 2, approvals: [[0], [1]])
        #expect(throws: GroupDecisionError.budgetBelowEveryCost(budget: 4, cheapest: 5)) {
            try BudgetInstance(names: ["a", "b"], costs: [5, 9], budget: 4, profile: profile)
        }
        #expect(throws: GroupDecisionError.self) {
            try BudgetInstance(names: ["a", "b"], costs: [0, 9], budget: 4, profile: profile)
        }
        #expect(throws: GroupDecisionError.wrongLength(what: "the list of costs", found: 1, expected: 2)) {
            try BudgetInstance(names: ["a", "b"], costs: [5], budget: 9, profile: profile)
        }
    }
}

import GroupDecision
import Stochastics
import Testing

@Suite struct PortfolioTests {
    /// Choices drawn from a logit with known parameters.
    func simulated(people: Int, beta: [Double], _ case_: UInt32) throws -> (PortfolioChoices, [[Double]]) {
        var groups = RandomGroups(case_)
        let attributes = (0..<6).map { _ in [4 * groups.stream.unit(), 2 * groups.stream.unit() - 1] }
        let set = try PortfolioSet(
            costs: [4, 5, 3, 6, 2, 4], budget: 12,
            constraints: [PortfolioConstraint(amounts: [1, 1, 1, 1, 1, 1], atMost: 4)])
        // The largest utility with Gumbel noise is a draw from the logit.
        let chosen = (0..<people).map { _ in
            var best = -Double.infinity
            var choice: [Bool] = []
            for portfolio in set.portfolios {
                var utility = beta[2] * set.unspent(portfolio) + groups.gumbel()
                for (project, isIn) in portfolio.enumerated() where isIn {
                    utility += beta[0] * attributes[project][0] + beta[1] * attributes[project][1]
                }
                if utility > best { (best, choice) = (utility, portfolio) }
            }
            return choice
        }
        return (try PortfolioChoices(set, chosen: chosen), attributes)
    }

    @Test func everyPortfolioKeepsEveryConstraint() throws {
        let land = PortfolioConstraint(amounts: [2, 1, 4, 3, 2], atMost: 6)
        let gain = PortfolioConstraint(amounts: [3, -1, 5, 2, 0], atLeast: 2)
        let set = try PortfolioSet(costs: [3, 2, 4, 5, 1], budget: 8, constraints: [land, gain])
        func sum(_ amounts: [Double], _ portfolio: [Bool]) -> Double {
            zip(amounts, portfolio).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
        }
        let all = (0..<32).map { bits in (0..<5).map { bits & 16 >> $0 != 0 } }
        let feasible = all.filter {
            sum(set.costs, $0) <= 8 && sum(land.amounts, $0) <= 6 && sum(gain.amounts, $0) >= 2
        }
        #expect(set.portfolios == feasible)
        #expect(!feasible.isEmpty)
    }

    @Test func theModelRecoversItsParameters() throws {
        let truth = [0.5, -0.8, 0.1]
        let (choices, attributes) = try simulated(people: 3000, beta: truth, 1700)
        let logit = try PortfolioLogit(choices, model: .attributes(attributes))
        #expect(logit.aliased.isEmpty)
        for (place, value) in truth.enumerated() {
            let error = try #require(logit.standardErrors[place])
            #expect(abs(logit.estimates[place] - value) < 4 * error)
        }
        #expect(logit.logLikelihood > logit.nullLogLikelihood)
        #expect(abs(logit.probabilities.reduce(0, +) - 1) < 1e-12)
        #expect(logit.largestGradient < 1e-8)
    }

    @Test func constantsReproduceTheSharesThatChoseEachProject() throws {
        let (choices, _) = try simulated(people: 400, beta: [0.3, 0.4, 0], 1800)
        let logit = try PortfolioLogit(choices, model: .projectConstants)
        #expect(logit.aliased == [6])
        #expect(logit.estimates.last == 0)
        #expect(logit.standardErrors.last == .some(nil))
        for project in 0..<6 {
            let expected = zip(choices.feasible.portfolios, logit.probabilities).reduce(0) {
                $1.0[project] ? $0 + $1.1 : $0
            }
            #expect(abs(expected - choices.shareChoosing[project]) < 1e-9)
        }
        #expect(!logit.highestUtility.isEmpty)
        #expect((logit.gap ?? 1) > 0)
    }

    @Test func aProjectEverybodyTakesHasNoFiniteEstimate() throws {
        let set = try PortfolioSet(costs: [1, 1, 1], budget: 2)
        let choices = try PortfolioChoices(
            set, chosen: [[true, false, false], [true, true, false], [true, false, true]])
        #expect(throws: GroupDecisionError.self) { try PortfolioLogit(choices, model: .projectConstants) }
    }

    @Test func unusablePortfoliosAreRefused() throws {
        #expect(throws: GroupDecisionError.budgetBelowEveryCost(budget: 1, cheapest: 2)) {
            try PortfolioSet(costs: [2, 3], budget: 1)
        }
        let set = try PortfolioSet(costs: [2, 3], budget: 4)
        #expect(throws: GroupDecisionError.infeasibleChoice(choice: 1)) {
            try PortfolioChoices(set, chosen: [[true, false], [true, true]])
        }
        #expect(throws: GroupDecisionError.empty(what: "chosen portfolios")) {
            try PortfolioChoices(set, chosen: [])
        }
        #expect(throws: GroupDecisionError.self) {
            try PortfolioSet(
                costs: [2, 3], budget: 4, constraints: [PortfolioConstraint(amounts: [1, 1], atLeast: 3)])
        }
    }
}

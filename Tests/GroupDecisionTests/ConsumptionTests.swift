import Foundation
import GroupDecision
import Stochastics
import Testing

@Suite struct ConsumptionTests {
    func simulated(_ model: ConsumptionModel, at truth: [Double], people: Int, _ case_: UInt32) throws
        -> [ConsumptionChoice]
    {
        var groups = RandomGroups(case_)
        let prices = (0..<people).map { _ in (0..<model.projectCount).map { _ in 0.5 + groups.stream.unit() }
        }
        let budgets = (0..<people).map { _ in 5 + 10 * groups.stream.unit() }
        return try model.simulated(at: truth, prices: prices, budgets: budgets, seed: 5)
    }

    @Test func theGradientAgreesWithFiniteDifferences() throws {
        let model = try ConsumptionModel(attributes: [[1, 0.2], [0.4, -1], [-0.3, 0.7]])
        let choices = try simulated(model, at: [0.3, -0.2, 0.5, -0.4, 0.1], people: 12, 1900)
        let point = [0.1, 0.4, -0.2, 0.3, 0.6]
        let gradient = try model.gradient(choices, at: point)
        for place in point.indices {
            var (up, down) = (point, point)
            up[place] += 1e-5
            down[place] -= 1e-5
            let slope =
                (try model.logLikelihood(choices, at: up) - model.logLikelihood(choices, at: down)) / 2e-5
            #expect(abs(gradient[place] - slope) < 1e-6 * max(1, abs(slope)))
        }
    }

    @Test func theDensityOfTwoProjectsIntegratesToOne() throws {
        let model = try ConsumptionModel(projectConstants: 2)
        let prices = [0.8, 1.6]
        let budget = 4.0
        func density(_ first: Double, _ second: Double) throws -> Double {
            let choice = ConsumptionChoice(quantities: [first, second], prices: prices, budget: budget)
            return exp(try model.logLikelihood([choice], at: [0.3, 0.8, -0.2, 0.4]))
        }
        // A point mass where nothing is bought, a line for each project alone and an area for both; midpoint
        // rule.
        let steps = 120
        var total = try density(0, 0)
        for step in 0..<steps {
            let share = (Double(step) + 0.5) / Double(steps)
            let first = share * budget / prices[0]
            total += try density(first, 0) * budget / prices[0] / Double(steps)
            total += try density(0, share * budget / prices[1]) * budget / prices[1] / Double(steps)
            // What the first project leaves bounds the second.
            let room = (1 - share) * budget / prices[1]
            for other in 0..<steps {
                let second = (Double(other) + 0.5) / Double(steps) * room
                total += try density(first, second) * room * budget / prices[0] / Double(steps * steps)
            }
        }
        #expect(abs(total - 1) < 1e-3)
    }

    @Test func simulatedChoicesGiveBackTheirParameters() throws {
        let model = try ConsumptionModel(projectConstants: 3)
        let truth = [0.2, -0.5, 0.6, 0.3, -0.3, 0.0]
        let choices = try simulated(model, at: truth, people: 2500, 2000)
        let estimate = try ConsumptionEstimate(model, choices)
        for project in 0..<3 {
            #expect(abs(estimate.beta[project] - truth[project]) < 4 * estimate.betaErrors[project])
            #expect(
                abs(log(estimate.gamma[project]) - truth[3 + project]) < 4 * estimate.logGammaErrors[project])
            #expect(estimate.betaErrors[project] < 0.1)
        }
        #expect(estimate.logLikelihood > estimate.startLogLikelihood)
        #expect(estimate.largestGradient < 1e-3)
    }

    @Test func simulatedChoicesSpendWithinTheBudgetAndLeaveSomeProjectsOut() throws {
        let model = try ConsumptionModel(projectConstants: 4)
        let choices = try simulated(model, at: [0, 1, -1, 0.5, 0, 0.5, -0.5, 1], people: 200, 2100)
        #expect(choices.allSatisfy { $0.outside > 0 && $0.quantities.allSatisfy { $0 >= 0 } })
        #expect(choices.contains { $0.quantities.contains(0) })
        #expect(choices.contains { $0.quantities.filter { $0 > 0 }.count > 1 })
    }

    @Test func unusableConsumptionIsRefused() throws {
        let model = try ConsumptionModel(projectConstants: 2)
        let zeros = [0.0, 0, 0, 0]
        #expect(throws: GroupDecisionError.empty(what: "choices")) { try model.logLikelihood([], at: zeros) }
        let overspent = ConsumptionChoice(quantities: [3, 3], prices: [1, 1], budget: 5)
        #expect(throws: GroupDecisionError.self) { try model.logLikelihood([overspent], at: zeros) }
        let idle = ConsumptionChoice(quantities: [1, 0], prices: [1, 1], budget: 5)
        #expect(throws: GroupDecisionError.self) { try ConsumptionEstimate(model, [idle, idle]) }
        #expect(throws: GroupDecisionError.self) { try ConsumptionModel(attributes: [[1], [1, 2]]) }
    }
}

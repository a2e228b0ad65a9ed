import ExperimentDesign
import Stochastics
import Testing

@Suite struct RobustnessTests {
    private let more = Objective("mixing", .higherIsBetter)
    private let less = Objective("cost", .lowerIsBetter)

    static func drawn(_ count: Int, seed: UInt64) -> [Double] {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        return (0..<count).map { _ in (stream.unit() * 20).rounded() / 20 }
    }

    @Test func regretIsTheDistanceToTheBestOfEachScenario() throws {
        let mixing = try ScenarioOutcomes(more, scenarios: 3, values: [5, 1, 4, 3, 3, 3])
        let regrets = mixing.regrets()
        #expect(regrets.map(\.perScenario) == [[0, 2, 0], [2, 0, 1]])
        #expect(regrets.map(\.largest) == [2, 2] && regrets.map(\.worstScenario) == [1, 0])
        #expect(near(regrets[0].percentile90, 1.6) && near(regrets[1].percentile90, 1.8))
        let cost = try ScenarioOutcomes(less, scenarios: 3, values: [5, 1, 4, 3, 3, 3])
        #expect(cost.regrets().map(\.perScenario) == [[2, 0, 1], [0, 2, 0]])
    }

    @Test func regretsKeepTheOrderOfTheCallerAndAreNeverBelowNothing() throws {
        let outcomes = try ScenarioOutcomes(less, scenarios: 10, values: Self.drawn(60, seed: 2))
        let regrets = outcomes.regrets()
        let turned = try ScenarioOutcomes(
            less, scenarios: 10,
            values: (0..<6).reversed().flatMap { Array(outcomes.outcomes(of: $0)) })
        #expect(turned.regrets() == regrets.reversed())
        for scenario in 0..<10 {
            let column = regrets.map { $0.perScenario[scenario] }
            #expect(column.min() == 0 && column.allSatisfy { $0 >= 0 })
        }
        for regret in regrets { #expect(regret.percentile90 <= regret.largest) }
    }

    @Test func normsAreCountedPerScenarioAndTogether() throws {
        let mixing = try ScenarioOutcomes(more, scenarios: 4, values: [1, 2, 3, 4, 4, 4, 0, 0])
        let cost = try ScenarioOutcomes(less, scenarios: 4, values: [9, 9, 5, 5, 1, 9, 1, 1])
        let counts = try Satisficing.counts([Norm(mixing, threshold: 2), Norm(cost, threshold: 5)])
        #expect(counts.map(\.metPerNorm) == [[3, 2], [2, 3]])
        #expect(counts.map(\.met) == [2, 1] && counts.map(\.share) == [0.5, 0.25])
    }

    @Test func aStricterNormIsNeverMetMoreOften() throws {
        let outcomes = try ScenarioOutcomes(more, scenarios: 20, values: Self.drawn(100, seed: 3))
        var before = [Int](repeating: 20, count: 5)
        for threshold in stride(from: 0.0, through: 1, by: 0.1) {
            let met = try Satisficing.counts([Norm(outcomes, threshold: threshold)]).map(\.met)
            for (now, then) in zip(met, before) { #expect(now <= then) }
            before = met
        }
        #expect(before.contains { $0 < 20 })
    }

    @Test func theFrontHoldsWhatNothingElseBeats() throws {
        // Mixing up, cost down: (3, 3) is beaten by (3, 2); equals stay together.
        let values: [Double] = [5, 9, 3, 3, 3, 2, 1, 1, 1, 1, 0, 8]
        let front = try ParetoFront([more, less], values: values)
        #expect(front.isNonDominated == [true, false, true, true, true, false])
        #expect(front.dominators(of: 1) == [2] && front.dominators(of: 0).isEmpty)
        #expect(front.dominators(of: 5) == [1, 2, 3, 4])
        let lenient = try ParetoFront([more, less], values: values, epsilon: [0, 1])
        #expect(lenient.isNonDominated == [true, true, true, true, true, false])
    }

    @Test(arguments: [[0, 0, 0], [0.1, 0, 0.2]])
    func theFrontIsThatOfComparingAllPairsWhateverTheOrderOrCopies(epsilon: [Double]) throws {
        let objectives = [more, less, Objective("liveability", .higherIsBetter)]
        let values = Self.drawn(180, seed: 4)
        let front = try ParetoFront(objectives, values: values, epsilon: epsilon)
        for place in 0..<60 {
            #expect(front.isNonDominated[place] == front.dominators(of: place).isEmpty)
        }
        #expect(front.isNonDominated.contains(true) && front.isNonDominated.contains(false))
        let turned = (0..<60).reversed().flatMap { Array(values[3 * $0..<3 * $0 + 3]) }
        let other = try ParetoFront(objectives, values: turned, epsilon: epsilon)
        #expect(other.isNonDominated == front.isNonDominated.reversed())
        let twice = try ParetoFront(objectives, values: values + values, epsilon: epsilon)
        #expect(twice.isNonDominated == front.isNonDominated + front.isNonDominated)
    }

    @Test func aWiderEpsilonNeverDropsAnAlternative() throws {
        let values = Self.drawn(100, seed: 5)
        var before = [Bool](repeating: false, count: 50)
        for epsilon in [0, 0.05, 0.2, 0.5, 2] {
            let flags = try ParetoFront([more, less], values: values, epsilon: [epsilon, epsilon])
                .isNonDominated
            for (then, now) in zip(before, flags) { #expect(now || !then) }
            before = flags
        }
        #expect(!before.contains(false))
    }

    @Test func badOutcomesAreRefused() throws {
        let errors = [
            thrown { _ = try ScenarioOutcomes(more, scenarios: 2, values: [1, 2, 3]) },
            thrown { _ = try ScenarioOutcomes(more, scenarios: 0, values: [1]) },
            thrown { _ = try ScenarioOutcomes(more, scenarios: 1, values: [.nan]) },
            thrown { _ = try Satisficing.counts([]) },
            thrown {
                _ = try Satisficing.counts([
                    Norm(ScenarioOutcomes(more, scenarios: 2, values: [1, 2]), threshold: 1),
                    Norm(ScenarioOutcomes(less, scenarios: 1, values: [1, 2]), threshold: 1),
                ])
            },
            thrown {
                _ = try Norm(ScenarioOutcomes(more, scenarios: 1, values: [1]), threshold: .nan)
            }, thrown { _ = try ParetoFront([], values: [1]) },
            thrown { _ = try ParetoFront([more, less], values: [1]) },
            thrown { _ = try ParetoFront([more], values: [.nan]) },
            thrown { _ = try ParetoFront([more], values: [1], epsilon: [-1]) },
            thrown { _ = try ParetoFront([more], values: [1], epsilon: []) },
        ]
        for error in errors { #expect(error != nil && error?.description.contains("\n") == false) }
    }
}

import ExperimentDesign
import Foundation
import Testing

@Suite struct PatientRuleInductionTests {
    private enum Limits: Decodable {
        case range([Double?])
        case categories([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let numbers = try? container.decode([Double?].self) {
                self = .range(numbers)
            } else {
                self = .categories(try container.decode([String].self))
            }
        }
    }

    private struct Step: Decodable {
        let n: Int
        let k: Int
        let coverage: Double
        let density: Double
        let mass: Double
        let limits: [String: Limits]
        let qp: [String: [Double]]
    }

    private struct References: Decodable {
        let numbers_lenient1: [Step]
        let numbers_lenient2: [Step]
        let numbers_original: [Step]
        let mixed_lenient1: [Step]
        let mixed_lenient2: [Step]
        let covering: [[Step]]
    }

    /// The first 512 Sobol' points in four dimensions, as columns.
    private func columns() throws -> [[Double]] {
        let design = try Design.sobolSequence(unitFactors(4), samples: 512)
        return (0..<4).map { column in (0..<512).map { design[$0, column] } }
    }

    private func table(_ columns: [[Double]], _ interest: (Int) -> Bool) throws -> ScenarioTable {
        try ScenarioTable(
            variables: columns.enumerated().map { ScenarioVariable("x\($0)", .numbers($1)) },
            ofInterest: columns[0].indices.map(interest))
    }

    private func check(_ found: PeelingTrajectory?, _ expected: [Step]) throws {
        let steps = try #require(found).steps
        try #require(steps.count == expected.count)
        for (step, reference) in zip(steps, expected) {
            #expect(step.cases == reference.n && step.casesOfInterest == reference.k)
            #expect(near(step.coverage, reference.coverage) && near(step.density, reference.density))
            #expect(near(step.mass, reference.mass))
            #expect(step.restrictedVariables == reference.limits.count)
            for restriction in step.box.restrictions {
                let limits = try #require(reference.limits[restriction.variable])
                switch (restriction.limit, limits) {
                case (.range(let lower, let upper), .range(let ends)):
                    #expect([lower, upper] == ends)
                case (.categories(let names), .categories(let expected)): #expect(names == expected)
                default: Issue.record("\(restriction) \(limits)")
                }
            }
            for value in step.quasiProbabilities {
                let pair = try #require(reference.qp[value.variable])
                #expect(near(value.probability, pair[value.side == .upper ? 1 : 0], 1e-9))
            }
            #expect(step.quasiProbabilities.count == reference.qp.values.joined().count { $0 != -1 })
        }
    }

    @Test func trajectoriesOnNumbersAreThoseOfTheEMAWorkbench() throws {
        let references: References = try fixture("prim")
        let x = try columns()
        let table = try table(x) { row in
            x[0][row] > 0.55 && x[1][row] < 0.6
                && (x[2][row] * 37).truncatingRemainder(dividingBy: 1) < 0.85
        }
        for (objective, expected) in [
            (PeelingObjective.lenient1, references.numbers_lenient1),
            (.lenient2, references.numbers_lenient2), (.original, references.numbers_original),
        ] {
            try check(PatientRuleInduction(objective: objective).trajectory(of: table).value, expected)
        }
    }

    @Test func trajectoriesOnTiesAndCategoriesAreThoseOfTheEMAWorkbench() throws {
        let references: References = try fixture("prim")
        let x = try columns()
        let fifth = x[2].map { ($0 * 5).rounded(.down) }
        let trees = x[3].map { ["ash", "birch", "cedar", "dogwood"][Int($0 * 4)] }
        let table = try ScenarioTable(
            variables: [
                ScenarioVariable("x0", .numbers(x[0])), ScenarioVariable("x1", .numbers(x[1])),
                ScenarioVariable("x2", .numbers(fifth)), ScenarioVariable("x3", .categories(trees)),
            ],
            ofInterest: (0..<512).map { row in
                let most = (x[1][row] * 53).truncatingRemainder(dividingBy: 1) < 0.9
                let half = (x[1][row] * 29).truncatingRemainder(dividingBy: 1) < 0.5
                return (x[0][row] > 0.4 && fifth[row] >= 2 && trees[row] != "birch" && most)
                    || (trees[row] == "cedar" && half)
            })
        let first = try PatientRuleInduction(objective: .lenient1).trajectory(of: table).value
        let second = try PatientRuleInduction().trajectory(of: table).value
        try check(first, references.mixed_lenient1)
        try check(second, references.mixed_lenient2)
        #expect(first != second)
    }

    @Test func coveringFindsTheBoxesOfTheEMAWorkbench() throws {
        let references: References = try fixture("prim")
        let x = try columns()
        let table = try table(x) { row in
            (x[0][row] < 0.3 && x[1][row] < 0.4) || (x[0][row] > 0.7 && x[2][row] > 0.6)
        }
        let found = try PatientRuleInduction().covering(table, smallestDensity: 0.5, atMost: 2)
        #expect(found.count == references.covering.count)
        for (trajectory, expected) in zip(found, references.covering) { try check(trajectory, expected) }
    }

    @Test func aKnownBoxIsFoundAgainWithItsIrrelevantVariablesFree() throws {
        let design = try Design.latinHypercube(unitFactors(5), samples: 1000, seed: 6)
        let table = try ScenarioTable(
            design: design, ofInterest: (0..<1000).map { design[$0, 1] > 0.6 && design[$0, 3] < 0.5 })
        let trajectory = try #require(try PatientRuleInduction().trajectory(of: table).value)
        let last = try #require(trajectory.steps.last)
        #expect(last.density == 1 && last.coverage > 0.9)
        let strong = last.quasiProbabilities.filter { $0.probability < 1e-6 }
        #expect(Set(strong.map(\.variable)) == ["x2", "x4"])
        let limits = Dictionary(uniqueKeysWithValues: last.box.restrictions.map { ($0.variable, $0.limit) })
        guard case .range(let lower?, _) = limits["x2"], case .range(_, let upper?) = limits["x4"] else {
            Issue.record("the restrictions are missing")
            return
        }
        #expect(abs(lower - 0.6) < 0.02 && abs(upper - 0.5) < 0.02)
    }

    @Test func everyStepOfATrajectoryAddsUp() throws {
        let x = try columns()
        let table = try table(x) { x[0][$0] + x[1][$0] * x[2][$0] > 1 }
        let trajectory = try #require(try PatientRuleInduction().trajectory(of: table).value)
        #expect(trajectory.steps[0].box.restrictions.isEmpty && trajectory.steps[0].coverage == 1)
        let all = table.ofInterest.count { $0 }
        for (place, step) in trajectory.steps.enumerated() {
            let holds = try step.box.holds(table)
            let hits = zip(holds, table.ofInterest).count { $0 && $1 }
            #expect(step.cases == holds.count { $0 } && step.casesOfInterest == hits)
            #expect(near(step.coverage, Double(hits) / Double(all)) && step.mass >= 0.05)
            #expect(near(step.density * step.mass * 512, step.coverage * Double(all)))
            guard place > 0 else { continue }
            let isPaste = place >= trajectory.steps.count - trajectory.pasted
            #expect((step.cases > trajectory.steps[place - 1].cases) == isPaste)
            #expect(step.density > trajectory.steps[place - 1].density)
        }
    }

    @Test func theOrderOfTheCasesChangesNothing() throws {
        let x = try columns()
        let turned = x.map { Array($0.reversed()) }
        let one = try PatientRuleInduction().trajectory(of: table(x) { x[0][$0] * x[3][$0] > 0.4 })
        let other = try PatientRuleInduction()
            .trajectory(of: table(turned) { turned[0][$0] * turned[3][$0] > 0.4 })
        #expect(one == other)
    }

    @Test func withNothingOfInterestThereIsNoBox() throws {
        let none = try table(columns()) { _ in false }
        #expect(try PatientRuleInduction().trajectory(of: none).reason == .noCaseOfInterest)
        #expect(try PatientRuleInduction().covering(none, smallestDensity: 0, atMost: 3).isEmpty)
        let all = try table(columns()) { _ in true }
        #expect(try PatientRuleInduction().trajectory(of: all).value?.steps.count == 1)
    }

    @Test func badTablesAndSettingsAreRefused() throws {
        let column = ScenarioVariable("a", .numbers([1, 2]))
        let table = try ScenarioTable(variables: [column], ofInterest: [true, false])
        let errors = [
            thrown { _ = try ScenarioTable(variables: [], ofInterest: [true]) },
            thrown { _ = try ScenarioTable(variables: [column, column], ofInterest: [true, false]) },
            thrown { _ = try ScenarioTable(variables: [column], ofInterest: [true]) },
            thrown {
                _ = try ScenarioTable(
                    variables: [ScenarioVariable("a", .numbers([.infinity]))], ofInterest: [true])
            }, thrown { _ = try PatientRuleInduction(peelShare: 0.5).trajectory(of: table) },
            thrown { _ = try PatientRuleInduction(pasteShare: 0).trajectory(of: table) },
            thrown { _ = try PatientRuleInduction(smallestMass: 1).trajectory(of: table) },
            thrown { _ = try PatientRuleInduction().covering(table, smallestDensity: 2, atMost: 1) },
            thrown { _ = try PatientRuleInduction().covering(table, smallestDensity: 0, atMost: 0) },
            thrown { _ = try ScenarioBox([.init("b", .range(lower: 0, upper: nil))]).holds(table) },
            thrown { _ = try ScenarioBox([.init("a", .categories(["x"]))]).holds(table) },
        ]
        for error in errors { #expect(error != nil && error?.description.contains("\n") == false) }
    }
}

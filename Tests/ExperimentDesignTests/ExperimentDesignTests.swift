import ExperimentDesign
import Foundation
import Testing

/// Designs cover their ranges, and analyses find what is known of test functions.
@Suite struct ExperimentDesignTests {
    private let unit = ["a", "b", "c"].map { Factor($0, 0, 1) }

    @Test func aHypercubeMeetsEveryLayerOnce() {
        let design = Design.latinHypercube([Factor("x", -2, 2), Factor("y", 0, 10)], samples: 40, seed: 3)
        for column in 0..<2 {
            let factor = design.factors[column]
            let layers = design.rows.map {
                Int(($0[column] - factor.lower) / (factor.upper - factor.lower) * 40)
            }
            #expect(Set(layers).count == 40)
        }
        #expect(
            Design.latinHypercube(unit, samples: 9, seed: 1)
                == Design.latinHypercube(unit, samples: 9, seed: 1))
    }

    @Test func aTrajectoryChangesOneFactorAtATimeOnTheGrid() {
        let design = Design.morris(unit, trajectories: 20, levels: 4, seed: 2)
        #expect(design.rows.count == 80)
        for row in design.rows {
            #expect(
                row.allSatisfy { [0, 1, 2, 3].contains(($0 * 3).rounded()) && $0 >= -1e-9 && $0 <= 1 + 1e-9 })
        }
        for start in stride(from: 0, to: 80, by: 4) {
            for step in 0..<3 {
                let changed = (0..<3).filter {
                    design.rows[start + step][$0] != design.rows[start + step + 1][$0]
                }
                #expect(changed.count == 1)
            }
        }
    }

    @Test func aLinearModelHasExactEffectsAndNoSpread() throws {
        let factors = [Factor("x", 0, 2), Factor("y", -1, 1), Factor("z", 0, 1)]
        let design = Design.morris(factors, trajectories: 10, seed: 5)
        let result = try MorrisResult(design, outcomes: design.rows.map { 3 * $0[0] - 2 * $0[1] })
        // Over the whole range: 3 x 2, -2 x 2, nothing.
        for (effect, expected) in zip(result.effects, [6.0, -4, 0]) {
            #expect(
                abs(effect.mean - expected) < 1e-9 && abs(effect.meanSize.value - abs(expected)) < 1e-9
                    && effect.spread < 1e-9)
        }
    }

    @Test func factorsThatWorkTogetherHaveSpread() throws {
        let design = Design.morris(unit, trajectories: 50, seed: 5)
        let result = try MorrisResult(design, outcomes: design.rows.map { $0[0] * $0[1] + $0[2] })
        #expect(
            result.effects[0].spread > 0.2 && result.effects[1].spread > 0.2
                && result.effects[2].spread < 1e-9)
        #expect(
            result.effects[0].meanSize.low < result.effects[0].meanSize.value
                && result.effects[0].meanSize.value < result.effects[0].meanSize.high)
    }

    /// Ishigami and Homma (1990) with a = 7 and b = 0.1: known shares.
    @Test func theSharesOfIshigamisFunctionAreFound() throws {
        let factors = ["x", "y", "z"].map { Factor($0, -Double.pi, Double.pi) }
        let design = Design.saltelli(factors, samples: 4096, seed: 7)
        let outcomes = design.rows.map {
            sin($0[0]) + 7 * pow(sin($0[1]), 2) + 0.1 * pow($0[2], 4) * sin($0[0])
        }
        let result = try SobolResult(design, outcomes: outcomes, draws: 40)
        for (share, known) in zip(result.shares, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
            #expect(abs(share.first.value - known.0) < 0.03, "\(share)")
            #expect(abs(share.total.value - known.1) < 0.03, "\(share)")
            #expect(share.first.low <= share.first.value && share.first.value <= share.first.high)
        }
    }

    /// Sobol's G function with a = 0, 1, 9: S = (1/3) / (1 + a)^2 / V.
    @Test func theSharesOfTheGFunctionAreFound() throws {
        let a = [0.0, 1, 9]
        let design = Design.saltelli(unit, samples: 4096, seed: 8)
        let outcomes = design.rows.map { row in
            zip(row, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
        }
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
        let result = try SobolResult(design, outcomes: outcomes, draws: 20)
        #expect(abs(result.variance - variance) < 0.03 * variance)
        for (share, part) in zip(result.shares, parts) {
            #expect(abs(share.first.value - part / variance) < 0.03, "\(share)")
        }
    }

    @Test func whatNeverChangesIsRefused() {
        let design = Design.saltelli(unit, samples: 8, seed: 1)
        #expect(throws: DesignError.self) { try SobolResult(design, outcomes: design.rows.map { _ in 3 }) }
        #expect(throws: DesignError.self) { try SobolResult(design, outcomes: [1]) }
        #expect(throws: DesignError.self) { try MorrisResult(design, outcomes: design.rows.map { $0[0] }) }
    }

    @Test func aBoxThatIsThereIsFound() throws {
        let design = Design.latinHypercube(unit, samples: 1500, seed: 4)
        let marks = design.rows.map { $0[0] > 0.6 && $0[1] < 0.4 }
        let rule = try PatientRule(factors: unit, rows: design.rows, isOfInterest: marks)
        let box = try #require(rule.box(covering: 0.75))
        #expect(box.density > 0.9 && box.restricted == [0, 1], "\(box)")
        #expect(abs(box.low[0] - 0.6) < 0.1 && abs(box.high[1] - 0.4) < 0.1)
        #expect(box.quasiP.allSatisfy { $0 < 0.001 })
        #expect(rule.trajectory[0].coverage == 1 && rule.trajectory[0].mass == 1)
        #expect(throws: DesignError.self) {
            try PatientRule(factors: unit, rows: design.rows, isOfInterest: marks.map { _ in true })
        }
    }

    @Test func theFrontIsTheSameInAnyOrderAndKeepsEquals() throws {
        let values = [[1.0, 5], [2, 4], [2, 6], [3, 3], [3, 3], [0, 9]]
        let wishes = [Wish.more, .less]
        let front = try ParetoFront(values, wishes: wishes).isOnFront
        #expect(front == [false, false, false, true, true, false])
        let other = try ParetoFront([[1, 1], [2, 5], [3, 3]], wishes: [.more, .more]).isOnFront
        #expect(other == [false, true, true])
        let turned = try ParetoFront(values.reversed(), wishes: wishes).isOnFront
        #expect(turned == front.reversed())
        #expect(
            try ParetoFront([[1, 1], [1.05, 1]], wishes: [.more, .more], tolerance: [0.1, 0]).isOnFront == [
                true, true,
            ])
    }

    @Test func aToleranceNeverLeavesTheFrontEmpty() throws {
        let circle = [[0.2, 0, 0], [0, 0.1, 0.1], [0.1, -0.1, 0.2]]
        let front = try ParetoFront(circle, wishes: [.more, .more, .more], tolerance: [0.101, 0.101, 0.101])
        #expect(front.isOnFront == [true, true, true])
        #expect(throws: DesignError.self) {
            try ParetoFront([[1, 2]], wishes: [.more, .more], tolerance: [0])
        }
    }

    @Test func filesWithTheLineEndsOfWindowsAreRead() throws {
        #expect(try DesignFiles.outcomes("1\r\n-2.5\r\n") == [1, -2.5])
        #expect(try DesignFiles.factors("x 0 1\r\ny 2 3\r\n").map(\.name) == ["x", "y"])
    }

    @Test func regretIsTheDistanceToTheBestOfEachScenario() throws {
        let regret = try Regret([[1, 8], [5, 5]], wish: .more, aspiration: 5)
        #expect(regret.largest == [4, 3] && regret.satisfying == [0.5, 1])
        #expect(try Regret([[1, 8], [5, 5]], wish: .less).largest == [3, 4])
    }

    @Test func filesComeBackAsTheyWere() throws {
        let factors = [Factor("x", -1.5, 2), Factor("y", 0, 0.25)]
        let design = Design.saltelli(factors, samples: 5, seed: 1)
        let read = try DesignFiles.design(
            DesignFiles.parameterValues(design), factors: DesignFiles.factors(DesignFiles.problem(factors)))
        #expect(read.rows == design.rows && read.factors == factors)
        #expect(try DesignFiles.outcomes(DesignFiles.outcomes([1, -2.5, 3e-9])) == [1, -2.5, 3e-9])
        let table = DesignFiles.experiments(
            design, policy: "A, b", model: "m", outcomes: [("D", Array(repeating: 0.5, count: 20))])
        #expect(table.split(separator: "\n").count == 21 && table.hasPrefix("x,y,scenario,policy,model,D\n"))
        #expect(table.contains(",0,\"A, b\",m,0.5"))
    }

    @Test(arguments: ["x 1", "x 2 1", "x a 3"])
    func aBrokenProblemIsRefusedWithItsLine(text: String) {
        #expect(throws: DesignError.self) { try DesignFiles.factors("ok 0 1\n" + text) }
    }
}

import ExperimentDesign
import Testing

@Suite struct DesignTests {
    @Test func aLatinHypercubeHasOnePointPerStratumOfEveryFactor() throws {
        let factors = [try Factor("a", -1, 3), try Factor("b", 0, 0.1), try Factor("c", 5, 50)]
        for samples in [1, 2, 7, 100] {
            let unit = try Design.latinHypercube(factors, samples: samples, seed: 5).unitValues
            for column in 0..<3 {
                let strata = (0..<samples).map {
                    Int((unit[$0 * 3 + column] * Double(samples)).rounded(.down))
                }
                #expect(strata.sorted() == Array(0..<samples))
            }
        }
    }

    @Test func pointsOfALatinHypercubeFillTheirStrataAndDoNotFollowEachOther() throws {
        let samples = 2000
        let unit = try Design.latinHypercube(unitFactors(2), samples: samples, seed: 1).unitValues
        var within = 0.0
        var product = 0.0
        for point in 0..<samples {
            let place = unit[2 * point] * Double(samples)
            within += place - place.rounded(.down)
            product += (unit[2 * point] - 0.5) * (unit[2 * point + 1] - 0.5)
        }
        #expect(abs(within / Double(samples) - 0.5) < 0.03)
        #expect(abs(product / Double(samples) * 12) < 0.07)
    }

    @Test func theSameSeedGivesTheSameDesignAndAnotherSeedAnother() throws {
        let factors = try unitFactors(3)
        let cube = try Design.latinHypercube(factors, samples: 9, seed: 1)
        #expect(try cube == Design.latinHypercube(factors, samples: 9, seed: 1))
        #expect(try cube != Design.latinHypercube(factors, samples: 9, seed: 2))
        let walks = try Design.morris(factors, trajectories: 3, seed: 1)
        #expect(try walks == Design.morris(factors, trajectories: 3, seed: 1))
        #expect(try walks != Design.morris(factors, trajectories: 3, seed: 2))
    }

    private struct CrossSampled: Decodable {
        let second: [Double]
        let first: [Double]
        let unskipped: [Double]
    }

    @Test func crossSampledPointsAreThoseOfSALib() throws {
        let expected: CrossSampled = try fixture("saltelli")
        let factors = [try Factor("a", -1, 2), try Factor("b", 0, 10), try Factor("c", 0.1, 0.3)]
        #expect(try Design.saltelli(factors, baseSamples: 4).values == expected.second)
        #expect(
            try Design.saltelli(factors, baseSamples: 32, secondOrder: false).values == expected.first)
        #expect(try Design.saltelli(factors, baseSamples: 4, skipping: 0).values == expected.unskipped)
    }

    @Test func trajectoriesMoveEachFactorOnceByHalfTheGridAndStayInRange() throws {
        let factors = [try Factor("a", -1, 3), try Factor("b", 0, 0.1), try Factor("c", 5, 50)]
        for levels in [2, 4, 6] {
            let design = try Design.morris(factors, trajectories: 20, levels: levels, seed: 9)
            #expect(design.count == 20 * 4)
            let unit = design.unitValues
            let jump = Double(levels) / Double(2 * (levels - 1))
            for value in unit {
                let place = value * Double(levels - 1)
                #expect(near(place, place.rounded()) && value > -1e-12 && value < 1 + 1e-12)
            }
            for trajectory in 0..<20 {
                var moved: Set<Int> = []
                for step in 1...3 {
                    let row = (trajectory * 4 + step) * 3
                    let changes = (0..<3).filter { unit[row + $0] != unit[row - 3 + $0] }
                    #expect(changes.count == 1)
                    for column in changes {
                        moved.insert(column)
                        #expect(near(abs(unit[row + column] - unit[row - 3 + column]), jump))
                    }
                }
                #expect(moved.count == 3)
            }
        }
    }

    @Test func trajectoriesGoUpAsOftenAsDownAndStartWithEveryFactor() throws {
        let design = try Design.morris(unitFactors(3), trajectories: 600, seed: 2)
        var rises = 0
        var firsts = [0, 0, 0]
        for trajectory in 0..<600 {
            for step in 1...3 {
                for column in 0..<3 {
                    let row = trajectory * 4 + step
                    let change = design[row, column] - design[row - 1, column]
                    if change > 0 { rises += 1 }
                    if change != 0, step == 1 { firsts[column] += 1 }
                }
            }
        }
        // Four standard deviations of 1800 fair coins and of 600 draws of one in three.
        #expect(abs(Double(rises) - 900) < 4 * 21.3)
        for first in firsts { #expect(abs(Double(first) - 200) < 4 * 11.6) }
    }

    @Test func aFullFactorialHoldsEveryCombinationOnceTheLastFactorFastest() throws {
        let factors = [try Factor("a", 0, 1), try Factor("b", 10, 30)]
        let design = try Design.fullFactorial(factors, levels: [2, 3])
        #expect(design.values == [0, 10, 0, 20, 0, 30, 1, 10, 1, 20, 1, 30])
    }

    @Test func roundingNeverCarriesAPointBeyondTheUpperEnd() throws {
        for step in 1...2000 {
            let factor = try Factor("a", Double(step) * 0.1, Double(step) * 0.3)
            #expect(factor.value(atUnit: 1) <= factor.upper && factor.value(atUnit: 0) == factor.lower)
        }
    }

    @Test func badDesignsAreRefusedWithOneClearLine() throws {
        let factors = try unitFactors(2)
        let errors = [
            thrown { _ = try Factor("a", 2, 2) }, thrown { _ = try Factor("", 0, 1) },
            thrown { _ = try Factor("a", 0, .infinity) },
            thrown { _ = try Design.latinHypercube(factors + factors, samples: 2, seed: 1) },
            thrown { _ = try Design.latinHypercube([], samples: 2, seed: 1) },
            thrown { _ = try Design.latinHypercube(factors, samples: 0, seed: 1) },
            thrown { _ = try Design.morris(factors, trajectories: 2, levels: 5, seed: 1) },
            thrown { _ = try Design.fullFactorial(factors, levels: [2]) },
            thrown { _ = try Design.fullFactorial(factors, levels: [1 << 20, 1 << 20]) },
            thrown { _ = try Design(factors: factors, values: [1, 2, 3]) },
            thrown { _ = try Design(factors: factors, values: [1, .nan]) },
            thrown { _ = try Design.saltelli(unitFactors(129), baseSamples: 2) },
        ]
        for error in errors {
            let line = try #require(error).description
            #expect(!line.contains("\n") && line.count > 20)
        }
        #expect(
            errors.last??.description
                == "258 dimensions were asked of the Sobol' sequence and 256 are supported; fix some factors "
                + "at one value, or take a Latin hypercube")
    }
}

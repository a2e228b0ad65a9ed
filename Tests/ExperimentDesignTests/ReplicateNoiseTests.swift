import ExperimentDesign
import Stochastics
import Testing

@Suite struct ReplicateNoiseTests {
    /// Points with a normal expected outcome and runs with normal chance around it.
    private func drawn(points: Int, replicates: Int, input: Double, chance: Double, seed: UInt64) -> [Double]
    {
        var stream = RandomStream(seed: seed, purpose: .selfTest)
        return (0..<points).flatMap { _ in
            let expected = 50 + input * stream.standardNormal()
            return (0..<replicates).map { _ in expected + chance * stream.standardNormal() }
        }
    }

    @Test func theSplitOfASmallTableIsThatOfTheAnalysisOfVariance() throws {
        // Means 2, 6 and 4; mean square within 2, between 8 by hand.
        let noise = try #require(
            try ReplicateNoise.estimate(outcomes: [1, 3, 5, 7, 3, 5], replicates: 2).value)
        #expect(near(noise.chanceVariance, 2) && near(noise.inputVariance, 3))
        #expect(near(noise.chanceShare.estimate, 0.4) && near(noise.chanceShareOfMean, 0.25))
        #expect(noise.points == 3 && noise.replicates == 2)
    }

    @Test func intervalsHoldTheShareOfChanceAboutAsOftenAsTheirLevelSays() throws {
        var holds = 0
        for seed in 1...50 as ClosedRange<UInt64> {
            let outcomes = drawn(points: 50, replicates: 4, input: 2, chance: 1, seed: seed)
            let noise = try ReplicateNoise.estimate(
                outcomes: outcomes, replicates: 4, options: ResamplingOptions(resamples: 50, seed: seed))
            let interval = try #require(noise.value?.chanceShare.interval.value)
            if interval.lower <= 0.2, interval.upper >= 0.2 { holds += 1 }
        }
        #expect(holds >= 41)
    }

    @Test func chanceInPointMeansSitsInTheTotalIndexOfAFactorThatDoesNothing() throws {
        let factors = try unitFactors(2)
        let design = try Design.saltelli(factors, baseSamples: 1024, secondOrder: false)
        var stream = RandomStream(seed: 12, purpose: .selfTest)
        let outcomes = (0..<design.count).flatMap { point in
            (0..<3).map { _ in design[point, 0] + 0.4 * stream.standardNormal() }
        }
        let options = ResamplingOptions(resamples: 3)
        let noise = try #require(
            try ReplicateNoise.estimate(outcomes: outcomes, replicates: 3, options: options).value)
        let means = try ReplicateNoise.pointMeans(of: outcomes, replicates: 3)
        let indices = try #require(
            try SobolIndices.estimate(
                factors: factors, outcomes: means, secondOrder: false, options: options
            ).value)
        // By hand: 0.16 / 3 of chance beside 1/12 of the inputs.
        #expect(near(noise.chanceShareOfMean, 0.3902, 0.02))
        #expect(near(indices.total[1].estimate, noise.chanceShareOfMean, 0.03))
        #expect(try ReplicateNoise.pointMeans(of: [1, 3, 5, 8], replicates: 2) == [2, 6.5])
        #expect(thrown { _ = try ReplicateNoise.pointMeans(of: [1, 2, 3], replicates: 2) } != nil)
    }

    @Test func withoutChanceItsShareIsNoneAndWithoutInputsAll() throws {
        let none = try ReplicateNoise.estimate(outcomes: [1, 1, 2, 2, 5, 5], replicates: 2)
        #expect(none.value?.chanceShare.estimate == 0)
        let all = try ReplicateNoise.estimate(outcomes: [1, 2, 2, 1, 1, 2], replicates: 2)
        #expect(all.value?.chanceShare.estimate == 1 && all.value?.inputVariance == 0)
    }

    @Test func theShareDependsNeitherOnUnitNorOnOrder() throws {
        let outcomes = drawn(points: 20, replicates: 3, input: 1, chance: 1, seed: 8)
        let share = try ReplicateNoise.estimate(outcomes: outcomes, replicates: 3).value?.chanceShare.estimate
        let moved = try ReplicateNoise.estimate(outcomes: outcomes.map { 7 - 1e6 * $0 }, replicates: 3)
        let turned = try ReplicateNoise.estimate(outcomes: outcomes.reversed(), replicates: 3)
        let expected = try #require(share)
        #expect(near(moved.value?.chanceShare.estimate, expected))
        #expect(near(turned.value?.chanceShare.estimate, expected))
    }

    @Test func whatCannotBeSplitIsRefusedOrSaysWhy() throws {
        #expect(
            try ReplicateNoise.estimate(outcomes: [2, 2, 2, 2], replicates: 2).reason == .constantOutcome)
        #expect(
            thrown { _ = try ReplicateNoise.estimate(outcomes: [1, 2], replicates: 1) }?.description
                .contains("cannot tell chance from the inputs") == true)
        #expect(thrown { _ = try ReplicateNoise.estimate(outcomes: [1, 2, 3], replicates: 2) } != nil)
    }
}

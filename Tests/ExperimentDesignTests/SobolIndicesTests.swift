import ExperimentDesign
import Testing

@Suite struct SobolIndicesTests {
    private struct Reference: Decodable {
        let S1: [Double]
        let S1_conf: [Double]
        let ST: [Double]
        let ST_conf: [Double]
        let S2: [Double]?
        let S2_conf: [Double]?
    }

    private struct References: Decodable {
        let ishigami: Reference
        let ishigami_moved: Reference
        let ishigami_first: Reference
        let g: Reference
    }

    private func check(_ indices: SobolIndices, _ expected: Reference) throws {
        #expect(near(indices.first.map(\.estimate), expected.S1))
        #expect(near(indices.total.map(\.estimate), expected.ST))
        #expect(near(indices.second.map(\.index.estimate), expected.S2 ?? []))
        // Half widths come from other random numbers: with m resamples their own error is a share 1/sqrt(2 m).
        let found = indices.first + indices.total + indices.second.map(\.index)
        let widths = expected.S1_conf + expected.ST_conf + (expected.S2_conf ?? [])
        for (index, width) in zip(found, widths) {
            let interval = try #require(index.interval.value)
            #expect(abs(interval.halfWidth / width - 1) < 0.25, "\(interval.halfWidth) \(width)")
            #expect(interval.lower < interval.upper)
        }
    }

    @Test func indicesOfTheFunctionOfIshigamiAreThoseOfSALib() throws {
        let expected: References = try fixture("sobol_indices")
        let factors = try ishigamiFactors()
        let outcomes = ishigami(try Design.saltelli(factors, baseSamples: 512))
        try check(
            #require(SobolIndices.estimate(factors: factors, outcomes: outcomes).value), expected.ishigami)
        let moved = outcomes.map { 3 * $0 + 1000 }
        try check(
            #require(SobolIndices.estimate(factors: factors, outcomes: moved).value),
            expected.ishigami_moved)
        let first = try Design.saltelli(factors, baseSamples: 512, secondOrder: false)
        try check(
            #require(
                SobolIndices.estimate(
                    factors: factors, outcomes: ishigami(first), secondOrder: false
                ).value), expected.ishigami_first)
    }

    @Test func indicesOfTheFunctionOfSobolAreThoseOfSALib() throws {
        let expected: References = try fixture("sobol_indices")
        let factors = try unitFactors(8)
        let outcomes = gFunction(try Design.saltelli(factors, baseSamples: 256))
        let indices = try #require(
            try SobolIndices.estimate(factors: factors, outcomes: outcomes).value)
        #expect(indices.second.count == 28 && indices.baseSamples == 256)
        try check(indices, expected.g)
    }

    @Test func indicesOfIshigamiApproachTheExactShares() throws {
        let factors = try ishigamiFactors()
        let outcomes = ishigami(try Design.saltelli(factors, baseSamples: 2048, skipping: 0))
        let indices = try #require(
            try SobolIndices.estimate(
                factors: factors, outcomes: outcomes, options: ResamplingOptions(resamples: 10)
            ).value)
        #expect(near(indices.first.map(\.estimate), [0.3139, 0.4424, 0], 0.02))
        #expect(near(indices.total.map(\.estimate), [0.5576, 0.4424, 0.2437], 0.01))
        #expect(near(indices.second.map(\.index.estimate), [0, 0.2437, 0], 0.03))
        #expect(near(indices.mean, 3.5, 0.05) && near(indices.variance, 13.8446, 0.05))
    }

    @Test func indicesOfTheFunctionOfSobolApproachTheExactShares() throws {
        let factors = try unitFactors(8)
        let outcomes = gFunction(
            try Design.saltelli(factors, baseSamples: 2048, secondOrder: false, skipping: 0))
        let indices = try #require(
            try SobolIndices.estimate(
                factors: factors, outcomes: outcomes, secondOrder: false,
                options: ResamplingOptions(resamples: 10)
            ).value)
        let parts = gCoefficients.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
        #expect(near(indices.first.map(\.estimate), parts.map { $0 / variance }, 0.02))
        let totals = parts.map { part in part / (1 + part) * (variance + 1) / variance }
        #expect(near(indices.total.map(\.estimate), totals, 0.02))
        for (first, total) in zip(indices.first, indices.total) {
            let slack = try #require(first.interval.value).halfWidth
            #expect(first.estimate <= total.estimate + slack && total.estimate >= 0)
        }
    }

    @Test func indicesOfASumAreTheSharesOfItsTermsAndAreTheSameAfterAnyScaling() throws {
        let factors = try unitFactors(3)
        let design = try Design.saltelli(factors, baseSamples: 512, skipping: 0)
        let outcomes = (0..<design.count).map { design[$0, 0] + 2 * design[$0, 1] }
        let options = ResamplingOptions(resamples: 10)
        let indices = try #require(
            try SobolIndices.estimate(factors: factors, outcomes: outcomes, options: options).value)
        #expect(near(indices.first.map(\.estimate), [0.2, 0.8, 0], 0.01))
        #expect(near(indices.total.map(\.estimate), [0.2, 0.8, 0], 0.01))
        #expect(indices.total[2].estimate == 0)
        let scaled = try #require(
            try SobolIndices.estimate(
                factors: factors, outcomes: outcomes.map { -1e200 * $0 }, options: options
            ).value)
        #expect(near(scaled.total.map(\.estimate), indices.total.map(\.estimate)))
    }

    @Test func intervalsHoldTheExactShareAboutAsOftenAsTheirLevelSays() throws {
        let factors = try unitFactors(2)
        var holds = 0
        for seed in 0..<100 as Range<UInt64> {
            // Independent base samples, for which the bootstrap is meant.
            let base = try Design.latinHypercube(unitFactors(4), samples: 128, seed: seed + 900)
            var outcomes: [Double] = []
            for point in 0..<base.count {
                let x = Array(base.point(point))
                for pair in [(0, 1), (2, 1), (0, 3), (2, 3)] { outcomes.append(x[pair.0] + 2 * x[pair.1]) }
            }
            let indices = try SobolIndices.estimate(
                factors: factors, outcomes: outcomes, secondOrder: false,
                options: ResamplingOptions(resamples: 60, seed: seed)
            ).value
            let interval = try #require(indices?.total[0].interval.value)
            if interval.lower <= 0.2, interval.upper >= 0.2 { holds += 1 }
        }
        #expect(holds >= 84)
    }

    @Test func neitherThreadsNorASecondRunChangeAByteAndAnotherSeedMovesIntervalsOnly() throws {
        let factors = try ishigamiFactors()
        let outcomes = ishigami(try Design.saltelli(factors, baseSamples: 64))
        func run(_ threads: Int, _ seed: UInt64) throws -> SobolIndices? {
            try SobolIndices.estimate(
                factors: factors, outcomes: outcomes,
                options: ResamplingOptions(resamples: 31, seed: seed, threads: threads)
            ).value
        }
        let one = try run(1, 4)
        #expect(try one == run(1, 4))
        #expect(try one == run(3, 4))
        let other = try run(1, 5)
        #expect(one != other)
        #expect(one?.first.map(\.estimate) == other?.first.map(\.estimate))
    }

    @Test(arguments: [0.0, 3.7, 1e17])
    func aConstantOutcomeIsNotEstimable(value: Double) throws {
        let outcomes = [Double](repeating: value, count: 64)
        let result = try SobolIndices.estimate(factors: ishigamiFactors(), outcomes: outcomes)
        #expect(result.reason == .constantOutcome)
    }

    @Test func differencesByRoundingAloneAreNoVariance() throws {
        let outcomes = (0..<64).map { $0 % 3 == 0 ? 0.1 + 0.2 : 0.3 }
        #expect(Set(outcomes).count == 2)
        #expect(
            try SobolIndices.estimate(factors: ishigamiFactors(), outcomes: outcomes).reason
                == .constantOutcome)
        #expect(
            try ReplicateNoise.estimate(outcomes: outcomes, replicates: 2).reason == .constantOutcome)
    }

    @Test func anIntervalThatNoResampleCanGiveSaysSo() throws {
        // A and B are the same in both base samples: only the crossed rows vary.
        let flat = try SobolIndices.estimate(
            factors: unitFactors(1), outcomes: [1, 2, 1, 1, 5, 1], secondOrder: false)
        #expect(flat.reason == .constantOutcome)
        // A and B vary between two base samples and not within: drawing the same one twice gives no variance.
        var reasons: Set<NotEstimable?> = []
        for seed in 1...20 as ClosedRange<UInt64> {
            let two = try SobolIndices.estimate(
                factors: unitFactors(1), outcomes: [1, 3, 1, 2, 3, 2], secondOrder: false,
                options: ResamplingOptions(resamples: 2, seed: seed))
            reasons.insert(try #require(two.value).first[0].interval.reason)
        }
        #expect(reasons == [nil, .constantResamples])
    }

    @Test func outcomesThatDoNotFitTheDesignAreRefused() throws {
        let factors = try ishigamiFactors()
        let short = thrown {
            _ = try SobolIndices.estimate(factors: factors, outcomes: [Double](repeating: 0, count: 17))
        }
        #expect(
            short?.description
                == "there are 17 outcomes; there must be a multiple of 8 for 3 factors with second order, at "
                + "least 16")
        var outcomes = [Double](repeating: 0, count: 16)
        outcomes[4] = .nan
        let broken = thrown { _ = try SobolIndices.estimate(factors: factors, outcomes: outcomes) }
        #expect(broken?.description.hasPrefix("outcome number 5 is nan") == true)
        for options in [
            ResamplingOptions(resamples: 1), ResamplingOptions(level: 1), ResamplingOptions(threads: 0),
        ] {
            #expect(
                thrown {
                    _ = try SobolIndices.estimate(
                        factors: factors, outcomes: [Double](repeating: 0, count: 16), options: options)
                } != nil)
        }
    }
}

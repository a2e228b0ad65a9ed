import Stochastics
import Testing

@Suite struct DistributionTests {
    @Test func hypergeometricProbabilitiesAddUpToOne() {
        for (total, marked, drawn) in [(10, 4, 3), (400, 100, 37), (1_000_000, 3, 500_000), (50, 50, 7)] {
            let law = Hypergeometric(total: Double(total), marked: Double(marked), drawn: Double(drawn))
            var sum = 0.0
            var mean = 0.0
            var deviation = 0.0
            for number in stride(from: law.lowest, through: law.highest, by: 1) {
                let probability = law.probability(number)
                sum += probability
                mean += number * probability
                deviation += abs(number - law.mean) * probability
            }
            #expect(abs(sum - 1) < 1e-12)
            #expect(abs(mean - law.mean) < 1e-11 * max(1, law.mean))
            #expect(abs(deviation - law.meanAbsoluteDeviation) < 1e-12)
        }
    }

    /// C(4,2) C(6,1) / C(10,3) = 36/120.
    @Test func hypergeometricMatchesTheCountByHand() {
        let law = Hypergeometric(total: 10, marked: 4, drawn: 3)
        #expect(abs(law.probability(2) - 0.3) < 1e-15)
        #expect(abs(law.expectation { $0 } - 1.2) < 1e-14)
        #expect(abs(law.expectation { ($0 - 1.2) * ($0 - 1.2) } - law.variance) < 1e-14)
    }

    /// The expectation of n^2 is known in closed form at any size.
    @Test func theWalkFromTheModeIsExactForLargeUrns() {
        let law = Hypergeometric(total: 28_000_000, marked: 5_600_000, drawn: 2_000)
        let square = law.expectation { $0 * $0 }
        let exact = law.variance + law.mean * law.mean
        #expect(abs(square - exact) < 1e-12 * exact)
        let deviation = law.expectation { abs($0 - law.mean) }
        #expect(abs(deviation - law.meanAbsoluteDeviation) < 1e-11 * deviation)
    }

    @Test func binomialMatchesPascal() {
        let law = Binomial(trials: 5, probability: 0.5)
        for (number, ways) in [1, 5, 10, 10, 5, 1].enumerated() {
            let expected = Double(ways) / 32
            #expect(abs(exponential(law.logProbability(Double(number))) - expected) < 1e-14)
        }
        // E|x - 2.5| = (2 * 2.5 + 10 * 1.5 + 20 * 0.5) / 32
        #expect(abs(law.meanAbsoluteDeviation - 30.0 / 32) < 1e-14)
    }

    @Test(arguments: [(20, 0.1), (1000, 0.004), (100, 0.3), (5000, 0.7), (9, 1), (9, 0)])
    func binomialDrawsHaveTheRightMoments(trials: Int, probability: Double) {
        let law = Binomial(trials: Double(trials), probability: probability)
        var stream = RandomStream(seed: 8, entity: UInt32(trials), purpose: .selfTest)
        let (mean, variance) = moments(40_000) { law.draw(using: &stream) }
        let expected = Double(trials) * probability
        let spread = expected * (1 - probability)
        #expect(abs(mean - expected) <= 5 * (spread / 40_000).squareRoot())
        #expect(abs(variance - spread) <= 0.05 * spread)
    }

    @Test(arguments: [0, 0.5, 4, 9.99, 10, 37.5, 400, 1e6])
    func poissonDrawsHaveTheRightMoments(expected: Double) {
        let law = PoissonSampler(mean: expected)
        var stream = RandomStream(seed: 9, entity: UInt32(expected), purpose: .selfTest)
        let (mean, variance) = moments(40_000) { law.draw(using: &stream) }
        #expect(abs(mean - expected) <= 5 * (expected / 40_000).squareRoot())
        #expect(abs(variance - expected) <= 0.05 * expected)
    }

    /// Pearson's chi-square over all numbers with an expected count above 20, against its normal approximation.
    @Test(arguments: [3, 10, 11.5, 37.5, 400])
    func poissonDrawsFollowTheirLaw(mean: Double) {
        let law = PoissonSampler(mean: mean)
        var stream = RandomStream(seed: 12, entity: UInt32(mean), purpose: .selfTest)
        var seen: [Int: Double] = [:]
        let draws = 200_000
        for _ in 0..<draws { seen[Int(law.draw(using: &stream)), default: 0] += 1 }
        var probability = exponential(-mean / 64)
        for _ in 0..<6 { probability *= probability }
        var statistic = 0.0
        var classes = 0.0
        for number in 0..<1000 {
            if number > 0 { probability *= mean / Double(number) }
            let expected = probability * Double(draws)
            guard expected > 20 else { continue }
            let difference = (seen[number] ?? 0) - expected
            statistic += difference * difference / expected
            classes += 1
        }
        #expect(abs(statistic - classes) < 5 * (2 * classes).squareRoot())
    }

    /// The share of normal draws beyond 1, 2 and 3 standard deviations, from tables of the normal law.
    @Test func normalTailsAreRight() {
        var stream = RandomStream(seed: 13, purpose: .selfTest)
        var beyond = [0.0, 0, 0, 0]
        let draws = 400_000
        for _ in 0..<draws {
            let number = abs(stream.standardNormal())
            for (place, bound) in [1.0, 2, 3, 3.442619855899].enumerated() where number > bound {
                beyond[place] += 1
            }
        }
        for (count, share) in zip(beyond, [0.3173105, 0.0455003, 0.0026998, 0.0005760]) {
            let error = (share * (1 - share) / Double(draws)).squareRoot()
            #expect(abs(count / Double(draws) - share) < 5 * error)
        }
    }

    @Test func multinomialDrawsKeepTheTotalAndTheShares() {
        let weights = [120.0, 0, 3, 40, 4000]
        let sampler = MultinomialSampler(persons: 4163, weights: weights)
        var stream = RandomStream(seed: 10, purpose: .selfTest)
        var counts = [Double](repeating: 0, count: weights.count)
        var sums = counts
        var squares = 0.0
        let draws = 4_000
        for _ in 0..<draws {
            counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
            #expect(counts.reduce(0, +) == 4163)
            #expect(counts[1] == 0)
            for cell in sums.indices { sums[cell] += counts[cell] }
            squares += (counts[0] - 120) * (counts[0] - 120)
        }
        for cell in sums.indices {
            #expect(
                abs(sums[cell] / Double(draws) - weights[cell]) <= 5
                    * (weights[cell] / Double(draws)).squareRoot())
        }
        let variance = 120 * (1 - 120.0 / 4163)
        #expect(abs(squares / Double(draws) - variance) < 0.12 * variance)
    }

    @Test func billionsOfPersonsAreDrawnInAMoment() {
        let sampler = MultinomialSampler(persons: 4_000_000_000_000, weights: [1, 2, 1])
        var stream = RandomStream(seed: 14, purpose: .selfTest)
        var counts = [0.0, 0, 0]
        counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
        #expect(counts.reduce(0, +) == 4e12)
        #expect(abs(counts[1] - 2e12) < 5 * 1e6)
    }

    @Test func normalAndExponentialDrawsHaveTheRightMoments() {
        var stream = RandomStream(seed: 11, purpose: .selfTest)
        let normal = moments(40_000) { stream.standardNormal() }
        #expect(abs(normal.mean) < 0.025 && abs(normal.variance - 1) < 0.05)
        let exponential = moments(40_000) { stream.standardExponential() }
        #expect(abs(exponential.mean - 1) < 0.025 && abs(exponential.variance - 1) < 0.1)
    }

    @Test func quantilesLieOnStraightLinesBetweenTheOrderStatistics() {
        let sorted = [1.0, 2, 4, 8]
        #expect(sorted.quantileOfSorted(0) == 1)
        #expect(sorted.quantileOfSorted(1) == 8)
        #expect(sorted.quantileOfSorted(0.5) == 3)
        #expect(abs((sorted.quantileOfSorted(0.9) ?? 0) - 6.8) < 1e-14)
        #expect([Double]().quantileOfSorted(0.5) == nil)
        #expect(sorted.quantileOfSorted(1.5) == nil)
    }

    @Test func theCompensatedSumKeepsWhatAPlainSumLoses() {
        #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
        #expect([1, 1e100, 1, -1e100].reduce(0, +) == 0)
    }

    private func moments(_ draws: Int, _ draw: () -> Double) -> (mean: Double, variance: Double) {
        var sum = CompensatedSum()
        var squares = CompensatedSum()
        for _ in 0..<draws {
            let number = draw()
            sum.add(number)
            squares.add(number * number)
        }
        let mean = sum.value / Double(draws)
        return (mean, squares.value / Double(draws) - mean * mean)
    }

    private func exponential(_ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for step in 1..<60 {
            term *= x / Double(step)
            sum += term
        }
        return sum
    }
}

import Stochastics
import Testing

@Suite struct SamplerTests {
    /// Pearson's chi-square over numbers with an expected count above 20, against its normal approximation.
    private func fits(_ seen: [Int: Double], draws: Int, _ probability: (Int) -> Double) -> Bool {
        var statistic = 0.0
        var classes = 0.0
        for number in 0..<2000 {
            let expected = probability(number) * Double(draws)
            guard expected > 20 else { continue }
            let difference = (seen[number] ?? 0) - expected
            statistic += difference * difference / expected
            classes += 1
        }
        return abs(statistic - classes) < 5 * (2 * classes).squareRoot()
    }

    @Test(arguments: [(0, 0.3), (1, 0.5), (7, 0), (7, 1), (12, 0.9), (300, 0.03), (1000, 0.4)])
    func tabulatedBinomialDrawsFollowTheirLaw(trials: Double, chance: Double) {
        var laws = TabulatedLaws()
        laws.appendPoisson(mean: 3)
        laws.appendBinomial(trials: trials, probability: chance)
        var stream = RandomStream(seed: 4, entity: UInt32(trials), purpose: .selfTest)
        var seen: [Int: Double] = [:]
        for _ in 0..<100_000 { seen[Int(laws.draw(1, using: &stream)), default: 0] += 1 }
        #expect(seen.keys.allSatisfy { $0 >= 0 && Double($0) <= trials })
        let law = Binomial(trials: trials, probability: chance)
        #expect(fits(seen, draws: 100_000) { power(law.logProbability(Double($0))) })
    }

    @Test(arguments: [0, 0.2, 9.5, 60, 700])
    func tabulatedPoissonDrawsFollowTheirLaw(mean: Double) {
        var laws = TabulatedLaws()
        laws.appendPoisson(mean: mean)
        var stream = RandomStream(seed: 5, entity: UInt32(mean), purpose: .selfTest)
        let (sum, squares) = (0..<60_000).reduce((0.0, 0.0)) { sums, _ in
            let number = laws.draw(0, using: &stream)
            return (sums.0 + number, sums.1 + number * number)
        }
        let found = sum / 60_000
        #expect(abs(found - mean) <= 5 * (mean / 60_000).squareRoot())
        #expect(abs(squares / 60_000 - found * found - mean) <= 0.05 * mean)
    }

    /// Two units and two groups leave one free cell, which is hypergeometric.
    @Test func personsPutBackInTwoUnitsAreHypergeometric() {
        let sampler = FixedMarginsSampler(unitTotals: [12, 18], groupTotals: [7, 23])
        let law = Hypergeometric(total: 30, marked: 7, drawn: 12)
        var seen: [Int: Double] = [:]
        for draw in 0..<100_000 {
            let counts = drawn(sampler, units: 2, groups: 2, run: UInt32(draw))
            seen[Int(counts[0]), default: 0] += 1
        }
        #expect(fits(seen, draws: 100_000) { law.probability(Double($0)) })
    }

    /// Large units take the route without tables.
    @Test(arguments: [[3.0, 0, 5, 4], [200_000, 1, 90_000, 0, 7]])
    func personsPutBackKeepBothMarginsAndTheirMeans(units: [Double]) {
        let total = units.reduce(0, +)
        let groups = [(total / 3).rounded(.down), 1, total - 1 - (total / 3).rounded(.down)]
        let sampler = FixedMarginsSampler(unitTotals: units, groupTotals: groups)
        var sums = [Double](repeating: 0, count: units.count * 3)
        let draws = 3_000
        for draw in 0..<draws {
            let counts = drawn(sampler, units: units.count, groups: 3, run: UInt32(draw))
            #expect(counts.allSatisfy { $0 >= 0 })
            for unit in units.indices {
                #expect(counts[unit * 3..<unit * 3 + 3].reduce(0, +) == units[unit])
            }
            for group in 0..<3 {
                #expect(
                    stride(from: group, to: counts.count, by: 3).reduce(0) { $0 + counts[$1] }
                        == groups[group])
            }
            for cell in sums.indices { sums[cell] += counts[cell] }
        }
        for unit in units.indices {
            for group in 0..<3 {
                let law = Hypergeometric(total: total, marked: groups[group], drawn: units[unit])
                let error = 5 * (law.variance / Double(draws)).squareRoot()
                #expect(abs(sums[unit * 3 + group] / Double(draws) - law.mean) <= error + 1e-9)
            }
        }
    }

    private func drawn(_ sampler: FixedMarginsSampler, units: Int, groups: Int, run: UInt32) -> [Double] {
        var counts = [Double](repeating: 0, count: units * groups)
        var free = [Double](repeating: 0, count: units)
        var stream = RandomStream(seed: 6, run: run, purpose: .selfTest)
        counts.withUnsafeMutableBufferPointer { counts in
            free.withUnsafeMutableBufferPointer { sampler.draw(into: counts, free: $0, using: &stream) }
        }
        return counts
    }

    /// e to a power of 0 or less, without a library.
    private func power(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        var term = 1.0
        var sum = 1.0
        for step in 1..<60 {
            term *= x / 1024 / Double(step)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }
}

import ExperimentDesign
import Testing

@Suite struct MorrisScreeningTests {
    private struct Reference: Decodable {
        let x: [Double]
        let y: [Double]
        let mu: [Double]
        let mu_star: [Double]
        let sigma: [Double]
        let mu_star_conf: [Double]
    }

    private struct References: Decodable {
        let levels4: Reference
        let levels6: Reference
    }

    @Test func effectsOfTrajectoriesOfSALibAreThoseOfSALib() throws {
        let references: References = try fixture("morris")
        let factors = [
            try Factor("p", 0, 1), try Factor("q", -5, 5), try Factor("r", 10, 30), try Factor("s", 0, 2),
        ]
        for (levels, expected) in [(4, references.levels4), (6, references.levels6)] {
            let screening = try MorrisScreening(
                design: Design(factors: factors, values: expected.x), outcomes: expected.y, levels: levels)
            #expect(near(screening.factors.map(\.mean), expected.mu))
            #expect(near(screening.factors.map(\.meanAbsolute.estimate), expected.mu_star))
            #expect(near(screening.factors.map(\.deviation), expected.sigma))
            for (found, width) in zip(screening.factors, expected.mu_star_conf) {
                let interval = try #require(found.meanAbsolute.interval.value)
                #expect(abs(interval.halfWidth - width) <= 0.15 * width + 1e-12)
            }
        }
    }

    @Test func aLinearFunctionHasItsCoefficientsAsEffectsAndNoSpread() throws {
        let factors = [try Factor("a", 0, 2), try Factor("b", -1, 1), try Factor("c", 10, 20)]
        let design = try Design.morris(factors, trajectories: 10, seed: 3)
        let outcomes = (0..<design.count).map { 4 + 3 * design[$0, 0] - 5 * design[$0, 1] }
        let screening = try MorrisScreening(design: design, outcomes: outcomes)
        #expect(near(screening.factors.map(\.mean), [6, -10, 0]))
        #expect(near(screening.factors.map(\.meanAbsolute.estimate), [6, 10, 0]))
        #expect(near(screening.factors.map(\.deviation), [0, 0, 0]))
        #expect(screening.factors[2].meanAbsolute.interval.value?.upper == 0)
    }

    @Test func factorsOfTheTestFunctionOfMorrisFallIntoItsGroups() throws {
        let factors = try unitFactors(20)
        let design = try Design.morris(factors, trajectories: 30, seed: 11)
        let screening = try MorrisScreening(
            design: design, outcomes: (0..<design.count).map { Self.morris(Array(design.point($0))) })
        let absolute = screening.factors.map(\.meanAbsolute.estimate)
        // The first ten matter, the last ten hardly; 8, 9 and 10 act alone and straight.
        let least = try #require(absolute[..<10].min())
        let most = try #require(absolute[10...].max())
        #expect(least > 3 * most)
        for place in 7..<10 { #expect(screening.factors[place].deviation < 0.2 * absolute[place]) }
        for place in 0..<7 { #expect(screening.factors[place].deviation > 0.4 * absolute[place]) }
    }

    /// The function of 20 factors of Morris (1991), with small fixed coefficients where he drew them.
    static func morris(_ x: [Double]) -> Double {
        let w = x.enumerated().map { place, x in
            [2, 4, 6].contains(place) ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5)
        }
        var y = 0.0
        for i in 0..<20 {
            y += (i < 10 ? 20 : 0.5 * (i % 2 == 0 ? 1 : -1)) * w[i]
            for j in i + 1..<max(20, i + 1) {
                y += (j < 6 ? -15 : 0.3 * ((i + j) % 2 == 0 ? 1 : -1)) * w[i] * w[j]
                guard j < 5 else { continue }
                for l in j + 1..<5 {
                    y -= 10 * w[i] * w[j] * w[l]
                    if l < 4 { for s in l + 1..<4 { y += 5 * w[i] * w[j] * w[l] * w[s] } }
                }
            }
        }
        return y
    }

    @Test func pointsThatAreNoTrajectoriesAreRefused() throws {
        let factors = try unitFactors(2)
        func problem(_ values: [Double], levels: Int = 4) throws -> String {
            let design = try Design(factors: factors, values: values)
            return thrown {
                _ = try MorrisScreening(
                    design: design, outcomes: [Double](repeating: 0, count: design.count), levels: levels)
            }?.description ?? ""
        }
        let good: [Double] = [0, 0, 2.0 / 3, 0, 2.0 / 3, 2.0 / 3]
        #expect(try problem(good + good) == "")
        #expect(try problem(good).contains("at least two trajectories, 6"))
        #expect(try problem(good + good, levels: 6).hasPrefix("point 2 of the design: factor 'x1' jumps"))
        #expect(try problem(good + [0, 0, 0, 0, 0, 0]).contains("point 5 of the design: no factor moves"))
        #expect(try problem(good + [0, 0, 2.0 / 3, 2.0 / 3, 0, 0]).contains("more than one factor moves"))
        #expect(try problem(good + [0, 0, 2.0 / 3, 0, 0, 0]).contains("moves a second time"))
    }
}

import Bilingual
import HousingMarket
import Neighbourhoods
import Stochastics
import Testing

/// Models whose answer is known.
enum Toy {
    static func parameter(_ id: String, _ low: Double, _ high: Double) -> CalibrationParameter {
        CalibrationParameter(id: id, name: BilingualText(same: id), low: low, high: high)
    }

    static func target(_ id: String, _ observed: Double, _ uncertainty: Double, discrepancy: Double = 0)
        -> CalibrationTarget
    {
        CalibrationTarget(
            id: id, name: BilingualText(nl: "doel \(id)", en: "target \(id)"), observed: observed,
            uncertainty: uncertainty, discrepancy: discrepancy, unit: .count, year: 2021,
            source: "made, for a test")
    }

    static func noise(_ seed: UInt64, _ place: Int = 0) -> Double {
        var stream = RandomStream(seed: seed, entity: UInt32(place), purpose: .selfTest)
        return stream.standardNormal()
    }

    static let small = CalibrationOptions(waves: 3, points: 60, replicates: 3, particles: 300, seed: 9)
}

@Suite struct CalibrationTests {
    /// One parameter, seen through chance with sd 0.3 and an observation with sd 0.4: normal with mean 4 and sd 0.5.
    @Test func aStraightLineGivesThePosteriorOfTheBooks() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("rate", 0, 10)], targets: [Toy.target("count", 8, 0.8)])
        var options = Toy.small
        options.particles = 800
        let calibration = try await Calibration(of: problem, options: options) { values, seed in
            [2 * values[0] + 0.6 * Toy.noise(seed)]
        }
        let posterior = try #require(calibration.posterior)
        #expect(posterior.tolerance == 1 && posterior.effectiveSize > 250)
        #expect(abs(posterior.mean(ofParameter: 0) - 4) < 0.08)
        #expect(abs(posterior.deviation(ofParameter: 0) - 0.5) < 0.06)
        let quantiles = posterior.quantiles(ofParameter: 0, at: [0.025, 0.5, 0.975])
        #expect(
            abs(quantiles[0] - 3.02) < 0.2 && abs(quantiles[1] - 4) < 0.1 && abs(quantiles[2] - 4.98) < 0.2)
        #expect(abs(posterior.draws.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    }

    /// Two parameters and two targets: the precision is AᵀS⁻¹A, here with correlation -0.5 or so.
    @Test func twoStraightLinesGiveTheirCovariance() async throws {
        // y1 = a + b with sd 0.1, y2 = a - b with sd 0.2: var(a) = var(b) = 0.0125, cov = -0.0075.
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("a", 0, 2), Toy.parameter("b", 0, 2)],
            targets: [Toy.target("sum", 2, 0.1), Toy.target("difference", 0.4, 0.12, discrepancy: 0.16)])
        var options = Toy.small
        options.particles = 600
        let calibration = try await Calibration(of: problem, options: options) { values, _ in
            [values[0] + values[1], values[0] - values[1]]
        }
        let posterior = try #require(calibration.posterior)
        #expect(posterior.tolerance == 1)
        #expect(abs(posterior.mean(ofParameter: 0) - 1.2) < 0.02)
        #expect(abs(posterior.mean(ofParameter: 1) - 0.8) < 0.02)
        #expect(abs(posterior.deviation(ofParameter: 0) - 0.0125.squareRoot()) < 0.012)
        #expect(abs(posterior.deviation(ofParameter: 1) - 0.0125.squareRoot()) < 0.012)
        // Normal with correlation -0.6: rank correlation 6/π asin(-0.3) = -0.582.
        #expect(abs((posterior.rankCorrelation(0, 1) ?? 0) + 0.582) < 0.08)
        let report = CalibrationReport(calibration)
        #expect(report.parameters.allSatisfy(\.isIdentified) && report.ridges.isEmpty)
        #expect(report.targets.allSatisfy { abs($0.misfit) < 0.5 })
    }

    /// What lies more than three standard deviations from 0.5 is 70 % of the line.
    @Test func aWaveRulesOutWhatThreeStandardDeviationsRuleOut() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("x", 0, 1)], targets: [Toy.target("x seen", 0.5, 0.05)])
        let calibration = try await Calibration(of: problem, options: Toy.small) { values, _ in [values[0]] }
        let first = try #require(calibration.waves.first)
        #expect(first.spaceSearched == 1 && abs(first.spaceLeft - 0.3) <= 0.02)
        #expect(abs(first.partRuledOut - 0.7) <= 0.02)
        #expect(first.points.allSatisfy { ($0.implausibility <= 3) == (abs($0.parameters[0] - 0.5) <= 0.15) })
        #expect(first.chance[0] < 1e-12)
        #expect(abs(calibration.spaceLeft - 0.3) < 0.03, "a later wave rules out no more")
        #expect(calibration.ending == .settled)
    }

    @Test func chanceBetweenRunsIsMeasuredAndKeepsMore() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("x", 0, 1)], targets: [Toy.target("x seen", 0.5, 0.02)])
        var options = Toy.small
        options.points = 200
        options.particles = 100
        let calibration = try await Calibration(of: problem, options: options) { values, seed in
            [values[0] + 0.05 * Toy.noise(seed)]
        }
        let first = try #require(calibration.waves.first)
        #expect(abs(first.chance[0] - 0.05) < 0.005)
        // Three times the root of 0.02² + 0.05² (1 + 1/3), to both sides.
        #expect(abs(first.spaceLeft - 6 * (0.0004 + 0.0025 * 4 / 3).squareRoot()) < 0.06)
    }

    @Test func wavesShrinkTheSpaceToASmallCornerOfFiveDimensions() async throws {
        let names = ["a", "b", "c", "d", "e"]
        let problem = try CalibrationProblem(
            parameters: names.map { Toy.parameter($0, 0, 1) },
            targets: names.enumerated().map { Toy.target("\($1) seen", 0.3 + 0.1 * Double($0), 0.03) })
        let options = CalibrationOptions(
            waves: 12, points: 150, replicates: 1, particles: 300, generations: 20, seed: 4)
        let calibration = try await Calibration(of: problem, options: options) { values, _ in values }
        #expect(calibration.ending != .nothingPlausible)
        // 0.18 to the fifth power is 0.00019 of the space.
        #expect(
            calibration.spaceLeft < 0.00025 && calibration.spaceLeft > 0.00013,
            "left: \(calibration.spaceLeft)")
        #expect(calibration.waves.last?.cutoff == 3 && calibration.ending == .settled)
        #expect(zip(calibration.waves, calibration.waves.dropFirst()).allSatisfy { $1.cutoff <= $0.cutoff })
        let posterior = try #require(calibration.posterior)
        #expect(posterior.tolerance == 1 && posterior.effectiveSize > 60)
        for place in names.indices {
            #expect(abs(posterior.mean(ofParameter: place) - (0.3 + 0.1 * Double(place))) < 0.015)
        }
    }

    @Test(arguments: [false, true])
    func aRidgeIsReportedAndNotHidden(isCurved: Bool) async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("a", 0.1, 1), Toy.parameter("b", 0.1, 1)],
            targets: [Toy.target("together", isCurved ? 0.3 : 1.1, 0.02)])
        let calibration = try await Calibration(of: problem, options: Toy.small) { values, _ in
            [isCurved ? values[0] * values[1] : values[0] + values[1]]
        }
        let report = CalibrationReport(calibration)
        #expect(report.ridges.count == 1)
        #expect(try #require(report.ridges.first).correlation < -0.95)
        #expect(report.parameters.allSatisfy { !$0.isIdentified && $0.contraction < (isCurved ? 0.35 : 0.1) })
        #expect(abs(try #require(report.targets.first).misfit) < 0.5, "the target itself is met")
        // The ridge is kept up to its ends: 0.12 to 0.98, and 0.31 to 0.97 on the curve.
        let ends = report.parameters[0].quantiles
        #expect(abs(ends[0] - (isCurved ? 0.31 : 0.12)) < 0.04 && abs(ends[4] - 0.975) < 0.03)
        #expect(report.markdown(.dutch).contains("Niet los van elkaar te bepalen: a / b (samenhang −"))
        #expect(report.markdown(.english).contains("Not to be told apart: a / b (rank correlation −"))
    }

    @Test func whatTheModelCannotReachIsSaid() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("x", 0, 1)],
            targets: [Toy.target("near", 0.5, 0.1), Toy.target("far", 9, 0.5)])
        let calibration = try await Calibration(of: problem, options: Toy.small) { values, _ in
            [values[0], values[0]]
        }
        #expect(calibration.ending == .nothingPlausible && calibration.posterior == nil)
        #expect(calibration.nearestPoint?.worstTarget == 1)
        let report = CalibrationReport(calibration)
        #expect(report.parameters.isEmpty && report.targets.isEmpty)
        #expect(report.markdown(.english).contains("away from “target far”"))
    }

    @Test func runsThatFailRuleTheirParametersOut() async throws {
        let problem = try CalibrationProblem(
            parameters: [Toy.parameter("x", 0, 1)], targets: [Toy.target("seen", 0.5, 0.3)])
        let calibration = try await Calibration(of: problem, options: Toy.small) { values, _ in
            [values[0] < 0.4 ? .nan : values[0]]
        }
        let first = try #require(calibration.waves.first)
        #expect(first.points.allSatisfy { $0.implausibility.isFinite == ($0.parameters[0] >= 0.4) })
        let posterior = try #require(calibration.posterior)
        #expect(posterior.draws.allSatisfy { $0.parameters[0] >= 0.4 })
        let none = try await Calibration(of: problem, options: Toy.small) { _, _ in [.nan] }
        #expect(none.ending == .nothingPlausible && none.posterior == nil)
        #expect(CalibrationReport(none).markdown(.dutch).contains("Geen enkele run gaf een uitkomst"))
    }

    /// The 80 % interval holds the true parameter in about 80 % of made-up observations of it.
    @Test func intervalsHoldTheTruthAboutAsOftenAsTheySay() async throws {
        var held = 0
        let trials = 30
        for trial in 0..<trials {
            let truth = 2 + 6 * Double(trial) / Double(trials)
            let seen = truth + 0.3 * Toy.noise(77, trial) + 0.4 * Toy.noise(78, trial)
            let problem = try CalibrationProblem(
                parameters: [Toy.parameter("x", 0, 10)], targets: [Toy.target("seen", seen, 0.4)])
            let options = CalibrationOptions(
                waves: 2, points: 30, replicates: 2, particles: 100, seed: UInt64(trial))
            let calibration = try await Calibration(of: problem, options: options) { values, seed in
                [values[0] + 0.3 * Toy.noise(seed)]
            }
            let ends = try #require(calibration.posterior).quantiles(ofParameter: 0, at: [0.1, 0.9])
            if ends[0] <= truth, truth <= ends[1] { held += 1 }
        }
        #expect(held >= 18 && held <= 29, "held in \(held) of \(trials)")
    }
}

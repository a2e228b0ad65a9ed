import Foundation
import Testing

@testable import MetaAnalysis

@Suite struct PoolingPropertyTests {
    static let estimators = HeterogeneityEstimator.allCases

    @Test(arguments: estimators)
    func withoutHeterogeneityRandomEffectsAreEqualEffects(_ estimator: HeterogeneityEstimator) throws {
        let alike = try EffectSet(
            effects: [0.1, 0.11, 0.09, 0.1, 0.105], variances: [0.02, 0.05, 0.03, 0.04, 0.025])
        let random = try alike.pooled(PoolingOptions(.randomEffects(estimator), inference: .normal))
        let equal = try alike.pooled(PoolingOptions(.equalEffects, inference: .normal))
        // Sidik and Jonkman start from the spread of the effects, so they never reach 0.
        if estimator == .sidikJonkman {
            #expect(random.heterogeneity.tau2 > 0 && random.heterogeneity.tau2 < 1e-4)
        } else {
            #expect(random.heterogeneity.tau2 == 0)
            #expect(near(random.estimate, equal.estimate))
            #expect(near(random.effect.standardError, equal.effect.standardError))
        }
        #expect(equal.prediction.reason == .equalEffects)
    }

    @Test(arguments: estimators)
    func unitsOfTheEffectOnlyScaleTheResult(_ estimator: HeterogeneityEstimator) throws {
        let trials = try bcgTrials()
        let options = PoolingOptions(.randomEffects(estimator))
        let plain = try trials.pooled(options)
        for factor in [1e-6, 1e5] {
            let scaled = try EffectSet(
                effects: trials.effects.map { factor * $0 },
                variances: trials.variances.map { factor * factor * $0 }
            ).pooled(options)
            #expect(
                near(scaled.heterogeneity.tau2, factor * factor * plain.heterogeneity.tau2, relative: 1e-10))
            #expect(near(scaled.estimate, factor * plain.estimate, relative: 1e-10))
            #expect(near(scaled.heterogeneity.i2, plain.heterogeneity.i2, relative: 1e-10))
            #expect(near(scaled.effect.pValue, plain.effect.pValue, relative: 1e-8))
        }
        let moved = try EffectSet(effects: trials.effects.map { $0 + 1000 }, variances: trials.variances)
            .pooled(options)
        #expect(near(moved.estimate - 1000, plain.estimate, relative: 1e-9))
        #expect(near(moved.heterogeneity.tau2, plain.heterogeneity.tau2, relative: 1e-8))
    }

    @Test(arguments: estimators)
    func theOrderOfStudiesDoesNotMatter(_ estimator: HeterogeneityEstimator) throws {
        let trials = try bcgTrials()
        let order = [7, 2, 12, 0, 9, 4, 11, 1, 8, 3, 10, 6, 5]
        let options = PoolingOptions(.randomEffects(estimator))
        let first = try trials.pooled(options)
        let second = try trials.subset(order).pooled(options)
        #expect(near(second.estimate, first.estimate, relative: 1e-12))
        #expect(near(second.heterogeneity.tau2, first.heterogeneity.tau2, relative: 1e-11))
    }

    @Test func qProfileEndpointsSolveTheirEquation() throws {
        let pooled = try bcgTrials().pooled()
        let interval = try #require(pooled.heterogeneityInterval(.qProfile).value)
        for (end, tail) in [(interval.tau2.lower, 0.025), (interval.tau2.upper, 0.975)] {
            let q = pooled.fit.model.profile(end).quadratic
            #expect(near(ChiSquaredDistribution.upper(q, df: 12), tail, relative: 1e-11))
        }
    }

    @Test func profileLikelihoodEndpointsLieHalfAQuantileBelowTheTop() throws {
        let pooled = try bcgTrials().pooled()
        let interval = try #require(pooled.heterogeneityInterval(.profileLikelihood).value)
        let top = pooled.likelihood.logLikelihood
        for end in [interval.tau2.lower, interval.tau2.upper] {
            let height = pooled.fit.model.logLikelihood(end, restricted: true)
            #expect(near(top - height, ChiSquaredDistribution.quantile(0.95, df: 1) / 2, relative: 1e-9))
        }
        let moments = try bcgTrials().pooled(PoolingOptions(.randomEffects(.derSimonianLaird)))
        #expect(moments.heterogeneityInterval(.profileLikelihood).reason == .notLikelihood)
    }

    /// Evidence of exact roots: Q at the estimate of Paule and Mandel, and the slope of the likelihood at
    /// its maximum.
    @Test func rootsAreExact() throws {
        let model = LinearModel(effects: try bcgTrials().effects, variances: try bcgTrials().variances)
        let pauleMandel = HeterogeneitySolution(model, by: .pauleMandel).tau2
        #expect(abs(model.profile(pauleMandel).quadratic - 12) < 2e-12)
        #expect(HeterogeneitySolution(model, by: .empiricalBayes).tau2 == pauleMandel)
        let reml = HeterogeneitySolution(model, by: .restrictedMaximumLikelihood).tau2
        let profile = model.profile(reml)
        #expect(abs(profile.squared - profile.traceOfProjection) < 1e-12)
        for step in [0.999, 1.001] {
            #expect(
                model.logLikelihood(reml, restricted: true)
                    > model.logLikelihood(reml * step, restricted: true))
        }
    }

    /// Cochrane's practice of one study with a variance that goes to infinity: it must drop out.
    @Test func aHopelesslyImpreciseStudyChangesNothing() throws {
        let six = try sixStudies()
        let more = try EffectSet(effects: six.effects + [5], variances: six.variances + [1e12])
        let options = PoolingOptions(.equalEffects, inference: .normal)
        #expect(near(try more.pooled(options).estimate, try six.pooled(options).estimate, relative: 1e-10))
    }

    @Test func sharesAddUpAndThePooledEffectLiesAmongTheStudies() throws {
        for estimator in Self.estimators {
            let pooled = try bcgTrials().pooled(PoolingOptions(.randomEffects(estimator)))
            #expect(near(pooled.shares.reduce(0, +), 1, relative: 1e-12))
            let effects = pooled.effects.effects
            #expect(pooled.estimate > effects.min() ?? 0 && pooled.estimate < effects.max() ?? 0)
        }
    }

    @Test func theFloorNeverGivesANarrowerInterval() throws {
        for seed in 1...20 {
            let studies = try drawnStudies(6, tau: seed % 2 == 0 ? 0 : 0.3, seed: UInt64(seed))
            let model = PoolingModel.randomEffects(.reml)
            let plain = try studies.pooled(PoolingOptions(model, inference: .student))
            let floored = try studies.pooled(PoolingOptions(model))
            let free = try studies.pooled(
                PoolingOptions(model, inference: .knappHartung(neverNarrower: false)))
            #expect(floored.effect.interval.width >= plain.effect.interval.width * (1 - 1e-12))
            #expect(floored.effect.interval.width >= free.effect.interval.width * (1 - 1e-12))
            #expect(
                floored.warnings.contains(.floorUsed(factor: floored.meanSquare)) == (floored.meanSquare < 1))
            #expect(
                free.warnings.contains(.narrowerThanPlain(factor: free.meanSquare)) == (free.meanSquare < 1))
        }
    }

    /// Draws of the model itself: the estimate of τ² must be near the truth on average, and the interval
    /// hold its level.
    @Test func estimatorsFindTheTruthOnAverage() throws {
        let draws = 200
        var sums = [Double](repeating: 0, count: Self.estimators.count)
        var covered = 0
        for seed in 0..<draws {
            let studies = try drawnStudies(20, tau: 0.3, seed: UInt64(1000 + seed))
            let pooled = try studies.pooled()
            for (place, row) in pooled.estimators.enumerated() { sums[place] += row.tau2 / Double(draws) }
            if pooled.effect.interval.contains(0.2) { covered += 1 }
        }
        for (place, estimator) in Self.estimators.enumerated() {
            // HS and ML are known to be too low, PMM too high, and SJ much too high where τ² is small.
            let allowance = estimator == .sidikJonkman ? 0.05 : 0.02
            #expect(abs(sums[place] - 0.09) < allowance, "\(estimator)")
        }
        #expect(Double(covered) / Double(draws) > 0.9)
    }

    @Test func predictionIntervalsAreNamedAndOrdered() throws {
        let pooled = try bcgTrials().pooled()
        let higgins = try #require(pooled.prediction(.higgins).value)
        #expect(pooled.prediction.value == higgins)
        #expect(close(higgins.lower, -2.008376, within: 1e-6) && close(higgins.upper, 0.579311, within: 1e-6))
        let riley = try #require(pooled.prediction(.partlettRiley).value)
        let same = try #require(pooled.prediction(.asInference).value)
        #expect(riley.width >= higgins.width && riley.width > same.width)
        let two = try EffectSet(effects: [0.1, 0.9], variances: [0.01, 0.01]).pooled()
        #expect(two.prediction.reason == .tooFewStudies(2))
    }

    /// The shares that a z test with power 33% is expected to give, computed apart from the normal distribution.
    @Test func stepsOfAPCurveHoldAllSignificantResults() throws {
        let expected = [
            0.4425299155137882, 0.19514172246858752, 0.14442918873352484, 0.11759690628321418,
            0.10030226700088507,
        ]
        let curve = try PCurve([.z(3), .z(-2.4), .z(2), .z(1), .z(9)])
        for (step, share) in zip(curve.steps, expected) {
            #expect(abs(step.expectedAtThirdPower - share) < 1e-9)
        }
        #expect(curve.steps.map(\.count) == [2, 1, 0, 0, 1])
        let mixed = try PCurve([.t(2.3, df: 12), .f(4, df1: 2, df2: 80), .chiSquared(30, df: 3)])
        let whole: Double = mixed.steps.map(\.expectedAtThirdPower).reduce(0, +)
        #expect(abs(whole - 1) < 1e-12)
        #expect(mixed.steps.map(\.count).reduce(0, +) == mixed.full.count)
        #expect(try PCurve([.z(0.2)]).steps.allSatisfy { $0.count == 0 && $0.expectedAtThirdPower == 0 })
    }
}

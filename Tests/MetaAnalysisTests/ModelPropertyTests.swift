import Foundation
import Stochastics
import Testing

@testable import MetaAnalysis

@Suite struct ModelPropertyTests {
    @Test func leavingOneOutIsPoolingTheOthers() throws {
        let trials = try bcgTrials()
        for options in [
            PoolingOptions(), PoolingOptions(.equalEffects), PoolingOptions(.randomEffects(.pauleMandel)),
        ] {
            let rows = try trials.leaveOneOut(options)
            #expect(rows.count == 13)
            for (place, row) in rows.enumerated() {
                let rest = try trials.subset((0..<13).filter { $0 != place }).pooled(options)
                #expect(row.study == trials.studies[place] && row.count == 12)
                #expect(near(row.effect.estimate, rest.estimate, relative: 1e-12))
                #expect(near(row.heterogeneity.tau2, rest.heterogeneity.tau2, relative: 1e-10))
            }
        }
    }

    @Test func theLastRowOfACumulativeSeriesIsTheWhole() throws {
        let trials = try bcgTrials()
        let rows = try trials.cumulative(by: (0..<13).map { Double(13 - $0) })
        let whole = try trials.pooled()
        #expect(rows[0].effect.estimate == trials.effects[12])
        #expect(near(rows[12].effect.estimate, whole.estimate, relative: 1e-12))
        #expect(rows.map(\.count) == Array(1...13))
    }

    @Test func influenceAgreesWithRefitting() throws {
        let trials = try bcgTrials()
        let pooled = try trials.pooled(PoolingOptions(.randomEffects(.reml), inference: .normal))
        let rows = try pooled.influence()
        let without = try trials.leaveOneOut(pooled.options)
        #expect(near(rows.reduce(0) { $0 + $1.leverage }, 1, relative: 1e-12))
        for (row, rest) in zip(rows, without) {
            #expect(near(row.tau2Without, rest.heterogeneity.tau2, relative: 1e-12))
            #expect(near(row.qWithout, rest.heterogeneity.q, relative: 1e-12))
            let shift = (pooled.estimate - rest.effect.estimate) / pooled.effect.standardError
            #expect(near(row.cooksDistance, shift * shift, relative: 1e-9))
        }
        let regression = try trials.regression(on: [.number("latitude", latitudes)])
        #expect(near(regression.influence().reduce(0) { $0 + $1.leverage }, 2, relative: 1e-10))
    }

    @Test func trueEffectsLieBetweenTheStudyAndTheMean() throws {
        let pooled = try bcgTrials().pooled()
        for (row, effect) in zip(pooled.trueEffects(), pooled.effects.effects) {
            let low = min(effect, pooled.estimate)
            let high = max(effect, pooled.estimate)
            #expect(row.value >= low && row.value <= high)
        }
    }

    /// Years beside the constant: the same fit whether or not the user centres them.
    @Test func theScaleOfAModeratorDoesNotMatter() throws {
        let trials = try bcgTrials()
        let plain = try trials.regression(on: [.number("latitude", latitudes)])
        let shifted = try trials.regression(on: [
            .number("latitude", latitudes.map { $0.map { 1e6 + 1e3 * $0 } })
        ])
        #expect(near(shifted.heterogeneity.tau2, plain.heterogeneity.tau2, relative: 1e-9))
        #expect(near(shifted.coefficients[1].estimate * 1e3, plain.coefficients[1].estimate, relative: 1e-9))
        #expect(
            near(shifted.moderatorTest?.statistic ?? 0, plain.moderatorTest?.statistic ?? 1, relative: 1e-8))
        let at = try plain.prediction(at: [33])
        let same = try shifted.prediction(at: [1e6 + 33e3])
        #expect(near(same.value, at.value, relative: 1e-8))
        #expect(near(same.standardError, at.standardError, relative: 1e-8))
    }

    @Test func aRegressionOnNothingIsPooling() throws {
        let trials = try bcgTrials()
        let empty = try trials.regression(on: [])
        let pooled = try trials.pooled()
        #expect(empty.coefficients == [pooled.effect] && empty.moderatorTest == nil && empty.r2 == nil)
    }

    @Test func subgroupsWithACommonSpreadAreARegressionOnClasses() throws {
        let trials = try bcgTrials()
        let labels = ["r", "r", "r", "r", "a", "a", "r", "r", "r", "s", "s", "s", "s"]
        let groups = try trials.subgroups(by: labels, heterogeneity: .common)
        let regression = try trials.regression(on: [.category("allocation", labels)])
        #expect(near(groups.commonTau2 ?? 0, regression.heterogeneity.tau2, relative: 1e-10))
        #expect(
            near(
                groups.differenceTest?.statistic ?? 0, regression.moderatorTest?.statistic ?? 1,
                relative: 1e-9))
        #expect(
            near(
                groups.groups[0].effect.value?.estimate ?? 0, regression.coefficients[0].estimate,
                relative: 1e-9))
        let own = try trials.subgroups(by: labels, heterogeneity: .own)
        #expect(own.groups.map(\.count) == [2, 7, 4] && own.commonTau2 == nil)
        let lone = try trials.subgroups(by: ["x"] + Array(repeating: "y", count: 12), heterogeneity: .own)
        #expect(lone.groups[0].effect.reason == .tooFewStudies(1) && lone.differenceTest == nil)
    }

    @Test func permutationsAreExactForFewStudiesAndRepeatable() throws {
        let five = try EffectSet(effects: [0, 0.1, 0.2, 0.3, 1], variances: [0.1, 0.1, 0.1, 0.1, 0.1])
        let fit = try five.regression(on: [.number("x", [1, 2, 3, 4, 5])])
        let exact = try fit.permutationTest(draws: 1000)
        #expect(exact.isExact && exact.draws == 119)
        // With equal variances only the order itself gives so high a slope, and only its mirror so low a one.
        #expect(near(exact.pValues[1], 2.0 / 120, relative: 1e-12))
        let trials = try bcgTrials().regression(on: [.number("latitude", latitudes)])
        let drawn = try trials.permutationTest(draws: 200, seed: 3)
        #expect(drawn == (try trials.permutationTest(draws: 200, seed: 3)))
        #expect(drawn.pValues[1] < 0.05 && drawn.pValues[1] >= 1.0 / 201)
    }

    /// Independent effects of equal variance: CR2 is the textbook variance with k − 1 degrees of freedom.
    @Test func cr2IsExactForIndependentEqualEffects() throws {
        let studies = try EffectSet(
            effects: [0.1, 0.5, 0.3, 0.9, -0.2, 0.4], variances: [Double](repeating: 0.05, count: 6))
        let pooled = try studies.pooled(PoolingOptions(.equalEffects, inference: .normal))
        let robust = try pooled.robust(clusters: studies.studies, .cr2).coefficients[0]
        let mean = studies.effects.reduce(0, +) / 6
        let variance = studies.effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5 / 6
        #expect(near(robust.standardError, variance.squareRoot(), relative: 1e-12))
        #expect(near(robust.degreesOfFreedom ?? 0, 5, relative: 1e-10))
    }

    /// The mean of CR2 variances over draws is the true variance when the working model holds.
    @Test func cr2IsUnbiasedWhenTheModelHolds() throws {
        var stream = RandomStream(seed: 5, purpose: .selfTest)
        func normal() -> Double {
            (-2 * log(stream.openUnit())).squareRoot() * cos(2 * .pi * stream.openUnit())
        }
        let variances = [0.01, 0.2, 0.05, 0.4, 0.02, 0.1, 0.3, 0.03]
        let x: [Double?] = [1, 0, 0, 0, 1, 0, 0, 0]
        let draws = 4000
        var sum = 0.0
        var truth = 0.0
        for _ in 0..<draws {
            let set = try EffectSet(
                effects: variances.map { $0.squareRoot() * normal() }, variances: variances)
            let fit = try set.regression(
                on: [.number("x", x)], PoolingOptions(.equalEffects, inference: .normal))
            truth = fit.coefficients[1].standardError * fit.coefficients[1].standardError
            let robust = try fit.robust(clusters: set.studies, .cr2).coefficients[1].standardError
            sum += robust * robust / Double(draws)
        }
        #expect(near(sum, truth, relative: 0.06))
    }

    @Test func aThreeLevelModelWithOneEffectPerStudyIsTwoLevel() throws {
        let trials = try bcgTrials()
        let own = trials.studies
        let multilevel = try trials.multilevel(random: [RandomTerm("trial", own)])
        let pooled = try trials.pooled(PoolingOptions(.randomEffects(.reml), inference: .normal))
        #expect(near(multilevel.components[0].variance, pooled.heterogeneity.tau2, relative: 1e-6))
        #expect(near(multilevel.coefficients[0].estimate, pooled.estimate, relative: 1e-7))
        #expect(near(multilevel.logLikelihood, pooled.likelihood.logLikelihood, relative: 1e-10))
        #expect(near(multilevel.components[0].i2, pooled.heterogeneity.i2, relative: 1e-6))
        let interval = try multilevel.profileInterval(of: "trial")
        let profile = try #require(pooled.heterogeneityInterval(.profileLikelihood).value)
        #expect(near(interval.lower, profile.tau2.lower, relative: 1e-4))
        #expect(near(interval.upper, profile.tau2.upper, relative: 1e-4))
    }

    @Test func aggregatingIndependentEffectsIsEqualEffectsPooling() throws {
        let six = try sixStudies()
        let whole = try six.aggregated(by: ["a", "a", "a", "b", "b", "b"], sampling: .independent)
        let first = try six.subset([0, 1, 2]).pooled(PoolingOptions(.equalEffects, inference: .normal))
        #expect(near(whole.effects[0], first.estimate) && whole.studies == ["a", "b"])
        #expect(near(whole.variances[0].squareRoot(), first.effect.standardError))
    }

    /// With two treatments a network is a plain pooled odds ratio.
    @Test func aNetworkOfTwoTreatmentsIsPooling() throws {
        let cells: [(Double, Double, Double, Double)] = [
            (4, 123, 11, 139), (6, 306, 29, 303), (33, 5069, 47, 5808), (8, 2545, 10, 629),
        ]
        var arms: [NetworkArm] = []
        var effects: [StudyEffect] = []
        for (place, cell) in cells.enumerated() {
            arms.append(NetworkArm(study: "\(place)", treatment: "none", events: cell.2, persons: cell.3))
            arms.append(NetworkArm(study: "\(place)", treatment: "vaccine", events: cell.0, persons: cell.1))
            effects.append(
                try StudyEffect(
                    study: "\(place)", metric: .logOddsRatio,
                    table: FourfoldTable(a: cell.0, b: cell.1 - cell.0, c: cell.2, d: cell.3 - cell.2)))
        }
        let treatments = ["none", "vaccine"]
        let network = try NetworkMetaAnalysis(
            try NetworkContrasts(arms: arms, treatments: treatments), treatments: treatments)
        let pooled = try EffectSet(effects).pooled(PoolingOptions(.randomEffects(.reml), inference: .normal))
        #expect(near(network.effects[0].estimate, pooled.estimate, relative: 1e-6))
        #expect(near(network.tau2, pooled.heterogeneity.tau2, relative: 1e-5))
        #expect(near(network.pScores().reduce(0, +), 1, relative: 1e-12))
        let back = try network.effect(of: "none", against: "vaccine")
        #expect(near(back.estimate, -network.effects[0].estimate))
    }

    @Test func aTightPriorAtZeroGivesEqualEffects() throws {
        let six = try sixStudies()
        let posterior = try six.bayesian(heterogeneity: .halfNormal(scale: 1e-3))
        let equal = try six.pooled(PoolingOptions(.equalEffects, inference: .normal))
        #expect(near(posterior.effect.mean.value ?? 0, equal.estimate, relative: 1e-4))
        #expect(near(posterior.effect.deviation.value ?? 0, equal.effect.standardError, relative: 1e-3))
        #expect(posterior.marginalLikelihood == nil)
    }

    /// The law of total variance ties the three posteriors together.
    @Test func posteriorsFitTogether() throws {
        for prior in [
            HeterogeneityPrior.halfNormal(scale: 0.5), .halfCauchy(scale: 0.5), .uniform, .jeffreys,
        ] {
            let found = try bcgTrials().bayesian(heterogeneity: prior)
            let mean = try #require(found.heterogeneity.mean.value)
            let deviation = try #require(found.heterogeneity.deviation.value)
            let own = try #require(found.effect.deviation.value)
            let sum = own * own + mean * mean + deviation * deviation
            #expect(near(found.prediction.deviation.value ?? 0, sum.squareRoot(), relative: 1e-9))
            #expect(near(found.prediction.mean.value ?? 0, found.effect.mean.value ?? 1, relative: 1e-9))
            #expect(found.effect.interval.contains(found.effect.mode))
        }
    }

    /// ∫ τ τ^(−2) dτ has no end, so three studies with a flat prior have a median but no mean.
    @Test func longTailsHaveNoMean() throws {
        let three = try sixStudies().subset([0, 1, 2])
        let flat = try three.bayesian(heterogeneity: .uniform)
        #expect(flat.heterogeneity.mean.reason == .longTail && flat.effect.deviation.reason == .longTail)
        #expect(flat.heterogeneity.median > 0 && flat.effect.interval.contains(flat.effect.median))
        let four = try sixStudies().subset([0, 1, 2, 3]).bayesian(heterogeneity: .uniform)
        #expect(four.heterogeneity.mean.value != nil && four.heterogeneity.deviation.reason == .longTail)
        let proper = try three.bayesian()
        #expect(proper.heterogeneity.deviation.value != nil)
    }

    @Test func selectionWithoutSelectionIsMaximumLikelihood() throws {
        let trials = try bcgTrials()
        let flat = try trials.selectionModel(.fixedSteps([0.025], weights: [1, 1]))
        let plain = try trials.pooled(PoolingOptions(.randomEffects(.maximumLikelihood), inference: .normal))
        #expect(near(flat.estimate, plain.estimate, relative: 1e-6))
        #expect(near(flat.tau2, plain.heterogeneity.tau2, relative: 1e-5))
        #expect(near(flat.logLikelihood, plain.likelihood.logLikelihood, relative: 1e-10))
        #expect(flat.test.pValue == nil)
    }

    /// Turning all effects around turns the answer around.
    @Test func smallStudyTestsAreSymmetric() throws {
        let trials = try bcgTrials()
        let mirror = try EffectSet(effects: trials.effects.map { -$0 }, variances: trials.variances)
        #expect(
            near(
                try mirror.regressionTest().slope.estimate, -(try trials.regressionTest().slope.estimate),
                relative: 1e-11))
        let left = try trials.trimAndFill(.l0, side: .left)
        let right = try mirror.trimAndFill(.l0, side: .right)
        #expect(
            left.missing == right.missing
                && near(left.effect.estimate, -right.effect.estimate, relative: 1e-10))
        let first = try trials.selectionModel(favouringPositive: false)
        let second = try mirror.selectionModel(favouringPositive: true)
        #expect(near(first.estimate, -second.estimate, relative: 1e-6))
        #expect(
            try trials.failSafeNumber(.rosenthal).number == (try mirror.failSafeNumber(.rosenthal).number))
    }

    /// A symmetric funnel has nothing to trim; distances differ a little, as equal ones are ranked by
    /// chance of order.
    @Test func aSymmetricFunnelStaysAsItIs() throws {
        let funnel = try EffectSet(
            effects: [-0.41, -0.2, -0.06, 0, 0.05, 0.21, 0.4],
            variances: [0.2, 0.1, 0.02, 0.01, 0.02, 0.1, 0.2])
        for side in FunnelSide.allCases { #expect(try funnel.trimAndFill(side: side).missing == 0) }
        let even = try EffectSet(
            effects: [-0.4, -0.2, -0.05, 0, 0.05, 0.2, 0.4],
            variances: [0.2, 0.1, 0.02, 0.01, 0.02, 0.1, 0.2])
        #expect(abs(try even.regressionTest().slope.estimate) < 1e-12)
    }

    /// The two ways of pooling counts agree with the pooled odds ratio where every cell is large.
    @Test func pooledTablesAgreeWithLargeCounts() throws {
        let tables = [
            FourfoldTable(a: 500, b: 1500, c: 600, d: 1400), FourfoldTable(a: 480, b: 1520, c: 590, d: 1410),
            FourfoldTable(a: 530, b: 1470, c: 620, d: 1380),
        ]
        let effects = try EffectSet(
            tables.enumerated().map { try StudyEffect(study: "\($0)", metric: .logOddsRatio, table: $1) })
        let equal = try effects.pooled(PoolingOptions(.equalEffects, inference: .normal))
        let mantel = try TablePooling.mantelHaenszel(tables, measure: .oddsRatio)
        let peto = try TablePooling.peto(tables)
        let logistic = try MixedLogistic(tables, model: .fixedStudies)
        #expect(near(mantel.effect.estimate, equal.estimate, relative: 1e-3))
        #expect(near(peto.effect.estimate, equal.estimate, relative: 2e-2))
        #expect(logistic.tau2 < 1e-3 && near(logistic.effect.estimate, equal.estimate, relative: 1e-3))
    }
}

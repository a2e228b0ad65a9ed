import Foundation
import MetaAnalysis
import Testing

@Suite struct ConversionTests {
    @Test func theRouteIsCarriedAlong() throws {
        let fromP = try StudyEffect(study: "a", p: 0.03, positive: false, firstCount: 50, secondCount: 50)
        #expect(fromP.route == [.pToT, .tToD, .smallSampleFactor])
        #expect(
            near(
                fromP.value, -0.440429390202149 * EffectConversion.smallSampleFactor(degreesOfFreedom: 98),
                relative: 1e-12))
        let odds = try fromP.converted(to: .logOddsRatio)
        #expect(odds.route == [.pToT, .tToD, .smallSampleFactor, .dToLogOdds])
        let fromF = try StudyEffect(study: "a", f: 4.41, positive: true, firstCount: 40, secondCount: 35)
        let fromT = try StudyEffect(study: "a", t: 2.1, firstCount: 40, secondCount: 35)
        #expect(near(fromF.value, fromT.value) && fromF.route.first == .fToT)
        let zero = try StudyEffect(
            study: "z", metric: .logOddsRatio, table: FourfoldTable(a: 0, b: 50, c: 3, d: 47))
        #expect(zero.route == [.fromFourfoldTable, .addedHalf])
        let ratio = try StudyEffect(
            study: "r", ratioEstimand: Estimand(.logOddsRatio), ratio: 1.45, lower: 1.1, upper: 1.91)
        #expect(ratio.route == [.ratioToLogarithm, .intervalToStandardError])
    }

    @Test func conversionsThereAndBackReturn() throws {
        let d = StudyEffect(
            study: "a", estimand: Estimand(.standardisedMeanDifference), value: 0.4, variance: 0.02)
        for metric in [EffectMetric.correlation, .logOddsRatio, .fisherZ] {
            let back = try d.converted(to: metric).converted(to: .standardisedMeanDifference)
            #expect(near(back.value, d.value, relative: 1e-12), "\(metric)")
            #expect(near(back.variance, d.variance, relative: 1e-12), "\(metric)")
        }
        #expect(throws: MetaAnalysisError.self) { try d.converted(to: .meanDifference) }
        #expect(try d.converted(to: .standardisedMeanDifference) == d)
    }

    @Test func exchangingGroupsChangesTheSignOnly() throws {
        let first = GroupSummary(mean: 12, standardDeviation: 3, count: 20)
        let second = GroupSummary(mean: 10, standardDeviation: 4, count: 30)
        for metric in [
            EffectMetric.meanDifference, .standardisedMeanDifference, .standardisedMeanDifferenceUnequal,
            .logRatioOfMeans, .logRatioOfVariation, .logRatioOfDeviations,
        ] {
            let one = try StudyEffect(study: "a", metric: metric, comparing: first, with: second)
            let other = try StudyEffect(study: "a", metric: metric, comparing: second, with: first)
            #expect(
                near(one.value, -other.value, relative: 1e-12)
                    && near(one.variance, other.variance, relative: 1e-12))
        }
        let table = FourfoldTable(a: 12, b: 30, c: 25, d: 40)
        let turned = FourfoldTable(a: 25, b: 40, c: 12, d: 30)
        for metric in [
            EffectMetric.logOddsRatio, .logRiskRatio, .riskDifference, .petoLogOddsRatio, .arcsineDifference,
            .phi, .yuleQ, .yuleY, .tetrachoric, .probitDifference,
        ] {
            let one = try StudyEffect(study: "a", metric: metric, table: table)
            let other = try StudyEffect(study: "a", metric: metric, table: turned)
            #expect(near(one.value, -other.value, relative: 1e-10), "\(metric)")
            #expect(near(one.variance, other.variance, relative: 1e-10), "\(metric)")
        }
    }

    @Test func backTransformationUndoesTheScale() throws {
        let share = try StudyEffect(study: "a", metric: .logitProportion, events: 5, of: 20)
        #expect(near(EffectMetric.logitProportion.backTransformed(share.value), 0.25))
        let arc = try StudyEffect(study: "a", metric: .arcsineProportion, events: 5, of: 20)
        #expect(near(EffectMetric.arcsineProportion.backTransformed(arc.value), 0.25))
        #expect(near(EffectMetric.fisherZ.backTransformed(EffectConversion.fisherZ(correlation: 0.3)), 0.3))
        #expect(near(EffectMetric.logOddsRatio.backTransformed(log(2)), 2))
        #expect(EffectMetric.meanDifference.backTransformed(3) == 3)
    }

    @Test func badNumbersAreNamed() throws {
        let good = GroupSummary(mean: 1, standardDeviation: 1, count: 10)
        let flat = GroupSummary(mean: 1, standardDeviation: 0, count: 10)
        #expect(
            throws: MetaAnalysisError.studyData(
                study: "x", problem: "standard deviation is 0.0; it must be above 0")
        ) {
            try StudyEffect(study: "x", metric: .standardisedMeanDifference, comparing: good, with: flat)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", metric: .logOddsRatio, comparing: good, with: good)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(
                study: "x", metric: .logRatioOfMeans,
                comparing: GroupSummary(mean: -1, standardDeviation: 1, count: 9), with: good)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", metric: .logOddsRatio, table: FourfoldTable(a: -1, b: 1, c: 1, d: 1))
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(
                study: "x", metric: .logOddsRatio, table: FourfoldTable(a: 0, b: 5, c: 2, d: 3),
                zeroCells: .never)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", metric: .phi, table: FourfoldTable(a: 0, b: 5, c: 0, d: 3))
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", metric: .fisherZ, correlation: 1, count: 20)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", metric: .proportion, events: 12, of: 10)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", p: 0, positive: true, firstCount: 10, secondCount: 10)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", estimand: Estimand(.other), value: 1, lower: 2, upper: 1)
        }
        #expect(throws: MetaAnalysisError.self) {
            try StudyEffect(study: "x", ratioEstimand: Estimand(.logOddsRatio), ratio: 1, lower: 0, upper: 2)
        }
    }
}

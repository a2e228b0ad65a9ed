import Foundation
import MetaAnalysis
import Testing

/// Whatever comes in: the right answer or one clear line.
@Suite struct BadInputTests {
    @Test func oneStudyIsNotPooled() throws {
        let one = try EffectSet(effects: [0.3], variances: [0.1])
        let expected = MetaAnalysisError.tooFewStudies(found: 1, needed: 2, purpose: "pooling")
        #expect(throws: expected) { try one.pooled() }
        #expect(
            "\(expected)"
                == "there are 1 usable studies and pooling needs at least 2; "
                + "add studies or only describe them"
        )
        #expect(throws: MetaAnalysisError.self) { try one.leaveOneOut() }
        #expect(throws: MetaAnalysisError.self) { try one.regressionTest() }
        #expect(throws: MetaAnalysisError.self) { try one.selectionModel() }
        #expect(throws: MetaAnalysisError.self) { try one.bayesian() }
        #expect(throws: MetaAnalysisError.self) { try one.henmiCopas() }
        #expect(throws: MetaAnalysisError.self) { try one.multilevel(random: [RandomTerm("x", ["1"])]) }
        #expect(throws: MetaAnalysisError.self) { try EffectSet(effects: [], variances: []) }
        #expect(try one.cumulative(by: [2001]).first?.effect.estimate == 0.3)
    }

    @Test func impossibleNumbersAreNamed() throws {
        #expect(throws: MetaAnalysisError.variance(study: "B", found: 0)) {
            try EffectSet(effects: [1, 2], variances: [1, 0], studies: ["A", "B"])
        }
        #expect(throws: MetaAnalysisError.variance(study: "2", found: -1)) {
            try EffectSet(effects: [1, 2], variances: [1, -1])
        }
        #expect(throws: MetaAnalysisError.notFinite(what: "the effect", study: "1")) {
            try EffectSet(effects: [.infinity, 2], variances: [1, 1])
        }
        #expect(throws: MetaAnalysisError.notFinite(what: "the variance", study: "1")) {
            try EffectSet(effects: [1, 2], variances: [.nan, 1])
        }
        #expect(throws: MetaAnalysisError.self) { try EffectSet(effects: [1, 2], variances: [1e-200, 1]) }
        #expect(throws: MetaAnalysisError.count(what: "variance", found: 1, expected: 2)) {
            try EffectSet(effects: [1, 2], variances: [1])
        }
        #expect(
            throws: MetaAnalysisError.parameter(
                name: "level", found: 95, expected: "between 0 and 1, for instance 0.95")
        ) {
            try sixStudies().pooled(PoolingOptions(.equalEffects, level: 95))
        }
    }

    @Test func differentEstimandsAreNotPooled() throws {
        let first = StudyEffect(
            study: "a", estimand: Estimand(.logOddsRatio, of: "work"), value: 0.1, variance: 0.1)
        let second = StudyEffect(
            study: "b", estimand: Estimand(.riskDifference, of: "work"), value: 0.1, variance: 0.1)
        let third = StudyEffect(
            study: "c", estimand: Estimand(.logOddsRatio, of: "health"), value: 0.1, variance: 0.1)
        #expect(
            throws: MetaAnalysisError.mixedEstimands(["log odds ratio of work", "risk difference of work"])
        ) {
            try EffectSet([first, second])
        }
        #expect(
            throws: MetaAnalysisError.mixedEstimands(["log odds ratio of work", "log odds ratio of health"])
        ) {
            try EffectSet([first, third])
        }
        #expect(try EffectSet([first, first]).estimand == first.estimand)
    }

    @Test func equalStudiesGiveOneEffectWithoutNoise() throws {
        let equal = try EffectSet(effects: [0.5, 0.5, 0.5, 0.5], variances: [0.1, 0.2, 0.1, 0.3])
        for row in try equal.pooled().estimators {
            #expect(row.tau2 == 0 && abs(row.effect.estimate - 0.5) < 1e-15 && row.effect.standardError > 0)
        }
        let free = try equal.pooled(
            PoolingOptions(.randomEffects(.reml), inference: .knappHartung(neverNarrower: false)))
        #expect(
            free.meanSquare < 1e-28
                && free.warnings.contains { if case .narrowerThanPlain = $0 { true } else { false } })
        let zero = try EffectSet(effects: [0, 0, 0], variances: [1, 2, 1])
            .pooled(PoolingOptions(.randomEffects(.reml), inference: .knappHartung(neverNarrower: false)))
        #expect(zero.effect.pValue == 1)
        #expect(try equal.pooled().heterogeneityInterval(.qProfile).reason == .effectsTooAlike)
        #expect(throws: MetaAnalysisError.self) { try equal.subset([0, 2]).regressionTest() }
        let evenErrors = try EffectSet(effects: [0.1, 0.4, 0.3], variances: [0.1, 0.1, 0.1])
        #expect(throws: MetaAnalysisError.collinear(moderator: "sei")) { try evenErrors.regressionTest() }
        #expect(try evenErrors.rankCorrelationTest().reason == .noVariation)
    }

    @Test func collinearModeratorsAreNamed() throws {
        let trials = try bcgTrials()
        let double = latitudes.map { $0.map { 2 * $0 + 3 } }
        #expect(throws: MetaAnalysisError.collinear(moderator: "twice")) {
            try trials.regression(on: [.number("latitude", latitudes), .number("twice", double)])
        }
        #expect(throws: MetaAnalysisError.collinear(moderator: "same")) {
            try trials.regression(on: [.number("same", [Double?](repeating: 7, count: 13))])
        }
        #expect(throws: MetaAnalysisError.collinear(moderator: "class")) {
            try trials.regression(on: [.category("class", [String](repeating: "a", count: 13))])
        }
        let groups = (0..<13).map { $0 < 6 ? "a" : "b" }
        #expect(throws: MetaAnalysisError.collinear(moderator: "half")) {
            try trials.regression(on: [
                .category("g", groups), .number("half", (0..<13).map { $0 < 6 ? 1 : 0 }),
            ])
        }
        #expect(
            throws: MetaAnalysisError.tooFewStudies(
                found: 6, needed: 7, purpose: "a model with 6 coefficients")
        ) {
            try sixStudies().regression(on: [.category("own", ["a", "b", "c", "d", "e", "f"])])
        }
        #expect(throws: MetaAnalysisError.unknown(what: "class of 'g' called", name: "c", known: ["a", "b"]))
        {
            try trials.regression(on: [.category("g", groups, reference: "c")])
        }
        #expect(throws: MetaAnalysisError.self) {
            try EffectSet(effects: [1, 2, 3, 4], variances: [1e-14, 1, 1, 1]).regression(on: [
                .number("x", [1, 2, 3, 5])
            ])
        }
    }

    @Test func levelsOutOfRangeAreRefusedEverywhere() throws {
        let six = try sixStudies()
        let pairs = ["a", "a", "b", "b", "c", "c"]
        let tables = [FourfoldTable](repeating: FourfoldTable(a: 9, b: 30, c: 12, d: 28), count: 3)
        for level in [0, 1, 95, -1, Double.nan] {
            #expect(throws: MetaAnalysisError.self) { try six.regressionTest(level: level) }
            #expect(throws: MetaAnalysisError.self) { try six.precisionEffectTest(level: level) }
            #expect(throws: MetaAnalysisError.self) { try six.henmiCopas(level: level) }
            #expect(throws: MetaAnalysisError.self) { try six.bayesian(level: level) }
            #expect(throws: MetaAnalysisError.self) {
                try six.robustRegression(clusters: pairs, workingModel: .hierarchical, level: level)
            }
            #expect(throws: MetaAnalysisError.self) {
                try six.multilevel(random: [RandomTerm("pair", pairs)], level: level)
            }
            #expect(throws: MetaAnalysisError.self) { try TablePooling.peto(tables, level: level) }
            #expect(throws: MetaAnalysisError.self) {
                try TablePooling.mantelHaenszel(tables, measure: .oddsRatio, level: level)
            }
            #expect(throws: MetaAnalysisError.self) {
                try MixedLogistic(tables, model: .conditional, level: level)
            }
        }
    }

    @Test func missingModeratorsDropStudiesByName() throws {
        let fit = try sixStudies().regression(on: [.number("x", [1, nil, 2, 3, 5, 8])])
        #expect(fit.dropped == ["B"] && fit.effects.count == 5)
        #expect(fit.warnings.contains(.studiesDropped(["B"])))
        #expect(fit.warnings.contains(.fewStudies(5)))
    }

    @Test func tenThousandStudiesAreFine() throws {
        let many = try drawnStudies(10_000, tau: 0.3)
        let pooled = try many.pooled()
        #expect(
            close(pooled.estimate, 0.2, within: 0.02) && close(pooled.heterogeneity.tau2, 0.09, within: 0.01))
        #expect(pooled.estimators.allSatisfy { $0.estimator == .sidikJonkman || abs($0.tau2 - 0.09) < 0.02 })
        let interval = try #require(pooled.heterogeneityInterval(.qProfile).value)
        #expect(interval.tau2.contains(pooled.heterogeneity.tau2) && interval.tau2.width < 0.02)
    }

    /// Dependence is worked out block by block, so many effects in many studies are no burden.
    @Test func manyDependentEffectsAreFine() throws {
        let many = try drawnStudies(1500, tau: 0.3)
        let studies = (0..<1500).map { "\($0 / 3)" }
        let robust = try many.robustRegression(clusters: studies, workingModel: .hierarchical)
        #expect(close(robust.coefficients[0].estimate, 0.2, within: 0.05))
        #expect(close(robust.tau2 + (robust.omega2 ?? 0), 0.09, within: 0.03))
        let whole = try many.aggregated(by: studies, sampling: .correlated(within: studies, rho: 0.5))
        #expect(whole.count == 500)
        let pooled = try many.pooled().robust(clusters: studies)
        #expect(pooled.clusters == 500 && (pooled.coefficients[0].degreesOfFreedom ?? 0) > 200)
    }

    @Test func extremeNumbersStayInRange() throws {
        for scale in [1e-40, 1e40] {
            let set = try EffectSet(
                effects: [1, 2, 4].map { $0 * scale }, variances: [1, 0.5, 2].map { $0 * scale * scale })
            let pooled = try set.pooled()
            #expect(pooled.estimate.isFinite && pooled.effect.standardError > 0)
            #expect(pooled.heterogeneity.i2 >= 0 && pooled.heterogeneity.i2 <= 100)
        }
        let apart = try EffectSet(effects: [1e-9, 1, -1], variances: [1e-18, 1, 1])
        #expect(abs(try apart.pooled(PoolingOptions(.equalEffects)).estimate) < 1e-8)
    }

    @Test func dependentEffectsAskForWhatTheyNeed() throws {
        let trials = try bcgTrials()
        let pairs = (0..<13).map { "\($0 / 2)" }
        #expect(throws: MetaAnalysisError.parameter(name: "rho", found: 1, expected: "between −1 and 1")) {
            try trials.multilevel(
                random: [RandomTerm("x", pairs)], sampling: .correlated(within: pairs, rho: 1))
        }
        #expect(throws: MetaAnalysisError.self) {
            try trials.multilevel(random: [RandomTerm("x", pairs)], sampling: .matrix([[1]]))
        }
        let model = try trials.multilevel(random: [RandomTerm("pair", pairs)])
        #expect(throws: MetaAnalysisError.self) { try model.robust(clusters: trials.studies) }
        #expect(throws: MetaAnalysisError.unknown(what: "random term", name: "x", known: ["pair"])) {
            try model.profileInterval(of: "x")
        }
        #expect(throws: MetaAnalysisError.self) {
            try trials.pooled().robust(clusters: [String](repeating: "one", count: 13))
        }
        let treatments = ["a", "b", "c", "d"]
        let apart = [("1", "a"), ("1", "b"), ("2", "c"), ("2", "d")].map {
            NetworkArm(study: $0.0, treatment: $0.1, events: 3, persons: 10)
        }
        #expect(
            throws: MetaAnalysisError.contradiction(
                "treatment 'c' has no chain of comparisons to 'a'; leave it out or add studies")
        ) {
            try NetworkMetaAnalysis(
                NetworkContrasts(arms: apart, treatments: treatments), treatments: treatments)
        }
    }

    @Test func smallStudyMethodsRefuseWhatTheyCannotDo() throws {
        #expect(throws: MetaAnalysisError.self) { try bcgTrials().selectionModel(.steps([0.5, 0.1])) }
        #expect(throws: MetaAnalysisError.self) { try bcgTrials().selectionModel(.steps([])) }
        #expect(throws: MetaAnalysisError.self) {
            try bcgTrials().selectionModel(.steps([1e-9, 0.5]), favouringPositive: true)
        }
        let without = try EffectSet(effects: [0.1, 0.2, 0.4], variances: [0.1, 0.2, 0.3])
        #expect(throws: MetaAnalysisError.self) { try without.regressionTest(.sampleSize) }
        #expect(throws: MetaAnalysisError.self) { try without.failSafeNumber(.orwin, target: -0.1) }
        #expect(try without.regressionTest().warnings == [.fewStudies(3)])
        let nothing = try PCurve([.z(0.3), .t(1, df: 20)])
        for statistic in [
            TestStatistic.z(.infinity), .correlation(1, df: 9), .f(-1, df1: 1, df2: 9), .t(2, df: 0),
        ] {
            #expect(throws: MetaAnalysisError.self) { try PCurve([statistic]) }
        }
        let certain = try EffectSet(effects: [1e99, 1e99], variances: [1e-99, 1e-99])
        #expect(try certain.failSafeNumber(.rosenthal).number == 9_000_000_000_000_000)
        #expect(nothing.full.count == 0 && nothing.power == nil && !nothing.showsEvidence && !nothing.isFlat)
        #expect(throws: MetaAnalysisError.self) {
            try TablePooling.peto([FourfoldTable(a: 0, b: 5, c: 0, d: 5)])
        }
        #expect(throws: MetaAnalysisError.self) {
            try TablePooling.mantelHaenszel(
                [FourfoldTable(a: 0, b: 5, c: 1, d: 5), FourfoldTable(a: 0, b: 9, c: 2, d: 5)],
                measure: .oddsRatio)
        }
    }

    @Test func everyTextIsThereInBothLanguages() {
        for estimator in HeterogeneityEstimator.allCases {
            #expect(!estimator.english.isEmpty && !estimator.dutch.isEmpty)
        }
        for metric in EffectMetric.allCases { #expect(!metric.english.isEmpty && !metric.dutch.isEmpty) }
        for step in ConversionStep.allCases {
            #expect(!step.english.isEmpty && !step.dutch.isEmpty && !step.paper.isEmpty)
        }
        for method in PredictionMethod.allCases { #expect(method.english != method.dutch) }
        let warnings: [PoolingWarning] = [
            .veryFewStudies(3), .fewStudies(7), .narrowerThanPlain(factor: 0.5), .floorUsed(factor: 0.034),
            .estimatorsDisagree(lowest: .hedges, highest: .sidikJonkman), .predictionCrossesZero,
            .oneStudyDominates("C"), .equalEffectsDoubtful, .studiesDropped(["A"]),
        ]
        for warning in warnings { #expect(warning.english != warning.dutch) }
        #expect(PoolingWarning.floorUsed(factor: 0.034).dutch.contains("0,03"))
        let reasons: [UndefinedReason] = [
            .effectsTooAlike, .notLikelihood, .tooFewStudies(2), .equalEffects, .flatLikelihood, .longTail,
            .noVariation,
            .negativeVariance,
        ]
        for reason in reasons { #expect(reason.english != reason.dutch) }
    }
}

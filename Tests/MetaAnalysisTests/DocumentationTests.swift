import Foundation
import MetaAnalysis
import Testing

/// Every number of a worked example is computed here and looked up in its article.
@Suite struct DocumentationTests {
    private func article(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/MetaAnalysis/MetaAnalysis.docc/\(name).md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Whether the article prints the number with these digits, with a true minus sign.
    private func prints(_ text: String, _ number: Double?, _ digits: Int) -> Bool {
        guard let number else { return false }
        let plain = String(format: "%.\(digits)f", number).replacing("-", with: "−")
        return text.contains(plain)
    }

    @Test func landingPageAndPooling() throws {
        let six = try sixStudies()
        let pooled = try six.pooled()
        let landing = try article("MetaAnalysis")
        let prediction = try #require(pooled.prediction.value)
        for number in [
            pooled.estimate, pooled.effect.interval.lower, pooled.effect.interval.upper, prediction.lower,
            prediction.upper,
        ] { #expect(prints(landing, number, 3), "\(number)") }
        #expect(prints(landing, pooled.heterogeneity.tau2, 4))
        #expect(pooled.warnings.contains { landing.contains($0.english) })
        let text = try article("PoolingStudies")
        for options in [
            PoolingOptions(.equalEffects, inference: .normal),
            PoolingOptions(.randomEffects(.reml), inference: .normal), PoolingOptions(),
        ] {
            let effect = try six.pooled(options).effect
            for number in [effect.estimate, effect.interval.lower, effect.interval.upper] {
                #expect(prints(text, number, 3), "\(number)")
            }
        }
    }

    @Test func heterogeneity() throws {
        let text = try article("HowMuchStudiesDiffer")
        let pooled = try sixStudies().pooled()
        #expect(prints(text, pooled.heterogeneity.tau2, 4) && prints(text, pooled.heterogeneity.i2, 1))
        #expect(prints(text, pooled.heterogeneity.q, 2))
        #expect(prints(text, pooled.heterogeneityInterval(.qProfile).value?.tau2.upper, 3))
        #expect(prints(text, pooled.heterogeneityInterval(.profileLikelihood).value?.tau2.upper, 3))
        for estimator in HeterogeneityEstimator.allCases { #expect(text.contains(estimator.rawValue)) }
    }

    @Test func effectSizes() throws {
        let text = try article("EffectSizes")
        let first = try StudyEffect(
            study: "A", metric: .standardisedMeanDifference,
            comparing: GroupSummary(mean: 103, standardDeviation: 5.5, count: 50),
            with: GroupSummary(mean: 100, standardDeviation: 4.5, count: 50))
        #expect(prints(text, first.value, 3) && prints(text, first.variance, 4))
        #expect(prints(text, try first.converted(to: .logOddsRatio).value, 3))
        let second = try StudyEffect(study: "B", p: 0.03, positive: true, firstCount: 50, secondCount: 50)
        #expect(prints(text, second.value, 3))
        for step in second.route { #expect(text.contains("\"\(step.english)\"")) }
    }

    @Test func moderators() throws {
        let text = try article("Moderators")
        let fit = try bcgTrials().regression(on: [.number("latitude", latitudes)])
        #expect(prints(text, fit.coefficients[1].estimate, 4) && prints(text, fit.r2, 1))
        #expect(prints(text, try fit.prediction(at: [52]).value, 2))
        let groups = try sixStudies().subgroups(by: ["x", "x", "x", "y", "y", "y"], heterogeneity: .common)
        for group in groups.groups { #expect(prints(text, group.effect.value?.estimate, 3)) }
        #expect(prints(text, groups.differenceTest?.pValue, 2))
    }

    @Test func influence() throws {
        let text = try article("InfluenceOfStudies")
        let rows = try sixStudies().leaveOneOut()
        #expect(prints(text, rows.map(\.effect.estimate).min(), 3))
        #expect(prints(text, rows.map(\.effect.estimate).max(), 3))
        let influence = try sixStudies().pooled().influence()
        #expect(prints(text, influence[2].cooksDistance, 2))
        #expect(influence.filter(\.isInfluential).map(\.study) == ["C"])
    }

    @Test func smallStudies() throws {
        let text = try article("SmallStudies")
        let six = try sixStudies()
        let egger = try six.regressionTest()
        #expect(prints(text, egger.slope.estimate, 2) && prints(text, egger.slope.pValue, 2))
        let begg = try #require(try six.rankCorrelationTest().value)
        #expect(prints(text, begg.correlation, 2) && prints(text, begg.pValue, 2))
        let filled = try six.trimAndFill()
        #expect(text.contains("\(filled.missing) missing on the \(filled.side.rawValue)"))
        let precision = try six.precisionEffectTest()
        #expect(prints(text, precision.pet[0].estimate, 2) && prints(text, precision.peese[0].estimate, 2))
        #expect(prints(text, try six.selectionModel(.moderateOneTailed).estimate, 3))
        let henmi = try six.henmiCopas().interval
        #expect(prints(text, henmi.lower, 3) && prints(text, henmi.upper, 3))
        #expect(prints(text, try six.excessSignificance().pValue, 2))
        let numbers = try FailSafeNumber.Method.allCases.map { try six.failSafeNumber($0).number }
        #expect(text.contains("\(numbers[0]), \(numbers[1]) and \(numbers[2])"))
    }

    @Test func dependentEffects() throws {
        let text = try article("DependentEffects")
        let studies = ["p", "p", "q", "q", "r", "r"]
        let six = try sixStudies()
        let model = try six.multilevel(
            random: [RandomTerm("study", studies), RandomTerm("effect", six.studies)],
            sampling: .correlated(within: studies, rho: 0.6))
        #expect(prints(text, model.coefficients[0].estimate, 3))
        let robust = try model.robust(clusters: studies)
        #expect(prints(text, robust.coefficients[0].degreesOfFreedom, 2))
        #expect(robust.doubtful == ["intercept"])
    }

    @Test func posteriors() throws {
        let text = try article("PosteriorsWithoutSimulation")
        let posterior = try sixStudies().bayesian(heterogeneity: .halfNormal(scale: 0.5))
        for number in [
            posterior.effect.median, posterior.effect.interval.lower, posterior.effect.interval.upper,
            posterior.heterogeneity.median, posterior.prediction.interval.lower,
            posterior.prediction.interval.upper,
        ] { #expect(prints(text, number, 3), "\(number)") }
        #expect(prints(text, posterior.probabilityBelowZero, 4))
    }

    @Test func counts() throws {
        let text = try article("CountsAndRareEvents")
        let tables = [
            FourfoldTable(a: 4, b: 119, c: 11, d: 128), FourfoldTable(a: 6, b: 300, c: 29, d: 274),
            FourfoldTable(a: 3, b: 228, c: 11, d: 209),
        ]
        #expect(prints(text, try TablePooling.mantelHaenszel(tables, measure: .oddsRatio).effect.estimate, 3))
        #expect(prints(text, try TablePooling.peto(tables).effect.estimate, 3))
        #expect(prints(text, try MixedLogistic(tables, model: .fixedStudies).effect.estimate, 3))
    }

    @Test func networks() throws {
        let text = try article("Networks")
        let rows: [(String, String, Double, Double)] = [
            ("1", "none", 9, 140), ("1", "talk", 23, 140), ("1", "group", 10, 138), ("2", "none", 75, 731),
            ("2", "talk", 363, 714), ("3", "talk", 12, 76), ("3", "group", 20, 74),
        ]
        let arms = rows.map { NetworkArm(study: $0.0, treatment: $0.1, events: $0.2, persons: $0.3) }
        let treatments = ["none", "talk", "group"]
        let network = try NetworkMetaAnalysis(
            NetworkContrasts(arms: arms, treatments: treatments), treatments: treatments)
        for effect in network.effects { #expect(prints(text, effect.estimate, 3)) }
        #expect(prints(text, try network.effect(of: "group", against: "talk").estimate, 3))
    }

    /// The counts in the article on verification are those of the tests on the reference.
    @Test func verification() throws {
        let text = try article("Verification")
        let entries = ReferenceTests.counts.map(\.entries).reduce(0, +) + 1222 + 1099
        let remarked = ReferenceTests.counts.map(\.remarked).reduce(0, +) + 22 + 15
        #expect(text.contains("\(entries / 1000),\(entries % 1000) values"))
        #expect(text.contains("\(remarked) of them with a remark"))
    }
}

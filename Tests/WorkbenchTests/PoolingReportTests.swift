import Bilingual
import Foundation
import MetaAnalysis
import Testing

@testable import Workbench

/// The file with the figures of a set of the user's own.
@Suite struct PoolingReportTests {
    private func set(_ metric: EffectMetric = .standardisedMeanDifference, _ count: Int = 6) throws
        -> PooledEffect
    {
        let effects = [0.5, 0.62, 0.41, 0.1, 0.7, 0.3].prefix(count)
        return try EffectSet(
            effects.enumerated().map { place, effect in
                StudyEffect(
                    study: "study <\(place)>", estimand: Estimand(metric), value: effect,
                    variance: 0.01 + 0.002 * Double(place))
            }
        ).pooled()
    }

    private func reasons(_ html: String, _ words: [BilingualText]) -> [Bool] {
        words.map { html.contains($0.nl) }
    }

    @Test func aSetWithoutColumnsSaysWhatItLacks() throws {
        let html = try PoolingReport(try set(), file: "eigen & co.csv").html
        let words = Strings.Pooling.self
        #expect(reasons(html, [words.noGroups, words.noModerator, words.noOrder]) == [true, true, true])
        #expect(html.contains("eigen &amp; co.csv") && !html.contains("study <"))
        #expect(html.components(separatedBy: "<figure").count - 1 == EvidencePart.pooling.count - 3)
    }

    @Test func aSetWithAllColumnsHasAllFigures() throws {
        let report = try PoolingReport(
            try set(), file: "e.csv", moderator: .init(name: "distance", values: [1, 2.5, 3, 4, 5, nil]),
            order: .init(name: "year", values: [2001, 2003, 2002, 2010, 2011, 2012]),
            classes: .init(name: "kind", labels: ["a", "a", "b", "b", "c", nil], heterogeneity: .own),
            language: .english)
        let html = report.html
        #expect(html == report.html)
        #expect(html.components(separatedBy: "<figure").count - 1 == EvidencePart.pooling.count)
        #expect(html.contains("k = 1: no summary"), "one study of kind c has no diamond")
        #expect(html.contains("Not drawn for want of kind: 1."))
        #expect(html.contains(">2002<") && !html.contains("2,002"))
        // Nothing is fetched and nothing runs.
        #expect(!html.contains("<script") && !html.contains(" src="))
        #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains("http" + "://"))
    }

    @Test func sharesHaveNoPointOfNoEffect() throws {
        let html = try PoolingReport(try set(.proportion), file: "e.csv").html
        #expect(html.components(separatedBy: Strings.Pooling.zeroIsSomething.nl.prefix(20)).count == 3)
    }

    @Test func fewStudiesGetReasonsAndNoFigures() throws {
        let html = try PoolingReport(try set(.standardisedMeanDifference, 2), file: "e.csv").html
        #expect(html.components(separatedBy: Strings.Pooling.needsThree.nl).count == 4)
        #expect(html.contains(Strings.Pooling.tooFewSignificant(2).nl))
    }

    @Test func columnsOfAnotherLengthAreRefused() throws {
        let pooled = try set()
        #expect(throws: MetaAnalysisError.self) {
            try PoolingReport(pooled, file: "e.csv", order: .init(name: "year", values: [1, 2]))
        }
    }
}

import ExperimentDesign
import Foundation
import Testing

/// Every number of the worked examples is computed here and looked up in the article.
@Suite struct DocumentationTests {
    private func article() throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(
            path: "Sources/ExperimentDesign/ExperimentDesign.docc/ExperimentDesign.md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The article prints the number with three digits, or the test says which it should print.
    private func expect(_ text: String, prints name: String, _ number: Double?) throws {
        let plain = String(format: "%.3f", try #require(number)).replacing("-", with: "−")
        #expect(text.contains("// \(name) \(plain)"), "\(name) \(plain)")
    }

    @Test func theNumbersOfTheArticleAreThoseOfTheLibrary() throws {
        let text = try article()
        let factors = try [Factor("rent", 400, 900), Factor("build", 0, 0.02), Factor("pull", 0, 1)]
        let design = try Design.saltelli(factors, baseSamples: 256)
        let outcomes = (0..<design.count).map { point in
            (design[point, 0] - 400) / 500 + 100 * design[point, 1] * design[point, 2]
        }
        let indices = try #require(
            try SobolIndices.estimate(factors: factors, outcomes: outcomes).value)
        #expect(text.contains("// runs \(design.count)"))
        try expect(text, prints: "S1 of rent", indices.first[0].estimate)
        try expect(text, prints: "ST of pull", indices.total[2].estimate)
        try expect(text, prints: "S2 of build and pull", indices.second[2].index.estimate)
        let table = try ScenarioTable(design: design, ofInterest: outcomes.map { $0 > 1.5 })
        let last = try #require(try PatientRuleInduction().trajectory(of: table).value?.steps.last)
        try expect(text, prints: "coverage", last.coverage)
        try expect(text, prints: "density", last.density)
    }

    @Test func theArticleNamesEveryWayToAnalyse() throws {
        let text = try article()
        for name in [
            "latinHypercube", "sobolSequence", "saltelli", "morris", "fullFactorial", "MorrisScreening",
            "SobolIndices", "ReplicateNoise", "PatientRuleInduction", "Regret", "Satisficing", "ParetoFront",
            "SALibText", "EMAResults",
        ] { #expect(text.contains(name), "\(name)") }
        for objective in PeelingObjective.allCases { #expect(text.contains(objective.rawValue)) }
    }
}

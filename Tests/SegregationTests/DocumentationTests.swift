import Foundation
import Segregation
import Testing

@Suite struct DocumentationTests {
    private func article(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/Segregation/Segregation.docc/\(name).md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func theTableOfAllMeasuresIsComplete() throws {
        let lines = try article("AllMeasures").split(separator: "\n")
        for definition in MeasureDefinition.all {
            let line = lines.first { $0.hasPrefix("| `\(definition.identifier)` |") }
            #expect(line?.contains(definition.paper) == true, "\(definition.identifier)")
        }
        #expect(lines.count { $0.hasPrefix("| `") } == MeasureDefinition.all.count)
    }

    /// The numbers in the landing page and the articles on evenness, exposure and local values.
    @Test func theWorkedExampleGivesTheNumbersInTheArticles() throws {
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        #expect(agree(try town.dissimilarity(of: .low, from: .rest).number, 0.606, within: 5e-4))
        #expect(agree(try town.gini(of: .low, from: .rest).number, 0.707, within: 5e-4))
        #expect(agree(try town.informationTheoryIndex(of: .low, from: .rest).number, 0.337, within: 6e-4))
        #expect(agree(try town.correlationRatio(of: .low).number, 0.414, within: 5e-4))
        #expect(agree(try town.isolation(of: .low).number, 0.678, within: 5e-4))
        #expect(agree(town.mutualInformation().number, 0.232, within: 5e-4))
        #expect(agree(town.normalisedEntropy().number, 0.993, within: 5e-4))
        let local = LocalMeasures(of: town).segregation
        for (found, printed) in zip(local, [0.293, 0.138, 0.045, 0.453]) {
            #expect(agree(found, printed, within: 5e-4))
        }
    }
}

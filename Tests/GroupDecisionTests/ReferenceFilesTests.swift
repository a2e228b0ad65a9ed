import Foundation
import GroupDecision
import ReferenceFiles
import Testing

@Suite struct ReferenceFilesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures")

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    private func report(_ name: String, _ text: String) throws -> ReferenceReport {
        let content = try JSONValue(contentsOf: Data(text.utf8))
        return try #require(try ReferenceVerification.report(name: name, content: content))
    }

    @Test(arguments: zip(ReferenceVerification.fileNames, [236, 202, 23, 226, 29]))
    func everyReferenceValueIsMatched(name: String, count: Int) throws {
        let report = try report(name, text(name))
        print(report.file, "matched", report.matched, "missed", report.missed.count)
        for gap in report.notCovered { print("  not covered", gap.name, "-", gap.reason) }
        #expect(report.missed.isEmpty && report.matched == count)
    }

    @Test func anAlteredReferenceValueIsNoticed() throws {
        let name = "vote-grades.json"
        let altered = try text(name).replacingOccurrences(of: "3.84767837148", with: "3.84767838148")
        #expect(altered != (try text(name)))
        #expect(try report(name, altered).missed.map(\.name) == ["quadratic.totals[3]"])
    }

    @Test func otherFilesAreLeftAlone() throws {
        #expect(try ReferenceVerification.report(name: "polis.json", content: .null) == nil)
    }
}

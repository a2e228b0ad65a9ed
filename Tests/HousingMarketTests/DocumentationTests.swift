import Foundation
import HousingMarket
import Testing

/// What the documentation says of the simulation is what the program does.
@Suite struct DocumentationTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private func document(_ name: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent("Documentation/\(name)"), encoding: .utf8)
    }

    @Test func theProtocolHoldsTheAssumptionsAsTheyAre() throws {
        let text = try document("ODD.md")
        let block = try #require(
            text.components(separatedBy: "<!-- assumptions -->\n").last?.components(
                separatedBy: "<!-- /assumptions -->"
            ).first)
        #expect(block == Assumptions.markdown, "put this between the marks:\n\(Assumptions.markdown)")
    }

    @Test func theProtocolHasAllSevenElements() throws {
        let text = try document("ODD.md")
        for heading in [
            "## 1 Purpose and patterns", "## 2 Entities, state variables and scales",
            "## 3 Process overview and scheduling",
            "## 4 Design concepts", "## 5 Initialisation", "## 6 Input data", "## 7 Submodels",
        ] { #expect(text.contains(heading)) }
    }

    @Test func everyPackageInTheDocumentationIsUnderstood() throws {
        let blocks = try document("Packages.md").components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.count >= 2)
        for (number, block) in blocks.enumerated() {
            #expect(throws: Never.self) { try Package.read(yaml: block, file: "block \(number + 1)") }
        }
    }

    @Test func everyLeverIsDocumented() throws {
        let text = try document("Packages.md")
        for kind in LeverKind.allCases { #expect(text.contains("`\(kind.word)`"), "\(kind)") }
    }
}

import Bilingual
import Foundation
import Neighbourhoods
import PolicyTheory
import Testing

@testable import Workbench

@Suite struct StringTests {
    /// Pairs of texts as they stand in the sources: the compiler sees to it that both are there, this test that
    /// neither is empty and that the English is not the Dutch.
    @Test func everyTextHasTwoLanguages() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Workbench").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var pairs = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /BilingualText\(\s*nl:\s*"([^"]*)",\s*en:\s*"([^"]*)"\)/) {
                pairs += 1
                #expect(!match.output.1.isEmpty && !match.output.2.isEmpty, "\(file.lastPathComponent)")
            }
        }
        #expect(pairs > 100)
    }

    @Test func englishPagesHoldNoDutchSentences() {
        let maker = PageMaker(studio: SmallTown.studio(isSynthetic: false))
        for path in PageTests.paths {
            // A study keeps its own title, journal and notes, in whatever language.
            let page = String(decoding: maker.page(path: path, query: "taal=en").bytes, as: UTF8.self)
                .replacing(/<cite>[^<]*<\/cite>/, with: "")
            for word in [" het ", " een ", " niet ", " wordt ", " alle ", "Geen cijfer", "Buurten<"] {
                // Titles of the policy document stay in Dutch, in quotation marks.
                #expect(
                    !page.replacing("“Datgene wat ons bindt”", with: "").contains(word), "\(path): \(word)")
            }
        }
    }

    @Test func everyThemeIsInTheReadingOrder() {
        #expect(Set(Theme.readingOrder) == Set(Theme.allCases))
    }
}

import Foundation
import Testing

@testable import Workbench

@Suite struct ReportTests {
    @Test(arguments: ["", "taal=en"])
    func theFileNeedsNothingElse(query: String) {
        let html = Report(studio: SmallTown.studio(), query: query).html
        #expect(Wellformed.complaint(of: Array(html.utf8)) == nil)
        for foreign in ["<script", "<link", "<img", "src=", "href=\"/assets", "http://", "@import"] {
            // The namespace of SVG is a name, not an address that is fetched.
            let text = html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
            #expect(!text.contains(foreign), "\(foreign)")
        }
        #expect(html.contains("<style>"))
        #expect(html.contains(query.isEmpty ? "Verzonnen gemeente" : "Made-up municipality"))
    }

    @Test func theSameChoicesGiveTheSameBytes() {
        #expect(Report(studio: SmallTown.studio()).html == Report(studio: SmallTown.studio()).html)
    }

    @Test func mapsInOneReportHaveNamesOfTheirOwn() {
        let html = Report(studio: SmallTown.studio()).html
        let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test(.enabled(if: ReportPDF.browser != nil, "there is no Chromium on this machine"))
    func chromiumMakesAPDF() async throws {
        let bytes = try await ReportPDF.make(html: Report(studio: SmallTown.studio()).html)
        #expect(bytes.starts(with: Array("%PDF".utf8)))
        // A tagged file names its structure tree; without it a screen reader finds no headings.
        #expect(Data(bytes).range(of: Data("StructTreeRoot".utf8)) != nil)
    }
}

import Bilingual
import DemoTown
import EvidenceRegister
import Figures
import Foundation
import HousingMarket
import Neighbourhoods
import PolicyTheory
import Testing
import WorkingGroup

@testable import Workbench

/// From every figure one click back to where it comes from and one forward to what it bears on, and both lead somewhere.
@Suite struct ProvenanceTests {
    static let maker: PageMaker? = {
        let dataset = DemoTown.make().dataset
        guard let band = Band([-0.02, -0.01, -0.03]),
            let studio = Studio(
                title: "Proef", towns: [Workbench.Town(dataset: dataset)],
                outcomes: [
                    ModelOutcome(
                        municipality: dataset.municipality.code.rawValue, package: "Sloop A", isTwin: false,
                        simulation: "abc", year: 2036, runs: 3,
                        differences: [.mixingNeighbourhood: band, .lowShareScope: band], displaced: nil)
                ]), let voice = try? groupVoice()
        else { return nil }
        return PageMaker(studio: studio, voices: [voice])
    }()

    static func groupVoice() throws -> GroupVoice? {
        let cast = RehearsalCast(
            voters: 12,
            lines: SeedStatement.all.map { (.init(text: $0.text.nl, claims: $0.bearsOn), $0.isForClaim) },
            seed: 1)
        var rehearsal = Rehearsal(cast, facts: [], firstYear: 2026, language: .dutch, now: 0)
        try rehearsal.play()
        return GroupVoice(code: "ABC", state: rehearsal.log.state)
    }

    /// Every page of the demo town, one area among them.
    static var paths: [String] {
        let area = maker?.studio.towns[0].dataset.areas(.neighbourhood).first?.code.rawValue ?? ""
        return PageTests.paths.filter { !$0.hasPrefix("/buurt/") } + ["/buurt/" + area, "/kaart?sel=" + area]
    }

    private func text(_ address: String) throws -> String {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let maker = try #require(Self.maker)
        let answer = maker.page(path: parts[0], query: parts.count > 1 ? parts[1] : "")
        #expect(answer.status == 200, "\(address)")
        return String(decoding: answer.bytes, as: UTF8.self)
    }

    /// The figures of a page. No figure stands in another.
    private func figures(_ page: String) -> [String] {
        page.components(separatedBy: "<figure ").dropFirst().map {
            $0.components(separatedBy: "</figure>")[0]
        }
    }

    @Test func everyFigureOfEveryPageLeadsBackAndForward() throws {
        var seen = 0
        for path in Self.paths {
            for figure in figures(try text(path)) {
                seen += 1
                let parts = figure.components(separatedBy: "class=\"mp-")
                let back = parts.first { $0.hasPrefix("back\"") } ?? ""
                let forward = parts.first { $0.hasPrefix("forward\"") } ?? ""
                #expect(back.contains("href="), "\(path): \(figure.prefix(120)) has no way back")
                #expect(forward.contains("href="), "\(path): \(figure.prefix(120)) has no way forward")
            }
        }
        #expect(seen > 60)
    }

    @Test func everyLinkUnderAFigureLeadsToAPlaceThatIsThere() throws {
        let maker = try #require(Self.maker)
        var known: [String: String] = [:]
        for path in Self.paths {
            let page = try text(path)
            for match in page.matches(of: /<p class="mp-(?:back|forward)">.*?<\/p>/) {
                for link in match.output.matches(of: /href="([^"]*)"/) {
                    let href = link.output.1.replacing("&amp;", with: "&")
                    let parts = href.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                    var target = page
                    if !parts[0].isEmpty {
                        let address = parts[0].split(separator: "?", maxSplits: 1).map(String.init)
                        if known[parts[0]] == nil {
                            let answer = maker.page(
                                path: address[0], query: address.count > 1 ? address[1] : "")
                            #expect(answer.status == 200, "\(path): \(href)")
                            known[parts[0]] = String(decoding: answer.bytes, as: UTF8.self)
                        }
                        target = known[parts[0]] ?? ""
                    }
                    if parts.count > 1 {
                        #expect(target.contains("id=\"\(parts[1])\""), "\(path): \(href) leads to no place")
                    }
                }
            }
        }
        #expect(known.count > 20)
    }

    @Test func aReportLeadsNowhereOutsideItself() throws {
        let maker = try #require(Self.maker)
        let html = Report(studio: maker.studio, voices: maker.voices).html
        for link in html.matches(of: /href="([^"]*)"/) {
            let href = String(link.output.1)
            #expect(href.hasPrefix("#"), "\(href)")
            #expect(html.contains("id=\"\(href.dropFirst())\""), "\(href) leads to no place in the report")
        }
        for target in TheoryTarget.all { #expect(html.contains("id=\"\(target.name)\""), "\(target.name)") }
        // The same words as on the pages: one value is behind both.
        let finding = try text("/tegenspraak")
        for match in finding.matches(of: /<strong>(Cijfers|Groep|Onderzoek|Model)[^<]*<\/strong>([^<]*)/) {
            #expect(html.contains(match.output.2), "\(match.output.2)")
        }
    }

    @Test func everyArrowShowsFourAnswersAndNeverNothing() throws {
        for edge in TheoryGraph.seed.edges {
            let page = try text("/schema/\(edge.code)")
            for title in [
                "Wat zeggen de cijfers van hier?", "Wat zegt het model?", "Wat zegt onderzoek?",
                "Wat vindt de groep?", "Waar dit botst",
            ] { #expect(page.contains(title), "\(edge.code): \(title)") }
            // A card that has a title only would be empty.
            #expect(!page.contains("</h2></section>"), "\(edge.code)")
            #expect(page.contains("data-verdict="), "\(edge.code)")
        }
        #expect(try text("/schema/E10").contains("Geen gegevens"))
        #expect(try text("/schema/E11").contains("Geen onderzoek gevonden"))
    }

    @Test func everyNodeAndArrowOfThePictureIsALink() throws {
        let page = try text("/schema")
        for concept in Concept.allCases {
            #expect(page.contains("href=\"#\(concept.rawValue)\""), "\(concept)")
            #expect(page.contains("id=\"\(concept.rawValue)\""), "\(concept)")
        }
        for edge in TheoryGraph.seed.edges {
            #expect(page.contains("href=\"/schema/\(edge.code)\""), "\(edge.code)")
        }
    }
}

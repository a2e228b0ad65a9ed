import Bilingual
import EvidenceRegister
import Foundation
import Perspectives
import PolicyTheory
import Testing
import WorkingGroup

@testable import Workbench

/// The report tells a reader who was absent what the group thinks, and nothing of persons.
@Suite struct VerslagTests {
    private func source(_ log: SessionLog, seed: UInt64 = 1, hasData: Bool = true) throws -> VerslagSource {
        try VerslagSource(
            code: "KWLM42", log: log, studio: hasData ? SmallTown.studio() : nil, program: "Mengpaneel 0",
            seed: seed)
    }

    private func html(_ log: SessionLog, _ language: Language = .dutch, hasData: Bool = true) throws -> String
    {
        VerslagDocument(try source(log, hasData: hasData), language: language).html
    }

    @Test(arguments: Language.allCases)
    func theReportIsOneWellFormedFileThatNeedsNothingElse(language: Language) throws {
        for log in [try Evening.full(), try Evening.empty()] {
            for page in [
                try html(log, language), VerslagDocument(try source(log), language: language).summary,
            ] {
                #expect(Wellformed.complaint(of: Array(page.utf8)) == nil)
                let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
                #expect(Set(ids).count == ids.count)
                for foreign in ["<script", "<link", "src="] { #expect(!page.contains(foreign)) }
            }
        }
        if let path = ProcessInfo.processInfo.environment["MENGPANEEL_VERSLAG"] {
            let document = VerslagDocument(try source(try Evening.full()), language: language)
            try document.html.write(
                toFile: "\(path)/verslag-\(language.rawValue).html", atomically: true, encoding: .utf8)
            try JSONEncoder().encode(try Evening.full().entries).write(
                to: URL(fileURLWithPath: "\(path)/entries.json"))
            try document.summary.write(
                toFile: "\(path)/samenvatting-\(language.rawValue).html", atomically: true, encoding: .utf8)
        }
    }

    @Test func everyPartIsThereAndLinksInsideLeadSomewhere() throws {
        let page = try html(try Evening.full())
        let ids = Set(page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) })
        for target in page.matches(of: #/href="#([^"]+)"/#) { #expect(ids.contains(String(target.output.1))) }
        for part in [
            "over", "samenvatting", "doel", "inleidingen", "perspectieven", "beweringen", "inbreng",
            "knelpunten",
            "alternatieven", "grenzen", "kennis", "praktijk", "afwijkend", "vragen", "afspraken", "methode",
            "stellingen",
            "draaiboek", "literatuur", "C1", "C6",
        ] { #expect(ids.contains(part), "\(part)") }
    }

    @Test func countsArePeopleAndNeverPercentages() throws {
        let page = try html(try Evening.full())
        #expect(page.contains("9 van 9"))
        #expect(page.contains("Gespreid bouwen") && page.contains("6 van 9"))
        let group = page.components(separatedBy: "id=\"perspectieven\"")[1].components(
            separatedBy: "id=\"beweringen\"")[0]
        #expect(!group.replacing(#/style="width: \d+%"/#, with: "").contains("%"))
    }

    @Test func smallCellsAreNotShownAndNeverZero() throws {
        let page = try html(try Evening.full())
        // One resident: the kind is named, its number is not; and another kind is hidden with it.
        let kinds = page.components(separatedBy: "<caption>Wie er waren, naar soort")[1].components(
            separatedBy: "</table>")[0]
        #expect(kinds.contains("bewoner") && kinds.components(separatedBy: "niet getoond").count == 3)
        // Three votes on statement 5 are told nowhere.
        let annex = page.components(separatedBy: "id=\"stellingen\"")[1]
        #expect(annex.contains("niet getoond") && !annex.contains("3 · 0 · 0"))
        let few = try html(try Evening.full(voters: 3))
        #expect(!few.contains("3 van 3") && few.contains("niet getoond"))
        #expect(!few.contains("Bewoners merken dit meteen"))
    }

    @Test func losersDissentAndRejectedStatementsStay() throws {
        let page = try html(try Evening.full())
        for kept in [
            "Bewoners merken dit meteen", "minder dan de helft zou dit doen", "Mengen is geen doel op zich.",
            "Er was te weinig tijd voor alternatieven.", "Deze komt niet in stemming.", "noemt een persoon",
            "huurdersvereniging", "Er is geen winnaar",
        ] { #expect(page.contains(kept), "\(kept)") }
    }

    @Test func evidenceAgainstIsKeptWithAsManyPlaces() throws {
        let source = try source(try Evening.full())
        let writer = VerslagWriter(source, language: .dutch)
        // Studies that are only against a claim are told as plainly as those that are only for one.
        let against = Claim.allCases.filter {
            writer.evidence($0).supporting.isEmpty && !writer.evidence($0).against.isEmpty
        }
        #expect(!against.isEmpty)
        for claim in against {
            #expect(
                writer.contradictions(claim).contains {
                    $0.hasPrefix("Het onderzoek dat is gevonden, steunt dit niet")
                })
        }
        for block in writer.claimsPart.blocks {
            guard case .table(let table) = block, table.caption.hasPrefix("Onderzoek voor en tegen") else {
                continue
            }
            #expect(table.rows.allSatisfy { $0.count == 2 })
        }
    }

    @Test func anEmptyEveningSaysOfEveryPartThatThereIsNothing() throws {
        let verslag = Verslag(try source(try Evening.empty(), hasData: false))
        for part in verslag.parts { #expect(!part.blocks.isEmpty, "\(part.title)") }
        let page = try html(try Evening.empty(), hasData: false)
        for sentence in [
            "Er is niet gestemd.", "De groep noemde geen knelpunten.",
            "De groep schetste geen alternatieven.",
            "Er zijn geen inleidingen vastgelegd.", "Zonder cijfers van een gemeente",
        ] { #expect(page.contains(sentence), "\(sentence)") }
    }

    @Test func nothingOfASeatIsInTheReport() throws {
        let page = try html(try Evening.full())
        #expect(!page.contains("SEATCODE") && !page.contains("abc\""))
    }

    @Test func otherSeatCodesGiveTheSameReport() throws {
        let log = try Evening.full()
        var generator = SystemRandomNumberGenerator()
        let bare = AnonymousLog.entries(log.entries, using: &generator)
        let text = String(decoding: try JSONEncoder().encode(bare), as: UTF8.self)
        #expect(!text.contains("SEATCODE") && !text.contains("\"abc\""))
        #expect(try html(try SessionLog(replaying: bare)) == html(log))
    }
}

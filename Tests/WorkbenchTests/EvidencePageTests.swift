import Bilingual
import EvidenceRegister
import Figures
import Foundation
import MetaAnalysis
import PolicyTheory
import Testing

@testable import Workbench

/// The pages on studies and what claim cards say of them.
@Suite struct EvidencePageTests {
    let studio = SmallTown.studio()
    var maker: PageMaker { PageMaker(studio: studio) }
    var register: Register { studio.evidence.state }

    private func text(_ path: String, _ query: String = "") -> String {
        String(decoding: maker.page(path: path, query: query).bytes, as: UTF8.self)
    }

    private func links(_ page: String) -> [String] {
        page.matches(of: /href="([^"]+)"/).map { String($0.output.1).replacing("&amp;", with: "&") }
    }

    @Test func everyStudyHasAPageThatShowsOnlyWhatWasRead() throws {
        for study in register.studies {
            let page = text("/bewijs/studie/\(study.id)")
            #expect(page.contains("data-read=\"\(study.verification.rawValue)\""), "\(study.id)")
            let recorded = study.cell(.finding)
            if study.shownFinding == nil {
                let reason = try #require(study.reasonFindingIsWithheld)
                #expect(page.contains(reason.nl), "\(study.id)")
                if !recorded.isEmpty { #expect(!page.contains(recorded), "\(study.id)") }
            }
        }
        #expect(maker.page(path: "/bewijs/studie/NL-00", query: "").status == 404)
    }

    @Test func fromAClaimCardToTheSourceInTwoClicks() throws {
        for claim in Claim.allCases {
            let cards = links(text("/beweringen/\(claim.rawValue)")).filter {
                $0.hasPrefix("/bewijs/studie/")
            }
            let evidence = ClaimEvidence(for: claim, in: register)
            #expect(cards.isEmpty == (evidence.isWithoutEvidence && evidence.context.isEmpty), "\(claim)")
            for link in Set(cards) {
                let page = text(link)
                #expect(
                    page.contains("href=\"https://doi.org/") || page.contains(Strings.Evidence.noDOI.nl),
                    "\(link)")
            }
        }
    }

    @Test func bothSidesOfAClaimGetTheSamePlaces() {
        for claim in Claim.allCases {
            let page = text("/beweringen/\(claim.rawValue)")
            let sides = page.components(separatedBy: "class=\"mp-side\"").dropFirst()
            #expect(sides.count == 2, "\(claim)")
            let evidence = ClaimEvidence(for: claim, in: register)
            for side in ClaimEvidence.Side.allCases { #expect(evidence.shown(side).count == evidence.places) }
            if evidence.supporting.isEmpty {
                #expect(page.contains("Geen onderzoek gevonden dat dit steunt."))
            }
            #expect(page.contains("Er is geen gemiddeld effect"))
        }
    }

    @Test func everyFilledCellLeadsToAListOfItsStudies() throws {
        let map = EvidenceMap(of: register)
        let page = text("/bewijs")
        let filled = map.levers.flatMap { lever in map.domains.map { map[lever, $0] } }.filter { !$0.isEmpty }
        for cell in filled {
            let query = "uitkomst=\(cell.domain.rawValue)&maatregel=\(cell.lever.rawValue)"
            #expect(links(page).contains("/bewijs?\(query)#lijst"), "\(query)")
        }
        let cell = try #require(filled.first)
        let list = text("/bewijs", "uitkomst=\(cell.domain.rawValue)&maatregel=\(cell.lever.rawValue)")
        for study in cell.units.flatMap(\.papers) {
            #expect(list.contains("/bewijs/studie/\(study.id)?"), "\(study.id)")
        }
    }

    @Test func emptyCellsAreStatedAndCountsAreCalledCounts() {
        let page = text("/bewijs", "taal=en")
        #expect(page.contains("0 studies: facilities → health"))
        #expect(page.contains("This is a count and no verdict"))
        let none = text("/bewijs", "land=IN&uitkomst=health")
        #expect(none.contains("Geen onderzoek gevonden met deze keuzes."))
    }

    @Test func filtersOnlyTakeAway() {
        let all = register.studies.count
        for query in ["land=NL", "opzet=causalOrSynthesis", "gelezen=abstract", "vraag=Q2"] {
            let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
            #expect((1..<all).contains(scene.chosenStudies.count), "\(query)")
        }
    }

    @Test func everySentenceOfAnAnswerNamesItsStudies() {
        let page = text("/bewijs/vragen")
        for question in Question.allCases {
            let answer = register.answer(to: question)
            for sentence in answer.sentences {
                #expect(!sentence.studies.isEmpty)
                for study in sentence.studies { #expect(page.contains("/bewijs/studie/\(study)\"")) }
            }
            #expect(answer.strengthIsMissing != nil)
        }
        #expect(page.contains("Een panel heeft nog niet gestemd"))
    }

    @Test func nothingOfTheRegisterIsPooledAndTheExampleSaysThatItIsOne() throws {
        let page = text("/bewijs/samenvatten")
        #expect(page.contains(register.poolability().reason.nl))
        #expect(page.components(separatedBy: "niet over mengen").count > 4, "every figure says so")
        let pooled = try #require(Demonstration.pooled)
        #expect(abs(pooled.estimate - -0.714532342166418) < 1e-7)
    }

    @Test func everyFigureOnStudiesHasAFileWithoutTheNoteOfTheTown() throws {
        for part in EvidencePart.allCases {
            let answer = try #require(maker.csv(part.rawValue, query: ""))
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(text.split(separator: "\r\n").count > 5, "\(part)")
            #expect(!text.lowercased().contains("verzonnen"), "the studies are real: \(part)")
        }
    }

    @Test func changesOfAProjectShowOnTheirStudy() throws {
        var log = try RegisterLog(start: .seed())
        let study = try #require(log.state.study("NL-10"))
        try log.record(
            .setting(.note, of: study, to: "read <again>"), by: "groep & co", on: ISODate("2026-03-14"))
        let town = Town(dataset: SmallTown.dataset())
        let changed = PageMaker(
            studio: try #require(Studio(title: "Proef", towns: [town], evidence: log)))
        let page = String(
            decoding: changed.page(path: "/bewijs/studie/NL-10", query: "").bytes, as: UTF8.self)
        #expect(page.contains("groep &amp; co") && page.contains("read &lt;again&gt;"))
        #expect(text("/bewijs/studie/NL-10").contains("Nog niets gewijzigd."))
    }

    @Test func noStudyIsScoredOrRanked() {
        for path in ["/bewijs", "/bewijs/vragen", "/bewijs/samenvatten"] {
            let page = text(path).lowercased()
            for word in ["beste onderzoek", "ranglijst", "totaalscore", "aanbevolen"] {
                #expect(!page.contains(word), "\(path): \(word)")
            }
        }
    }
}

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

    @Test func smallCountsOfAPanelAreHiddenTogetherWithWhatWouldTellThem() throws {
        var log = try RegisterLog(start: .seed())
        let tally = PanelStrength(
            question: .steering, counts: [.high: 17, .moderate: 11, .low: 6, .noAnswer: 5, .veryLow: 1])
        try log.record(.adding(tally), by: "panel", on: ISODate("2026-03-14"))
        let voted = PageMaker(
            studio: try #require(
                Studio(title: "Proef", towns: [Town(dataset: SmallTown.dataset())], evidence: log)))
        let page = String(decoding: voted.page(path: "/bewijs/vragen", query: "").bytes, as: UTF8.self)
        for count in [17, 11, 6] { #expect(page.contains("<dd>\(count)</dd>")) }
        #expect(!page.contains("<dd>1</dd>") && !page.contains("<dd>5</dd>"))
        #expect(page.components(separatedBy: "<dd>niet getoond</dd>").count == 3)
        #expect(page.contains(Strings.Evidence.whyHidden.nl))
    }

    @Test func nothingOfTheRegisterIsPooledAndTheExampleSaysThatItIsOne() throws {
        let page = text("/bewijs/samenvatten")
        #expect(page.contains(register.poolability().reason.nl))
        #expect(page.components(separatedBy: "niet over mengen").count > 4, "every figure says so")
        let pooled = try #require(Demonstration.pooled)
        #expect(abs(pooled.estimate - -0.714532342166418) < 1e-7)
    }

    @Test(arguments: EvidencePart.checks) func everyCheckOfAPooledResultHasItsTableWordsAndFile(
        _ part: EvidencePart
    ) throws {
        let page = text("/bewijs/samenvatten")
        let figure = try #require(
            page.components(separatedBy: "<figure").first { $0.contains("id=\"\(part.rawValue)\"") })
        #expect(figure.contains("<svg") && figure.contains("<table"))
        #expect(figure.contains("Wat zegt het niet?") && figure.contains("niet over mengen"))
        #expect(figure.contains("Colditz") && figure.contains("href=\"/csv/\(part.rawValue)\""))
        #expect(page.contains("<summary>\(Strings.Pooling.kind(part).nl)</summary>"))
        let english = text("/bewijs/samenvatten", "taal=en")
        #expect(english.contains("<summary>\(Strings.Pooling.kind(part).en)</summary>"))
    }

    private func table(_ part: EvidencePart) throws -> FigureTable {
        let scene = Scene(studio: studio, state: PageState.read("", in: studio).state)
        return try #require(scene.evidenceTable(part))
    }

    private func numbers(_ row: [FigureTable.Cell]) -> [Double] {
        row.compactMap { if case .number(let value, _) = $0 { value } else { nil } }
    }

    /// Against metafor 3.8-1; its REML stops at a step of 1e-5.
    @Test func theChecksGiveWhatMetaforGives() throws {
        // The reference has plain normal inference; the page widens by Knapp and Hartung.
        let scene = Scene(studio: studio, state: PageState.read("", in: studio).state)
        let shown = try #require(scene.demonstration)
        let plain = PoolingFigures(
            pooled: try shown.set.pooled(
                PoolingOptions(.randomEffects(.restrictedMaximumLikelihood), inference: .normal)),
            measure: shown.measure,
            names: shown.names, tags: shown.tags, moderator: nil, order: nil, groups: nil, language: .dutch,
            frame: shown.frame)
        let influence = try #require(plain.outcome(.influence).figure).table.rows.map(numbers)
        #expect(influence.count == 13)
        // Number, rstudent, DFFITS, Cook, cov. ratio, tau2, Q, hat, weight of Hart & Sutherland.
        let expected = [
            4, -1.45120066422883, -0.520050988454302, 0.229481639108167, 0.965126485157285, 0.262758148098789,
            96.5625949713915, 0.096987470189194, 9.6987470189194,
        ]
        #expect(influence[3].count == expected.count)
        for (found, value) in zip(influence[3], expected) { #expect(abs(found - value) < 1e-4) }

        let cumulative = try table(.cumulative).rows.map(numbers)
        #expect(abs(cumulative[1][0] - exp(-1.32500344224488)) < 1e-6, "1948 and 1949")
        #expect(abs(cumulative[12][0] - exp(-0.714532342166418)) < 1e-6)

        let bubble = try table(.bubble).rows.map(numbers)
        let line = bubble.dropFirst(13)
        let (first, last) = (try #require(line.first), try #require(line.last))
        #expect(first[0] == 13 && last[0] == 55)
        let slope = (log(last[1]) - log(first[1])) / 42
        #expect(abs(slope - -0.0291017) < 1e-6)
        #expect(abs(log(first[1]) - 13 * slope - 0.251468209978729) < 1e-5)
        #expect(first[2] < first[1] && first[1] < first[3])
        let weight: Double = bubble.prefix(13).map { $0[2] }.reduce(0, +)
        #expect(abs(weight - 100) < 1e-9, "weights are percentages")

        let groups = try table(.subgroups).rows.map(numbers)
        #expect(groups.contains { abs(($0.first ?? 0) - exp(-0.540792961849346)) < 1e-6 }, "alternate")
    }

    @Test func baujatsContributionsAreTheSquaredResidualsOverTheVariance() throws {
        let pooled = try #require(Demonstration.pooled)
        let rows = try table(.baujat).rows.map(numbers)
        for (place, row) in rows.enumerated() {
            let residual = pooled.effects.effects[place] - pooled.estimate
            let variance = pooled.effects.variances[place] + pooled.heterogeneity.tau2
            #expect(abs(row[0] - residual * residual / variance) < 1e-9)
        }
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

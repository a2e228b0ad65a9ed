import Bilingual
import EvidenceRegister
import Foundation
import HousingMarket
import Perspectives
import PolicyTheory
import Testing
import WorkingGroup

@testable import Workbench

/// What data, model, studies and group say stands side by side, and where they differ is said.
@Suite struct SpineTests {
    private func state(voters: Int = 12) throws -> SessionState {
        let cast = RehearsalCast(
            voters: voters,
            lines: SeedStatement.all.map { (.init(text: $0.text.nl, claims: [$0.claim]), $0.isForClaim) },
            seed: 1)
        var rehearsal = Rehearsal(cast, facts: [], firstYear: 2026, language: .dutch, now: 0)
        try rehearsal.play()
        return rehearsal.log.state
    }

    private func maker(_ outcomes: [ModelOutcome] = []) throws -> PageMaker {
        let town = SmallTown.studio()
        let studio = try #require(Studio(title: town.title, towns: town.towns, outcomes: outcomes))
        return PageMaker(studio: studio)
    }

    private func band(_ values: [Double]) throws -> Band { try #require(Band(values)) }

    private func outcome(
        mixing: [Double], displaced: [Double], municipality: String = "GM0999"
    ) throws -> ModelOutcome {
        ModelOutcome(
            municipality: municipality, package: "Sloop A", isTwin: false, simulation: "abc", year: 2036,
            runs: 3,
            differences: [.mixingNeighbourhood: try band(mixing)], displaced: try band(displaced))
    }

    @Test func aClaimShowsModelGroupAndDissent() throws {
        var maker = try maker([try outcome(mixing: [-0.02, -0.01, -0.03], displaced: [80, 90, 100])])
        maker.voices = [try #require(GroupVoice(code: "ABC", state: try state()))]
        maker.voicesVersion = "1"
        let page = String(decoding: maker.page(path: "/beweringen/C6", query: "").bytes, as: UTF8.self)
        for text in [
            "Sloop A (2036, 3 runs)", "Proef van een werkgroep", "Afwijkende mening", "Waar dit botst",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        // The package mixes and drives out: both stand in one sentence.
        #expect(page.contains("moeten 81 tot 99 huishoudens van nu weg"))
        #expect(page.contains("9 van 10 runs"))
        let silent = maker.with([]).page(path: "/beweringen/C6", query: "")
        #expect(String(decoding: silent.bytes, as: UTF8.self).contains("Nog geen werkgroep"))
    }

    @Test func simulationsOfAnotherMunicipalityAreNotShown() throws {
        let elsewhere = try outcome(mixing: [-0.02, -0.01], displaced: [80, 90], municipality: "GM0001")
        let page = try maker([elsewhere]).page(path: "/beweringen/C6", query: "")
        #expect(!String(decoding: page.bytes, as: UTF8.self).contains("Sloop A"))
    }

    @Test func everyQuestionHasAPageWithTheGroupsOwnWords() throws {
        var maker = try maker()
        maker.voices = [try #require(GroupVoice(code: "ABC", state: try state()))]
        for question in PolicyTheory.Question.allCases {
            for language in ["nl", "en"] {
                let answer = maker.page(path: "/vragen/\(question.rawValue)", query: "taal=\(language)")
                #expect(answer.status == 200)
                #expect(String(decoding: answer.bytes, as: UTF8.self).contains("Proef van een werkgroep"))
            }
        }
        let practice = String(decoding: maker.page(path: "/vragen/Q4", query: "").bytes, as: UTF8.self)
        #expect(practice.contains("Waar gingen de bewoners heen na de vorige sloop?"))
        #expect(maker.page(path: "/vragen/Q9", query: "").status == 404)
    }

    @Test func groupsOfOneConferenceStandSideBySide() throws {
        var maker = try maker()
        #expect(
            String(decoding: maker.page(path: "/werkgroepen", query: "").bytes, as: UTF8.self).contains(
                "nog geen werkgroep"))
        maker.voices = [
            try #require(GroupVoice(code: "A", state: try state())),
            try #require(GroupVoice(code: "B", state: try state(voters: 9))),
            try #require(GroupVoice(code: "C", state: try state(voters: 2))),
        ]
        maker.voicesVersion = "3"
        let page = String(decoding: maker.page(path: "/werkgroepen", query: "").bytes, as: UTF8.self)
        #expect(page.contains("minder dan 4 mensen"))
        // Three groups have their dissent; a statement put to two of them has two bars under one heading.
        #expect(page.components(separatedBy: "Menging als doel maakt").count == 4)
        let statement = try #require(SeedStatement.all.first).text.nl
        let parts = page.components(separatedBy: "<h4>")
        let own = parts.first { $0.hasPrefix(statement) } ?? ""
        #expect(own.components(separatedBy: "<svg").count == 3)
    }

    @Test func fewVotersLeadToNoCounts() throws {
        let voice = try #require(GroupVoice(code: "ABC", state: try state(voters: 3)))
        for claim in Claim.allCases { #expect(voice.statements(on: claim).isEmpty) }
        for claim in Claim.allCases { #expect(voice.stand(on: claim) == .silent) }
    }

    @Test func aStandFollowsTheDirectionOfStatements() throws {
        var log = SessionLog()
        var next = 0
        func add(_ event: SessionEvent, _ author: SessionEntry.Author = .chair) throws {
            next += 1
            try log.append(SessionEntry(id: "\(next)", time: 0, author: author, event: event))
        }
        try add(.sessionOpened(title: "Groep", conference: nil, groupNumber: nil, date: "", place: ""))
        let against = SeedStatement.all.filter { $0.claim == "C6" && !$0.isForClaim }
        for one in against {
            try add(.statementProposed(text: one.text.nl, source: .prepared, claims: ["C6"]))
        }
        for seat in 0..<12 {
            try add(.seatOpened(seat: "S\(seat)"))
            try add(.seatTaken(kind: nil), .seat(code: "S\(seat)"))
        }
        try add(.votingOpened(round: 1))
        for seat in 0..<12 {
            for number in against.indices {
                try add(.voteCast(statement: number + 1, vote: .agree), .seat(code: "S\(seat)"))
            }
        }
        #expect(GroupVoice(code: "A", state: log.state)?.stand(on: .mixing) == .silent)
        try add(.votingClosed)
        try add(.resultsShown(round: 1))
        let voice = try #require(GroupVoice(code: "A", state: log.state))
        #expect(voice.stand(on: .mixing) == .leansAgainst)
        let register = try RegisterLog(start: .seed()).state
        func sentences(_ verdict: Verdict) -> [String] {
            let finding = SpineAnswers.Local(
                verdict: verdict, reason: BilingualText(same: ""), figures: [], data: [], caveats: [])
            return SpineAnswers(
                .claim(.mixing), local: finding, register: register, outcomes: [], voices: [voice]
            ).contradictions.filter { $0.between == [.data, .group] }.map(\.sentence.nl)
        }
        #expect(sentences(.supports).contains { $0.contains("neigt ertegen") })
        #expect(!sentences(.contradicts).contains { $0.contains("neigt ertegen") })
    }

    @Test func differencesComeFromTheSameRunInTheLastYear() throws {
        let runs: [UInt8] = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0]
        let years: [UInt8] = [1, 0, 1, 0, 2, 0, 2, 0, 2, 0, 2, 0]
        let values: [Double] = [0.3, 0.9, 0.30, 0.31, 0.4, 0.45]
        var columns: [String: [UInt8]] = ["classes": [], "run": runs, "year": years]
        columns["arms"] = Array("do nothing\nA".utf8)
        columns["areas"] = Array("GM1".utf8)
        columns["measures"] = Array("dissimilarityLow".utf8)
        columns["arm"] = [0, 1, 0, 1, 0, 1]
        for name in ["measure", "class"] { columns[name] = [0, 0, 0, 0, 0, 0] }
        columns["area"] = Array(repeating: 0, count: 12)
        columns["value"] = values.flatMap(bits)
        let table = try #require(OutcomeTable(columns: columns))
        // In year 2 run 0 goes from 0.30 to 0.45 and run 1 from 0.40 to 0.31; year 1 does not count.
        let differences = table.differences(.dissimilarityLow, arm: 1)
        #expect(differences.map { ($0 * 100).rounded() } == [15, -9])
        #expect(table.residents(.displaced, arm: 1).isEmpty)
    }

    private func bits(_ value: Double) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
    }
}

extension PageMaker {
    fileprivate func with(_ voices: [GroupVoice]) -> PageMaker {
        var maker = self
        maker.voices = voices
        maker.voicesVersion = "\(voices.count) voices"
        return maker
    }
}

import HTTPTypes
import Perspectives
import Testing
import WorkingGroup

@testable import Workbench

/// Every form of a phone comes to the event that it is for, or to one line that says what is wrong.
@Suite struct ParticipantTests {
    private static let prepared: [SessionEvent] = [
        .statementProposed(text: "Een", source: .prepared, claims: []),
        .statementProposed(text: "Twee", source: .introduction(number: 1), claims: []),
        .alternativeSketched(name: "Beheer", package: "", price: 15),
        .alternativeSketched(name: "Sloop", package: "", price: 40),
        .alternativeSketched(name: "Iets", package: "", price: nil), .budgetSet(millions: 50),
        .normAsked(norm: "Te hoge concentratie", unit: "%", low: 0, high: 100),
        .pollItemAsked(text: "Aandeel lage inkomens?", unit: "%", truth: 44, source: "CBS"),
        .bottleneckNamed(text: "Traag", type: .time, remover: "gemeente", lever: nil),
        .votingOpened(round: 1),
    ]

    private static let forms: [([(String, String)], SessionEvent)] = [
        ([("doe", "stem"), ("stelling", "1"), ("stem", "1")], .voteCast(statement: 1, vote: .agree)),
        ([("doe", "stem"), ("stelling", "1"), ("stem", "-1")], .voteCast(statement: 1, vote: .disagree)),
        ([("doe", "stem"), ("stelling", "1"), ("stem", "0")], .voteCast(statement: 1, vote: .pass)),
        ([("doe", "stem"), ("stelling", "1"), ("stem", "weg")], .voteWithdrawn(statement: 1)),
        (
            [("doe", "schrijf"), ("tekst", "Nieuw & <b>")],
            .statementProposed(text: "Nieuw & <b>", source: .participant, claims: [])
        ),
        ([("doe", "vraag"), ("tekst", "Hoe?"), ("thema", "3")], .questionRaised(text: "Hoe?", theme: 3)),
        ([("doe", "vraag"), ("tekst", "Hoe?"), ("thema", "")], .questionRaised(text: "Hoe?", theme: nil)),
        (
            [("doe", "knelpunt"), ("tekst", "Geld"), ("soort", "money"), ("wie", "Rijk")],
            .bottleneckNamed(text: "Geld", type: .money, remover: "Rijk", lever: nil)
        ),
        ([("doe", "knelpunten"), ("nummer", "1")], .bottlenecksApproved(bottlenecks: [1])),
        ([("doe", "knelpunten")], .bottlenecksApproved(bottlenecks: [])),
        (
            [("doe", "pakket"), ("nummer", "1"), ("nummer", "3"), ("reden", "omdat")],
            .portfolioChosen(alternatives: [1, 3], reason: "omdat")
        ),
        ([("doe", "pakket"), ("reden", "")], .portfolioChosen(alternatives: [], reason: "")),
        (
            [("doe", "norm"), ("norm", "Te hoge concentratie"), ("waarde", "42,5")],
            .normPlaced(norm: "Te hoge concentratie", value: 42.5)
        ),
        (
            [("doe", "peil"), ("nummer", "1"), ("moment", "begin"), ("waarde", "30"), ("zeker", "25")],
            .pollAnswered(item: 1, atEnd: false, value: 30, confidence: 25)
        ),
        (
            [("doe", "peil"), ("nummer", "1"), ("moment", "eind"), ("waarde", "44"), ("zeker", "75")],
            .pollAnswered(item: 1, atEnd: true, value: 44, confidence: 75)
        ),
        (
            [("doe", "noteer"), ("soort", "motief"), ("tekst", "a")],
            .noted(register: .motivation, text: "a", claims: [])
        ),
        (
            [("doe", "noteer"), ("soort", "praktijk"), ("tekst", "a")],
            .noted(register: .practiceCase, text: "a", claims: [])
        ),
        (
            [("doe", "noteer"), ("soort", "ontwikkeling"), ("tekst", "a")],
            .noted(register: .development, text: "a", claims: [])
        ),
        (
            [("doe", "noteer"), ("soort", "afwijking"), ("tekst", "a")],
            .noted(register: .dissent, text: "a", claims: [])
        ),
        (
            [("doe", "noteer"), ("soort", "bezwaar"), ("tekst", "a")],
            .noted(register: .objection, text: "a", claims: [])
        ),
        ([("doe", "noteer"), ("soort", "ambitie"), ("tekst", "a")], .ambitionNamed(text: "a")),
    ]

    @Test func everyFormComesToItsEvent() async throws {
        let evening = try await SessionEvening(Self.prepared)
        try await evening.visit { visitor in
            let seat = try await visitor.join([("soort", "beleid")])
            #expect(await evening.room.state.seats.values.contains { $0.kind == .policyMaker })
            for (fields, event) in Self.forms {
                let answer = try await visitor.send(.post, fields: fields, cookie: seat)
                #expect(answer.status == 204, "\(fields): \(answer.body)")
                #expect(await evening.room.lastEvent == event)
            }
            #expect(try await visitor.send(.post, fields: [("doe", "weg")], cookie: seat).status == 204)
            #expect(await evening.room.lastEvent == .seatLeft)
            #expect(try await visitor.page(cookie: seat).contains("Doe mee"))
        }
    }

    @Test func whatCannotBeIsRefusedInOneLineOfDutch() async throws {
        let evening = try await SessionEvening(Self.prepared)
        let wrong: [([(String, String)], String)] = [
            (
                [("doe", "pakket"), ("nummer", "1"), ("nummer", "2")],
                "€\u{A0}55,0\u{A0}mln en het budget is €\u{A0}50,0\u{A0}mln"
            ),
            ([("doe", "knelpunten")] + (1...6).map { ("nummer", "\($0)") }, "6 aan; 5 is het meeste"),
            ([("doe", "norm"), ("norm", "Te hoge concentratie"), ("waarde", "veel")], "Vul een getal in"),
            ([("doe", "norm"), ("norm", "Te hoge concentratie"), ("waarde", "101")], "101"),
            ([("doe", "norm"), ("norm", "x"), ("waarde", "inf")], "Vul een getal in"),
            ([("doe", "peil"), ("nummer", "1"), ("waarde", "3")], "hoe zeker"),
            ([("doe", "schrijf"), ("tekst", "  ")], "leeg"),
            ([("doe", "schrijf"), ("tekst", String(repeating: "a", count: 141))], "140 is het meeste"),
            ([("doe", "vraag"), ("tekst", String(repeating: "a", count: 301))], "300 is het meeste"),
            ([("doe", "noteer"), ("soort", "motief"), ("tekst", String(repeating: "a", count: 501))], "500"),
            ([("doe", "noteer"), ("soort", "iets"), ("tekst", "a")], "knop"),
            ([("doe", "stem"), ("stelling", "1"), ("stem", "7")], "knop"),
            ([("doe", "sluiten")], "knop"), ([], "knop"),
        ]
        try await evening.visit { visitor in
            let seat = try await visitor.join()
            let count = await evening.room.count
            for (fields, words) in wrong {
                let answer = try await visitor.send(.post, fields: fields, cookie: seat)
                #expect(answer.status == 422, "\(fields)")
                #expect(answer.body.contains(words) && !answer.body.contains("\n"), "\(answer.body)")
            }
            #expect(await evening.room.count == count)
        }
    }

    @Test func whoLeavesMayTakeAllVotesAlong() async throws {
        let evening = try await SessionEvening(Self.prepared)
        try await evening.visit { visitor in
            let seat = try await visitor.join()
            for statement in ["1", "2"] {
                _ = try await visitor.send(
                    .post, fields: [("doe", "stem"), ("stelling", statement), ("stem", "1")], cookie: seat)
            }
            try await evening.chair(.votingOpened(round: 2))
            _ = try await visitor.send(
                .post, fields: [("doe", "stem"), ("stelling", "1"), ("stem", "1")], cookie: seat)
            let left = try await visitor.send(
                .post, fields: [("doe", "weg"), ("stemmen", "1")], cookie: seat)
            #expect(left.status == 204)
            #expect(await evening.room.state.votes.values.allSatisfy { $0.values.allSatisfy(\.isEmpty) })
        }
    }

    @Test func aSeatThatWasTakenOrGivenUpIsNotTakenAgain() async throws {
        let evening = try await SessionEvening()
        try await evening.visit { visitor in
            let seat = try await visitor.join([("plaats", " plaatstwaalf ")])
            #expect(seat == "plaats-KWLM42=PLAATSTWAALF")
            let fields = [("doe", "meedoen"), ("plaats", "PLAATSTWAALF")]
            for _ in 0..<2 {
                let again = try await visitor.send(.post, fields: fields)
                #expect(again.status == 422 && again.body.contains("al bezet"))
                _ = try await visitor.send(.post, fields: [("doe", "weg")], cookie: seat)
            }
            let unknown = try await visitor.send(
                .post, fields: [("doe", "meedoen"), ("plaats", "BESTAATNIET")])
            #expect(unknown.status == 422 && unknown.body.contains("bestaat niet"))
        }
    }
}

extension SessionRoom {
    /// The last thing that was kept.
    var lastEvent: SessionEvent? { entries.last?.event }
}

import Bilingual
import Testing

@testable import WorkingGroup

/// Hints for the chair: what resembles a statement, and how far a poll is.
@Suite struct AlikeTests {
    private typealias Room = SessionTests.Room

    @Test(
        arguments: [
            ("Mengen van inkomens helpt de hele buurt", 1), ("In de buurt helpt inkomens mengen ons", 1),
            ("Voorzieningen helpen meer dan nieuwe huizen", 2), ("De bus rijdt te weinig", nil), ("Ja", nil),
        ] as [(String, Int?)])
    func aStatementThatSaysNearlyTheSameIsFound(text: String, expected: Int?) throws {
        var room = try Room()
        try room.statement("Mengen van inkomens helpt de buurt")
        try room.statement("Voorzieningen doen meer dan nieuwe huizen")
        try room.seat(0, .statementProposed(text: text, source: .participant, claims: []))
        let state = room.log.state
        #expect(state.alike(state.statements[2])?.number == expected)
    }

    @Test func whatIsNotVotedOnIsNoHint() throws {
        var room = try Room()
        try room.seat(0, .statementProposed(text: "Mengen helpt de buurt", source: .participant, claims: []))
        try room.seat(1, .statementProposed(text: "Mengen helpt de buurt", source: .participant, claims: []))
        #expect(room.log.state.alike(room.log.state.statements[1]) == nil)
    }

    @Test func aPollCountsPeopleWhoAnsweredEverything() throws {
        var room = try Room(seats: 4)
        try room.chair(.pollItemAsked(text: "Een?", unit: "%", truth: 3, source: ""))
        try room.chair(.pollItemAsked(text: "Twee?", unit: "%", truth: nil, source: ""))
        for seat in 0..<3 {
            try room.seat(seat, .pollAnswered(item: 1, atEnd: false, value: 1, confidence: 50))
        }
        try room.seat(0, .pollAnswered(item: 2, atEnd: false, value: 1, confidence: 50))
        let (begun, ended) = (
            room.log.state.pollProgress(atEnd: false), room.log.state.pollProgress(atEnd: true)
        )
        #expect(begun.answered == 1 && begun.of == 4 && ended.answered == 0 && ended.of == 4)
        #expect(!room.log.state.hasExitPoll)
        try room.seat(0, .pollAnswered(item: 1, atEnd: true, value: 1, confidence: 50))
        #expect(room.log.state.hasExitPoll)
    }

    @Test func statementsOfTheProgramAreKnownByTheirText() throws {
        let seed = try #require(SeedStatement.all.first)
        #expect(SeedStatement.of(seed.text.nl) == seed && SeedStatement.of(seed.text.en) == seed)
        #expect(SeedStatement.of("Van iemand anders") == nil)
    }
}

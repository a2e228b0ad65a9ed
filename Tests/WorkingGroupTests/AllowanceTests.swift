import Bilingual
import Foundation
import Perspectives
import Testing

@testable import WorkingGroup

/// What one seat may bring in, what is asked of it, and what it may take back.
@Suite struct AllowanceTests {
    private func refuses(_ error: SessionError, _ body: () throws -> Void) {
        #expect(throws: error, performing: body)
    }

    @Test func oneSeatBringsInTwentyOfAKindAndOthersAreNotHeldUp() throws {
        var room = try SessionTests.Room(seats: 2)
        let question = SessionEvent.questionRaised(text: "Waarom?", theme: nil)
        for _ in 0..<20 {
            try room.log.checkAllowance(question, by: .seat(code: "S0"))
            try room.seat(0, question)
        }
        refuses(.tooMany(most: 20)) { try room.log.checkAllowance(question, by: .seat(code: "S0")) }
        try room.log.checkAllowance(question, by: .seat(code: "S1"))
        try room.log.checkAllowance(question, by: .chair)
        try room.log.checkAllowance(
            .noted(register: .dissent, text: "Nee", claims: []), by: .seat(code: "S0"))
        // What was taken once stays: making the session again looks at no allowance.
        try room.seat(0, question)
        #expect(try SessionLog(replaying: room.log.entries).state.questions.count == 21)
    }

    @Test func seatsRunOutInWords() throws {
        var room = try SessionTests.Room(seats: 0)
        for seat in 0..<SessionAllowance.seats { try room.chair(.seatOpened(seat: "P\(seat)")) }
        refuses(.isFull(most: SessionAllowance.seats)) {
            try room.log.checkAllowance(.seatOpened(seat: "Q"), by: .system)
        }
        #expect(SessionError.isFull(most: 500).text.nl.contains("500 plaatsen"))
    }

    @Test func aNormIsAskedWithARangeAndKeepsToIt() throws {
        var room = try SessionTests.Room()
        try room.chair(.normAsked(norm: "Te hoge concentratie", unit: "%", low: 0, high: 100))
        try room.seat(0, .normPlaced(norm: "Te hoge concentratie", value: 45))
        refuses(.value(what: "Te hoge concentratie", found: "101.0", expected: "0.0 – 100.0")) {
            try room.seat(1, .normPlaced(norm: "Te hoge concentratie", value: 101))
        }
        try room.chair(.normAsked(norm: "Te hoge concentratie", unit: "%", low: 10, high: 60))
        #expect(room.log.state.askedNorms.map(\.high) == [60])
        #expect(throws: SessionError.self) {
            try room.chair(.normAsked(norm: "x", unit: "", low: 1, high: 1))
        }
        let data = try JSONEncoder().encode(room.log.entries)
        let again = try JSONDecoder().decode([SessionEntry].self, from: data)
        #expect(try SessionLog(replaying: again).state == room.log.state)
    }

    @Test func aVoteIsWithdrawnUntilTheSessionCloses() throws {
        var room = try SessionTests.Room()
        try room.statement("Een")
        for round in 1...2 {
            try room.chair(.votingOpened(round: round))
            try room.seat(0, .voteCast(statement: 1, vote: .agree))
        }
        // First the vote of the round that is open, then those before it.
        try room.seat(0, .voteWithdrawn(statement: 1))
        #expect(room.log.state.votes[2]?[.seat("S0")]?[1] == nil)
        #expect(room.log.state.votes[1]?[.seat("S0")]?[1] == .agree)
        try room.chair(.votingClosed)
        try room.seat(0, .voteWithdrawn(statement: 1))
        #expect(room.log.state.votes[1]?[.seat("S0")]?[1] == nil)
        try room.chair(.sessionClosed)
        refuses(.isClosed) { try room.seat(0, .voteWithdrawn(statement: 1)) }
    }

    @Test func aSessionIsKeptThirtyDaysAfterItClosedUnlessSomebodyChose() throws {
        var room = try SessionTests.Room(seats: 0)
        let day: Int64 = 86_400_000
        let last = try #require(room.log.entries.last?.time)
        #expect(room.log.retention?.until == last + 30 * day)
        try room.chair(.retentionSet(days: 7))
        try room.chair(.sessionClosed)
        let closed = try #require(room.log.retention?.closed)
        #expect(room.log.retention?.until == closed + 7 * day)
        #expect(SessionLog().retention == nil)
        #expect(throws: SessionError.self) {
            var other = try SessionTests.Room(seats: 0)
            try other.chair(.retentionSet(days: 0))
        }
    }
}

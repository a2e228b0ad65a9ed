import Bilingual
import Foundation
import Perspectives
import Testing

@testable import WorkingGroup

/// A session is its entries, and nothing else.
@Suite struct SessionTests {
    /// A session with seats that are taken, and a helper to send events.
    struct Room {
        var log = SessionLog()
        private var next = 0

        init(seats: Int = 5) throws {
            try chair(
                .sessionOpened(
                    title: "Groep 2", conference: nil, groupNumber: 2, date: "2026-11-26", place: "zaal"))
            for seat in 0..<seats {
                try chair(.seatOpened(seat: "S\(seat)"))
                try self.seat(seat, .seatTaken(kind: ParticipantKind.standard[seat % 3]))
            }
        }

        mutating func send(_ author: SessionEntry.Author, _ event: SessionEvent) throws {
            next += 1
            try log.append(
                SessionEntry(id: "e\(next)", time: Int64(next) * 1000, author: author, event: event))
        }

        mutating func chair(_ event: SessionEvent) throws { try send(.chair, event) }
        mutating func seat(_ seat: Int, _ event: SessionEvent) throws {
            try send(.seat(code: "S\(seat)"), event)
        }

        mutating func statement(_ text: String) throws {
            try chair(.statementProposed(text: text, source: .prepared, claims: ["C6"]))
        }
    }

    private func refuses(_ error: SessionError, _ body: () throws -> Void) {
        #expect(throws: error, performing: body)
    }

    @Test func replayingTheEntriesGivesTheSameState() throws {
        var room = try Room()
        for step in RunSheetTemplate.ninetyMinutes.steps(.dutch) {
            try room.chair(.stepAdded(step: step, at: step.number))
        }
        try room.chair(.stepStarted(step: 1))
        try room.chair(.timeAdded(minutes: 3))
        try room.statement("Mengen helpt de buurt")
        try room.chair(.votingOpened(round: 1))
        try room.seat(0, .voteCast(statement: 1, vote: .agree))
        try room.seat(1, .voteCast(statement: 1, vote: .disagree))
        let data = try JSONEncoder().encode(room.log.entries)
        let again = try SessionLog(replaying: JSONDecoder().decode([SessionEntry].self, from: data))
        #expect(again == room.log)
        #expect(again.state.running == RunningStep(step: 1, began: 22_000, added: 3))
    }

    @Test func ninetyMinutesAreNinetyMinutes() {
        for (template, minutes) in [(RunSheetTemplate.ninetyMinutes, 90), (.fortyFiveMinutes, 45)] {
            #expect(template.steps(.dutch).reduce(0) { $0 + $1.minutes } == minutes)
            #expect(template.steps(.english).map(\.number) == Array(1...template.steps(.english).count))
        }
    }

    @Test func whatIsSentTwiceCountsOnce() throws {
        var room = try Room()
        let entry = SessionEntry(
            id: "same", time: 1, author: .seat(code: "S0"),
            event: .questionRaised(text: "Voor wie?", theme: 3))
        #expect(try room.log.append(entry))
        #expect(try !room.log.append(entry))
        #expect(room.log.state.questions.count == 1)
    }

    @Test func aRefusedEventLeavesNoTrace() throws {
        var room = try Room()
        try room.statement("Een stelling")
        let before = room.log
        refuses(.votingIsClosed) { try room.seat(0, .voteCast(statement: 1, vote: .agree)) }
        refuses(.onlyTheChair) { try room.seat(0, .votingOpened(round: 1)) }
        refuses(.onlyASeat) { try room.chair(.voteCast(statement: 1, vote: .agree)) }
        refuses(.noSuchSeat) { try room.send(.seat(code: "X"), .questionRaised(text: "?", theme: nil)) }
        refuses(.text(found: 0, most: 140)) { try room.statement("  ") }
        refuses(.text(found: 141, most: 140)) { try room.statement(String(repeating: "a", count: 141)) }
        refuses(.noSuch(what: "statement", number: 9)) {
            try room.chair(.statementModerated(statement: 9, moderation: .accepted, reason: ""))
        }
        refuses(.seatIsTaken) { try room.seat(0, .seatTaken(kind: nil)) }
        #expect(room.log == before)
    }

    @Test func statementsFromSeatsAreLookedAtFirstAndRejectedWithAReason() throws {
        var room = try Room()
        try room.seat(0, .statementProposed(text: "Van mij", source: .prepared, claims: []))
        #expect(room.log.state.statements[0].moderation == .unseen)
        #expect(room.log.state.statements[0].source == .participant)
        refuses(.text(found: 0, most: 2000)) {
            try room.chair(.statementModerated(statement: 1, moderation: .rejected, reason: ""))
        }
        try room.chair(.votingOpened(round: 1))
        refuses(.noSuch(what: "statement to vote on", number: 1)) {
            try room.seat(1, .voteCast(statement: 1, vote: .agree))
        }
        try room.chair(.statementModerated(statement: 1, moderation: .accepted, reason: ""))
        try room.seat(1, .voteCast(statement: 1, vote: .agree))
    }

    @Test func textStandsOnceThereAreVotes() throws {
        var room = try Room()
        try room.statement("Eerst")
        try room.statement("Ook")
        try room.chair(.statementEdited(statement: 1, text: "Beter"))
        try room.chair(.votingOpened(round: 1))
        try room.seat(0, .voteCast(statement: 1, vote: .pass))
        refuses(.hasVotes(statement: 1)) { try room.chair(.statementEdited(statement: 1, text: "Anders")) }
        refuses(.hasVotes(statement: 1)) { try room.chair(.mergeProposed(statement: 1, into: 2)) }
        try room.seat(0, .voteWithdrawn(statement: 1))
        try room.chair(.statementEdited(statement: 1, text: "Anders"))
        #expect(room.log.state.statements[0].text == "Anders")
    }

    @Test func statementsAreTakenTogetherWithConsentOfTheAuthorOnly() throws {
        var room = try Room()
        try room.seat(0, .statementProposed(text: "Van nul", source: .participant, claims: []))
        try room.seat(1, .statementProposed(text: "Van een", source: .participant, claims: []))
        for number in 1...2 {
            try room.chair(.statementModerated(statement: number, moderation: .accepted, reason: ""))
        }
        try room.chair(.mergeProposed(statement: 2, into: 1))
        #expect(room.log.state.statements[1].isVotable)
        refuses(.notTheAuthor) { try room.seat(0, .mergeAccepted(statement: 2)) }
        try room.seat(1, .mergeAccepted(statement: 2))
        #expect(!room.log.state.statements[1].isVotable)
    }

    @Test func theLastVoteCountsAndRoundsStandApart() throws {
        var room = try Room()
        try room.statement("Een")
        try room.chair(.votingOpened(round: 1))
        try room.seat(0, .voteCast(statement: 1, vote: .agree))
        try room.seat(0, .voteCast(statement: 1, vote: .disagree))
        try room.chair(.paperVoteEntered(ballot: 1, statement: 1, vote: .pass))
        try room.chair(.votingOpened(round: 2))
        try room.seat(0, .voteCast(statement: 1, vote: .agree))
        // A seat before the other in order that votes in one round only must not shift the numbers.
        let first = try #require(room.log.state.voteTable(1))
        #expect(first.participantCount == 2 && first.summaries()[0].disagree.count == 1)
        let second = try #require(room.log.state.voteTable(2))
        // One person is in both rounds and moved from disagree to agree, whoever else voted.
        let change = try #require(first.changes(to: second).first)
        #expect(change.people == 1 && change.up == 1 && second.voteCount == 1)
        #expect(room.log.state.progress(1) == (some: 2, all: 2))
        #expect(room.log.state.shownRounds.isEmpty)
        try room.chair(.resultsShown(round: 1))
        #expect(room.log.state.shownRounds == [1])
    }

    @Test func theChairTakesBackWhatNothingRestsOn() throws {
        var room = try Room()
        try room.statement("Een")
        let written = room.log.entries.count
        try room.statement("Twee")
        try room.chair(.undone(entry: room.log.entries.count))
        #expect(room.log.state.statements.map(\.text) == ["Een"])
        try room.chair(.votingOpened(round: 1))
        try room.seat(0, .voteCast(statement: 1, vote: .agree))
        refuses(.cannotUndo(entry: written)) { try room.chair(.undone(entry: written)) }
        let vote = room.log.entries.count
        refuses(.cannotUndo(entry: vote)) { try room.chair(.undone(entry: vote)) }
        refuses(.onlyTheChair) { try room.seat(0, .undone(entry: written)) }
        #expect(try SessionLog(replaying: room.log.entries) == room.log)
    }

    /// Taking back an earlier statement would give later ones its number, and their votes with it.
    @Test func votesNeverLandOnAnotherStatement() throws {
        var room = try Room()
        try room.statement("Een")
        let first = room.log.entries.count
        try room.statement("Twee")
        try room.statement("Drie")
        try room.chair(.votingOpened(round: 1))
        try room.seat(0, .voteCast(statement: 2, vote: .agree))
        refuses(.cannotUndo(entry: first)) { try room.chair(.undone(entry: first)) }
        #expect(room.log.state.statements.map(\.text) == ["Een", "Twee", "Drie"])
    }

    @Test func smallCellsAreHiddenAlsoByDifference() {
        #expect(SmallCells.shown([6, 5, 4]) == [true, true, true])
        // One small part: another is hidden with it.
        #expect(SmallCells.shown([6, 5, 2]) == [true, false, false])
        // Two small parts that together are large enough stay hidden by themselves.
        #expect(SmallCells.shown([6, 3, 2]) == [true, false, false])
        #expect(SmallCells.shown([9, 1, 1]) == [false, false, false])
        #expect(SmallCells.shown([5, 0, 0]) == [false, false, false])
        #expect(SmallCells.shown([3, 3]) == [false, false])
    }

    @Test func kindsAreToldOnlyWhereTheyAreLargeEnough() throws {
        var room = try Room(seats: 12)
        try room.statement("Een")
        try room.chair(.votingOpened(round: 1))
        for seat in 0..<12 {
            try room.seat(seat, .voteCast(statement: 1, vote: seat % 2 == 0 ? .agree : .disagree))
        }
        let all = room.log.state.countsByKind(1, statement: 1)
        #expect(all.map(\.kind) == ParticipantKind.standard && all.allSatisfy { $0.counts == [2, 2, 0] })
        for seat in [0, 3] { try room.seat(seat, .voteWithdrawn(statement: 1)) }
        #expect(room.log.state.countsByKind(1, statement: 1).count(where: { $0.counts == nil }) == 2)
    }

    @Test func normsHaveAMiddleAndSpreadFromFourPeopleOn() throws {
        var room = try Room()
        for seat in 0..<3 { try room.seat(seat, .normPlaced(norm: "concentratie", value: Double(40 + seat))) }
        #expect(room.log.state.normSpread("concentratie").median == nil)
        try room.seat(3, .normPlaced(norm: "concentratie", value: 60))
        try room.seat(0, .normPlaced(norm: "concentratie", value: 30))
        let spread = room.log.state.normSpread("concentratie")
        #expect(spread.people == 4 && spread.median == 41.5)
    }

    @Test func budgetsAreKeptAndKnowledgeIsCounted() throws {
        var room = try Room()
        try room.chair(.alternativeSketched(name: "Sloop", package: "", price: 40))
        try room.chair(.alternativeSketched(name: "Beheer", package: "", price: 15))
        try room.chair(.budgetSet(millions: 50))
        refuses(.overBudget(sum: 55, budget: 50)) {
            try room.seat(0, .portfolioChosen(alternatives: [1, 2], reason: ""))
        }
        for seat in 0..<4 {
            try room.seat(seat, .portfolioChosen(alternatives: [seat < 3 ? 2 : 1], reason: "omdat"))
        }
        #expect(room.log.state.alternativeChoices.counts == [1, 3])
        try room.chair(
            .pollItemAsked(text: "Aandeel lage inkomens?", unit: "%", truth: 44, source: "CBS 2022"))
        for seat in 0..<4 {
            try room.seat(seat, .pollAnswered(item: 1, atEnd: false, value: 70, confidence: 50))
            try room.seat(
                seat, .pollAnswered(item: 1, atEnd: true, value: seat == 0 ? 90 : 45, confidence: 80))
        }
        let gain = room.log.state.knowledgeGains[0]
        #expect(gain.nearer == 3 && gain.farther == 1 && gain.after.median == 45)
    }

    @Test func aClosedSessionTakesReportsOnTasksOnly() throws {
        var room = try Room()
        try room.chair(.ambitionNamed(text: "Meer keuze"))
        try room.chair(.targetSet(ambition: 1, text: "30% koop", year: 2035))
        try room.chair(.leverChosen(target: 1, lever: "L4", place: "Complex A"))
        try room.chair(
            .taskAgreed(
                text: "Bel de corporatie", actor: "gemeente", place: "A-straat", date: "maandag", target: 1))
        try room.chair(.sessionClosed)
        refuses(.isClosed) { try room.statement("Te laat") }
        try room.chair(.taskReported(task: 1, isDone: true))
        #expect(room.log.state.tasks[0].status == .done && room.log.state.isClosed)
    }
}

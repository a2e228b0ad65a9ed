import Bilingual
import Perspectives
import Testing

@testable import WorkingGroup

/// What may be told, and when: never while people are choosing, never of fewer than four.
@Suite struct TellingTests {
    private var log = SessionLog()
    private var count = 0

    private mutating func add(_ event: SessionEvent, _ author: SessionEntry.Author = .chair) throws {
        count += 1
        try log.append(SessionEntry(id: "e\(count)", time: Int64(count), author: author, event: event))
    }

    private mutating func open(seats: Int, statements: Int) throws {
        try add(.sessionOpened(title: "T", conference: nil, groupNumber: nil, date: "", place: ""))
        for number in 1...statements {
            try add(.statementProposed(text: "S\(number)", source: .prepared, claims: []))
        }
        for number in 1...3 {
            try add(.bottleneckNamed(text: "K\(number)", type: .money, remover: "", lever: nil))
        }
        for seat in 0..<seats {
            try add(.seatOpened(seat: "S\(seat)"), .system)
            try add(.seatTaken(kind: nil), .seat(code: "S\(seat)"))
        }
    }

    @Test mutating func votesAreToldWhenTheRoundIsClosed() throws {
        try open(seats: 5, statements: 2)
        try add(.votingOpened(round: 1))
        for seat in 0..<5 { try add(.voteCast(statement: 1, vote: .agree), .seat(code: "S\(seat)")) }
        #expect(log.state.told.votes.isEmpty)
        try add(.resultsShown(round: 1))
        #expect(log.state.visibleRound == nil)
        try add(.votingClosed)
        #expect(log.state.told.votes[1]?.count == 5 && log.state.visibleRound == 1)
        try add(.votingOpened(round: 1))
        #expect(log.state.told.votes.isEmpty && log.state.visibleRound == nil)
        try add(.votingClosed)
        try add(.resultsHidden(round: 1))
        #expect(log.state.visibleRound == nil)
    }

    @Test mutating func choicesAreToldAsTheyWereCounted() throws {
        try open(seats: 5, statements: 1)
        for seat in 0..<4 { try add(.bottlenecksApproved(bottlenecks: [1]), .seat(code: "S\(seat)")) }
        #expect(BottleneckChoice(of: log.state.told) == nil)
        try add(.choicesCounted)
        #expect(BottleneckChoice(of: log.state.told)?.approvals == [4, 0, 0])
        try add(.bottlenecksApproved(bottlenecks: [2]), .seat(code: "S4"))
        #expect(BottleneckChoice(of: log.state.told)?.approvals == [4, 0, 0])
        try add(.screenShown(screen: .bottlenecks(counts: false)))
        #expect(BottleneckChoice(of: log.state.told)?.people == 4)
    }

    /// Whoever knows the count before and after one ballot knows the ballot.
    @Test(arguments: 1...5) mutating func aNewCountWaitsForFourChangedBallots(changed: Int) throws {
        try open(seats: 9, statements: 1)
        for seat in 0..<4 { try add(.bottlenecksApproved(bottlenecks: [1]), .seat(code: "S\(seat)")) }
        try add(.choicesCounted)
        for seat in 0..<changed {
            try add(.bottlenecksApproved(bottlenecks: [2]), .seat(code: "S\(8 - seat)"))
        }
        let isHeld = changed < SmallCells.least
        let counting: [SessionEvent] = [
            .choicesCounted, .screenShown(screen: .bottlenecks(counts: true)), .sessionClosed,
        ]
        for event in counting {
            try add(event)
            let approvals = BottleneckChoice(of: log.state.told)?.approvals
            #expect(approvals == (isHeld ? [4, 0, 0] : [4, changed, 0]))
            #expect(log.state.heldBack == (isHeld ? [.bottlenecks] : []))
        }
    }

    @Test mutating func aRoundThatIsOpenedAgainForOneBallotTellsWhatItTold() throws {
        try open(seats: 9, statements: 1)
        func agree() -> Int? { log.state.told.voteTable(1)?.participantCount }
        try add(.votingOpened(round: 1))
        for seat in 0..<5 { try add(.voteCast(statement: 1, vote: .agree), .seat(code: "S\(seat)")) }
        try add(.votingClosed)
        #expect(agree() == 5 && log.state.heldBack.isEmpty)
        try add(.votingOpened(round: 1))
        try add(.voteCast(statement: 1, vote: .disagree), .seat(code: "S5"))
        try add(.votingClosed)
        #expect(agree() == 5 && log.state.heldBack == [.votes(round: 1)])
        // Taking back the end of the round is no way round it.
        try add(.undone(entry: count))
        try add(.votingClosed)
        #expect(agree() == 5)
        try add(.votingOpened(round: 1))
        for seat in 6..<9 { try add(.voteCast(statement: 1, vote: .agree), .seat(code: "S\(seat)")) }
        try add(.votingClosed)
        #expect(agree() == 9 && log.state.heldBack.isEmpty)
    }

    @Test mutating func aVoteTakenBackIsGoneAndTheCountThatWasToldDoesNotSayWhatItWas() throws {
        try open(seats: 9, statements: 1)
        try add(.votingOpened(round: 1))
        for seat in 0..<9 { try add(.voteCast(statement: 1, vote: .agree), .seat(code: "S\(seat)")) }
        try add(.votingClosed)
        for taken in 1...4 {
            try add(.voteWithdrawn(statement: 1), .seat(code: "S\(taken)"))
            #expect(log.state.votes[1]?[.seat("S\(taken)")]?[1] == nil)
            #expect(log.state.told.voteTable(1)?.participantCount == 9)
            #expect(log.state.heldBack == (taken < SmallCells.least ? [.votes(round: 1)] : []))
        }
        try add(.votingOpened(round: 1))
        try add(.votingClosed)
        #expect(log.state.told.voteTable(1)?.participantCount == 5)
    }

    @Test mutating func pagesBeginAnewWithEveryScreen() throws {
        try open(seats: 1, statements: 1)
        try add(.screenPaged(page: 3))
        #expect(log.state.screenPage == 3)
        try add(.screenShown(screen: .results))
        #expect(log.state.screenPage == 1)
        #expect(throws: SessionError.self) { try add(.screenPaged(page: 0)) }
    }

    @Test mutating func sharedAndDisputedNeverOverlapAndLeaveSmallOnesOut() throws {
        try open(seats: 8, statements: 4)
        try add(.votingOpened(round: 1))
        for seat in 0..<8 {
            let author = SessionEntry.Author.seat(code: "S\(seat)")
            try add(.voteCast(statement: 1, vote: .agree), author)
            try add(.voteCast(statement: 2, vote: seat % 2 == 0 ? .agree : .disagree), author)
            try add(.voteCast(statement: 3, vote: seat == 0 ? .agree : .disagree), author)
            if seat < 3 { try add(.voteCast(statement: 4, vote: .agree), author) }
        }
        try add(.votingClosed)
        let round = try #require(try SessionFindings(log.state.told).last)
        #expect(round.mostShared().map(\.statement) == [1, 3])
        #expect(round.mostDisputed().map(\.statement) == [2])
    }

    @Test mutating func aGroupIsNotToldByWhatEverybodyShares() throws {
        try open(seats: 40, statements: 12)
        try add(.votingOpened(round: 1))
        var noise: UInt64 = 7
        for seat in 0..<40 {
            for number in 1...12 {
                // Two camps, of which people leave their own side now and then; everybody agrees with 1 and 2.
                noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let isOdd = (noise >> 33) % 100 < 15
                let side = ((seat + number) % 2 == 0) != isOdd
                let vote: Vote = number < 3 || side ? .agree : .disagree
                try add(.voteCast(statement: number, vote: vote), .seat(code: "S\(seat)"))
            }
        }
        try add(.votingClosed)
        let round = try #require(try SessionFindings(log.state.told).last)
        let groups = try #require(round.tellableGroups, "two camps")
        #expect(groups.map(\.people).reduce(0, +) == 40)
        for group in groups {
            #expect(!group.statements.isEmpty)
            #expect(group.statements.allSatisfy { $0.statement > 2 }, "everybody agrees with 1 and 2")
        }
    }

    @Test mutating func aRoundThatStayedTheSameIsTakenOver() throws {
        try open(seats: 5, statements: 2)
        try add(.votingOpened(round: 1))
        for seat in 0..<5 { try add(.voteCast(statement: 1, vote: .agree), .seat(code: "S\(seat)")) }
        try add(.votingClosed)
        let first = try SessionFindings(log.state.told)
        try add(.absenceNoted(party: "Jongeren"))
        let second = try SessionFindings(log.state.told, earlier: first)
        #expect(second.rounds.map(\.opinions) == first.rounds.map(\.opinions))
    }

    @Test func errorsAreDutchToo() {
        #expect(
            SessionError.value(what: "year", found: "12", expected: "between 2000 and 2100").text.nl
                == "jaar: 12 kan niet; verwacht: tussen 2000 en 2100.")
        #expect(
            SessionError.noSuch(what: "statement", number: 3).text.nl == "Nummer 3 is er niet (stelling).")
        #expect(
            SessionError.value(what: "price", found: "14", expected: "at most the budget, 12.5").text.nl
                == "prijs: 14 kan niet; verwacht: hooguit het budget, 12.5.")
    }
}

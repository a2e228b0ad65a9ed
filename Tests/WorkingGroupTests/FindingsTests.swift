import Perspectives
import Testing

@testable import WorkingGroup

/// What a session came to follows from its entries.
@Suite struct FindingsTests {
    private typealias Room = SessionTests.Room

    private func bottlenecks(_ room: inout Room, _ count: Int) throws {
        for number in 1...count {
            try room.chair(
                .bottleneckNamed(text: "Knelpunt \(number)", type: .law, remover: "gemeente", lever: nil))
        }
    }

    @Test func everyViewIsServedWhereCountingServesTheLargestOnly() throws {
        var room = try Room(seats: 9)
        try bottlenecks(&room, 6)
        // Six people want 1 to 4, three want 5: counting picks 1 to 4 and serves six, the proportional rule all nine.
        for seat in 0..<6 { try room.seat(seat, .bottlenecksApproved(bottlenecks: [1, 2, 3, 4])) }
        for seat in 6..<9 { try room.seat(seat, .bottlenecksApproved(bottlenecks: [5])) }
        let choice = try #require(SessionFindings(room.log.state).bottlenecks)
        #expect(choice.approvals == [6, 6, 6, 6, 3, 0])
        #expect(choice.mostApproved == [[1, 2, 3, 4]])
        #expect(choice.proportional.allSatisfy { $0.contains(5) })
        #expect(choice.served == 9)
        #expect(choice.rulesDiffer)
    }

    @Test func fewerThanFourPeopleAreNotTold() throws {
        var room = try Room()
        try bottlenecks(&room, 3)
        try room.chair(.alternativeSketched(name: "A", package: "", price: 5))
        try room.chair(.budgetSet(millions: 10))
        for seat in 0..<3 {
            try room.seat(seat, .bottlenecksApproved(bottlenecks: [1]))
            try room.seat(seat, .portfolioChosen(alternatives: [1], reason: "omdat \(seat)"))
        }
        let findings = try SessionFindings(room.log.state)
        #expect(findings.bottlenecks?.approvals == nil)
        #expect(findings.bottlenecks?.served == nil)
        #expect(findings.bottlenecks?.proportional == [])
        #expect(findings.alternatives?.choices.first?.takers == nil)
        #expect(findings.alternatives?.choices.first?.reasons == [])
        #expect(findings.alternatives?.bundles == [])
    }

    @Test func alternativesKeepTheirLosersAndReasons() throws {
        var room = try Room()
        for (name, price) in [("Bouwen", 8.0), ("Begeleiden", 3), ("Verkopen", 2)] {
            try room.chair(.alternativeSketched(name: name, package: "", price: price))
        }
        try room.chair(.budgetSet(millions: 10))
        for seat in 0..<4 { try room.seat(seat, .portfolioChosen(alternatives: [1, 3], reason: "huizen")) }
        try room.seat(4, .portfolioChosen(alternatives: [2], reason: "mensen"))
        let choices = try #require(SessionFindings(room.log.state).alternatives)
        #expect(choices.choices.map { $0.takers?.count } == [4, 1, 4])
        #expect(choices.losers.map(\.alternative) == [2])
        #expect(choices.losers.first?.reasons == ["mensen"])
        #expect(choices.nothing?.count == 0)
        // Four want what costs ten together; nothing is left for the fifth under plain counting.
        let greedy = choices.bundles.first { $0.rule == .greedy }
        #expect(greedy?.lists == [[1, 3]])
        #expect(choices.bundles.count == 3)
    }

    @Test func anUnknownPriceIsSaidAndNotCounted() throws {
        var room = try Room()
        try room.chair(.alternativeSketched(name: "A", package: "", price: nil))
        try room.chair(.budgetSet(millions: 1))
        for seat in 0..<5 { try room.seat(seat, .portfolioChosen(alternatives: [1], reason: "")) }
        let choices = try #require(SessionFindings(room.log.state).alternatives)
        #expect(choices.withoutPrice == [1])
        #expect(choices.bundles == [])
    }

    @Test func whatIsNotVotedOnAgainStandsAsItWas() throws {
        var room = try Room()
        try room.statement("Mengen helpt de buurt")
        try room.statement("Mengen helpt niemand")
        try room.chair(.votingOpened(round: 1))
        for seat in 0..<5 {
            try room.seat(seat, .voteCast(statement: 1, vote: .agree))
            try room.seat(seat, .voteCast(statement: 2, vote: .disagree))
        }
        try room.chair(.votingOpened(round: 2))
        for seat in 0..<5 { try room.seat(seat, .voteCast(statement: 1, vote: .pass)) }
        let findings = try SessionFindings(room.log.state)
        #expect(findings.summary(1)?.pass.count == 5)
        #expect(findings.summary(2)?.disagree.count == 5)
        #expect(findings.statements(on: "C6", in: room.log.state).count == 2)
    }

    @Test func othersSeeOnlyWhatTheChairHasShown() throws {
        var room = try Room()
        try room.statement("Mengen helpt de buurt")
        try room.chair(.chairKeySet(hash: "abc"))
        try room.chair(.votingOpened(round: 1))
        for seat in 0..<5 {
            try room.seat(seat, .voteCast(statement: 1, vote: .agree))
            try room.seat(seat, .normPlaced(norm: "te hoog", value: 40))
        }
        #expect(room.log.state.visible.votes.isEmpty)
        #expect(room.log.state.visible.norms.isEmpty)
        #expect(room.log.state.visible.chairKeyHash == nil)
        try room.chair(.votingClosed)
        try room.chair(.resultsShown(round: 1))
        #expect(room.log.state.visible.votes[1]?.count == 5)
        try room.chair(.sessionClosed)
        #expect(room.log.state.visible.norms["te hoog"]?.count == 5)
    }

    @Test func statementsAreFoundByClaimFromFourVotesOn() throws {
        var room = try Room()
        try room.statement("Mengen helpt de buurt")
        try room.chair(.votingOpened(round: 1))
        for seat in 0..<3 { try room.seat(seat, .voteCast(statement: 1, vote: .agree)) }
        #expect(try SessionFindings(room.log.state).statements(on: "C6", in: room.log.state).isEmpty)
        try room.seat(3, .voteCast(statement: 1, vote: .disagree))
        let found = try SessionFindings(room.log.state).statements(on: "C6", in: room.log.state)
        #expect(found.map(\.1.agree.count) == [3])
        #expect(try SessionFindings(room.log.state).statements(on: "C1", in: room.log.state).isEmpty)
    }
}

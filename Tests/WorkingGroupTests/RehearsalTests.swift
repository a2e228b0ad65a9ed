import Bilingual
import Perspectives
import Testing

@testable import WorkingGroup

/// A rehearsal goes through everything that a real evening can hold.
@Suite struct RehearsalTests {
    private func cast(_ voters: Int, seed: UInt64 = 1) -> RehearsalCast {
        RehearsalCast(
            voters: voters,
            lines: SeedStatement.all.map { (.init(text: $0.text.nl, claims: [$0.claim]), $0.isForClaim) },
            seed: seed)
    }

    private func played(_ cast: RehearsalCast) throws -> SessionLog {
        let fact = Rehearsal.Fact(text: "Hoeveel procent huurt?", unit: "%", truth: 44, source: "proef")
        var rehearsal = Rehearsal(cast, facts: [fact], firstYear: 2026, language: .dutch, now: 0)
        try rehearsal.play()
        return rehearsal.log
    }

    @Test(arguments: [12, 40]) func everyPartOfTheEveningIsPlayed(voters: Int) throws {
        let log = try played(cast(voters))
        let state = log.state
        #expect(state.isClosed)
        #expect(state.seats.count == voters)
        #expect(state.votes[1]?.count == voters)
        #expect(state.voteTable(1)?.voteCount == voters * 24)
        #expect((state.voteTable(2)?.voteCount ?? 0) > 0)
        #expect(state.bottleneckApprovals.count == voters)
        #expect(state.portfolios.count == voters)
        #expect(state.norms.values.first?.count == voters)
        #expect(state.pollAnswers[1]?.count == voters)
        #expect(!state.tasks.isEmpty && !state.questions.isEmpty && !state.absent.isEmpty)
        #expect(state.notes.contains { $0.register == .dissent })
        #expect(Set(log.entries.map(\.id)).count == log.entries.count)
        let minutes = ((log.entries.last?.time ?? 0) - (log.entries.first?.time ?? 0)) / 60_000
        #expect((85...95).contains(minutes))
    }

    @Test func theSameSeedGivesTheSameEvening() throws {
        #expect(try played(cast(12)) == played(cast(12)))
        #expect(try played(cast(12)).entries != played(cast(12, seed: 2)).entries)
    }

    @Test func aBudgetIsNeverPassed() throws {
        let state = try played(cast(40)).state
        for portfolio in state.portfolios.values {
            let price = portfolio.alternatives.reduce(0.0) { $0 + (state.alternatives[$1 - 1].price ?? 0) }
            #expect(price <= state.budget ?? 0)
        }
    }

    @Test func oneVoterAndNobodyToAgreeWithAreNoTrouble() throws {
        #expect(try played(cast(1)).state.isClosed)
    }

    @Test func votesOfOthersAreReplayedInTheirOrder() throws {
        // Person 7 votes most and changes a mind; statement 3 was taken out; person 9 is one too many.
        let cast = RehearsalCast(
            [
                CastVote(participant: 7, statement: 5, vote: .agree),
                CastVote(participant: 8, statement: 5, vote: .disagree),
                CastVote(participant: 7, statement: 4, vote: .pass),
                CastVote(participant: 8, statement: 4, vote: .agree),
                CastVote(participant: 9, statement: 3, vote: .agree),
                CastVote(participant: 9, statement: 5, vote: .agree),
                CastVote(participant: 7, statement: 5, vote: .disagree),
            ], moderation: [3: .rejected], voters: 2, seed: 1
        ) { statement, _ in .init(text: "Stelling \(statement)", claims: []) }
        #expect(cast.lines.map(\.text) == ["Stelling 4", "Stelling 5"])
        #expect(cast.votes.map(\.participant) == [0, 1, 0, 1, 0])
        let state = try played(cast).state
        #expect(state.votes[1]?[.seat("PROEF1")] == [1: .pass, 2: .disagree])
    }

    @Test func seedStatementsAreBalancedAndFit() {
        for claim in (1...6).map({ "C\($0)" }) {
            let own = SeedStatement.all.filter { $0.claim == claim }
            #expect(own.count == 4)
            #expect(own.count(where: \.isForClaim) == 2)
        }
        for one in SeedStatement.all {
            #expect(one.text.nl.count <= SessionState.longestStatement)
            #expect(one.text.en.count <= SessionState.longestStatement)
        }
        #expect(Set(SeedStatement.all.map(\.text.nl)).count == SeedStatement.all.count)
    }
}

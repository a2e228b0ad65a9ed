import Testing

@testable import Perspectives

@Suite struct VoteTableTests {
    @Test func theLastVoteOfAPersonOnAStatementCounts() throws {
        var builder = VoteTable.Builder()
        builder.add(participant: 9, statement: 4, vote: .agree)
        builder.add(participant: 2, statement: 4, vote: .pass)
        builder.add(participant: 9, statement: 1, vote: .disagree)
        builder.add(participant: 9, statement: 4, vote: .disagree)
        let table = try builder.table(moderation: [1: .rejected], meta: [4])
        #expect(table.participants == [2, 9] && table.statements == [1, 4])
        #expect(table[1, 1] == .disagree && table[0, 1] == .pass && table[0, 0] == nil)
        #expect(table.voteCount == 3 && table.isActive == [false, false])
    }

    @Test func textIsReadByTheNamesOfItsColumns() throws {
        let polis = "timestamp,comment-id,voter-id,vote\r\n1,7,3,1\r\n2,7,4,\"-1\"\r\n\r\n3,7,3,0\r\n"
        let table = try VoteText.builder(polis.utf8).table()
        #expect(table.participants == [3, 4] && table[0, 0] == .pass && table[1, 0] == .disagree)
        #expect(try VoteText.builder(VoteText.text(table).utf8).table() == table)
        let semicolons = "\u{FEFF}participant;statement;vote\n1;2;1"
        #expect(try VoteText.builder(semicolons.utf8).table()[0, 0] == .agree)
    }

    @Test(arguments: [
        ("", "a column participant"), ("participant,vote\n1,1\n", "a column statement"),
        ("participant,statement,vote\n1,2\n", "line 2, column 3: found 2 fields"),
        ("participant,statement,vote\n1,2,1\n1,x,1\n", "line 3, column 2: found 'x'"),
        ("participant,statement,vote\n1,2,5\n", "line 2, column 3: found '5', expected a vote"),
        ("participant,statement,vote\n,2,1\n", "line 2, column 1: found nothing"),
    ]) func aMistakeIsNamedWithItsLine(text: String, message: String) {
        #expect {
            try VoteText.builder(text.utf8)
        } throws: {
            "\($0)".contains(message)
        }
    }

    @Test func thereIsNoTableWithoutVotes() {
        #expect(throws: PerspectivesError.noVotes) { try VoteTable.Builder().table() }
    }

    @Test func sharesHaveWilsonIntervals() {
        // Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (count, all, low, high) in [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ] {
            let share = VoteShare(count, of: all)
            #expect(abs(share.low - low) < 5e-5 && abs(share.high - high) < 5e-5)
        }
        #expect(VoteShare(0, of: 0).value == nil)
    }

    /// The interval for pairs holds the change, mirrors when the rounds change places, and is narrower than that for two
    /// different groups of people where most keep their opinion.
    @Test func changesHaveIntervalsForPairs() {
        let forth = VoteChange(statement: 1, table: [[20, 0, 12], [0, 0, 0], [2, 0, 36]]).change
        let back = VoteChange(statement: 1, table: [[20, 0, 2], [0, 0, 0], [12, 0, 36]]).change
        #expect(abs(forth.value - 1.0 / 7) < 1e-12 && forth.low < forth.value && forth.value < forth.high)
        #expect(abs(forth.low + back.high) < 1e-12 && abs(forth.high + back.low) < 1e-12)
        let (before, after) = (VoteShare(38, of: 70), VoteShare(48, of: 70))
        let (p, q) = (38.0 / 70, 48.0 / 70)
        let apart = ((q - after.low) * (q - after.low) + (before.high - p) * (before.high - p)).squareRoot()
        #expect(forth.low > forth.value - apart)
    }

    @Test func changesAreCountedOverThoseWhoVotedTwice() throws {
        func table(_ votes: [(Int, Vote)]) throws -> VoteTable {
            var builder = VoteTable.Builder()
            for (person, vote) in votes { builder.add(participant: person, statement: 1, vote: vote) }
            return try builder.table()
        }
        let first = try table([(1, .agree), (2, .disagree), (3, .pass), (5, .agree)])
        let second = try table([(1, .agree), (2, .agree), (3, .agree), (4, .agree)])
        let change = try #require(first.changes(to: second).first)
        #expect(change.people == 3 && change.up == 2 && change.down == 0)
        #expect(abs(change.pValue - 0.5) < 1e-12)
        #expect(abs(change.change.value - 2.0 / 3) < 1e-12)
    }

    @Test func statementsAreReadByWhatIsSure() throws {
        func reading(_ agrees: Int, _ disagrees: Int, _ passes: Int) -> StatementSummary.Reading {
            StatementSummary(
                1, agrees: agrees, disagrees: disagrees, answers: agrees + disagrees + passes, level: 0.95
            ).reading
        }
        #expect(reading(18, 1, 1) == .sharedAgreement)
        #expect(reading(1, 18, 1) == .sharedDisagreement)
        #expect(reading(9, 9, 2) == .disputed)
        #expect(reading(4, 4, 12) == .unsure)
        #expect(reading(12, 2, 6) == .leaning)
        #expect(reading(0, 0, 0) == .noVotes)
    }
}

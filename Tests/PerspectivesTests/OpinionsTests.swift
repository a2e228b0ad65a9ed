import Stochastics
import Testing

@testable import Perspectives

/// Our own way: nothing is claimed before it is tested, and the same votes give the same outcome.
@Suite struct OpinionsTests {
    /// People in camps who agree by camp, with noise; 0 camps for chance alone.
    static func votes(
        people: Int, statements: Int, camps: Int, noise: Double = 0.15, seed: UInt64 = 1, density: Double = 1
    ) throws -> VoteTable {
        var builder = VoteTable.Builder()
        for person in 0..<people {
            var stream = RandomStream(seed: seed, entity: UInt32(person), purpose: .selfTest)
            for statement in 0..<statements where stream.unit() < density {
                var isAgree = stream.unit() < 0.5
                if camps > 0, stream.unit() > noise {
                    isAgree = (statement % (camps * 2)) / 2 == person % camps
                }
                builder.add(
                    participant: person, statement: statement,
                    vote: stream.unit() < 0.1 ? .pass : isAgree ? .agree : .disagree)
            }
        }
        return try builder.table()
    }

    @Test func campsAreFoundAndMayBeShown() throws {
        let opinions = try Opinions(Self.votes(people: 30, statements: 40, camps: 3))
        let claims = try #require(opinions.claims)
        #expect(claims.showsLine && claims.showsGroups, "\(claims)")
        let chosen = try #require(opinions.chosen)
        #expect(opinions.groupings[chosen].k == 3)
        #expect(adjustedRandIndex(opinions.groupings[chosen].labels, (0..<30).map { $0 % 3 }) == 1)
        #expect(opinions.groupOfParticipant.count(where: { $0 == nil }) == 0)
    }

    @Test(arguments: [(11, false), (12, true)]) func groupsAreSpokenOfFromTwelvePeopleOn(
        people: Int, areTold: Bool
    ) throws {
        let claims = try #require(
            Opinions(Self.votes(people: people, statements: 40, camps: 2, noise: 0.05)).claims)
        #expect(claims.silhouette?.passes == true)
        #expect(
            claims.showsGroups == areTold && claims.groupReasons.contains(.tooFew) != areTold, "\(claims)")
    }

    /// Over twelve tables of pure chance the line is claimed about once in twenty, groups less often.
    @Test func chanceIsNotTakenForOpinion() throws {
        var (lines, groups) = (0, 0)
        for seed in 1...12 as ClosedRange<UInt64> {
            let claims = try #require(
                Opinions(Self.votes(people: 16, statements: 24, camps: 0, seed: seed)).claims)
            if claims.showsLine { lines += 1 }
            if claims.showsGroups { groups += 1 }
            #expect(claims.showsGroups || !claims.groupReasons.isEmpty)
        }
        #expect(lines <= 3 && groups <= 1)
    }

    @Test func nothingIsClaimedWithoutATest() throws {
        var options = OpinionOptions()
        options.shuffles = 0
        let claims = try #require(
            Opinions(Self.votes(people: 30, statements: 40, camps: 3), options: options).claims)
        #expect(!claims.showsLine && !claims.showsGroups && claims.groupReasons == [.notTested])
    }

    @Test func threadsAndOrderOfVotesChangeNothing() throws {
        let table = try Self.votes(people: 25, statements: 30, camps: 2, density: 0.7)
        var options = OpinionOptions()
        options.shuffles = 40
        let one = try Opinions(table, options: options)
        options.threads = 3
        let three = try Opinions(table, options: options)
        #expect(one.claims == three.claims && one.space == three.space && one.groupings == three.groupings)
        var builder = VoteTable.Builder()
        for person in table.participants.indices.reversed() {
            for statement in table.statements.indices.reversed() {
                guard let vote = table[person, statement] else { continue }
                builder.add(
                    participant: table.participants[person], statement: table.statements[statement],
                    vote: vote)
            }
        }
        #expect(try builder.table() == table)
    }

    @Test func largeTablesDoNotDependOnThreadsEither() throws {
        let table = try Self.votes(people: 3_000, statements: 200, camps: 4, density: 0.4)
        let one = OpinionSpace(table, threads: 1)
        #expect(table.voteCount > 200_000)
        #expect(one == OpinionSpace(table, threads: 2) && one == OpinionSpace(table, threads: 3))
    }

    @Test func rejectedStatementsCountForNothing() throws {
        let all = try Self.votes(people: 20, statements: 21, camps: 2)
        let rejected = all.moderated([20: .rejected])
        var builder = VoteTable.Builder()
        for person in 0..<20 {
            for statement in 0..<20 {
                if let vote = all[person, statement] {
                    builder.add(participant: person, statement: statement, vote: vote)
                }
            }
        }
        let without = OpinionSpace(try builder.table())
        let space = OpinionSpace(rejected)
        #expect(space.x == without.x && space.axes[0].dropLast() == without.axes[0][...])
        #expect(space.axes[0].last == 0)
    }

    /// Axes have length 1 and a right angle, and hold no more than there is.
    @Test(arguments: [(12, 30), (60, 25), (40, 220), (300, 180)]) func axesAreAxes(
        people: Int, statements: Int
    ) throws {
        let space = OpinionSpace(
            try Self.votes(people: people, statements: statements, camps: 2, density: 0.6))
        #expect(abs(space.axes[0].dot(space.axes[0]) - 1) < 1e-12)
        #expect(abs(space.axes[1].dot(space.axes[1]) - 1) < 1e-12)
        #expect(abs(space.axes[0].dot(space.axes[1])) < 1e-10)
        #expect(space.variances[0] >= space.variances[1] && space.variances[1] > 0)
        #expect(space.variances.reduce(0, +) <= space.totalVariance)
    }

    @Test func votesWithoutDifferencesGiveNoLineAndNoGroups() throws {
        var builder = VoteTable.Builder()
        for person in 0..<12 {
            for statement in 0..<8 { builder.add(participant: person, statement: statement, vote: .agree) }
        }
        let opinions = try Opinions(builder.table())
        #expect(opinions.space.share == nil && opinions.chosen == nil && opinions.groupings.isEmpty)
        #expect(opinions.claims?.showsLine == false && opinions.claims?.lineReasons == [.tooFew])
        #expect(opinions.statements.allSatisfy { $0.reading == .sharedAgreement })
    }

    @Test func oneVoteIsEnoughToSaySomethingAndTooLittleToClaim() throws {
        var builder = VoteTable.Builder()
        builder.add(participant: 1, statement: 1, vote: .agree)
        let opinions = try Opinions(builder.table())
        #expect(opinions.chosen == nil && opinions.statements[0].agree.count == 1)
        #expect(opinions.claims?.showsGroups == false)
    }

    @Test func optionsOutOfRangeAreRefused() throws {
        let table = try Self.votes(people: 8, statements: 8, camps: 0)
        #expect(throws: PerspectivesError.self) { try Opinions(table, options: OpinionOptions(shuffles: -1)) }
        #expect(throws: PerspectivesError.self) {
            try Opinions(table, options: OpinionOptions(groupCounts: 1...3))
        }
        #expect(throws: PerspectivesError.self) { try Opinions(table, options: OpinionOptions(level: 1)) }
        #expect(throws: PerspectivesError.self) { try Opinions(table, options: OpinionOptions(threads: 0)) }
    }

    @Test func theAdjustedRandIndexIsThatOfHubertAndArabie() {
        #expect(adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2]) == 1)
        // Scikit-learn's documentation: 0.57 for these two.
        #expect(abs(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1]) - 0.571428571428571) < 1e-12)
        #expect(abs(adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3])) < 1e-12)
    }
}

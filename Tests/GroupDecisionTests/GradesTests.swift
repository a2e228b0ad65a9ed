import GroupDecision
import Stochastics
import Testing

@Suite struct GradesTests {
    @Test func majorityJudgmentUsesTheLowerMedianAndReportsExactTies() throws {
        let profile = try GradeProfile(grades: [[1, 3, 3], [3, 1, 1], [2, 2, 5], [4, 4, 0]])
        let judgment = MajorityJudgment(profile)
        #expect(judgment.majorityValues[0] == [2, 3, 1, 4])
        #expect(judgment.majorityValues[0] == judgment.majorityValues[1])
        #expect(judgment.tiers == [[0, 1], [2]])
        #expect(
            [judgment.gauges[2].median, judgment.gauges[2].above, judgment.gauges[2].below] == [1, 2, 1])
        #expect(judgment.agreementDepth(0, 1) == 4)
        #expect(judgment.agreementDepth(0, 2) == 0)
    }

    @Test func starListsEveryFinalThatEqualTotalsAllow() throws {
        let vote = try StarVote(GradeProfile(grades: [[5, 3, 2], [0, 1, 2]]))
        #expect(vote.totals == [5, 4, 4])
        #expect(vote.finals.map(\.second) == [1, 2])
        #expect(vote.finals.map(\.preferFirst) == [1, 1])
        #expect(vote.tied == [0, 1, 2])
    }

    @Test func renamingOptionsPermutesJudgmentAndTotals() throws {
        for case_ in 0..<30 as Range<UInt32> {
            var groups = RandomGroups(500 + case_)
            let grades = (0..<9).map { _ in (0..<4).map { _ in Int(groups.stream.integer(below: 6)) } }
            let names = groups.order(4)
            let profile = try GradeProfile(grades: grades, range: 0...5)
            let renamed = try GradeProfile(
                grades: grades.map { row in
                    var turned = row
                    for (option, name) in names.enumerated() { turned[name] = row[option] }
                    return turned
                })
            let found = MajorityJudgment(renamed).tiers
            let expected = MajorityJudgment(profile).tiers.map { $0.map { names[$0] }.sorted() }
            #expect(found == expected)
            #expect(try StarVote(renamed).tied == StarVote(profile).tied.map { names[$0] }.sorted())
        }
    }

    @Test func fourTimesTheCreditsGiveTwiceTheVotes() throws {
        let single = try QuadraticVote(credits: [[1, -4], [9, 0]])
        let fourfold = try QuadraticVote(credits: [[4, -16], [36, 0]])
        #expect(single.totals == [4, -2])
        #expect(fourfold.totals == [8, -4])
        #expect(single.creditsSpent == [5, 9])
        #expect(single.highestTotals == [0])
    }

    @Test func unusableGradesAreRefused() throws {
        #expect(throws: GroupDecisionError.empty(what: "ballots")) { try GradeProfile(grades: []) }
        #expect(throws: GroupDecisionError.self) { try GradeProfile(grades: [[1, 2], [1]]) }
        #expect(throws: GroupDecisionError.self) { try GradeProfile(grades: [[1, 9]], range: 0...5) }
        #expect(throws: GroupDecisionError.self) { try QuadraticVote(credits: [[5, 5]], budget: 9) }
    }
}

import GroupDecision
import Testing

@Suite struct RankedMethodsTests {
    static let condorcetMethods: [RankedMethod] = [
        .copeland, .llull, .minimax, .beatPath, .rankedPairs, .splitCycle, .baldwin, .weakNanson,
        .kemenyYoung, .black,
        .smithInstantRunoff, .uncoveredSet, .topCycle, .stableVoting, .smithSet,
    ]

    @Test func renamingCandidatesRenamesEveryView() throws {
        for case_ in 0..<40 as Range<UInt32> {
            var groups = RandomGroups(case_)
            let profile = try groups.profile(candidates: 5, ballots: 7, weak: case_ % 2 == 1)
            let names = groups.order(5)
            let renamed = try RankedProfile(
                candidateCount: 5,
                ballots: profile.ballots.map { ballot in
                    RankedBallot(tiers: ballot.tiers.map { $0.map { names[$0] } }, count: ballot.count)
                })
            for method in RankedMethod.allCases {
                let expected = try profile.view(by: method).tied.map { names[$0] }.sorted()
                let found = try renamed.view(by: method).tied
                #expect(found == expected, "\(method) in group \(case_)")
            }
        }
    }

    @Test func theOrderOfBallotsDoesNotMatter() throws {
        for case_ in 100..<120 as Range<UInt32> {
            var groups = RandomGroups(case_)
            let profile = try groups.profile(candidates: 4, ballots: 8, weak: true)
            let turned = try RankedProfile(candidateCount: 4, ballots: profile.ballots.reversed())
            let single = try RankedProfile(
                candidateCount: 4,
                ballots: profile.ballots.flatMap { ballot in
                    (0..<ballot.count).map { _ in RankedBallot(tiers: ballot.tiers) }
                })
            for method in RankedMethod.allCases {
                let view = try profile.view(by: method)
                #expect(try turned.view(by: method) == view)
                #expect(try single.view(by: method) == view)
            }
        }
    }

    @Test func aCandidateThatBeatsAllOthersStandsAloneInCondorcetMethods() throws {
        var seen = 0
        for case_ in 200..<300 as Range<UInt32> {
            var groups = RandomGroups(case_)
            let profile = try groups.profile(candidates: 4, ballots: 9, weak: case_ % 3 == 0)
            guard let winner = PairwiseMargins(profile).condorcetWinner else { continue }
            seen += 1
            for method in Self.condorcetMethods {
                let tied = try profile.view(by: method).tied
                #expect(tied == [winner], "\(method) in group \(case_)")
            }
        }
        #expect(seen > 30)
    }

    @Test func setsNestAsTheTheorySays() throws {
        for case_ in 300..<360 as Range<UInt32> {
            var groups = RandomGroups(case_)
            let profile = try groups.profile(candidates: 6, ballots: 6)
            func tied(_ method: RankedMethod) throws -> Set<Int> { Set(try profile.view(by: method).tied) }
            let splitCycle = try tied(.splitCycle)
            #expect(try tied(.beatPath).isSubset(of: splitCycle))
            #expect(try tied(.rankedPairs).isSubset(of: splitCycle))
            #expect(try tied(.stableVoting).isSubset(of: splitCycle))
            #expect(try splitCycle.isSubset(of: tied(.smithSet)))
            #expect(try tied(.kemenyYoung).isSubset(of: tied(.smithSet)))
        }
    }

    @Test func aPerfectTieLeavesEverybodyTied() throws {
        let profile = try RankedProfile(
            candidateCount: 3,
            orders: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [2, 0, 1], [0, 2, 1], [1, 2, 0]])
        for method in RankedMethod.allCases {
            let view = try profile.view(by: method)
            #expect(view.tied == [0, 1, 2], "\(method)")
        }
        #expect(try KemenyOrders(PairwiseMargins(profile)).orderCount == 6)
    }

    @Test func closenessIsReported() throws {
        let profile = try RankedProfile(candidateCount: 2, orders: [[0, 1], [1, 0]], counts: [5, 4])
        #expect(try profile.view(by: .plurality).gap == 1)
        #expect(try profile.view(by: .beatPath).gap == 1)
        #expect(try profile.pivotalVoters(for: .borda) == 5)
        let disagreement = MethodDisagreement(profile)
        #expect(disagreement.notComputed.isEmpty)
        #expect(disagreement.shareAtTop(candidateCount: 2) == [1, 0])
    }

    @Test func rankedPairsCopesWithManyEqualMargins() throws {
        var groups = RandomGroups(400)
        let profile = try groups.profile(candidates: 10, ballots: 8)
        #expect(!(try profile.view(by: .rankedPairs).tied.isEmpty))
    }

    @Test func unusableProfilesAreRefusedWithOneLine() throws {
        #expect(throws: GroupDecisionError.empty(what: "ballots")) {
            try RankedProfile(candidateCount: 2, ballots: [])
        }
        #expect(throws: GroupDecisionError.unknownCandidate(ballot: 1, candidate: 5, candidateCount: 3)) {
            try RankedProfile(candidateCount: 3, orders: [[0, 1, 2], [0, 5]])
        }
        #expect(throws: GroupDecisionError.repeatedCandidate(ballot: 0, candidate: 1)) {
            try RankedProfile(candidateCount: 3, orders: [[1, 1, 2]])
        }
        let large = try RankedProfile(candidateCount: 13, orders: [Array(0..<13)])
        #expect(throws: GroupDecisionError.notComputed(what: "the Kemeny order", found: 13, limit: 12)) {
            try large.view(by: .kemenyYoung)
        }
        let error = GroupDecisionError.unknownCandidate(ballot: 1, candidate: 5, candidateCount: 3)
        #expect("\(error)" == "ballot 1 names candidate 5, expected 0 to 2")
    }
}
